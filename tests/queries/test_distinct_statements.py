"""distinct_statements: copies of one statement count once, as the weakest of them has it."""

from pathlib import Path

import pytest

from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import create_warehouse
from tests.helpers.tables import Rows, view_rows
from tests.queries.launch_claims import ZERO, launch_all, milestone_by

ONE = {"rests_on": "one statement"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """One set of copies an app."""
    chatgpt = ONE | {"app": "chatgpt"}
    gemini = ONE | {"app": "gemini"}
    grok = {"app": "grok", "qualifier": "about"}
    return create_warehouse(
        tmp_path_factory.mktemp("statements"),
        launch_all("le-chat", "chatgpt", "gemini", "claude", "grok"),
        milestone_by("strong", 1000, 5, **ONE),
        milestone_by("late", 1000, 7, **ONE, qualifier="at_least"),
        milestone_by("early", 2000, 3, **chatgpt),
        milestone_by("round", 2000, 4, **chatgpt, qualifier="about"),
        milestone_by("plain", 3000, 4, **chatgpt),
        milestone_by("other-day", 9000, 20, **chatgpt),
        milestone_by("ios", 2000, 4, **chatgpt, platform="ios"),
        milestone_by("us", 2000, 4, **chatgpt, scope="us"),
        milestone_by("a-late-core", 1000, 6, **gemini, core=True),
        milestone_by("b-early", 1000, 5, **gemini),
        milestone_by("c-early-core", 1000, 5, **gemini, core=True),
        milestone_by("first", 100, 4, app="claude"),
        milestone_by("repeated", 100, 6, app="claude", rests_on="synthetic-first"),
        milestone_by("alone", 100, 6, app="claude"),
        milestone_by("from-launch", 500, 5, **grok, rests_on="one statement"),
        milestone_by("in-days", 500, 0, **grok, rests_on="one statement", days_stated=6, period_end=""),
    )


def stated(house: Warehouse, columns: str, keep: str) -> Rows:
    return view_rows(house, "distinct_statements", columns, keep)


DAYS = "first_on - zero, last_on - zero, stated_on - zero"


def test_copies_are_one_statement_and_the_weakest_of_them_bounds_it(house: Warehouse) -> None:
    rows = stated(house, f"value, low, high, {DAYS}, claims", "app = 'le-chat'")
    assert rows == [(1000, 1000, None, 5, 7, 5, 2)]


def test_a_statement_that_one_copy_rounds_is_a_rounded_one(house: Warehouse) -> None:
    world = "app = 'chatgpt' and platform = 'all' and scope = 'world' and value = 2000"
    assert stated(house, f"low, high, {DAYS}, claims", world) == [(1500, 3000, 3, 4, 3, 3)]


def test_other_days_platforms_and_places_are_other_statements_and_another_number_of_the_same_day_a_copy(
    house: Warehouse,
) -> None:
    columns = "platform, scope, value, claims"
    assert stated(house, columns, "app = 'chatgpt'") == [
        ("all", "us", 2000, 1),
        ("all", "world", 2000, 3),
        ("all", "world", 9000, 1),
        ("ios", "world", 2000, 1),
    ]


def test_days_that_copies_leave_open_are_joined(house: Warehouse) -> None:
    assert stated(house, f"{DAYS}, zero", "app = 'grok'") == [(5, 6, 5, ZERO)]


def test_the_core_one_of_the_earliest_copies_speaks_for_the_statement(house: Warehouse) -> None:
    assert stated(house, "claim_id, stated_on - zero", "app = 'gemini'") == [("synthetic-c-early-core", 5)]


def test_a_claim_may_rest_on_another_claim_and_one_that_rests_on_none_stands_alone(house: Warehouse) -> None:
    assert stated(house, "statement, claims", "app = 'claude'") == [
        ("synthetic-alone", 1),
        ("synthetic-first", 2),
    ]


def test_downloads_since_launch_and_those_of_a_later_period_are_not_both_from_the_launch(
    tmp_path: Path,
) -> None:
    period = milestone_by("period", 100, 9, **ONE, metric="downloads_in_period", period_start="2025-02-08")
    house = create_warehouse(tmp_path, launch_all("le-chat"), milestone_by("total", 100, 5, **ONE), period)
    assert stated(house, "low, high, from_launch, claims", "true") == [(100, None, False, 2)]
