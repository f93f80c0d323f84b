"""standings: newest ranks of a country's charts and of one beside them, what became of them, who is no. 1."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import CHATGPT, CLAUDE, LE_CHAT, STRANGER, DatasetRow, create_warehouse
from tests.helpers.datasets import reading as read
from tests.helpers.tables import Rows, tuples

APPS = ["le-chat", "chatgpt"]
MOVES = "app, rank, move_before, gain_before, move_week, gain_week, move_month, gain_month"


def standings(house: Warehouse, until: date = date(2025, 12, 31), apps: list[str] = APPS) -> pd.DataFrame:
    return questions.standings(house, country="fr", reference="us", apps=apps, until=until)


def moved(house: Warehouse, columns: str = MOVES, **query: Any) -> Rows:
    return tuples(standings(house, **query), columns)


def day(day: int, top: dict[int, str], **cells: Any) -> list[DatasetRow]:
    """A snapshot of October 2025."""
    return read(f"2025-10-{day:02}T08:00:00", top, **cells)


def test_a_change_is_told_since_the_day_before_it_and_since_7_and_30_days_of_which_there_is_a_snapshot(
    tmp_path: Path,
) -> None:
    house = create_warehouse(
        tmp_path,
        read("2025-09-08T08:00:00", {9: LE_CHAT}),
        day(1, {7: LE_CHAT}),
        day(6, {2: LE_CHAT}),
        day(8, {5: LE_CHAT}),
    )
    assert moved(house, apps=["le-chat"]) == [("le-chat", 5, "fell", -3, "climbed", 2, "climbed", 4)]


def test_a_day_without_a_snapshot_has_no_change_and_no_neighbour_stands_in_for_it(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, day(2, {7: LE_CHAT}), day(8, {5: LE_CHAT}))
    [row] = moved(house, "move_week, gain_week, move_month, gain_month", apps=["le-chat"])
    assert row == (None, None, None, None)


def test_an_app_that_was_outside_is_new_only_where_the_list_was_deep_enough(tmp_path: Path) -> None:
    house = create_warehouse(
        tmp_path, day(1, {1: STRANGER}, depth=25), day(2, {20: LE_CHAT, 30: CHATGPT}, depth=50)
    )
    assert moved(house, "app, move_before, gain_before") == [
        ("le-chat", "new", None),
        ("chatgpt", "unseen_before", None),
    ]


def test_the_last_snapshot_of_a_day_is_its_rank_and_any_snapshot_may_be_the_best(tmp_path: Path) -> None:
    house = create_warehouse(
        tmp_path,
        read("2025-10-01T06:00:00", {1: LE_CHAT}),
        read("2025-10-01T20:00:00", {4: LE_CHAT}),
        day(2, {1: CHATGPT, 6: LE_CHAT}),
    )
    assert moved(house, "app, rank, gain_before, best, days_at_1, days_observed") == [
        ("chatgpt", 1, None, 1, 1, 2),
        ("le-chat", 6, -2, 1, 0, 2),
    ]


def test_who_is_no_1_is_named_chosen_or_not_known_or_not(tmp_path: Path) -> None:
    house = create_warehouse(
        tmp_path,
        day(1, {1: CLAUDE, 2: LE_CHAT}),
        day(1, {1: STRANGER, 2: LE_CHAT}, category="productivity"),
        day(1, {2: LE_CHAT}, country="us", scope="assistants", source="synthetic/assistants@1"),
    )
    assert moved(house, "country, category, first_app, first_name", apps=["le-chat"]) == [
        ("fr", "all", "claude", f"name of {CLAUDE}"),
        ("fr", "productivity", None, f"name of {STRANGER}"),
        ("us", "all", None, None),
    ]


def test_the_countrys_charts_come_first_by_days_ranked_and_a_chart_that_never_ranks_them_is_left_out(
    tmp_path: Path,
) -> None:
    house = create_warehouse(
        tmp_path,
        day(1, {2: LE_CHAT}),
        *(day(n, {1: LE_CHAT}, category="productivity") for n in (1, 2)),
        *(day(n, {1: STRANGER}, category="photo-video") for n in (1, 2, 3)),
        day(1, {3: LE_CHAT}, country="us"),
        day(1, {3: LE_CHAT}, country="us", category="productivity"),
    )
    assert moved(house, "country, category", apps=["le-chat"]) == [
        ("fr", "productivity"),
        ("fr", "all"),
        ("us", "all"),
    ]


def test_nothing_after_the_last_day_wanted_counts(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, day(1, {2: LE_CHAT}), day(2, {1: LE_CHAT}))
    assert moved(house, "rank, best", until=date(2025, 10, 1), apps=["le-chat"]) == [(2, 2)]


def test_a_line_has_the_30_days_to_the_newest_and_no_rank_outside_the_list(tmp_path: Path) -> None:
    house = create_warehouse(
        tmp_path, read("2025-09-08T08:00:00", {1: LE_CHAT}), day(1, {1: STRANGER}), day(8, {5: LE_CHAT})
    )
    row = standings(house, apps=["le-chat"]).iloc[0]
    assert list(row["line_days"]) == [date(2025, 10, 1), date(2025, 10, 8)]
    assert [None if pd.isna(rank) else rank for rank in row["line_ranks"]] == [None, 5]
