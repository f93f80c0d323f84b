"""Every page in both languages at a desk's and a telephone's width, as a reader meets it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Served
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
PRODUCTIVITY = (
    "?category=productivity&from=2023-03-27&to=2026-10-10&apps=le-chat,claude,copilot,gemini,chatgpt,deepseek"
)
EXPECTED = {
    "": {
        "en": ["≥ 1M", "≈ 500K", "≥ 350M", "Claude no. 1; Le Chat 28th", "by 2 independent reports"],
        "fr": ["≥ 1 M", "≈ 500 k", "≥ 350 M", "Claude n° 1 ; Le Chat 28e", "selon 2 sources indépendantes"],
    },
    "launch": {
        "en": ["Le Chat by day 14, says Mistral AI", "DeepSeek by day 17", "which came first cannot be told"],
        "fr": [
            "Le Chat au plus tard au jour 14, selon Mistral AI",
            "impossible de dire lequel fut le premier",
        ],
    },
    "rank": {
        "en": ["8 Oct 2026: Claude 1st", "Le Chat 28th", "23 snapshots on 19 of 1,294 days"],
        "fr": ["8 oct. 2026 : Claude 1er", "Le Chat 28e", "23 relevés, 19 sur 1 294 jours"],
    },
    "competitors": {
        "en": [
            "Gemini and Copilot ranked above Le Chat on 19 of 19 comparable days",
            "ChatGPT about 18.4M",
        ],
        "fr": [
            "Gemini et Copilot devant Le Chat : 19 sur 19 jours comparables",
            "ChatGPT environ 18,4 M",
        ],
    },
    "brief": {
        "en": ["by day 14", "≈ 1.5M", "of 19 comparable days"],
        "fr": ["au jour 14", "≈ 1,5 M", "sur 19 jours comparables"],
    },
    "sources": {
        "en": ["418 sourced claims from 187 sources", "Four kinds of evidence, never mixed."],
        "fr": ["418 chiffres et faits sourcés, 187 sources", "Quatre types de preuves, jamais mélangés."],
    },
}


FIGURES = {"launch": 2, "rank": 2, "competitors": 4}  # each says in words what it draws


@dataclass
class Visit:
    """A reader of one language and width, and every address that the pages asked."""

    reader: Reader
    lang: str
    requests: list[str] = field(default_factory=list)


@pytest.fixture(
    scope="module", params=[(lang, width) for lang in ("en", "fr") for width in (1280, 375)], ids=str
)
def visit(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    lang, width = request.param
    visit = Visit(Reader.arrive(browser, lang, width), lang)
    visit.reader.page.on("request", lambda request: visit.requests.append(request.url))
    yield visit
    visit.reader.leave()


@pytest.mark.parametrize("page", EXPECTED)
def test_a_page_shows_its_numbers_asks_no_other_server_and_nothing_breaks(
    visit: Visit, served: Served, page: str
) -> None:
    reader = visit.reader
    reader.complaints.clear()
    reader.open(f"{served.url}/{page}{PRODUCTIVITY}")
    text = reader.text()
    assert [number for number in EXPECTED[page][visit.lang] if number not in text] == []
    expect(reader.page.get_by_test_id("stException")).to_have_count(0)
    assert reader.complaints == []
    assert reader.overflow() == 0
    assert f"{served.url}/{page}{PRODUCTIVITY}" in visit.requests
    assert [url for url in visit.requests if not url.startswith((served.url, "data:", "blob:"))] == []
    if visit.lang == "en" and page in FIGURES:
        figures = reader.page.get_by_role("figure")
        expect(figures).to_have_count(FIGURES[page])
        for figure in figures.all():
            expect(figure).to_have_accessible_name(re.compile(r"(Le Chat|ChatGPT|readings).*\d"))


def test_the_server_has_nothing_to_complain_of(served: Served, browser: Browser) -> None:
    reader = Reader.arrive(browser, "fr", 1280).open(served.url)
    reader.leave()
    lines = served.output().splitlines()
    assert [line for line in lines if any(word in line for word in ("Traceback", "Error", "Warning"))] == []


def test_the_address_of_the_app_is_printed(served: Served) -> None:
    assert f"Palmarès: {served.url}" in served.output()


def test_filters_chosen_by_hand_survive_a_page_change(served: Served, browser: Browser) -> None:
    reader = Reader.arrive(browser, "en", 1280).open(f"{served.url}/rank?lang=en&category=all")
    reader.page.get_by_role("combobox", name="Chart").click()
    reader.page.get_by_role("option", name=re.compile("Productivity")).click()
    expect(reader.page.locator("h1")).to_have_text("France: App Store, Top free, Productivity")
    reader.page.get_by_role("link", name="Competitors").click()
    expect(reader.page.locator("h2, h3").first).to_contain_text(
        "Gemini and Copilot ranked above Le Chat on 19"
    )
    assert "category=productivity" in reader.page.url
    assert reader.complaints == []
    reader.leave()
