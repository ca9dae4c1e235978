"""What is written and not sent yet follows when conversations are merged, and goes back."""

from promisedesk.conversations.joint_verbs import MERGED, UNMERGED
from promisedesk.conversations.merging import Together
from promisedesk.core.events import on
from promisedesk.replies.models import Draft, Scheduled

KEY = "scheduled"


@on(MERGED)
def bring_what_is_not_sent(event) -> None:
    """Drafts are copied: the one that goes keeps its own. Two of one agent become one."""
    about: Together = event.about
    waiting = Scheduled.objects.filter(conversation=about.gone, state=Scheduled.State.WAITING)
    about.merge.before[KEY] = about.own(KEY, list(waiting.values_list("pk", flat=True)))
    waiting.update(conversation=about.into)
    about.merge.before["drafts"] = [
        _copied(one, about) for one in Draft.objects.filter(conversation=about.gone)
    ]


def _copied(draft: Draft, about: Together) -> list:
    """[agent, is it a note, what was there, what is there now, files brought]: texts, None for
    no draft."""
    key = {"conversation": about.into, "agent": draft.agent, "is_note": draft.is_note}
    there = Draft.objects.filter(**key).first()
    was, files = (there.text, there.files) if there else (None, [])
    text = "\n\n".join(part for part in (was, draft.text) if part and part.strip())
    more = [one for one in draft.files if one not in files]
    Draft.objects.update_or_create(**key, defaults={"text": text, "files": [*files, *more]})
    return [draft.agent_id, draft.is_note, was, text, more]


@on(UNMERGED)
def give_back_what_is_not_sent(event) -> None:
    """What was written on since stays where it is; what was sent is no draft any more."""
    about: Together = event.about
    waiting = Scheduled.objects.filter(
        conversation=about.into, pk__in=about.its(KEY), state=Scheduled.State.WAITING
    )
    waiting.update(conversation=about.gone)
    for agent, is_note, was, text, *more in about.merge.before.get("drafts", []):
        here = Draft.objects.filter(conversation=about.into, agent=agent, is_note=is_note)
        if not here.exists():
            Draft.objects.filter(conversation=about.gone, agent=agent, is_note=is_note).delete()
        elif was is None:
            here.filter(text=text).delete()
        else:
            here.filter(text=text).update(text=was)
            _take_off(here.get(), more[0] if more else [])


def _take_off(draft: Draft, brought: list) -> None:
    """The files that came with the merge: the other draft has kept its own."""
    kept = [one for one in draft.files if one not in brought]
    if kept != draft.files:
        Draft.objects.filter(pk=draft.pk).update(files=kept)
