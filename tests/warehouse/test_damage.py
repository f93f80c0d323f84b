"""A damaged snapshot closes the questions that need it, in words, and no others."""

from pathlib import Path

import pytest

from dashboard.collect.checks.schemas import CLAIMS, COLLECTED, OBSERVATIONS
from dashboard.warehouse import questions
from dashboard.warehouse.snapshots import SnapshotError
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.asking import ASKS, some
from tests.helpers.datasets import CHATGPT, DatasetRow, create_warehouse, open_warehouse, reading

READ: list[DatasetRow] = reading("2025-10-01T10:00:00", {1: CHATGPT})
OF_READINGS = {
    "before_after",
    "chart_changes",
    "charts_available",
    "chart_list",
    "chart_snapshots",
    "complete_readings",
    "country_charts",
    "country_freshness",
    "coverage",
    "coverage_by_day",
    "first_place_claims",
    "freshness",
    "head_to_head",
    "latest_ranks",
    "movers",
    "ranks_by_country",
    "rank_by_country_and_day",
    "rank_by_day",
    "rank_history",
    "rank_summary",
    "launch_story",
    "standings",
    "store_names",
    "date_range",
}
# Downloads by days since launch need the claims and the launches.
OF_BOTH = {"envelopes", "milestone_bounds", "launch_race", "launch_story", "average_rates", "time_to_goal"}
OF_LAUNCHES = OF_BOTH | {
    "all_claims",
    "claim_changes",
    "day_zero_choices",
    "launch_events",
    "launches",
    "sources",
    "date_range",
}
OF_MILESTONES = OF_BOTH | {
    "all_claims",
    "claim_changes",
    "audience",
    "audience_shares",
    "headline_figures",
    "disagreements",
    "doubling_times",
    "freshness",
    "milestone_claims",
    "most_downloads",
    "period_downloads",
    "spending",
    "sources",
    "date_range",
}
OF_SOURCES = (
    OF_MILESTONES
    | OF_LAUNCHES
    | {"before_after", "events", "features", "first_place_claims", "reported_ranks"}
)
NEEDS = {
    "charts": OF_READINGS,
    "ratings": {"freshness", "rating_countries", "rating_history", "date_range"},
    "listings": {"freshness", "latest_listings", "rating_countries", "rating_history", "date_range"},
    "page_views": {"page_view_coverage", "freshness", "page_views_by_period", "date_range"},
    "attempts": {"collector_runs", "rejected_responses"},
    "milestones": OF_MILESTONES,
    "launches": OF_LAUNCHES,
    "reported_ranks": {
        "launch_story",
        "all_claims",
        "claim_changes",
        "first_place_claims",
        "freshness",
        "reported_ranks",
        "sources",
        "date_range",
    },
    "events": {
        "before_after",
        "launch_story",
        "all_claims",
        "claim_changes",
        "events",
        "launch_events",
        "sources",
    },
    "features": {"all_claims", "claim_changes", "features", "sources"},
    "sources": OF_SOURCES,
    "conflicts": OF_SOURCES,
}


def closed(house: Warehouse) -> set[str]:
    """The questions that the house refuses for damage; every other one must answer."""
    refused = set()
    for name, ask in ASKS.items():
        try:
            ask(house, **some(name))
        except SnapshotError:
            refused.add(name)
    return refused


def test_there_is_a_line_for_every_dataset() -> None:
    assert set(NEEDS) == {*CLAIMS, *OBSERVATIONS, *COLLECTED}


@pytest.mark.parametrize("dataset", NEEDS)
def test_damage_closes_the_questions_that_need_the_file_and_no_others(tmp_path: Path, dataset: str) -> None:
    path = tmp_path / "snapshots" / f"{dataset}-20261101T120000Z-0123456789ab.parquet"
    path.parent.mkdir()
    path.write_bytes(b"not what its name says")
    house = open_warehouse(tmp_path)
    assert [error.path for error in house.damage] == [path]
    assert closed(house) == NEEDS[dataset]


def test_a_closed_question_names_the_file_and_the_remedy(tmp_path: Path) -> None:
    create_warehouse(tmp_path, READ)
    [path] = (tmp_path / "snapshots").iterdir()
    path.write_bytes(b"")
    with pytest.raises(SnapshotError, match=r"its bytes have changed; restore it with `git checkout") as shut:
        questions.charts_available(open_warehouse(tmp_path))
    assert shut.value.path == path


def test_a_lost_snapshot_closes_its_questions_though_others_of_the_dataset_stand(tmp_path: Path) -> None:
    create_warehouse(tmp_path, READ)
    [first] = (tmp_path / "snapshots").iterdir()
    create_warehouse(tmp_path, reading("2025-10-02T10:00:00", {1: CHATGPT}))
    first.unlink()
    with pytest.raises(SnapshotError, match="is missing"):
        questions.charts_available(open_warehouse(tmp_path))


@pytest.mark.parametrize("name", ["holiday.parquet", "copy of charts.parquet"])
def test_a_file_of_no_dataset_is_reported_and_closes_nothing(tmp_path: Path, name: str) -> None:
    create_warehouse(tmp_path, READ)
    stray = tmp_path / "snapshots" / name
    stray.write_bytes(b"not ours")
    house = open_warehouse(tmp_path)
    assert closed(house) == set()
    assert [error.path for error in house.damage] == [stray]


def test_an_error_met_again_and_again_keeps_nobody_who_met_it(tmp_path: Path) -> None:
    create_warehouse(tmp_path, READ)
    [path] = (tmp_path / "snapshots").glob("*.parquet")
    path.write_bytes(path.read_bytes()[:-8])
    house, deep = open_warehouse(tmp_path), []
    for _ in range(3):
        with pytest.raises(SnapshotError) as caught:
            questions.date_range(house)
        deep.append(len(caught.traceback))
    assert len(set(deep)) == 1, deep
