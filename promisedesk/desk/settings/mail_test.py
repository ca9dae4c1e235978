"""The test that goes the whole way: a letter to oneself, and how far it has come."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now

from promisedesk.channels.email import self_test
from promisedesk.channels.email.models import MailTest
from promisedesk.conversations.models import Inbox
from promisedesk.desk.reasons import said_again
from promisedesk.desk.settings.access import settings_page

STOP_POLLING = 286  # what htmx understands as "nothing more will come"
SLOW_START = 15  # seconds without a worker; then the page says so


def context_of(inbox: Inbox) -> dict:
    """The last test of an inbox, in the reader's words."""
    test = self_test.latest(inbox)
    if test is None:
        return {"test": None}
    is_running = self_test.is_running(test)
    waited = (now() - (test.sent_at or test.started_at)).total_seconds()
    return {
        "test": test,
        "test_runs": is_running,
        "test_waited": round(waited),
        "no_worker": test.state == MailTest.State.WAITING and waited > SLOW_START,
        "test_finding": None if is_running else self_test.finding_of(test, said_again),
    }


@settings_page
def test(request, public_id):
    """Start one, or tell how far it is."""
    inbox = get_object_or_404(Inbox, public_id=public_id)
    if request.method == "POST":
        self_test.start(inbox, by=request.user)
    if not request.htmx:
        return redirect(f"{inbox_url(inbox)}#test")
    context = {"inbox": inbox, **context_of(inbox)}
    template = "desk/settings/mail_test.html" + ("" if request.method == "POST" else "#state")
    is_over = request.method == "GET" and not context.get("test_runs")
    return render(request, template, context, status=STOP_POLLING if is_over else 200)


def inbox_url(inbox: Inbox) -> str:
    """The settings page of an inbox."""
    return redirect("desk:settings-inbox", inbox.public_id).url
