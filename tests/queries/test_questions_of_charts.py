"""latest_ranks, ranks_by_country, coverage and charts_available."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import CHATGPT, GEMINI, LE_CHAT, create_warehouse
from tests.helpers.datasets import reading as read
from tests.helpers.tables import tuples

DAYS: dict[str, Any] = {"since": date(2025, 10, 1), "until": date(2025, 10, 31)}
CHART: dict[str, Any] = {"store": "app_store", "chart": "top-free", "category": "all"}
FRANCE: dict[str, Any] = DAYS | CHART | {"country": "fr"}
FIRST, SECOND, THIRD = datetime(2025, 10, 1, 8), datetime(2025, 10, 1, 20), datetime(2025, 10, 3, 8)
HAND = {"source": "olekenneth/appstore@1", "scope": "assistants", "depth": 99}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Le Chat meets ChatGPT three times in France and once in Germany; Gemini is in one chart."""
    return create_warehouse(
        tmp_path_factory.mktemp("charts"),
        read(FIRST.isoformat(), {1: LE_CHAT, 2: CHATGPT}),
        read(SECOND.isoformat(), {3: LE_CHAT, 2: CHATGPT}),
        read(THIRD.isoformat(), {4: CHATGPT, 9: GEMINI}, **HAND),
        read(FIRST.isoformat(), {5: LE_CHAT}, country="de"),
        read(FIRST.isoformat(), {6: LE_CHAT}, category="productivity"),
        read(FIRST.isoformat(), {7: "com.openai.chatgpt"}, store="google_play", device="android"),
        read("2025-11-01T00:00:00", {8: LE_CHAT}),
    )


def test_the_latest_places_are_those_of_each_charts_newest_reading(house: Warehouse) -> None:
    answer = questions.latest_ranks(house, country="fr", apps=["le-chat", "chatgpt"], **DAYS)
    columns = "store, category, observed_at, app, rank, state, depth"
    assert tuples(answer, columns) == [
        ("app_store", "all", THIRD, "chatgpt", 4, "ranked", 99),
        ("app_store", "all", THIRD, "le-chat", None, "below", 99),
        ("app_store", "productivity", FIRST, "le-chat", 6, "ranked", 50),
        ("app_store", "productivity", FIRST, "chatgpt", None, "below", 50),
        ("google_play", "all", FIRST, "chatgpt", 7, "ranked", 50),
        ("google_play", "all", FIRST, "le-chat", None, "below", 50),
    ]


def test_each_country_has_its_own_newest_reading(house: Warehouse) -> None:
    answer = questions.ranks_by_country(house, **CHART, apps=["le-chat"], **DAYS)
    columns = "country, observed_at, app, rank, state, depth, collection"
    assert tuples(answer, columns) == [
        ("de", FIRST, "le-chat", 5, "ranked", 50, "synthetic/archive"),
        ("fr", THIRD, "le-chat", None, "below", 99, "olekenneth/appstore"),
    ]


def test_a_country_read_only_outside_the_days_is_absent(house: Warehouse) -> None:
    days: dict[str, Any] = {"since": date(2025, 10, 2), "until": date(2025, 10, 2)}
    assert tuples(questions.ranks_by_country(house, **CHART, apps=["le-chat"], **days), "country") == []


def test_coverage_counts_each_collection_apart(house: Warehouse) -> None:
    answer = questions.coverage(house, **FRANCE)
    columns = "collection, readings, days, days_in_all, first_at, last_at, min_depth, max_depth, complete"
    assert tuples(answer, columns) == [
        ("synthetic/archive", 2, 1, 2, FIRST, SECOND, 50, 50, 2),
        ("olekenneth/appstore", 1, 1, 2, THIRD, THIRD, 99, 99, 0),
    ]


def test_a_collection_outside_the_catalogue_has_no_address(house: Warehouse) -> None:
    assert tuples(questions.coverage(house, **FRANCE), "url") == [
        (None,),
        ("https://github.com/olekenneth/appstore",),
    ]


def test_every_chart_read_is_listed_the_most_read_first(house: Warehouse) -> None:
    columns = "country, store, category, readings, complete, days, first_day, last_day"
    october, november = date(2025, 10, 1), date(2025, 11, 1)
    assert tuples(questions.charts_available(house), columns) == [
        ("fr", "app_store", "all", 4, 3, 3, october, november),
        ("de", "app_store", "all", 1, 1, 1, october, october),
        ("fr", "app_store", "productivity", 1, 1, 1, october, october),
        ("fr", "google_play", "all", 1, 1, 1, october, october),
    ]


def test_a_chart_read_by_who_kept_assistants_alone_has_no_complete_reading(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, read(FIRST.isoformat(), {1: LE_CHAT}, **HAND))
    assert tuples(questions.charts_available(house), "readings, complete") == [(1, 0)]
