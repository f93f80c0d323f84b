"""Rank histories of other tools as readings of chosen apps."""

from datetime import date
from pathlib import Path
from typing import Any

from dashboard.collect.checks.schemas import OBSERVATIONS
from dashboard.collect.checks.validation import InvalidRowsError, Line, refuse_repeats, validate_rows
from dashboard.collect.imports.cells import Export, to_export_columns
from dashboard.collect.imports.mapping import Map
from dashboard.collect.storage.writer import Ingest
from dashboard.domain.catalog import Catalog
from dashboard.warehouse.files import short_checksum

READING = ("store", "country", "device", "chart", "category", "observed_at")


def read_ranks(path: Path, export: Export, plan: Map, catalog: Catalog, against: dict[str, Any]) -> Ingest:
    """The export as rows of charts, of the scope `chosen`; raises InvalidRowsError naming every bad cell."""
    cells = [line for line in export.lines if _tells(line, plan)]
    if not cells:
        raise InvalidRowsError([Line(path, 1, {}).fault("-", "holds no place of an app of the catalogue")])
    source = f"{plan.collection or plan.publisher}@{short_checksum(path)}"
    try:
        lines = _places(cells, {"source": source, "time_precision": plan.file.precision}, catalog)
        _state_depth(lines, plan.depth)
        refuse_repeats(lines, (*READING, "app_id"))
        refuse_repeats([line for line in lines if line.cells["rank"]], (*READING, "rank"))
        rows = validate_rows(lines, OBSERVATIONS["charts"], against)
    except InvalidRowsError as bad:
        raise to_export_columns(plan, bad) from bad
    return Ingest("charts", rows, f"imports/{path.name}")


def _tells(line: Line, plan: Map) -> bool:
    """True where a cell is not blank, or the map defines a blank as below the cut-off."""
    return line.cells["value"] is not None or plan.blank_means == "below"


def _places(cells: list[Line], added: dict[str, str], catalog: Catalog) -> list[Line]:
    lines, faults = [], []
    for line in cells:
        ids = _ids_on(line, catalog)
        if len(ids) == 1:
            lines.append(_place(line, added, ids[0], catalog))
        else:
            said, store, day = (line.cells[key] for key in ("app", "store", "date"))
            told = f"{said!r} has {len(ids) or 'no'} ids in {store!r} on {day}"
            faults.append(line.fault("app", f"{told}; name one of them in [values.app]" if ids else told))
    if faults:
        raise InvalidRowsError(faults)
    return lines


def _place(line: Line, added: dict[str, str], app_id: str, catalog: Catalog) -> Line:
    told = {key: line.cells[key] for key in ("store", "country", "device", "chart", "category")}
    app = next(app for app in catalog.apps for one in app.stores if one.id == app_id)
    name = line.cells["named"]
    return Line(
        line.file,
        line.number,
        told
        | added
        | {
            "observed_at": line.cells["at"],
            "scope": "chosen",
            "rank": line.cells["value"],
            "app_id": app_id,
            "app_name": app.name if name in (app_id, app.id) else name,
        },
    )


def _ids_on(line: Line, catalog: Catalog) -> list[str]:
    """The ids in the line's store that mean its app on its day; one that is named by its id is that."""
    said, store, day = (line.cells[key] for key in ("app", "store", "date"))
    return [
        one.id
        for app in catalog.apps
        for one in app.stores
        if one.store == store and said in (app.id, one.id) and _within(day, one.since, one.until)
    ]


def _within(day: date, since: date | None, until: date | None) -> bool:
    return (since or day) <= day <= (until or day)


def _state_depth(lines: list[Line], stated: int | None) -> None:
    """The depth that the tool states, else the greatest place of each reading."""
    deepest: dict[tuple[Any, ...], int] = {}
    for line in lines:
        key = tuple(line.cells[column] for column in READING)
        deepest[key] = max(deepest.get(key, 1), line.cells["rank"] or 1)
    for line in lines:
        line.cells["depth"] = stated or deepest[tuple(line.cells[column] for column in READING)]
