"""Read the CSV of another tool: the rows below its header, on whichever line that is."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.collect.checks.validation import Fault, InvalidRowsError, Line
from dashboard.collect.imports.mapping import Map

FIRST_LINES = 50  # among which the header stands
_SEPARATOR = "sep="


@dataclass(frozen=True)
class Row:
    """One row of the file as it stands."""

    number: int  # of its line, or of its last one
    cells: list[str]


@dataclass(frozen=True)
class Table:
    """The header's line, and every row below it by heading."""

    header: int
    lines: list[Line]


def read_table(path: Path, plan: Map) -> Table:
    """Read the export; raises InvalidRowsError where it cannot be read, or lacks a column that the map names."""
    needed = list(plan.columns.values())
    try:
        with path.open(encoding=plan.file.encoding, newline="") as stream:
            rows = list(_rows(stream.read().removeprefix("\ufeff"), plan.file.delimiter))
    except (OSError, LookupError, UnicodeError, csv.Error) as error:
        raise InvalidRowsError([Fault(path, 1, "-", f"cannot be read: {error}")]) from error
    if not rows:
        raise InvalidRowsError([Fault(path, 1, "-", "holds no rows")])
    header = _header(rows, needed, plan.file.header_line)
    below = [row for row in rows if row.number > header.number]
    columns, width = _columns(path, header, needed, below), len(header.cells)
    lines = [_line(path, columns, width, row) for row in below if any(cell.strip() for cell in row.cells)]
    if not lines:
        raise InvalidRowsError([Fault(path, header.number, "-", "holds no rows below its header")])
    return Table(header.number, lines)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """Every row that is not empty; a first line `sep=;` says what stands between cells."""
    first, end, rest = text.partition("\n")
    told = first.strip().strip('"')
    if told.lower().startswith(_SEPARATOR) and len(told) == len(_SEPARATOR) + 1:
        delimiter, text = told[-1], end + rest
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for cells in reader:
        if cells:
            yield Row(reader.line_num, cells)


def _header(rows: list[Row], needed: list[str], line: int | None) -> Row:
    """The row on the line that the map names, else the first with every needed column, else the likeliest."""
    if line is not None:
        return next((row for row in rows if row.number == line), rows[0])
    return max(rows[:FIRST_LINES], key=lambda row: len({*needed} & {*map(plain, row.cells)}))


def plain(text: str) -> str:
    """A text without the blanks around it, and with single spaces within, of whatever width they were."""
    return " ".join(text.replace("\ufeff", "").split())


def _columns(path: Path, header: Row, needed: list[str], below: list[Row]) -> dict[str, int]:
    """Each heading with its place; a blank one over blank cells names nothing. Raises InvalidRowsError where one is amiss."""
    headings = [plain(cell) for cell in header.cells]
    used = [at for at, heading in enumerate(headings) if heading or not _blank(below, at)]
    there = Counter(headings[at] for at in used)
    faults = [Fault(path, header.number, one, "is missing from the header") for one in {*needed} - {*there}]
    twice = [one for one, times in there.items() if times > 1]
    faults += [Fault(path, header.number, one or "-", "stands twice in the header") for one in twice]
    if faults:
        raise InvalidRowsError(sorted(faults, key=str))
    return {headings[at]: at for at in used}


def _blank(below: list[Row], column: int) -> bool:
    return not any(cell.strip() for row in below for cell in row.cells[column : column + 1])


def _line(path: Path, columns: dict[str, int], width: int, row: Row) -> Line:
    """One row by heading; raises InvalidRowsError where it has other cells than the header."""
    if len(row.cells) < width or any(cell.strip() for cell in row.cells[width:]):
        raise InvalidRowsError([Fault(path, row.number, "-", "has more or fewer cells than the header")])
    return Line(path, row.number, {heading: row.cells[at] for heading, at in columns.items()})
