"""head_to_head: every two apps on the readings that tell of both."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard import questions
from dashboard.warehouse import Warehouse
from tests.helpers.given import CHATGPT, GEMINI, LE_CHAT, SORA, given
from tests.helpers.given import reading as read
from tests.helpers.tables import Rows, told

CHART: dict[str, Any] = {"country": "fr", "store": "app_store", "chart": "top-free", "category": "all"}
OCTOBER: dict[str, Any] = CHART | {"since": date(2025, 10, 1), "until": date(2025, 10, 31)}
HAND = {"source": "synthetic/hand@1", "scope": "assistants", "depth": 99}
COUNTS = "readings, readings_told, days_told, days_ahead, days_behind, lead_changes"


def at(day: int, hour: int = 8) -> str:
    return f"2025-10-{day:02}T{hour:02}:00:00"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Le Chat and ChatGPT: one reading tells nothing on day 2, none tells on day 3, day 5 is by hand."""
    return given(
        tmp_path_factory.mktemp("duels"),
        read(at(1), {1: LE_CHAT, 2: CHATGPT}),
        read(at(1, 20), {3: LE_CHAT, 2: CHATGPT}),
        read(at(2), {9: CHATGPT}),
        read(at(2, 20), {5: GEMINI}),
        read(at(3), {7: GEMINI}),
        read(at(4), {10: LE_CHAT, 40: CHATGPT}),
        read(at(5), {4: CHATGPT}, **HAND),
        read(at(1), {1: CHATGPT, 3: LE_CHAT}, country="us"),
        read(at(1), {1: CHATGPT, 3: LE_CHAT}, category="productivity"),
        read("2025-09-30T23:59:59", {1: CHATGPT, 3: LE_CHAT}),
        read("2025-11-01T00:00:00", {1: CHATGPT, 3: LE_CHAT}),
    )


def duel(house: Warehouse, app: str, rival: str, columns: str, **asked: Any) -> Rows:
    """The row of `app` against `rival`, in which each of the two must have one."""
    answer = questions.head_to_head(house, **OCTOBER | asked, apps=[app, rival])
    assert sorted(told(answer, "app, rival")) == sorted([(app, rival), (rival, app)])
    return told(answer[answer["app"] == app], columns)


def test_the_last_telling_reading_of_a_day_speaks_for_it(house: Warehouse) -> None:
    """Days 1, 2 and 5 are ChatGPT's, day 4 Le Chat's; on day 3 both are below the cut-off."""
    assert duel(house, "le-chat", "chatgpt", COUNTS) == [(7, 5, 4, 1, 3, 3)]


def test_both_directions_are_mirror_images(house: Warehouse) -> None:
    columns = f"{COUNTS}, median_gap, verdict"
    assert duel(house, "le-chat", "chatgpt", columns) == [(7, 5, 4, 1, 3, 3, 1.0, "behind")]
    assert duel(house, "chatgpt", "le-chat", columns) == [(7, 5, 4, 3, 1, 3, -1.0, "ahead")]


def test_the_gap_is_the_median_of_the_readings_in_which_both_rank(house: Warehouse) -> None:
    """Le Chat is 1 place ahead, 1 behind, then 30 ahead; where one is absent no gap is made up."""
    assert duel(house, "le-chat", "chatgpt", "median_gap") == [(1.0,)]
    assert duel(house, "gemini", "chatgpt", "days_told, median_gap") == [(5, None)]


def test_who_is_ranked_stands_above_who_is_below_the_cut_off(house: Warehouse) -> None:
    assert duel(house, "gemini", "claude", f"{COUNTS}, verdict") == [(7, 2, 2, 2, 0, 0, "ahead")]


def test_two_apps_below_the_cut_off_cannot_be_told_apart(house: Warehouse) -> None:
    columns = f"{COUNTS}, median_gap, verdict"
    assert duel(house, "claude", "grok", columns) == [(7, 0, 0, 0, 0, 0, None, "untold")]


def test_a_reading_of_assistants_alone_does_not_observe_a_benchmark(house: Warehouse) -> None:
    assert duel(house, "sora", "chatgpt", COUNTS) == [(6, 4, 3, 0, 3, 0)]


def test_a_benchmark_that_a_reading_of_assistants_ranks_is_observed(tmp_path: Path) -> None:
    house = given(tmp_path, read(at(1), {3: SORA, 8: CHATGPT}, **HAND))
    assert duel(house, "sora", "chatgpt", "readings, days_ahead, median_gap") == [(1, 1, 5.0)]


def test_without_a_common_reading_nothing_is_told(house: Warehouse) -> None:
    columns = f"{COUNTS}, median_gap, verdict"
    nothing = [(0, 0, 0, 0, 0, 0, None, "untold")]
    assert duel(house, "le-chat", "chatgpt", columns, country="de") == nothing
    unread = {"since": date(2025, 10, 6), "until": date(2025, 10, 9)}
    assert duel(house, "le-chat", "chatgpt", columns, **unread) == nothing


def test_an_app_is_compared_only_from_its_first_day_in_the_catalogue_on(tmp_path: Path) -> None:
    """No id means Meta AI before 29 April 2025: that day's eve does not tell of it."""
    house = given(tmp_path, read("2025-04-28T08:00:00", {1: CHATGPT}), read(at(1), {1: CHATGPT}))
    year = {"since": date(2025, 1, 1), "until": date(2025, 12, 31)}
    assert duel(house, "meta-ai", "chatgpt", "readings, days_behind", **year) == [(1, 1)]


def test_every_ordered_pair_stands_once_and_no_app_meets_itself(house: Warehouse) -> None:
    apps = ["le-chat", "gemini", "chatgpt"]
    answer = questions.head_to_head(house, **OCTOBER, apps=[*apps, "le-chat"])
    pairs = [(one, other) for one in sorted(apps) for other in sorted(apps) if one != other]
    assert told(answer, "app, rival") == pairs


def test_one_app_alone_meets_nobody(house: Warehouse) -> None:
    assert told(questions.head_to_head(house, **OCTOBER, apps=["le-chat"]), "app") == []


def test_an_untold_reading_in_between_is_no_change_of_the_lead(tmp_path: Path) -> None:
    first, second = {1: LE_CHAT}, {1: CHATGPT}
    kept = given(tmp_path / "kept", read(at(1), first), read(at(2), {9: GEMINI}), read(at(3), first))
    lost = given(tmp_path / "lost", read(at(1), first), read(at(2), {9: GEMINI}), read(at(3), second))
    assert duel(kept, "le-chat", "chatgpt", "lead_changes") == [(0,)]
    assert duel(lost, "le-chat", "chatgpt", "readings, lead_changes") == [(3, 1)]


def test_the_lead_changes_within_a_day_too_and_in_the_order_of_time(tmp_path: Path) -> None:
    house = given(
        tmp_path,
        read(at(1, 20), {1: LE_CHAT, 2: CHATGPT}),
        read(at(1, 12), {2: LE_CHAT, 1: CHATGPT}),
        read(at(1, 6), {1: LE_CHAT, 2: CHATGPT}),
    )
    columns = "readings_told, days_told, days_ahead, lead_changes"
    assert duel(house, "le-chat", "chatgpt", columns) == [(3, 1, 1, 2)]


def test_as_many_days_ahead_as_behind_is_even(tmp_path: Path) -> None:
    house = given(tmp_path, read(at(1), {1: LE_CHAT}), read(at(2), {1: CHATGPT}), read(at(2, 9), {4: GEMINI}))
    assert duel(house, "le-chat", "chatgpt", "days_ahead, days_behind, verdict") == [(1, 1, "even")]


def test_two_collections_at_one_moment_are_each_compared_within_themselves(tmp_path: Path) -> None:
    """Place 30 of one collection is not set against place 1 of the other."""
    one = read(at(1), {30: LE_CHAT, 31: CHATGPT}, source="synthetic/one@1")
    other = read(at(1), {1: CHATGPT, 2: LE_CHAT}, source="synthetic/other@1")
    house = given(tmp_path, one, other)
    columns = "readings, days_told, days_behind, median_gap, lead_changes"
    assert duel(house, "le-chat", "chatgpt", columns) == [(2, 1, 1, 0.0, 1)]
