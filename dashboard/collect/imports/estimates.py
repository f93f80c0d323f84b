"""Download estimates of other tools as claims, which stay estimates by their publisher."""

import csv
import io
import re
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.collect.checks.schemas import CLAIMS
from dashboard.collect.checks.validation import (
    Fault,
    InvalidRowsError,
    Line,
    read_rows,
    refuse_repeats,
    validate_rows,
)
from dashboard.collect.imports.cells import Export, to_export_columns
from dashboard.collect.imports.claims import read_claims
from dashboard.collect.imports.mapping import Map
from dashboard.collect.imports.periods import last_day, whole_periods
from dashboard.domain.catalog import Catalog
from dashboard.warehouse.files import replace_durably, short_checksum

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
    """The export as lines of milestones.csv; raises InvalidRowsError naming every bad cell.

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


STATEMENT = ("app", "metric", "platform", "scope", "period_start", "period_end", "stated_by")


def append_claims(folder: Path, claims: list[Line], source: dict[str, str], against: dict[str, Any]) -> int:
    """Append what is not filed yet to milestones.csv and sources.csv of `folder`; how many claims.

    Raises InvalidRowsError where the claims as a whole would then be bad; nothing is replaced in that case.
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
    """The key of a claim's content, whichever export it was read in; a figure revised since is another statement."""
    try:
        value: Any = float(cells["value"])
    except ValueError:
        value = cells["value"]
    return (*(cells[column] for column in STATEMENT), value)


def _append(path: Path, rows: list[dict[str, Any]]) -> None:
    """Add rows behind the existing ones, which stay byte for byte."""
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
