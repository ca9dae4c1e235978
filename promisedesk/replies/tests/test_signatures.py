import threading
from datetime import timedelta
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import connections, transaction
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.conversations import replying
from promisedesk.core.errors import Refused
from promisedesk.lib.coach import signing
from promisedesk.promises.models import Promise
from promisedesk.replies import keeping_signatures, signature_twin
from promisedesk.replies.keeping_signatures import Wording
from promisedesk.replies.models import Signature
from promisedesk.replies.signatures import framed, signature_for

pytestmark = pytest.mark.django_db


def keep(text, **more):
    return Signature.objects.create(text=text, **more)


def test_of_the_agent_then_of_the_inbox_then_of_the_shop_then_the_names(cast):
    assert signature_for(cast.help, cast.anna, "pl") == "Anna Kowalska\nKettle & Loom"
    keep("The shop")
    assert signature_for(cast.help, cast.anna, "pl") == "The shop"
    keep("Sklep", language="pl")
    assert signature_for(cast.help, cast.anna, "pl") == "Sklep"
    assert signature_for(cast.help, cast.anna, "ru") == "The shop"
    keep("Help", inbox=cast.help)
    assert signature_for(cast.help, cast.anna, "pl") == "Help"  # inbox before language
    keep("Pomoc", inbox=cast.help, language="pl")
    assert signature_for(cast.help, cast.anna, "pl") == "Pomoc"
    keep("Anna", agent=cast.anna)
    assert signature_for(cast.help, cast.anna, "pl") == "Anna"
    assert signature_for(cast.help, cast.boris, "pl") == "Pomoc"
    keep("Ania", agent=cast.anna, language="pl")
    assert signature_for(cast.help, cast.anna, "pl") == "Ania"
    assert signature_for(cast.help, None, "en") == "Help"


def test_by_group_of_customers(cast):
    for group in ("", "VIP", "Wholesale"):
        keep(group or "All", group=group)
    asked = cast.hears().conversation

    def below():
        return signature_for(cast.help, cast.anna, "en", asked)

    assert below() == "All"
    asked.contact.segment = "wholesale"
    assert below() == "Wholesale"
    asked.contact.segment, asked.contact.is_vip = "", True
    assert below() == "VIP"


def test_by_occasion(cast):
    for occasion in Signature.Occasion.values:
        keep(occasion or "any", occasion=occasion)
    asked = cast.hears().conversation
    assert signature_for(cast.help, cast.anna, "en", asked) == "first"
    first = replying.reply(asked, "It left.", by=cast.anna)
    assert signature_for(cast.help, cast.anna, "en", asked, first) == "first"
    assert signature_for(cast.help, cast.anna, "en", asked) == "further"
    assert signature_for(cast.help, cast.anna, "en") == "any"


def test_a_promise_missed_since_the_last_answer_is_an_occasion(cast):
    keep("Sorry", occasion=Signature.Occasion.FAULT)
    keep("Hello", occasion=Signature.Occasion.FIRST)
    asked = cast.hears().conversation
    assert signature_for(cast.help, cast.anna, "en", asked) == "Hello"
    Promise.objects.filter(conversation=asked).update(due_at=now() - timedelta(minutes=1))
    assert signature_for(cast.help, cast.anna, "en", asked) == "Sorry"
    late = replying.reply(asked, "Sorry, it left.", by=cast.anna)
    assert signature_for(cast.help, cast.anna, "en", asked, late) == "Sorry"
    assert signature_for(cast.help, cast.anna, "en", asked) == "Anna Kowalska\nKettle & Loom"


def test_places_are_filled_and_a_line_that_cannot_be_is_left_out(cast):
    shop = keep("{agent.first_name}, {shop.name}\n{shop.phone}\n{{x}}\n{inbox.address}")
    assert signature_for(cast.help, cast.anna, "en") == (
        "Anna, Kettle & Loom\nhelp@kettleandloom.example"
    )
    shop.text = "{shop.phone}"
    shop.save()
    assert signature_for(cast.help, None, "en") == "Kettle & Loom"


def test_nothing_more_is_asked_of_the_database_where_nobody_has_occasions(
    cast, django_assert_num_queries
):
    keep("All")
    asked = cast.hears().conversation
    signature_for(cast.help, cast.anna, "en", asked)
    with django_assert_num_queries(0):
        signature_for(cast.help, cast.anna, "en", asked)


def test_a_rule_stands_above_and_below_as_wide_as_the_longest_line():
    lines = framed("Anna Kowalska\nCustomer care, Kettle & Loom\nhelp@kettle.example").splitlines()
    assert lines[0] == lines[-1] == "-" * 28
    assert signing.has_rules("\n".join(lines))
    assert framed("Anna").splitlines()[0] == "-" * 20
    assert max(map(len, framed("x" * 90).splitlines()[::4])) <= 70
    assert framed("----\nAnna Kowalska\n----").count("Anna") == 1
    assert len(framed("----\nAnna Kowalska\n----").splitlines()) == 3


class TestWriting:
    def test_ones_own(self, cast):
        kept = keeping_signatures.write(
            None, Wording("---\nAnna  \n---\n", agent=cast.anna, language="pl"), by=cast.anna
        )
        assert (kept.text, kept.language, kept.agent) == ("Anna", "pl", cast.anna)
        changed = keeping_signatures.write(kept, Wording("Ania", agent=cast.anna), by=cast.anna)
        assert Signature.objects.get() == changed
        keeping_signatures.remove(kept, by=cast.anna)
        assert not Signature.objects.exists()

    @pytest.mark.django_db(transaction=True)
    def test_two_new_ones_at_once_make_no_twins(self):
        cast, said, is_written = Cast(), [], threading.Event()

        def write(text, then):
            try:
                with transaction.atomic():
                    keeping_signatures.write(None, Wording(text, agent=cast.anna), by=cast.anna)
                    then()
            except Refused as refusal:
                said.append(str(refusal))
            connections.close_all()

        is_tried = threading.Event()  # set at once where the second does not wait for the first
        first = threading.Thread(
            target=write, args=("Anna", lambda: (is_written.set(), is_tried.wait(0.5)))
        )
        first.start()
        is_written.wait(30)
        second = threading.Thread(target=write, args=("Ania", is_tried.set))
        second.start()
        first.join()
        second.join()
        assert [one.text for one in Signature.objects.all()] == ["Anna"]
        assert len(said) == 1

    @pytest.mark.parametrize(
        "text", ["", " \n ", "----", "x" * 71, "a\n" * 7, "漢" * 36, "x\t" * 10]
    )
    def test_what_would_break_is_refused(self, cast, text):
        with pytest.raises(Refused):
            keeping_signatures.write(None, Wording(text, agent=cast.anna), by=cast.anna)

    def test_somebody_elses_or_the_shops_is_refused(self, cast):
        for owner in (cast.boris, None):
            with pytest.raises(Refused):
                keeping_signatures.write(None, Wording("x", agent=owner), by=cast.anna)
        theirs = keeping_signatures.write(None, Wording("B", agent=cast.boris), by=cast.boris)
        for wording in (Wording("x", agent=cast.anna), Wording("x", agent=cast.boris)):
            with pytest.raises(Refused):
                keeping_signatures.write(theirs, wording, by=cast.anna)
        with pytest.raises(Refused):
            keeping_signatures.remove(theirs, by=cast.ada)

    def test_two_for_the_same_are_refused(self, cast):
        wording = Wording("x", group="VIP")
        keeping_signatures.write(None, wording, by=cast.ada)
        with pytest.raises(Refused, match="for the same"):
            keeping_signatures.write(None, Wording("y", group="vip"), by=cast.ada)
        keeping_signatures.write(None, Wording("y", group="vip", language="ru"), by=cast.ada)


class TestTheTwin:
    @pytest.mark.parametrize(
        ("line", "link"),
        [
            ("help@kettle.example", '<a href="mailto:help@kettle.example">'),
            ("Kettle, https://kettle.example/a.", '<a href="https://kettle.example/a">'),
            ("kettle.example", '<a href="https://kettle.example">kettle.example</a>'),
            ("магазин.рф", '<a href="https://магазин.рф">'),
            ("Call +44 117 496 0150", '<a href="tel:+441174960150">+44 117 496 0150</a>'),
            ("+7 (495) 123-45-67", '<a href="tel:+74951234567">'),
        ],
    )
    def test_links_what_can_be_opened(self, line, link):
        assert link in signature_twin.as_html(line)

    @pytest.mark.parametrize("line", ["No 12", "Mon-Fri 9-18", "Dr. Anna", "14 Wapping Wharf"])
    def test_links_nothing_else(self, line):
        assert "<a" not in signature_twin.as_html(line)

    def test_nothing_in_it_is_markup(self):
        html = signature_twin.as_html('<b>"A&B"</b> x@y.example"onclick=\nline')
        assert "<b>" not in html
        assert html.count('"') == 2  # of the one link
        assert "<br>line" in html


class Had:
    """Rows of a model as it was before, for a migration."""

    def __init__(self, *rows):
        self.objects = self
        self.rows = rows

    def exclude(self, signature):
        return [one for one in self.rows if one.signature != signature]

    def all(self):
        return self.rows


def test_what_agents_and_inboxes_had_is_taken_over(cast):
    cast.anna.signature, cast.boris.signature = "Anna", ""
    cast.help.signature, cast.help.signatures = "Team", {"pl": "Zespół", "ru": ""}
    models = {"Agent": Had(cast.anna, cast.boris), "Inbox": Had(cast.help), "Signature": Signature}
    before = SimpleNamespace(get_model=lambda room, name: models[name])
    import_module("promisedesk.replies.migrations.0006_signatures").take_over(before, None)
    kept = Signature.objects.values_list("agent__name", "inbox__name", "language", "text")
    assert set(kept) == {
        ("Anna Kowalska", None, "", "Anna"),
        (None, "Kettle & Loom", "", "Team"),
        (None, "Kettle & Loom", "pl", "Zespół"),
    }
