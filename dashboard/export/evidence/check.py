"""Compare an evidence file with the data: each of its questions is asked again.

As of the file's own moment every row must be equal; as of now later data may have changed a number, which is
reported and no error.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import duckdb
import pandas as pd
from pydantic import BaseModel, Field, ValidationError, model_validator

from dashboard.domain import catalog
from dashboard.export.evidence import former_names
from dashboard.export.evidence.record import FORMAT, cells, queries_checksum
from dashboard.warehouse.database import QueryLimitError
from dashboard.warehouse.diff import Difference, compare_rows
from dashboard.warehouse.files import checksum
from dashboard.warehouse.snapshots import SnapshotError
from dashboard.warehouse.sql import QUERIES
from dashboard.warehouse.warehouse import Warehouse

RECORD_SCRIPT = re.compile(r'<script type="application/json" id="evidence">(.*?)</script>', re.DOTALL)
SHA256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class InvalidEvidenceFileError(ValueError):
    """The file holds no evidence record, or one of another format."""


class EvidenceFile(BaseModel):
    """A snapshot that the numbers were read from, in the folder of snapshots whatever the file says."""

    name: Annotated[str, Field(pattern=r"^[a-z_]+-\d{8}T\d{6}Z-[0-9a-f]{12}\.parquet$")]
    sha256: SHA256


class Question(BaseModel):
    """A question as it was asked; its name is that of a file of queries/, or a former one."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    params: dict[str, Any]
    sql: str
    columns: list[str]
    rows: list[list[Any]]

    @model_validator(mode="after")
    def whole(self) -> "Question":
        if len({*self.columns}) < len(self.columns) or {len(row) for row in self.rows} - {len(self.columns)}:
            raise ValueError("its rows are not those of its columns")
        return self


class Record(BaseModel):
    """The evidence record as record.py writes it."""

    format: Annotated[str, Field(pattern=f"^{FORMAT}$")]
    as_of: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$")] | None
    files: list[EvidenceFile]
    catalog_sha256: SHA256
    queries_sha256: SHA256
    questions: Annotated[list[Question], Field(min_length=1)]


def read_record(path: Path) -> Record:
    """The record that an evidence file holds; raises InvalidEvidenceFileError, OSError."""
    records = RECORD_SCRIPT.findall(path.read_text("utf-8"))
    if len(records) != 1:
        raise InvalidEvidenceFileError(f"{path}: holds no record of the form {FORMAT}")
    try:
        return Record.model_validate_json(records[0])
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "it"
        raise InvalidEvidenceFileError(
            f"{path}: holds no record of the form {FORMAT}: {place}: {first['msg']}"
        ) from error


def compare_then(record: Record, data: Path) -> list[str]:
    """The differences as of the file's own moment, a line each; empty where all is equal."""
    moment = datetime.fromisoformat(record.as_of).replace(tzinfo=None) if record.as_of else None
    warehouse = Warehouse(data, catalog.load_catalog(data / "catalog.toml"), moment)
    return [*_compare(record, warehouse), *_list_foreign_sql(record)]


def compare_now(record: Record, data: Path) -> list[str]:
    """The differences that later data has made, a line each."""
    warehouse = Warehouse(data, catalog.load_catalog(data / "catalog.toml"))
    return _compare(record, warehouse)


def _compare(record: Record, warehouse: Warehouse) -> list[str]:
    return [str(item) for question in record.questions for item in _compare_question(warehouse, question)]


def check_files(record: Record, data: Path) -> list[str]:
    """The data files that are gone or changed, a line each."""
    listed = {data / "snapshots" / file.name: file.sha256 for file in record.files}
    listed[data / "catalog.toml"] = record.catalog_sha256
    changes = []
    for path, sha256 in listed.items():
        if not path.is_file():
            changes.append(f"{path.name}: is not here; it may have been merged into another one")
        elif checksum(path) != sha256:
            changes.append(f"{path.name}: has another SHA-256 than the file says")
    if queries_checksum(QUERIES) != record.queries_sha256:
        changes.append("queries: the SQL of the repository is not all what it was")
    return changes


def _compare_question(warehouse: Warehouse, question: Question) -> Iterator[Difference]:
    """Run a question again; only where its SQL is the repository's, for no foreign SQL is run."""
    name, columns = former_names.current_name(question.name, question.sql), question.columns
    if name is None:
        return
    try:
        now = warehouse.query(name, question.params)
    except (SnapshotError, QueryLimitError, duckdb.Error) as error:
        yield Difference(name, (), "", "an answer", str(error))
        return
    rows = pd.DataFrame(question.rows, columns=columns, dtype=object)
    again = pd.DataFrame(cells(now), columns=list(now.columns), dtype=object)
    yield from compare_rows(name, warehouse.sql_file(name).key, rows, again)


def _list_foreign_sql(record: Record) -> Iterator[str]:
    for question in record.questions:
        if former_names.current_name(question.name, question.sql) is None:
            yield f"{question.name}: its SQL is not the repository's, and was not run"
