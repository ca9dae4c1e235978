"""Pictures of the desk's pages, to look at: python tests/screens.py http://localhost:8000 out/

Signs in with SCREENS_EMAIL and SCREENS_PASSWORD, or takes a session key from SCREENS_SESSION,
and photographs each path at three widths, light and dark.
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

SIZES = {1440: 900, 1024: 768, 390: 844}
CHROMIUM = {
    "executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"),
    "args": [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ],
}


def sign_in(page: Page, base: str) -> None:
    """By the form, or by a session made elsewhere."""
    if session := os.environ.get("SCREENS_SESSION"):
        page.context.add_cookies([{"name": "session", "value": session, "url": base}])
        return
    page.goto(f"{base}/sign-in/")
    page.fill("input[type=email]", os.environ["SCREENS_EMAIL"])
    page.fill("input[type=password]", os.environ["SCREENS_PASSWORD"])
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def photograph(base: str, out: Path, paths: list[str], widths: list[int], themes: list[str]):
    """One picture a path, width and theme; prints what the browser's console complained of."""
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        for theme in themes:
            context = browser.new_context(color_scheme=theme)
            page = context.new_page()
            page.on("console", lambda said: print(said.type, said.text))  # noqa: T201
            page.on("pageerror", lambda error: print("error", error))  # noqa: T201
            sign_in(page, base)
            for path in paths:
                for width in widths:
                    page.set_viewport_size({"width": width, "height": SIZES.get(width, 900)})
                    page.goto(base + path)
                    page.wait_for_timeout(250)
                    name = f"{path.strip('/').replace('/', '-')[:40] or 'root'}-{width}-{theme}.png"
                    page.screenshot(path=str(out / name))
                    wide = page.evaluate("document.documentElement.scrollWidth")
                    if wide > width:
                        print(f"{name}: {wide - width} px too wide")  # noqa: T201
        browser.close()


if __name__ == "__main__":
    widths = [int(one) for one in os.environ.get("SCREENS_WIDTHS", "").split()] or list(SIZES)
    themes = os.environ.get("SCREENS_THEMES", "light dark").split()
    photograph(sys.argv[1], Path(sys.argv[2]), sys.argv[3:], widths, themes)
