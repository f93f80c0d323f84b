"""DuckDB hardened for the open internet: locked down, and limited in memory, threads and time.

A database reads only the files that it was opened over, writes only its own temporary files, loads no extension and
accepts no setting.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import Any, cast

import duckdb
import pandas as pd

from dashboard.domain.settings import load_settings
from dashboard.warehouse.files import modified_and_size
from dashboard.warehouse.snapshots import SnapshotError, SnapshotFile
from dashboard.warehouse.sql import read_sql

RELOAD = "load the page again, which then reads what stands there now"


class QueryLimitError(RuntimeError):
    """A query exceeded its limit of time or memory."""


def query_timeout() -> float:
    """The longest time that a query may take [s]."""
    return load_settings().question_seconds


def open_database(files: Iterable[SnapshotFile]) -> duckdb.DuckDBPyConnection:
    """Open a database in memory that can read only `files`."""
    con = duckdb.connect(config=_limits())
    con.execute(read_sql("connection/attach"))
    parameters = {"paths": [str(file.path) for file in files]}
    for statement in con.extract_statements(read_sql("connection/lock_down")):
        con.execute(statement, {name: parameters[name] for name in statement.named_parameters})
    return con


def checkpoint(con: duckdb.DuckDBPyConnection) -> None:
    """Compress the tables, unless a query is running: then after the next tables are created."""
    with suppress(duckdb.TransactionException):
        con.execute(read_sql("connection/checkpoint"))


@contextmanager
def cursor(con: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """Context manager: a cursor for one query."""
    with con.cursor() as new:
        new.execute(read_sql("connection/use_schema"))
        yield new


def _limits() -> dict[str, Any]:
    """The configuration of a database: memory, threads, a bounded temporary folder, no extensions."""
    return {
        "memory_limit": load_settings().memory,
        "threads": load_settings().threads,
        "temp_directory": str(Path(tempfile.gettempdir()) / f"palmares-{os.getpid()}"),
        "max_temp_directory_size": "1GB",
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        "allow_persistent_secrets": False,
    }


def run_query(con: duckdb.DuckDBPyConnection, sql: str, params: Mapping[str, Any]) -> pd.DataFrame:
    """Run a statement on a new cursor; raises QueryLimitError, duckdb.Error."""
    with cursor(con) as reader, _time_limit(reader):
        rows = reader.sql(sql, params=dict(params)).to_arrow_table()
    return cast(pd.DataFrame, rows.to_pandas(types_mapper=_pandas_dtype))


def _pandas_dtype(kind: Any) -> Any:
    """Nullable types, so that integers and booleans keep their type beside missing values."""
    return {"int32": pd.Int32Dtype(), "int64": pd.Int64Dtype(), "bool": pd.BooleanDtype()}.get(str(kind))


@contextmanager
def _time_limit(cursor: duckdb.DuckDBPyConnection) -> Iterator[None]:
    seconds = query_timeout()
    timer, late = Timer(seconds, cursor.interrupt), f"stopped after {seconds:g} s"
    timer.start()
    try:
        yield
        if timer.finished.is_set():  # it fired before the query began, or after it had ended
            raise QueryLimitError(late)
    except duckdb.InterruptException as error:
        raise QueryLimitError(late) from error
    except duckdb.OutOfMemoryException as error:
        raise QueryLimitError("stopped at the limit of memory") from error
    finally:
        timer.cancel()
        timer.join()  # it must not fire on a closed cursor


@contextmanager
def ensure_unchanged(files: Iterable[SnapshotFile]) -> Iterator[None]:
    """Context manager: raises SnapshotError if any of `files` changed (mtime or size) while the block ran.

    A result, or an error of DuckDB, may then mix two versions of a file.
    """
    try:
        yield
    finally:
        for file in files:
            if _stamp(file.path) != file.stamp:
                raise SnapshotError(file.path, "has gone or changed while it was read", RELOAD)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        return modified_and_size(path)
    except OSError:
        return None
