import pytest
from django.test import Client

from promisedesk.cast import Cast

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def cast(db) -> Cast:
    return Cast()


@pytest.fixture
def signed_in():
    """A browser in which this agent is signed in: signed_in(cast.anna)."""

    def open_browser(agent) -> Client:
        client = Client()
        client.force_login(agent, backend=BACKEND)
        return client

    return open_browser
