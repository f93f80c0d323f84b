"""What a snapshot's Parquet says of itself, and whether its columns are those of its dataset."""

from datetime import datetime
from functools import lru_cache
from pathlib import Path

import duckdb

from dashboard.warehouse.sql import QUERIES, read_sql

DATASETS = frozenset(path.stem for path in (QUERIES / "schema").glob("*.sql"))
TIME = "%Y%m%dT%H%M%SZ"
REINGEST = "move it out of data/snapshots and take the right rows in again"


class UnusableFileError(ValueError):
    """A file cannot be read as a snapshot; without a remedy of its own it is to be restored."""

    def __init__(self, reason: str, remedy: str = "") -> None:
        super().__init__(reason)
        self.reason, self.remedy = reason, remedy


def read_metadata(path: Path, dataset: str) -> tuple[tuple[str, str], ...]:
    """The facts of a file's own metadata; raises Unusable where it is no snapshot of `dataset`."""
    try:
        with duckdb.connect() as con:
            rows = con.table_function("parquet_kv_metadata", [str(path)]).fetchall()
            columns = column_types(con.read_parquet(str(path)))
        facts = {bytes(key).decode(): bytes(value).decode() for _, key, value in rows}
    except UnicodeDecodeError as error:
        raise UnusableFileError("has metadata that are no text") from error
    except duckdb.Error as error:
        told = str(error).replace(str(path), path.name)
        raise UnusableFileError(f"is no readable Parquet ({told})") from error
    _check_metadata(facts)
    _check_columns(columns, dataset)
    return tuple(facts.items())


def column_types(relation: duckdb.DuckDBPyRelation) -> dict[str, str]:
    """The columns of a relation with their types."""
    return {name: str(kind) for name, kind in zip(relation.columns, relation.types, strict=True)}


@lru_cache(maxsize=64)
def dataset_columns(dataset: str) -> dict[str, str]:
    """The columns that a dataset has today, with their types."""
    with duckdb.connect() as con:
        con.execute(read_sql(f"schema/{dataset}"))
        return column_types(con.table(f"raw_{dataset}"))


def _check_metadata(facts: dict[str, str]) -> None:
    try:
        for moment in facts.get("moments", "").split():
            datetime.strptime(moment, TIME)
        int(facts.get("rows") or 0)
    except ValueError as error:
        raise UnusableFileError("has metadata that cannot be read", REINGEST) from error


def _check_columns(columns: dict[str, str], dataset: str) -> None:
    """A column of another type; one that is absent is read as nulls, one too many is passed over."""
    for name, kind in dataset_columns(dataset).items():
        if columns.get(name, kind) != kind:
            raise UnusableFileError(f"column {name} is {columns[name]} and should be {kind}", REINGEST)
