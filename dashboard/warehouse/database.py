"""DuckDB as a server on the open internet keeps it: shut, and under limits of memory, threads and time.

It reads the files it is opened over and no other, writes none but its own temporary ones, loads no
extension and takes no setting any more.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
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
    """A question wanted more time or memory than one may have."""


def query_timeout() -> float:
    """How long a question may take [s]."""
    return load_settings().question_seconds


def open_database(files: Iterable[SnapshotFile]) -> duckdb.DuckDBPyConnection:
    """A database in memory over `files`, shut to all else."""
    con = duckdb.connect(config=_limits())
    con.execute(read_sql("connection/attach"))
    given = {"paths": [str(file.path) for file in files]}
    for statement in con.extract_statements(read_sql("connection/lock_down")):
        con.execute(statement, {name: given[name] for name in statement.named_parameters})
    return con


def checkpoint(con: duckdb.DuckDBPyConnection) -> None:
    """To be called when all is laid: compress it."""
    con.execute(read_sql("connection/checkpoint"))


@contextmanager
def cursor(con: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor of its own, for one question."""
    with con.cursor() as one:
        one.execute(read_sql("connection/use_schema"))
        yield one


def _limits() -> dict[str, Any]:
    """Of one database: PALMARES_MEMORY, PALMARES_THREADS, and a temporary folder under a limit."""
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
    """What `sql` is answered on a cursor of its own; raises StoppedError, duckdb.Error."""
    with cursor(con) as one, _time_limit(one):
        rows = one.sql(sql, params=dict(params)).to_arrow_table()
    return cast(pd.DataFrame, rows.to_pandas(types_mapper=_pandas_dtype))


def _pandas_dtype(kind: Any) -> Any:
    """Whole numbers and flags keep their type beside missing values."""
    return {"int32": pd.Int32Dtype(), "int64": pd.Int64Dtype(), "bool": pd.BooleanDtype()}.get(str(kind))


@contextmanager
def _time_limit(one: duckdb.DuckDBPyConnection) -> Iterator[None]:
    seconds = query_timeout()
    timer, late = Timer(seconds, one.interrupt), f"stopped after {seconds:g} s"
    timer.start()
    try:
        yield
        if timer.finished.is_set():  # it met the question before that began, or after it had ended
            raise QueryLimitError(late)
    except duckdb.InterruptException as error:
        raise QueryLimitError(late) from error
    except duckdb.OutOfMemoryException as error:
        raise QueryLimitError("stopped at the limit of memory") from error
    finally:
        timer.cancel()
        timer.join()  # it must not meet a cursor that is closed


@contextmanager
def ensure_unchanged(files: Iterable[SnapshotFile]) -> Iterator[None]:
    """What is read of `files` within is what was checked; raises SnapshotError where it may be another's bytes.

    A file may go or be replaced while it is read; what DuckDB then says, an answer or an error, is of no worth.
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
