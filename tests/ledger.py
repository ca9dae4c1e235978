"""The ledger of a crash test: what was put in, and whether each of it came out once.

Every mail carries a nonce in its Message-ID, subject and text, and comes from an address
of its own, so that no cap holds back an acknowledgement.
"""

import hashlib
import smtplib
import uuid
from collections import Counter

from tests.servers import Desk, wait_until
from tests.sink import SmtpSink

ATTACHED = b"%PDF-1.4 " + b"kettle" * 2000


def new_nonce() -> str:
    return f"N-{uuid.uuid4().hex[:12]}"


def address_of(nonce: str) -> str:
    return f"{nonce.lower()}@customer.example"


def mail_of(nonce: str) -> bytes:
    """A mail with a file, the same bytes for the same nonce."""
    body = f"Where is my parcel {nonce}?"
    file = ATTACHED + nonce.encode()
    return "\r\n".join(
        [
            f"From: Customer <{address_of(nonce)}>",
            f"To: {Desk.INBOX}",
            f"Subject: {nonce}",
            f"Message-ID: <{nonce}@customer.example>",
            "MIME-Version: 1.0",
            'Content-Type: multipart/mixed; boundary="b"',
            "",
            "--b",
            "Content-Type: text/plain",
            "",
            body,
            "--b",
            'Content-Type: application/pdf; name="label.pdf"',
            "Content-Disposition: attachment; filename=label.pdf",
            "Content-Transfer-Encoding: 8bit",
            "",
            file.decode(),
            "--b--",
            "",
        ]
    ).encode()


def try_to_mail(desk: Desk, nonce: str) -> bool:
    """Hand the mail of a nonce over; False when no 250 was heard, so it must be sent again."""
    try:
        desk.mail(mail_of(nonce))
    except (OSError, smtplib.SMTPException):
        return False
    return True


def mail_until_taken(desk: Desk, nonce: str) -> None:
    """What every mail server does: send it again until somebody says 250."""
    wait_until(lambda: try_to_mail(desk, nonce), 60, f"250 for {nonce}")


def drain(desk: Desk, patience: float = 60) -> None:
    """Wait until the worker has nothing left to read or to send."""

    def is_done() -> bool:
        arrivals = desk.rows("SELECT count(*) FROM conversations_arrival WHERE due_at IS NOT NULL")
        due = desk.rows("SELECT count(*) FROM conversations_delivery WHERE due_at IS NOT NULL")
        return arrivals == due == [(0,)]

    try:
        wait_until(is_done, patience, "the end of the work")
    except TimeoutError as error:
        raise AssertionError(f"{error}\n{desk.log('worker')[-5000:]}") from error


def check(desk: Desk, sink: SmtpSink, nonces: list[str]) -> None:
    """Every mail is one message in one conversation with one promise and one acknowledgement."""
    rows = desk.rows(
        "SELECT m.message_id, m.conversation_id, m.raw_sha256, c.subject"
        " FROM conversations_message m JOIN conversations_conversation c"
        " ON c.id = m.conversation_id WHERE m.direction = 'in'"
    )
    expected = {f"<{nonce}@customer.example>": nonce for nonce in nonces}
    counted = Counter(row[0] for row in rows)
    lost, twice = expected.keys() - counted.keys(), {id for id, n in counted.items() if n > 1}
    assert (lost, twice) == (set(), set())
    assert counted.keys() == expected.keys()
    assert len({row[1] for row in rows}) == len(nonces), "two mails in one conversation"
    for message_id, _conversation, sha256, subject in rows:
        assert subject == expected[message_id]
        stored = desk.folder / "data" / "files" / sha256[:2] / sha256
        assert stored.read_bytes() == mail_of(expected[message_id])

    files = desk.rows("SELECT sha256, size FROM conversations_attachment")
    for nonce in nonces:
        content = ATTACHED + nonce.encode()
        assert files.count((hashlib.sha256(content).hexdigest(), len(content))) == 1
    _check_what_followed(desk, sink, nonces)


def _check_what_followed(desk: Desk, sink: SmtpSink, nonces: list[str]) -> None:
    promised = desk.rows("SELECT conversation_id, count(*) FROM promises_promise GROUP BY 1")
    assert [count for _conversation, count in promised] == [1] * len(nonces)
    assert desk.rows("SELECT count(*) FROM promises_promise WHERE told_at IS NULL") == [(0,)]
    orphans = desk.rows(
        "SELECT count(*) FROM conversations_conversation WHERE id NOT IN"
        " (SELECT conversation_id FROM conversations_message WHERE direction = 'in')"
    )
    assert orphans == [(0,)]
    sent = dict(
        desk.rows(
            "SELECT to_address, maybe_twice FROM conversations_delivery"
            " WHERE is_automatic AND state = 'sent'"
        )
    )
    assert sent.keys() == {address_of(nonce) for nonce in nonces}
    for address, maybe_twice in sent.items():
        came = [mail for mail in sink.mails if mail.to == address]
        assert len(came) == 1 or (maybe_twice and len(came) == 2), (address, len(came))
        assert len({mail.raw for mail in came}) == 1
