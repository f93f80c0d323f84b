"""Snapshots as DuckDB reads them: in the columns that a dataset has today, or named where it cannot."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import duckdb

from dashboard.warehouse.snapshots import RESTORE, SnapshotError, SnapshotFile


def select_columns(rows: duckdb.DuckDBPyRelation, columns: Mapping[str, str]) -> duckdb.DuckDBPyRelation:
    """The rows with these columns and no other: one that is absent is null, as in snapshots older than it."""
    if list(rows.columns) == list(columns):
        return rows
    there = {name: duckdb.ColumnExpression(name) for name in rows.columns}
    nothing = {name: duckdb.ConstantExpression(None).cast(kind).alias(name) for name, kind in columns.items()}
    return rows.select(*(there.get(name, nothing[name]) for name in columns))


@contextmanager
def convert_duckdb_errors(con: duckdb.DuckDBPyConnection, files: Iterable[SnapshotFile]) -> Iterator[None]:
    """An error of DuckDB's within is a SnapshotError where one of `files` cannot be read, and stays itself if not."""
    try:
        yield
    except duckdb.Error as error:
        for file in files:
            if not _readable(con, file):
                remedy = RESTORE.format(name=file.path.name)
                raise SnapshotError(file.path, "cannot be read to its end", remedy) from error
        raise


@contextmanager
def suppress_damage(broken: dict[str, SnapshotError], name: str) -> Iterator[None]:
    """Damage that is met within closes what is called `name`, and what rests on it, and nothing else."""
    try:
        yield
    except SnapshotError as error:
        broken[name] = error


def _readable(con: duckdb.DuckDBPyConnection, file: SnapshotFile) -> bool:
    try:
        with con.cursor() as one:
            for _ in one.read_parquet(str(file.path)).to_arrow_reader():
                pass
    except duckdb.Error:
        return False
    return True
