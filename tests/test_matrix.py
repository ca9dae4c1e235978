"""Every route, tried by everybody: who may see it, who may press it, and that refusals do nothing.

Generated from the URL patterns and from openapi.json. A route without a line in
tests/matrix_table.py fails the build; what the words there mean is said there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import parse_qsl

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver
from django.utils.timezone import localdate

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import DEEDS, Deed
from promisedesk.api import hooks, tokens
from promisedesk.api.models import WebhookDelivery
from promisedesk.api.routes import openapi
from promisedesk.cast import Cast
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Arrival
from promisedesk.core import files, memo
from promisedesk.core.ids import public_id
from promisedesk.promises.models import (
    Absence,
    Calendar,
    Compensation,
    Duty,
    Promise,
    PromisePolicy,
)
from tests.matrix_table import API, ROUTES

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PEOPLE = ["nobody", "lia", "anna", "boris", "mona", "ada"]
SEES = {  # kinds of rows, and who sees those of the team Orders
    "open": set(PEOPLE),
    "me": {"lia", "anna", "boris", "mona", "ada"},
    "agents": {"anna", "boris", "mona", "ada"},
    "conversation": {"lia", "anna", "mona", "ada"},
    "cards": {"anna", "mona", "ada"},
    "settings": {"mona", "ada"},
    "admins": {"ada"},
}
SEES |= dict.fromkeys(("message", "file", "contact", "promise", "inbox"), SEES["conversation"])
# Not counted as doing something: sessions, who is here, which notices were seen, when a token
# was used, and what somebody was typing, which is kept also when it may not be sent.
FRAME = r"django_session|agents_session|agents_presence|agents_notice|api_token|replies_draft"
WRITES = re.compile(rf'(INSERT INTO|UPDATE|DELETE FROM) "(?!{FRAME})(\w+)"')


@dataclass(frozen=True)
class Row:
    """One line of the table, read."""

    name: str
    path: str  # "inbox/<slug:view>/<str:public_id>/"
    kind: str
    thing: str  # what `public_id` names
    deed: str
    may_be_missing: bool
    is_pressed: bool
    sent: str

    @classmethod
    def read(cls, name: str, path: str, line: str) -> Row:
        seen, deed, *sent = line.split(" ", 2)
        kind, _at, thing = seen.rstrip("?").partition("@")
        assert kind in SEES, f"{name}: {kind} is no kind"
        known = deed.rstrip("!") in (*Deed, "me", "-")
        assert known, f"{name}: {deed} is no deed"
        return cls(
            name=name,
            path=path,
            kind=kind,
            thing=thing or kind,
            deed=deed.rstrip("!"),
            may_be_missing=seen.endswith("?"),
            is_pressed=not deed.endswith("!"),
            sent=sent[0] if sent else "",
        )


def routes(patterns=None, path: str = "", space: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """(name, path) of every pattern of the desk; those of the API's resources are its own list."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        whole = path + str(one.pattern)
        if isinstance(one, URLPattern):
            yield ":".join([*space, one.name]) if one.name else "/" + whole, whole
        elif one.namespace != "api-v1":
            yield from routes(
                one.url_patterns, whole, space + ((one.namespace,) * bool(one.namespace))
            )


def operations() -> Iterator[tuple[str, str]]:
    """("GET /api/v1/inboxes/{id}", its path) of every operation of the API."""
    for path, methods in openapi()["paths"].items():
        for method in methods:
            yield f"{method.upper()} {path}", path.lstrip("/")


def rows_of(found: Iterator[tuple[str, str]], table: dict[str, str]) -> list[Row]:
    return [Row.read(name, path, table[name]) for name, path in found if name in table]


@pytest.mark.parametrize(
    ("found", "table", "where"), [(routes, ROUTES, "ROUTES"), (operations, API, "API")]
)
def test_every_route_has_a_line_and_every_line_a_route(found, table, where):
    names = dict(found())
    missing = "\n".join(
        f'    "{name}": "conversation sort",   # {path}'
        for name, path in names.items()
        if name not in table
    )
    assert not missing, (
        f"These routes have no line in {where} of tests/matrix_table.py, which says who may use "
        f"them. Choose the words (they are explained at its top):\n{missing}"
    )
    left = [name for name in table if name not in names]
    assert not left, f"There are no such routes any more, take their lines out of {where}: {left}"


class House:
    """Everybody, and one of each thing that a URL can name, in the team Orders."""

    def __init__(self):
        cast = Cast()
        cast.lia = Agent.objects.create_user("lia@kettleandloom.example", "Lia Light", role="light")
        cast.lia.teams.add(cast.orders)
        message = cast.hears(files=[IncomingFile("a.txt", "text/plain", 3, files.store(b"tea"))])
        self.cast = cast
        self.ids = {
            "conversation": message.conversation.public_id,
            "message": message.public_id,
            "file": message.attachments.first().public_id,
            "contact": message.conversation.contact.public_id,
            "promise": Promise.objects.first().public_id,
            "given": Compensation.objects.create(
                conversation=message.conversation,
                contact=message.conversation.contact,
                kind=Compensation.Kind.GIFT,
                cost=1,
                currency="EUR",
                says="Late",
                by=cast.anna,
            ).public_id,
            "inbox": cast.help.public_id,
            "person": cast.boris.public_id,
            "calendar": Calendar.objects.first().public_id,
            "arrival": Arrival.objects.create(
                inbox=cast.help,
                state=Arrival.State.UNREADABLE,
                size=3,
                sha256=files.store(b"tea"),
                source="smtp",
            ).public_id,
        }

        starts_on = localdate() + timedelta(days=60)
        self.ids |= {
            "policy": PromisePolicy.objects.create(name="Nights", hours="closed").public_id,
            "absence": Absence.objects.create(
                starts_on=starts_on, returns_on=starts_on + timedelta(days=7)
            ).public_id,
        }
        hook, _secret = hooks.add("https://hooks.example.com/", ["urgent.*"], by=cast.ada)
        delivery = WebhookDelivery.objects.create(webhook=hook, verb="webhook.test")
        self.ids |= {"webhook": hook.public_id, "delivery": delivery.public_id}
        calendar = Calendar.objects.first()
        Duty.objects.create(pk=1, agent=cast.boris, calendar=calendar)  # of <int:number>

    def url(self, row: Row, *, missing: bool = False) -> str:
        """The row's address; `missing`: with an id that nothing has."""
        usual = {
            "view": "all",
            "slug": "all",
            "number": "1",
            "key": "google",
            "message": self.ids["message"],
            "promise": self.ids["promise"],
            "given": self.ids["given"],
            "delivery": self.ids["delivery"],
            "name": "kettleandloom.example",
            "customer": "clara",
        }
        own = public_id() if missing else self.ids.get(row.thing, "nothing-has-this-id")
        usual |= {"public_id": own, "id": own}

        def value(found: re.Match) -> str:
            return usual.get(found[1].split(":")[-1], "nothing-has-this-id")

        return "/" + re.sub(r"[<{]([^>}]+)[>}]", value, row.path)


class Asking:
    """One person with a browser and a token, whose deeds are taken back after each request."""

    def __init__(self, house: House, who: str):
        self.house, self.who = house, who
        self.agent = None if who == "nobody" else getattr(house.cast, who)
        self.client = Client(raise_request_exception=False)
        self.token = ""
        if self.agent:
            self.client.force_login(self.agent, backend=BACKEND)
            self.token = tokens.make(self.agent, "matrix")
            self.client.get("/notices/")  # the desk makes its key for pushes once, when first asked
        self.cookies = self.client.cookies.copy()

    def ask(self, method: str, url: str, sent: str = "", *, by_token: bool = False):
        """(the answer, the tables it wrote to)."""
        more = {}
        if by_token:
            self.client.cookies.clear()
            more["HTTP_AUTHORIZATION"] = f"Bearer {self.token}"
        else:
            self.client.cookies = self.cookies.copy()
        if sent.startswith("{"):
            more |= {"data": sent, "content_type": "application/json"}
        elif method == "POST":
            more["data"] = dict(parse_qsl(sent))
        memo.forget_all()
        cache.clear()  # no limit of tries here
        with CaptureQueriesContext(connection) as asked, transaction.atomic():
            answer = getattr(self.client, method.lower())(url, **more)
            transaction.set_rollback(True)
        wrote = {found[2] for one in asked if (found := WRITES.match(one["sql"]))}
        return answer, wrote

    def may(self, row: Row) -> bool:
        """Whether the policy lets them do the row's deed, if they see it."""
        if row.deed in ("me", "-"):
            return self.agent is not None
        return self.agent is not None and Deed(row.deed) in DEEDS[self.agent.role]


def is_refused(answer) -> bool:
    away = answer.headers.get("Location", "")
    return answer.status_code in (401, 403, 404) or away.startswith("/sign-in/?next=")


def said(answer) -> str:
    return f"{answer.status_code} {answer.headers.get('Location', '')}".strip()


@pytest.fixture
def house(db):
    return House()


@pytest.fixture
def asking(house, request):
    return Asking(house, request.param)


def plain(answer) -> bytes:
    """A page without the tokens of its forms, which are never the same."""
    return re.sub(rb"\b[A-Za-z0-9]{64}\b", b"", answer.content)


@pytest.mark.parametrize("asking", PEOPLE, indirect=True)
def test_looking_shows_what_one_may_see_and_changes_nothing(asking, house):
    wrong = []
    for row in rows_of(routes(), ROUTES):
        answer, wrote = asking.ask("GET", house.url(row))
        wrong += [f"{row.name}: looking wrote to {wrote}"] if wrote else []
        wrong += (
            [f"{row.name}: {said(answer)}"]
            if answer.status_code >= 500 and row.name != "ops:readyz"
            else []
        )
        if row.kind == "open" or answer.status_code == 405:
            continue
        if asking.who in SEES[row.kind]:
            if is_refused(answer) and not (row.may_be_missing and answer.status_code == 404):
                wrong.append(f"{row.name}: may see it, but {said(answer)}")
        elif not is_refused(answer):
            wrong.append(f"{row.name}: may not see it, but {said(answer)}")
        elif row.kind not in ("settings", "admins") and asking.agent:
            unknown, _wrote = asking.ask("GET", house.url(row, missing=True))
            if (unknown.status_code, plain(unknown)) != (answer.status_code, plain(answer)):
                wrong.append(f"{row.name}: forbidden looks unlike missing")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("asking", PEOPLE, indirect=True)
def test_pressing_does_what_one_may_and_else_nothing(asking, house):
    wrong = []
    for row in rows_of(routes(), ROUTES):
        if row.kind == "open" and row.deed == "-":
            continue
        may = asking.who in SEES[row.kind] and asking.may(row)
        if may and not row.is_pressed:
            continue
        answer, wrote = asking.ask("POST", house.url(row), row.sent)
        if answer.status_code >= 500:
            wrong.append(f"{row.name}: {said(answer)}")
        elif row.deed == "-":
            wrong += [f"{row.name}: posting wrote to {wrote}"] if wrote else []
        elif may:
            if is_refused(answer) and not (row.may_be_missing and answer.status_code == 404):
                wrong.append(f"{row.name}: may do it, but {said(answer)}")
        elif wrote:
            wrong.append(f"{row.name}: may not do it, but it wrote to {wrote} ({said(answer)})")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("asking", PEOPLE, indirect=True)
def test_a_token_opens_what_its_agent_may_and_no_more(asking, house):
    wrong = []
    for row in rows_of(operations(), API):
        method = row.name.split(" ")[0]
        url = house.url(row)
        unsigned, _wrote = asking.ask(method, url, row.sent)
        if unsigned.status_code != 401:
            wrong.append(f"{row.name}: a cookie opens it ({said(unsigned)})")
        answer, wrote = asking.ask(method, url, row.sent, by_token=True)
        sees = asking.who in SEES[row.kind]
        if answer.status_code >= 500:
            wrong.append(f"{row.name}: {said(answer)}")
        elif sees and asking.may(row):
            if is_refused(answer) and not row.may_be_missing:
                wrong.append(f"{row.name}: may do it, but {said(answer)}")
        elif wrote or (not sees and not is_refused(answer)):
            wrong.append(f"{row.name}: may not do it, but {said(answer)}, wrote to {wrote}")
        elif not sees and asking.agent:
            unknown, _wrote = asking.ask(
                method, house.url(row, missing=True), row.sent, by_token=True
            )
            if json.loads(unknown.content) != json.loads(answer.content):
                wrong.append(f"{row.name}: forbidden looks unlike missing")
    assert not wrong, "\n".join(wrong)
