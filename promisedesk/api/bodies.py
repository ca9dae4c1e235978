"""What programs send: JSON in UTF-8 and nothing else, read strictly.

Python's reader takes NaN, doubled keys and numbers that become infinite; two programs
that read one body differently is how checks are walked around, so none of it passes.
"""

import json
from math import isinf
from typing import Any, NoReturn

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, UnreadablePostError
from ninja.parser import Parser

from promisedesk.api.problems import Problem


def check_body(request: HttpRequest) -> None:
    """Refuse what is not JSON by its label, or is too big, before anything reads it."""
    kind = request.content_type.lower()
    if kind != "application/json":
        raise Problem(415, "Send application/json.", headers={"Accept": "application/json"})
    if request.content_params.get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        raise Problem(415, "Send JSON in UTF-8.")
    if request.headers.get("Content-Encoding", "identity") != "identity":
        raise Problem(415, "Send the body as it is, not compressed.")
    try:
        request.body  # noqa: B018  reads it
    except RequestDataTooBig:
        raise Problem(413, "This is too big. Send less than 30 MB at once.") from None
    except (UnreadablePostError, ValueError):
        raise Problem(400, "The body ended too early.") from None


class StrictParser(Parser):
    """JSON as RFC 8259 has it, one value a key."""

    def parse_body(self, request: HttpRequest) -> Any:
        try:
            return json.loads(
                request.body.decode("utf-8"),
                parse_constant=_refuse_constant,
                parse_float=_finite,
                object_pairs_hook=_once_each,
            )
        except RecursionError:
            raise Problem(400, "The JSON is nested too deeply.") from None
        except (ValueError, UnicodeDecodeError):
            raise Problem(400, "This is not valid JSON in UTF-8.") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _finite(text: str) -> float:
    number = float(text)
    if isinf(number):
        raise ValueError(text)
    return number


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found
