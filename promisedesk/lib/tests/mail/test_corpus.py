"""The openly licensed mails of other projects, when they lie beside ours.

Floors, not fits: a case may be lost to win two others, but no set may sink.
"""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from promisedesk.lib.mail.html_text import html_lines, html_to_text
from promisedesk.lib.mail.reading import read_mail
from promisedesk.lib.mail.report import as_read_json
from promisedesk.lib.mail.trimming import split_lines, split_reply

CORPUS = Path(__file__).resolve().parents[5] / "shared" / "mailcorpus"

pytestmark = pytest.mark.skipif(
    not (CORPUS / "INDEX.json").exists(), reason="no ../shared/mailcorpus beside the project"
)


def _cases(kind: str):
    index = json.loads((CORPUS / "INDEX.json").read_text("utf-8"))
    return [each for each in index["cases"] if each["kind"] == kind]


def _input(case) -> str:
    if "input" in case["expected"]:
        return case["expected"]["input"]
    return (CORPUS / case["file"]).read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")


def _bare(text: str) -> str:
    return re.sub(r"[\s>-]", "", text)


def test_replies_are_trimmed_as_their_projects_expect():
    good, all_of, lost = Counter(), Counter(), []
    for case in _cases("reply"):
        text, _, signature = split_reply(_input(case))
        wanted = case["expected"]["trimmed_reply"]
        all_of[case["source"]] += 1
        good[case["source"]] += _bare(wanted) in (_bare(text), _bare(text + signature))
        if not set(wanted.split()) <= set(f"{text} {signature} --".split()):
            lost.append((case["source"], wanted))
    assert not lost
    for source, count in all_of.items():
        assert good[source] / count >= 0.9, f"{source}: {good[source]} of {count}"


def test_html_replies_are_trimmed_as_their_projects_expect():
    cases = _cases("html_reply")
    good = 0
    for case in cases:
        text, _, signature = split_lines(html_lines(_input(case)))
        good += _bare(text + signature) == _bare(html_to_text(case["expected"]["trimmed_reply"]))
    assert good / len(cases) >= 0.9, f"{good} of {len(cases)}"


def test_bounces_are_known_as_bounces():
    cases = [each for each in _cases("bounce") if each["expected"]["is_bounce"]]
    found = named = 0
    for case in cases:
        mail = read_mail((CORPUS / case["file"]).read_bytes())
        found += mail.kind == "bounce"
        wanted = {each.lower() for each in case["expected"]["addresses"]}
        named += {each.address.lower() for each in mail.bounced} >= wanted
    assert found / len(cases) >= 0.96
    assert named / len(cases) >= 0.85


def test_every_mail_of_the_corpus_is_read():
    for path in sorted(CORPUS.rglob("*")):
        if not path.is_file() or path.suffix in (".json", ".html"):
            continue
        mail = read_mail(path.read_bytes())
        assert not [each for each in mail.problems if "fully" in each], path
        json.dumps(as_read_json(mail, path.name), ensure_ascii=False).encode()


def test_senders_and_subjects_are_as_their_projects_expect():
    cases = [each for each in _cases("parse") if "from" in each["expected"]]
    good = 0
    for case in cases:
        mail = read_mail((CORPUS / case["file"]).read_bytes())
        wanted = case["expected"]["from"].lower()
        good += mail.sender is not None and mail.sender.address.lower() == wanted
    assert good / len(cases) >= 0.85, f"{good} of {len(cases)}"
