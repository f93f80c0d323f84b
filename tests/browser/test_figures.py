"""Figures are drawn in place: the first in sight first, anew only what changes, and all of them on paper."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Served
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
RANK = "rank?lang=en&category=productivity"
FIRST = "document.querySelector('.js-plotly-plot')"
DRAWN = "document.querySelectorAll('.js-plotly-plot .main-svg:first-child').length"
NARROW = "div.js-plotly-plot div.svg-container { width: 400px !important }"
NEVER_AT_REST = "window.requestIdleCallback = () => 0"


def _reader(browser: Browser, address: str, lang: str = "en", *scripts: str) -> Reader:
    reader = Reader.arrive(browser, lang, 1280)
    for script in scripts:
        reader.page.add_init_script(script)
    reader.open(address)
    return reader


def _wait(page: Page, condition: str) -> None:
    page.wait_for_function(f"() => {condition}")


def _ground(page: Page) -> Any:
    return page.evaluate(f"{FIRST}._fullLayout.paper_bgcolor")


def test_a_change_of_a_filter_keeps_the_chart_and_draws_its_new_numbers(
    served: Served, browser: Browser
) -> None:
    reader = _reader(browser, f"{served.url}/{RANK}")
    _wait(reader.page, f"{FIRST}?.data")
    reader.page.evaluate(f"window.before = [{FIRST}, JSON.stringify({FIRST}.data)]")
    reader.page.get_by_role("combobox", name="Country").fill("United States")
    reader.page.get_by_role("option", name="United States").click()
    _wait(reader.page, f"JSON.stringify({FIRST}.data) !== window.before[1]")
    assert reader.page.evaluate(f"{FIRST} === window.before[0]")
    assert reader.complaints == []
    reader.leave()


def test_a_run_that_changes_no_figure_draws_none_anew(served: Served, browser: Browser) -> None:
    reader = _reader(browser, f"{served.url}/{RANK}")
    _wait(reader.page, f"{DRAWN} === 2")
    reader.page.evaluate(
        "document.querySelectorAll('.js-plotly-plot').forEach(one => one.on('plotly_react', () => window.again = 1))"
    )
    reader.page.get_by_text("Data, CSV and SQL").first.click()
    reader.page.get_by_test_id("stCode").first.wait_for()
    reader.settle().page.wait_for_timeout(1500)
    assert reader.page.evaluate("window.again") is None
    reader.leave()


def test_figures_follow_the_theme_while_they_are_looked_at(served: Served, browser: Browser) -> None:
    reader = _reader(browser, f"{served.url}/{RANK}")
    _wait(reader.page, f"{FIRST}?.data")
    assert _ground(reader.page) == "#FFFFFF"
    reader.page.emulate_media(color_scheme="dark")
    _wait(reader.page, f"{FIRST}._fullLayout.paper_bgcolor === '#14171A'")
    reader.leave()


def test_figures_follow_the_width_of_the_window(served: Served, browser: Browser) -> None:
    reader = _reader(browser, f"{served.url}/{RANK}")
    _wait(reader.page, f"{FIRST}?._fullLayout?.width > 600")
    reader.page.set_viewport_size({"width": 375, "height": 900})
    _wait(reader.page, f"{FIRST}._fullLayout.width === 343")
    assert reader.overflow() == 0
    reader.leave()


def test_what_is_out_of_sight_waits_until_the_page_rests_or_is_printed(
    served: Served, browser: Browser
) -> None:
    reader = _reader(browser, f"{served.url}/{RANK}", "en", NEVER_AT_REST)
    _wait(reader.page, f"{DRAWN} > 0")
    reader.page.wait_for_timeout(500)
    assert reader.page.evaluate(DRAWN) < 2
    printed = reader.page.pdf(format="A4")
    assert reader.page.evaluate(DRAWN) == 2
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 1
    reader.leave()


def test_a_figure_shrinks_to_narrower_paper(served: Served, browser: Browser) -> None:
    reader = _reader(browser, f"{served.url}/{RANK}")
    _wait(reader.page, f"{DRAWN} > 0")
    reader.page.emulate_media(media="print")
    reader.page.add_style_tag(content=NARROW)
    drawn = reader.page.locator(".js-plotly-plot .main-svg").first
    assert drawn.evaluate("svg => svg.getBoundingClientRect().width") == 400
    name = drawn.get_by_text("DeepSeek").bounding_box()
    place = drawn.bounding_box()
    assert name is not None
    assert place is not None
    assert name["x"] + name["width"] <= place["x"] + 400
    reader.leave()


def test_a_figure_comes_into_sight_by_scrolling(served: Served, browser: Browser) -> None:
    reader = _reader(browser, f"{served.url}/{RANK}", "en", NEVER_AT_REST)
    _wait(reader.page, f"{DRAWN} > 0")
    reader.page.get_by_role("figure").last.scroll_into_view_if_needed()
    expect(reader.page.get_by_role("figure").last.locator(".main-svg").first).to_be_visible()
    reader.leave()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "The chart could not be loaded. Its numbers are below it, under “Data, CSV and SQL”."),
        (
            "fr",
            "Le graphique n’a pas pu être chargé. Ses chiffres sont dessous, sous « Données, CSV et SQL ».",
        ),
    ],
)
def test_a_chart_that_cannot_be_drawn_says_so_and_comes_with_the_next_change(
    served: Served, browser: Browser, lang: str, said: str
) -> None:
    def lose(route: Route) -> None:
        route.abort()

    reader = Reader.arrive(browser, lang, 1280)
    reader.page.route("**/plotly-*.js", lose)
    reader.open(f"{served.url}/rank?lang={lang}&category=productivity")
    expect(reader.page.get_by_role("figure").first).to_have_text(said)
    reader.page.unroute("**/plotly-*.js", lose)
    reader.page.emulate_media(color_scheme="dark")
    expect(reader.page.get_by_role("figure").first.locator(".main-svg").first).to_be_visible()
    expect(reader.page.get_by_text(said)).to_have_count(0)
    reader.leave()
