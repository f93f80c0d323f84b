"""Foreign text is cleaned or rejected on input, and escaped in every output."""

import csv
import io
import json
import re
from datetime import date, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pydantic import ValidationError

from dashboard.collect.checks.fields import Row, clean_cells
from dashboard.collect.checks.schemas import CLAIMS, COLLECTED, OBSERVATIONS
from dashboard.collect.feeds.entries import FeedEntryBuilder
from dashboard.domain.filters import default_filters
from dashboard.domain.text_cleaning import MAX_LENGTH, bidi_isolate, clean_text, has_invisible
from dashboard.export.evidence import page as evidence_page
from dashboard.export.html import render_markdown, result_table
from dashboard.export.tables import to_csv
from dashboard.text.escaping import escape_formulas, escape_html, escape_markdown, escape_plain, markdown_link
from dashboard.text.translator import Translator
from dashboard.warehouse.warehouse import Warehouse
from tests.app_pages.running import PAGES, figures, open_page, unfold, words
from tests.collect.collecting import prepared
from tests.export.evidence.made import LINK, MADE
from tests.helpers.claimed import conflict, event, feature, launch, milestone, reported_rank, source
from tests.helpers.datasets import (
    CHATGPT,
    GEMINI,
    LE_CHAT,
    listing,
    open_warehouse,
    page_views,
    rating,
    reading,
    store_rows,
    vocabulary,
)

EVIL = "https://evil.example"
HEBREW, ARABIC = "שלום 24", "مرحبا 16"
VISIBLE = [
    f"[pay]({EVIL})",
    f"![x]({EVIL}/x.png)",
    "<img src=x onerror=alert(1)>",
    '<a href="https://evil.example">x</a>',
    f"see {EVIL}/a_b",
    "www.evil.example",
    "me@evil.example",
    "**bold** _slanted_ `code` ~~gone~~ # head",
    "$x^2$ :red[x] :material/home: :smile:",
    "%{x} %{customdata}<extra></extra>",
    "&lt;b&gt; &#x202e; &amp;",
    '=HYPERLINK("http://x.example","y")',
    "@SUM(1)",
    "+1",
    "-2",
    "1. one",
    "| a | b |",
    "]]></script><script>alert(1)</script>",
    HEBREW,
    ARABIC,
]
INVISIBLE = [
    "\x00",
    "\x1b[2J",
    "\x7f",
    "\x85",
    "\u202e",
    "\u2066",
    "\u200e",
    "\u061c",
    "\n",
    "\u2028",
    "\ud800",
    "\ufffe",
    "\u200b",
]
# GFM makes links of these even where the markup around them is escaped.
AUTOLINK = re.compile(r"https?://[-.\w]|www\.[-.\w]|(?:^|[\s\W])[-.\w+]+@[-\w]+\.[-\w]", re.IGNORECASE)
SOURCE_LINK = re.compile(r'<a href=\\"https://example\.org/[\w-]+\\">')  # of the story's marks, in JSON
OBSERVATION_MODELS = [(name, model) for name, model in (OBSERVATIONS | COLLECTED).items()]


def texts_of(model: type[Row]) -> list[str]:
    """The fields of free text."""
    fields = model.model_json_schema()["properties"].items()
    return [name for name, cell in fields if _is_text(cell) or any(map(_is_text, cell.get("anyOf", [])))]


def _is_text(cell: dict[str, Any]) -> bool:
    return cell.get("type") == "string" and not {"pattern", "enum", "const", "format"} & set(cell)


@pytest.mark.parametrize(
    ("dataset", "model"), OBSERVATION_MODELS, ids=[name for name, _ in OBSERVATION_MODELS]
)
@pytest.mark.parametrize("hostile", INVISIBLE, ids=ascii)
def test_every_text_of_a_store_is_cleaned(dataset: str, model: type[Row], hostile: str) -> None:
    for name in texts_of(model):
        cleaned = clean_cells(model, {name: f"a{hostile}b" * 3000})[name]
        assert not has_invisible(cleaned), f"{dataset}.{name}"
        assert len(cleaned) <= 4000


@pytest.mark.parametrize(("dataset", "model"), CLAIMS.items(), ids=list(CLAIMS))
@pytest.mark.parametrize("hostile", INVISIBLE, ids=ascii)
def test_a_claim_with_an_invisible_character_is_rejected(
    dataset: str, model: type[Row], hostile: str
) -> None:
    assert texts_of(model), dataset
    for name in model.model_fields:
        with pytest.raises(ValidationError, match="holds a control character"):
            model.model_validate({name: f"a{hostile}b"})


@given(st.text(max_size=700))
def test_cleaning_removes_invisible_characters_and_is_idempotent(text: str) -> None:
    cleaned = clean_text(text)
    assert not has_invisible(cleaned)
    assert len(cleaned) <= MAX_LENGTH
    assert clean_text(cleaned) == cleaned
    cleaned.encode("utf-8")


def assert_no_markup(html: str) -> None:
    """No markup but a paragraph, and nothing that GFM makes a link of."""
    inner = re.sub(r"</?p>|\n", "", html)
    assert "<" not in inner
    assert not AUTOLINK.search(unescape(inner))


@pytest.mark.parametrize("hostile", VISIBLE)
def test_escaped_markdown_has_no_markup(hostile: str) -> None:
    assert_no_markup(MarkdownIt("commonmark").render(escape_markdown(hostile)))
    assert_no_markup(MarkdownIt("commonmark").render(f"It says: {escape_markdown(hostile)}, twice."))


@given(st.text(alphabet="ab1 \\`*_[]()<>#:&!~$|.-+=@/wht ps\u05d0", max_size=40))
def test_no_text_becomes_markup(text: str) -> None:
    assert_no_markup(MarkdownIt("commonmark").render("x " + escape_markdown(text)))
    assert "<" not in escape_html(text)


@pytest.mark.parametrize("hostile", VISIBLE)
def test_a_link_keeps_its_address_whatever_its_name(hostile: str) -> None:
    html = MarkdownIt("commonmark").render(markdown_link(hostile, f"https://example.org/a)[x]({EVIL})"))
    assert re.findall(r'href="(https?://[^/"]+)', html) == ["https://example.org"]
    assert "<img" not in html


@pytest.mark.parametrize("foreign", [HEBREW, ARABIC])
def test_right_to_left_text_is_isolated_and_no_other_text_is(foreign: str) -> None:
    for escaped in (escape_markdown(foreign), escape_html(foreign), escape_plain(foreign)):
        assert escaped == f"\u2068{foreign}\u2069"
    assert bidi_isolate("Le Chat 24") == "Le Chat 24"


HOSTILE = " ".join(["=1+1", *VISIBLE])  # in one text, so that one visit of a page covers all


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which every free text of every dataset is hostile."""
    data = prepared(tmp_path_factory.mktemp("hostile") / "data")
    text = HOSTILE[:480]
    notes = {
        "source_id": "synthetic-source",
        "conflict_id": "synthetic-conflict",
        "note_en": text,
        "note_fr": text,
    }
    stated = notes | {"stated_by": text}
    store_rows(
        data,
        reading("2025-02-01T08:00:00", {1: CHATGPT, 2: "1000", 3: LE_CHAT}, depth=3, app_name=text),
        reading("2025-02-02T08:00:00", {1: LE_CHAT, 2: CHATGPT, 3: "1000"}, depth=3, app_name=text),
        rating("2025-02-01T08:00:00", LE_CHAT, 10, country="fr", app_name=text, version=text[:100]),
        listing("2025-02-01T08:00:00", LE_CHAT, app_name=text, version=text[:100]),
        listing("2025-02-01T08:00:00", GEMINI, app_name=text, version=text[:100]),
        page_views("2025-02-01", [10, 20]),
        source(title=text, publisher=text),
        conflict(title_en=text, title_fr=text, reading_en=text, reading_fr=text),
        launch("one", "2025-02-06", **notes),
        launch("two", "2023-05-18", app="chatgpt", **notes),
        milestone("one", 1_000_000, period_end="2025-02-19", core=True, days_stated="14", **stated),
        milestone("two", 3_000_000, period_end="2025-02-19", rests_on=text, **stated),
        milestone(
            "users", 1_000_000, metric="mau", unit="users", period_end="2025-02", population=text, **stated
        ),
        reported_rank("one", 1, "2025-02-08", **stated),
        event("one", "2025-02-06", **notes | {"title_en": text, "title_fr": text}),
        feature("one", **notes | {"value_en": text, "value_fr": text}),
    )
    return data


@pytest.mark.parametrize("page", PAGES)
def test_no_text_of_any_dataset_becomes_markup_in_any_output(
    hostile: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setenv("PALMARES_DATA", str(hostile))
    query = {
        "country": "fr",
        "from": "2025-02-01",
        "to": "2025-03-01",
        "apps": "le-chat,chatgpt,gemini",
        "lang": "en",
    }
    app = unfold(open_page(page, **query))
    assert not app.exception
    for line in words(app).split("\n"):
        assert_harmless(render_markdown(line))  # as the page and the static site read it
    for figure in figures(app).values():
        drawn = json.dumps({name: part for name, part in figure.items() if name != "alt"}, ensure_ascii=False)
        drawn = SOURCE_LINK.sub("", drawn)
        assert not re.search(r"<(img|a|script)\b|[^%]%\{x\}", drawn)
    view = app.session_state["view"]
    for result in view.results:
        assert_no_formulas(to_csv(result.rows))
        display_table = result_table(view, result.rows)
        for cell in (cell for row in display_table.rows for cell in row):
            assert_harmless(cell)
    file = evidence_page.render_html(view, page, LINK, "A page", MADE)
    body = re.sub(r"<script.*?</script>|<style.*?</style>|<pre.*?</pre>", "", file, flags=re.DOTALL)
    assert_harmless(body)


def assert_harmless(html: str) -> None:
    assert not re.search(r"<img|<script|<a [^>]*evil\.example|<strong>bold", html), html


def assert_no_formulas(content: bytes) -> None:
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
        for cell in row:
            assert not cell.startswith(("=", "@", "+")), cell
            assert not cell.startswith("-") or re.fullmatch(r"-[\d.e-]+", cell), cell


def test_a_feed_has_no_invisible_characters_and_isolates_foreign_text(hostile: Path) -> None:
    warehouse: Warehouse = open_warehouse(hostile, datetime(2030, 1, 1))
    filters = default_filters(vocabulary(), "en", date(2025, 1, 1), date(2026, 1, 1))
    for entry in FeedEntryBuilder(
        vocabulary(), Translator("en"), "fr", filters, "https://live.example"
    ).entries(warehouse):
        for text in (entry.title, entry.summary):
            assert not has_invisible(re.sub("[\u2068\u2069]", "", text))
            assert text.count("\u2068") == text.count("\u2069")


def test_formulas_are_escaped_and_numbers_stay_numbers() -> None:
    rows = pd.DataFrame({"name": ["=1", " @SUM(1)", "plain", None], "n": [-1, 2, 3, 4]})
    assert list(escape_formulas(rows)["name"][:3]) == ["'=1", "' @SUM(1)", "plain"]
    assert list(escape_formulas(rows)["n"]) == [-1, 2, 3, 4]
