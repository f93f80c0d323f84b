"""statements_by_day: which statements bear on which platform and place, from which day they count."""

from datetime import date

import pytest

from dashboard.warehouse import database
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import launch
from tests.helpers.datasets import create_warehouse
from tests.helpers.tables import Rows
from tests.queries.launch_claims import ZERO, day, launch_all, milestone_by

US_IOS = {"platform": "ios", "scope": "us"}
BEARING = "platform, scope, low, high, is_direct"


def counted(house: Warehouse, columns: str, app: str, choice: str = "press", country: str = "fr") -> Rows:
    house.prepare()
    with database.cursor(house._con) as cursor:
        rows = cursor.sql(
            "from statements_by_day($choice, $country)", params={"choice": choice, "country": country}
        )
        return rows.filter(f"app = '{app}'").project(columns).order("all").fetchall()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """One relation of a part and its whole an app."""
    return create_warehouse(
        tmp_path_factory.mktemp("counted"),
        launch_all("le-chat", "chatgpt", "gemini", "claude", "grok"),
        milestone_by("part", 100, 5, **US_IOS),
        milestone_by("whole", 100, 5, app="chatgpt"),
        milestone_by("its-part", 1, 5, app="chatgpt", **US_IOS, qualifier="at_least"),
        milestone_by("us", 10, 5, app="gemini", **US_IOS),
        milestone_by("us-ca", 50, 5, app="gemini", platform="ios", scope="us+ca"),
        milestone_by("whole-floor", 100, 5, app="claude", qualifier="at_least"),
        milestone_by("floor-part", 1, 5, app="claude", **US_IOS, qualifier="at_least"),
        milestone_by("us-alone", 10, 5, app="grok", **US_IOS),
        milestone_by("fr-alone", 20, 5, app="grok", platform="ios", scope="fr"),
    )


def test_what_a_part_has_reached_the_whole_has_and_may_have_passed(house: Warehouse) -> None:
    assert counted(house, BEARING, "le-chat") == [
        ("all", "world", 100, None, False),
        ("ios", "us", 100, 100, True),
        ("ios", "world", 100, None, False),
    ]


def test_what_the_whole_has_not_passed_no_part_has_and_a_part_may_have_reached_nothing(
    house: Warehouse,
) -> None:
    assert counted(house, BEARING, "chatgpt") == [
        ("all", "world", 1, None, False),
        ("all", "world", 100, 100, True),
        ("ios", "us", 1, None, True),
        ("ios", "us", None, 100, False),
        ("ios", "world", 1, None, False),
        ("ios", "world", None, 100, False),
    ]


def test_the_united_states_are_part_of_an_area_and_of_the_world(house: Warehouse) -> None:
    assert counted(house, BEARING, "gemini") == [
        ("all", "world", 10, None, False),
        ("all", "world", 50, None, False),
        ("ios", "us", 10, 10, True),
        ("ios", "us", None, 50, False),
        ("ios", "us+ca", 10, None, False),
        ("ios", "us+ca", 50, 50, True),
        ("ios", "world", 10, None, False),
        ("ios", "world", 50, None, False),
    ]


def test_a_floor_of_the_whole_says_nothing_of_a_part(house: Warehouse) -> None:
    rows = counted(house, "from_platform, low, high", "claude")
    assert ("all", 100, None) in rows
    assert [row for row in counted(house, BEARING, "claude") if row[1] == "us"] == [
        ("ios", "us", 1, None, True)
    ]


def test_one_country_says_nothing_of_another(house: Warehouse) -> None:
    countries = [row for row in counted(house, BEARING, "grok") if row[1] != "world"]
    assert countries == [("ios", "fr", 20, 20, True), ("ios", "us", 10, 10, True)]


@pytest.fixture(scope="module")
def launches(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Le Chat with a launch of every kind, DeepSeek with one on the iPhone; 100 downloads by day 33."""
    return create_warehouse(
        tmp_path_factory.mktemp("zeros"),
        launch_all("deepseek"),
        launch("web", "2024-02-26", platform="web"),
        launch("ios", day(0)),
        launch("android", "2025-03-01", platform="android", scope="unstated"),
        launch("ios-fr", "2025-02-16", scope="fr"),
        milestone_by("le-chat", 100, 33),
        milestone_by("android", 100, 33, platform="android"),
        milestone_by("deepseek", 100, 33, app="deepseek"),
    )


@pytest.mark.parametrize(
    ("choice", "country", "zero", "days"),
    [
        ("press", "fr", ZERO, 33),
        ("web", "fr", date(2024, 2, 26), 379),
        ("ios", "fr", ZERO, 33),
        ("android", "fr", date(2025, 3, 1), 10),
        ("country", "fr", date(2025, 2, 16), 23),
        ("country", "us", ZERO, 33),
    ],
)
def test_days_count_from_the_launch_that_is_chosen(
    launches: Warehouse, choice: str, country: str, zero: date, days: int
) -> None:
    rows = counted(
        launches, "platform, day_zero, earliest_day, latest_day, is_direct", "le-chat", choice, country
    )
    assert ("all", zero, days, days, True) in rows


@pytest.mark.parametrize("choice", ["press", "web", "ios", "android", "country"])
def test_an_app_without_the_launch_chosen_counts_from_the_presss(launches: Warehouse, choice: str) -> None:
    columns = "platform, day_zero, latest_day"
    assert counted(launches, columns, "deepseek", choice, "us") == [("all", ZERO, 33), ("ios", ZERO, 33)]


def test_each_platform_counts_from_its_own_launch_unless_another_is_chosen(launches: Warehouse) -> None:
    columns = "platform, day_zero, latest_day"
    android = [row for row in counted(launches, columns, "le-chat") if row[0] == "android"]
    assert android == [("android", date(2025, 3, 1), 10)] * 2
    web = counted(launches, columns, "le-chat", "web")
    assert {row[1:] for row in web} == {(date(2024, 2, 26), 379)}
