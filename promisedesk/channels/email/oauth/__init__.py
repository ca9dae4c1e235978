"""Mailboxes that let the desk in by a token instead of a password (OAuth 2, RFC 6749).

An admin registers the shop's app (`registering`), an account holder allows it mail
(`granting`), and from then on `tokens` has a fresh access token for whoever signs in to
IMAP or SMTP (`bearing`). A newcomer would get wrong: a refresh token may be good for one
use only, so what comes back is stored before anything else happens.
"""
