"""Whatever programs send, they get a problem in JSON and the desk stands."""

import pytest
from django.core.cache import cache

from promisedesk.api import rates
from promisedesk.api.routes import openapi
from promisedesk.api.tests.conftest import Caller

DEEP = 10_000
BODIES = {
    "nothing": b"",
    "half": b'{"direction": "note"',
    "text": b"hello",
    "list": b"[]",
    "list of much": b"[" + b"0," * 100_000 + b"0]",
    "null": b"null",
    "number": b"12",
    "string": b'"out"',
    "NaN": b'{"direction": "note", "text": NaN}',
    "NaN elsewhere": b'{"direction": "note", "text": "x", "n": NaN}',
    "infinite": b'{"direction": "note", "text": "x", "n": 1e400}',
    "long number": b'{"direction": "note", "text": ' + b"9" * 10_000 + b"}",
    "key twice": b'{"direction": "note", "text": "a", "text": "b"}',
    "deep lists": b"[" * DEEP + b"]" * DEEP,
    "deep objects": b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "deep text": b'{"direction": "note", "text": ' + b"[" * 900 + b"]" * 900 + b"}",
    "not UTF-8": b'{"direction": "note", "text": "\xff"}',
    "UTF-16": '{"direction": "note", "text": "x"}'.encode("utf-16"),
    "UTF-8 with a mark": b'\xef\xbb\xbf{"direction": "note", "text": "x"}',
    "NUL": b'{"direction": "note", "text": "a\\u0000b"}',
    "raw NUL": b'{"direction": "note", "text": "a\x00b"}',
    "half a letter": b'{"direction": "note", "text": "\\ud800"}',
    "half a letter in a name": b'{"direction": "note", "text": "x", "\\ud800": 1}',
    "wrong direction": b'{"direction": "in", "text": "x"}',
    "no direction": b'{"text": "x"}',
    "no text": b'{"direction": "out"}',
    "text is null": b'{"direction": "note", "text": null}',
    "text is a number": b'{"direction": "note", "text": 1}',
    "text is a list": b'{"direction": "note", "text": ["x"]}',
    "text too long": b'{"direction": "note", "text": "' + b"x" * 300_000 + b'"}',
    "files no list": b'{"direction": "note", "text": "x", "attachments": {}}',
    "file no base64": b'{"direction": "note", "text": "x", "attachments": '
    b'[{"name": "a", "content": "\xc5\xbc"}]}',
    "file a number": b'{"direction": "note", "text": "x", "attachments": '
    b'[{"name": "a", "content": 7}]}',
    "file type": b'{"direction": "note", "text": "x", "attachments": '
    b'[{"name": "a", "type": "a/b\\r\\nX: y", "content": ""}]}',
    "file NUL": b'{"direction": "note", "text": "x", "attachments": '
    b'[{"name": "a\\u0000", "content": ""}]}',
    "many files": b'{"direction": "note", "text": "x", "attachments": ['
    + b'{"name": "a", "content": ""},' * 50
    + b'{"name": "a", "content": ""}]}',
}


def is_problem(response, *statuses):
    assert response.status_code in statuses, response.content[:300]
    assert response["Content-Type"] == "application/problem+json"
    told = response.json()
    assert {"type", "title", "status", "detail"} <= set(told)
    assert told["status"] == response.status_code
    return told


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_a_bad_body_is_refused(anna, cast, name, method):
    path = f"conversations/{cast.parcel.public_id}"
    if method == "POST":
        path += "/messages"
    is_problem(anna.send(method, path, BODIES[name]), 400, 415, 422)


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
     "application/json; charset=utf-16", "application/xml", "", "x" * 5000],
)  # fmt: skip
def test_only_json_is_read(anna, cast, kind):
    path = f"conversations/{cast.parcel.public_id}/messages"
    body = {"direction": "note", "text": "x"}
    is_problem(anna.post(path, body, content_type=kind), 415)


def test_a_body_too_big_is_413(anna, cast, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    path = f"conversations/{cast.parcel.public_id}/messages"
    is_problem(anna.post(path, {"direction": "note", "text": "x" * 200}), 413)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_a_wrong_method_tells_the_right_ones(anna, cast, method):
    response = anna.send(method, "conversations", {})
    is_problem(response, 405)
    assert response["Allow"] == "GET"


def test_head_is_get_without_a_body(anna, cast):
    assert anna.send("HEAD", "conversations", b"").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["", "nothing", "conversations/", "conversations//messages", "conversations/%00",
     "conversations/%FF%FE", "conversations/" + "x" * 3000, "conversations/../agents",
     "conversations/{{7*7}}", "messages", "messages/x/raw", "attachments/..%2F..%2Fetc"],
)  # fmt: skip
def test_other_paths_are_not_found(anna, path):
    is_problem(anna.get(path), 404)


@pytest.mark.parametrize("value", ["%00", "%FF", "a%00b", "%ED%A0%80", "'%22;--", "%F0%9F%AB%96"])
def test_odd_values_in_every_filter_do_no_harm(anna, cast, value):
    for path, operations in openapi()["paths"].items():
        names = [
            one["name"]
            for one in operations.get("get", {}).get("parameters", [])
            if one["in"] == "query"
        ]
        for name in names:
            response = anna.get(f"{path.removeprefix('/api/v1/')}?{name}={value}")
            assert response.status_code < 500, (path, name)
            cache.clear()


def test_thousands_of_parameters_are_refused(anna):
    query = "&".join(f"a{number}=1" for number in range(3000))
    assert anna.get(f"conversations?{query}").status_code == 400


def test_a_program_that_asks_too_often_waits_and_others_do_not(cast, anna, monkeypatch):
    monkeypatch.setattr(rates, "PER_TOKEN", 5)
    monkeypatch.setattr(rates.time, "time", lambda: 1000.0)
    answers = [anna.get("agents") for _ in range(7)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 2
    is_problem(answers[-1], 429)
    assert int(answers[-1]["Retry-After"]) >= 1
    assert Caller(cast.mona).get("agents").status_code == 200


def test_so_does_who_tries_tokens(db, monkeypatch):
    monkeypatch.setattr(rates, "PER_ADDRESS", 5)
    monkeypatch.setattr(rates.time, "time", lambda: 1000.0)
    assert [Caller().get("agents").status_code for _ in range(6)] == [401] * 5 + [429]


def test_a_fault_of_ours_tells_nothing_about_it(anna, monkeypatch):
    def fail(*args):
        raise RuntimeError("secret detail")

    monkeypatch.setattr("promisedesk.api.showing.agents", fail)
    told = is_problem(anna.get("agents"), 500)
    assert "secret" not in str(told)
