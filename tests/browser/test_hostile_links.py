"""More than sixty hostile links: no exception, no console error, and a notice for each.

They are followed inside one open page; those of odd bytes and great length also open one of their own.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Served
from tests.browser.hostile import links
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
LINKS = links()


@pytest.fixture(scope="module")
def reader(browser: Browser, served: Served) -> Iterator[Reader]:
    arrived = Reader.arrive(browser, "en", 1280).open(f"{served.url}/sources")
    yield arrived
    arrived.leave()


def test_there_are_at_least_sixty() -> None:
    assert len({query for query, _ in LINKS}) >= 60


def unharmed(reader: Reader, names: set[str]) -> None:
    """Every name has its notice, and nothing broke."""
    for name in names:
        expect(reader.page.get_by_test_id("stCode").filter(has_text=f"{name}=").first).to_be_visible()
    expect(reader.page.locator("h1")).to_have_text("Sources & method")
    assert reader.page.get_by_test_id("stException").count() == 0
    assert reader.complaints == []
    assert reader.page.locator("[data-testid=stMain] :is(script, img[onerror])").count() == 0


@pytest.mark.parametrize(("query", "names"), LINKS, ids=range(len(LINKS)))
def test_a_hostile_link_is_named_and_breaks_nothing(reader: Reader, query: str, names: set[str]) -> None:
    reader.complaints.clear()
    reader.follow("lang=en").settle()
    expect(reader.page.get_by_test_id("stAlert")).to_have_count(0)
    unharmed(reader.follow(query), names)


@pytest.mark.parametrize(("query", "names"), LINKS[-9:], ids=range(9))
def test_an_odd_link_opens_a_page_of_its_own(
    reader: Reader, served: Served, query: str, names: set[str]
) -> None:
    reader.complaints.clear()
    unharmed(reader.go(f"{served.url}/sources?{query}"), names)
