"""Years of synthetic chart places in 175 countries, laid out as compaction leaves them: a file a month, sorted.

They exist in a temporary folder only; the archive they name as their source is `synthetic`.
"""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
from babel import Locale

from dashboard.collect.storage.rollup_files import write_missing_rollups
from dashboard.collect.storage.writer import finalize_file
from dashboard.domain.catalog import Catalog, load_catalog
from dashboard.warehouse.snapshot_metadata import TIME

DATA = Path(__file__).parents[2] / "data"
FIRST = datetime(2024, 1, 1)
COUNTRIES, DAYS, MONTH = 175, 960, 30
A_DAY = 3 * 2 * 100  # charts, readings and places of one country
SIZES = {"1M": 1_000_000, "10M": 10_000_000, "100M": 100_000_000}


def write_months(folder: Path, places: int) -> Path:
    """A copy of the data in `folder` whose charts are about `places` synthetic places, with their sums."""
    data = folder / "data"
    shutil.copytree(DATA, data)
    for path in files(data):
        path.unlink()
    catalog = load_catalog(data / "catalog.toml")
    given = {"countries": countries(), "ids": ids(catalog), "every": _every(places)}
    for first in range(0, DAYS, MONTH):
        _month(data / "snapshots", {"first": first, "beyond": first + MONTH, **given})
    write_missing_rollups(data, catalog)
    return data


def files(data: Path) -> list[Path]:
    """The snapshots of charts in a data folder."""
    return sorted((data / "snapshots").glob("charts-*.parquet"))


def countries() -> list[str]:
    """France first, then others by their code."""
    known = [str(code).lower() for code in Locale("en").territories]
    codes = [code for code in known if len(code) == 2 and code.isalpha()]
    return ["fr", *[code for code in sorted(codes) if code != "fr"][: COUNTRIES - 1]]


def ids(catalog: Catalog) -> list[str]:
    """Of the default assistants, in the default store."""
    apps = (catalog.by_app[app] for app in catalog.default_apps)
    return [next(one.id for one in app.stores if one.store == catalog.default_store) for app in apps]


def _every(places: int) -> int:
    """Days from one reading of the other countries to the next, for `places` in all."""
    return max(1, round(DAYS * A_DAY * (COUNTRIES - 1) / max(1, places - DAYS * A_DAY)))


def _month(folder: Path, given: dict[str, object]) -> None:
    unnamed = folder / "charts.tmp"
    with duckdb.connect() as con:
        con.execute(
            Path(__file__).with_name("places.sql").read_text("utf-8"), {**given, "path": str(unnamed)}
        )
    moment = FIRST + timedelta(days=int(str(given["beyond"])), hours=1)
    finalize_file(unnamed, folder / f"charts-{moment.strftime(TIME)}")
