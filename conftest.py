"""Fixtures of the whole suite; each room has its own tests."""

import pytest
from django.conf import settings


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """SQLite in a file, as the desk uses it: in memory it has no WAL, and threads no patience."""
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        database["TEST"]["NAME"] = settings.DATA / "test.sqlite3"
