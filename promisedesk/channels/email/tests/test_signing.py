"""Letters signed by a key of their domain, checked by the library receivers use."""

import dkim
import pytest

from promisedesk.channels.email import signing
from promisedesk.channels.email.models import SigningKey
from promisedesk.channels.email.tests.handing_over import answer, send
from promisedesk.conversations.models import Delivery
from promisedesk.core.errors import Refused
from promisedesk.core.secretbox import seal
from tests.name_server import NameServer

pytestmark = [pytest.mark.django_db, pytest.mark.once]
DOMAIN = "kettleandloom.example"


@pytest.fixture
def key(cast) -> SigningKey:
    key = signing.make_key(DOMAIN, by=cast.ada)
    signing.settle(key, [signing.record_text(key)])
    return key


def is_good(raw: bytes, key: SigningKey) -> bool:
    """What a receiver says who finds our record in its DNS."""
    zone = {f"{signing.record_name(key)}.": signing.record_text(key)}
    return dkim.verify(raw, dnsfunc=lambda name, timeout=5: zone.get(name.decode(), "").encode())


def sent(cast, sink, **more) -> bytes:
    assert send(answer(cast, **more)).state == Delivery.State.SENT
    return sink.mails[-1].raw


def test_a_letter_is_signed_and_a_receiver_finds_it_good(cast, sink, key):
    raw = sent(cast, sink)
    assert raw.startswith(b"DKIM-Signature:")
    assert is_good(raw, key)
    letter = sink.mails[-1].letter
    tags = dict(part.strip().split("=", 1) for part in letter["DKIM-Signature"].split(";"))
    assert (tags["d"], tags["c"], tags["a"]) == (DOMAIN, "relaxed/relaxed", "rsa-sha256")
    signed = tags["h"].replace(" ", "").lower().split(":")
    for name in ("from", "to", "subject", "date", "message-id", "reply-to", "content-type"):
        assert name in signed
    assert signed.count("from") == 2  # nobody can put another one above


def test_lines_that_begin_with_dots_and_other_letters_stay_good(cast, sink, key):
    raw = sent(cast, sink, text=".\n..dots\nЗдравствуйте! Zażółć gęślą jaźń\n\n\n.")
    assert is_good(raw, key)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"Subject: Re:", b"Subject: Fw:"),
        (b"From: ", b"From: Evil <evil@bad.example>\r\nFrom: "),
        (b"Subject: ", b"Subject: Another\r\nSubject: "),
        (b"Date: ", b"Date: Mon, 1 Jan 2024 10:00:00 +0000\r\nDate: "),
        (b"Message-ID: <", b"Message-ID: <x"),
    ],
)
def test_a_changed_letter_is_found_out(cast, sink, key, before, after):
    raw = sent(cast, sink)
    assert before in raw
    assert not is_good(raw.replace(before, after, 1), key)


def test_a_changed_text_is_found_out(cast, sink, key):
    assert not is_good(sent(cast, sink) + b"P.S. Pay here.\r\n", key)


def test_spaces_a_server_folds_anew_do_no_harm(cast, sink, key):
    raw = sent(cast, sink)
    assert is_good(raw.replace(b"Subject: Re: ", b"SUBJECT:  Re:\r\n  "), key)


def test_a_repeat_after_a_crash_is_the_same_signed_letter(cast, sink, key):
    delivery = answer(cast)
    sink.order("dot", "451 4.3.0 Later", keep=True)
    send(delivery)
    send(delivery)
    assert sink.mails[0].raw == sink.mails[1].raw
    assert is_good(sink.mails[1].raw, key)


def test_without_a_key_a_letter_goes_unsigned(cast, sink):
    assert b"DKIM-Signature" not in sent(cast, sink)


def test_a_key_that_is_off_signs_nothing(cast, sink):
    signing.make_key(DOMAIN, by=cast.ada)
    assert b"DKIM-Signature" not in sent(cast, sink)


@pytest.mark.parametrize("broken", ["", "nonsense", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n--"])
def test_a_broken_key_holds_up_no_letter(cast, sink, key, broken):
    key.private_key = seal(broken)
    key.save()
    assert b"DKIM-Signature" not in sent(cast, sink)


def test_a_key_sealed_for_another_desk_holds_up_no_letter(cast, sink, key):
    key.private_key = "gAAAAABnot-ours"
    key.save()
    assert b"DKIM-Signature" not in sent(cast, sink)


def test_the_key_of_another_domain_is_not_used(cast, sink, key):
    SigningKey.objects.update(domain="other.example")
    assert b"DKIM-Signature" not in sent(cast, sink)


def test_signing_follows_the_record(cast):
    key = signing.make_key(DOMAIN, by=cast.ada)
    assert not key.is_on
    signing.settle(key, [])
    assert not key.is_on
    signing.settle(key, ["v=DKIM1; p=AAAA", signing.record_text(key).replace("p=", "p = ")])
    assert key.is_on
    signing.settle(key, None)  # nobody answered: no reason to stop
    assert key.is_on
    signing.settle(key, ["v=DKIM1; p="])  # revoked (RFC 6376 3.6.1)
    assert not SigningKey.objects.get().is_on


def test_the_record_is_cut_into_strings_that_come_together_again(cast):
    key = signing.make_key("магазин.рф", by=cast.ada)
    assert key.domain == "xn--80aairftm.xn--p1ai"
    text = signing.record_text(key)
    parts = signing.in_strings(text).strip('"').split('" "')
    assert all(len(part) <= 255 for part in parts)
    assert "".join(parts) == text
    with NameServer() as names:
        from promisedesk.core import name_servers

        names.add(signing.record_name(key), "TXT", signing.in_strings(text))
        assert signing.says_our_key(key, name_servers.texts(signing.record_name(key)))


def test_only_an_admin_makes_a_key_and_it_is_kept_closed(cast):
    with pytest.raises(Refused):
        signing.make_key(DOMAIN, by=cast.anna)
    key = signing.make_key(DOMAIN, by=cast.ada)
    assert signing.make_key(DOMAIN, by=cast.ada).pk == key.pk
    assert "PRIVATE" not in SigningKey.objects.get().private_key
    signing.drop_key(DOMAIN, by=cast.ada)
    assert not SigningKey.objects.exists()
