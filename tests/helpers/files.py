"""The files that the collector reads, written from given rows."""

import csv
import gzip
from pathlib import Path
from typing import Any

from dashboard.collect.checks.schemas import CLAIMS
from tests.helpers.claimed import conflict, event, feature, launch, milestone, reported_rank, source
from tests.helpers.datasets import DatasetRow

READINGS = [
    "observed_at",
    "country",
    "store",
    "device",
    "chart",
    "category",
    "source",
    "depth",
    "scope",
    "time_precision",
    "rows",
]
RANKS = [
    "observed_at",
    "country",
    "store",
    "device",
    "chart",
    "category",
    "source",
    "rank",
    "app_id",
    "app_name",
]
RATINGS = {
    "rating_count": "user_rating_count",
    "rating_average": "average_user_rating",
    "released_at": "current_version_release_date",
}
RATING_COLUMNS = [
    "observed_at",
    "country",
    "store",
    "app_id",
    "app_name",
    "user_rating_count",
    "average_user_rating",
    "version",
    "current_version_release_date",
    "source",
]


def write_csv(path: Path, columns: list[str], rows: list[dict[str, Any]]) -> Path:
    """A CSV file with a header, gzipped where its name says so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    opener: Any = gzip.open if path.suffix == ".gz" else open
    with opener(path, "wt", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path


def one_of_each() -> list[DatasetRow]:
    """A valid row of every claims file."""
    return [
        *source(),
        *conflict(),
        *launch("launch", "2025-02-06"),
        *milestone("number", 1),
        *reported_rank("place", 1, "2025-02-08"),
        *event("event", "2025-02-06"),
        *feature("feature"),
    ]


def file_claims(folder: Path, *groups: list[DatasetRow]) -> Path:
    """The seven claims files: the rows of `one_of_each`, then those given."""
    rows = [*one_of_each(), *(row for group in groups for row in group)]
    for name in CLAIMS:
        cells = [row.cells for row in rows if row.dataset == name]
        write_csv(folder / f"{name}.csv", list(cells[0]), cells)
    return folder


def file_observations(folder: Path, *groups: list[DatasetRow]) -> Path:
    """chart_readings.csv, chart_ranks.csv.gz and ratings.csv as an archive would hand them over."""
    rows = [row for group in groups for row in group]
    places = [row.cells for row in rows if row.dataset == "charts"]
    ratings = [_as_archived(row.cells) for row in rows if row.dataset == "ratings"]
    readings = [group[0].cells | {"rows": len(group)} for group in groups if group[0].dataset == "charts"]
    write_csv(folder / "chart_readings.csv", READINGS, readings)
    write_csv(folder / "chart_ranks.csv.gz", RANKS, places)
    write_csv(folder / "ratings.csv", RATING_COLUMNS, ratings)
    return folder


def _as_archived(cells: dict[str, Any]) -> dict[str, Any]:
    return {RATINGS.get(name, name): value for name, value in cells.items()}
