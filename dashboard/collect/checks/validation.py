"""Validate the rows of a file: typed rows, or a list of all faults.

All or nothing: validate_rows returns all rows or raises InvalidRowsError.
"""

import csv
import gzip
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dashboard.collect.checks.fields import Row
from dashboard.domain.catalog import Catalog
from dashboard.domain.clock import utc_now
from dashboard.domain.text_cleaning import clean_json

SHOWN = 20
FOUND = 100  # characters of a bad value that are repeated
LINES = 5


@dataclass(frozen=True)
class Fault:
    """One thing wrong, where a reader finds it: line 1 is the header."""

    file: Path
    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, column {self.column}: {self.reason}"


class InvalidRowsError(ValueError):
    """A file was refused; `faults` holds every reason."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = list(dict.fromkeys(faults))
        alike: dict[tuple[Path, str, str], list[Fault]] = {}
        for fault in self.faults:  # one fault on many lines hides no other
            alike.setdefault((fault.file, fault.column, fault.reason), []).append(fault)
        named = [f"{first}{_describe_rest(rest)}" for first, *rest in alike.values()]
        more = [f"... and {len(named) - SHOWN} more"] if len(named) > SHOWN else []
        super().__init__("\n".join(named[:SHOWN] + more))


def _describe_rest(alike: list[Fault]) -> str:
    """Describe how often the same fault is repeated, and on which lines first."""
    lines = ", ".join(str(fault.line) for fault in alike[:LINES])
    return (
        f" (and {len(alike)} more like it: line {lines}{' …' if len(alike) > LINES else ''})" if alike else ""
    )


@dataclass(frozen=True)
class Line:
    """A raw row with the place it came from."""

    file: Path
    number: int
    cells: dict[str, Any]

    def fault(self, column: str, reason: str) -> Fault:
        return Fault(self.file, self.number, column, reason)


def read_csv(
    path: Path, needed: Iterable[str] = (), encoding: str = "utf-8", delimiter: str = ","
) -> Iterator[Line]:
    """The rows of a CSV file, plain or gzipped; raises InvalidRowsError where it cannot be read or lacks a column."""
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding=encoding, newline="") as stream:
            reader = csv.DictReader(stream, delimiter=delimiter)
            if reader.fieldnames:
                _refuse_header(path, needed, reader.fieldnames)
            for cells in reader:
                yield Line(path, reader.line_num, _check_cell_count(path, reader.line_num, cells))
    except (OSError, EOFError, LookupError, UnicodeError, csv.Error) as error:
        raise InvalidRowsError([Fault(path, 1, "-", f"cannot be read: {error}")]) from error


def read_rows(path: Path, needed: Iterable[str], **layout: str) -> list[Line]:
    """As read_csv, of a file that may not be empty."""
    lines = list(read_csv(path, needed, **layout))
    if not lines:
        raise InvalidRowsError(
            [Fault(path, 1, "-", "holds no rows; put the file back or leave one row in it")]
        )
    return lines


def _refuse_header(path: Path, needed: Iterable[str], there: Iterable[str]) -> None:
    faults = [Fault(path, 1, column, "is missing from the header") for column in {*needed} - {*there}]
    twice = [column for column, times in Counter(there).items() if times > 1]
    faults += [Fault(path, 1, column, "stands twice in the header") for column in twice]
    if faults:
        raise InvalidRowsError(sorted(faults, key=str))


def _check_cell_count(path: Path, number: int, cells: dict[Any, Any]) -> dict[str, Any]:
    if None in cells or None in cells.values():
        raise InvalidRowsError([Fault(path, number, "-", "has more or fewer cells than the header")])
    return cells


def validation_context(catalog: Catalog, now: datetime | None = None) -> dict[str, Any]:
    """The context that rows are validated against: the catalogue's codes and the moment of the ingest (UTC)."""
    terms = ("apps", "stores", "charts", "categories", "metrics", "features")
    codes = {kind: {term.id for term in getattr(catalog, kind)} for kind in terms}
    codes["storefronts"] = set(catalog.storefronts)
    codes["scopes"] = {*catalog.storefronts, *catalog.areas}
    return {"known": codes, "now": now or utc_now()}


def validate_rows(lines: Iterable[Line], model: type[Row], against: dict[str, Any]) -> list[Row]:
    """Every line as a `model`; raises InvalidRowsError naming file, line, column and reason."""
    rows, faults = sift(lines, model, against)
    if faults:
        raise InvalidRowsError(faults)
    return rows


def sift(lines: Iterable[Line], model: type[Row], against: dict[str, Any]) -> tuple[list[Row], list[Fault]]:
    """Return the lines that are valid as `model`, and all faults of the rest."""
    rows: list[Row] = []
    faults: list[Fault] = []
    for line in lines:
        try:
            rows.append(model.model_validate(line.cells, context=against))
        except ValidationError as error:
            faults += [line.fault(_column(e["loc"]), _reason(e)) for e in error.errors()]
    return rows, faults


def _column(location: tuple[int | str, ...]) -> str:
    return str(location[0]) if location else "-"


def _reason(error: Any) -> str:
    message = str(error["msg"]).removeprefix("Value error, ")
    if "in the future" in message or isinstance(error["input"], dict):
        return message
    return f"{message} (found {clean_json(error['input'], FOUND)})"


def refuse_repeats(lines: list[Line], columns: tuple[str, ...]) -> None:
    """Raise InvalidRowsError where two lines agree in all of `columns`."""
    seen = Counter(tuple(line.cells[c] for c in columns) for line in lines)
    faults = [
        line.fault(columns[-1], f"{line.cells[columns[-1]]!r} stands {times} times where it may stand once")
        for line in lines
        if (times := seen[tuple(line.cells[c] for c in columns)]) > 1
    ]
    if faults:
        raise InvalidRowsError(faults)


def refuse_unknown(lines: list[Line], column: str, known: set[str], where: Path) -> None:
    """Raise InvalidRowsError where a line names an id in `column` that `where` does not hold."""
    faults = [
        line.fault(column, f"{line.cells[column]!r} is not in {where.name}")
        for line in lines
        if line.cells.get(column) and line.cells[column] not in known
    ]
    if faults:
        raise InvalidRowsError(faults)
