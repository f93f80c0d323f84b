"""The numbers on a page, as its tables and figures hold them, whatever the language."""

import csv
import io
from typing import Any

from playwright.sync_api import Download, Locator, Page, TimeoutError

from tests.browser.reader import DRAWN

PATIENCE = (5_000, 15_000, 60_000)  # how long each press is waited for [ms]
# What is folded away is made when it is unfolded, and may hold folds of its own; the SQL is the last to come.
UNFOLDED = """() => {
    const rests = document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning';
    const folded = [...document.querySelectorAll('details:not([open]) > summary')];
    if (rests) folded.forEach(fold => fold.click());
    return rests && !folded.length && [...document.querySelectorAll('[class*=st-key-behind-]')].every(
        fold => fold.querySelector('[data-testid=stCode]'));
}"""
FIGURES = """() => [...document.querySelectorAll('.js-plotly-plot')].map(figure => figure.data.map(
    trace => [Array.from(trace.x ?? []), Array.from(trace.y ?? [])]))"""


def tables(page: Page) -> dict[str, list[list[str]]]:
    """Every table's CSV, by its heading's anchor; folded ones are opened first."""
    page.wait_for_function(UNFOLDED, polling=400)
    buttons = page.get_by_test_id("stDownloadButton").get_by_role("button").filter(has_text="CSV")
    buttons.first.wait_for()
    found: dict[str, list[list[str]]] = {}
    for button in buttons.all():
        download = downloaded(page, button)
        text = download.path().read_text("utf-8-sig")
        found[download.suggested_filename] = list(csv.reader(io.StringIO(text)))
    return found


def downloaded(page: Page, button: Locator) -> Download:
    """What the button gives; pressed again, as a person would, where a busy page lost the first press."""
    for patience in PATIENCE:
        try:
            with page.expect_download(timeout=patience) as download:
                button.press("Enter")
            return download.value
        except TimeoutError:
            continue
    raise AssertionError("no press of the button gave a file")


def figures(page: Page) -> list[Any]:
    """The x and y of every trace of every figure, as the browser draws them, with words left out."""
    page.wait_for_function(DRAWN)
    drawn = page.evaluate(FIGURES)
    return [[_plain(axis) for axis in trace] for figure in drawn for trace in figure]


def _plain(values: list[Any]) -> list[Any]:
    """Category labels are words of one language; the tables compare what they stand for."""
    return [value for value in values if not isinstance(value, str) or value[:1].isdigit()]
