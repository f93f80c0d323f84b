"""What one browser sees of a page: loads, changes of a filter, bytes on the wire.

A chart counts as painted when its marks are in the page and two frames have been drawn since.
"""

from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from tests.bench.servers import Server

LANDS = {"fr": "France", "de": "Germany"}
SLOW = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
PATIENCE = 120_000  # [ms]
# The first figure of the page, also inside shadow roots; its marks, told by where they stand.
WATCH = """() => {
  addEventListener('input', () => { window.begun = performance.now() }, true);
  addEventListener('click', () => { window.begun = performance.now() }, true);
  addEventListener('keydown', () => { window.begun = performance.now() }, true);
  const MARKS = '.scatterlayer path, .barlayer path, .heatmaplayer image';
  const first = root => {
    const here = root.querySelector('.js-plotly-plot');
    if (here) return here;
    for (const one of root.querySelectorAll('*')) {
      const found = one.shadowRoot && first(one.shadowRoot);
      if (found) return found;
    }
  };
  window.marks = () => {
    const figure = first(document);
    if (!figure?.querySelector(MARKS)) return '';
    return figure.data.map(trace => [trace.type, ...(trace.y ?? [])].join()).join('|');
  };
  window.painted = async before => {
    const until = performance.now() + 60000;
    while (!window.marks() || window.marks() === before) {
      if (performance.now() > until) throw new Error('the chart was not painted within a minute');
      await new Promise(requestAnimationFrame);
    }
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now();
  };
}"""


@dataclass
class Wire:
    """Bytes that came over the wire: HTTP as transferred, frames of web sockets as sent."""

    bytes: int = 0
    seen: list[str] = field(default_factory=list)

    def listen(self, devtools: CDPSession) -> None:
        devtools.send("Network.enable")
        devtools.on("Network.loadingFinished", lambda event: self._add(event["encodedDataLength"]))
        devtools.on("Network.webSocketFrameReceived", lambda event: self._frame(event["response"]))

    def _add(self, count: float) -> None:
        self.bytes += int(count)

    def _frame(self, frame: dict[str, Any]) -> None:
        text = frame["payloadData"]
        self._add(len(b64decode(text)) if frame["opcode"] == 2 else len(text.encode()))


@contextmanager
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has seen nothing yet."""
    context = browser.new_context(locale="en-US", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    context.add_init_script(f"({WATCH})()")
    yield context
    context.close()


def load(context: BrowserContext, server: Server, *, slow: bool = False) -> tuple[Page, float, float]:
    """Open the page: the page, navigation to the first chart painted [ms], bytes on the wire [MB]."""
    page, wire = context.new_page(), Wire()
    devtools = context.new_cdp_session(page)
    wire.listen(devtools)
    if slow:
        devtools.send("Network.emulateNetworkConditions", SLOW)
    page.goto(server.url, wait_until="commit")
    took = float(page.evaluate("() => window.painted('')"))
    page.wait_for_timeout(1500 if slow else 500)
    return page, took, wire.bytes / 1e6


def change(page: Page, server: Server, land: str) -> float:
    """Choose another country by hand: from the reader's last act to the first chart painted anew [ms]."""
    before = page.evaluate("window.marks()")
    CHOOSE[server.subject.name](page, land)
    return float(page.evaluate("async before => await window.painted(before) - window.begun", before))


def turn(page: Page) -> float:
    """Go to another page of Palmarès: from the click to its first chart painted [ms]."""
    before = page.evaluate("window.marks()")
    page.get_by_role("link", name="Competitors").click()
    return float(page.evaluate("async before => await window.painted(before) - window.begun", before))


def _streamlit(page: Page, land: str) -> None:
    page.get_by_role("combobox", name="Country").fill(LANDS[land])
    page.get_by_role("option", name=LANDS[land]).wait_for()
    page.keyboard.press("Enter")


def _bare(page: Page, land: str) -> None:
    page.get_by_role("combobox", name="Country").fill(land)
    page.get_by_role("option", name=land).wait_for()
    page.keyboard.press("Enter")


def _dash(page: Page, land: str) -> None:
    page.locator("#country").click()
    page.locator(".dash-dropdown-option").get_by_text(LANDS[land], exact=True).click()


def _panel(page: Page, land: str) -> None:
    page.get_by_label("Country").select_option(label=LANDS[land])


CHOOSE: dict[str, Callable[[Page, str], None]] = {
    "Palmarès": _streamlit,
    "bare Streamlit": _bare,
    "Dash": _dash,
    "Panel": _panel,
}
