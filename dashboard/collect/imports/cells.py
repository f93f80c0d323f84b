"""The cells of another tool's export in our words: one line a day, app and place."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.collect.checks.validation import Fault, InvalidRowsError, Line
from dashboard.collect.imports.cell_labels import LEFT_OUT, Words
from dashboard.collect.imports.mapping import NEEDED, Map
from dashboard.collect.imports.table import Table, read_table
from dashboard.domain.catalog import Catalog

# Columns of ours -> what a map calls them.
OURS = {
    "app_id": "app",
    "claim_id": "app",
    "observed_at": "date",
    "period_end": "date",
    "period_start": "date",
    "rank": "value",
    "scope": "country",
}


@dataclass(frozen=True)
class Export:
    """The content of an export: its wanted lines, and the words left out that the map does not list."""

    lines: list[Line]
    left_out: tuple[str, ...]

    def describe_left_out(self) -> str:
        """Return the words left out, as the end of a sentence."""
        return f"; left out: {', '.join(self.left_out)}" if self.left_out else ""


def read_cells(path: Path, plan: Map, catalog: Catalog) -> Export:
    """Every wanted cell of the export; raises InvalidRowsError naming each cell that cannot be parsed.

    `date` is a date, `at` its moment (UTC), `app` a catalogue code or store id, `value` a whole number or None where
    blank.
    """
    table, words = read_table(path, plan), Words(plan, catalog)
    wanted, faults, left_out = [], [], dict[str, None]()
    for raw in (one for row in table.lines for one in _unpivot(row, plan)):
        if (word := words.left_out(raw.cells)) is not None:
            left_out |= dict.fromkeys([word] if word != LEFT_OUT else [])
            continue
        cells: dict[str, Any] = {"named": words.text(raw.cells["app"])}
        for key in NEEDED[plan.kind]:
            try:
                cells |= words.cell(key, raw.cells[key])
            except ValueError as error:
                faults.append(_fault(raw, key, str(error), plan, table))
        wanted.append(Line(raw.file, raw.number, cells))
    if faults:
        raise InvalidRowsError(faults)
    return Export(wanted, tuple(left_out))


def _fault(raw: Line, key: str, reason: str, plan: Map, table: Table) -> Fault:
    """A fault where the export has it: of a heading in the header, of a wide cell below its heading."""
    if plan.wide and key == plan.wide.headings:
        return Fault(raw.file, table.header, raw.cells["heading"], reason)
    place = raw.cells.get("heading", "") if key == "value" else ""
    return raw.fault(place or plan.column(key), reason)


def to_export_columns(plan: Map, bad: InvalidRowsError) -> InvalidRowsError:
    """Return the faults with the columns of the export in place of ours."""
    located = [(one, plan.column(OURS.get(one.column, one.column))) for one in bad.faults]
    return InvalidRowsError([Fault(one.file, one.line, column, one.reason) for one, column in located])


def _unpivot(row: Line, plan: Map) -> Iterator[Line]:
    """A row of the file as one line, or as one for each of its wide columns."""
    common = plan.constants | {key: row.cells[column] for key, column in plan.columns.items()}
    if not plan.wide:
        yield Line(row.file, row.number, common)
        return
    aside = {*plan.columns.values(), *plan.wide.leave_out}
    for heading in (name for name in row.cells if name not in aside):
        cells = {plan.wide.headings: heading, "value": row.cells[heading], "heading": heading}
        yield Line(row.file, row.number, common | cells)
