"""milestone_bounds and time_to: what claims bound, and between which days a number was reached."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard import questions
from dashboard.warehouse import Warehouse
from tests.helpers.claimed import launch, milestone, source
from tests.helpers.given import given
from tests.helpers.tables import Rows, told

ZERO = date(2025, 2, 6)
ALWAYS: dict[str, Any] = {"since": date(2023, 1, 1), "until": date(2026, 12, 31)}
POINT = {"qualifier": "about"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Le Chat: about 400 on day 4, at least 1,000 by day 14; DeepSeek: at least 500 by day 3."""
    return given(
        tmp_path_factory.mktemp("downloads"),
        source(),
        launch("le-chat", "2025-02-06"),
        launch("deepseek", "2025-01-10", app="deepseek"),
        milestone("early", 400, period_end="2025-02-10", **POINT),
        milestone("core", 1000, days_stated=14, core=True, rests_on="one statement"),
        milestone("copy", 1000, days_stated=14, rests_on="one statement"),
        milestone("weak", 100, period_end="2025-02-09"),
        milestone("later", 1500, period_end="2025-03-01", rests_on="another", kind="estimated"),
        milestone("before", 50, period_end="2025-02-01"),
        milestone("deepseek", 500, app="deepseek", days_stated=3),
    )


def bounds(house: Warehouse, columns: str, **asked: Any) -> Rows:
    return told(
        questions.milestone_bounds(house, **{"apps": ["le-chat"], "day0": "press"} | ALWAYS | asked), columns
    )


def test_bounds_stand_in_order_of_the_day_by_which_they_hold(house: Warehouse) -> None:
    columns = "claim_id, value, bound, earliest_day, latest_day, day_zero, core"
    assert bounds(house, columns) == [
        ("synthetic-weak", 100, "floor", 3, 3, ZERO, False),
        ("synthetic-early", 400, "point", 4, 4, ZERO, False),
        ("synthetic-copy", 1000, "floor", 13, 14, ZERO, False),
        ("synthetic-core", 1000, "floor", 13, 14, ZERO, True),
        ("synthetic-later", 1500, "floor", 23, 23, ZERO, False),
    ]


def test_a_claim_that_ends_before_the_launch_bounds_nothing(house: Warehouse) -> None:
    assert ("synthetic-before",) not in bounds(house, "claim_id")
    assert ("synthetic-before",) not in bounds(house, "claim_id", until=date(2025, 2, 2))


def test_a_bound_is_shown_while_any_day_it_may_mean_is_wanted(house: Warehouse) -> None:
    day_13, day_14 = date(2025, 2, 19), date(2025, 2, 20)
    both = [("synthetic-copy",), ("synthetic-core",)]
    assert bounds(house, "claim_id", since=day_13, until=day_13) == both
    assert bounds(house, "claim_id", since=day_14, until=day_14) == both
    assert bounds(house, "claim_id", since=date(2025, 2, 21), until=date(2025, 2, 28)) == []


def test_a_bound_says_who_stated_it_and_where(house: Warehouse) -> None:
    columns = "platform, scope, kind, stated_by, publisher, url"
    assert bounds(house, columns, apps=["deepseek"]) == [
        (
            "all",
            "world",
            "reported",
            "Synthetic Company",
            "Publisher of synthetic-source",
            "https://example.org/synthetic-source",
        )
    ]


def test_a_number_was_reached_between_the_last_day_below_it_and_the_first_day_above(house: Warehouse) -> None:
    answer = questions.time_to(house, apps=["le-chat"], day0="press", threshold=1000)
    assert told(answer, "app, platform, scope, day_zero, after_day, by_day") == [
        ("le-chat", "all", "world", ZERO, 4, 14)
    ]


def test_copies_of_one_statement_are_one_primary(house: Warehouse) -> None:
    answer = questions.time_to(house, apps=["le-chat"], day0="press", threshold=1000)
    assert told(answer, "claims, primaries") == [(4, 3)]


def test_a_floor_below_the_number_does_not_say_that_it_was_not_reached(house: Warehouse) -> None:
    answer = questions.time_to(house, apps=["le-chat"], day0="press", threshold=300)
    assert told(answer, "after_day, by_day") == [(None, 4)]


def test_the_quickest_stands_first(house: Warehouse) -> None:
    answer = questions.time_to(house, apps=["le-chat", "deepseek"], day0="press", threshold=500)
    assert told(answer, "app, by_day, stated_by, kind") == [
        ("deepseek", 3, "Synthetic Company", "reported"),
        ("le-chat", 14, "Synthetic Company", "reported"),
    ]


def test_a_number_never_reached_leaves_the_newest_day_below_it(house: Warehouse) -> None:
    answer = questions.time_to(house, apps=["le-chat", "deepseek"], day0="press", threshold=2000)
    columns = "app, after_day, by_day, stated_by, url"
    assert told(answer, columns) == [("le-chat", 4, None, None, None)]


def test_a_point_after_the_number_was_reached_does_not_move_it(tmp_path: Path) -> None:
    reached = milestone("reached", 1000, days_stated=14)
    lower = milestone("lower", 900, period_end="2025-03-01", **POINT)
    house = given(tmp_path, launch("le-chat", "2025-02-06"), reached, lower)
    answer = questions.time_to(house, apps=["le-chat"], day0="press", threshold=1000)
    assert told(answer, "after_day, by_day") == [(None, 14)]


def test_platforms_and_scopes_are_never_joined(tmp_path: Path) -> None:
    ios = milestone("ios", 1000, platform="ios", days_stated=9)
    france = milestone("france", 1000, scope="fr", days_stated=20)
    house = given(tmp_path, launch("le-chat", "2025-02-06"), ios, france)
    answer = questions.time_to(house, apps=["le-chat"], day0="press", threshold=1000)
    assert told(answer, "platform, scope, by_day") == [("ios", "world", 9), ("all", "fr", 20)]
