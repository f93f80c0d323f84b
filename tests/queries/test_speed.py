"""speed: average downloads a day since launch, and between two claims of one series."""

import pytest

from dashboard import questions
from dashboard.warehouse import Warehouse
from tests.helpers.claimed import launch, milestone, source
from tests.helpers.given import given
from tests.helpers.tables import Rows, told
from tests.queries.launched import WORLD, day, had, launched

AVERAGES = "from_day, to_day, least, most"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """One way to be averaged an app; `other` is a second source."""
    about = {"app": "gemini", "qualifier": "about"}
    period = {"metric": "downloads_in_period", "app": "kimi"}
    return given(
        tmp_path_factory.mktemp("speed"),
        source(),
        source("other"),
        launched("le-chat", "chatgpt", "gemini", "claude", "deepseek", "grok", "kimi"),
        launch("web", day(-10), platform="web"),
        milestone("fourteen", 1050, days_stated=14),
        had("one", 100, 4, app="chatgpt"),
        had("two", 400, 7, app="chatgpt"),
        had("three", 1000, 9, app="chatgpt"),
        had("round", 200, 4, **about),
        had("rounder", 400, 9, **about),
        had("open", 120, 0, app="claude", period_end="", days_stated=5),
        had("mine", 100, 4, app="deepseek"),
        had("theirs", 400, 7, app="deepseek", source_id="other"),
        had("floor", 100, 4, app="grok", qualifier="at_least"),
        had("point", 400, 7, app="grok"),
        had("period", 100, 9, **period, period_start=day(0)),
        had("period-later", 100, 9, **period, period_start=day(5)),
        had("period-ios", 200, 9, **period, period_start=day(0), platform="ios"),
    )


def speeds(house: Warehouse, app: str, columns: str = AVERAGES, day0: str = "press") -> Rows:
    return told(questions.speed(house, **{"apps": [app]} | WORLD | {"day0": day0}), columns)


def test_a_floor_gives_a_least_average_over_all_days_from_day_0_and_no_greatest(house: Warehouse) -> None:
    assert speeds(house, "le-chat") == [(0, 14, 1050 / 15, None)]


def test_exact_numbers_of_one_series_give_exact_averages_of_each_stretch(house: Warehouse) -> None:
    assert speeds(house, "chatgpt", f"{AVERAGES}, value, claim_id") == [
        (0, 4, 20, 20, 100, "synthetic-one"),
        (0, 7, 50, 50, 400, "synthetic-two"),
        (0, 9, 100, 100, 1000, "synthetic-three"),
        (5, 7, 100, 100, 400, "synthetic-two"),
        (8, 9, 300, 300, 1000, "synthetic-three"),
    ]


def test_rounded_numbers_give_a_least_and_a_greatest_average(house: Warehouse) -> None:
    assert speeds(house, "gemini") == [
        (0, 4, 150 / 5, 250 / 5),
        (0, 9, 350 / 10, 450 / 10),
        (5, 9, (350 - 250) / 5, (450 - 150) / 5),
    ]


def test_where_the_day_is_open_the_least_average_has_the_most_days(house: Warehouse) -> None:
    assert speeds(house, "claude") == [(0, 5, 120 / 6, 120 / 5)]


def test_numbers_of_two_sources_make_no_stretch(house: Warehouse) -> None:
    assert speeds(house, "deepseek", "from_day, to_day") == [(0, 4), (0, 7)]


def test_a_floor_opens_no_stretch(house: Warehouse) -> None:
    assert speeds(house, "grok") == [(0, 4, 20, None), (0, 7, 50, 50)]


def test_a_period_counts_from_day_0_where_it_starts_with_the_launch(house: Warehouse) -> None:
    columns = f"platform, race, {AVERAGES}, claim_id"
    assert speeds(house, "kimi", columns) == [
        ("all", "same", 0, 9, 10, None, "synthetic-period"),
        ("ios", "platform", 0, 9, 20, None, "synthetic-period-ios"),
    ]


def test_an_earlier_day_zero_makes_the_average_less(house: Warehouse) -> None:
    assert speeds(house, "le-chat", day0="web") == [(0, 24, 1050 / 25, None)]


def test_an_average_says_who_stated_the_number_and_where(house: Warehouse) -> None:
    read = ("Publisher of synthetic-source", "https://example.org/synthetic-source")
    said = ("all", "world", "same", "reported", "Synthetic Company")
    assert speeds(house, "le-chat", "platform, scope, race, kind, stated_by, publisher, url") == [
        (*said, *read)
    ]
