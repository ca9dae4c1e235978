import threading

import pytest

from promisedesk.core.patience import within


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
