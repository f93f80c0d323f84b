"""Download estimates of other tools as claims, which stay estimates by their publisher."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.collect.checks.schemas import CLAIMS
from dashboard.collect.checks.validation import InvalidRowsError, Line, refuse_repeats, validate_rows
from dashboard.collect.imports.cells import Export, to_export_columns
from dashboard.collect.imports.mapping import Map
from dashboard.collect.imports.periods import last_day, whole_periods
from dashboard.domain.catalog import Catalog
from dashboard.warehouse.files import short_checksum

ALWAYS = {
    "qualifier": "estimate",
    "kind": "estimated",
    "days_stated": "",
    "rests_on": "",
    "platform_stated": "true",
    "scope_stated": "true",
    "approximate": "false",
    "core": "false",
    "conflict_id": "",
    "population": "",
    "note_en": "",
    "note_fr": "",
}


def read_estimates(
    path: Path, export: Export, plan: Map, catalog: Catalog, against: dict[str, Any], exported: date
) -> list[Line]:
    """The export as lines of milestones.csv; raises BadRows naming every bad cell.

    A period that had not ended before the day `exported` is no whole one.
    """
    cells = [line for line in export.lines if line.cells["value"] is not None]
    try:
        cells = whole_periods(cells, plan, exported)
        if not cells:
            raise InvalidRowsError(
                [Line(path, 1, {}).fault("-", "holds no number of an app of the catalogue")]
            )
        source_id, today = source(path, plan, against)["source_id"], str(against["now"].date())
        added = {"source_id": source_id, "recorded_on": today}
        lines = [_claim(line, plan, catalog, added) for line in cells]
        refuse_repeats(lines, ("claim_id",))
        validate_rows(lines, CLAIMS["milestones"], against)
    except InvalidRowsError as bad:
        raise to_export_columns(plan, bad) from bad
    return lines


def source(path: Path, plan: Map, against: dict[str, Any]) -> dict[str, str]:
    """The row of sources.csv that one export is: the tool's address with the file's checksum behind it."""
    export = f"export-{short_checksum(path)}"
    return {
        "source_id": f"{_slug(plan.publisher)[:24]}-{export}",
        "url": f"{plan.url}#{export}",
        "title": f"{plan.publisher}: {path.name}",
        "publisher": plan.publisher,
        "tier": "measured",
        "published_on": "",
        "recorded_on": str(against["now"].date()),
    }


def _claim(line: Line, plan: Map, catalog: Catalog, added: dict[str, str]) -> Line:
    cells = line.cells
    app = next(one.id for one in catalog.apps if cells["app"] in {one.id, *(s.id for s in one.stores)})
    start, end = _period(plan, cells["date"], cells["metric"])
    said = {
        "claim_id": _slug(f"{app}-{cells['platform']}-{cells['country']}-{end}-{added['source_id']}"),
        "app": app,
        "metric": cells["metric"],
        "value": str(cells["value"]),
        "unit": next((one.unit for one in catalog.metrics if one.id == cells["metric"]), "unknown"),
        "platform": cells["platform"],
        "scope": cells["country"],
        "period_start": start,
        "period_end": end,
        "stated_by": plan.publisher,
    }
    return Line(line.file, line.number, ALWAYS | said | added)


def _period(plan: Map, day: date, metric: str) -> tuple[str, str]:
    """First and last day, or the month; a running total has an end alone."""
    if plan.period == "month":
        start = end = day.strftime("%Y-%m")
    else:
        start, end = str(day), str(last_day(plan, day))
    return ("" if metric.endswith("_cumulative") else start), end


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9.+]+", "-", text.lower()).strip("-")
