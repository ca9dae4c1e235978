"""The settings of rules, by links and forms alone."""

import re

import pytest
from django.urls import reverse

from promisedesk.conversations.models import Tag
from promisedesk.rules import engine, making, silence
from promisedesk.rules.making import Wording
from promisedesk.rules.models import Occasion, Rule, Run
from promisedesk.rules.silence import Silence

RULES = "/settings/rules/"


def filled(**more) -> dict:
    """A form as a browser sends it: when a customer writes with “refund”, add a tag."""
    tag, _new = Tag.objects.get_or_create(name="Refund")
    usual = {
        "name": "Refunds",
        "kind": "event",
        "events": ["new"],
        "unit": "hours",
        "since": "answered",
        "field-0": "subject",
        "was-0": "subject",
        "op-0": "has",
        "value-0": ["refund", "money back", ""],
        "do-add": [tag.public_id],
        "do-others": "",
    }
    return usual | more


def a_rule(name="A rule", **more) -> Rule:
    doing = [{"do": "note", "text": "Look"}]
    return making.add(Wording(name, {"events": ["new"]}, [], doing, **more), by=None)


def test_one_of_several_conditions_can_be_enough(cast, ada):
    other = {"field-1": "subject", "was-1": "subject", "op-1": "has", "value-1": ["kettle"]}
    ada.post(RULES + "new/", filled(save="1", match="any", **other))
    rule = Rule.objects.get()
    assert len(rule.conditions[0]["any"]) == 2
    page = ada.get(f"{RULES}{rule.public_id}/").content.decode()
    assert "and if any of these: Subject" in page
    assert 'value="kettle"' in page
    making.switch_on(rule, by=cast.ada)
    cast.hears("Please", subject="My kettle")
    engine.look_at_due()
    assert Run.objects.get(rule=rule).outcome == Run.Outcome.DONE


def test_a_rule_is_made_changed_switched_and_acts(cast, ada):
    answer = ada.post(RULES + "new/", filled(save="1"))
    rule = Rule.objects.get()
    assert answer.url == f"{RULES}{rule.public_id}/"
    assert rule.conditions == [{"field": "subject", "op": "has", "value": ["refund", "money back"]}]
    assert not rule.is_active
    page = ada.get(answer.url).content.decode()
    assert "When a new conversation comes in, and if" in page
    assert 'value="money back"' in page
    ada.post(f"{RULES}{rule.public_id}/", filled(save="1", name="Money back"))
    ada.post(f"{RULES}{rule.public_id}/switch/", {"on": "1"})
    rule.refresh_from_db()
    assert (rule.name, rule.is_active, len(rule.conditions)) == ("Money back", True, 1)
    cast.hears("Please", subject="I want my money back")
    engine.look_at_due()
    assert Run.objects.get().outcome == "done"
    assert "1 time in 7 days" in ada.get(RULES).content.decode()
    log = ada.get(RULES + "log/").content.decode()
    assert "I want my money back" in log
    assert "Add the tags: Refund." in log


def test_a_rule_that_waits_tells_and_writes(cast, ada):
    sent = filled(kind="time", amount="3", unit="working days", since="answered", save="1")
    sent |= {"own-whom": "managers", "own-say": "They are silent", "own-text_en": "Still there?"}
    sent |= {"do-state": "resolve", "do-add": []}
    ada.post(RULES + "new/", sent)
    rule = Rule.objects.get()
    assert rule.when == {"since": "answered", "after": "3 working days"}
    assert [one["do"] for one in rule.actions] == ["tell", "letter", "resolve"]
    page = ada.get(f"{RULES}{rule.public_id}/").content.decode()
    for words in ("They are silent", "Still there?", "3 working days after we answered"):
        assert words in page
    again = {**sent, "name": "Again"}
    ada.post(f"{RULES}{rule.public_id}/", again)
    rule.refresh_from_db()
    assert [one["do"] for one in rule.actions] == ["tell", "letter", "resolve"]


def test_before_a_switch_it_asks_about_what_is_here(cast, ada):
    cast.hears(subject="New")
    when = {"since": "wrote", "after": "1 hour"}
    rule = making.add(Wording("Waits", when, [], [{"do": "note", "text": "Look"}]), by=None)
    index = ada.get(RULES).content.decode()
    assert f'href="{RULES}{rule.public_id}/switch/"' in index
    page = ada.get(f"{RULES}{rule.public_id}/switch/").content.decode()
    assert "0 conversations here wait long enough already." in page
    assert "For 1 more the time comes later." in page
    ada.post(f"{RULES}{rule.public_id}/switch/", {"on": "1", "also": "1"})
    assert Occasion.objects.filter(verb="plan").exists()
    rule.refresh_from_db()
    assert rule.is_active


def test_trying_shows_and_does_nothing(cast, ada):
    cast.hears(subject="A refund, please")
    cast.hears(subject="Something else", address="dora@customer.example")
    page = ada.post(RULES + "new/", filled(**{"try": "1", "name": ""}))
    text = page.content.decode()
    assert page.status_code == 200
    assert "It would have acted 1 time." in text
    assert "A refund, please" in text
    assert "Something else" not in text
    assert not Rule.objects.exists()
    assert not Run.objects.exists()


def test_conditions_are_added_and_removed_without_a_script(ada):
    sent = filled(more="1", **{"field-1": "assignee"})
    page = ada.post(RULES + "new/", sent).content.decode()
    assert 'name="op-1"' in page
    assert 'value="money back"' in page
    page = ada.post(RULES + "new/", filled(remove="0")).content.decode()
    assert 'name="op-0"' not in page
    assert not Rule.objects.exists()


def test_a_script_gets_the_sentence_alone(ada):
    headers = {"HX-Request": "true", "HX-Target": "rule-sentence"}
    part = ada.post(RULES + "new/", filled(), headers=headers).content.decode()
    assert "When a new conversation comes in, and if" in part
    assert "<form" not in part
    conditions = {"HX-Request": "true", "HX-Target": "conditions"}
    part = ada.post(RULES + "new/", filled(more="1"), headers=conditions).content.decode()
    assert part.strip().startswith("<fieldset")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"do-add": []}, "Choose something to be done."),
        ({"events": []}, "Say when the rule should act."),
        ({"kind": "time", "amount": ""}, "is not a span"),
        ({"value-0": ""}, "Say what “Subject” should be."),
        ({"own-whom": "managers"}, "Write what they should be told."),
        ({"name": ""}, "This field is required."),
        ({"own-text_en": "Hi {customer.shoe}"}, "{customer.shoe}"),
    ],
)
def test_a_refusal_keeps_what_was_typed(ada, wrong, says):
    page = ada.post(RULES + "new/", filled(save="1") | wrong)
    assert page.status_code == 422
    text = page.content.decode()
    assert says in text
    assert "Refund" in text
    assert not Rule.objects.exists()


def test_the_order_is_changed(ada):
    first, second = a_rule("First"), a_rule("Second")
    ada.post(f"{RULES}{second.public_id}/place/", {"way": "up"})
    assert [rule.name for rule in Rule.objects.all()] == ["Second", "First"]
    ada.post(f"{RULES}{second.public_id}/place/", {"way": "down"})
    assert [rule.name for rule in Rule.objects.all()] == ["First", "Second"]
    assert first.pk


def test_a_rule_is_removed_and_its_log_stays(cast, ada):
    rule = a_rule("Gone")
    making.switch_on(rule, by=None)
    cast.hears(subject="New")
    engine.look_at_due()
    ada.post(f"{RULES}{rule.public_id}/removal/")
    assert not Rule.objects.exists()
    assert "Gone" in ada.get(RULES + "log/").content.decode()


def test_a_stopped_rule_says_why(ada):
    rule = a_rule("Round")
    Rule.objects.filter(pk=rule.pk).update(stopped_because="circle K7M4QX9A")
    page = ada.get(RULES).content.decode()
    assert "set one another off" in page
    assert "K7M4QX9A" in page
    ada.post(f"{RULES}{rule.public_id}/switch/", {"on": "0"})
    assert "K7M4QX9A" not in ada.get(RULES).content.decode()


def test_an_example_is_made_off_and_opened(ada):
    keys = re.findall(r'name="key" value="([\w-]+)"', ada.get(RULES).content.decode())
    assert len(keys) > 4
    for key in keys:
        answer = ada.post(RULES + "example/", {"key": key})
        page = ada.get(answer.url)
        assert page.status_code == 200
        assert page.context["says"]
    assert not Rule.objects.filter(is_active=True).exists()
    assert ada.post(RULES + "example/", {"key": "nonsense"}).url == RULES


def test_an_example_saved_as_it_is_stays_as_it_is(ada):
    """What the form shows is what it sends: nothing is lost on the way."""
    for key in ("refund", "unassigned", "missed", "due-soon", "thanks"):
        answer = ada.post(RULES + "example/", {"key": key})
        rule = Rule.objects.latest("pk")
        before = (rule.when, rule.conditions, rule.actions)
        ada.post(answer.url, sent_by_browser(ada.get(answer.url)) | {"save": "1"})
        rule.refresh_from_db()
        assert (rule.when, rule.conditions, rule.actions) == before


def sent_by_browser(page) -> dict:
    """What a browser would send of the page's forms and conditions as they are."""
    sent: dict = {}
    for form in (page.context["form"], page.context["doing"], page.context["own"]):
        for field in form:
            value = field.value()
            if value not in (None, "", [], False):
                sent[field.html_name] = value
    for row in page.context["rows"]:
        sent[f"field-{row.number}"] = sent[f"was-{row.number}"] = row.field.key
        sent[f"op-{row.number}"], sent[f"value-{row.number}"] = row.op, row.values
    return sent


def test_silent_customers_are_set_up(cast, ada):
    page = ada.get(RULES + "silence/")
    assert "{resolve.by}" in page.content.decode()
    sent = sent_of(page.context["form"]) | {"days": "10", "before": "3"}
    answer = ada.post(RULES + "silence/", sent)
    rule = Rule.objects.order_by("pk").first()
    assert answer.url == f"{RULES}{rule.public_id}/switch/"
    assert "written to before anything is resolved" in ada.get(answer.url).content.decode()
    ada.post(answer.url, {"on": "1", "also": "0"})
    assert Rule.objects.filter(is_active=True).count() == 2
    index = ada.get(RULES).content.decode()
    assert index.count('class="rule"') == 1
    assert "it is resolved at the time the letter said" in index
    second = silence.partner_of(rule)
    for one in (rule, second):
        url = ada.get(f"{RULES}{one.public_id}/").url
        assert url == f"{RULES}{rule.public_id}/silence/"
    ada.post(url, sent | {"days": "12"})
    assert silence.read(Rule.objects.get(pk=rule.pk)).days == 12
    ada.post(f"{RULES}{rule.public_id}/removal/")
    assert not Rule.objects.exists()


def sent_of(form) -> dict:
    values = ((field.html_name, field.value()) for field in form)
    return {name: value for name, value in values if value not in (None, "", [], False)}


def test_silence_that_makes_no_sense_is_refused(cast, ada):
    page = ada.get(RULES + "silence/")
    sent = sent_of(page.context["form"]) | {"text_en": "We will close this.", "text_pl": ""}
    answer = ada.post(RULES + "silence/", sent)
    assert answer.status_code == 422
    assert "{resolve.by}" in answer.content.decode()
    assert not Rule.objects.exists()


def test_managers_look_and_agents_have_no_business_here(cast, signed_in):
    rule = a_rule()
    pair = silence.add(Silence(), by=None)
    timed = making.add(
        Wording("T", {"since": "wrote", "after": "1 hour"}, [], rule.actions), by=None
    )
    pages = [
        RULES,
        RULES + "new/",
        RULES + "log/",
        RULES + "silence/",
        f"{RULES}{rule.public_id}/",
        f"{RULES}{timed.public_id}/switch/",
        f"{RULES}{pair.public_id}/silence/",
    ]
    mona, anna = signed_in(cast.mona), signed_in(cast.anna)
    for url in pages:
        assert mona.get(url).status_code == 200
        assert anna.get(url).status_code == 403
    for name in ("switch", "place", "removal"):
        url = f"{RULES}{rule.public_id}/{name}/"
        assert mona.post(url, {"on": "1", "way": "up"}).status_code == 403
        assert anna.post(url, {"on": "1", "way": "up"}).status_code == 403
    assert mona.post(RULES + "new/", filled(save="1")).status_code == 403
    assert reverse("desk:settings-rules") == RULES


def test_the_timeline_names_the_rule(cast, ada):
    rule = a_rule("Look at it")
    making.change(
        rule,
        Wording("Look at it", {"events": ["new"]}, [], [{"do": "tag", "add": [
            Tag.objects.create(name="Hot").public_id]}]),
        by=None,
    )  # fmt: skip
    making.switch_on(rule, by=None)
    conversation = cast.hears(subject="New").conversation
    engine.look_at_due()
    page = ada.get(f"/conversations/{conversation.public_id}/", follow=True).content.decode()
    assert "Rule “Look at it” added the tags: Hot" in page
