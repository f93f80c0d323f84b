"""The fact sheet: it fits a screen, and prints on one sheet."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
USUAL = dict.fromkeys(("top", "right", "bottom", "left"), "0.4in")  # the margins that a browser proposes


def _sheets(page: Page, scale: float) -> int:
    printed = page.pdf(format="A4", margin=USUAL, scale=scale)  # type: ignore[arg-type]
    return len(re.findall(rb"/Type\s*/Page\b", printed))


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    ("rivals", "scale"), [("gemini,copilot", 0.7), ("chatgpt,gemini,copilot", 0.6)], ids=["three", "four"]
)
def test_the_page_prints_on_one_sheet_made_smaller_and_is_hardly_longer_than_a_screen(
    served: Served, browser: Browser, lang: str, rivals: str, scale: float
) -> None:
    reader = Reader.arrive(browser, lang, 1280).open(f"{served.url}/brief?lang={lang}&rivals={rivals}")
    table = reader.page.get_by_role("table").bounding_box()
    assert table is not None
    assert table["y"] + table["height"] < 1120
    assert _sheets(reader.page, scale) == 1
    assert reader.complaints == []
    reader.leave()
