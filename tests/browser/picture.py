"""`make picture`: the picture in README.md, taken of the running app."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ROOT, serve
from tests.browser.reader import Reader, launch

PICTURE = ROOT / ".github" / "picture.png"
LINK = "/rank?lang=en&country=fr&category=productivity&from=2026-09-15&to=2026-10-08&apps=le-chat,chatgpt,gemini,copilot,deepseek,claude"


def take() -> None:
    """Open the rank page at a desk's width and keep what its reader sees first."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for served in serve(Path(folder) / "log.txt"):
            reader = Reader.arrive(launch(playwright), "en", 1280).open(served.url + LINK)
            reader.page.locator(".js-plotly-plot").first.wait_for()
            reader.page.wait_for_timeout(1000)  # the chart's own entrance
            reader.page.screenshot(path=PICTURE)


if __name__ == "__main__":
    take()
