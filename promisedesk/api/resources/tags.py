from typing import Annotated

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from promisedesk.api import idempotency, showing
from promisedesk.api.paging import Listing, listed, page_of
from promisedesk.api.problems import Problem, answers
from promisedesk.api.shapes import TagOut
from promisedesk.api.texts import Text
from promisedesk.conversations import tagging
from promisedesk.conversations.models import Tag

router = Router(tags=["tags"])
Name = Annotated[Text, Field(max_length=tagging.LONGEST_NAME)]
Hue = Annotated[int, Field(ge=0, lt=360, description="Of its colour, in degrees.")]


class Tags(Listing):
    is_active: bool | None = None


class NewTag(Schema):
    """A label that people hang on conversations."""

    model_config = ConfigDict(extra="forbid")

    name: Name


class TagChange(Schema):
    """What to change; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    name: Name | None = None
    hue: Hue | None = None
    is_active: bool | None = Field(None, description="False: offered for new ones no more.")


@router.get("", response=answers(200, page_of(TagOut), 400), summary="List tags")
def tags(request, asked: Query[Tags]):
    rows = Tag.objects.all()
    if asked.is_active is not None:
        rows = rows.filter(is_active=asked.is_active)
    return listed(request, rows, asked, showing.tags)


@router.get("/{id}", response=answers(200, TagOut), summary="Read a tag")
def tag(request, id: str):
    return showing.tags([get_object_or_404(Tag, public_id=id)])[0]


@router.post("", response=answers(201, TagOut, 400, 413, 415, 503), summary="Make a tag")
def make(request, new: NewTag):
    """One of that name must not be there yet, however its letters are written."""
    idempotency.begin(request)
    if known := tagging.find(new.name):
        says = f"There is a tag of this name: {known.public_id}."
        raise Problem(422, "Some fields are not right.", {"name": [says]})
    row = tagging.make(new.name, by=request.agent)
    return Status(201, showing.tags([row])[0])


@router.patch("/{id}", response=answers(200, TagOut, 400, 413, 415), summary="Change a tag")
def change(request, id: str, changes: TagChange):
    """Rename it, colour it, or offer it no more; what has it keeps it."""
    row = get_object_or_404(Tag, public_id=id)
    tagging.change(row, by=request.agent, **changes.model_dump(exclude_unset=True))
    return showing.tags([row])[0]
