"""Makes docs/images/inbox.png from a fresh demo shop: `make pictures`."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.screens import CHROMIUM
from tests.servers import Desk

EMAIL, PASSWORD = "anna@kettleandloom.example", "tea-and-linen"  # printed by `make run`
PICTURE = Path(__file__).resolve().parents[1] / "docs" / "images" / "inbox.png"


def make() -> None:
    """The inbox with its most urgent conversation open, as a visitor of the README sees it."""
    with tempfile.TemporaryDirectory() as folder, Desk(Path(folder)) as desk:
        desk.start("serve", "--demo")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(**CHROMIUM)
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(f"{desk.url}/sign-in/")
            page.fill("input[type=email]", EMAIL)
            page.fill("input[type=password]", PASSWORD)
            page.keyboard.press("Enter")
            page.wait_for_url("**/today/")
            page.goto(f"{desk.url}/inbox/all/")
            page.locator("a.conv").first.click()
            page.wait_for_timeout(800)
            page.screenshot(path=str(PICTURE))
            browser.close()


if __name__ == "__main__":
    make()
