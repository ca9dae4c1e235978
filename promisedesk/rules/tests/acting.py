"""Making a rule that is on, and letting the worker look until nothing is due."""

from django.utils.timezone import now

from promisedesk.conversations.models import Tag
from promisedesk.rules import catching_up, engine, making
from promisedesk.rules.models import Occasion


def rule(when, actions, *, conditions=(), name="A rule", also=False, **more):
    """A rule that is on. `when`: a happening's key, or the JSON of it."""
    when = {"events": [when]} if isinstance(when, str) else when
    wording = making.Wording(name, when, list(conditions), list(actions), **more)
    made = making.add(wording, by=None)
    making.switch_on(made, by=None, also_those_now=also)
    Occasion.objects.filter(verb__in=catching_up.VERBS).delete()  # one process: nobody is behind
    return made


def work() -> int:
    """Rounds of the worker until nothing is due."""
    done = 0
    for _round in range(200):
        done += engine.look_at_due()
        if not Occasion.objects.filter(due_at__lte=now()).exists():
            return done
    raise AssertionError("the rules find no end")


def tag(name: str) -> Tag:
    return Tag.objects.get_or_create(name=name)[0]


def adding(name: str) -> dict:
    return {"do": "tag", "add": [tag(name).public_id]}


def removing(name: str) -> dict:
    return {"do": "tag", "remove": [tag(name).public_id]}


def tags_of(conversation) -> list[str]:
    return sorted(conversation.tags.values_list("name", flat=True))
