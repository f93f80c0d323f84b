"""chart_changes and claim_changes: what became of assistants from one day to the next, and what claims came."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import event, feature, launch, milestone, reported_rank, source
from tests.helpers.datasets import (
    CHATGPT,
    CLAUDE,
    GEMINI,
    LE_CHAT,
    NOW,
    STRANGER,
    DatasetRow,
    create_warehouse,
    open_warehouse,
    store_rows,
)
from tests.helpers.datasets import reading as read
from tests.helpers.tables import Rows, tuples

MOVES = "kind, app, rank_before, rank"
LATER = NOW + timedelta(days=1)


def moved(house: Warehouse, columns: str = MOVES, country: str = "fr") -> Rows:
    return tuples(questions.chart_changes(house, country=country), columns)


def days(*tops: dict[int, str], **cells: object) -> list[list[DatasetRow]]:
    """A reading a day, from 1 October 2025 on."""
    return [read(f"2025-10-{day:02}T08:00:00", top, **cells) for day, top in enumerate(tops, 1)]


def test_a_new_number_one_and_the_one_before_are_both_told(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, *days({1: CHATGPT, 2: LE_CHAT}, {1: LE_CHAT, 2: CHATGPT}))
    assert moved(house) == [("first", "le-chat", 2, 1), ("dethroned", "chatgpt", 1, 2)]


def test_who_enters_and_leaves_the_top_10_is_told_and_who_moves_within_it_is_not(tmp_path: Path) -> None:
    before = {3: GEMINI, 10: CHATGPT, 11: LE_CHAT, 40: CLAUDE}
    after = {4: GEMINI, 10: LE_CHAT, 11: CHATGPT, 30: CLAUDE}
    assert moved(create_warehouse(tmp_path, *days(before, after))) == [
        ("entered", "le-chat", 11, 10),
        ("left", "chatgpt", 10, 11),
    ]


def test_below_the_cut_off_is_outside_the_top_10_where_the_chart_is_deep_enough(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, *days({1: CHATGPT}, {1: CHATGPT, 9: LE_CHAT}, {1: CHATGPT}, depth=10))
    assert moved(house) == [("entered", "le-chat", None, 9), ("left", "le-chat", 9, None)]


def test_a_chart_of_fewer_than_10_places_says_nothing_of_the_top_10(tmp_path: Path) -> None:
    assert (
        moved(
            create_warehouse(tmp_path, *days({1: CHATGPT}, {1: CHATGPT, 4: LE_CHAT}, {1: CHATGPT}, depth=5))
        )
        == []
    )


def test_a_change_is_one_from_the_end_of_a_day_to_the_end_of_the_next(tmp_path: Path) -> None:
    """Le Chat is first at noon alone; ChatGPT's place in the evening is the day's."""
    noon = read("2025-10-02T12:00:00", {1: LE_CHAT, 2: CHATGPT})
    evening = read("2025-10-02T20:00:00", {1: CHATGPT, 9: LE_CHAT})
    house = create_warehouse(tmp_path, read("2025-10-01T08:00:00", {1: CHATGPT, 30: LE_CHAT}), noon, evening)
    assert moved(house) == [("entered", "le-chat", 30, 9)]


def test_what_is_taken_in_long_after_its_day_is_a_back_fill(tmp_path: Path) -> None:
    store_rows(tmp_path, *days({1: CHATGPT}), now=datetime(2025, 10, 1, 9))
    store_rows(tmp_path, read("2025-10-02T08:00:00", {1: LE_CHAT}), now=datetime(2025, 10, 4, 23, 59))
    store_rows(tmp_path, read("2025-10-03T08:00:00", {1: CHATGPT}), now=datetime(2025, 10, 6))
    late = moved(open_warehouse(tmp_path), "day, kind, is_backfill")
    assert {(day.day, known) for day, kind, known in late if kind == "first"} == {(2, False), (3, True)}


def test_the_first_reading_of_a_collection_is_no_news(tmp_path: Path) -> None:
    first = read("2025-10-01T08:00:00", {1: CHATGPT})
    other = read("2025-10-02T08:00:00", {1: LE_CHAT}, source="synthetic/other@1")
    assert moved(create_warehouse(tmp_path, first, other)) == []


def test_an_app_that_is_no_assistant_is_no_news(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, *days({1: CHATGPT, 2: STRANGER}, {1: STRANGER, 2: CHATGPT}))
    assert moved(house) == [("dethroned", "chatgpt", 1, 2)]


def test_charts_of_other_countries_and_categories_are_not_compared(tmp_path: Path) -> None:
    here = read("2025-10-01T08:00:00", {1: CHATGPT})
    there = read("2025-10-02T08:00:00", {1: LE_CHAT}, country="us")
    other = read("2025-10-02T08:00:00", {1: LE_CHAT}, category="productivity")
    assert moved(create_warehouse(tmp_path, here, there, other)) == []


def test_news_is_as_old_as_the_first_version_of_its_reading(tmp_path: Path) -> None:
    """A correction is no news."""
    store_rows(tmp_path, *days({1: CHATGPT, 2: LE_CHAT}, {1: LE_CHAT, 2: CHATGPT}))
    store_rows(tmp_path, read("2025-10-02T08:00:00", {1: LE_CHAT, 3: CHATGPT}), now=LATER)
    assert moved(open_warehouse(tmp_path), "kind, rank, known_at") == [
        ("first", 1, NOW),
        ("dethroned", 3, NOW),
    ]
    assert moved(open_warehouse(tmp_path, NOW), "kind, rank") == [("first", 1), ("dethroned", 2)]


@pytest.fixture(scope="module")
def claimed(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The first claims of each kind, and a day later a second one of each, and some of other places."""
    data = tmp_path_factory.mktemp("claims")
    first = [*launch("a", "2025-02-06"), *milestone("a", 1), *event("a", "2025-02-06"), *feature("a")]
    store_rows(data, source(), first, reported_rank("a", 1, "2025-02-08"))
    more = [
        *launch("b", "2025-03-01", platform="android"),
        *milestone("b", 2_000_000),
        *milestone("eu", 3_000_000, scope="eu"),
        *reported_rank("b", 3, "2025-03-02", country="us"),
        *reported_rank("c", 4, "2025-03-02"),
    ]
    store_rows(data, first, reported_rank("a", 1, "2025-02-08"), more, now=LATER)
    return open_warehouse(data)


def test_claims_of_the_country_and_the_world_are_new_where_others_of_their_kind_were_held(
    claimed: Warehouse,
) -> None:
    answer = questions.claim_changes(claimed, country="fr")
    assert tuples(answer, "dataset, claim_id, value, rank, known_at") == [
        ("launches", "synthetic-b", None, None, LATER),
        ("milestones", "synthetic-b", 2_000_000.0, None, LATER),
        ("reported_ranks", "synthetic-c", None, 4, LATER),
    ]


def test_copies_of_one_statement_are_one_piece_of_news_told_by_the_best_of_them(tmp_path: Path) -> None:
    first = reported_rank("a", 1, "2025-02-08", rests_on="Paper, 2025-02")
    other = [*reported_rank("b", 2, "2025-03-08", rests_on="Paper, 2025-03", source_id="weak")]
    same = [*reported_rank("c", 2, "2025-03-08", rests_on="Paper, 2025-03")]
    copy = [*reported_rank("d", 1, "2025-02-08", rests_on="Paper, 2025-02")]
    store_rows(tmp_path, source(), source("weak", tier="unnamed"), first)
    store_rows(tmp_path, first, other, same, copy, now=LATER)
    answer = questions.claim_changes(open_warehouse(tmp_path), country="fr")
    assert tuples(answer, "claim_id, stated_by") == [("synthetic-c", "Synthetic Paper")]


def test_the_first_claims_of_a_kind_are_no_news(tmp_path: Path) -> None:
    empty = create_warehouse(tmp_path, source(), milestone("a", 1))
    assert questions.claim_changes(empty, country="fr").empty
