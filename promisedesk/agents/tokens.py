"""Words that open something once. Only their hashes are kept: a stolen database opens nothing."""

import hashlib
import secrets


def new_token() -> str:
    """A word nobody can guess: 43 characters, 256 bits."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """What is stored: SHA-256 in hex. Fast on purpose, the word itself cannot be guessed."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
