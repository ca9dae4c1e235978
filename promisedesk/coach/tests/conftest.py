import pytest

from promisedesk.cast import Cast


@pytest.fixture
def cast(db):
    return Cast()
