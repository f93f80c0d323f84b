"""The cells of another tool's export in our words: one line a day, app and place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

from dashboard.catalog import Catalog
from dashboard.collect.check import BadRows, Fault, Line, read_rows
from dashboard.collect.import_map import NEEDED, Map

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
LEFT_OUT = ""  # what the map's [values] say of an app, a country or a category that is not wanted


def read_cells(path: Path, plan: Map, catalog: Catalog) -> list[Line]:
    """Every wanted cell of the export; raises BadRows naming each cell that cannot be told.

    `date` is a date, `app` a catalogue code or store id, `value` a whole number or None where blank.
    """
    layout = {"encoding": plan.file.encoding, "delimiter": plan.file.delimiter}
    rows = read_rows(path, plan.columns.values(), **layout)
    told, faults = [], []
    for line in (one for row in rows for one in _melted(row, plan)):
        try:
            told.append(_Words(plan, catalog).line(line))
        except _Unknown as unknown:
            faults.append(line.fault(unknown.column, unknown.reason))
    if faults:
        raise BadRows(faults)
    return [line for line in told if LEFT_OUT not in line.cells.values()]


def in_their_words(plan: Map, bad: BadRows) -> BadRows:
    """Faults of our columns, told by the columns of the export."""
    told = [(one, plan.column(OURS.get(one.column, one.column))) for one in bad.faults]
    return BadRows([Fault(one.file, one.line, column, one.reason) for one, column in told])


def _melted(row: Line, plan: Map) -> Iterator[Line]:
    """A row of the file as one line, or as one for each of its wide columns."""
    common = plan.constants | {key: row.cells[column] for key, column in plan.columns.items()}
    if not plan.wide:
        yield Line(row.file, row.number, common)
        return
    aside = {*plan.columns.values(), *plan.wide.leave_out}
    for heading in (name for name in row.cells if name not in aside):
        cells = {plan.wide.headings: heading, "value": row.cells[heading], "heading": heading}
        yield Line(row.file, row.number, common | cells)


@dataclass
class _Unknown(Exception):
    column: str
    reason: str


@dataclass(frozen=True)
class _Words:
    """Turns one line's raw cells into ours."""

    plan: Map
    catalog: Catalog

    def line(self, raw: Line) -> Line:
        readers: dict[str, Callable[[str], Any]] = {
            "date": self._date,
            "value": self._value,
            "country": self._country,
            "app": self._app,
        }
        cells: dict[str, Any] = {"named": raw.cells["app"].strip()}
        for key in NEEDED[self.plan.kind]:
            text = str(raw.cells[key]).strip()
            renamed = self.plan.values.get(key, {})
            try:
                if text == "" and key != "value" and text not in renamed:
                    raise ValueError("is blank")
                cells[key] = readers.get(key, str)(renamed.get(text, text))
            except ValueError as error:
                place = raw.cells.get("heading", "") if key == "value" else ""
                raise _Unknown(place or self.plan.column(key), str(error)) from error
        return Line(raw.file, raw.number, cells)

    def _date(self, text: str) -> Any:
        try:
            return datetime.strptime(text, self.plan.file.date_format).date()
        except ValueError as error:
            raise ValueError(f"{text!r} is no date of the form {self.plan.file.date_format}") from error

    def _value(self, text: str) -> int | None:
        if text in self.plan.file.blanks:
            return None
        digits = text.replace(self.plan.file.thousands, "") if self.plan.file.thousands else text
        if not (digits.isascii() and digits.isdigit()):
            raise ValueError(f"{text!r} is no whole number")
        return int(digits)

    def _country(self, text: str) -> str:
        code = text.casefold()
        return _countries().get(code, code)

    def _app(self, text: str) -> str:
        """A catalogue code, or a store's id as it is: which app that means depends on the day."""
        known = _apps(self.catalog)
        if text != LEFT_OUT and text.casefold() not in known:
            raise ValueError(
                f'{text!r} names no app of the catalogue; say in [values.app] which it is, or ""'
            )
        return known.get(text.casefold(), LEFT_OUT)


@cache
def _countries() -> dict[str, str]:
    """Names of countries in English and French -> ISO code, lower case."""
    return {
        name.casefold(): code.lower()
        for language in ("en", "fr")
        for code, name in Locale(language).territories.items()
        if len(code) == len("fr") and code.isalpha()
    }


def _apps(catalog: Catalog) -> dict[str, str]:
    """Codes, names and former names of apps -> code; a store's id -> itself."""
    known: dict[str, str] = {}
    for app in catalog.apps:
        names = [app.id, app.name, app.name_fr, *(renamed.to for renamed in app.renamed)]
        known |= {name.casefold(): app.id for name in names if name}
        known |= {store.id.casefold(): store.id for store in app.stores}
    return known
