"""A part of a page is made once for all readers of the same filters, and anew where new data changes an answer."""

import gc
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from threading import Barrier

import pytest

from dashboard.domain import filters
from dashboard.sections import cache as keeping
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text.translator import Translator
from dashboard.warehouse import cache, questions
from dashboard.warehouse.snapshots import SnapshotError
from tests.app_pages.running import figures, open_page, unfold
from tests.helpers.datasets import reading, store_rows

QUERY = {"lang": "en", "category": "productivity", "apps": "le-chat,claude"}
DAYS = (date(2026, 9, 15), date(2026, 10, 31))
READERS = 8


def view() -> View:
    """What somebody who follows the link now draws from."""
    catalog = cache.catalog()
    chosen = replace(filters.default_filters(catalog, "en", *DAYS), category="productivity")
    return View(chosen, Translator("en"), catalog)


def part() -> tuple[Callable[[View], int], list[int]]:
    """A part of a page, the number of its readings, and each of these numbers as it was made."""
    made: list[int] = []

    @cached_section
    def readings(view: View) -> int:
        f = view.filters
        coverage = view.query(questions.coverage, **f.chart_params(), **f.day_params()).rows
        made.append(int(coverage["readings"].sum()))
        return made[-1]

    return readings, made


def test_a_second_reader_of_a_link_has_nothing_made_anew() -> None:
    readings, made = part()
    first, second = view(), view()
    assert readings(first) == readings(second) > 0
    assert len(made) == 1
    assert [one.file for one in second.results] == [one.file for one in first.results] != []


def test_two_readers_of_a_link_see_the_same_page() -> None:
    first, second = open_page("rank", **QUERY), open_page("rank", **QUERY)
    assert [one.value for one in second.header] == [one.value for one in first.header]
    assert figures(first) == figures(second) != {}


def test_readers_who_come_while_a_part_is_made_wait_for_it_and_make_none() -> None:
    readings, made = part()
    together = Barrier(READERS)

    def reader() -> int:
        one = view()
        together.wait()
        return readings(one)

    with ThreadPoolExecutor(READERS) as pool:
        told = {one.result() for one in [pool.submit(reader) for _ in range(READERS)]}
    assert told == {made[0]}
    assert len(made) == 1


def test_a_part_is_made_anew_where_new_data_changes_an_answer(data: Path) -> None:
    readings, made = part()
    before = readings(view())
    store_rows(data, reading("2026-10-09T12:00:00", {1: "6740410176"}, category="productivity", depth=98))
    assert readings(view()) == before + 1
    assert made == [before, before + 1]


def test_a_part_stays_where_new_data_changes_none_of_its_answers(data: Path) -> None:
    readings, made = part()
    before = readings(view())
    store_rows(data, reading("2026-10-09T12:00:00", {1: "6740410176"}, country="no"))
    after = view()
    assert readings(after) == before
    assert made == [before]
    assert [one.params["country"] for one in after.results] == ["fr"]


def test_a_part_is_made_anew_where_the_catalogue_has_changed(data: Path) -> None:
    readings, made = part()
    readings(view())
    listed = data / "catalog.toml"
    listed.write_text(f"{listed.read_text('utf-8')}\n# reviewed\n", "utf-8")
    readings(view())
    assert len(made) == 2


def test_what_was_made_without_damaged_data_does_not_outlive_the_damage(data: Path) -> None:
    made: list[bool] = []

    @cached_section
    def readable(view: View) -> bool:
        try:
            view.query_untracked(questions.charts_available)
            made.append(True)
        except SnapshotError:
            made.append(False)
        return made[-1]

    whole = {path: path.read_bytes() for path in (data / "snapshots").glob("charts-*.parquet")}
    for path, content in whole.items():
        path.write_bytes(content[:-400])
    assert not readable(view())
    for path, content in whole.items():
        path.write_bytes(content)
    assert readable(view())


@pytest.mark.parametrize(("share", "anew"), [(0.3, []), (0.45, [0]), (1.1, [0, 2])])
def test_the_parts_not_asked_for_longest_go_where_all_would_be_too_large(
    share: float, anew: list[int]
) -> None:
    made: list[int] = []

    @cached_section
    def large(_: View, number: int) -> str:
        made.append(number)
        return str(number) * int(keeping.MAX_CACHE_BYTES * share)

    for number in (0, 1, 2):
        large(view(), number)
    made.clear()
    for number in (2, 0):
        large(view(), number)
    assert sorted(made) == anew


def test_new_data_is_shown_at_the_next_run(data: Path) -> None:
    app = open_page("rank", **QUERY)
    assert "8 Oct 2026" in app.header[0].value
    store_rows(data, reading("2026-10-09T12:00:00", {1: "6740410176"}, category="productivity", depth=98))
    assert "9 Oct 2026: Le Chat 1st" in app.run().header[0].value


def test_the_databases_of_moments_that_nobody_asks_for_any_more_are_closed() -> None:
    moments = [datetime(2026, 11, 24, 12, minute) for minute in range(cache.MAX_DATABASES + 2)]
    opened = [weakref.ref(cache.warehouse(moment)) for moment in moments]
    gc.collect()
    assert [house() is not None for house in opened] == [False, False, *[True] * cache.MAX_DATABASES]


def test_a_table_is_made_when_its_fold_is_opened() -> None:
    app = open_page("rank", **QUERY)
    assert not app.dataframe
    assert {"Assistant", "Place"} <= set(unfold(app).dataframe[0].value.columns)
