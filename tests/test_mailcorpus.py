"""No set of other projects' mails may be read worse than it was.

Floors, not fits: a case may be lost to win two others, but no set may sink.
"""

import pytest

from tests import mail_scores

FLOORS = {  # share of mails read exactly as their source expects
    "talon, replies": 0.98,
    "willdurand, replies": 0.94,
    "zapier, replies": 1.0,
    "zapier, statements": 1.0,
    "alfonsrv, statements": 0.95,
    "quotequail, forwards and replies": 0.95,
    "talon, HTML replies": 0.93,
    "mikel/mail, fields": 0.95,
    "mikel/mail, made to break": 1.0,
    "MimeKit, made to break": 1.0,
    "flufl, bounces known": 0.97,
    "flufl, bounced addresses": 0.93,
}

REPLIES = list(FLOORS)[:7]  # sets that tell new words from quotes

FOLDER = mail_scores.corpus()
pytestmark = pytest.mark.skipif(
    FOLDER is None, reason="no mails: name their folder in PROMISEDESK_MAILCORPUS"
)


@pytest.fixture(scope="module")
def tallies():
    return dict(mail_scores.tallies(FOLDER))


@pytest.mark.parametrize("name", FLOORS)
def test_a_set_is_read_as_its_source_expects(tallies, name):
    tally = tallies[name]
    assert tally.of, "the set is gone from INDEX.json"
    assert tally.share >= FLOORS[name], [case for case, _ in tally.failed]


@pytest.mark.parametrize("name", REPLIES)
def test_no_words_of_a_customer_are_cut(tallies, name):
    lost = [case for case, verdict in tallies[name].failed if verdict.is_lost]
    assert not lost
