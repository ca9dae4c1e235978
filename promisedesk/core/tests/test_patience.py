import threading

import pytest
from django.utils.translation import get_language, override

from promisedesk.core.patience import within

pytestmark = pytest.mark.once


def test_what_is_quick_is_given_back():
    assert within(5, lambda: 42) == 42


def test_an_error_is_passed_on():
    with pytest.raises(KeyError):
        within(5, lambda: {}["x"])


def test_what_is_slow_is_given_up_and_keeps_nobody_alive():
    stop = threading.Event()
    with pytest.raises(TimeoutError):
        within(0.05, lambda: stop.wait(30))
    assert all(thread.daemon for thread in threading.enumerate()[1:] if "within" in str(thread))
    stop.set()


def test_the_job_speaks_the_language_of_whoever_waits():
    with override("ru"):
        assert within(5, get_language) == "ru"
