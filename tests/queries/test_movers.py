"""movers and complete_readings: one chart in two readings that kept every place."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import (
    CHATGPT,
    CLAUDE,
    COPILOT,
    COPILOT_SECOND,
    GEMINI,
    LE_CHAT,
    STRANGER,
    create_warehouse,
)
from tests.helpers.datasets import reading as read
from tests.helpers.tables import Rows, tuples

CHART: dict[str, Any] = {"country": "fr", "store": "app_store", "chart": "top-free", "category": "all"}
DAYS: dict[str, Any] = {"since": date(2025, 10, 1), "until": date(2026, 10, 31)}
BEFORE, AFTER = datetime(2025, 10, 1, 8), datetime(2025, 10, 8, 8)
HAND = {"source": "synthetic/hand@1", "scope": "assistants", "depth": 99}
MOVES = "app_id, rank_before, rank_after, climbed, move"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Two readings, 10 deep; between them one kept assistants alone."""
    return create_warehouse(
        tmp_path_factory.mktemp("movers"),
        read(BEFORE.isoformat(), {1: CHATGPT, 4: GEMINI, 7: LE_CHAT, 9: CLAUDE}, depth=10),
        read("2025-10-04T08:00:00", {2: LE_CHAT}, **HAND),
        read(AFTER.isoformat(), {1: CHATGPT, 2: LE_CHAT, 6: GEMINI, 10: STRANGER}, depth=10),
        read(AFTER.isoformat(), {1: CLAUDE}, country="us"),
        read(AFTER.isoformat(), {1: CLAUDE}, category="productivity"),
    )


def moved(house: Warehouse, before: datetime, after: datetime, columns: str = MOVES) -> Rows:
    return tuples(questions.movers(house, **CHART, before_at=before, after_at=after), columns)


def test_who_climbed_most_comes_first_then_who_came_then_who_left(house: Warehouse) -> None:
    assert moved(house, BEFORE, AFTER) == [
        (LE_CHAT, 7, 2, 5, "climbed"),
        (CHATGPT, 1, 1, 0, "stayed"),
        (GEMINI, 4, 6, -2, "fell"),
        (STRANGER, None, 10, None, "new"),
        (CLAUDE, 9, None, None, "left"),
    ]


def test_every_app_is_named_and_those_of_the_catalogue_have_their_code(house: Warehouse) -> None:
    assert moved(house, BEFORE, AFTER, "app_name, app") == [
        (f"name of {LE_CHAT}", "le-chat"),
        (f"name of {CHATGPT}", "chatgpt"),
        (f"name of {GEMINI}", "gemini"),
        (f"name of {STRANGER}", None),
        (f"name of {CLAUDE}", "claude"),
    ]


def test_a_renamed_app_has_the_name_of_the_second_reading(tmp_path: Path) -> None:
    old = read(BEFORE.isoformat(), {1: LE_CHAT}, app_name="Le Chat")
    house = create_warehouse(tmp_path, old, read(AFTER.isoformat(), {1: LE_CHAT}, app_name="Vibe"))
    assert moved(house, BEFORE, AFTER, "app_name") == [("Vibe",)]


def test_depth_that_differs_hides_who_came_and_who_left(tmp_path: Path) -> None:
    """Place 7 may have been place 7 before: the first reading ends at 5. Place 4 is new for certain."""
    shallow = read(BEFORE.isoformat(), {1: CHATGPT, 5: CLAUDE}, depth=5)
    deep = read(AFTER.isoformat(), {1: CHATGPT, 4: GEMINI, 6: LE_CHAT}, depth=10)
    house = create_warehouse(tmp_path, shallow, deep)
    assert moved(house, BEFORE, AFTER) == [
        (CHATGPT, 1, 1, 0, "stayed"),
        (GEMINI, None, 4, None, "new"),
        (LE_CHAT, None, 6, None, "unseen_before"),
        (CLAUDE, 5, None, None, "left"),
    ]
    assert moved(house, AFTER, BEFORE)[1:] == [
        (CLAUDE, None, 5, None, "new"),
        (GEMINI, 4, None, None, "left"),
        (LE_CHAT, 6, None, None, "unseen_after"),
    ]


def test_the_last_place_that_the_other_reading_kept_is_seen(tmp_path: Path) -> None:
    shallow = read(BEFORE.isoformat(), {1: CHATGPT}, depth=5)
    house = create_warehouse(tmp_path, shallow, read(AFTER.isoformat(), {5: GEMINI, 6: LE_CHAT}, depth=10))
    assert moved(house, BEFORE, AFTER, "rank_after, move")[:2] == [(5, "new"), (6, "unseen_before")]


def test_a_reading_of_assistants_alone_is_never_compared(house: Warehouse) -> None:
    """Nothing is new or gone where there is no complete reading to tell it."""
    unread = datetime(2025, 10, 4, 8)
    assert {move for (move,) in moved(house, unread, AFTER, "move")} == {"unseen_before"}
    assert {move for (move,) in moved(house, BEFORE, unread, "move")} == {"unseen_after"}
    assert moved(house, unread, unread) == []


def test_an_id_has_the_code_that_it_has_on_the_day_of_the_second_reading(tmp_path: Path) -> None:
    """It means Copilot from 15 September 2026 on; before, the row stands without a code."""
    days = [datetime(2026, 9, number, 8) for number in (13, 14, 15)]
    places = {4: COPILOT_SECOND, 6: COPILOT}
    house = create_warehouse(tmp_path, *(read(day.isoformat(), places) for day in days))
    columns = "app_id, app, move"
    first, second = (COPILOT_SECOND, None, "stayed"), (COPILOT, "copilot", "stayed")
    assert moved(house, days[0], days[1], columns) == [first, second]
    assert moved(house, days[1], days[2], columns) == [(COPILOT_SECOND, "copilot", "stayed"), second]


def test_of_two_collections_at_one_moment_one_is_read_whole(tmp_path: Path) -> None:
    one = read(BEFORE.isoformat(), {1: CHATGPT, 2: LE_CHAT}, source="synthetic/one@1", depth=5)
    other = read(BEFORE.isoformat(), {1: GEMINI, 2: CHATGPT}, source="synthetic/other@1", depth=10)
    house = create_warehouse(tmp_path, other, one, read(AFTER.isoformat(), {1: LE_CHAT, 2: CHATGPT}, depth=5))
    readings = questions.complete_readings(house, **CHART, **DAYS)
    assert tuples(readings, "observed_at, depth, collection") == [
        (BEFORE, 5, "synthetic/one"),
        (AFTER, 5, "synthetic/archive"),
    ]
    assert moved(house, BEFORE, AFTER) == [
        (LE_CHAT, 2, 1, 1, "climbed"),
        (CHATGPT, 1, 2, -1, "fell"),
    ]


def test_a_reading_of_assistants_alone_does_not_stand_for_a_complete_one_of_its_moment(
    tmp_path: Path,
) -> None:
    by_hand = HAND | {"source": "a-synthetic/hand@1"}  # comes before the other in the order of names
    whole = read(BEFORE.isoformat(), {1: CHATGPT}, depth=5)
    house = create_warehouse(tmp_path, read(BEFORE.isoformat(), {1: LE_CHAT}, **by_hand), whole)
    readings = questions.complete_readings(house, **CHART, **DAYS)
    assert tuples(readings, "observed_at, depth, collection") == [(BEFORE, 5, "synthetic/archive")]
    assert moved(house, BEFORE, BEFORE, "app_id") == [(CHATGPT,)]


def test_the_complete_readings_are_those_of_the_chart_and_the_days(house: Warehouse) -> None:
    answer = questions.complete_readings(house, **CHART, **DAYS)
    assert tuples(answer, "observed_at, depth, collection") == [
        (BEFORE, 10, "synthetic/archive"),
        (AFTER, 10, "synthetic/archive"),
    ]
    day: dict[str, Any] = {"since": date(2025, 10, 2), "until": date(2025, 10, 8)}
    assert tuples(questions.complete_readings(house, **CHART, **day), "observed_at") == [(AFTER,)]
