"""launch_days and day_zero_choices: which launches can be counted from, and how far each moves the answers."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import launch, source
from tests.helpers.datasets import create_warehouse
from tests.helpers.tables import Rows, tuples, view_rows


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Le Chat on the web, then worldwide on the iPhone, and in France on Android before the iPhone."""
    gemini = {"app": "gemini", "platform": "android"}
    return create_warehouse(
        tmp_path_factory.mktemp("zeros"),
        source(),
        launch("web", "2024-02-26", platform="web"),
        launch("web-fr", "2024-02-20", platform="web", scope="fr", basis="store_release"),
        launch("ios", "2025-02-06"),
        launch("ios-fr", "2025-03-01", scope="fr"),
        launch("android-fr", "2025-02-20", platform="android", scope="fr", basis="store_release"),
        launch("deepseek", "2025-01-10", app="deepseek"),
        launch("reused", "2021-11-19", app="meta-ai", basis="reused_id"),
        launch("gemini-month", "2024-02", **gemini),
        launch("gemini-day", "2024-02-08", **gemini, scope="unstated"),
        launch("gemini-store", "2024-02-01", **gemini, scope="unstated", basis="store_release"),
    )


def zeros(house: Warehouse, columns: str, *apps: str, country: str = "fr") -> Rows:
    return tuples(questions.day_zero_choices(house, apps=apps, country=country), columns)


def test_every_choice_says_from_which_launch_it_counts_and_by_how_much_it_moves(house: Warehouse) -> None:
    assert zeros(house, "day0, first_day, platform, scope, moves_least", "le-chat") == [
        ("press", date(2025, 2, 6), "ios", "world", 0),
        ("web", date(2024, 2, 26), "web", "world", 346),
        ("ios", date(2025, 2, 6), "ios", "world", 0),
        ("android", date(2025, 2, 20), "android", "fr", -14),
        ("country", date(2025, 2, 20), "android", "fr", -14),
    ]


def test_a_countrys_launch_is_its_storefronts_earliest_app_before_an_earlier_one_worldwide(
    house: Warehouse,
) -> None:
    country = zeros(house, "day0, launched_on, platform, basis", "le-chat")[-1]
    assert country == ("country", "2025-02-20", "android", "store_release")


def test_in_a_country_without_a_launch_of_its_own_the_one_worldwide_counts(house: Warehouse) -> None:
    country = zeros(house, "day0, launched_on, scope, moves_most", "le-chat", country="us")[-1]
    assert country == ("country", "2025-02-06", "world", 0)


def test_a_choice_that_an_app_has_no_launch_for_is_left_out(house: Warehouse) -> None:
    assert zeros(house, "day0", "deepseek") == [("press",), ("ios",), ("country",)]
    assert zeros(house, "day0", "meta-ai") == []


def test_apps_stand_in_the_order_asked(house: Warehouse) -> None:
    both = zeros(house, "app", "deepseek", "le-chat")
    assert list(dict.fromkeys(both)) == [("deepseek",), ("le-chat",)]


def test_a_launch_says_where_it_was_read(house: Warehouse) -> None:
    read = ("Publisher of synthetic-source", "https://example.org/synthetic-source")
    assert set(zeros(house, "publisher, url", "le-chat")) == {read}


def test_one_launch_stands_for_a_platform_in_each_place_and_in_any(house: Warehouse) -> None:
    columns = "platform, area, launch_id"
    assert view_rows(house, "launch_days", columns, "app = 'le-chat' and platform <> 'web'") == [
        ("android", "any", "synthetic-android-fr"),
        ("android", "fr", "synthetic-android-fr"),
        ("ios", "any", "synthetic-ios"),
        ("ios", "fr", "synthetic-ios-fr"),
        ("ios", "world", "synthetic-ios"),
    ]


def test_a_day_goes_before_a_month_and_an_announcement_before_a_store_release(house: Warehouse) -> None:
    assert view_rows(house, "launch_days", "area, launch_id", "app = 'gemini'") == [
        ("any", "synthetic-gemini-day"),
        ("unstated", "synthetic-gemini-day"),
        ("world", "synthetic-gemini-month"),
    ]


def test_a_month_moves_the_answers_by_a_range_of_days(house: Warehouse, tmp_path: Path) -> None:
    month = launch("month", "2025-03", platform="android")
    moved = create_warehouse(tmp_path, source(), launch("ios", "2025-02-06"), month)
    assert zeros(moved, "day0, moves_least, moves_most", "le-chat")[2] == ("android", -53, -23)
