"""launch_race: who was ahead on a day after launch, and where the claims cannot tell."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import create_warehouse
from tests.helpers.tables import Rows, tuples
from tests.queries.launch_claims import WORLD, launch_all, milestone_by

AGAINST = "rival, verdict, reason"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """By day 5 Le Chat has 100, ChatGPT at least 300, Gemini 100 as well; DeepSeek is disputed."""
    return create_warehouse(
        tmp_path_factory.mktemp("race"),
        launch_all("le-chat", "chatgpt", "gemini", "deepseek", "claude", "grok"),
        milestone_by("le-chat", 100, 5),
        milestone_by("chatgpt", 300, 5, app="chatgpt", qualifier="at_least"),
        milestone_by("gemini", 100, 5, app="gemini"),
        milestone_by("deepseek-less", 500, 5, app="deepseek"),
        milestone_by("deepseek-more", 600, 5, app="deepseek", qualifier="at_least"),
        milestone_by("grok-ios", 200, 9, app="grok", platform="ios", scope="us"),
    )


def raced(house: Warehouse, columns: str, *apps: str, on: int, **asked: Any) -> Rows:
    return tuples(questions.launch_race(house, apps=apps, day=on, **WORLD | asked), columns)


def test_who_had_surely_more_was_ahead_and_the_other_behind(house: Warehouse) -> None:
    columns = f"app, {AGAINST}, floor, ceiling, rival_floor, rival_ceiling, nearest_day"
    assert raced(house, columns, "chatgpt", "le-chat", on=5) == [
        ("chatgpt", "le-chat", "ahead", "told", 300, None, 100, 100, 5),
        ("le-chat", "chatgpt", "behind", "told", 100, 100, 300, None, 5),
    ]


def test_the_same_number_puts_nobody_ahead(house: Warehouse) -> None:
    columns = f"{AGAINST}, floor, rival_ceiling, nearest_day"
    assert raced(house, columns, "le-chat", "gemini", on=5) == [
        ("gemini", "untold", "overlap", 100, 100, None),
        ("le-chat", "untold", "overlap", 100, 100, None),
    ]


@pytest.mark.parametrize(
    ("on", "reason"), [(0, "no_claim"), (4, "no_claim"), (6, "overlap"), (99, "overlap")]
)
def test_on_days_that_claims_leave_open_it_cannot_be_told_and_the_nearest_is_named(
    house: Warehouse, on: int, reason: str
) -> None:
    rows = raced(house, f"{AGAINST}, nearest_day", "chatgpt", "le-chat", on=on)
    assert rows == [("le-chat", "untold", reason, 5), ("chatgpt", "untold", reason, 5)]


def test_of_sources_that_contradict_each_other_only_what_holds_for_both_is_told(house: Warehouse) -> None:
    columns = f"{AGAINST}, floor, ceiling"
    assert raced(house, columns, "deepseek", "le-chat", on=5) == [
        ("le-chat", "ahead", "told", 500, None),
        ("deepseek", "behind", "told", 100, 100),
    ]


def test_nothing_follows_from_a_number_that_another_contradicts_not_even_on_days_before(
    tmp_path: Path,
) -> None:
    """DeepSeek had 100 on day 8, one says; at least 300 on day 5, says another. Le Chat had 200 on day 3."""
    low, high = (
        milestone_by("low", 100, 8, app="deepseek"),
        milestone_by("high", 300, 5, app="deepseek", qualifier="at_least"),
    )
    house = create_warehouse(
        tmp_path, launch_all("le-chat", "deepseek"), milestone_by("le-chat", 200, 3), low, high
    )
    columns = f"{AGAINST}, floor, rival_ceiling"
    assert raced(house, columns, "le-chat", "deepseek", on=3)[0] == (
        "deepseek",
        "untold",
        "no_claim",
        200,
        None,
    )
    assert raced(house, columns, "le-chat", "deepseek", on=6)[0] == (
        "deepseek",
        "untold",
        "disputed",
        200,
        None,
    )


def test_an_assistant_without_a_claim_is_in_the_race_and_untold(house: Warehouse) -> None:
    columns = f"{AGAINST}, floor, ceiling, nearest_day"
    assert raced(house, columns, "claude", "le-chat", on=5) == [
        ("le-chat", "untold", "no_claim", None, None, None),
        ("claude", "untold", "no_claim", 100, 100, None),
    ]


def test_a_claim_of_another_platform_counts_where_that_is_a_part(house: Warehouse) -> None:
    columns = f"app, {AGAINST}, floor, ceiling"
    assert raced(house, columns, "grok", "claude", on=9)[0] == (
        "grok",
        "claude",
        "untold",
        "no_claim",
        200,
        None,
    )
    android = raced(house, columns, "grok", "claude", on=9, platform="android")
    assert android[0] == ("grok", "claude", "untold", "no_claim", None, None)


def test_every_two_are_compared_both_ways_in_the_order_asked(house: Warehouse) -> None:
    assert raced(house, "app, rival", "gemini", "chatgpt", "le-chat", on=5) == [
        ("gemini", "chatgpt"),
        ("gemini", "le-chat"),
        ("chatgpt", "gemini"),
        ("chatgpt", "le-chat"),
        ("le-chat", "gemini"),
        ("le-chat", "chatgpt"),
    ]


def test_one_assistant_alone_runs_no_race(house: Warehouse) -> None:
    assert raced(house, "app", "le-chat", on=5) == []


def test_an_assistant_is_ahead_from_its_own_day_until_the_last_day_the_others_number_holds(
    tmp_path: Path,
) -> None:
    few = milestone_by("few", 20, 8, app="chatgpt")
    house = create_warehouse(tmp_path, launch_all("le-chat", "chatgpt"), milestone_by("many", 50, 3), few)
    told_on = {
        on: raced(house, "verdict, nearest_day", "le-chat", "chatgpt", on=on)[0] for on in (2, 3, 8, 9)
    }
    assert told_on == {2: ("untold", 3), 3: ("ahead", 3), 8: ("ahead", 8), 9: ("untold", 8)}
