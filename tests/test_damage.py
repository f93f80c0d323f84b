"""A damaged snapshot closes the questions that need it, in words, and no others."""

from pathlib import Path

import pytest

from dashboard import questions
from dashboard.collect.collected_rows import COLLECTED
from dashboard.collect.rows import CLAIMS, OBSERVATIONS
from dashboard.snapshot_files import SnapshotError
from dashboard.warehouse import Warehouse
from tests.helpers.asking import ASKS, some
from tests.helpers.datasets import CHATGPT, DatasetRow, create_warehouse, open_warehouse, reading

READ: list[DatasetRow] = reading("2025-10-01T10:00:00", {1: CHATGPT})
OF_READINGS = {
    "chart_news",
    "charts_read",
    "complete_readings",
    "country_freshness",
    "coverage",
    "coverage_by_day",
    "first_claims",
    "freshness",
    "head_to_head",
    "latest_places",
    "movers",
    "places_by_country",
    "rank_by_country",
    "rank_by_day",
    "rank_history",
    "rank_summary",
    "store_names",
    "span",
}
# Downloads by days since launch need the claims and the launches.
OF_BOTH = {"envelopes", "milestone_bounds", "race", "speed", "time_to"}
OF_LAUNCHES = OF_BOTH | {
    "all_claims",
    "claim_news",
    "day_zeros",
    "launch_events",
    "launches",
    "sources",
    "span",
}
OF_MILESTONES = OF_BOTH | {
    "all_claims",
    "claim_news",
    "audience",
    "audience_shares",
    "core_figures",
    "disagreements",
    "doubling",
    "freshness",
    "milestone_claims",
    "most_downloads",
    "period_downloads",
    "sources",
    "span",
}
OF_SOURCES = OF_MILESTONES | OF_LAUNCHES | {"events", "features", "first_claims", "reported_ranks"}
NEEDS = {
    "charts": OF_READINGS,
    "ratings": {"freshness", "rating_countries", "rating_history", "span"},
    "listings": {"freshness", "listings_now", "rating_countries", "rating_history", "span"},
    "page_views": {"articles_read", "freshness", "interest", "span"},
    "attempts": {"collected", "refusals"},
    "milestones": OF_MILESTONES,
    "launches": OF_LAUNCHES,
    "reported_ranks": {
        "all_claims",
        "claim_news",
        "first_claims",
        "freshness",
        "reported_ranks",
        "sources",
        "span",
    },
    "events": {"all_claims", "claim_news", "events", "launch_events", "sources"},
    "features": {"all_claims", "claim_news", "features", "sources"},
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
        questions.charts_read(open_warehouse(tmp_path))
    assert shut.value.path == path


def test_a_lost_snapshot_closes_its_questions_though_others_of_the_dataset_stand(tmp_path: Path) -> None:
    create_warehouse(tmp_path, READ)
    [first] = (tmp_path / "snapshots").iterdir()
    create_warehouse(tmp_path, reading("2025-10-02T10:00:00", {1: CHATGPT}))
    first.unlink()
    with pytest.raises(SnapshotError, match="is missing"):
        questions.charts_read(open_warehouse(tmp_path))


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
            questions.span(house)
        deep.append(len(caught.traceback))
    assert len(set(deep)) == 1, deep
