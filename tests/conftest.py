"""A desk in processes, for the tests that need one."""

import os

import pytest

from tests.servers import Desk, run_sql, temporary_folder
from tests.sink import SmtpSink

DATABASE_URL = os.environ.get("PROMISEDESK_DATABASE_URL", "")


@pytest.fixture(scope="session")
def empty():
    """A desk that has seen no mail yet. Copied, never started."""
    with temporary_folder() as folder:
        url = DATABASE_URL
        if url:
            name = f"faults_{os.getpid()}"
            run_sql(url, f'CREATE DATABASE "{name}"')
            url = url.rsplit("/", 1)[0] + "/" + name
        yield Desk(folder, url).make()


@pytest.fixture
def sink():
    with SmtpSink() as sink:
        yield sink


@pytest.fixture
def desk(empty, sink, tmp_path):
    with empty.copy(tmp_path / "desk", SMTP_URL=sink.url) as desk:
        yield desk
