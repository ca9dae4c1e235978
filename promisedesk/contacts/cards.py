"""Two cards of one person become one, and two again, with nothing lost. Never by itself.

The card that goes stays, empty. What moved is written down row by row in the Merge, also by
the rooms above (CARDS_MERGED, CARDS_PARTED), so that taking it back gives back exactly that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.contacts.finding import CARDS
from promisedesk.contacts.models import Contact, Identity, Merge
from promisedesk.contacts.verbs import CARDS_MERGED, CARDS_PARTED
from promisedesk.core import locks
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.lib.rebasing import Facts, Sheet, laid, taken_out

PLAIN = ("name", "company", "segment", "language", "time_zone", "notes")
KEY = "identities"
MAINS = "mains"  # in Merge.before: which of them were made the main one by hand


@dataclass(slots=True)
class Joined:
    """`event.about` of both. Listeners keep what they moved in `merge.before`."""

    gone: Contact
    kept: Contact  # where its things are, or were until now
    merge: Merge
    along: tuple[Merge, ...] = ()  # merges into `gone` from before, which go with it
    addresses: frozenset[str] = frozenset()  # CARDS_PARTED: those that went back

    @property
    def source(self) -> Contact:
        return self.gone

    @property
    def target(self) -> Contact:
        return self.kept

    def own(self, key: str, numbers: Iterable[int]) -> list[int]:
        """Those of the numbers that are `gone`'s own, not brought by merges before this one."""
        return sorted(set(numbers) - listed(self.along, key))

    def its(self, key: str) -> set[int]:
        """All that goes back with `gone`."""
        return listed([self.merge, *self.along], key)


def listed(merges: Iterable[Merge], key: str) -> set[int]:
    """The numbers of rows that these merges moved."""
    return {number for one in merges for number in one.before.get(key, ())}


@transaction.atomic
def merge(gone: Contact, kept: Contact, *, by: Agent | None) -> Merge:
    """All of `gone` is on the card `kept` from now on.

    Raises Refused for a card with itself, and for one that was merged already.
    """
    demand(by, Deed.CARD)
    if gone.pk == kept.pk:
        raise Refused(_("This is the same card."))
    locks.hold_until_commit(CARDS)
    gone, kept = _locked(gone, kept)
    for one in (gone, kept):
        if one.merged_into_id:
            raise Refused(
                _("The card of %(name)s was put into another meanwhile.") % {"name": one.shown_name}
            )
    along = tuple(Merge.objects.filter(undone_at=None, gone__merged_into=gone).order_by("pk"))
    onto = laid(_facts(kept), _facts(gone), _combined)
    row = Merge.objects.create(kept=kept, gone=gone, by=by)
    about = Joined(gone, kept, row, along)
    row.before = {
        "merges": [one.pk for one in along],
        "onto": asdict(onto),
        MAINS: _yield_main(gone, kept),
        KEY: about.own(KEY, _move_identities(gone, kept)),
    }
    name = gone.shown_name
    _write(kept, onto.after)
    Contact.objects.filter(merged_into=gone).update(merged_into=kept)
    Contact.objects.filter(pk=gone.pk).update(merged_into=kept)
    gone.merged_into = kept
    _tell(CARDS_MERGED, about, by, name)
    row.save(update_fields=["before"])
    return row


@transaction.atomic
def take_back(row: Merge, *, by: Agent | None) -> Contact:
    """Two cards again: what moved goes back, and what those addresses wrote since.

    What was changed by hand since stays. Raises Refused if it was taken back already.
    """
    demand(by, Deed.CARD)
    locks.hold_until_commit(CARDS)
    rows = Merge.objects.select_for_update(no_key=True, of=("self",)).select_related("gone")
    row = rows.get(pk=row.pk)
    if row.undone_at or row.gone.merged_into_id is None:
        raise Refused(_("These are two cards already."))
    gone, below, place = _locked(row.gone, Contact(row.kept_id), Contact(row.gone.merged_into_id))
    here = Merge.objects.filter(undone_at=None, gone__merged_into=place)
    along = tuple(here.filter(pk__in=row.before["merges"]))
    about = Joined(gone, place, row, along)
    back = Identity.objects.filter(pk__in=about.its(KEY), contact=place)
    mails = back.filter(kind=Identity.Kind.EMAIL)
    about.addresses = frozenset(mails.values_list("value", flat=True))
    back.update(contact=gone)
    Identity.objects.filter(pk__in=row.before.get(MAINS, ()), contact=gone).update(is_main=True)
    Contact.objects.filter(pk__in=[one.gone_id for one in along]).update(merged_into=gone)
    Contact.objects.filter(pk=gone.pk).update(merged_into=None)
    gone.merged_into = None
    _write(below, _without(row, below))
    Merge.objects.filter(pk=row.pk).update(undone_at=now())
    _tell(CARDS_PARTED, about, by, gone.shown_name)
    return gone


def _locked(*contacts: Contact) -> list[Contact]:
    rows = Contact.objects.select_for_update(no_key=True).order_by("pk")
    found = {one.pk: one for one in rows.filter(pk__in=[one.pk for one in contacts])}
    return [found[one.pk] for one in contacts]


def _yield_main(gone: Contact, kept: Contact) -> list[int]:
    """Whoever stays is written to where they were: none of the other card comes before.

    Returns which of `gone` were its main ones by hand and are that no more.
    """
    yielded: list[int] = []
    for kind in (Identity.Kind.EMAIL, Identity.Kind.PHONE):
        first = kept.identities.filter(kind=kind).order_by("-is_main", "pk").first()
        if first is None:
            continue
        theirs = gone.identities.filter(kind=kind)
        mains = theirs.filter(is_main=True)
        yielded += mains.values_list("pk", flat=True)
        mains.update(is_main=False)
        if not first.is_main and theirs.filter(pk__lt=first.pk).exists():
            Identity.objects.filter(pk=first.pk).update(is_main=True)
    return yielded


def _move_identities(gone: Contact, kept: Contact) -> list[int]:
    """What the other card has already stays behind."""
    known = set(kept.identities.values_list("kind", "value"))
    theirs = gone.identities.values_list("pk", "kind", "value")
    moving = [pk for pk, kind, value in theirs if (kind, value) not in known]
    Identity.objects.filter(pk__in=moving).update(contact=kept)
    return moving


def _facts(contact: Contact) -> Facts:
    return {
        **{name: getattr(contact, name) or None for name in PLAIN},
        "answered_at": contact.answered_at.isoformat() if contact.answered_at else None,
        "is_vip": contact.is_vip or None,
        **{f"field:{key}": value for key, value in (contact.fields or {}).items()},
    }


def _combined(key: str, here, there):
    if key == "notes" and here and there:
        return here if there in here else f"{here}\n\n{there}"
    if key == "answered_at" and here and there:
        return min(here, there, key=datetime.fromisoformat)
    return here if here is not None else there


def _write(contact: Contact, changes: Facts) -> None:
    fields, columns = dict(contact.fields or {}), {}
    for key, value in changes.items():
        if key.startswith("field:"):
            fields[key.removeprefix("field:")] = value
        elif key == "answered_at":
            columns[key] = datetime.fromisoformat(value) if value else None
        else:
            columns[key] = bool(value) if key == "is_vip" else value or ""
    columns["fields"] = {key: value for key, value in fields.items() if value is not None}
    Contact.objects.filter(pk=contact.pk).update(**columns)
    for name, value in columns.items():
        setattr(contact, name, value)


def _without(row: Merge, below: Contact) -> Facts:
    """What to write when this one is taken out from among the others merged into `below`."""
    rows = list(Merge.objects.filter(kept=below, undone_at=None).order_by("pk"))
    sheets = [Sheet(**one.before["onto"]) for one in rows]
    number = next(place for place, one in enumerate(rows) if one.pk == row.pk)
    changes = taken_out(sheets, number, _facts(below), _combined)
    for one, sheet in zip(rows[number + 1 :], sheets[number + 1 :], strict=True):
        one.before["onto"] = asdict(sheet)
        one.save(update_fields=["before"])
    return changes


def _tell(verb, about: Joined, by: Agent | None, name: str) -> None:
    record(
        verb,
        by=by,
        contact=about.kept,
        about=about,
        name=name,
        gone=about.gone.public_id,
        merge=about.merge.public_id,
    )
