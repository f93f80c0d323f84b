"""The static site in a browser that runs no script, on a telephone and on a desk, in light and dark."""

import xml.etree.ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page

from tests.export.site.static_site import StaticSite

pytestmark = pytest.mark.browser
TELEPHONE, DESK = 375, 1280  # [px]
TALL = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
TAGS = "() => [...document.querySelectorAll('*')].map(one => one.localName)"
DRAWN = "() => [...document.images].every(one => one.complete && one.naturalWidth > 0)"
SHOWN = "() => [...document.images].map(one => [one.currentSrc, one.clientWidth])"
EAGER = "() => document.images.length && [...document.images].forEach(one => one.loading = 'eager')"
GROUND = "() => getComputedStyle(document.body).backgroundColor"


def opened(browser: Browser, address: str, width: int, *, dark: bool = False) -> Page:
    context = browser.new_context(
        java_script_enabled=False,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
    )
    page = context.new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("width", [TELEPHONE, DESK])
def test_every_page_fits_its_screen_and_all_its_pictures_are_drawn(
    static_site: StaticSite, browser: Browser, width: int
) -> None:
    page = opened(browser, "about:blank", width)
    for sheet in static_site.pages():
        page.goto(sheet.path.as_uri())
        page.evaluate(EAGER)
        page.wait_for_function(DRAWN)
        scrolled, shown = page.evaluate(TALL)
        assert scrolled <= shown, sheet.path
        ends = {f"-{343 if width == TELEPHONE else 720}.svg"}
        assert {source[source.rindex("-") :] for source, _ in page.evaluate(SHOWN)} <= ends, sheet.path
    page.context.close()


def test_a_browser_finds_nothing_to_mend_in_a_page(static_site: StaticSite, browser: Browser) -> None:
    """A tag that is out of place would be moved, closed or dropped."""
    page = opened(browser, "about:blank", DESK)
    for sheet in static_site.pages():
        page.goto(sheet.path.as_uri())
        written = [one.tag for one in ET.fromstring(sheet.path.read_bytes()).iter()]
        assert page.evaluate(TAGS) == written, sheet.path
    page.context.close()


def test_a_page_follows_light_and_dark(static_site: StaticSite, browser: Browser) -> None:
    address = static_site.page("fr", "index").path.as_uri()
    grounds = [opened(browser, address, DESK, dark=dark).evaluate(GROUND) for dark in (False, True)]
    assert grounds == ["rgb(255, 255, 255)", "rgb(20, 23, 26)"]


def test_a_reader_walks_from_language_to_page_to_language(static_site: StaticSite, browser: Browser) -> None:
    page = opened(browser, (static_site.folder / "index.html").as_uri(), TELEPHONE)
    page.get_by_role("link", name="Français").click()
    page.get_by_role("contentinfo").get_by_role("link", name="Le Chat").click()
    page.get_by_role("navigation").get_by_role("link", name="Vitesse de lancement").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Vitesse de lancement"
    page.get_by_role("link", name="English").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Launch velocity"
    assert page.url.endswith("/en/launch-le-chat.html")


def test_folds_open_without_a_script(static_site: StaticSite, browser: Browser) -> None:
    page = opened(browser, static_site.page("en", "competitors-fr").path.as_uri(), TELEPHONE)
    fold = page.locator("details").first
    assert not fold.locator("table").is_visible()
    fold.locator("summary").click()
    assert fold.locator("table").is_visible()
