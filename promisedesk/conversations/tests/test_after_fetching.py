import pytest

from promisedesk.conversations import inboxes
from promisedesk.conversations.after_fetching import set_after_fetch
from promisedesk.core.errors import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def mailbox(cast):
    return inboxes.set_imap(cast.help, "imaps://a:b@mail.example/INBOX")


def test_an_admin_has_fetched_mail_moved_or_deleted(mailbox, cast):
    set_after_fetch(mailbox, "move", " Done ", by=cast.ada)
    mailbox.refresh_from_db()
    assert (mailbox.after_fetch, mailbox.move_to) == ("move", "Done")
    set_after_fetch(mailbox, "delete", by=cast.ada)
    mailbox.refresh_from_db()
    assert mailbox.after_fetch == "delete"


@pytest.mark.parametrize("folder", ["", "inbox", 'a"b', "a\r\nLOGOUT", "a\u2028b", "a*", "x" * 201])
def test_a_folder_that_makes_no_sense_is_refused(mailbox, cast, folder):
    with pytest.raises(Refused):
        set_after_fetch(mailbox, "move", folder, by=cast.ada)


def test_only_admins_may_and_only_what_there_is(mailbox, cast):
    with pytest.raises(Refused):
        set_after_fetch(mailbox, "delete", by=cast.anna)
    with pytest.raises(Refused):
        set_after_fetch(mailbox, "burn", by=cast.ada)
