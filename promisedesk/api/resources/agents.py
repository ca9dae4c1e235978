from typing import Literal

from django.shortcuts import get_object_or_404
from ninja import Query, Router

from promisedesk.agents.models import Agent
from promisedesk.api import showing
from promisedesk.api.paging import Listing, listed, page_of
from promisedesk.api.problems import answers
from promisedesk.api.shapes import AgentOut

router = Router(tags=["agents"])


class Agents(Listing):
    role: Literal["admin", "manager", "agent", "light"] | None = None
    is_active: bool | None = None


@router.get("", response=answers(200, page_of(AgentOut), 400), summary="List agents")
def agents(request, asked: Query[Agents]):
    """All colleagues: whoever may assign a conversation must know to whom."""
    rows = Agent.objects.prefetch_related("teams")
    if asked.role is not None:
        rows = rows.filter(role=asked.role)
    if asked.is_active is not None:
        rows = rows.filter(is_active=asked.is_active)
    return listed(request, rows, asked, showing.agents)


@router.get("/{id}", response=answers(200, AgentOut), summary="Read an agent")
def agent(request, id: str):
    rows = Agent.objects.prefetch_related("teams")
    return showing.agents([get_object_or_404(rows, public_id=id)])[0]
