"""Ask again what an evidence file holds, and say whether each row is equal, or what differs.

Two moments are looked at: the file's own, at which all must be equal, and now, where later data may have
changed a number; that is said, and is no fault.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard import catalog
from dashboard.disk import checksum
from dashboard.evidence.cells import FORMAT, cells, queries_checksum
from dashboard.evidence.differing import Difference, differing
from dashboard.snapshot_files import SnapshotError
from dashboard.warehouse import QUERIES, Warehouse

HELD = re.compile(r'<script type="application/json" id="evidence">(.*?)</script>', re.DOTALL)
Record = dict[str, Any]


class NoEvidence(ValueError):
    """The file is none of ours, or of another version."""


def read(path: Path) -> Record:
    """The record that an evidence file holds; raises NoEvidence, OSError."""
    found = HELD.findall(path.read_text("utf-8"))
    record = json.loads(found[0]) if len(found) == 1 else {}
    if record.get("format") != FORMAT:
        raise NoEvidence(f"{path}: holds no record of the form {FORMAT}")
    return dict(record)


def checked(record: Record, data: Path) -> list[str]:
    """What differs at the file's own moment, each in a line; empty where all is equal."""
    moment = datetime.fromisoformat(record["as_of"]).replace(tzinfo=None) if record["as_of"] else None
    house = Warehouse(data, catalog.load(data / "catalog.toml"), moment)
    told = [str(one) for question in record["questions"] for one in _again(house, question)]
    return [*told, *_other_sql(house, record)]


def since(record: Record, data: Path) -> list[str]:
    """What later data has changed, each in a line."""
    house = Warehouse(data, catalog.load(data / "catalog.toml"))
    return [str(one) for question in record["questions"] for one in _again(house, question)]


def grounds(record: Record, data: Path) -> list[str]:
    """Which of the files that the numbers rest on are gone or changed, each in a line."""
    listed = {data / "snapshots" / file["name"]: file["sha256"] for file in record["files"]}
    listed[data / "catalog.toml"] = record["catalog_sha256"]
    told = []
    for path, sha256 in listed.items():
        if not path.exists():
            told.append(f"{path.name}: is not here; it may have been merged into another one")
        elif checksum(path) != sha256:
            told.append(f"{path.name}: has another SHA-256 than the file says")
    if queries_checksum(QUERIES) != record["queries_sha256"]:
        told.append("queries: the SQL of the repository is not all what it was")
    return told


def _again(house: Warehouse, question: Record) -> Iterator[Difference]:
    """A question's own SQL is asked only where it is the repository's: no foreign SQL is run."""
    name, columns = question["name"], question["columns"]
    if not _ours(question):
        return
    try:
        now = house.ask(name, question["params"])
    except SnapshotError as error:
        yield Difference(name, (), "", "an answer", str(error))
        return
    rows = pd.DataFrame(question["rows"], columns=columns, dtype=object)
    again = pd.DataFrame(cells(now), columns=list(now.columns), dtype=object)
    yield from differing(name, house.question(name).key, rows, again)


def _other_sql(house: Warehouse, record: Record) -> Iterator[str]:
    for question in record["questions"]:
        if not _ours(question):
            yield f"{question['name']}: its SQL is not the repository's, and was not run"


def _ours(question: Record) -> bool:
    path = QUERIES / f"{Path(question['name']).name}.sql"
    return path.exists() and path.read_text("utf-8") == question["sql"]
