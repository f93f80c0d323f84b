"""The evidence record: JSON from which `check` verifies each number of the file."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.domain.clock import format_utc
from dashboard.sections.view import View
from dashboard.warehouse.files import checksum
from dashboard.warehouse.folder import data_folder
from dashboard.warehouse.query_result import QueryResult
from dashboard.warehouse.snapshots import SnapshotFile
from dashboard.warehouse.sql import QUERIES

FORMAT = "palmares-evidence-1"


def cells(rows: pd.DataFrame) -> list[list[Any]]:
    """The rows of a result in JSON's types; moments are UTC, missing values null."""
    text = rows.to_json(orient="values", date_format="iso", date_unit="s", double_precision=15)
    return list(json.loads(text))


def queries_checksum(folder: Path) -> str:
    """One SHA-256 over the names and bytes of all SQL files below `folder`."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.sql")):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def build_record(view: View, link: str, made_at: datetime, results: Iterable[QueryResult]) -> dict[str, Any]:
    """The view, its data files with their checksums, its questions with parameters, SQL and rows.

    `as_of` is the moment to ask as of; of a live view that of its newest data, which shows the same.
    """
    listed = list(results)
    return {
        "format": FORMAT,
        "link": link,
        "lang": view.filters.lang,
        "pinned": view.filters.as_of is not None,
        "as_of": _iso(view.filters.as_of or view.warehouse.newest_ingest),
        "made_at": _iso(made_at),
        "newest_ingest": _iso(view.warehouse.newest_ingest),
        "files": [_file(file) for file in source_files(view, listed)],
        "catalog_sha256": checksum(data_folder() / "catalog.toml"),
        "queries_sha256": queries_checksum(QUERIES),
        "questions": [_question(result) for result in listed],
    }


def source_files(view: View, results: Iterable[QueryResult]) -> list[SnapshotFile]:
    """The snapshots that any of the results reads, by ingest time."""
    unique = {
        file.path: file for result in results for file in view.warehouse.source_snapshots(result.file.name)
    }
    return sorted(unique.values(), key=lambda file: (file.ingested_at, file.dataset))


def _file(file: SnapshotFile) -> dict[str, str | None]:
    moment = _iso(file.ingested_at)
    return {"name": file.path.name, "ingested_at": moment, "sha256": checksum(file.path)}


def _question(result: QueryResult) -> dict[str, Any]:
    return {
        "name": result.file.name,
        "title": result.file.title,
        "params": json.loads(result.params_json),
        "sql": result.file.sql,
        "columns": list(result.rows.columns),
        "rows": cells(result.rows),
    }


def _iso(moment: datetime | None) -> str | None:
    return format_utc(moment) if moment else None
