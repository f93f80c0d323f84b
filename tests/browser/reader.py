"""A reader with a browser: opens pages, waits until they stand still, notes every complaint."""

import os
import shutil
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright

LOCALES = {"fr": "fr-FR", "en": "en-US"}
QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync"]
# Figures out of sight are drawn when the page rests.
DRAWN = """() => [...document.querySelectorAll('[data-testid=stBidiComponentRegular]')].every(
    figure => figure.querySelector('[role=figure]:not([aria-busy=true])'))"""
RESTS = "() => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"
FOLLOW = "query => { history.pushState({}, '', query); dispatchEvent(new PopStateEvent('popstate')) }"
# On a page other than the first, Streamlit's own frontend looks for the server below the page's
# address before it looks at the root; the two misses are its way of finding out.
PROBES = ("/_stcore/health", "/_stcore/host-config")


def launch(playwright: Playwright) -> Browser:
    """The system's Chromium where there is one, else Playwright's own."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*QUIET, *sandbox])


@dataclass
class Reader:
    """One reader: a page, and what the console complained of."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def arrive(
        cls, browser: Browser, lang: str, width: int, scheme: str = "light", *, trusting: bool = False
    ) -> "Reader":
        context: BrowserContext = browser.new_context(
            locale=LOCALES[lang],
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            ignore_https_errors=trusting,
        )
        context.set_default_timeout(60_000)
        reader = cls(context.new_page())
        reader.page.on("console", reader._hear)
        reader.page.on("pageerror", lambda error: reader.complaints.append(str(error)))
        return reader

    def _hear(self, message: ConsoleMessage) -> None:
        probe = message.location.get("url", "").endswith(PROBES)
        if message.type == "error" and not probe:
            self.complaints.append(f"{message.text} ({message.location.get('url')})")

    def open(self, address: str) -> "Reader":
        return self.go(address).settle()

    def go(self, address: str) -> "Reader":
        """Wait for the page's words; what is drawn may still be on its way."""
        self.page.goto(address)
        self.page.locator("h1").first.wait_for()
        self.page.wait_for_function(RESTS)
        return self

    def follow(self, query: str) -> "Reader":
        """Follow a link to the page already open, as going back and forward does, without loading it anew."""
        self.page.evaluate(FOLLOW, f"?{query}")
        return self

    def moved_from(self, address: str) -> "Reader":
        """Wait until the address is another one and the page stands still."""
        self.page.wait_for_function("before => location.href !== before", arg=address)
        return self.settle()

    def settle(self) -> "Reader":
        """Wait until the script run has ended and all is drawn."""
        self.page.locator("h1").first.wait_for()
        self.page.wait_for_function(RESTS)
        self.page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')")
        return self

    def text(self) -> str:
        """The page's words with plain spaces, as a search in the page would meet them."""
        self.page.wait_for_function(DRAWN)
        shown = self.page.locator("[data-testid=stMain]").inner_text()
        return shown.replace("\u202f", " ").replace("\u00a0", " ")

    def overflow(self) -> int:
        """How far the page can be scrolled sideways [px]."""
        script = "e => e.scrollWidth - e.clientWidth"
        main = self.page.locator("[data-testid=stMain]").evaluate(script)
        return max(int(main), int(self.page.locator("html").evaluate(script)))

    def leave(self) -> None:
        self.page.context.close()
