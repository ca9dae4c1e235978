"""The settings of warnings and escalation, and a person's telephone number."""

from django.utils.timezone import now

from promisedesk.conversations import filters
from promisedesk.conversations.models import Conversation
from promisedesk.core.models import Event
from promisedesk.promises import chain, urgency, warning
from promisedesk.promises.models import Calendar, Duty, EscalationStep, PromiseManners

PAGE = "/settings/escalation/"


def text_of(browser):
    return browser.get(PAGE).content.decode()


def test_the_usual_chain_is_said_in_words(ada):
    page = text_of(ada)
    assert "If a promise due Mon" in page
    assert "<b>At once</b> Whoever looks after it" in page
    assert "10:30</b> Its team" in page
    assert "12:00</b> Managers and admins" in page


def test_steps_are_added_changed_and_taken_out(cast, ada):
    sent = {
        "what": "missed",
        "minutes-0": "60", "whom-0": f"agent:{cast.boris.public_id}", "mail-0": "on",
        "minutes-1": "0", "whom-1": "assignee",
        "minutes-2": "5", "whom-2": "",
    }  # fmt: skip
    ada.post(PAGE, sent)
    steps = chain.of_missed()
    assert [(step.after_minutes, step.whom, step.by_mail) for step in steps] == [
        (0, "assignee", False),
        (60, "agent", True),
    ]
    assert "11:00</b> Boris Reed, also by mail" in text_of(ada)
    assert chain.of_urgent() == chain.USUAL_URGENT
    ada.post(PAGE, {"what": "missed", "minutes-0": "", "whom-0": "team"})
    assert EscalationStep.objects.count() == 2
    ada.post(PAGE, {"what": "missed"})
    assert chain.of_missed() == chain.USUAL
    assert Event.objects.filter(verb="chain.changed").count() == 2


def test_the_warning_and_the_words(ada):
    ada.post(PAGE, {"what": "warning", "warning": "2 working hours"})
    assert str(warning.span()) == "2 working hours"
    refused = ada.post(PAGE, {"what": "warning", "warning": "soon"}, follow=True)
    assert "is not a span" in refused.content.decode()
    ada.post(PAGE, {"what": "words", "words": "wedding\n leak , wedding"})
    assert PromiseManners.get().urgent_words == ["wedding", "leak"]


def test_who_is_on_call_in_which_order(cast, ada):
    calendar = Calendar.objects.first()
    for agent in (cast.anna, cast.boris):
        ada.post(PAGE, {"what": "duty", "agent": agent.public_id, "calendar": calendar.public_id})
    last = Duty.objects.last()
    ada.post(f"{PAGE}{last.pk}/", {"up": "1"})
    assert [one.agent for one in Duty.objects.all()] == [cast.boris, cast.anna]
    ada.post(f"{PAGE}{last.pk}/", {"off": "1"})
    assert [one.agent for one in Duty.objects.all()] == [cast.anna]
    assert "no telephone number" in text_of(ada)
    ada.post(f"/settings/people/{cast.anna.public_id}/load/", {"phone": "+44 (117) 496-0150"})
    assert "+441174960150" in text_of(ada)
    wrong = ada.post(f"/settings/people/{cast.anna.public_id}/load/", {"phone": "12"}, follow=True)
    assert "with its country" in wrong.content.decode()


def test_managers_look_and_change_nothing(cast, signed_in):
    mona = signed_in(cast.mona)
    assert "Only an admin can change it" in text_of(mona)
    assert mona.post(PAGE, {"what": "warning", "warning": "1 day"}).status_code == 403
    assert signed_in(cast.anna).get(PAGE).status_code == 403


def test_an_urgent_conversation_says_who_was_called_and_is_taken(cast, signed_in):
    anna = signed_in(cast.anna)
    page = f"/inbox/all/{cast.parcel.public_id}/"
    assert "Mark as urgent" in anna.get(page).content.decode()
    anna.post(f"{page}urgent/", {"way": "mark"})
    urgency.call_due()
    shown = anna.get(page).content.decode()
    assert "marked by Anna Kowalska" in shown
    assert "Called: " in shown  # whom depends on the hour
    assert "I take it" in shown
    cast.hears(address="dora@customer.example")
    for view in ("all", "unassigned"):
        listed = anna.get(f"/inbox/{view}/").content.decode()
        assert listed.count(f'id="c-{cast.parcel.public_id}"') == 1
        assert "badge-urgent" in listed
        assert listed.index(cast.parcel.public_id) < listed.index("dora@customer.example")
    anna.post(f"{page}urgent/", {"way": "take"})
    shown = anna.get(page).content.decode()
    assert "Anna Kowalska has it" in shown
    assert "I take it" not in shown
    anna.post(f"{page}urgent/", {"way": "end"})
    assert "urgent-bar" not in anna.get(page).content.decode()
    assert signed_in(cast.boris).post(f"{page}urgent/", {"way": "mark"}).status_code == 404


def test_views_cut_by_priority_and_by_who_the_customer_is(cast):
    def found(*conditions):
        query = filters.where(filters.read(list(conditions)), agent=cast.anna, at=now())
        return list(Conversation.objects.filter(query))

    is_high = {"field": "priority", "op": "is", "value": ["high"]}
    is_vip = {"field": "vip", "op": "is", "value": ["yes"]}
    of_segment = {"field": "segment", "op": "is", "value": ["wholesale"]}
    assert [found(one) for one in (is_high, is_vip, of_segment)] == [[], [], []]
    urgency.set_priority(cast.parcel, "high", by=cast.anna)
    type(cast.clara).objects.update(is_vip=True, segment="wholesale")
    assert [found(one) for one in (is_high, is_vip, of_segment)] == [[cast.parcel]] * 3


def test_what_is_refused_stays_typed(cast, ada):
    sent = {"what": "missed", "minutes-0": "soon", "whom-0": f"agent:{cast.boris.public_id}"}
    answer = ada.post(PAGE, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="soon"' in page
    assert f'value="agent:{cast.boris.public_id}" selected' in page
    page = ada.post(PAGE, {"what": "warning", "warning": "sometime"}).content.decode()
    assert 'value="sometime"' in page
