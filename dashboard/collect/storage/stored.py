"""The rows of some snapshots of one dataset, in the columns that the dataset has today."""

from collections.abc import Iterable
from pathlib import Path

import duckdb

from dashboard.warehouse.sql import read_sql


def create_stored_view(con: duckdb.DuckDBPyConnection, dataset: str, paths: Iterable[Path]) -> None:
    """Lay `raw_<dataset>`, empty, and `stored_rows`: all rows of `paths`.

    An older file that lacks a column has nulls in it.
    """
    con.execute(read_sql(f"schema/{dataset}"))
    shape, names = con.table(f"raw_{dataset}"), [str(path) for path in paths]
    shape.create_view("shape")
    (con.read_parquet(names, union_by_name=True) if names else shape).create_view("file_rows")
    con.execute(read_sql("ingest/stored_rows"))
