"""chart_rows, chart_readings and rank_states: versions, depth, scope and the days on which an id means an app."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import (
    CHATGPT,
    COPILOT,
    COPILOT_SECOND,
    GEMINI,
    SORA,
    STRANGER,
    DatasetRow,
    create_warehouse,
    open_warehouse,
    store_rows,
)
from tests.helpers.datasets import reading as read
from tests.helpers.tables import view_rows

FIRST, SECOND = datetime(2026, 9, 1, 12), datetime(2026, 9, 2, 12)
AT = "2025-10-01T10:00:00"


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reading of three places, and a day later its correction to two."""
    data = tmp_path_factory.mktemp("corrected")
    store_rows(data, read(AT, {1: CHATGPT, 2: GEMINI, 3: STRANGER}), now=FIRST)
    store_rows(data, read(AT, {1: GEMINI, 2: CHATGPT}), now=SECOND)
    return data


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """One whole reading, one that kept assistants alone, and one of another country."""
    return create_warehouse(
        tmp_path_factory.mktemp("readings"),
        read("2025-10-01T10:00:00", {3: CHATGPT, 7: STRANGER}),
        read("2025-10-02T10:00:00", {9: CHATGPT}, scope="assistants", depth=99, source="synthetic/other@7"),
        read("2025-10-02T10:00:00", {1: SORA}, country="us", scope="assistants"),
    )


def test_the_newest_version_of_a_reading_wins_whole(corrected: Path) -> None:
    assert view_rows(open_warehouse(corrected), "chart_rows", "rank, app_id") == [(1, GEMINI), (2, CHATGPT)]


def test_as_of_a_moment_between_them_the_older_version_stands(corrected: Path) -> None:
    before = open_warehouse(corrected, as_of=datetime(2026, 9, 2, 11))
    assert view_rows(before, "chart_rows", "rank, app_id") == [(1, CHATGPT), (2, GEMINI), (3, STRANGER)]


def test_as_of_its_own_moment_a_correction_already_counts(corrected: Path) -> None:
    assert view_rows(open_warehouse(corrected, as_of=SECOND), "chart_readings", "ingested_at, places") == [
        (SECOND, 2)
    ]


def test_before_the_first_ingest_nothing_was_known(corrected: Path) -> None:
    assert view_rows(open_warehouse(corrected, as_of=datetime(2026, 8, 31)), "chart_rows", "rank") == []


def test_a_place_carries_its_day_and_its_collection(house: Warehouse) -> None:
    columns = "day, collection, rank, app_id"
    assert view_rows(house, "chart_rows", columns, "country = 'fr'") == [
        (date(2025, 10, 1), "synthetic/archive", 3, CHATGPT),
        (date(2025, 10, 1), "synthetic/archive", 7, STRANGER),
        (date(2025, 10, 2), "synthetic/other", 9, CHATGPT),
    ]


def test_a_reading_is_one_row_with_its_depth_and_the_places_it_kept(house: Warehouse) -> None:
    columns = "country, observed_at, depth, scope, places"
    assert view_rows(house, "chart_readings", columns) == [
        ("fr", datetime(2025, 10, 1, 10), 50, "all", 2),
        ("fr", datetime(2025, 10, 2, 10), 99, "assistants", 1),
        ("us", datetime(2025, 10, 2, 10), 50, "assistants", 1),
    ]


def test_an_assistant_that_a_reading_lacks_is_below_its_cut_off(house: Warehouse) -> None:
    columns = "day, rank, state, depth"
    assert view_rows(house, "rank_states", columns, "app = 'gemini' and country = 'fr'") == [
        (date(2025, 10, 1), None, "below", 50),
        (date(2025, 10, 2), None, "below", 99),
    ]


def test_a_ranked_app_has_its_place(house: Warehouse) -> None:
    columns = "day, rank, state"
    assert view_rows(house, "rank_states", columns, "app = 'chatgpt' and country = 'fr'") == [
        (date(2025, 10, 1), 3, "ranked"),
        (date(2025, 10, 2), 9, "ranked"),
    ]


def test_a_reading_of_assistants_alone_says_nothing_of_an_absent_benchmark(house: Warehouse) -> None:
    assert view_rows(house, "rank_states", "country, day, rank, state", "app = 'sora'") == [
        ("fr", date(2025, 10, 1), None, "below"),
        ("us", date(2025, 10, 2), 1, "ranked"),
    ]


def chosen(places: dict[int, str], at: str = AT, **cells: Any) -> list[DatasetRow]:
    """What a tool exported of some apps; app ids at negative places are below the cut-off."""
    rows = read(at, places, scope="chosen", source="synthetic-tool@1", time_precision="day")
    return [
        DatasetRow("charts", row.cells | cells | ({"rank": None} if row.cells["rank"] < 0 else {}))
        for row in rows
    ]


def test_a_reading_of_chosen_apps_tells_of_the_ranked_ones_alone(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, chosen({3: CHATGPT, 9: SORA}))
    assert view_rows(house, "rank_states", "app, rank, state") == [
        ("chatgpt", 3, "ranked"),
        ("sora", 9, "ranked"),
    ]
    assert view_rows(house, "chart_readings", "depth, scope, places") == [(50, "chosen", 2)]


def test_a_chosen_app_without_a_place_was_below_the_stated_depth(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, chosen({3: CHATGPT, -1: GEMINI}, depth=200))
    columns = "app, rank, state, depth"
    assert view_rows(house, "rank_states", columns) == [
        ("chatgpt", 3, "ranked", 200),
        ("gemini", None, "below", 200),
    ]
    assert view_rows(house, "chart_readings", "places") == [(1,)]


def test_an_export_of_other_apps_takes_nothing_from_an_earlier_one(tmp_path: Path) -> None:
    store_rows(tmp_path, chosen({3: CHATGPT, 9: GEMINI}, depth=9), now=FIRST)
    later = chosen({4: CHATGPT, 5: SORA}, depth=5, source="synthetic-tool@2")
    store_rows(tmp_path, later, now=SECOND)
    columns = "app, rank, depth, source"
    assert view_rows(open_warehouse(tmp_path), "rank_states", columns) == [
        ("chatgpt", 4, 5, "synthetic-tool@2"),
        ("gemini", 9, 9, "synthetic-tool@1"),
        ("sora", 5, 5, "synthetic-tool@2"),
    ]
    assert view_rows(open_warehouse(tmp_path, as_of=FIRST), "rank_states", "app, rank") == [
        ("chatgpt", 3),
        ("gemini", 9),
    ]


def test_the_same_export_read_otherwise_corrects_the_apps_that_it_names(tmp_path: Path) -> None:
    store_rows(tmp_path, chosen({3: CHATGPT, 9: GEMINI}), now=FIRST)
    store_rows(tmp_path, chosen({4: CHATGPT}), now=SECOND)
    assert view_rows(open_warehouse(tmp_path), "rank_states", "app, rank") == [("chatgpt", 4), ("gemini", 9)]


def test_the_market_is_no_app_of_a_chart(house: Warehouse) -> None:
    assert view_rows(house, "rank_states", "app", "app = 'all-assistants'") == []


def test_an_id_means_an_app_from_its_first_day_on(tmp_path: Path) -> None:
    eve = read("2026-09-14T23:59:59", {4: COPILOT_SECOND})
    day = read("2026-09-15T00:00:00", {4: COPILOT_SECOND})
    both = read("2026-09-16T00:00:00", {4: COPILOT_SECOND, 6: COPILOT})
    house = create_warehouse(tmp_path, eve, day, both)
    assert view_rows(house, "rank_states", "day, rank, state", "app = 'copilot'") == [
        (date(2026, 9, 14), None, "below"),
        (date(2026, 9, 15), 4, "ranked"),
        (date(2026, 9, 16), 4, "ranked"),
    ]


def test_before_any_of_its_ids_an_app_has_no_state(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, read("2025-04-28T10:00:00", {5: "1558240027"}))
    assert view_rows(house, "rank_states", "state", "app = 'meta-ai'") == []
    assert view_rows(house, "rank_states", "state", "app = 'chatgpt'") == [("below",)]


def test_two_collections_reading_one_chart_at_one_moment_are_not_mixed(tmp_path: Path) -> None:
    one = read(AT, {1: CHATGPT}, source="synthetic/one@1")
    other = read(AT, {2: GEMINI}, source="synthetic/other@1", depth=25)
    house = create_warehouse(tmp_path, one, other)
    columns = "app, collection, rank, state"
    assert view_rows(house, "rank_states", columns, "app in ('chatgpt', 'gemini')") == [
        ("chatgpt", "synthetic/one", 1, "ranked"),
        ("chatgpt", "synthetic/other", None, "below"),
        ("gemini", "synthetic/one", None, "below"),
        ("gemini", "synthetic/other", 2, "ranked"),
    ]
