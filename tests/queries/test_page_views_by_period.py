"""page_views_by_period and page_view_coverage: readers of the assistants' articles, by day and over whole weeks."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import create_warehouse, open_warehouse, page_views, store_rows
from tests.helpers.tables import Rows, tuples

MONDAY, NEXT, THIRD = date(2025, 3, 3), date(2025, 3, 10), date(2025, 3, 17)
MARCH: dict[str, Any] = {"since": date(2025, 3, 1), "until": date(2025, 3, 31)}
BOTH = ["chatgpt", "le-chat"]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Le Chat from Saturday 1 March: a weekend, a whole week, one with a hole, a whole one; ChatGPT a week."""
    week = [1, 2, 3, 4, 5, 6, 7]
    return create_warehouse(
        tmp_path_factory.mktemp("interest"),
        page_views("2025-03-01", [50, 60, *week, 10, 20, 30, None, 50, 60, 70, *week]),
        page_views("2025-03-03", [100] * 7, "chatgpt"),
        page_views("2025-03-03", [1000] * 7, project="en.wikipedia"),
        page_views("2025-03-03", [9] * 7, "gemini"),
    )


def read(house: Warehouse, columns: str, **asked: Any) -> Rows:
    usual: dict[str, Any] = {"wiki": "fr", "apps": ["le-chat"], "step": "week", **MARCH}
    return tuples(questions.page_views_by_period(house, **usual | asked), columns)


def test_a_week_is_summed_from_monday_to_sunday_and_only_where_every_day_is_held(house: Warehouse) -> None:
    assert read(house, "period, views, days_held") == [
        (date(2025, 2, 24), None, 2),
        (MONDAY, 28, 7),
        (NEXT, None, 6),
        (THIRD, 28, 7),
    ]


def test_a_week_that_the_days_wanted_cut_is_not_summed(house: Warehouse) -> None:
    days = {"since": date(2025, 3, 4), "until": date(2025, 3, 20)}
    assert read(house, "period, views, days_held", **days) == [
        (MONDAY, None, 6),
        (NEXT, None, 6),
        (THIRD, None, 4),
    ]


def test_day_by_day_a_day_that_is_not_held_has_no_row(house: Warehouse) -> None:
    days = {"since": date(2025, 3, 12), "until": date(2025, 3, 14)}
    assert read(house, "period, views, days_held", step="day", **days) == [
        (date(2025, 3, 12), 30, 1),
        (date(2025, 3, 14), 50, 1),
    ]


def test_a_day_that_nobody_opened_the_article_counts_as_held(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, page_views("2025-03-03", [0, 1, 0, 0, 0, 0, 0]))
    assert read(house, "period, views, days_held") == [(MONDAY, 1, 7)]


def test_each_languages_wikipedia_is_told_apart(house: Warehouse) -> None:
    columns = "app, project, article, period, views"
    assert read(house, columns, wiki="en", apps=BOTH) == [
        ("le-chat", "en.wikipedia", "article of le-chat", MONDAY, 7000)
    ]
    assert read(house, "app, project, views", apps=BOTH)[0] == ("chatgpt", "fr.wikipedia", 700)


def test_two_articles_of_one_app_are_never_summed_together(tmp_path: Path) -> None:
    """The catalogue named another article later on."""
    old = page_views("2025-03-03", [1] * 7, article="old title")
    house = create_warehouse(tmp_path, old, page_views("2025-03-03", [2] * 7, article="new title"))
    assert read(house, "article, views") == [("new title", 14), ("old title", 7)]


def test_a_number_that_was_corrected_later_counts_as_the_newest_says(tmp_path: Path) -> None:
    before, after = datetime(2025, 4, 1), datetime(2025, 4, 2)
    store_rows(tmp_path, page_views("2025-03-03", [1]), now=before)
    store_rows(tmp_path, page_views("2025-03-03", [5]), now=after)
    assert read(open_warehouse(tmp_path), "views", step="day") == [(5,)]
    assert read(open_warehouse(tmp_path, before), "views", step="day") == [(1,)]


def test_articles_say_their_days_and_how_many_are_missing_up_to_the_newest_of_any(house: Warehouse) -> None:
    """Le Chat lacks 13 March; ChatGPT everything after its week, to the 23rd."""
    columns = "app, project, first_day, last_day, days_held, days_missing, collection"
    assert tuples(questions.page_view_coverage(house, apps=BOTH, **MARCH), columns) == [
        ("chatgpt", "fr.wikipedia", MONDAY, date(2025, 3, 9), 7, 14, "wikimedia"),
        ("le-chat", "fr.wikipedia", date(2025, 3, 1), date(2025, 3, 23), 22, 1, "wikimedia"),
        ("le-chat", "en.wikipedia", MONDAY, date(2025, 3, 9), 7, 0, "wikimedia"),
    ]


def test_articles_say_when_their_newest_days_were_read(tmp_path: Path) -> None:
    first, second = datetime(2025, 4, 1), datetime(2025, 4, 2)
    store_rows(tmp_path, page_views("2025-03-03", [1]), now=first)
    store_rows(tmp_path, page_views("2025-03-04", [1]), now=second)
    answer = questions.page_view_coverage(open_warehouse(tmp_path), apps=BOTH, **MARCH)
    assert tuples(answer, "ingested_at") == [(second,)]


def test_the_days_of_all_data_reach_as_far_as_page_views_do(house: Warehouse) -> None:
    assert tuples(questions.date_range(house), "first_day, last_day") == [
        (date(2025, 3, 1), date(2025, 3, 23))
    ]
