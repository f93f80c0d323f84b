"""milestone_bounds and time_to_goal: what claims bound, and between which days a number was reached."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import launch, milestone, source
from tests.helpers.datasets import create_warehouse
from tests.helpers.tables import Rows, tuples
from tests.queries.launch_claims import WORLD, ZERO, day, launch_all, milestone_by

POINT = {"qualifier": "about"}
FLOOR = {"qualifier": "at_least"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Le Chat: about 400 on day 4, at least 1,000 by day 14; DeepSeek: at least 500 by day 3."""
    return create_warehouse(
        tmp_path_factory.mktemp("downloads"),
        source(),
        launch_all("le-chat"),
        launch("web", day(-10), platform="web"),
        launch("deepseek", "2025-01-10", app="deepseek"),
        milestone_by("early", 400, 4, **POINT),
        milestone("core", 1000, days_stated=14, core=True, rests_on="one statement"),
        milestone("copy", 1000, days_stated=14, rests_on="one statement"),
        milestone_by("weak", 100, 3, **FLOOR),
        milestone_by("later", 1500, 23, **FLOOR, rests_on="another", kind="estimated"),
        milestone_by("before", 50, -5, **FLOOR),
        milestone_by("part", 1, 20, **FLOOR, metric="downloads_in_period", period_start=day(10)),
        milestone("deepseek", 500, app="deepseek", days_stated=3),
    )


def bounds(house: Warehouse, columns: str, **asked: Any) -> Rows:
    return tuples(questions.milestone_bounds(house, **{"apps": ["le-chat"]} | WORLD | asked), columns)


def reached(house: Warehouse, columns: str, *goals: int, **asked: Any) -> Rows:
    asked = {"apps": ["le-chat"]} | WORLD | asked
    return tuples(questions.time_to_goal(house, goals=goals, **asked), columns)


def test_bounds_stand_in_order_of_the_day_by_which_they_hold(house: Warehouse) -> None:
    columns = "claim_id, value, bound, low, high, earliest_day, latest_day, core"
    assert bounds(house, columns) == [
        ("synthetic-weak", 100, "floor", 100, None, 3, 3, False),
        ("synthetic-early", 400, "point", 350, 450, 4, 4, False),
        ("synthetic-copy", 1000, "floor", 1000, None, 13, 14, False),
        ("synthetic-core", 1000, "floor", 1000, None, 13, 14, True),
        ("synthetic-later", 1500, "floor", 1500, None, 23, 23, False),
    ]


def test_claims_of_before_the_launch_and_of_a_later_period_are_no_bounds_since_launch(
    house: Warehouse,
) -> None:
    names = bounds(house, "claim_id")
    assert ("synthetic-before",) not in names
    assert ("synthetic-part",) not in names


def test_the_day_zero_that_is_chosen_moves_every_bound(house: Warehouse) -> None:
    days = [(earliest + 10, latest + 10) for earliest, latest in bounds(house, "earliest_day, latest_day")]
    web = bounds(house, "earliest_day, latest_day", day0="web")
    assert web == [(5, 5), *days]  # by the web's days the claim of before the apps counts, too


def test_a_bound_says_who_stated_it_and_where(house: Warehouse) -> None:
    columns = "platform, scope, race, kind, stated_by, rests_on, publisher, url"
    read = ("Publisher of synthetic-source", "https://example.org/synthetic-source")
    said = ("all", "world", "same", "reported", "Synthetic Company", None)
    assert bounds(house, columns, apps=["deepseek"]) == [(*said, *read)]
    assert bounds(house, "race", apps=["deepseek"], platform="ios") == [("platform",)]
    assert bounds(house, "race", apps=["deepseek"], scope="fr") == [("place",)]


def test_a_number_was_reached_between_the_last_day_below_it_and_the_first_day_above(house: Warehouse) -> None:
    columns = "goal, app, platform, scope, race, day_zero, after_day, by_day, sure_day"
    assert reached(house, columns, 1000) == [(1000, "le-chat", "all", "world", "same", ZERO, 4, 14, 14)]


def test_several_numbers_are_answered_at_once(house: Warehouse) -> None:
    assert reached(house, "goal, after_day, by_day", 1000, 100, 2000) == [
        (100, None, 3),
        (1000, 4, 14),
        (2000, 4, None),
    ]


def test_copies_of_one_statement_are_one_primary(house: Warehouse) -> None:
    assert reached(house, "claims, primaries", 1000) == [(4, 3)]


def test_a_floor_below_the_number_does_not_say_that_it_was_not_reached(house: Warehouse) -> None:
    assert reached(house, "after_day, by_day", 300) == [(None, 4)]


def test_a_rounded_number_is_reached_at_its_word_and_for_sure_only_by_a_later_claim(house: Warehouse) -> None:
    assert reached(house, "after_day, by_day, sure_day", 400) == [(None, 4, 14)]
    assert reached(house, "after_day, by_day, sure_day", 350) == [(None, 4, 4)]


def test_the_rows_stand_in_the_order_asked_and_not_as_a_podium(house: Warehouse) -> None:
    both = {"apps": ["le-chat", "deepseek"]}
    assert reached(house, "app, by_day, stated_by, kind", 500, **both) == [
        ("le-chat", 14, "Synthetic Company", "reported"),
        ("deepseek", 3, "Synthetic Company", "reported"),
    ]
    assert reached(house, "app, after_day, by_day, stated_by, url", 2000, **both) == [
        ("le-chat", 4, None, None, None)
    ]


def test_a_source_that_has_the_number_still_ahead_after_it_was_reached_does_not_move_it(
    tmp_path: Path,
) -> None:
    """Two sources contradict each other: nothing follows from the lower one, and the envelope says so."""
    lower = milestone_by("lower", 900, 23, **POINT)
    house = create_warehouse(
        tmp_path, launch_all("le-chat"), milestone("reached", 1000, days_stated=14), lower
    )
    assert reached(house, "after_day, by_day, sure_day", 1000) == [(None, 14, 14)]
    envelope = questions.envelopes(house, apps=["le-chat"], **WORLD)
    assert tuples(envelope[envelope["disputed"]], "day") == [(14,), (23,)]


def test_each_platform_and_place_has_its_row_and_a_part_speaks_for_the_whole(tmp_path: Path) -> None:
    ios, france = milestone_by("ios", 1000, 9, platform="ios"), milestone_by("france", 1000, 20, scope="fr")
    house = create_warehouse(tmp_path, launch_all("le-chat"), ios, france)
    columns = "platform, scope, race, after_day, by_day, from_platform, from_scope"
    assert reached(house, columns, 1000) == [
        ("all", "world", "same", None, 9, "ios", "world"),
        ("all", "fr", "place", None, 20, "all", "fr"),
        ("ios", "world", "platform", None, 9, "ios", "world"),
    ]
    assert [row[:3] for row in reached(house, columns, 1000, platform="ios")] == [
        ("ios", "world", "same"),  # the whole is not shown: no claim counts it
        ("all", "fr", "both"),
    ]
