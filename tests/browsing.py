"""A Chromium for tests: one a file, and patient, for machines that do much beside.

Import `browser` where its pages are opened, and `MARKS` as the module's pytestmark. What a page
should come to is waited for with `expect`, what the database should with `wait_until`: never
for a while.
"""

import os
import time
from collections.abc import Callable, Iterator

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect
PATIENCE = 30_000  # ms for whatever a page should come to; Playwright's own for clicks is as long
expect.set_options(timeout=PATIENCE)

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(not os.path.exists(CHROMIUM), reason="no Chromium here"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator:
    """A Chromium without pages. Playwright's loop runs in this thread, so Django is told."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with sync_api.sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
            yield browser
            browser.close()


def wait_until(page, is_so: Callable[[], object], what: str = "it"):
    """Ask until the answer is true, while the page goes on; returns the answer."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not (answer := is_so()):
        assert time.monotonic() < deadline, f"{what} did not happen"
        page.wait_for_timeout(50)
    return answer
