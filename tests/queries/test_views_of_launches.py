"""day_zero and claim_bounds: which launch days are counted from, and what a claim then bounds."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import launch, milestone
from tests.helpers.datasets import DatasetRow, create_warehouse
from tests.helpers.tables import Rows, view_rows

ZERO = date(2025, 2, 6)


def day_zero(folder: Path, *launches: list[DatasetRow]) -> Rows:
    return view_rows(create_warehouse(folder, *launches), "day_zero", "platform, launch_id, first_day")


def test_a_dated_announcement_goes_before_an_earlier_store_release(tmp_path: Path) -> None:
    store = launch("store", "2025-01-20", basis="store_release")
    assert day_zero(tmp_path, store, launch("announced", "2025-02-06")) == [
        ("all", "synthetic-announced", ZERO),
        ("ios", "synthetic-announced", ZERO),
    ]


def test_a_store_release_known_to_the_day_goes_before_an_announcement_known_to_the_month(
    tmp_path: Path,
) -> None:
    store = launch("store", "2025-02-06", basis="store_release")
    assert day_zero(tmp_path, launch("month", "2025-02"), store) == [
        ("all", "synthetic-store", ZERO),
        ("ios", "synthetic-store", ZERO),
    ]


def test_a_month_is_better_than_nothing_and_counts_from_its_first_day(tmp_path: Path) -> None:
    assert day_zero(tmp_path, launch("month", "2025-02")) == [
        ("all", "synthetic-month", date(2025, 2, 1)),
        ("ios", "synthetic-month", date(2025, 2, 1)),
    ]


def test_a_reused_id_is_no_launch_and_the_web_counts_for_itself_alone(tmp_path: Path) -> None:
    reused = launch("reused", "2021-11-19", basis="reused_id")
    web = launch("web", "2024-02-26", platform="web")
    assert day_zero(tmp_path, reused, web) == [("web", "synthetic-web", date(2024, 2, 26))]


def test_each_platform_has_its_day_and_all_of_them_the_first(tmp_path: Path) -> None:
    android = launch("android", "2025-03-01", platform="android")
    assert day_zero(tmp_path, android, launch("ios", "2025-02-06"), launch("late", "2025-02-07")) == [
        ("all", "synthetic-ios", ZERO),
        ("android", "synthetic-android", date(2025, 3, 1)),
        ("ios", "synthetic-ios", ZERO),
    ]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """One launch on 6 February 2025 and a claim of every way to say when."""
    partial = {"metric": "downloads_in_period", "period_end": "2025-02-20"}
    return create_warehouse(
        tmp_path_factory.mktemp("bounds"),
        launch("launch", "2025-02-06"),
        milestone("stated", 10, days_stated=14),
        milestone("stated-about", 11, days_stated=14, qualifier="about"),
        milestone("dated", 12, period_end="2025-02-20"),
        milestone("month", 13, period_end="2025-03"),
        milestone("from-launch", 14, period_start="2025-02-06", **partial),
        milestone("from-launch-about", 15, period_start="2025-02-06", qualifier="about", **partial),
        milestone("from-later", 16, period_start="2025-02-10", **partial),
        milestone("own-day", 17, scope="fr", period_start="2025-02-01", period_end="2025-02-20"),
        milestone("same-place", 17, scope="fr", period_end="2025-02-21"),
        milestone("no-android", 17, platform="android", period_end="2025-02-20"),
        milestone("own-month", 18, period_start="2025-01", period_end="2025-02-20"),
        milestone("users", 19, metric="mau", period_end="2025-02-20"),
        milestone("undated", 20),
        milestone("web", 21, platform="web", period_end="2025-02-20"),
        milestone("no-launch", 22, app="gemini", period_end="2025-02-20"),
    )


def bound(house: Warehouse, name: str) -> Rows:
    columns = "bound, first_on - zero, last_on - zero, zero, from_launch"
    return view_rows(house, "claim_bounds", columns, f"claim_id = 'synthetic-{name}'")


def test_in_fourteen_days_is_day_13_or_day_14(house: Warehouse) -> None:
    assert bound(house, "stated") == [("floor", 13, 14, ZERO, True)]


def test_about_so_many_is_a_point_and_not_a_floor(house: Warehouse) -> None:
    assert bound(house, "stated-about") == [("point", 13, 14, ZERO, True)]


def test_a_dated_claim_is_counted_from_day_zero(house: Warehouse) -> None:
    assert bound(house, "dated") == [("floor", 14, 14, ZERO, True)]


def test_a_claim_known_to_the_month_may_mean_any_of_its_days(house: Warehouse) -> None:
    assert bound(house, "month") == [("floor", 23, 53, ZERO, True)]


@pytest.mark.parametrize("name", ["from-launch", "from-launch-about"])
def test_downloads_in_a_period_from_the_launch_are_a_floor(house: Warehouse, name: str) -> None:
    assert bound(house, name) == [("floor", 14, 14, ZERO, True)]


def test_a_claim_with_its_own_first_day_is_counted_from_it(house: Warehouse) -> None:
    assert bound(house, "own-day") == [("floor", 19, 19, date(2025, 2, 1), True)]


def test_a_place_has_one_day_zero_for_all_its_claims(house: Warehouse) -> None:
    assert bound(house, "same-place") == [("floor", 20, 20, date(2025, 2, 1), True)]


def test_a_platform_whose_launch_nobody_dated_counts_from_the_apps_first(house: Warehouse) -> None:
    assert bound(house, "no-android") == [("floor", 14, 14, ZERO, True)]


def test_a_first_month_is_no_first_day(house: Warehouse) -> None:
    assert bound(house, "own-month") == [("floor", 14, 14, ZERO, True)]


def test_downloads_in_a_period_that_starts_later_are_a_floor_too_but_not_from_the_launch(
    house: Warehouse,
) -> None:
    assert bound(house, "from-later") == [("floor", 14, 14, ZERO, False)]


@pytest.mark.parametrize("name", ["users", "undated", "web", "no-launch"])
def test_what_cannot_be_counted_from_a_launch_bounds_nothing(house: Warehouse, name: str) -> None:
    assert view_rows(house, "milestones", "claim_id", f"claim_id = 'synthetic-{name}'") != []
    assert bound(house, name) == []
