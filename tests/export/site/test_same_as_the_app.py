"""The static site says what the app says: the same words, the same numbers, and leads to the same view."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.domain import filters
from dashboard.domain.catalog import Catalog
from dashboard.domain.filters import Filters
from dashboard.export.site.page_writer import MAX_ROWS
from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.app_pages.running import open_page, words
from tests.export.site.static_site import LIVE, StaticSite, strip_spaces
from tests.helpers import plain

OPEN = {"fr": "Ouvrir la vue en direct", "en": "Open the live view"}
SAME = {"fr": "Ces chiffres mêmes, dans l’application", "en": "These very numbers, in the live app"}
PAGES = {
    "index": "overview",
    "rank-fr-productivity": "rank",
    "launch-le-chat": "launch",
    "competitors-fr": "competitors",
    "brief-le-chat": "brief",
    "sources": "sources",
}
SHARING = ("The button at the right", "Le bouton à droite")
AGES = (":orange-badge", ":green-badge")  # a page that stands still says no ages


def query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_every_sentence_of_the_live_app_stands_on_the_page(
    static_site: StaticSite, name: str, lang: str
) -> None:
    page = static_site.page(lang, name)
    app = open_page(PAGES[name], **query(page.anchor(OPEN[lang])))
    kinds = (app.title, app.header, app.subheader)
    said = [element.value for kind in kinds for element in kind]
    assert len(said) > 1 or name == "brief-le-chat"
    assert [text for text in said if strip_spaces(text) not in page.words] == []
    own = [
        caption.value for caption in app.caption if caption.value.startswith(SHARING)
    ]  # the frame's, no page's
    lines = [
        line
        for line in words(app).splitlines()
        if line.strip() and line not in own and not any(age in line for age in AGES)
    ]
    plainly = [
        line
        for line in lines
        if not set("[]`<>:") & set(line) and not line.startswith(("--", "-", "    ", "?v="))
    ]
    assert [
        line for line in plainly[:200] if strip_spaces(line) not in page.words and "as of" not in line
    ] == []


def test_links_lead_to_the_live_view_and_to_these_very_numbers(
    static_site: StaticSite, catalog: Catalog, frozen: Warehouse
) -> None:
    for page in static_site.sheets():
        default_view = filters.default_filters(catalog, "en", date(2025, 1, 1), date(2025, 1, 2))
        views: list[Filters] = []
        for words_of in (OPEN, SAME):
            address = page.anchor(words_of[page.lang])
            assert address.startswith(f"{LIVE}/")
            chosen, notices = filters.from_query(parse_qs(urlsplit(address).query), catalog, default_view)
            assert notices == []
            views.append(chosen)
        live, pinned = views
        assert live.lang == page.lang
        assert live.as_of is None
        assert pinned == replace(live, as_of=frozen.newest_ingest)


def test_ranks_are_those_that_the_snapshots_say(static_site: StaticSite) -> None:
    """Counted a second time, without SQL."""
    page = static_site.page("en", "rank-fr-productivity")
    tables = [table for table in page.tree.iter("table") if "Days in top 10" in "".join(table.itertext())]
    rows = {
        cells[0]: cells
        for cells in (["".join(cell.itertext()) for cell in row] for row in tables[0].iter("tr"))
    }
    chart = plain.places("fr", "productivity", date(2026, 9, 15), date(2026, 10, 8))
    for app, name in (("le-chat", "Le Chat"), ("chatgpt", "ChatGPT"), ("gemini", "Gemini")):
        standing = plain.standing(chart, app)
        days = {at.date() for at, _ in standing}
        top = len(plain.days(plain.daily(standing), 10))
        last = standing[max(standing)]
        assert rows[name][4:] == [str(top), rows[name][5], f"{len(days)} of 24"]
        if last is not None:
            assert strip_spaces(f"{name} {last}") in page.words


def test_a_table_is_whole_or_a_file(static_site: StaticSite, frozen: Warehouse) -> None:
    tables = [len(list(body)) for page in static_site.sheets() for body in page.tree.iter("tbody")]
    assert max(tables) <= MAX_ROWS
    claims = questions.all_claims(frozen)
    [link] = [
        one.attrib["href"]
        for one in static_site.page("en", "sources").tree.iter("a")
        if "".join(one.itertext()) == f"{len(claims)} rows as CSV"
    ]
    assert (static_site.folder / "en" / link).read_text("utf-8-sig").count("https://") >= len(claims)
