"""rank_history, rank_by_day and rank_summary over one small chart."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import CHATGPT, GEMINI, LE_CHAT, SORA, create_warehouse
from tests.helpers.datasets import reading as read
from tests.helpers.tables import tuples

CHART: dict[str, Any] = {"country": "fr", "store": "app_store", "chart": "top-free", "category": "all"}
OCTOBER: dict[str, Any] = CHART | {"since": date(2025, 10, 1), "until": date(2025, 10, 31)}
MORNING, NOON = datetime(2025, 10, 1, 8), datetime(2025, 10, 1, 12)
NEXT, LATER, OTHER = datetime(2025, 10, 2, 8), datetime(2025, 10, 4, 8), datetime(2025, 10, 5, 8)
HAND = {"source": "synthetic/hand@1", "scope": "assistants", "depth": 10, "time_precision": "day"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Le Chat: 1 then gone on day 1, 60 of 99 on day 2, no day 3, 1 on day 4; by hand 9 on day 5."""
    return create_warehouse(
        tmp_path_factory.mktemp("rank"),
        read(MORNING.isoformat(), {1: LE_CHAT, 2: CHATGPT}),
        read(NOON.isoformat(), {1: CHATGPT}),
        read(NEXT.isoformat(), {60: LE_CHAT, 2: CHATGPT}, depth=99),
        read(LATER.isoformat(), {1: LE_CHAT, 2: CHATGPT}),
        read(OTHER.isoformat(), {9: LE_CHAT}, **HAND),
        read(MORNING.isoformat(), {5: LE_CHAT}, country="us"),
        read(MORNING.isoformat(), {6: LE_CHAT}, category="productivity"),
        read(MORNING.isoformat(), {7: LE_CHAT}, chart="top-paid"),
        read("2025-09-30T23:59:59", {8: LE_CHAT}),
        read("2025-11-01T00:00:00", {9: LE_CHAT}),
    )


def test_history_holds_every_reading_with_its_state(house: Warehouse) -> None:
    answer = questions.rank_history(house, **OCTOBER, apps=["le-chat"], each="readings")
    assert tuples(answer, "observed_at, rank, state, depth, time_precision") == [
        (MORNING, 1, "ranked", 50, "second"),
        (NOON, None, "below", 50, "second"),
        (NEXT, 60, "ranked", 99, "second"),
        (LATER, 1, "ranked", 50, "second"),
        (OTHER, 9, "ranked", 10, "day"),
    ]


def test_a_stretch_ends_where_a_day_is_unread_or_the_source_changes(house: Warehouse) -> None:
    answer = questions.rank_history(house, **OCTOBER, apps=("le-chat",), each="readings")
    assert tuples(answer, "observed_at, stretch, collection, source") == [
        (MORNING, 0, "synthetic/archive", "synthetic/archive@1"),
        (NOON, 0, "synthetic/archive", "synthetic/archive@1"),
        (NEXT, 0, "synthetic/archive", "synthetic/archive@1"),
        (LATER, 1, "synthetic/archive", "synthetic/archive@1"),
        (OTHER, 2, "synthetic/hand", "synthetic/hand@1"),
    ]


def test_the_stretches_of_one_app_are_not_those_of_another(house: Warehouse) -> None:
    days = OCTOBER | {"since": date(2025, 10, 4)}
    answer = questions.rank_history(house, **days, apps=["gemini", "le-chat"], each="readings")
    assert tuples(answer, "app, rank, stretch") == [
        ("gemini", None, 0),
        ("gemini", None, 1),
        ("le-chat", 1, 0),
        ("le-chat", 9, 1),
    ]


def test_a_day_without_a_reading_is_not_observed_and_the_last_reading_of_a_day_speaks(
    house: Warehouse,
) -> None:
    days = CHART | {"since": date(2025, 10, 1), "until": date(2025, 10, 5)}
    answer = questions.rank_by_day(house, **days, apps=["le-chat"])
    assert tuples(answer, "day, state, rank, depth, readings") == [
        (date(2025, 10, 1), "below", None, 50, 2),
        (date(2025, 10, 2), "ranked", 60, 99, 1),
        (date(2025, 10, 3), "not_observed", None, None, 0),
        (date(2025, 10, 4), "ranked", 1, 50, 1),
        (date(2025, 10, 5), "ranked", 9, 10, 1),
    ]


def test_a_benchmark_is_not_observed_by_who_kept_assistants_alone(house: Warehouse) -> None:
    days = CHART | {"since": date(2025, 10, 4), "until": date(2025, 10, 5)}
    answer = questions.rank_by_day(house, **days, apps=["sora"])
    assert tuples(answer, "state, depth") == [("below", 50), ("not_observed", None)]


def test_a_reading_without_the_app_is_below_the_cut_off_and_not_unobserved(house: Warehouse) -> None:
    day = CHART | {"since": date(2025, 10, 1), "until": date(2025, 10, 1)}
    answer = questions.rank_by_day(house, **day, apps=["gemini"])
    assert tuples(answer, "state, rank") == [("below", None)]


def test_the_summary_counts_days_and_readings_apart(house: Warehouse) -> None:
    answer = questions.rank_summary(house, **OCTOBER, apps=["le-chat"])
    columns = "readings, days_observed, days_at_1, days_top_3, days_top_10, days_top_50, days_told_50"
    assert tuples(answer, columns) == [(5, 4, 1, 1, 2, 2, 4)]
    more = "readings_below, days_chosen, days_ever_at_1, worst"
    assert tuples(answer, more) == [(1, 31, 2, 60)]


def test_the_summary_tells_best_latest_and_last_ranked(house: Warehouse) -> None:
    answer = questions.rank_summary(house, **OCTOBER, apps=["chatgpt", "gemini", "le-chat"])
    columns = "app, best, best_at, latest, latest_at, latest_depth, last_ranked_at"
    assert tuples(answer, columns) == [
        ("chatgpt", 1, NOON, None, OTHER, 10, LATER),
        ("le-chat", 1, MORNING, 9, OTHER, 10, OTHER),
        ("gemini", None, None, None, OTHER, 10, None),
    ]


def test_the_summary_tells_the_rank_of_the_first_day_by_its_last_snapshot(house: Warehouse) -> None:
    answer = questions.rank_summary(house, **OCTOBER, apps=["chatgpt", "gemini", "le-chat"])
    assert tuples(answer, "app, first, first_at") == [
        ("chatgpt", 1, NOON),
        ("le-chat", None, NOON),
        ("gemini", None, NOON),
    ]


def test_a_shallow_reading_without_the_app_cannot_tell_the_first_fifty(house: Warehouse) -> None:
    answer = questions.rank_summary(house, **OCTOBER, apps=["gemini"])
    assert tuples(answer, "days_observed, days_told_50") == [(4, 3)]


def test_an_iphone_reading_and_an_ipad_reading_are_two_charts(tmp_path: Path) -> None:
    at = MORNING.isoformat()
    phone, tablet = read(at, {1: GEMINI}), read(at, {2: SORA}, device="ipad")
    house = create_warehouse(tmp_path, phone, tablet)
    answer = questions.rank_history(house, **OCTOBER, apps=["gemini"], each="readings")
    assert tuples(answer, "observed_at, rank, state") == [(MORNING, 1, "ranked")]
