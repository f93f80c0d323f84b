"""sources, conflicts, ratings and the claims: the newest file, as of a moment, with its sources."""

from datetime import date, datetime
from pathlib import Path

import pytest

from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import KEYS, conflict, event, feature, launch, milestone, reported_rank, source
from tests.helpers.datasets import (
    CHATGPT,
    COPILOT_SECOND,
    STRANGER,
    create_warehouse,
    open_warehouse,
    rating,
    store_rows,
)
from tests.helpers.tables import view_rows

FIRST, SECOND = datetime(2026, 10, 1, 12), datetime(2026, 10, 2, 12)
BETWEEN = datetime(2026, 10, 1, 18)
SOURCED = "url, source_title, publisher, published_on, conflict_en, conflict_fr, reading_en, reading_fr"
SOURCE = ("https://example.org/synthetic-source", "Title of synthetic-source")
PUBLISHER = ("Publisher of synthetic-source", "2025-03")
CONFLICT = ("They differ", "Ils divergent", "Read it so", "À lire ainsi")
IN_CONFLICT = {"conflict_id": "synthetic-conflict"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """One claim of each kind, all of one source and one conflict."""
    return create_warehouse(
        tmp_path_factory.mktemp("claims"),
        source(),
        conflict(),
        launch("launch", "2025-02", **IN_CONFLICT),
        milestone("number", 1, period_start="2025", period_end="2025-02", **IN_CONFLICT),
        reported_rank("place", 1, "2025-02-08", **IN_CONFLICT),
        event("event", "2024", apps="le-chat;chatgpt", **IN_CONFLICT),
        feature("feature", **IN_CONFLICT),
    )


@pytest.fixture(scope="module")
def shortened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two rows in each file, and a day later one of them alone."""
    data = tmp_path_factory.mktemp("shortened")
    for now, names in ((FIRST, ("kept", "removed")), (SECOND, ("kept",))):
        store_rows(data, *(source(f"synthetic-{name}") for name in names), now=now)
        store_rows(data, *(conflict(f"synthetic-{name}") for name in names), now=now)
        store_rows(data, *(launch(name, "2025") for name in names), now=now)
        store_rows(data, *(milestone(name, 1) for name in names), now=now)
        store_rows(data, *(reported_rank(name, 1, "2025-02-08") for name in names), now=now)
        store_rows(data, *(event(name, "2025") for name in names), now=now)
        store_rows(data, *(feature(name) for name in names), now=now)
    return data


@pytest.mark.parametrize("view", ["launches", "milestones", "reported_ranks", "events", "features"])
def test_a_claim_stands_with_its_source_and_its_conflict(house: Warehouse, view: str) -> None:
    assert view_rows(house, view, SOURCED) == [SOURCE + PUBLISHER + CONFLICT]


def test_a_source_and_a_conflict_stand_as_recorded(house: Warehouse) -> None:
    recorded = date(2026, 10, 1)
    assert view_rows(house, "sources", "source_id, publisher, recorded_on") == [
        ("synthetic-source", "Publisher of synthetic-source", recorded)
    ]
    assert view_rows(house, "conflicts", "conflict_id, title_fr") == [("synthetic-conflict", "Ils divergent")]


def test_a_month_or_a_year_means_all_of_its_days(house: Warehouse) -> None:
    february = (date(2025, 2, 1), date(2025, 2, 28))
    assert view_rows(house, "launches", "first_day, last_day") == [february]
    assert view_rows(house, "milestones", "end_first, end_last") == [february]
    assert view_rows(house, "milestones", "start_first") == [(date(2025, 1, 1),)]
    assert view_rows(house, "events", "first_day, last_day") == [(date(2024, 1, 1), date(2024, 12, 31))]


def test_the_apps_of_an_event_are_a_list(house: Warehouse) -> None:
    assert view_rows(house, "events", "app_list") == [(["le-chat", "chatgpt"],)]


@pytest.fixture(scope="module")
def after(shortened: Path) -> Warehouse:
    return open_warehouse(shortened)


@pytest.fixture(scope="module")
def before(shortened: Path) -> Warehouse:
    return open_warehouse(shortened, as_of=BETWEEN)


@pytest.mark.parametrize(("view", "key"), KEYS.items())
def test_a_row_removed_from_its_file_is_gone_after_the_next_ingest(
    after: Warehouse, view: str, key: str
) -> None:
    assert view_rows(after, view, key) == [("synthetic-kept",)]


@pytest.mark.parametrize(("view", "key"), KEYS.items())
def test_a_row_removed_since_still_stands_as_of_before(before: Warehouse, view: str, key: str) -> None:
    assert view_rows(before, view, key) == [("synthetic-kept",), ("synthetic-removed",)]


def test_before_the_first_ingest_there_was_no_claim(shortened: Path) -> None:
    assert view_rows(open_warehouse(shortened, as_of=datetime(2026, 9, 30)), "milestones", "claim_id") == []


def test_a_rating_names_its_app_and_its_newest_version_wins(tmp_path: Path) -> None:
    at = "2025-03-01T10:00:00"
    store_rows(tmp_path, rating(at, CHATGPT, 100), rating(at, STRANGER, 5), now=FIRST)
    store_rows(tmp_path, rating(at, CHATGPT, 90), now=SECOND)
    columns = "app, rating_count, day, collection"
    day = date(2025, 3, 1)
    assert view_rows(open_warehouse(tmp_path), "ratings", columns) == [
        ("chatgpt", 90, day, "synthetic/archive")
    ]
    assert view_rows(open_warehouse(tmp_path, BETWEEN), "ratings", columns) == [
        ("chatgpt", 100, day, "synthetic/archive")
    ]


def test_a_rating_of_an_id_before_it_was_the_apps_is_not_the_apps(tmp_path: Path) -> None:
    eve = rating("2026-09-14T23:00:00", COPILOT_SECOND, 10)
    day = rating("2026-09-15T01:00:00", COPILOT_SECOND, 11)
    assert view_rows(create_warehouse(tmp_path, eve, day), "ratings", "app, rating_count") == [
        ("copilot", 11)
    ]
