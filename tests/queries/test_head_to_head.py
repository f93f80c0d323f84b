"""head_to_head: every two apps, day by day, by the last snapshot that tells of both."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import CHATGPT, GEMINI, LE_CHAT, SORA, create_warehouse
from tests.helpers.datasets import reading as read
from tests.helpers.tables import Rows, tuples

CHART: dict[str, Any] = {"country": "fr", "store": "app_store", "chart": "top-free", "category": "all"}
OCTOBER: dict[str, Any] = CHART | {"since": date(2025, 10, 1), "until": date(2025, 10, 31)}
HAND = {"source": "synthetic/hand@1", "scope": "assistants", "depth": 99}
COUNTS = "readings, days_common, days_told, days_ahead, days_behind, lead_changes"


def at(day: int, hour: int = 8) -> str:
    return f"2025-10-{day:02}T{hour:02}:00:00"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Le Chat and ChatGPT: on the evening of day 2 and on day 3 both are below the cut-off, day 5 is by hand."""
    return create_warehouse(
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
    assert sorted(tuples(answer, "app, rival")) == sorted([(app, rival), (rival, app)])
    return tuples(answer[answer["app"] == app], columns)


def test_the_last_snapshot_of_a_day_is_the_day(house: Warehouse) -> None:
    """Days 1 and 5 are ChatGPT's, day 4 Le Chat's; days 2 and 3 end with both below the cut-off."""
    assert duel(house, "le-chat", "chatgpt", COUNTS) == [(7, 5, 3, 1, 2, 2)]
    assert duel(house, "le-chat", "chatgpt", "days_chosen, days_between") == [(31, 2)]


def test_both_directions_are_mirror_images(house: Warehouse) -> None:
    columns = f"{COUNTS}, median_gap, verdict"
    assert duel(house, "le-chat", "chatgpt", columns) == [(7, 5, 3, 1, 2, 2, 14.5, "behind")]
    assert duel(house, "chatgpt", "le-chat", columns) == [(7, 5, 3, 2, 1, 2, -14.5, "ahead")]


def test_the_gap_is_the_median_of_the_days_on_which_both_rank(house: Warehouse) -> None:
    """Le Chat ends day 1 one rank behind and day 4 30 ahead; where one is absent no gap is made up."""
    assert duel(house, "le-chat", "chatgpt", "median_gap") == [(14.5,)]
    assert duel(house, "gemini", "chatgpt", "days_told, median_gap") == [(5, None)]


def test_many_snapshots_of_one_day_weigh_no_more_than_one_of_another(tmp_path: Path) -> None:
    """Seven of twelve snapshots fell on two days and turned the median round."""
    morning = [read(at(1, hour), {9: LE_CHAT, 1: CHATGPT}) for hour in range(1, 8)]
    house = create_warehouse(
        tmp_path, *morning, read(at(2), {1: LE_CHAT, 3: CHATGPT}), read(at(3), {1: LE_CHAT, 4: CHATGPT})
    )
    assert duel(house, "le-chat", "chatgpt", "readings, days_ahead, median_gap") == [(9, 2, 2.0)]


def test_who_is_ranked_stands_above_who_is_below_the_cut_off(house: Warehouse) -> None:
    assert duel(house, "gemini", "claude", f"{COUNTS}, verdict") == [(7, 5, 2, 2, 0, 0, "ahead")]


def test_two_apps_below_the_cut_off_cannot_be_told_apart(house: Warehouse) -> None:
    columns = f"{COUNTS}, median_gap, verdict"
    assert duel(house, "claude", "grok", columns) == [(7, 5, 0, 0, 0, 0, None, "untold")]


def test_a_reading_of_assistants_alone_does_not_observe_a_benchmark(house: Warehouse) -> None:
    assert duel(house, "sora", "chatgpt", COUNTS) == [(6, 4, 2, 0, 2, 0)]


def test_a_benchmark_that_a_reading_of_assistants_ranks_is_observed(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, read(at(1), {3: SORA, 8: CHATGPT}, **HAND))
    assert duel(house, "sora", "chatgpt", "readings, days_ahead, median_gap") == [(1, 1, 5.0)]


def test_without_a_common_reading_nothing_is_told(house: Warehouse) -> None:
    columns = f"{COUNTS}, median_gap, verdict"
    nothing = [(0, 0, 0, 0, 0, 0, None, "untold")]
    assert duel(house, "le-chat", "chatgpt", columns, country="de") == nothing
    unread = {"since": date(2025, 10, 6), "until": date(2025, 10, 9)}
    assert duel(house, "le-chat", "chatgpt", columns, **unread) == nothing


def test_an_app_is_compared_only_from_its_first_day_in_the_catalogue_on(tmp_path: Path) -> None:
    """No id means Meta AI before 29 April 2025: that day's eve does not tell of it."""
    house = create_warehouse(tmp_path, read("2025-04-28T08:00:00", {1: CHATGPT}), read(at(1), {1: CHATGPT}))
    year = {"since": date(2025, 1, 1), "until": date(2025, 12, 31)}
    assert duel(house, "meta-ai", "chatgpt", "readings, days_behind", **year) == [(1, 1)]


def test_every_ordered_pair_stands_once_and_no_app_meets_itself(house: Warehouse) -> None:
    apps = ["le-chat", "gemini", "chatgpt"]
    answer = questions.head_to_head(house, **OCTOBER, apps=[*apps, "le-chat"])
    pairs = [(one, other) for one in sorted(apps) for other in sorted(apps) if one != other]
    assert tuples(answer, "app, rival") == pairs


def test_one_app_alone_meets_nobody(house: Warehouse) -> None:
    assert tuples(questions.head_to_head(house, **OCTOBER, apps=["le-chat"]), "app") == []


def test_a_day_between_that_compares_nothing_is_no_change_of_the_lead(tmp_path: Path) -> None:
    first, second = {1: LE_CHAT}, {1: CHATGPT}
    kept = create_warehouse(
        tmp_path / "kept", read(at(1), first), read(at(2), {9: GEMINI}), read(at(3), first)
    )
    lost = create_warehouse(
        tmp_path / "lost", read(at(1), first), read(at(2), {9: GEMINI}), read(at(3), second)
    )
    assert duel(kept, "le-chat", "chatgpt", "lead_changes") == [(0,)]
    assert duel(lost, "le-chat", "chatgpt", "readings, lead_changes") == [(3, 1)]


def test_what_changes_within_a_day_is_no_change_of_the_lead(tmp_path: Path) -> None:
    house = create_warehouse(
        tmp_path,
        read(at(1, 20), {1: LE_CHAT, 2: CHATGPT}),
        read(at(1, 12), {2: LE_CHAT, 1: CHATGPT}),
        read(at(1, 6), {1: LE_CHAT, 2: CHATGPT}),
    )
    columns = "readings, days_told, days_ahead, lead_changes"
    assert duel(house, "le-chat", "chatgpt", columns) == [(3, 1, 1, 0)]


def test_as_many_days_ahead_as_behind_is_even(tmp_path: Path) -> None:
    house = create_warehouse(
        tmp_path, read(at(1), {1: LE_CHAT}), read(at(2), {1: CHATGPT}), read(at(3), {4: GEMINI})
    )
    assert duel(house, "le-chat", "chatgpt", "days_ahead, days_behind, verdict") == [(1, 1, "even")]


def test_two_collections_at_one_moment_are_each_compared_within_themselves(tmp_path: Path) -> None:
    """Place 30 of one collection is not set against place 1 of the other."""
    one = read(at(1), {30: LE_CHAT, 31: CHATGPT}, source="synthetic/one@1")
    other = read(at(1), {1: CHATGPT, 2: LE_CHAT}, source="synthetic/other@1")
    house = create_warehouse(tmp_path, one, other)
    columns = "readings, days_told, days_behind, median_gap, lead_changes"
    assert duel(house, "le-chat", "chatgpt", columns) == [(2, 1, 1, -1.0, 0)]
