"""rank_history of each day and rank_by_country_and_day: the last reading of a day, and where a line breaks."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import CHATGPT, GEMINI, LE_CHAT, SORA, create_warehouse
from tests.helpers.datasets import reading as read
from tests.helpers.tables import Rows, tuples

CHART: dict[str, Any] = {"store": "app_store", "chart": "top-free", "category": "all"}
OCTOBER: dict[str, Any] = CHART | {"since": date(2025, 10, 1), "until": date(2025, 10, 31)}
HAND = {"source": "synthetic/hand@1", "scope": "assistants", "depth": 99}
STEPS = "observed_at, rank, of_day, stretch"


def at(day: int, hour: int = 8) -> datetime:
    return datetime(2025, 10, day, hour)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """France on days 1 (twice), 2, 4 and, by hand, 5; Germany on days 2 and 3."""
    return create_warehouse(
        tmp_path_factory.mktemp("days"),
        read(at(1).isoformat(), {1: LE_CHAT, 2: CHATGPT}),
        read(at(1, 20).isoformat(), {1: CHATGPT}),
        read(at(2).isoformat(), {30: LE_CHAT}, depth=99),
        read(at(4).isoformat(), {3: LE_CHAT}),
        read(at(5).isoformat(), {9: LE_CHAT}, **HAND),
        read(at(2).isoformat(), {5: LE_CHAT}, country="de"),
        read(at(3).isoformat(), {6: GEMINI}, country="de"),
        read(at(3).isoformat(), {7: LE_CHAT}, country="us", category="productivity"),
        read("2025-11-01T00:00:00", {8: LE_CHAT}, country="us"),
    )


def history(house: Warehouse, app: str, each: str, columns: str = STEPS) -> Rows:
    return tuples(questions.rank_history(house, **OCTOBER, country="fr", apps=[app], each=each), columns)


def test_daily_keeps_the_last_reading_of_each_day_and_says_of_how_many(house: Warehouse) -> None:
    """A stretch ends at day 3, which nobody read, and where another collection reads."""
    rest = [(at(2), 30, 1, 0), (at(4), 3, 1, 1), (at(5), 9, 1, 2)]
    both = [(at(1), 1, 2, 0), (at(1, 20), None, 2, 0)]
    assert history(house, "le-chat", "readings") == both + rest
    assert history(house, "le-chat", "daily") == both[1:] + rest


def test_a_reading_that_cannot_tell_of_an_app_is_none_of_its_day(tmp_path: Path) -> None:
    """The evening kept assistants alone: the benchmark's last reading is the morning's."""
    morning, evening = at(1).isoformat(), at(1, 20).isoformat()
    house = create_warehouse(tmp_path, read(morning, {4: SORA}), read(evening, {9: LE_CHAT}, **HAND))
    assert history(house, "sora", "daily") == [(at(1), 4, 1, 0)]
    assert history(house, "le-chat", "daily") == [(at(1, 20), 9, 2, 0)]


def test_of_two_collections_at_one_moment_one_speaks_for_the_day(tmp_path: Path) -> None:
    one = read(at(1).isoformat(), {1: LE_CHAT}, source="synthetic/one@1")
    other = read(at(1).isoformat(), {2: LE_CHAT}, source="synthetic/other@1")
    house = create_warehouse(tmp_path, one, other)
    assert history(house, "le-chat", "readings", "rank, stretch") == [(1, 0), (2, 1)]
    assert history(house, "le-chat", "daily", "rank, of_day, collection") == [(2, 2, "synthetic/other")]


def test_each_country_has_the_last_reading_of_each_of_its_days(house: Warehouse) -> None:
    answer = questions.rank_by_country_and_day(house, **OCTOBER, countries=["fr", "de"], apps=["le-chat"])
    assert tuples(answer, "country, observed_at, rank, state, depth, stretch, collection") == [
        ("de", at(2), 5, "ranked", 50, 0, "synthetic/archive"),
        ("de", at(3), None, "below", 50, 0, "synthetic/archive"),
        ("fr", at(1, 20), None, "below", 50, 0, "synthetic/archive"),
        ("fr", at(2), 30, "ranked", 99, 0, "synthetic/archive"),
        ("fr", at(4), 3, "ranked", 50, 1, "synthetic/archive"),
        ("fr", at(5), 9, "ranked", 99, 2, "synthetic/hand"),
    ]


def test_a_country_says_the_same_as_its_own_history(house: Warehouse) -> None:
    apps = ["chatgpt", "gemini", "le-chat"]
    columns = "app, observed_at, rank, state, depth, stretch, collection"
    everywhere = questions.rank_by_country_and_day(house, **OCTOBER, countries=["fr", "de"], apps=apps)
    for country in ("de", "fr"):
        here = questions.rank_history(house, **OCTOBER, country=country, apps=apps, each="daily")
        assert tuples(everywhere[everywhere["country"] == country], columns) == tuples(here, columns)


def test_a_country_where_the_chart_was_not_read_has_no_row(house: Warehouse) -> None:
    answer = questions.rank_by_country_and_day(
        house, **OCTOBER, countries=["fr", "de", "us"], apps=["le-chat", "gemini"]
    )
    assert set(answer["country"]) == {"de", "fr"}


def test_a_country_that_is_not_asked_for_has_no_row(house: Warehouse) -> None:
    answer = questions.rank_by_country_and_day(house, **OCTOBER, countries=["de"], apps=["le-chat"])
    assert set(answer["country"]) == {"de"}
