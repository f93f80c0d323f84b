"""envelopes: the least and the most that downloads can be, day by day."""

from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import launch, milestone
from tests.helpers.datasets import create_warehouse
from tests.helpers.tables import Rows, tuples
from tests.queries.launch_claims import WORLD, day, launch_all, milestone_by

NUMBERS = "day, floor, ceiling, disputed"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """One envelope an app; Le Chat's web launch came ten days before its apps."""
    deepseek = {"app": "deepseek", "stated_by": "Firm A"}
    return create_warehouse(
        tmp_path_factory.mktemp("envelopes"),
        launch_all("le-chat", "chatgpt", "gemini", "claude", "deepseek", "grok", "kimi"),
        launch("web", day(-10), platform="web"),
        milestone("fourteen", 1000, days_stated=14),
        milestone_by("chatgpt", 400, 4, app="chatgpt"),
        milestone_by("gemini", 400, 0, app="gemini", period_end="", days_stated=5),
        milestone_by("claude-least", 300, 5, app="claude", qualifier="at_least"),
        milestone_by("claude-about", 400, 5, app="claude", qualifier="about"),
        milestone_by("claude-most", 420, 7, app="claude"),
        milestone_by("deepseek-low", 100, 3, **deepseek),
        milestone_by("deepseek-high", 200, 2, app="deepseek", stated_by="Firm B", kind="estimated"),
        milestone_by("grok-part", 50, 3, app="grok", platform="ios", scope="us"),
        milestone_by("grok-whole", 80, 6, app="grok"),
        milestone_by("kimi-before", 10, -1, app="kimi"),
    )


def envelope(house: Warehouse, app: str, columns: str = NUMBERS, **asked: Any) -> Rows:
    return tuples(questions.envelopes(house, **{"apps": [app]} | WORLD | asked), columns)


def test_a_million_in_fourteen_days_is_a_floor_from_day_14_and_nothing_before(house: Warehouse) -> None:
    assert envelope(house, "le-chat") == [(0, None, None, False), (14, 1000, None, False)]


def test_an_exact_number_is_not_passed_up_to_its_day_and_reached_from_it(house: Warehouse) -> None:
    assert envelope(house, "chatgpt") == [
        (0, None, 400, False),
        (4, 400, 400, False),
        (5, 400, None, False),
    ]


def test_where_the_day_is_open_the_floor_waits_for_the_last_and_the_ceiling_ends_with_the_first(
    house: Warehouse,
) -> None:
    assert envelope(house, "gemini") == [
        (0, None, 400, False),
        (4, None, 400, False),
        (5, 400, None, False),
    ]


def test_the_greatest_floor_and_the_least_ceiling_hold(house: Warehouse) -> None:
    assert envelope(house, "claude", "day, floor, ceiling, floor_claim, ceiling_claim") == [
        (0, None, 420, None, "synthetic-claude-most"),
        (5, 350, 420, "synthetic-claude-about", "synthetic-claude-most"),
        (6, 350, 420, "synthetic-claude-about", "synthetic-claude-most"),
        (7, 420, 420, "synthetic-claude-most", "synthetic-claude-most"),
        (8, 420, None, "synthetic-claude-most", None),
    ]


def test_a_floor_above_the_ceiling_is_a_dispute_for_as_long_as_both_hold(house: Warehouse) -> None:
    columns = f"{NUMBERS}, floor_by, floor_kind, ceiling_by, ceiling_kind"
    nobody = (None, None)
    a, b = ("Firm A", "reported"), ("Firm B", "estimated")
    assert envelope(house, "deepseek", columns) == [
        (0, None, 100, False, *nobody, *a),
        (2, 200, 100, True, *b, *a),
        (3, 200, 100, True, *b, *a),
        (4, 200, None, False, *b, *nobody),
    ]


def test_a_part_lifts_the_floor_of_the_whole(house: Warehouse) -> None:
    assert envelope(house, "grok") == [
        (0, None, 80, False),
        (3, 50, 80, False),
        (6, 80, 80, False),
        (7, 80, None, False),
    ]


def test_the_whole_lowers_the_ceiling_of_a_part(house: Warehouse) -> None:
    columns = "day, floor, ceiling, ceiling_claim"
    assert envelope(house, "grok", columns, platform="ios", scope="us") == [
        (0, None, 50, "synthetic-grok-part"),
        (3, 50, 50, "synthetic-grok-part"),
        (4, 50, 80, "synthetic-grok-whole"),
        (6, 50, 80, "synthetic-grok-whole"),
        (7, 50, None, None),
    ]


def test_another_day_zero_moves_every_step(house: Warehouse) -> None:
    assert envelope(house, "le-chat", day0="web") == [(0, None, None, False), (24, 1000, None, False)]


def test_what_was_reached_before_day_0_is_a_floor_on_day_0(house: Warehouse) -> None:
    assert envelope(house, "kimi") == [(0, 10, None, False)]


def test_each_app_has_its_own_envelope_and_one_without_claims_none(house: Warehouse) -> None:
    answer = questions.envelopes(house, apps=["sora", "chatgpt", "le-chat"], **WORLD)
    assert tuples(answer, "app, day") == [
        ("chatgpt", 0),
        ("chatgpt", 4),
        ("chatgpt", 5),
        ("le-chat", 0),
        ("le-chat", 14),
    ]
