"""The evidence file: whole, in one language, fit for a screen reader, and closed to markup in the data."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from dashboard.export.evidence.query_results import displayed_results
from dashboard.export.html import escape_script
from dashboard.warehouse.files import checksum
from tests.app_pages.running import PAGES, open_page
from tests.export.evidence import made
from tests.export.evidence.made import LINK, evidence, seen
from tests.helpers.datasets import DATA, ROOT

VOID = {"meta", "br", "img", "hr", "link", "input"}


class Outline(HTMLParser):
    """Headings in their order, ids, and whether every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.named: list[str] = []
        self.alts: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.ids += [attributes["id"] or ""] if "id" in attributes else []
        self.named += [attributes["aria-labelledby"] or ""] if "aria-labelledby" in attributes else []
        self.alts += [attributes.get("aria-label") or ""] if attributes.get("role") == "img" else []
        self.levels += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        self.open += [] if tag in VOID else [tag]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("page", PAGES)
def test_headings_go_down_step_by_step_and_every_name_is_there(tmp_path: Path, page: str) -> None:
    text = evidence(tmp_path, page, lang="fr", category="productivity").read_text("utf-8")
    outline = Outline(text)
    assert outline.levels[0] == 1
    assert all(below <= above + 1 for above, below in zip(outline.levels, outline.levels[1:], strict=False))
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.named) <= set(outline.ids)
    assert all(len(alt) > 20 for alt in outline.alts)
    assert outline.open == []
    assert '<html lang="fr">' in text


@pytest.mark.parametrize("page", PAGES)
def test_the_sentences_of_the_page_stand_in_the_file_too(tmp_path: Path, page: str) -> None:
    query = {"lang": "en", "category": "productivity"}
    app = open_page(page, **query)
    text = unescape(evidence(tmp_path, page, **query).read_text("utf-8"))
    bullets = [one.value for one in app.markdown if one.value.startswith(("- ", "**"))]
    lines = [line.removeprefix("- ").strip() for one in bullets for line in one.splitlines()]
    lines = [one for one in lines if "-badge[" not in one]  # how old a source is changes with the hour
    marks = MarkdownIt("commonmark")
    assert [one for one in lines if unescape(marks.renderInline(one)) not in text] == []
    assert all(one.value in text for one in app.metric)


@pytest.mark.parametrize("page", ["launch", "sources"])
def test_the_largest_files_are_small_enough_for_a_message(tmp_path: Path, page: str) -> None:
    assert evidence(tmp_path, page, lang="en", category="productivity").stat().st_size < 2_500_000


def test_the_file_asks_the_network_for_nothing(tmp_path: Path) -> None:
    text = evidence(tmp_path, "rank", lang="en", category="productivity").read_text("utf-8")
    assert re.findall(r"<(?:script|img|link|iframe)[^>]+(?:src|href)=", text) == []


def test_the_record_says_link_moment_files_and_each_question(tmp_path: Path) -> None:
    record = made.record(evidence(tmp_path, "rank", lang="en", category="productivity"))
    assert (record["link"], record["pinned"], record["made_at"]) == (LINK, False, "2026-11-25T09:30:00Z")
    assert record["as_of"] == record["newest_ingest"]
    for file in record["files"]:
        assert file["sha256"] == checksum(DATA / "snapshots" / file["name"])
        assert file["name"].removesuffix(".parquet").endswith(file["sha256"][:12])
    (history,) = (one for one in record["questions"] if one["name"] == "rank_history")
    assert history["params"]["country"] == "fr"
    assert history["sql"] == (ROOT / "queries" / "rank_history.sql").read_text("utf-8")


def test_a_pinned_view_says_its_own_moment(tmp_path: Path) -> None:
    file = evidence(tmp_path, "rank", lang="en", as_of="2026-11-24T00:00Z")
    record = made.record(file)
    assert (record["pinned"], record["as_of"]) == (True, "2026-11-24T00:00:00Z")
    assert "24 Nov 2026, 00:00 UTC" in file.read_text("utf-8")


VIEWS = [
    *((page, {"category": "productivity"}) for page in PAGES),
    ("rank", {"category": "productivity", "world": "lines", "tab": "events", "sort": "name"}),
    ("rank", {"country": "us", "world": "map", "tab": "days", "each": "daily"}),
    ("competitors", {"country": "no", "rating": "weekly", "metric": "wau", "align": "calendar"}),
    ("launch", {"benchmarks": "threads,sora", "area": "country", "races": "equal"}),
]


@pytest.mark.parametrize(("page", "query"), VIEWS)
def test_every_result_shown_is_the_answer_to_its_question_and_parameters(
    page: str, query: dict[str, str]
) -> None:
    view = seen(page, lang="en", **query)
    assert view.blocks
    for result in displayed_results(view):
        whole = view.warehouse.query(result.file.name, json.loads(result.params_json))
        assert result.rows.sort_index().equals(whole), result.file.name  # the page may have sorted them


def test_no_text_can_end_its_script() -> None:
    script = str(escape_script({"says": "</script><script>alert(1)"}))
    assert "<" not in script
    assert json.loads(script) == {"says": "</script><script>alert(1)"}
