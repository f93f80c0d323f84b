"""A link is a promise: whoever opens it sees the same numbers."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import numbers
from tests.browser.conftest import Served
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
Seen = tuple[dict[str, list[list[str]]], list[object]]


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    arrived = Reader.arrive(browser, "en", 1280)
    yield arrived
    assert arrived.complaints == []
    arrived.leave()


def choose(reader: Reader, label: str, option: str) -> None:
    """Pick an option of a drop-down by typing its name; the address follows.

    A click that has to scroll the list first may meet it while it is still moving.
    """
    before = reader.page.url
    reader.page.get_by_role("combobox", name=label).fill(option)
    expect(reader.page.get_by_role("option").first).to_contain_text(option)
    reader.page.keyboard.press("Enter")
    reader.moved_from(before)


def press(reader: Reader, option: str) -> None:
    """Press one of the buttons of a choice; the address follows."""
    before = reader.page.url
    reader.page.get_by_role("radio", name=option).or_(
        reader.page.get_by_role("button", name=option)
    ).first.click()
    reader.moved_from(before)


def copied(reader: Reader, kind: str = "") -> str:
    """The link that the page gives to copy, read from the clipboard."""
    page = reader.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    if kind:
        page.get_by_text(kind).click()
        reader.settle()
    code = page.get_by_test_id("stPopoverBody").get_by_test_id("stCode")
    code.hover()
    code.get_by_role("button").click()
    link = str(page.evaluate("navigator.clipboard.readText()"))
    assert link == code.inner_text().strip()
    page.keyboard.press("Escape")
    return link


def seen(page: Page) -> Seen:
    return numbers.tables(page), numbers.figures(page)


def opened(browser: Browser, link: str, lang: str = "en") -> Seen:
    """What another reader sees at `link`, in a browser of their own."""
    other = Reader.arrive(browser, lang, 1280).open(link)
    found = seen(other.page)
    assert other.complaints == []
    other.leave()
    return found


def asked(link: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}


def test_a_copied_link_shows_the_same_numbers_to_another_reader(
    reader: Reader, served: Served, browser: Browser
) -> None:
    reader.open(f"{served.url}/rank")
    choose(reader, "Country", "Germany")
    choose(reader, "Chart", "Productivity")
    press(reader, "Day by day")
    link = copied(reader)
    assert asked(link)["tab"] == "days"
    assert opened(browser, link) == seen(reader.page)


def test_the_link_of_a_page_says_every_value_in_codes(reader: Reader, served: Served) -> None:
    reader.open(f"{served.url}/launch")
    reader.page.get_by_text("Counting options").click()
    press(reader, "linear")
    press(reader, "500K")
    told = asked(copied(reader))
    assert (told["v"], told["scale"], told["goal"], told["day0"]) == ("1", "linear", "500000", "press")
    assert asked(reader.page.url) == told


@pytest.mark.parametrize("page", ["launch", "rank", "competitors"])
def test_a_link_made_in_french_shows_the_same_numbers_in_english(
    served: Served, browser: Browser, page: str
) -> None:
    query = "country=fr&category=productivity&apps=le-chat,claude,gemini"
    assert opened(browser, f"{served.url}/{page}?lang=fr&{query}", "fr") == opened(
        browser, f"{served.url}/{page}?lang=en&{query}", "fr"
    )


def test_an_embed_shows_the_same_numbers_and_gives_the_whole_link(
    reader: Reader, served: Served, browser: Browser
) -> None:
    link = f"{served.url}/rank?category=productivity&lang=en"
    reader.open(f"{link}&embed=true")
    given = copied(reader)
    assert "embed" not in given
    assert seen(reader.page) == opened(browser, link) == opened(browser, given)


def test_filters_and_numbers_survive_a_page_change_and_the_way_back(reader: Reader, served: Served) -> None:
    reader.open(f"{served.url}/rank?lang=en&category=all")
    choose(reader, "Chart", "Productivity")
    before = seen(reader.page)
    reader.page.get_by_role("link", name="Competitors").click()
    expect(reader.page.locator("h1")).to_contain_text("vs competitors")
    assert asked(reader.page.url)["category"] == "productivity"
    reader.page.get_by_role("link", name="App Store rank").click()
    expect(reader.page.locator("h1")).to_contain_text("Productivity")
    reader.settle()
    assert seen(reader.page) == before


def test_back_and_forward_follow_the_filters_and_the_numbers(reader: Reader, served: Served) -> None:
    title = reader.open(f"{served.url}/rank?lang=en&category=all").page.locator("h1")
    first = seen(reader.page)
    choose(reader, "Country", "Germany")
    choose(reader, "Chart", "Productivity")
    expect(title).to_have_text("Germany: App Store, Top free, Productivity")
    reader.page.go_back()
    expect(title).to_have_text("Germany: App Store, Top free, All categories")
    reader.page.go_back()
    expect(title).to_have_text("France: App Store, Top free, All categories")
    assert seen(reader.settle().page) == first
    reader.page.go_forward()
    expect(title).to_have_text("Germany: App Store, Top free, All categories")
    expect(reader.page.get_by_role("combobox", name="Country")).to_have_value("Germany")


def test_the_first_step_back_from_a_short_link_leads_to_where_the_reader_came_from(
    reader: Reader, served: Served
) -> None:
    reader.page.goto("about:blank")
    reader.open(f"{served.url}/rank?lang=en&country=us")
    assert asked(reader.page.url)["v"] == "1"
    reader.page.go_back()
    assert reader.page.url == "about:blank"


def test_the_first_step_back_after_a_change_of_page_leads_to_the_page_before(
    reader: Reader, served: Served
) -> None:
    reader.open(f"{served.url}/rank?lang=en")
    reader.page.get_by_role("link", name="Competitors").click()
    expect(reader.page.locator("h1")).to_contain_text("vs competitors")
    reader.page.wait_for_url("**/competitors?v=1*")
    reader.settle()
    reader.page.go_back()
    expect(reader.page.locator("h1")).to_contain_text("App Store, Top free")
    assert "/rank?" in reader.page.url


def test_a_change_right_after_a_whole_link_can_be_undone_by_going_back(
    reader: Reader, served: Served
) -> None:
    whole = reader.open(f"{served.url}/rank?lang=en").page.url
    reader.open(whole)
    choose(reader, "Country", "Germany")
    reader.page.go_back()
    expect(reader.page.locator("h1")).to_contain_text("France: App Store")


def test_a_fragment_of_a_short_link_is_kept_and_its_place_is_in_sight(reader: Reader, served: Served) -> None:
    reader.open(f"{served.url}/rank?v=1&lang=en&country=fr&category=productivity#countries")
    assert reader.page.url.endswith("#countries")
    assert asked(reader.page.url)["store"] == "app_store"
    expect(reader.page.locator("#countries")).to_be_in_viewport()


def test_what_others_append_to_follow_a_reader_is_passed_over_in_silence(
    reader: Reader, served: Served
) -> None:
    appended = "utm_source=x&utm_medium=y&fbclid=z&gclid=1&mc_cid=2&_ga=3&msclkid=4"
    reader.open(f"{served.url}/rank?lang=en&country=us&{appended}")
    expect(reader.page.get_by_text("A part of the link cannot be followed")).to_have_count(0)
    assert "utm_source" not in reader.page.url


def test_many_unknown_parameters_are_each_named_though_they_begin_alike(
    reader: Reader, served: Served
) -> None:
    alike = "&".join(f"{'x' * 60}{n}=1" for n in range(3))
    reader.open(f"{served.url}/rank?lang=en&{alike}")
    expect(reader.page.get_by_text("A part of the link cannot be followed")).to_have_count(3)
    expect(reader.page.get_by_text("Something went wrong")).to_have_count(0)


def test_a_preset_writes_the_days_it_means(reader: Reader, served: Served) -> None:
    reader.open(f"{served.url}/rank?lang=en&category=productivity")
    choose(reader, "Period (UTC)", "All the data")
    told = asked(reader.page.url)
    assert (told["from"], told["to"]) == ("2023-03-27", "2026-10-10")
    choose(reader, "Period (UTC)", "Around 6 Feb 2025: Le Chat is launched")
    told = asked(reader.page.url)
    assert (told["from"], told["to"]) == ("2025-01-09", "2025-03-06")


def test_the_browsers_title_names_the_filters(reader: Reader, served: Served) -> None:
    reader.open(
        f"{served.url}/rank?lang=en&country=de&category=productivity&from=2026-09-15&to=2026-10-08&apps=le-chat"
    )
    said = (
        "App Store rank · Germany · App Store, Top free, Productivity · 15 Sep 2026 to 8 Oct 2026 · Le Chat"
    )
    expect(reader.page).to_have_title(f"{said} · Palmarès")
