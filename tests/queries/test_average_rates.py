"""average_rates: average downloads a day since launch, and between two claims of one series."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import launch, milestone, source
from tests.helpers.datasets import create_warehouse
from tests.helpers.tables import Rows, tuples
from tests.queries.launch_claims import ZERO, day, launch_all, milestone_by

AVERAGES = "days_least, days_most, least, most"
RACE = {"platform": "all", "scope": "world"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """One way to be averaged an app; `other` is a second source."""
    about = {"app": "gemini", "qualifier": "about"}
    period = {"metric": "downloads_in_period", "app": "kimi"}
    return create_warehouse(
        tmp_path_factory.mktemp("speed"),
        source(),
        source("other"),
        launch_all("le-chat", "chatgpt", "gemini", "claude", "deepseek", "grok", "kimi"),
        launch("web", day(-10), platform="web"),
        milestone("fourteen", 1050, days_stated=14),
        milestone_by("one", 100, 4, app="chatgpt"),
        milestone_by("two", 400, 7, app="chatgpt"),
        milestone_by("three", 1000, 9, app="chatgpt"),
        milestone_by("round", 200, 4, **about),
        milestone_by("rounder", 400, 9, **about),
        milestone_by("open", 120, 0, app="claude", period_end="", days_stated=5),
        milestone_by("mine", 100, 4, app="deepseek"),
        milestone_by("theirs", 400, 7, app="deepseek", source_id="other"),
        milestone_by("floor", 100, 4, app="grok", qualifier="at_least"),
        milestone_by("point", 400, 7, app="grok"),
        milestone_by("period", 100, 9, **period, period_start=day(0)),
        milestone_by("period-later", 100, 9, **period, period_start=day(5)),
        milestone_by("period-ios", 200, 9, **period, period_start=day(0), platform="ios"),
    )


def speeds(house: Warehouse, app: str, columns: str = AVERAGES) -> Rows:
    return tuples(questions.average_rates(house, apps=[app], **RACE), columns)


def test_a_floor_gives_a_least_average_over_all_days_from_day_0_and_no_greatest(house: Warehouse) -> None:
    assert speeds(house, "le-chat") == [(14, 15, 1050 / 15, None)]


def test_exact_numbers_of_one_series_give_exact_averages_of_each_stretch(house: Warehouse) -> None:
    assert speeds(house, "chatgpt", f"{AVERAGES}, value, claim_id") == [
        (5, 5, 20, 20, 100, "synthetic-one"),
        (8, 8, 50, 50, 400, "synthetic-two"),
        (10, 10, 100, 100, 1000, "synthetic-three"),
        (3, 3, 100, 100, 400, "synthetic-two"),
        (2, 2, 300, 300, 1000, "synthetic-three"),
    ]


def test_rounded_numbers_give_a_least_and_a_greatest_average(house: Warehouse) -> None:
    assert speeds(house, "gemini") == [
        (5, 5, 150 / 5, 250 / 5),
        (10, 10, 350 / 10, 450 / 10),
        (5, 5, (350 - 250) / 5, (450 - 150) / 5),
    ]


def test_where_the_day_is_open_the_least_average_has_the_most_days(house: Warehouse) -> None:
    assert speeds(house, "claude") == [(5, 6, 120 / 6, 120 / 5)]


def test_numbers_of_two_sources_make_no_stretch(house: Warehouse) -> None:
    assert speeds(house, "deepseek", "days_least, days_most") == [(5, 5), (8, 8)]


def test_a_floor_opens_no_stretch(house: Warehouse) -> None:
    assert speeds(house, "grok") == [(5, 5, 20, None), (8, 8, 50, 50)]


def test_a_period_counts_from_day_0_where_it_starts_with_the_launch(house: Warehouse) -> None:
    columns = f"platform, race, {AVERAGES}, claim_id"
    assert speeds(house, "kimi", columns) == [
        ("all", "same", 10, 10, 10, None, "synthetic-period"),
        ("ios", "platform", 10, 10, 20, None, "synthetic-period-ios"),
    ]


def test_an_average_counts_from_the_launch_of_what_the_claim_counts(tmp_path: Path) -> None:
    """The iPhone app came ten days after Android: what was downloaded on it has no share of those days."""
    android = launch("android", day(-10), platform="android")
    ios = milestone_by("ios", 100, 9, platform="ios")
    house = create_warehouse(
        tmp_path, source(), launch_all("le-chat"), android, ios, milestone_by("all", 300, 9)
    )
    columns = f"platform, since_launch, first_day, {AVERAGES}"
    assert speeds(house, "le-chat", columns) == [
        ("all", True, ZERO - timedelta(days=10), 20, 20, 15, 15),
        ("ios", True, ZERO, 10, 10, 10, 10),
    ]


def test_a_launch_known_by_its_month_gives_a_range_of_days(tmp_path: Path) -> None:
    """From 1 or 28 February to 9 March: 10 to 37 days."""
    count = milestone_by("count", 370, 0, period_end="2025-03-09")
    house = create_warehouse(tmp_path, source(), launch("month", "2025-02"), count)
    columns = f"first_day, first_until, {AVERAGES}"
    months = (date(2025, 2, 1), date(2025, 2, 28), 10, 37)
    assert speeds(house, "le-chat", columns) == [(*months, 10, 37)]


def test_an_average_says_who_stated_the_number_and_where(house: Warehouse) -> None:
    read = ("Publisher of synthetic-source", "https://example.org/synthetic-source")
    said = ("all", "world", "same", "reported", "Synthetic Company")
    assert speeds(house, "le-chat", "platform, scope, race, kind, stated_by, publisher, url") == [
        (*said, *read)
    ]
