"""SPF, DKIM and DMARC of our domains, against a DNS of our own."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.channels.email import domain_looks, domain_records, signing
from promisedesk.channels.email.domain_records import MISSING, OK, UNKNOWN
from promisedesk.channels.email.models import SendingDomain, SigningKey
from promisedesk.conversations import inboxes
from promisedesk.core.errors import Refused
from tests.name_server import NameServer

pytestmark = [pytest.mark.django_db, pytest.mark.once]
GMAIL = "smtps://help%40kettle.shop:p@smtp.gmail.com:465"
OWN = "smtps://help:p@mail.kettle.shop:465"


@pytest.fixture
def cast():
    cast = Cast()
    cast.help.address = "help@kettle.shop"
    cast.help.save(update_fields=["address"])
    return cast


@pytest.fixture
def names():
    with NameServer() as names:
        names.add("kettle.shop", "MX", "10 mail.kettle.shop.")
        names.add("mail.kettle.shop", "A", "192.0.2.7")
        names.add("_spf.google.com", "TXT", "v=spf1 ip4:198.51.100.0/24 ~all")
        yield names


def state(kind: str) -> domain_records.Record:
    found = domain_records.ask("kettle.shop")
    return next(one for one in domain_records.judge("kettle.shop", found) if one.kind == kind)


class TestSpf:
    def test_a_missing_record_is_written_out_with_the_provider(self, cast, names):
        inboxes.set_smtp(cast.help, GMAIL, by=cast.ada)
        record = state("SPF")
        assert record.state == MISSING
        assert record.name == "kettle.shop"
        assert record.text == "v=spf1 mx include:_spf.google.com ~all"

    def test_a_record_that_lacks_the_provider_is_merged(self, cast, names):
        inboxes.set_smtp(cast.help, GMAIL, by=cast.ada)
        names.add("kettle.shop", "TXT", "site=1", "v=spf1 a include:news.shop -all")
        record = state("SPF")
        assert record.state == MISSING
        assert "smtp.gmail.com" in record.says
        assert record.replaces == "v=spf1 a include:news.shop -all"
        assert record.text == "v=spf1 a include:news.shop include:_spf.google.com -all"

    def test_a_provider_included_further_down_is_enough(self, cast, names):
        inboxes.set_smtp(cast.help, GMAIL, by=cast.ada)
        names.add("kettle.shop", "TXT", "v=spf1 include:all.shop -all")
        names.add("all.shop", "TXT", "v=spf1 include:_spf.google.com ~all")
        assert state("SPF").state == OK

    def test_a_server_of_ones_own_is_named_by_its_name(self, cast, names):
        inboxes.set_smtp(cast.help, OWN, by=cast.ada)
        names.add("kettle.shop", "TXT", "v=spf1 ip4:203.0.113.1 -all")
        assert state("SPF").text == "v=spf1 ip4:203.0.113.1 a:mail.kettle.shop -all"

    @pytest.mark.parametrize("record", ["v=spf1 mx -all", "v=spf1 ip4:192.0.2.0/28 ~all"])
    def test_a_server_of_ones_own_that_is_covered_is_fine(self, cast, names, record):
        inboxes.set_smtp(cast.help, OWN, by=cast.ada)
        names.add("kettle.shop", "TXT", record)
        assert state("SPF").state == OK

    def test_a_server_on_this_machine_is_named_by_the_desks_name(self, cast, names, settings):
        settings.SMTP_URL, settings.BASE_URL = "smtp://127.0.0.1:25", "https://desk.kettle.shop"
        names.add("desk.kettle.shop", "A", "203.0.113.5")
        names.add("kettle.shop", "TXT", "v=spf1 mx -all")
        assert state("SPF").text == "v=spf1 mx a:desk.kettle.shop -all"

    def test_a_server_nobody_outside_can_name_is_left_to_its_owner(self, cast, names, settings):
        settings.SMTP_URL, settings.BASE_URL = "smtp://127.0.0.1:25", "http://localhost:8000"
        settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]  # for us, not for the world
        record = state("SPF")
        assert record.text == "v=spf1 mx ~all"
        assert "127.0.0.1" in record.advice

    def test_several_records_become_one(self, cast, names):
        names.add("kettle.shop", "TXT", "v=spf1 a -all", "v=spf1 mx ~all")
        record = state("SPF")
        assert record.state == MISSING
        assert record.text == "v=spf1 a mx ~all"

    def test_a_record_for_everybody_is_closed(self, cast, names):
        names.add("kettle.shop", "TXT", "v=spf1 mx +all")
        assert state("SPF").text == "v=spf1 mx ~all"

    def test_too_many_look_ups_are_told(self, cast, names):
        many = " ".join(f"a:h{n}.shop" for n in range(11))
        names.add("kettle.shop", "TXT", f"v=spf1 {many} -all")
        assert "ten look-ups" in state("SPF").says

    def test_an_include_that_has_no_record_is_not_advised(self, cast, names):
        inboxes.set_smtp(cast.help, GMAIL, by=cast.ada)
        names.remove("_spf.google.com", "TXT")
        record = state("SPF")
        assert "google" not in record.text
        assert "smtp.gmail.com" in record.advice

    def test_silence_is_no_missing_record(self, cast, names, monkeypatch):
        monkeypatch.setattr("promisedesk.core.name_servers.WITHIN", 0.2)
        names.is_silent = True
        assert state("SPF").state == UNKNOWN


class TestDmarc:
    def test_a_missing_record_begins_by_watching(self, cast, names):
        record = state("DMARC")
        assert (record.state, record.name) == (MISSING, "_dmarc.kettle.shop")
        assert record.text == "v=DMARC1; p=none; rua=mailto:postmaster@kettle.shop"

    def test_a_record_of_the_domain_above_holds(self, cast, names):
        cast.help.address = "help@mail.kettle.shop"
        cast.help.save()
        names.add("_dmarc.kettle.shop", "TXT", "v=DMARC1; p=none")
        found = domain_records.ask("mail.kettle.shop")
        assert found["dmarc_at"] == "kettle.shop"
        assert domain_records.judge("mail.kettle.shop", found)[2].state == OK

    def test_refusing_letters_nothing_vouches_for_is_an_alarm(self, cast, names):
        names.add("_dmarc.kettle.shop", "TXT", "v=DMARC1; p=reject")
        assert state("DMARC").state == MISSING
        names.add("kettle.shop", "TXT", "v=spf1 mx -all")
        assert state("DMARC").state == OK


class TestDkim:
    def test_a_provider_that_signs_is_seen(self, cast, names):
        inboxes.set_smtp(cast.help, GMAIL, by=cast.ada)
        assert "Google can sign" in state("DKIM").advice
        names.add("google._domainkey.kettle.shop", "TXT", "v=DKIM1; k=rsa; p=AAAA")
        assert state("DKIM").says == "Google signs your letters."

    def test_a_key_signs_as_soon_as_its_record_is_there(self, cast, names):
        domain_looks.look_due()
        key = signing.make_key("kettle.shop", by=cast.ada)
        assert domain_looks.look_due() == 1  # a new key is looked for at once
        record = domain_records.judge("kettle.shop", SendingDomain.objects.get().found)[1]
        assert record.state == MISSING
        assert record.name == signing.record_name(key)
        names.add(record.name, "TXT", record.strings)
        domain_looks.look_again("kettle.shop", by=cast.ada)
        assert domain_looks.look_due() == 1
        assert SigningKey.objects.get().is_on
        assert state("DKIM").says == "The desk signs every letter."

    def test_a_wrong_record_is_shown_beside_the_right_one(self, cast, names):
        key = signing.make_key("kettle.shop", by=cast.ada)
        names.add(signing.record_name(key), "TXT", "v=DKIM1; p=AAAA")
        record = state("DKIM")
        assert (record.replaces, record.text) == ("v=DKIM1; p=AAAA", signing.record_text(key))

    def test_a_record_that_went_away_ends_signing(self, cast, names, monkeypatch):
        monkeypatch.setattr("promisedesk.core.name_servers.WITHIN", 0.2)
        key = signing.make_key("kettle.shop", by=cast.ada)
        names.add(signing.record_name(key), "TXT", signing.record_text(key))
        domain_looks.look_due()
        names.is_silent = True
        SendingDomain.objects.update(due_at=now())
        domain_looks.look_due()
        assert SigningKey.objects.get().is_on
        names.is_silent = False
        names.remove(signing.record_name(key), "TXT")
        SendingDomain.objects.update(due_at=now())
        domain_looks.look_due()
        assert not SigningKey.objects.get().is_on


class TestLooking:
    def test_each_domain_we_write_from_is_looked_up_once_a_day(self, cast, names):
        cast.help.aliases = ["info@teas.shop", "help@test.example"]
        cast.help.save()
        assert domain_looks.look_due() == 1
        assert domain_looks.look_due() == 1
        assert domain_looks.look_due() == 0
        rows = SendingDomain.objects.order_by("domain")
        assert [row.domain for row in rows] == ["kettle.shop", "teas.shop"]
        assert all(now() + timedelta(hours=23) < row.due_at for row in rows)
        assert rows[0].found["mx"] == ["mail.kettle.shop"]

    def test_a_domain_we_no_longer_write_from_is_forgotten(self, cast, names):
        domain_looks.look_due()
        cast.help.address = "help@other.shop"
        cast.help.save()
        domain_looks.look_due()
        assert [row.domain for row in SendingDomain.objects.all()] == ["other.shop"]

    def test_while_nobody_answers_what_was_found_is_kept(self, cast, names, monkeypatch):
        monkeypatch.setattr("promisedesk.core.name_servers.WITHIN", 0.2)
        domain_looks.look_due()
        before = SendingDomain.objects.get()
        names.is_silent = True
        domain_looks.look_again("kettle.shop", by=cast.ada)
        domain_looks.look_due()
        after = SendingDomain.objects.get()
        assert (after.found, after.looked_at) == (before.found, before.looked_at)
        assert after.due_at < now() + timedelta(minutes=16)

    def test_only_an_admin_asks_for_another_look(self, cast):
        with pytest.raises(Refused):
            domain_looks.look_again("kettle.shop", by=cast.anna)
