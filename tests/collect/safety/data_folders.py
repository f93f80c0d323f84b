"""Data folders for runs of the collector against the local store, and what their files hold."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

from pyarrow import parquet

from dashboard.warehouse.snapshots import list_snapshots
from tests.helpers.datasets import DATA

ARTICLES = 2  # of so many assistants; more would only take time
QUESTIONS = 9  # of a first run in France: four charts, one lookup, two articles in two languages
SINCE = re.compile(r"(?m)^views_since = .*$")
ABOUT = re.compile(r"(?m)^articles = .*\n")
# What a row tells apart from when it was read, and what may stand only once.
CONTENT = {
    "charts": "country, chart, category, observed_at, depth, scope, rank, app_id, app_name, source",
    "listings": "country, app_id, present, source",
    "page_views": "app, project, article, day, views, source",
}
KEYS = {
    "charts": "source, country, chart, category, observed_at, rank",
    "listings": "country, app_id, observed_at",
    "page_views": "project, article, day",
    "attempts": "collection, url, asked_at",
}

Rows = list[tuple[Any, ...]]


def fresh(data: Path, since: str = "2026-09-01") -> Path:
    """A data folder with a plan of few articles and few days, and no snapshot."""
    text = SINCE.sub(f"views_since = {since}", (DATA / "catalog.toml").read_text("utf-8"))
    lines = ABOUT.findall(text)
    for line in lines[ARTICLES:]:
        text = text.replace(line, "", 1)
    data.mkdir(parents=True)
    (data / "catalog.toml").write_text(text, "utf-8")
    return data


def rows(data: Path, dataset: str, columns: str) -> Rows:
    """These columns of every row that the dataset's snapshots hold, sorted."""
    paths = sorted((data / "snapshots").glob(f"{dataset}-*.parquet"))
    wanted = columns.split(", ")
    tables = [parquet.read_table(path, columns=wanted, use_threads=False) for path in paths]
    return sorted(tuple(row[name] for name in wanted) for table in tables for row in table.to_pylist())


def content(data: Path) -> dict[str, Rows]:
    """All that the collector brought in, whenever and however often it was read."""
    return {dataset: sorted(set(rows(data, dataset, columns))) for dataset, columns in CONTENT.items()}


def twice(data: Path) -> dict[str, Rows]:
    """By dataset, the keys that stand more than once; of a listing, one a day."""
    found: dict[str, Rows] = {}
    for dataset, columns in KEYS.items():
        held = rows(data, dataset, columns)
        if dataset == "listings":
            held = sorted((country, app_id, at.date()) for country, app_id, at in held)
        if again := sorted({key for key, following in pairwise(held) if key == following}):
            found[dataset] = again
    return found


def half(data: Path) -> Rows:
    """Readings of which a place is missing: what they are, their depth, and the places held."""
    held: dict[tuple[Any, ...], list[int]] = {}
    for *reading, rank in rows(data, "charts", "source, country, chart, category, observed_at, depth, rank"):
        held.setdefault(tuple(reading), []).append(rank)
    return [(*key, ranks) for key, ranks in held.items() if ranks != list(range(1, key[-1] + 1))]


def damage(data: Path) -> list[str]:
    """The faults of the files that are visible as data."""
    return [str(file.damage) for file in list_snapshots(data / "snapshots") if file.damage]


def readings(data: Path) -> Rows:
    """Every reading of a chart: its source with the answer's digest, country, chart and category."""
    return sorted(set(rows(data, "charts", "source, country, chart, category")))


def told_as_kept(data: Path) -> Rows:
    """The readings that attempts say were kept, in the same columns."""
    told = rows(data, "attempts", "collection, answer_sha256, country, chart, category, outcome")
    return [
        (f"{collection}@{digest[:12]}", *chart)
        for collection, digest, *chart, outcome in told
        if outcome == "kept" and chart[1]
    ]


def strays(data: Path) -> list[str]:
    """Files that were begun and not finished, wherever they lie."""
    return sorted(str(path.relative_to(data)) for path in data.rglob("*.tmp"))


def snapshots(data: Path) -> list[Path]:
    return sorted((data / "snapshots").glob("*"))


def pending(data: Path) -> list[Path]:
    return sorted((data / "raw" / "pending").glob("*"))


def kept(data: Path) -> list[Path]:
    return sorted((data / "raw" / "kept").glob("*"))


def check(data: Path) -> None:
    """Assert what is true at every instant."""
    assert damage(data) == []
    assert half(data) == []
    assert twice(data) == {}


def check_whole(data: Path, expected: dict[str, Rows]) -> None:
    """Assert what is true after a whole run: all is there, and each answer is accounted for."""
    check(data)
    assert content(data) == expected
    assert pending(data) == []
    assert strays(data) == []
    assert len(kept(data)) == len(rows(data, "attempts", "url"))
    assert sorted(told_as_kept(data)) == readings(data)
