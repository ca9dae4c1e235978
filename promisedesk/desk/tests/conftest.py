import pytest
from django.test import Client

from promisedesk.coach.tests.language_server import stand_in  # noqa: F401
from promisedesk.conversations.models import Conversation, Message
from promisedesk.desk.tests.letters import letter

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def signed_in():
    """A browser in which this agent is signed in: signed_in(cast.anna)."""

    def open_browser(agent) -> Client:
        client = Client()
        client.force_login(agent, backend=BACKEND)
        return client

    return open_browser


@pytest.fixture
def as_(client, cast):
    """The browser with this one of the cast signed in: as_("ada")."""

    def signed_in(name: str) -> Client:
        client.force_login(getattr(cast, name), backend=BACKEND)
        return client

    return signed_in


@pytest.fixture
def anna(signed_in, cast) -> Client:
    return signed_in(cast.anna)


@pytest.fixture
def ada(signed_in, cast) -> Client:
    return signed_in(cast.ada)


@pytest.fixture
def question(cast) -> Message:
    """A letter of Clara's that nobody answered yet."""
    return letter(cast, "Where is my throw?", text="Hello,\n\nwhere is it?", signature="Clara")


@pytest.fixture
def asked(question) -> Conversation:
    return question.conversation
