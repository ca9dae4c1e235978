"""How well mails are read, measured on other projects' mails. `python -m tests.mail_scores`.

The mails are not ours and not in this repository: name their folder in PROMISEDESK_MAILCORPUS
or lay it at ../shared/mailcorpus. Its INDEX.json says what each source expects of each mail.
`SETS` is the whole table: a new set is a line there and the function that judges one case.
`-v` shows the cases that are not exact.
"""

import ast
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from promisedesk.lib.mail.html_text import html_lines, html_to_text
from promisedesk.lib.mail.model import ParsedMail
from promisedesk.lib.mail.reading import read_mail
from promisedesk.lib.mail.trimming import split_lines, split_reply

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "mailcorpus"


@dataclass(frozen=True)
class Verdict:
    """What came of one case: as its source expects, words missing, words too many."""

    is_exact: bool
    is_lost: bool = False
    is_extra: bool = False
    detail: str = ""


@dataclass
class Tally:
    """The verdicts of one set. `failed` holds (name of the case, verdict)."""

    exact: int = 0
    lost: int = 0
    extra: int = 0
    of: int = 0
    seconds: float = 0.0
    failed: list[tuple[str, Verdict]] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.exact / self.of if self.of else 0.0


def corpus() -> Path | None:
    """The folder with the mails, None where there is none."""
    folder = Path(os.environ.get("PROMISEDESK_MAILCORPUS") or BESIDE)
    return folder if (folder / "INDEX.json").exists() else None


def input_of(case: dict, folder: Path) -> str:
    if "input" in case["expected"]:
        return case["expected"]["input"]
    return (folder / case["file"]).read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")


def judged(text: str, signature: str, wanted: str) -> Verdict:
    """Text against text. A source may count a signature, or its "--", as part of the reply."""
    is_exact = _tidy(wanted) == _tidy(text)
    is_exact = is_exact or _bare(wanted) in (_bare(text), _bare(text + signature))
    expected, found = set(wanted.split()), set(text.split())
    is_lost = not expected <= set(f"{text} {signature} -- — - * _".split())
    is_lost = is_lost and _bare(wanted) not in _bare(text + signature)
    return Verdict(is_exact, is_lost, not is_exact and not found <= expected, text)


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.replace("\r", "").split("\n")).strip()


def _bare(text: str) -> str:
    """Without blanks, which programs change at will, and without dashes of delimiters."""
    return re.sub(r"[\s>_-]", "", text)


def reply(case: dict, folder: Path) -> Verdict:
    text, _, signature = split_reply(input_of(case, folder))
    return judged(text, signature, case["expected"]["trimmed_reply"])


def html_reply(case: dict, folder: Path) -> Verdict:
    text, _, signature = split_lines(html_lines(input_of(case, folder)))
    return judged(text, signature, html_to_text(case["expected"]["trimmed_reply"]))


def unwrapped(case: dict, folder: Path) -> Verdict:
    """A forward stays whole, a reply keeps what stands above its quote."""
    source = input_of(case, folder)
    text, quoted, signature = split_reply(source)
    expected = case["expected"]["expected"]
    expected = ast.literal_eval(expected) if isinstance(expected, str) else expected
    kind = (expected or {}).get("type")
    wanted = expected["text_top"] if kind == "reply" else source
    if kind == "quote":
        wanted = source if not quoted else f"{expected['text_top']}\n{expected['text_bottom']}"
    if kind == "forward" and quoted and "forward" not in source.lower():
        # Without the word nothing tells a bare header block from a reply's.
        wanted = expected.get("text_top", source)
    verdict = judged(text, signature, wanted)
    if kind is None and verdict.is_lost:
        # The source leaves a single marked line alone; folding it takes none of the words.
        own = "\n".join(line for line in wanted.split("\n") if line[:1] != ">")
        return Verdict(verdict.is_exact, judged(text, signature, own).is_lost, detail=text)
    return verdict


_ASSERTION = re.compile(
    r"""assert(?:True|In|NotIn)\(\s*(?P<said>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*"""
    r"""(?P<how>in|not in|==|,)\s*\w+\.(?P<where>replies\[0\]\.\w+|fragments\[0\]\.\w+|reply)"""
)


def assertions(case: dict, folder: Path) -> Verdict | None:
    """What a source's own tests say of the newest reply; None where they say nothing of it.

    Their signatures begin at the closing ("Kind regards"), ours below it: a closing counts as
    found wherever it is.
    """
    text, _, signature = split_reply(input_of(case, folder))
    whole = f"{text}\n{signature}"
    wrong, checked = [], 0
    for each in case["expected"]["assertions"]:
        hit = _ASSERTION.search(each)
        if not hit or each.lstrip().startswith("#"):
            continue
        said = ast.literal_eval(hit["said"])
        where = hit["where"].rpartition(".")[2]
        is_denied = hit["how"] == "not in" or "NotIn" in each
        if is_denied and (where == "signatures" or _bare(said) in _bare(whole)):
            continue  # a closing, which is ours to keep
        checked += 1
        is_in = _bare(said) in _bare(whole)
        if hit["how"] == "==":
            is_in = _bare(said) in (_bare(text), _bare(signature), _bare(whole))
        if is_in == is_denied:
            wrong.append(each)
    if not checked:
        return None
    return Verdict(not wrong, any("not" not in each.lower() for each in wrong), False, str(wrong))


def mail_of(case: dict, folder: Path) -> ParsedMail:
    return read_mail((folder / case["file"]).read_bytes())


def bounce(case: dict, folder: Path) -> Verdict | None:
    """Whether a bounce is known as one, and nothing else is."""
    if not case["expected"]["addresses"]:
        return None  # the source says of it that nobody bounced
    found = mail_of(case, folder)
    return Verdict(found.kind == "bounce", detail=found.kind)


def bounced(case: dict, folder: Path) -> Verdict | None:
    """Whether exactly the right addresses are named."""
    wanted = {each.lower() for each in case["expected"]["addresses"]}
    if not wanted:
        return None
    found = {each.address.lower() for each in mail_of(case, folder).bounced}
    return Verdict(found == wanted, not found >= wanted, not found <= wanted, f"{found}")


def kept(case: dict, folder: Path) -> Verdict:
    """Whether a mail made to break readers is read to its end."""
    problems = mail_of(case, folder).problems
    return Verdict(not any("fully" in each for each in problems), detail=str(problems))


_RUBY_TEXT = r"""(?P<said>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_RUBY_LIST = re.compile(r"""\]?\.(?P<what>from|to|cc|reply_to)\)\.to eq\s+\[(?P<said>[^\]]*)\]""")
_RUBY_FACTS = (
    (re.compile(rf"mail\.subject\)\.to eq {_RUBY_TEXT}"), lambda mail: mail.subject),
    (
        re.compile(rf"mail\.message_id\)\.to eq {_RUBY_TEXT}"),
        lambda mail: (mail.message_id or "")[1:-1],
    ),
    (re.compile(rf"mail\.decoded(?:\.chomp)?\)\.to eq {_RUBY_TEXT}"), lambda mail: mail.text),
    (
        re.compile(r"attachments\.(?:length|size)\)\.to eq\(?\s?(?P<said>\d+)"),
        lambda mail: len(mail.attachments),
    ),
    (
        re.compile(rf"attachments(?:\[0\]|\.first)\.filename\)\.to eq {_RUBY_TEXT}"),
        lambda mail: mail.attachments and mail.attachments[0].name,
    ),
    (
        re.compile(r"attachments\[0\]\.decoded\.length\)\.to eq (?P<said>\d+)"),
        lambda mail: mail.attachments and mail.attachments[0].size,
    ),
)


def _plain(text: str) -> str:
    """Without blanks, comments and routes, which some keep in an address and we do not."""
    return re.sub(r"\([^)]*\)|^@[^:]*:|\s", "", text).lower()


def fields(case: dict, folder: Path) -> Verdict | None:
    """What a source's own tests say of subject, addresses, words and files."""
    mail, checked, wrong = mail_of(case, folder), 0, []
    for each in case["expected"]["assertions"]:
        if "(@" in each:
            continue  # said of another mail of the same test
        for pattern, fact in _RUBY_FACTS:
            if hit := pattern.search(each):
                checked += 1
                wanted, got = ast.literal_eval(hit["said"]), fact(mail)
                if _plain(str(wanted)) != _plain(str(got)):
                    wrong.append(f"{each}: {got!r}")
        if hit := _RUBY_LIST.search(each):
            wanted = [_plain(one) for one in re.findall(r"""["']([^"']+)["']""", hit["said"])]
            found = {
                "to": mail.to,
                "cc": mail.cc,
                "from": [mail.sender],
                "reply_to": [mail.reply_to],
            }
            got = [one.address.lower() for one in found[hit["what"]] if one]
            checked += 1
            if wanted != got:
                wrong.append(f"{each}: {got!r}")
    return Verdict(not wrong, detail="; ".join(wrong)) if checked else None


Judge = Callable[[dict, Path], Verdict | None]

# (name in the table, source, kind, judge). Kinds and sources are those of INDEX.json.
SETS: list[tuple[str, str, str, Judge]] = [
    ("talon, replies", "talon", "reply", reply),
    ("willdurand, replies", "willdurand", "reply", reply),
    ("zapier, replies", "zapier", "reply", reply),
    ("zapier, statements", "zapier", "reply_assertions", assertions),
    ("alfonsrv, statements", "alfonsrv", "reply_assertions", assertions),
    ("quotequail, forwards and replies", "quotequail", "forward_unwrap", unwrapped),
    ("talon, HTML replies", "talon", "html_reply", html_reply),
    ("mikel/mail, fields", "mikel_mail", "parse", fields),
    ("mikel/mail, made to break", "mikel_mail", "must_not_crash", kept),
    ("MimeKit, made to break", "mimekit", "must_not_crash", kept),
    ("flufl, bounces known", "flufl_bounce", "bounce", bounce),
    ("flufl, bounced addresses", "flufl_bounce", "bounce", bounced),
]


def tallies(folder: Path) -> Iterator[tuple[str, Tally]]:
    """(name, tally) of each set, in the order of `SETS`."""
    index = json.loads((folder / "INDEX.json").read_text("utf-8"))["cases"]
    for name, source, kind, judge in SETS:
        tally = Tally()
        cases = [each for each in index if (each["source"], each["kind"]) == (source, kind)]
        started = time.process_time()
        for case in cases:
            verdict = judge(case, folder)
            if verdict is None:
                continue
            tally.of += 1
            tally.exact += verdict.is_exact
            tally.lost += verdict.is_lost
            tally.extra += verdict.is_extra
            if not verdict.is_exact or verdict.is_lost:
                tally.failed.append((case.get("file") or case.get("stated_in", ""), verdict))
        tally.seconds = time.process_time() - started
        yield name, tally


def table(folder: Path, *, with_failures: bool = False) -> Iterator[str]:
    """The lines people read: a set a line, "lost" counting mails whose words were cut."""
    yield f"{'set':<34} {'exact':>6} {'lost':>6} {'extra':>6} {'of':>5} {'share':>7} {'ms each':>8}"
    for name, tally in tallies(folder):
        each = 1000 * tally.seconds / max(1, tally.of)
        counts = f"{tally.exact:>6} {tally.lost:>6} {tally.extra:>6} {tally.of:>5}"
        yield f"{name:<34} {counts} {tally.share:>7.1%} {each:>8.2f}"
        if with_failures:
            yield from (f"    {case}: {verdict.detail!r}" for case, verdict in tally.failed)


def main() -> None:
    folder = corpus()
    if folder is None:
        sys.stdout.write("No mails to measure: name their folder in PROMISEDESK_MAILCORPUS.\n")
        return
    for line in table(folder, with_failures="-v" in sys.argv):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
