"""Answers and queries as the file holds them, so that both can be compared letter by letter."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pandas as pd

FORMAT = "palmares-evidence-1"


def cells(answer: pd.DataFrame) -> list[list[Any]]:
    """The rows of an answer in JSON's own types; moments are UTC, what is missing is null."""
    text = answer.to_json(orient="values", date_format="iso", date_unit="s", double_precision=15)
    return list(json.loads(text))


def queries_checksum(folder: Path) -> str:
    """One SHA-256 over the names and bytes of all SQL files below `folder`."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*.sql")):
        whole.update(f"{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes())
    return whole.hexdigest()
