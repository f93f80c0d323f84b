"""A pinned link shows what stood at its moment, says what has changed since, and leads back to today."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dashboard.domain.clock import utc_now
from tests.browser.conftest import Served
from tests.browser.reader import Reader
from tests.browser.test_links import asked, copied, seen
from tests.helpers.datasets import reading, store_rows

pytestmark = pytest.mark.browser
PAGE = "/rank?lang=en&country=fr&category=productivity&apps=le-chat,claude&from=2026-09-15&to=2026-10-31"
LE_CHAT, CLAUDE = "6740410176", "6473753684"


def test_a_pinned_link_keeps_its_numbers_when_new_data_comes(
    living: Served, living_data: Path, browser: Browser
) -> None:
    reader = Reader.arrive(browser, "en", 1280).open(living.url + PAGE)
    before = seen(reader.page)
    link = copied(reader, "Pinned: shows these numbers for good")
    assert asked(link)["as_of"].endswith("Z")
    new = reading("2026-10-09T12:00:00", {1: LE_CHAT, 2: CLAUDE}, category="productivity", depth=98)
    store_rows(living_data, new, now=utc_now())

    reader.open(living.url + PAGE)
    title = reader.page.locator("h2").first
    expect(title).to_contain_text("9 Oct 2026: Le Chat 1st and Claude 2nd")
    assert seen(reader.page) != before

    reader.open(link)
    expect(title).to_contain_text("8 Oct 2026: Claude 1st and Le Chat 28th")
    expect(reader.page.get_by_text("numbers on this page have changed since.")).to_be_visible()
    assert seen(reader.page) == before
    reader.page.get_by_role("button", name="Show the live view").click()
    expect(title).to_contain_text("9 Oct 2026: Le Chat 1st and Claude 2nd")
    assert "as_of" not in asked(reader.page.url)
    assert reader.complaints == []
    reader.leave()
