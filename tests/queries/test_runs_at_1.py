"""rank_summary's run_at_1 and run_from: the most days in a row with rank 1 in the day's last snapshot."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import CHATGPT, COPILOT, COPILOT_SECOND, LE_CHAT, DatasetRow, create_warehouse
from tests.helpers.datasets import reading as read
from tests.helpers.tables import Rows, tuples

CHART: dict[str, Any] = {"country": "fr", "store": "app_store", "chart": "top-free", "category": "all"}
OCTOBER: dict[str, Any] = CHART | {"since": date(2025, 10, 1), "until": date(2025, 10, 31)}
COLUMNS = "days_at_1, run_at_1, run_from"


def first_on(*days: int, app: str = LE_CHAT, hour: int = 8, **cells: Any) -> list[DatasetRow]:
    """A reading on each of these days of October with the app at place 1."""
    return [row for day in days for row in read(f"2025-10-{day:02}T{hour:02}:00:00", {1: app}, **cells)]


def runs(house: Warehouse, app: str = "le-chat", **asked: Any) -> Rows:
    return tuples(questions.rank_summary(house, **OCTOBER | asked, apps=[app]), COLUMNS)


def test_days_in_a_row_are_one_run_and_the_longest_counts(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, first_on(2, 3), first_on(6, 7, 8), first_on(10))
    assert runs(house) == [(6, 3, date(2025, 10, 6))]


def test_of_two_runs_as_long_the_earlier_counts(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, first_on(12, 13), first_on(2, 3))
    assert runs(house) == [(4, 2, date(2025, 10, 2))]


def test_an_unread_day_breaks_a_run(tmp_path: Path) -> None:
    """Nobody read day 3; nobody may say that the app was first on it."""
    assert runs(create_warehouse(tmp_path, first_on(1, 2, 4))) == [(3, 2, date(2025, 10, 1))]


def test_a_day_read_at_another_place_breaks_a_run(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, first_on(1, 2, 4, 5, 6), first_on(3, app=CHATGPT))
    assert runs(house) == [(5, 3, date(2025, 10, 4))]


def test_who_was_first_in_the_morning_alone_had_the_day_at_some_time_and_no_run(tmp_path: Path) -> None:
    mornings, evenings = first_on(1, 2, 3), first_on(1, 2, 3, app=CHATGPT, hour=20)
    house = create_warehouse(tmp_path, mornings, evenings)
    assert runs(house, "chatgpt") == [(3, 3, date(2025, 10, 1))]
    assert runs(house) == [(0, 0, None)]
    summary = questions.rank_summary(house, **OCTOBER, apps=["le-chat"])
    assert tuples(summary, "days_ever_at_1, days_observed, days_chosen") == [(3, 3, 31)]


def test_several_readings_of_a_day_are_one_day(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, first_on(1), first_on(1, hour=12), first_on(1, hour=20), first_on(2))
    assert runs(house) == [(2, 2, date(2025, 10, 1))]


def test_a_run_goes_on_when_another_collection_reads(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, first_on(1), first_on(2, source="synthetic/other@1"))
    assert runs(house) == [(2, 2, date(2025, 10, 1))]


def test_who_was_never_first_has_no_run(tmp_path: Path) -> None:
    assert runs(create_warehouse(tmp_path, first_on(1)), "gemini") == [(0, 0, None)]


def test_only_the_days_wanted_make_a_run(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, first_on(1, 2, 3, 4))
    days: dict[str, Any] = {"since": date(2025, 10, 2), "until": date(2025, 10, 3)}
    assert runs(house, **days) == [(2, 2, date(2025, 10, 2))]


@pytest.mark.parametrize("other", [{"country": "us"}, {"category": "productivity"}, {"chart": "top-paid"}])
def test_another_chart_makes_no_run(tmp_path: Path, other: dict[str, Any]) -> None:
    house = create_warehouse(tmp_path, first_on(1), first_on(2, 3, **other))
    assert runs(house) == [(1, 1, date(2025, 10, 1))]


def test_a_run_goes_on_from_one_id_of_an_app_to_its_other(tmp_path: Path) -> None:
    places = {"2026-09-14": COPILOT, "2026-09-15": COPILOT_SECOND, "2026-09-16": COPILOT_SECOND}
    house = create_warehouse(tmp_path, *(read(f"{day}T08:00:00", {1: app}) for day, app in places.items()))
    september: dict[str, Any] = {"since": date(2026, 9, 1), "until": date(2026, 9, 30)}
    assert runs(house, "copilot", **september) == [(3, 3, date(2026, 9, 14))]
