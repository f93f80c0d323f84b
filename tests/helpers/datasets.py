"""Small snapshots for tests, written through the project's own way in.

Each of the functions below makes rows of one dataset from what matters to a test; `store_rows`
checks and stores them as one ingest a dataset. All of it is synthetic.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.collect.checks.schemas import CLAIMS, COLLECTED, OBSERVATIONS
from dashboard.collect.checks.validation import Line, validate_rows, validation_context
from dashboard.collect.storage.writer import Ingest, write_snapshot
from dashboard.domain.catalog import Catalog, load_catalog
from dashboard.warehouse.warehouse import Warehouse

ROOT = Path(__file__).parents[2]
# The data folder of 27 November 2026: what is collected later changes no test.
DATA = ROOT / "tests" / "frozen"
COMMITTED = ROOT / "data"  # for the tests whose subject it is
NOW = datetime(2026, 11, 1, 12)
MODELS = CLAIMS | OBSERVATIONS | COLLECTED

LE_CHAT, CHATGPT, GEMINI, CLAUDE = "6740410176", "6448311069", "6477489729", "6473753684"
COPILOT, COPILOT_SECOND, SORA = "6472538445", "541164041", "6744034028"
STRANGER = "synthetic-stranger"


@dataclass(frozen=True)
class DatasetRow:
    """One row of a dataset, as its file would hold it."""

    dataset: str
    cells: dict[str, Any]


@lru_cache
def vocabulary() -> Catalog:
    return load_catalog(DATA / "catalog.toml")


def create_warehouse(data: Path, *groups: list[DatasetRow], as_of: datetime | None = None) -> Warehouse:
    """A warehouse over nothing but these rows."""
    store_rows(data, *groups)
    return open_warehouse(data, as_of)


def open_warehouse(data: Path, as_of: datetime | None = None) -> Warehouse:
    return Warehouse(data, vocabulary(), as_of)


def store_rows(data: Path, *groups: list[DatasetRow], now: datetime = NOW) -> list[Path | None]:
    """Store the rows, one ingest a dataset; the path of each snapshot, None where nothing was new."""
    rows = [row for group in groups for row in group]
    names = dict.fromkeys(row.dataset for row in rows)
    return [write_snapshot(data / "snapshots", _ingest(name, rows, now), now) for name in names]


def _ingest(name: str, rows: list[DatasetRow], now: datetime) -> Ingest:
    path = Path(f"synthetic-{name}.csv")
    lines = [Line(path, n, row.cells) for n, row in enumerate(rows, 2) if row.dataset == name]
    return Ingest(
        name,
        validate_rows(lines, MODELS[name], validation_context(vocabulary(), now)),
        f"synthetic/{name}.csv",
    )


def reading(at: str, places: dict[int, str], **cells: Any) -> list[DatasetRow]:
    """One chart read once: which app id stood at which place, among `depth` places."""
    common = {
        "store": "app_store",
        "country": "fr",
        "device": "iphone",
        "chart": "top-free",
        "category": "all",
        "observed_at": at,
        "time_precision": "second",
        "source": "synthetic/archive@1",
        "depth": 50,
        "scope": "all",
    } | cells
    return [
        DatasetRow("charts", {"app_name": f"name of {app_id}"} | common | {"rank": rank, "app_id": app_id})
        for rank, app_id in places.items()
    ]


def rating(at: str, app_id: str, count: int, **cells: Any) -> list[DatasetRow]:
    row = {
        "store": "app_store",
        "country": "no",
        "app_id": app_id,
        "observed_at": at,
        "app_name": f"name of {app_id}",
        "rating_count": count,
        "rating_average": 4.5,
        "version": "1.0",
        "released_at": "2023-05-18T00:00:00",
        "source": "synthetic/archive@1",
    }
    return [DatasetRow("ratings", row | cells)]


def page_views(
    first: str, views: Sequence[int | None], app: str = "le-chat", **cells: Any
) -> list[DatasetRow]:
    """Views of an article on days in a row from `first` on; None: a day that is not held."""
    row = {
        "app": app,
        "project": "fr.wikipedia",
        "article": f"article of {app}",
        "access": "all-access",
        "agent": "user",
        "source": "wikimedia@1",
    } | cells
    days = (date.fromisoformat(first) + timedelta(days=n) for n in range(len(views)))
    held = [(day, count) for day, count in zip(days, views, strict=True) if count is not None]
    return [DatasetRow("page_views", row | {"day": day, "views": count}) for day, count in held]


def listing(at: str, app_id: str, **cells: Any) -> list[DatasetRow]:
    """A page of the store that was there."""
    row = {
        "store": "app_store",
        "country": "fr",
        "app_id": app_id,
        "observed_at": at,
        "present": True,
        "app_name": f"name of {app_id}",
        "rating_count": 100,
        "rating_average": 4.5,
        "version": "1.0",
        "released_at": "2025-02-20T08:00:00",
        "first_released_at": "2025-02-06T08:00:00",
        "price": 0.0,
        "currency": "EUR",
        "languages": "EN,FR",
        "size_bytes": 50_000_000,
        "source": "apple-lookup@1",
    }
    return [DatasetRow("listings", row | cells)]


def unlisted(at: str, app_id: str, **cells: Any) -> list[DatasetRow]:
    """A page of the store that was asked for and not there."""
    known = ("store", "country", "app_id", "observed_at", "source")
    asked = {name: value for name, value in listing(at, app_id)[0].cells.items() if name in known}
    return [DatasetRow("listings", asked | {"present": False} | cells)]
