"""Fixtures of the whole suite; each room has its own tests."""

import pytest
from django.conf import settings
from django.db import connections

from promisedesk.cast import Cast
from promisedesk.core import memo
from tests import servers


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """SQLite in a file, as the desk uses it: in memory it has no WAL, and threads no patience."""
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        database["TEST"]["NAME"] = settings.DATA / "test.sqlite3"


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, django_db_modify_db_settings):
    """The database of this process of tests: a copy of the one that was migrated for the run."""
    with django_db_blocker.unblock():
        drop = servers.give_database(connections["default"])
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        drop()


@pytest.fixture(autouse=True)
def _nothing_is_remembered():
    """A test's rows are rolled back without a signal: what was remembered of them goes too."""
    memo.forget_all()


@pytest.fixture
def cast(db) -> Cast:
    """Everybody, and one conversation: Anna, Boris, Mona, Ada, and Clara the customer."""
    return Cast()


def pytest_collection_modifyitems(config, items):
    """The long crash tests run when asked for by name only."""
    if "faults_long" in config.option.markexpr:
        return
    long = [item for item in items if item.get_closest_marker("faults_long")]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in long]
