"""Macros: ready answers and what is done beside them."""

from typing import Annotated, Any, Literal

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from promisedesk.agents.models import Agent, Team
from promisedesk.api import idempotency
from promisedesk.api.attaching import FileIn
from promisedesk.api.paging import Listing, listed, page_of
from promisedesk.api.problems import Problem, answers
from promisedesk.api.shapes import Moment, Named
from promisedesk.api.texts import Text
from promisedesk.replies import macros
from promisedesk.replies.models import Macro

router = Router(tags=["macros"])
Language = Literal["en", "ru", "pl"]
Texts = dict[Language, Annotated[Text, Field(max_length=macros.LONGEST_TEXT)]]
Whose = Literal["own", "team", "all"]


class MacroFileOut(Schema):
    name: str
    type: str
    size: int = Field(description="Bytes.")
    sha256: str


class MacroOut(Schema):
    """A ready answer, actions, or both."""

    id: str
    name: str
    shortcut: str = Field(description="Typed after / while one writes.")
    texts: dict[str, str] = Field(description="By language, with {variables} to be filled.")
    actions: list[dict[str, Any]] = Field(description='Done with it: [{"do": "resolve"}].')
    files: list[MacroFileOut]
    whose: Whose
    team: Named | None
    is_active: bool = Field(description="False: put away.")
    uses: int
    used_at: Moment | None
    created_at: Moment


class Macros(Listing):
    is_active: bool | None = None
    whose: Whose | None = None
    shortcut: str | None = None


class NewMacro(Schema):
    model_config = ConfigDict(extra="forbid")

    name: Annotated[Text, Field(max_length=100)]
    shortcut: Annotated[Text, Field(max_length=40)] = ""
    texts: Texts = Field(default_factory=dict)
    actions: list[dict[str, Any]] = Field(default_factory=list, max_length=20)
    files: list[FileIn] = Field(default_factory=list, max_length=macros.MOST_FILES)
    whose: Whose = "own"
    team: Text | None = Field(None, description="Id of the team, if it is one’s.")


class MacroChange(Schema):
    """What to change; what is left out stays. Files are given anew, all of them."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[Text, Field(max_length=100)] | None = None
    shortcut: Annotated[Text, Field(max_length=40)] | None = None
    texts: Texts | None = None
    actions: list[dict[str, Any]] | None = Field(None, max_length=20)
    files: list[FileIn] | None = Field(None, max_length=macros.MOST_FILES)
    whose: Whose | None = None
    team: Text | None = None
    is_active: Literal[True] | None = Field(None, description="true offers it again.")


def _shown(rows: list[Macro]) -> list[dict[str, Any]]:
    return [
        {
            "id": one.public_id,
            "name": one.name,
            "shortcut": one.shortcut,
            "texts": one.texts,
            "actions": one.actions,
            "files": [
                {"name": file.name, "type": file.content_type, "size": file.size,
                 "sha256": file.sha256}
                for file in macros.files_of(one)
            ],
            "whose": _whose(one),
            "team": {"id": one.team.public_id, "name": one.team.name} if one.team else None,
            "is_active": one.is_active,
            "uses": one.uses,
            "used_at": one.used_at,
            "created_at": one.created_at,
        }
        for one in rows
    ]  # fmt: skip


def _whose(macro: Macro) -> Whose:
    return "own" if macro.owner_id else "team" if macro.team_id else "all"


@router.get("", response=answers(200, page_of(MacroOut), 400), summary="List macros")
def list_macros(request, asked: Query[Macros]):
    """Your own and those shared with you, newest first."""
    rows = macros.readable_by(request.agent)
    if asked.is_active is not None:
        rows = rows.filter(is_active=asked.is_active)
    if asked.shortcut is not None:
        rows = rows.filter(shortcut=asked.shortcut)
    if asked.whose is not None:
        rows = rows.filter(owner__isnull=asked.whose != "own")
    if asked.whose in ("team", "all"):
        rows = rows.filter(team__isnull=asked.whose == "all")
    return listed(request, rows, asked, _shown)


@router.get("/{id}", response=answers(200, MacroOut), summary="Read a macro")
def read_macro(request, id: str):
    return _shown([get_object_or_404(macros.readable_by(request.agent), public_id=id)])[0]


@router.post("", response=answers(201, MacroOut, 400, 409, 413, 415), summary="Make a macro")
def make_macro(request, body: NewMacro):
    """Shared ones are made by managers and admins."""
    wording = macros.Wording(
        name=body.name,
        shortcut=body.shortcut,
        texts=body.texts,
        actions=body.actions,
        files=[one.stored() for one in body.files],
        **_owner(body.whose, body.team, request.agent),
    )
    idempotency.begin(request)
    return Status(201, _shown([macros.add(wording, by=request.agent)])[0])


@router.patch(
    "/{id}", response=answers(200, MacroOut, 400, 409, 413, 415), summary="Change a macro"
)
def change_macro(request, id: str, body: MacroChange):
    macro = get_object_or_404(macros.readable_by(request.agent), public_id=id)
    given = body.model_dump(exclude_unset=True, exclude_none=True)
    if set(given) - {"is_active"}:
        macros.change(macro, _changed(macro, body, given, request.agent), by=request.agent)
    if body.is_active:
        macros.bring_back(macro, by=request.agent)
    macro.refresh_from_db()
    return _shown([macro])[0]


def _changed(macro: Macro, body: MacroChange, given: dict, agent: Agent) -> macros.Wording:
    owner: dict[str, Any] = {"owner": macro.owner, "team": macro.team}
    if {"whose", "team"} & set(given):
        owner = _owner(body.whose or _whose(macro), body.team, agent)
    return macros.Wording(
        name=given.get("name", macro.name),
        shortcut=given.get("shortcut", macro.shortcut),
        texts=given.get("texts", macro.texts),
        actions=given.get("actions", macro.actions),
        files=macros.files_of(macro) if body.files is None else [f.stored() for f in body.files],
        **owner,
    )


def _owner(whose: Whose, team: str | None, agent: Agent) -> dict[str, Any]:
    """The owner of a macro. Raises Problem 422 where there is no such team."""
    if whose != "team":
        return {"owner": agent if whose == "own" else None, "team": None}
    found = Team.objects.filter(public_id=team or "").first()
    if found is None:
        raise Problem(422, "Some fields are not right.", {"team": ["There is no such team."]})
    return {"owner": None, "team": found}


@router.delete("/{id}", response=answers(204, None), summary="Put a macro away")
def put_away(request, id: str):
    """It is offered no more and stays readable. Once more changes nothing."""
    macro = get_object_or_404(macros.readable_by(request.agent), public_id=id)
    macros.retire(macro, by=request.agent)
    return Status(204, None)
