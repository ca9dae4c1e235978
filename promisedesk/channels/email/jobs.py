"""What the worker does for mail. Each round calls one ability."""

from promisedesk.channels.email import (
    alarming,
    calling,
    domain_looks,
    fetching,
    listening,
    reading,
    self_test,
    sending,
    spare,
    turns,
    waiting,
)
from promisedesk.channels.email.oauth import tokens
from promisedesk.core import files, work


@work.every(0.25)
def read_waiting() -> int:
    """Make messages of the mails that wait."""
    return reading.read_waiting()


@work.every(1, lanes=turns.LANES)
def fetch_due() -> int:
    """Look into the IMAP mailboxes whose time has come; a slow one holds up no other."""
    return fetching.fetch_due()


@work.every(0.1)
def listen() -> int:
    """Hear from the mailboxes that call when mail comes."""
    return listening.listen()


@work.every(0.25, lanes=4)
def send_due() -> int:
    """Hand over what waits to be sent; a slow server holds up one lane of four."""
    return sending.send_due()


@work.every(1)
def spare_lanes() -> int:
    """Open more lanes while servers that do not answer hold the usual ones."""
    return spare.keep_lanes_free()


@work.every(5)
def wake_waiting() -> int:
    """Send what waited for a mail server, once one is set."""
    return waiting.wake()


@work.every(10)
def refresh_grants() -> int:
    """Ask for new access tokens before the old ones end."""
    return tokens.refresh_due()


@work.every(1)
def test_mailboxes() -> int:
    """Send letters to ourselves that somebody asked for, and wait for them."""
    return self_test.work_due()


@work.every(5)
def look_up_domains() -> int:
    """See what the DNS says of the domains our letters come from."""
    return domain_looks.look_due()


@work.every(30)  # rounds rarer than a minute look dead on the page of health
def sweep_leftovers() -> int:
    """Remove what killed processes left half done among the files."""
    return files.sweep()


@work.every(15)
def watch() -> int:
    """See whether every part works, and write to the admins by a way that does."""
    return alarming.watch()


@work.every(2)
def write_to_agents() -> int:
    """Write to agents about missed promises and urgent matters."""
    return calling.write_due()
