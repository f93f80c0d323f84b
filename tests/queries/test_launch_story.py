"""launch_story: events, reports, downloads and snapshots of a launch, each once, and only what is there."""

from datetime import date
from pathlib import Path

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import event, launch, milestone, reported_rank, source
from tests.helpers.datasets import LE_CHAT, DatasetRow, create_warehouse, reading
from tests.helpers.tables import Rows, tuples

SINCE, UNTIL = date(2025, 2, 1), date(2025, 2, 28)
MARKS = "lane, first_day, last_day, value, copies"


def marks(house: Warehouse, columns: str = MARKS) -> Rows:
    found = questions.launch_story(house, app="le-chat", country="fr", since=SINCE, until=UNTIL)
    return tuples(found, columns)


def story(data: Path, *groups: list[DatasetRow]) -> Rows:
    """The marks of these rows, without that of snapshots."""
    return [row for row in marks(create_warehouse(data, source(), *groups)) if row[0] != "snapshots"]


def test_what_is_not_known_has_no_mark(tmp_path: Path) -> None:
    assert story(tmp_path, event("elsewhere", "2025-02-09", country="us")) == []


def test_a_source_that_gives_only_the_month_adds_nothing_to_one_that_gives_the_day(tmp_path: Path) -> None:
    said = {"kind": "endorsement"}
    both = event("day", "2025-02-09", **said), event("month", "2025-02", **said)
    assert story(tmp_path, *both) == [("endorsement", date(2025, 2, 9), date(2025, 2, 9), None, 1)]


def test_a_month_alone_is_a_span_of_days(tmp_path: Path) -> None:
    assert story(tmp_path, event("month", "2025-02")) == [
        ("launch", date(2025, 2, 1), date(2025, 2, 28), None, 1)
    ]


def test_two_sources_of_one_day_are_one_mark_by_the_better_one(tmp_path: Path) -> None:
    house = create_warehouse(
        tmp_path,
        source(),
        source("company", tier="measured"),
        event("press", "2025-02-06"),
        event("company", "2025-02-06", source_id="company"),
    )
    assert marks(house, "lane, publisher, copies")[0] == ("launch", "Publisher of company", 2)


def test_copies_of_one_report_are_one_mark_and_another_report_is_another(tmp_path: Path) -> None:
    span = {"first_day": "2025-02-06", "precision": "upper_bound"}
    reports = (
        reported_rank("a", 1, "2025-02-28", rests_on="One Paper, 2025-02", **span),
        reported_rank("b", 1, "2025-02-28", rests_on="One Paper, 2025-02", **span),
        reported_rank("c", 1, "2025-02-13", **span),
        reported_rank("d", 2, "2025-02-13", **span),
    )
    assert story(tmp_path, *reports) == [
        ("rank", date(2025, 2, 6), date(2025, 2, 13), 1, 1),
        ("rank", date(2025, 2, 6), date(2025, 2, 28), 1, 2),
    ]


def test_downloads_in_n_days_hold_from_the_last_day_that_they_may_mean(tmp_path: Path) -> None:
    rows = (
        launch("ios", "2025-02-06"),
        milestone("m", 1_000_000, period_start="2025-02-06", period_end="2025-02-19", days_stated=14),
    )
    assert story(tmp_path, *rows) == [("downloads", date(2025, 2, 6), date(2025, 2, 20), 1_000_000, 1)]


def test_snapshots_are_counted_in_the_days_and_the_nearest_ones_named(tmp_path: Path) -> None:
    house = create_warehouse(
        tmp_path,
        reading("2024-12-31T08:00:00", {1: LE_CHAT}),
        reading("2025-10-01T08:00:00", {1: LE_CHAT}),
        reading("2025-02-10T08:00:00", {1: LE_CHAT}, country="us"),
    )
    assert marks(house) == [("snapshots", date(2024, 12, 31), date(2025, 10, 1), 0, None)]
