"""Making and changing saved views: a form of conditions, a row each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Team
from promisedesk.agents.rights import Deed, may
from promisedesk.conversations import filters, saving
from promisedesk.conversations.filter_fields import ALONE, OPS, Field
from promisedesk.conversations.models import SavedView
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock

MOST_ROWS = 20
MOST_AT_A_GLANCE = 8


@dataclass
class Row:
    """One condition as the form shows it. Without a field it is the empty row at the end."""

    number: int
    field: Field | None = None
    op: str = ""
    values: tuple[str, ...] = ()

    @property
    def ops(self) -> list[tuple[str, str]]:
        return [(op, str(OPS[op])) for op in self.field.ops] if self.field else []

    @property
    def choices(self) -> list[tuple[str, str]]:
        return filters.choices_of(self.field) if self.field else []

    @property
    def is_long(self) -> bool:
        """Whether so much can be chosen that one rather types a few letters of it."""
        return len(self.choices) > MOST_AT_A_GLANCE

    @property
    def is_alone(self) -> bool:
        return self.op in ALONE

    @property
    def is_day(self) -> bool:
        kind = self.field.kind if self.field else ""
        return kind == "day" or (kind == "date" and self.op not in ("within", "older"))

    @property
    def takes_more(self) -> bool:
        """Whether several values can be written, one of which is enough."""
        return self.field is not None and self.field.kind in ("words", "text", "contact")

    @property
    def text(self) -> str:
        return self.values[0] if self.values else ""


def rows_typed(request: HttpRequest) -> list[Row]:
    """The rows of a form as they were sent: `field-0`, `op-0`, `value-0`."""
    known, rows, sent = filters.fields(), [], request.POST
    for number in range(MOST_ROWS):
        one = known.get(sent.get(f"field-{number}", ""))
        if one is None or sent.get("remove") == str(number):
            continue
        op = sent.get(f"op-{number}", "")
        if sent.get(f"was-{number}", one.key) != one.key or op not in one.ops:
            op = one.ops[0]
        is_same = sent.get(f"was-{number}", one.key) == one.key
        values = sent.getlist(f"value-{number}") if is_same else []
        said = tuple(value for value in values if value.strip())
        if f"was-{number}" not in sent or not is_same:
            said = said or _usual(one)
        rows.append(Row(len(rows), one, op, said))
    return rows


def _usual(field: Field) -> tuple[str, ...]:
    """What a condition just chosen stands at: whoever asks for a VIP means one who is."""
    return ("yes",) if field.kind == "yes_no" else ()


def is_any(data: list) -> bool:
    """Whether one of the conditions that are kept is enough."""
    return bool(data) and "any" in data[0]


def is_any_typed(request: HttpRequest) -> bool:
    return request.POST.get("match") == "any"


def rows_of(data: list) -> list[Row]:
    """The rows of conditions that are kept; those that make no sense any more are left out."""
    rows = []
    for one in data[0]["any"] if is_any(data) else data:
        try:
            (condition,) = filters.read([one])
        except Refused:
            continue
        rows.append(Row(len(rows), condition.field, condition.op, condition.values))
    return rows


def conditions_of(rows: list[Row], *, any_of: bool) -> list[dict]:
    """The rows as filters.read takes them; with `any_of` one of them is enough."""
    said = [
        {"field": row.field.key, "op": row.op, "value": list(row.values)}
        for row in rows
        if row.field
    ]
    return [{"any": said}] if any_of and said else said


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """Save a list as a view. `?field=…&value=…` starts with a condition."""
    start = [
        {"field": key, "value": value}
        for key, value in request.GET.items()
        if key in filters.fields()
    ]
    return _form(
        request, None, rows_of(start) or [Row(0, filters.FIELDS["state"], "is", ("open",))]
    )


@login_required
def change(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change a saved view, or only look at how it is cut."""
    view = get_object_or_404(saving.views_of(request.user), public_id=public_id)
    return _form(request, view, rows_of(view.conditions))


def _form(request: HttpRequest, view: SavedView | None, rows: list[Row]) -> HttpResponse:
    error, sent = "", request.POST
    if request.method == "POST":
        rows = rows_typed(request)
        if "save" in sent:
            try:
                saved = _save(request, view, rows)
            except Refused as refusal:
                error = str(refusal)
            else:
                return redirect("desk:view", f"view-{saved.public_id}")
    is_typed = request.method == "POST"
    context = {
        "view": view,
        "rows": rows,
        "is_any": is_any_typed(request) if is_typed else bool(view and is_any(view.conditions)),
        "next": Row(len(rows)),
        "fields": [(one.key, str(one.label)) for one in filters.fields().values()],
        "name": sent.get("name", "") if is_typed else (view.name if view else ""),
        "sort": sent.get("sort", "") if is_typed else (view.sort if view else "promise"),
        "sorts": saving.SORTS.items(),
        "whose": sent.get("whose", "") if is_typed else _whose(view),
        "is_counted": "counted" in sent if is_typed else (view.is_counted if view else True),
        "may_share": may(request.user, Deed.SHARE),
        "may_change": view is None or saving.may_change(view, request.user),
        "teams": Team.objects.order_by("name"),
        "error": error,
    }
    part = "#conditions" if request.htmx and not error and "save" not in sent else ""
    return render(
        request, f"desk/inbox/saved_view.html{part}", context, status=422 if error else 200
    )


def _whose(view: SavedView | None) -> str:
    if view is None or view.owner_id is not None:
        return "mine"
    return view.team.public_id if view.team else "everybody"


def _save(request: HttpRequest, view: SavedView | None, rows: list[Row]) -> SavedView:
    whose = request.POST.get("whose", "mine")
    team = None
    if whose not in ("mine", "everybody"):
        team = Team.objects.filter(public_id=whose).first()
        if team is None:
            raise Refused(_("This team is not here any more."))
    return saving.save(
        request.POST.get("name", ""),
        conditions_of(rows, any_of=is_any_typed(request)),
        by=request.user,
        sort=request.POST.get("sort", "promise"),
        is_shared=whose == "everybody",
        team=team,
        is_counted="counted" in request.POST,
        view=view,
    )


@login_required
@require_POST
def remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take a saved view away; its conversations stay."""
    view = get_object_or_404(saving.views_of(request.user), public_id=public_id)
    try:
        saving.delete(view, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:saved-view", public_id)
    return redirect("desk:inbox")


@login_required
@require_POST
def up(request: HttpRequest, public_id: str) -> HttpResponse:
    """Put a saved view one place higher."""
    view = get_object_or_404(saving.views_of(request.user), public_id=public_id)
    try:
        saving.move_up(view, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:saved-view", public_id)


def moment_typed(text: str, clock: Clock) -> datetime | None:
    """A moment as a field gave it, on the reader's clock; None for nonsense."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=clock.zone)
