"""One page: it fits a screen, and prints on one sheet."""

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Served
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser


def test_the_page_fits_one_screen_and_prints_on_one_sheet(served: Served, browser: Browser) -> None:
    reader = Reader.arrive(browser, "en", 1280).open(f"{served.url}/brief?lang=en")
    table = reader.page.get_by_role("table").bounding_box()
    assert table is not None
    assert table["y"] + table["height"] < 900
    printed = reader.page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert reader.complaints == []
    reader.leave()
