"""The data folder that all pages of the bench read: the committed data and synthetic years beside it.

It exists in a temporary folder only; the archive it names as its source is `synthetic`.
"""

import shutil
from pathlib import Path

import duckdb

from dashboard.collect.storage.writer import finalize_file
from dashboard.domain.catalog import load_catalog
from tests.bench.synthetic_charts import DATA, ids

YEARS = 2


def lay(folder: Path, years: int = YEARS) -> Path:
    """A copy of the data in `folder` with a daily synthetic chart, 100 deep, of every storefront."""
    data = folder / "data"
    shutil.copytree(DATA, data)
    catalog = load_catalog(data / "catalog.toml")
    unnamed = data / "snapshots" / "charts.tmp"
    given = {
        "days": years * 365,
        "countries": list(catalog.storefronts),
        "ids": ids(catalog),
        "path": str(unnamed),
    }
    with duckdb.connect() as con:
        con.execute(Path(__file__).with_name("synthetic_years.sql").read_text("utf-8"), given)
    finalize_file(unnamed, unnamed.with_name("charts-20261010T000000Z"))
    return data
