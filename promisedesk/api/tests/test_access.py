"""Who may do what, over every route there is: one that is missing here fails the build."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from promisedesk.api import hooks
from promisedesk.api.models import Token, WebhookDelivery
from promisedesk.api.routes import openapi
from promisedesk.api.tests.conftest import Caller
from promisedesk.conversations.models import Arrival, Tag
from promisedesk.promises.models import Compensation, Promise
from promisedesk.replies import macros
from promisedesk.replies.macros import Wording
from promisedesk.replies.models import Macro

WHO = ("anna", "boris", "mona", "ada")  # of the team, of another team, manager, admin
ALL = (200, 200, 200, 200)
TEAM = (200, 404, 200, 200)
WRITTEN = (201, 404, 201, 201)
OWN = (200, 404, 404, 200)
ENDED = (204, 404, 404, 204)
RUN = (404, 404, 404, 200)

# What each of WHO gets. In the lists Boris finds none of Anna's rows.
MATRIX = {
    ("GET", "/conversations"): ALL,
    ("GET", "/conversations/{conversation}"): TEAM,
    ("PATCH", "/conversations/{conversation}"): TEAM,
    ("GET", "/conversations/{conversation}/messages"): TEAM,
    ("POST", "/conversations/{conversation}/messages"): WRITTEN,
    ("GET", "/conversations/{conversation}/events"): TEAM,
    ("GET", "/conversations/{conversation}/promises"): TEAM,
    ("POST", "/conversations/{conversation}/macros"): TEAM,
    ("GET", "/messages/{message}"): TEAM,
    ("GET", "/messages/{message}/raw"): TEAM,
    ("GET", "/attachments/{attachment}"): TEAM,
    ("GET", "/contacts"): ALL,
    ("GET", "/contacts/{contact}"): TEAM,
    ("PATCH", "/contacts/{contact}"): TEAM,
    ("GET", "/promises"): ALL,
    ("GET", "/promises/{promise}"): TEAM,
    ("POST", "/conversations/{conversation}/promises"): WRITTEN,
    ("POST", "/promises/{promise}/renew"): (201, 404, 422, 422),  # once
    ("POST", "/promises/{promise}/fulfil"): (422, 404, 422, 422),  # an answer is answered
    ("POST", "/promises/{promise}/withdraw"): (422, 404, 422, 422),
    ("POST", "/conversations/{conversation}/compensations"): (422, 404, 422, 201),  # by limits
    ("GET", "/compensations"): ALL,
    ("GET", "/compensations/{compensation}"): TEAM,
    ("POST", "/compensations/{compensation}/take-back"): (200, 404, 422, 422),  # once
    ("POST", "/deadline"): ALL,
    ("POST", "/coach"): ALL,
    ("GET", "/reports/promises"): ALL,
    ("GET", "/inboxes"): ALL,
    ("GET", "/inboxes/{inbox}"): TEAM,
    ("GET", "/agents"): ALL,
    ("GET", "/agents/{agent}"): ALL,
    ("GET", "/tokens"): ALL,
    ("GET", "/tokens/{token}"): OWN,
    ("DELETE", "/tokens/{token}"): ENDED,
    ("GET", "/tags"): ALL,
    ("POST", "/tags"): (201, 201, 201, 201),
    ("GET", "/tags/{tag}"): ALL,
    ("PATCH", "/tags/{tag}"): (422, 422, 200, 200),  # shared: for managers
    ("GET", "/macros"): ALL,
    ("POST", "/macros"): (201, 201, 201, 201),  # one's own
    ("GET", "/macros/{macro}"): TEAM,
    ("PATCH", "/macros/{macro}"): (422, 404, 200, 200),  # a team's: for managers
    ("DELETE", "/macros/{macro}"): (422, 404, 204, 204),
    ("GET", "/unreadable"): ALL,
    ("GET", "/unreadable/{unreadable}"): TEAM,
    ("GET", "/unreadable/{unreadable}/raw"): TEAM,
    ("GET", "/webhooks"): ALL,  # for all but admins it is empty
    ("POST", "/webhooks"): (422, 422, 422, 201),
    ("GET", "/webhooks/{webhook}"): RUN,
    ("PATCH", "/webhooks/{webhook}"): RUN,
    ("DELETE", "/webhooks/{webhook}"): (404, 404, 404, 204),
    ("POST", "/webhooks/{webhook}/secret"): RUN,
    ("POST", "/webhooks/{webhook}/test"): (404, 404, 404, 201),
    ("GET", "/webhooks/{webhook}/deliveries"): RUN,
    ("GET", "/webhooks/{webhook}/deliveries/{delivery}"): RUN,
    ("POST", "/webhooks/{webhook}/deliveries/{delivery}/again"): RUN,
    ("GET", "/search"): ALL,
    ("GET", "/health"): ALL,
}
BODIES = {
    "DELETE": "",
    "PATCH": {"assignee": None},
    "POST": {"direction": "note", "text": "Ask Returns."},
}
NEXT_WEEK = (datetime.now(UTC) + timedelta(days=7)).isoformat()
PROMISING = {
    "promises": {"kind": "callback", "due_at": NEXT_WEEK},
    "renew": {"due_at": NEXT_WEEK, "tell": False},
    "fulfil": {},
    "withdraw": {"because": "It was none."},
    "deadline": {"from": "2026-11-23T14:05:00Z", "target": "1 working day"},
}
GIFT = {"kind": "gift", "cost": "1", "says": "Late"}
NUMBERS = count()
PRIVATE_LISTS = (
    "conversations",
    "contacts",
    "promises",
    "compensations",
    "inboxes",
    "unreadable",
    "search",
    "macros",
)


def plain(path):
    """A route with every name of a parameter made the same."""
    return "/".join("{}" if part.startswith("{") else part for part in path.split("/"))


@pytest.fixture
def ids(cast, tea, unreadable):
    hook, _secret = hooks.add("https://hooks.example.com/", ["urgent.*"], by=cast.ada)
    return {
        "conversation": tea.conversation.public_id,
        "message": tea.public_id,
        "attachment": tea.attachments.get().public_id,
        "contact": cast.clara.public_id,
        "promise": Promise.objects.get().public_id,
        "compensation": Compensation.objects.create(
            conversation=tea.conversation, contact=cast.clara, by=cast.anna, currency="GBP", **GIFT
        ).public_id,
        "inbox": cast.help.public_id,
        "agent": cast.anna.public_id,
        "token": Token.objects.create(agent=cast.anna, name="a", token_hash="b").public_id,
        "unreadable": unreadable.public_id,
        "webhook": hook.public_id,
        "delivery": WebhookDelivery.objects.create(webhook=hook, verb="webhook.test").public_id,
        "tag": Tag.objects.create(name="VIP").public_id,
        "macro": macros.add(
            Wording("Hello", texts={"en": "Hello"}, team=cast.orders), by=cast.mona
        ).public_id,
    }


def call(caller, method, path):
    query = {"q": "tea"} if path.endswith("search") else None
    path = path.removeprefix("/")
    body = BODIES.get(method)
    if path == "webhooks" and body:
        body = {"url": "https://hooks.example.com/", "verbs": ["promise.broken"]}
    if body and path.startswith(("tags", "contacts", "macros", "webhooks/")):
        body = {"name": f"Late {next(NUMBERS)}"}
        if path == "macros":
            body["texts"] = {"en": "Hello"}
    if path.startswith("conversations") and path.endswith("/macros"):
        body = {"macro": Macro.objects.values_list("public_id", flat=True).first()}
    if path.endswith("/compensations"):
        body = GIFT
    if path == "coach":
        body = {"reply": "It left today."}
    if method == "POST" and ("promise" in path or path == "deadline"):
        body = PROMISING[path.rpartition("/")[2]]
    return caller.get(path, query) if method == "GET" else caller.send(method, path, body)


def test_every_route_has_its_row():
    routes = {
        (method.upper(), plain(path.removeprefix("/api/v1")))
        for path, operations in openapi()["paths"].items()
        for method in operations
    }
    assert routes == {(method, plain(path)) for method, path in MATRIX}


@pytest.mark.parametrize(("method", "path"), MATRIX)
def test_only_the_allowed_get_in(cast, ids, method, path):
    full = path.format(**ids)
    got = tuple(call(Caller(getattr(cast, name)), method, full).status_code for name in WHO)
    assert got == MATRIX[method, path]


@pytest.mark.parametrize(("method", "path"), MATRIX)
def test_without_a_valid_token_nobody_gets_in(cast, ids, client, method, path):
    cast.ada.set_password("a long password")
    cast.ada.save()
    client.force_login(cast.ada, backend="allauth.account.auth_backends.AuthenticationBackend")
    anonymous = Caller()
    anonymous.client = client  # a signed-in browser: its cookie opens nothing here
    response = call(anonymous, method, path.format(**ids))
    assert response.status_code == 401
    assert response["WWW-Authenticate"].startswith("Bearer")
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("method", "path"), [row for row in MATRIX if "{" in row[1] and MATRIX[row][1] == 404]
)
def test_missing_and_forbidden_look_alike(cast, ids, method, path):
    boris = Caller(cast.boris)
    forbidden = call(boris, method, path.format(**ids))
    missing = call(boris, method, path.format(**dict.fromkeys(ids, "nothing")))
    assert forbidden.content == missing.content


@pytest.mark.parametrize("path", PRIVATE_LISTS)
def test_lists_show_nothing_of_other_teams(cast, ids, path):
    assert call(Caller(cast.anna), "GET", path).json()["items"]
    assert call(Caller(cast.boris), "GET", path).json()["items"] == []


def test_mail_for_nobody_is_for_those_who_run_the_desk(cast, unreadable):
    Arrival.objects.update(state="unrouted", inbox=None)
    assert Caller(cast.anna).get("unreadable").json()["items"] == []
    assert len(Caller(cast.mona).get("unreadable").json()["items"]) == 1


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Bearer x", "Basic YTpi", "Bearer " + "x" * 100_000, "bearer\ta",
     "Token {token}", "{token}", "Bearer {token}x", "Bearer ,{token}", "Bearer ż"],
)  # fmt: skip
def test_no_other_header_opens(cast, header):
    caller = Caller(cast.anna)
    token = caller.headers["Authorization"].split()[1]
    caller.headers = {"Authorization": header.format(token=token)}
    assert caller.get("conversations").status_code == 401


def test_a_revoked_token_and_one_of_a_gone_agent_are_dead(cast, anna):
    from promisedesk.api import tokens
    from promisedesk.api.models import Token

    assert anna.get("agents").status_code == 200
    tokens.revoke(Token.objects.get())
    assert anna.get("agents").status_code == 401
    again = Caller(cast.anna)
    cast.anna.is_active = False
    cast.anna.save()
    assert again.get("agents").status_code == 401


def test_the_description_is_open_to_everybody(db):
    assert Caller().get("docs").status_code == 200
    assert Caller().get("openapi.json").json()["openapi"].startswith("3.1")
