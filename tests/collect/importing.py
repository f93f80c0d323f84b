"""Exports of a synthetic tool, taken as the command takes them."""

import csv
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from dashboard.collect.checks.validation import InvalidRowsError
from dashboard.collect.imports.command import import_export
from dashboard.collect.imports.mapping import read_map
from tests.helpers.datasets import COMMITTED, DATA, open_warehouse, vocabulary
from tests.helpers.files import file_claims
from tests.helpers.tables import Rows, view_rows

NOW = datetime(2026, 11, 27, 12)


def filled(folder: Path) -> Path:
    """A data folder with the catalogue and a claim of each kind."""
    file_claims(folder / "claims")
    shutil.copy(DATA / "catalog.toml", folder)
    return folder


def shipped(name: str, **changes: str) -> str:
    """The text of a map that the project ships, with a text replaced by another."""
    text = (COMMITTED / "imports" / f"{name}.toml").read_text("utf-8")
    for before, after in changes.items():
        assert before in text
        text = text.replace(before, after)
    return text


def taken(
    data: Path, content: str | bytes, plan: str, now: datetime = NOW, name: str = "synthetic.csv"
) -> str:
    """Take the content as a file by the map `plan`; what the command would say."""
    path, described = data.parent / name, data.parent / "synthetic.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    described.write_text(plan, "utf-8")
    return import_export(path, read_map(described), data, vocabulary(), now)


def refused(data: Path, content: str | bytes, plan: str, now: datetime = NOW) -> InvalidRowsError:
    """The refusal of the file; nothing of it is taken."""
    before = claims(data)
    with pytest.raises(InvalidRowsError) as bad:
        taken(data, content, plan, now)
    assert not (data / "snapshots").exists()
    assert claims(data) == before
    return bad.value


def places(data: Path, columns: str = "country, rank") -> Rows:
    return view_rows(open_warehouse(data), "chart_rows", columns)


def claims(data: Path) -> list[dict[str, str]]:
    with (data / "claims" / "milestones.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
