"""Readings that others recorded from the stores' public feeds: charts and rating counts.

A folder holds chart_readings.csv (a row a reading), chart_ranks.csv.gz (a row a rank) and
ratings.csv. A reading without ranks cannot be distinguished from one that failed and is refused.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from dashboard.collect.checks.schemas import OBSERVATIONS
from dashboard.collect.checks.validation import (
    InvalidRowsError,
    Line,
    read_csv,
    read_rows,
    refuse_repeats,
    validate_rows,
)
from dashboard.collect.sources import parsing
from dashboard.collect.storage.writer import Ingest

READING = ("observed_at", "country", "store", "device", "chart", "category", "source")
OF_THE_READING = ("depth", "scope", "time_precision")
PLACE = ("rank", "app_id", "app_name")
RATING = ("store", "country", "app_id", "observed_at", "current_version_release_date")
RATING_COLUMNS = {
    "user_rating_count": "rating_count",
    "average_user_rating": "rating_average",
    "current_version_release_date": "released_at",
}


def read_observations(folder: Path, against: dict[str, Any]) -> list[Ingest]:
    """Charts and ratings of `folder`; raises InvalidRowsError if any row of them is bad."""
    places = list(_places(folder))
    refuse_repeats(places, (*READING, "rank"))
    refuse_repeats(places, (*READING, "app_id"))
    ratings = [_rating(line) for line in read_rows(folder / "ratings.csv", RATING)]
    refuse_repeats(ratings, ("store", "country", "app_id", "observed_at"))
    return [
        Ingest(
            "charts",
            validate_rows(places, OBSERVATIONS["charts"], against),
            "observations/chart_ranks.csv.gz",
        ),
        Ingest(
            "ratings", validate_rows(ratings, OBSERVATIONS["ratings"], against), "observations/ratings.csv"
        ),
    ]


def _places(folder: Path) -> Iterator[Line]:
    """Each place with the columns of its reading beside it."""
    listed = read_rows(folder / "chart_readings.csv", (*READING, *OF_THE_READING, "rows"))
    refuse_repeats(listed, READING)
    readings = {_key(line): line for line in listed}
    kept: Counter[tuple[str, ...]] = Counter()
    for line in read_csv(folder / "chart_ranks.csv.gz", (*READING, *PLACE)):
        reading = readings.get(_key(line))
        if reading is None:
            raise InvalidRowsError([line.fault("observed_at", "belongs to no row of chart_readings.csv")])
        kept[_key(line)] += 1
        added = {column: reading.cells[column] for column in OF_THE_READING}
        yield Line(
            line.file, line.number, line.cells | added | {"observed_at": utc(line.cells["observed_at"])}
        )
    _refuse_incomplete(readings, kept)


def _key(line: Line) -> tuple[str, ...]:
    return tuple(line.cells[column] for column in READING)


def _refuse_incomplete(readings: dict[tuple[str, ...], Line], kept: Counter[tuple[str, ...]]) -> None:
    """A reading must hold the number of places that its own row says."""
    faults = [
        line.fault("rows", f"says {line.cells['rows']} places, {kept[key]} are there")
        for key, line in readings.items()
        if str(kept[key]) != line.cells["rows"] or not kept[key]
    ]
    if faults:
        raise InvalidRowsError(faults)


def _rating(line: Line) -> Line:
    cells = {RATING_COLUMNS.get(name, name): value for name, value in line.cells.items()}
    moments = {name: utc(cells[name]) for name in ("observed_at", "released_at")}
    return Line(line.file, line.number, cells | moments)


def utc(text: str) -> datetime | str:
    """An ISO moment as naive UTC to the second; what is no moment stays as it is, to be refused."""
    try:
        moment = datetime.fromisoformat(text)
        return parsing.to_utc(moment).replace(microsecond=0)
    except (ValueError, OverflowError):
        return text
