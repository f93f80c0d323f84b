"""More than sixty hostile links: no exception, no console error, and a notice for each."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Served
from tests.browser.hostile import links
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
LINKS = links()


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Reader]:
    arrived = Reader.arrive(browser, "en", 1280)
    yield arrived
    arrived.leave()


def test_there_are_at_least_sixty() -> None:
    assert len({query for query, _ in LINKS}) >= 60


@pytest.mark.parametrize(("query", "names"), LINKS, ids=range(len(LINKS)))
def test_a_hostile_link_is_named_and_breaks_nothing(
    reader: Reader, served: Served, query: str, names: set[str]
) -> None:
    reader.complaints.clear()
    reader.go(f"{served.url}/?{query}")
    expect(reader.page.locator("h1")).to_have_text("Palmarès")
    for name in names:
        expect(reader.page.get_by_test_id("stCode").filter(has_text=f"{name}=").first).to_be_visible()
    assert reader.page.get_by_test_id("stException").count() == 0
    assert reader.complaints == []
    assert reader.page.locator("[data-testid=stMain] :is(script, img[onerror])").count() == 0
