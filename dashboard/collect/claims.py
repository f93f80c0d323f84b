"""data/claims/*.csv: what people reported, edited by hand, checked as one whole."""

from pathlib import Path
from typing import Any

from dashboard.collect.check import BadRows, Fault, Line, read_csv, refuse_repeats, refuse_unknown, typed
from dashboard.collect.rows import CLAIMS
from dashboard.collect.snapshots import Ingest


def read_claims(folder: Path, against: dict[str, Any]) -> list[Ingest]:
    """All claim files of `folder`, sources first; raises BadRows if any of them is bad."""
    lines = {name: _read(folder / f"{name}.csv") for name in CLAIMS}
    _check_references(folder, lines)
    return [
        Ingest(name, typed(lines[name], model, against), f"claims/{name}.csv")
        for name, model in CLAIMS.items()
    ]


def _read(path: Path) -> list[Line]:
    lines = list(read_csv(path))
    if not lines:
        raise BadRows([Fault(path, 1, "-", "holds no rows; put the file back or leave one row in it")])
    return lines


def _check_references(folder: Path, lines: dict[str, list[Line]]) -> None:
    for rows in lines.values():
        refuse_repeats(rows, (next(iter(rows[0].cells)),))
    refuse_repeats(lines["sources"], ("url",))
    for column, holder in (("source_id", "sources"), ("conflict_id", "conflicts")):
        known = {line.cells[column] for line in lines[holder]}
        for name, rows in lines.items():
            if name != holder:
                refuse_unknown(rows, column, known, folder / f"{holder}.csv")
