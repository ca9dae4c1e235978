"""Names for rows that leave the desk: random, so that nobody can guess a neighbour's."""

import secrets

# No 0 O 1 I L: people read these to one another over the phone.
READABLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
MAILABLE = "abcdefghijkmnpqrstuvwxyz23456789"  # 32: each as likely as the next


def public_id() -> str:
    """An unguessable id for API, links and portal: 22 characters, 128 bits."""
    return secrets.token_urlsafe(16)


def short_ref() -> str:
    """A reference people can read aloud: 8 characters, 39 bits. Only suggests, never opens."""
    return "".join(secrets.choice(READABLE) for _ in range(8))


def mail_token() -> str:
    """An unguessable word for addresses: 26 lower-case characters (local parts fold case)."""
    return "".join(MAILABLE[byte % 32] for byte in secrets.token_bytes(26))
