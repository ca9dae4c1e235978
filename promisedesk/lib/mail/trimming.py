"""The customer's new words apart from what their program quoted below or above them.

One pass over lines, no pattern that can run away. When unsure nothing is cut: an agent can
skip a quote, but cannot answer a sentence that was hidden.
"""

import re

from promisedesk.lib.mail.announcing import (
    ATTRIBUTION,
    QUOTE_FOLLOWS,
    cut_inside,
    delimiter,
    first_splitter,
    is_quoted,
    next_filled,
)
from promisedesk.lib.mail.attributions import names_a_writer
from promisedesk.lib.mail.signatures import split_signature

MOST_NESTED = 8  # quotes one below the other with words between
MOST_SHOWN = 6  # marked lines below a colon that the customer may want to show
WRAP_AT = 72  # where programs fold quoted lines

Splitter = tuple[int, int, str | None]  # as announcing.first_splitter finds it

_RULER = re.compile(r"[\s>]*[-_=*—–~]{5,}\s*")


def split_reply(text: str, *, is_forward: bool = False) -> tuple[str, str, str]:
    """(new text, quoted text, signature) of a mail's plain text.

    `is_forward`: the subject says the mail is passed on, so what is below belongs to it.
    Lines of the text are never changed; blank lines at the ends are dropped.
    """
    return split_lines(text.split("\n"), is_forward=is_forward)


def split_lines(lines: list[str], *, is_forward: bool = False) -> tuple[str, str, str]:
    """Like `split_reply` for lines, which may carry the marks above."""
    found = first_splitter(lines)
    if found[2] == "forward" or (is_forward and found[2]):
        return _joined(lines), "", ""  # what is shown stays whole, its signature too
    new, quoted = (lines, []) if is_forward else _new_and_quoted(lines, found)
    if not _joined(new) and not _is_all_marked(lines, found):
        return _joined(lines), "", ""
    text, signature = split_signature(_unmarked(new))
    return text, _joined(quoted), signature


def _is_all_marked(lines: list[str], found: Splitter) -> bool:
    """Whether a mail is an attribution and marked lines only: an answer without words."""
    _, below, kind = found
    if kind != "attribution" or below >= len(lines):
        return False
    return all(is_quoted(line) for line in lines[below:] if line.strip())


def _new_and_quoted(
    lines: list[str], found: Splitter, depth: int = 0
) -> tuple[list[str], list[str]]:
    at, below, kind = found
    if kind == "forward":
        return lines, []
    if kind == "inside":
        head, tail = cut_inside(lines[at]) or (lines[at], "")
        return [*lines[:at], head], [tail, *lines[at + 1 :]]
    if kind is None:
        return _without_last_quote(lines, 0)
    above = _without_rulers(lines[:at])
    if kind != "attribution" or not is_quoted(next_filled(lines, below)):
        return above, lines[len(above) :]
    return _around_quote(lines, len(above), below, depth)


def _around_quote(lines: list[str], at: int, below: int, depth: int) -> tuple[list[str], list[str]]:
    """New text above, below or between the lines of a marked quote that starts at `below`."""
    end = _end_of_quote(lines, below)
    tail = lines[end:]
    first = next((line for line in tail if line.strip()), "")
    if not first:
        return lines[:at], lines[at:]
    if depth >= MOST_NESTED:
        return _without_last_quote(lines, 0)
    inner = nested_at, _, nested = first_splitter(tail)
    if (nested and tail[nested_at] is first) or nested == "hard":
        return lines[:at], lines[at:]
    if any(is_quoted(line) for line in tail):
        if nested and not any(is_quoted(line) for line in tail[:nested_at]):
            rest, quoted = _new_and_quoted(tail, inner, depth + 1)
            return [*lines[:at], *rest], lines[at:end] + quoted
        # Answers between the quotes need them: only a quote below the last word goes.
        return _without_last_quote(lines, 0)
    if nested:
        rest, quoted = _new_and_quoted(tail, inner, depth + 1)
        return [*lines[:at], *rest], lines[at:end] + quoted
    return [*lines[:at], *tail], lines[at:end]


def _end_of_quote(lines: list[str], at: int) -> int:
    """Index after the last line of the quote, lines broken by a program included."""
    end, previous = at, ""
    for number in range(at, len(lines)):
        line = lines[number]
        if is_quoted(line):
            previous, end = line, number + 1
        elif line.strip() and not (end == number and _continues(previous, line, lines, number)):
            break
        elif line.strip():
            end = number + 1
    return end


def _continues(previous: str, line: str, lines: list[str], number: int) -> bool:
    """Whether a bare line among quoted ones is the rest of the line above it."""
    text = line.strip()
    if not is_quoted(lines[number + 1] if number + 1 < len(lines) else ""):
        return False
    if text.startswith(("(http", "<http", "http")):
        return True
    if any(previous.count(a) > previous.count(b) for a, b in ("()", "[]")):
        return True
    is_full = len(previous.rstrip()) + 1 + len(text.split(None, 1)[0]) >= WRAP_AT
    return is_full and not text[0].isupper()


def _without_last_quote(lines: list[str], floor: int) -> tuple[list[str], list[str]]:
    end = len(lines)
    while end > floor and (not lines[end - 1].strip() or is_quoted(lines[end - 1])):
        end -= 1
    if end == len(lines) or not any(is_quoted(line) for line in lines[end:]):
        return lines, []
    first = next(line for line in lines[end:] if line.strip())
    if delimiter(first.lstrip("> ")) == "forward":
        return lines, []
    if end and names_a_writer(lines[end - 1]):
        return lines[: end - 1], lines[end - 1 :]
    if end and _is_introduced(lines, end):
        return lines, []
    return lines[:end], lines[end:]


def _is_introduced(lines: list[str], at: int) -> bool:
    """Whether the customer shows a few marked lines: "It says:" and the quote."""
    filled = sum(1 for line in lines[at:] if line.strip("> "))
    return filled <= MOST_SHOWN and lines[at - 1].rstrip().endswith(":")


def _without_rulers(head: list[str]) -> list[str]:
    end = len(head)
    while end and (not head[end - 1].strip() or _RULER.fullmatch(head[end - 1][:200])):
        end -= 1
    return head[:end]


def _unmarked(lines: list[str]) -> list[str]:
    return [line.strip(QUOTE_FOLLOWS + ATTRIBUTION) for line in lines]


def _joined(lines: list[str]) -> str:
    return "\n".join(line.rstrip() for line in _unmarked(lines)).strip("\n").rstrip()
