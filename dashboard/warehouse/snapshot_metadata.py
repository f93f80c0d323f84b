"""The metadata and columns of a snapshot's Parquet file."""

from datetime import datetime
from functools import lru_cache
from pathlib import Path

import duckdb

from dashboard.warehouse.sql import QUERIES, read_sql

DATASETS = frozenset(path.stem for path in (QUERIES / "schema").glob("*.sql"))
TIME = "%Y%m%dT%H%M%SZ"
REINGEST = "move it out of data/snapshots and take the right rows in again"


class UnusableFileError(ValueError):
    """A file cannot be used as a snapshot; without a `remedy` it should be restored."""

    def __init__(self, reason: str, remedy: str = "") -> None:
        super().__init__(reason)
        self.reason, self.remedy = reason, remedy


def read_metadata(path: Path, dataset: str) -> tuple[tuple[str, str], ...]:
    """The key-value metadata of a file; raises Unusable where it is no snapshot of `dataset`."""
    try:
        with duckdb.connect() as con:
            rows = con.table_function("parquet_kv_metadata", [str(path)]).fetchall()
            columns = column_types(con.read_parquet(str(path)))
        metadata = {bytes(key).decode(): bytes(value).decode() for _, key, value in rows}
    except UnicodeDecodeError as error:
        raise UnusableFileError("has metadata that are no text") from error
    except duckdb.Error as error:
        message = str(error).replace(str(path), path.name)
        raise UnusableFileError(f"is no readable Parquet ({message})") from error
    _check_metadata(metadata)
    _check_columns(columns, dataset)
    return tuple(metadata.items())


def column_types(relation: duckdb.DuckDBPyRelation) -> dict[str, str]:
    """Column name -> type of a relation."""
    return {name: str(kind) for name, kind in zip(relation.columns, relation.types, strict=True)}


@lru_cache(maxsize=64)
def dataset_columns(dataset: str) -> dict[str, str]:
    """Column name -> type of a dataset today."""
    with duckdb.connect() as con:
        con.execute(read_sql(f"schema/{dataset}"))
        return column_types(con.table(f"raw_{dataset}"))


def _check_metadata(metadata: dict[str, str]) -> None:
    try:
        for moment in metadata.get("moments", "").split():
            datetime.strptime(moment, TIME)
        int(metadata.get("rows") or 0)
    except ValueError as error:
        raise UnusableFileError("has metadata that cannot be read", REINGEST) from error


def _check_columns(columns: dict[str, str], dataset: str) -> None:
    """Refuse a column of another type; a missing one is read as nulls, an additional one is ignored."""
    for name, kind in dataset_columns(dataset).items():
        if columns.get(name, kind) != kind:
            raise UnusableFileError(f"column {name} is {columns[name]} and should be {kind}", REINGEST)
