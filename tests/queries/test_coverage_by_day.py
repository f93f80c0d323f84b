"""coverage_by_day: each day with a reading of one chart, and what was read on it."""

from datetime import date
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import CHATGPT, LE_CHAT, create_warehouse
from tests.helpers.datasets import reading as read
from tests.helpers.tables import tuples

CHART: dict[str, Any] = {"country": "fr", "store": "app_store", "chart": "top-free", "category": "all"}
OCTOBER: dict[str, Any] = CHART | {"since": date(2025, 10, 1), "until": date(2025, 10, 31)}
HAND = {"source": "synthetic/hand@1", "scope": "assistants", "depth": 99}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Day 1 read three times by two collections, day 3 by hand alone, and charts beside this one."""
    return create_warehouse(
        tmp_path_factory.mktemp("coverage"),
        read("2025-10-01T00:00:00", {1: LE_CHAT, 2: CHATGPT}),
        read("2025-10-01T23:59:59", {1: LE_CHAT}, depth=25),
        read("2025-10-01T12:00:00", {1: LE_CHAT}, **HAND),
        read("2025-10-03T12:00:00", {1: LE_CHAT}, **HAND),
        read("2025-10-02T12:00:00", {1: LE_CHAT}, country="de"),
        read("2025-10-02T12:00:00", {1: LE_CHAT}, category="productivity"),
        read("2025-10-02T12:00:00", {1: LE_CHAT}, device="ipad"),
        read("2025-09-30T23:59:59", {1: LE_CHAT}),
        read("2025-11-01T00:00:00", {1: LE_CHAT}),
    )


def test_a_day_says_how_many_readings_how_complete_how_deep_and_whose(house: Warehouse) -> None:
    columns = "day, readings, complete, min_depth, max_depth, collections"
    assert tuples(questions.coverage_by_day(house, **OCTOBER), columns) == [
        (date(2025, 10, 1), 3, 2, 25, 99, "synthetic/archive;synthetic/hand"),
        (date(2025, 10, 3), 1, 0, 99, 99, "synthetic/hand"),
    ]


def test_a_day_that_nobody_read_has_no_row(house: Warehouse) -> None:
    day = {"since": date(2025, 10, 2), "until": date(2025, 10, 2)}
    assert tuples(questions.coverage_by_day(house, **OCTOBER | day), "day") == []


def test_the_days_together_are_the_coverage(house: Warehouse) -> None:
    days, whole = questions.coverage_by_day(house, **OCTOBER), questions.coverage(house, **OCTOBER)
    assert days["readings"].sum() == whole["readings"].sum() == 4
    assert days["complete"].sum() == whole["complete"].sum() == 2
    assert set(whole["days_in_all"]) == {len(days)}
