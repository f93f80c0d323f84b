"""Reading of snapshots by DuckDB: the present columns of a dataset, and errors that name the damaged file."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import duckdb

from dashboard.warehouse.snapshots import RESTORE, SnapshotError, SnapshotFile


def select_columns(rows: duckdb.DuckDBPyRelation, columns: Mapping[str, str]) -> duckdb.DuckDBPyRelation:
    """The rows with exactly these columns; one that is missing, as in older snapshots, is null."""
    if list(rows.columns) == list(columns):
        return rows
    present = {name: duckdb.ColumnExpression(name) for name in rows.columns}
    nulls = {name: duckdb.ConstantExpression(None).cast(kind).alias(name) for name, kind in columns.items()}
    return rows.select(*(present.get(name, nulls[name]) for name in columns))


@contextmanager
def convert_duckdb_errors(con: duckdb.DuckDBPyConnection, files: Iterable[SnapshotFile]) -> Iterator[None]:
    """Context manager: turns an error of DuckDB into a SnapshotError if one of `files` cannot be read."""
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
    """Context manager: stores a SnapshotError in `broken` under `name` instead of raising it."""
    try:
        yield
    except SnapshotError as error:
        broken[name] = error


def _readable(con: duckdb.DuckDBPyConnection, file: SnapshotFile) -> bool:
    try:
        with con.cursor() as cursor:
            for _ in cursor.read_parquet(str(file.path)).to_arrow_reader():
                pass
    except duckdb.Error:
        return False
    return True
