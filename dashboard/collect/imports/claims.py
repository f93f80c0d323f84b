"""data/claims/*.csv: what people reported, edited by hand, checked as one whole."""

from pathlib import Path
from typing import Any

from dashboard.collect.checks.schemas import CLAIMS
from dashboard.collect.checks.validation import Line, read_rows, refuse_repeats, refuse_unknown, validate_rows
from dashboard.collect.storage.writer import Ingest


def read_claims(folder: Path, against: dict[str, Any]) -> list[Ingest]:
    """All claim files of `folder`, sources first; raises InvalidRowsError if any of them is bad."""
    lines = {name: read_rows(folder / f"{name}.csv", model.model_fields) for name, model in CLAIMS.items()}
    _check_references(folder, lines)
    return [
        Ingest(name, validate_rows(lines[name], model, against), f"claims/{name}.csv")
        for name, model in CLAIMS.items()
    ]


def _check_references(folder: Path, lines: dict[str, list[Line]]) -> None:
    for rows in lines.values():
        refuse_repeats(rows, (next(iter(rows[0].cells)),))
    refuse_repeats(lines["sources"], ("url",))
    for column, holder in (("source_id", "sources"), ("conflict_id", "conflicts")):
        known = {line.cells[column] for line in lines[holder]}
        for name, rows in lines.items():
            if name != holder:
                refuse_unknown(rows, column, known, folder / f"{holder}.csv")
