"""A figure is taken away in one press: as a picture, as a link, as code that embeds it alone."""

import re
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Served
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
RANK = "rank?lang=en&category=productivity"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def reader(served: Served, browser: Browser) -> Reader:
    reader = Reader.arrive(browser, "en", 1280)
    reader.page.context.grant_permissions(CLIPBOARD)
    return reader.open(f"{served.url}/{RANK}")


def pressed(reader: Reader, label: str) -> str:
    """What the clipboard holds after a press of the first such button."""
    reader.page.get_by_role("button", name=label).first.click()
    expect(reader.page.get_by_role("button", name="Copied")).to_be_visible()
    return str(reader.page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize("kind", ["PNG", "SVG"])
def test_a_figure_is_saved_as_a_picture_with_its_title_and_the_country_and_days_in_its_name(
    reader: Reader, kind: str
) -> None:
    with reader.page.expect_download() as download:
        reader.page.get_by_role("button", name=kind).first.click()
    name = download.value.suggested_filename
    assert re.fullmatch(rf"palmares-[a-z-]+-fr-2026-09-09-2026-10-08\.{kind.lower()}", name)
    content = download.value.path().read_bytes()
    if kind == "SVG":
        text = "".join(ElementTree.fromstring(content).itertext()).replace("\u00a0", " ")
        assert "Claude" in text
        assert "Palmarès, as of" in text
    else:
        assert content.startswith(b"\x89PNG")
    reader.leave()


def test_the_link_of_a_figure_opens_it_alone_with_its_source_and_a_way_back(
    reader: Reader, served: Served
) -> None:
    title = reader.page.locator("h2").first.inner_text()
    link = pressed(reader, "Copy the figure’s link")
    reader.open(f"{link}&embed=true")
    assert reader.page.locator("h1").inner_text() == title
    assert reader.page.locator("[role=figure]").count() == 1
    expect(reader.page.get_by_text("Observed · ").first).to_be_visible()
    back = reader.page.get_by_role("link", name="Palmarès: the whole page").get_attribute("href")
    assert back is not None
    assert back.startswith(f"{served.url}/rank?")
    assert "figure=" not in back
    reader.leave()


def test_the_embed_code_is_a_frame_that_fits_a_narrow_column(reader: Reader, served: Served) -> None:
    code = pressed(reader, "Copy its embed code")
    frame = ElementTree.fromstring(code.replace('loading="lazy"', ""))
    assert frame.attrib["src"].startswith(f"{served.url}/rank?")
    assert frame.attrib["src"].endswith("&embed=true")
    reader.page.set_viewport_size({"width": 320, "height": int(frame.attrib["height"])})
    reader.open(frame.attrib["src"])
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
    reader.leave()


def test_a_figure_that_the_page_does_not_have_is_named_and_leads_to_the_page(
    served: Served, browser: Browser
) -> None:
    reader = Reader.arrive(browser, "en", 1280).open(f"{served.url}/{RANK}&figure=nothing")
    expect(reader.page.get_by_text("This page has no figure of that name")).to_be_visible()
    expect(reader.page.get_by_role("link", name="Palmarès: the whole page")).to_be_visible()
    reader.leave()
