"""The customer's new words apart from what their program quoted below or above them.

One pass over lines, no pattern that can run away. When unsure nothing is cut: an agent can
skip a quote, but cannot answer a sentence that was hidden.
"""

import re

from promisedesk.lib.mail import reply_words as words
from promisedesk.lib.mail.signatures import split_signature

# Marks the HTML reader puts before a line; they cannot occur in cleaned text.
QUOTE_FOLLOWS = "\x01"
ATTRIBUTION = "\x02"

LONGEST_ATTRIBUTION = 400  # characters, over at most 4 lines
MOST_CHECKS = 1000  # of suspicious lines; a text with more is a log, not a letter
MOST_NESTED = 8  # quotes one below the other with words between
WRAP_AT = 72  # where programs fold quoted lines

_VERB = re.compile(rf"(?<!\w)(?:{words.WROTE})(?!\w)|写道|寫道|のメール|viết", re.I)
_VERB_AT_END = re.compile(
    rf"(?:(?<!\w)(?:{words.WROTE})(?!\w)|写道|寫道)[^:]{{0,40}}[:：]?[\s*_-]*$", re.I
)
_DAYS = f"(?:{words.WEEKDAYS})"
_START = re.compile(
    rf"(?:(?:{words.ON})\s|\d{{1,4}}[\s./年-]|{_DAYS}\w*[.,]?,?\s|sent from|вы писали|you wrote|"
    rf"pisałeś|napisałeś|napisałaś|du schriebst)",
    re.I,
)
_DATE = re.compile(
    rf"\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}|\d年|(?:(?:{words.MONTHS})\w*\.?[\s-]*\d{{1,4}})|"
    rf"\d{{1,2}}\.?[\s-]*(?:de\s)?(?:{words.MONTHS})|\d月",
    re.I,
)
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}|\d\s?(?:am|pm)\b", re.I)
_MAIL = re.compile(r"[^\s<>@]@[^\s<>@]|\[at\]")
# 'Shop <shop@example.com> wrote:', the date perhaps after it.
_NAME_FIRST = re.compile(
    rf'["\'“„]?\w[^<>]{{0,80}}<[^<>\s]+@[^<>\s]+>(?=[^<>]*(?:(?<!\w)(?:{words.WROTE})(?!\w)|写道|寫道))'
    rf"[^<>]{{0,100}}(?:[:：]|\.\.\.)$",
    re.I,
)
_NAME_AND_DATE = re.compile(
    rf"[^<>:]{{1,60}}(?<!\w)(?:{words.WROTE})(?!\w)[^<>:]{{0,30}}\d{{4}}[^<>]{{0,30}}[:：]$", re.I
)
_MARKS = "\u200e\u200f\u202a\u202b\u202c\u2068\u2069"  # of writing direction
_INSIDE_LINE = re.compile(rf"(?:-{{2,}}\s*|\s)(On\s(?i:{_DAYS}|{words.MONTHS}|\d)[^\n]*)$")
_WORDS_OF_DELIMITER = re.compile(r"^[\s>*_=~#-]*(.*?)[\s*_=~#:-]*$")
_INITIALS = re.compile(r"[A-ZА-ЯЁŁŚŻ]{1,3}>")
_RULER = re.compile(r"[\s>]*[-_=*—–~]{5,}\s*")

_KIND_OF_LABEL = {
    label: kind for kind, labels in words.LABELS.items() for label in labels.split("|")
}
# Labels of everyday forms too ("Date: 5 May"): alone they do not make a quoted header.
_EVERYDAY = {"date", "data", "дата", "datum", "fecha", "dato", "日期", "on", "dátum", "tarih"}


def split_reply(text: str, *, is_forward: bool = False) -> tuple[str, str, str]:
    """(new text, quoted text, signature) of a mail's plain text.

    `is_forward`: the subject says the mail is passed on, so what is below belongs to it.
    Lines of the text are never changed; blank lines at the ends are dropped.
    """
    return split_lines(text.split("\n"), is_forward=is_forward)


def split_lines(lines: list[str], *, is_forward: bool = False) -> tuple[str, str, str]:
    """Like `split_reply` for lines, which may carry the marks above."""
    new, quoted = (lines, []) if is_forward else _new_and_quoted(lines)
    if not _joined(new):
        new, quoted = lines, []
    text, signature = split_signature(_unmarked(new))
    return text, _joined(quoted), signature


def _new_and_quoted(lines: list[str], depth: int = 0) -> tuple[list[str], list[str]]:
    at, below, kind = _first_splitter(lines)
    if kind == "forward":
        return lines, []
    if kind == "inside":
        head, tail = _cut_inside(lines[at]) or (lines[at], "")
        return [*lines[:at], head], [tail, *lines[at + 1 :]]
    if kind is None:
        return _without_last_quote(lines, 0)
    above = _without_rulers(lines[:at])
    if kind != "attribution" or not _is_quoted(_next_filled(lines, below)):
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
    nested_at, _, nested = _first_splitter(tail)
    if (nested and tail[nested_at] is first) or nested == "hard":
        return lines[:at], lines[at:]
    if any(_is_quoted(line) for line in tail):
        if nested and not any(_is_quoted(line) for line in tail[:nested_at]):
            rest, _ = _new_and_quoted(tail, depth + 1)
            return [*lines[:at], *rest], lines[at:end] + tail[len(rest) :]
        # Answers between the quotes need them: only a quote below the last word goes.
        return _without_last_quote(lines, 0)
    if nested:
        rest, quoted = _new_and_quoted(tail, depth + 1)
        return [*lines[:at], *rest], lines[at:end] + quoted
    return [*lines[:at], *tail], lines[at:end]


def _end_of_quote(lines: list[str], at: int) -> int:
    """Index after the last line of the quote, lines broken by a program included."""
    end, previous = at, ""
    for number in range(at, len(lines)):
        line = lines[number]
        if _is_quoted(line):
            previous, end = line, number + 1
        elif line.strip() and not (end == number and _continues(previous, line, lines, number)):
            break
        elif line.strip():
            end = number + 1
    return end


def _continues(previous: str, line: str, lines: list[str], number: int) -> bool:
    """Whether a bare line among quoted ones is the rest of the line above it."""
    text = line.strip()
    if not _is_quoted(lines[number + 1] if number + 1 < len(lines) else ""):
        return False
    if text.startswith(("(http", "<http", "http")):
        return True
    if any(previous.count(a) > previous.count(b) for a, b in ("()", "[]")):
        return True
    is_full = len(previous.rstrip()) + 1 + len(text.split(None, 1)[0]) >= WRAP_AT
    return is_full and not text[0].isupper()


def _without_last_quote(lines: list[str], floor: int) -> tuple[list[str], list[str]]:
    end = len(lines)
    while end > floor and (not lines[end - 1].strip() or _is_quoted(lines[end - 1])):
        end -= 1
    if end == len(lines) or not any(_is_quoted(line) for line in lines[end:]):
        return lines, []
    first = next(line for line in lines[end:] if line.strip())
    if _delimiter(first.lstrip("> ")) == "forward":
        return lines, []
    return lines[:end], lines[end:]


def _without_rulers(head: list[str]) -> list[str]:
    end = len(head)
    while end and (not head[end - 1].strip() or _RULER.fullmatch(head[end - 1][:200])):
        end -= 1
    return head[:end]


def _first_splitter(lines: list[str]) -> tuple[int, int, str | None]:
    """(first line, line after it, kind) of the first thing that announces a quote."""
    checks = 0
    for number, line in enumerate(lines):
        text = line.strip()
        if text and text[-1] in _MARKS:
            text = text.strip(_MARKS)
        if not text:
            continue
        first, last = text[0], text[-1]
        if first == QUOTE_FOLLOWS:
            return number, number + 1, "hard"
        if first == ATTRIBUTION:
            is_forward = _delimiter(text[1:]) == "forward"
            return number, number + 1, "forward" if is_forward else "attribution"
        if first == ">":
            if (not text.rstrip(" :").strip(">") and last == ":") or _is_first_quoted(
                lines, number
            ):
                at = _attribution(lines, number if last == ":" else number - 1, True)
                if at is not None:
                    return at, number + (last == ":"), "attribution"
            continue
        if (first in "-_=*#~—–" or last in ":-") and (kind := _delimiter(text)):
            return number, number + 1, kind
        has_label = ":" in text[:40] or "：" in text[:40]
        checks += has_label or last in ":：-*_>"
        if checks > MOST_CHECKS:
            break
        if last in ":：-*_>" and (found := _attribution_ending(lines, number)):
            return found
        if has_label and _is_header_block(lines, number):
            return number, number + 1, "block"
    return len(lines), len(lines), None


def _attribution_ending(lines: list[str], number: int) -> tuple[int, int, str] | None:
    """Where the attribution that ends in this line starts, if there is one."""
    if lines[number].rstrip()[-1] == ">":
        return None
    is_before_quote = _is_quoted(_next_filled(lines, number + 1))
    found = _attribution(lines, number, is_before_quote)
    if found is not None:
        return found, number + 1, "attribution"
    if is_before_quote and len(lines[number]) < 300 and _cut_inside(lines[number]):
        return number, number + 1, "inside"
    return None


def _attribution(lines: list[str], last: int, is_before_quote: bool) -> int | None:
    """First line of the attribution ending at line `last`, None if it is none."""
    joined, weak, at, blanks = "", None, last, 0
    while at >= 0 and last - at < 7 and len(joined) < LONGEST_ATTRIBUTION:
        line = lines[at].strip()
        if not line:
            # Some programs put blank lines around "<address> wrote:" only.
            if (joined and not joined.startswith(("<", "mailto:"))) or (not joined and blanks > 1):
                break
            blanks += 1
            at -= 1
            continue
        if at != last and _is_quoted(line):
            break
        joined = f"{line} {joined}".strip() if joined else line
        if len(joined) > LONGEST_ATTRIBUTION:
            break
        if _is_attribution(joined, is_before_quote):
            return at
        if weak is None and _is_name_first(joined, is_before_quote):
            weak = at
        at -= 1
    return weak


def _is_name_first(text: str, is_before_quote: bool) -> bool:
    text = text.strip(f"->* \t{_MARKS}")
    if hit := _NAME_FIRST.match(text):
        after = text[text.index(">") :]
        is_near = bool(_VERB_AT_END.search(after)) or len(after) < 40
        return bool(hit) and (is_near or bool(_DATE.search(after)))
    return is_before_quote and bool(_NAME_AND_DATE.match(text))


def _is_attribution(text: str, is_before_quote: bool) -> bool:
    bare = text.strip(f"-—*_ \t{_MARKS}")
    is_ruled = text.startswith("--") and text.endswith("--")
    if is_ruled and _VERB_AT_END.search(bare):
        return True
    start = _START.match(bare)
    if not start:
        return False
    has_mail = bool(_MAIL.search(bare))
    has_date = bool(_DATE.search(bare))
    has_time = bool(_TIME.search(bare))
    has_colon = bare[-1] in ":："
    if not has_colon:
        return (
            is_before_quote
            and (has_date or has_time)
            and (has_mail or bool(_VERB_AT_END.search(bare)))
        )
    if has_mail and has_date and has_time:
        return True
    if has_mail and (has_date or has_time):
        return bool(_VERB.search(bare)) or "<" in bare or is_before_quote
    if not _VERB.search(bare):
        return False
    if has_mail and "<" in bare:
        return True
    if has_date and has_time and "," in bare:
        return bool(_VERB_AT_END.search(bare)) or is_before_quote
    return is_before_quote and (has_date or has_time)


def _cut_inside(line: str) -> tuple[str, str] | None:
    """Text and attribution that share a line, as some phones write them."""
    hit = _INSIDE_LINE.search(line)
    if not hit or not _is_attribution(hit[1], True):
        return None
    return line[: hit.start()].rstrip("- "), hit[1]


def _delimiter(text: str) -> str | None:
    """'hard' for "-----Original Message-----", 'forward' for a message passed on."""
    if len(text) > 120:
        return None
    hit = _WORDS_OF_DELIMITER.match(text)
    core = hit[1].strip().lower() if hit else ""
    if len(core) < 4:
        return None
    if core in words.FORWARDED:
        return "forward"
    return "hard" if core in words.ORIGINAL and not text[0].isalpha() else None


def _is_header_block(lines: list[str], at: int) -> bool:
    """Whether "From: ... Sent: ... To: ... Subject: ..." in any language starts here."""
    kinds: set[str] = set()
    labels: set[str] = set()
    with_mail: set[str] = set()
    kind, has_number, misses = "", False, 0
    for number in range(at, min(at + 24, len(lines))):
        line = lines[number][:600]
        found = _label(line)
        if found is None:
            if not kinds:
                return False
            if misses == 0 and _MAIL.search(line):
                with_mail.add(kind)  # the rest of a folded field
            misses += 1
            if misses > 2:
                break
            continue
        misses = 0
        kind, label, value = found
        kinds.add(kind)
        labels.add(label)
        if _MAIL.search(value):
            with_mail.add(kind)
        has_number = has_number or (kind == "sent" and any(map(str.isdigit, value)))
        for each in value.split(":")[:-1][:6]:  # several labels on one line
            inner = _KIND_OF_LABEL.get(each.rpartition(" ")[2].strip("* ").lower())
            if inner in ("sent", "subject"):
                kinds.add(inner)
                has_number = True
    kinds.discard("other")
    if len(kinds) < 2 or not kinds & {"from", "sent"}:
        return False
    if "sent" in kinds and not has_number and "subject" not in kinds:
        return False
    is_explicit = any(_KIND_OF_LABEL[each] == "sent" for each in labels - _EVERYDAY)
    if is_explicit or ("subject" in kinds and len(kinds) > 2):
        return True
    # A form may hold an address anywhere; a quoted header has it at the sender.
    return "from" in with_mail if "from" in kinds else bool(with_mail)


def _label(line: str) -> tuple[str, str, str] | None:
    text = line.lstrip("> \t*_|\xa0\u3000")
    end = text.find(":", 0, 40)
    if end < 0 and (end := text.find("：", 0, 40)) < 0:
        return None
    label = text[:end].strip(" *_\t\xa0").lower()
    kind = _KIND_OF_LABEL.get(label)
    return (kind, label, text[end + 1 :]) if kind else None


def _is_quoted(line: str) -> bool:
    start = line.lstrip()[:4]
    if start[:1] == ">":
        return True
    # The Bat! puts the initials of the one it quotes before the sign: "AN> ...".
    return ">" in start and bool(_INITIALS.match(start))


def _is_first_quoted(lines: list[str], number: int) -> bool:
    return number > 0 and not _is_quoted(lines[number - 1])


def _next_filled(lines: list[str], at: int) -> str:
    for number in range(at, min(at + 40, len(lines))):
        if lines[number].strip():
            return lines[number]
    return ""


def _unmarked(lines: list[str]) -> list[str]:
    return [line.strip(QUOTE_FOLLOWS + ATTRIBUTION) for line in lines]


def _joined(lines: list[str]) -> str:
    return "\n".join(line.rstrip() for line in _unmarked(lines)).strip("\n").rstrip()
