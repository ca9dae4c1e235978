"""What the rules did, newest first, with what they could not do and why."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from promisedesk.conversations import actions
from promisedesk.conversations.models import Conversation
from promisedesk.desk.clock import Clock
from promisedesk.desk.settings.access import settings_page
from promisedesk.rules.models import Rule, Run

A_PAGE = 50


@settings_page
def log(request: HttpRequest) -> HttpResponse:
    """`?rule=` one rule, `?only=failed` what was not done, `?before=` older than a number."""
    asked = request.GET
    runs = Run.objects.select_related("rule").order_by("-pk")
    if asked.get("rule"):
        runs = runs.filter(rule__public_id=asked["rule"])
    if asked.get("only") == "failed":
        runs = runs.exclude(outcome=Run.Outcome.DONE)
    if asked.get("before", "").isdecimal():
        runs = runs.filter(pk__lt=int(asked["before"][:18]))
    found = list(runs[: A_PAGE + 1])
    context = {
        "rows": _rows(found[:A_PAGE], request.user),
        "older": found[A_PAGE - 1].pk if len(found) > A_PAGE else None,
        "rules": Rule.objects.values_list("public_id", "name"),
        "asked": asked,
        "clock": Clock.of(request.user),
        "page": "rules",
    }
    return render(request, "desk/settings/rules_log.html", context)


def _rows(runs: list[Run], agent) -> list[dict]:
    visible = Conversation.objects.visible_to(agent)
    conversations = visible.in_bulk({run.conversation_id for run in runs})
    return [
        {
            "run": run,
            "did": actions.in_words(run.did) if run.did else "",
            "conversation": conversations.get(run.conversation_id),
        }
        for run in runs
    ]
