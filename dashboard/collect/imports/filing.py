"""Append estimates to data/claims: checked as a whole before anything is replaced, and never twice."""

import csv
import io
import shutil
import tempfile
from pathlib import Path
from typing import Any

from dashboard.collect.checks.schemas import CLAIMS
from dashboard.collect.checks.validation import Fault, InvalidRowsError, Line, read_rows
from dashboard.collect.imports.claims import read_claims
from dashboard.warehouse.files import replace_durably

STATEMENT = ("app", "metric", "platform", "scope", "period_start", "period_end", "stated_by")


def append_claims(folder: Path, claims: list[Line], source: dict[str, str], against: dict[str, Any]) -> int:
    """Append what is not filed yet to milestones.csv and sources.csv of `folder`; how many claims.

    Raises BadRows where the claims as a whole would then be bad; nothing is replaced in that case.
    """
    filed = {_statement(line.cells) for line in read_rows(folder / "milestones.csv", STATEMENT)}
    new = [line.cells for line in claims if _statement(line.cells) not in filed]
    if not new:
        return 0
    known = {line.cells["source_id"] for line in read_rows(folder / "sources.csv", ["source_id"])}
    for left in folder.glob(".import-*"):
        shutil.rmtree(left)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".import-") as made:
        beside = Path(made)
        for name in CLAIMS:
            shutil.copy(folder / f"{name}.csv", beside)
        _append(beside / "sources.csv", [] if source["source_id"] in known else [source])
        _append(beside / "milestones.csv", new)
        _check(folder, beside, against)
        for name in ("sources", "milestones"):  # a source without claims is sound, the reverse is not
            replace_durably(beside / f"{name}.csv", folder / f"{name}.csv")
    return len(new)


def _statement(cells: dict[str, Any]) -> tuple[Any, ...]:
    """What a claim says, whichever export it was read in; a figure revised since is another statement."""
    try:
        value: Any = float(cells["value"])
    except ValueError:
        value = cells["value"]
    return (*(cells[column] for column in STATEMENT), value)


def _append(path: Path, rows: list[dict[str, Any]]) -> None:
    """Add rows behind what stands, which stays byte for byte."""
    before = path.read_bytes().decode("utf-8")
    end = "\r\n" if "\r\n" in before else "\n"
    added = io.StringIO()
    header = next(csv.reader([before.splitlines()[0]]))
    csv.DictWriter(added, header, lineterminator=end).writerows(rows)
    whole = before if before.endswith(end) else before + end
    path.write_bytes((whole + added.getvalue()).encode("utf-8"))


def _check(folder: Path, beside: Path, against: dict[str, Any]) -> None:
    try:
        read_claims(beside, against)
    except InvalidRowsError as bad:
        faults = [Fault(folder / one.file.name, one.line, one.column, one.reason) for one in bad.faults]
        raise InvalidRowsError(faults) from bad
