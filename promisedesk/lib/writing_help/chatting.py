"""The protocol many language model servers speak: POST /chat/completions, GET /models.

The shapes are those of platform.openai.com/docs/api-reference (chat, models), which others
follow; of an answer only what all of them have is read.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

MOST_TOKENS = 2000  # of an answer: some 1,200 words
LONGEST = 20_000  # characters of an answer
MOST_MODELS = 300
_THOUGHTS = re.compile(r"\s*<think(?:ing)?>.{0,100000}?</think(?:ing)?>", re.S | re.I)
_FENCE = re.compile(r"```\w{0,10}\n(?P<text>.*)\n```", re.S)
_MARKS = re.compile(r"\A\s*</?text>|</?text>\s*\Z")
_QUOTES = [('"', '"'), ("“", "”"), ("«", "»"), ("„", "”")]


class Unreadable(ValueError):
    """It is no answer of this protocol."""


@dataclass(frozen=True, slots=True)
class Said:
    text: str
    is_cut: bool = False  # the server ended it before it was whole


def body(model: str, messages: list[dict[str, str]]) -> bytes:
    """What is posted. Little freedom: facts are to stay."""
    asked = {
        "model": model,
        "messages": messages,
        "temperature": 0.3,
        "max_tokens": MOST_TOKENS,
        "stream": False,
    }
    return json.dumps(asked, ensure_ascii=False).encode()


def read_answer(content: bytes) -> Said:
    """The text of an answer, without the wrapping some models put around. Raises Unreadable."""
    try:
        choice = json.loads(content)["choices"][0]
        text = choice["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise Unreadable from error
    if not isinstance(text, str):
        raise Unreadable
    return Said(_bare(text)[:LONGEST], choice.get("finish_reason") == "length")


def read_models(content: bytes) -> list[str]:
    """The names of the models a server has. Raises Unreadable."""
    try:
        names = [one["id"] for one in json.loads(content)["data"]]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise Unreadable from error
    return [one[:200] for one in names if isinstance(one, str) and one.strip()][:MOST_MODELS]


def _bare(text: str) -> str:
    text = _THOUGHTS.sub("", text, count=1).replace("\r\n", "\n")
    text = "".join(char for char in text if char in "\n\t" or ord(char) >= 32).strip()
    if fenced := _FENCE.fullmatch(text):
        text = fenced["text"].strip()
    text = _MARKS.sub("", _MARKS.sub("", text)).strip()
    for left, right in _QUOTES:
        inner = text[1:-1]
        if len(text) > 2 and text[0] == left and text[-1] == right and left not in inner:
            return inner.strip()
    return text
