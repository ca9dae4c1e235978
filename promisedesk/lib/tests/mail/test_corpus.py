"""The openly licensed mails of other projects, when they lie beside ours.

Floors, not fits: a case may be lost to win two others, but no set may sink. How replies are
told from quotes is measured by tests/mail_scores.py.
"""

import json
from pathlib import Path

import pytest

from promisedesk.lib.mail.reading import read_mail
from promisedesk.lib.mail.report import as_read_json

CORPUS = Path(__file__).resolve().parents[5] / "shared" / "mailcorpus"

pytestmark = pytest.mark.skipif(
    not (CORPUS / "INDEX.json").exists(), reason="no ../shared/mailcorpus beside the project"
)


def _cases(kind: str):
    index = json.loads((CORPUS / "INDEX.json").read_text("utf-8"))
    return [each for each in index["cases"] if each["kind"] == kind]


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
