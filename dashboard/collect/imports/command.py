"""Take a CSV export of another tool by a map: rank histories into charts, estimates into claims."""

from datetime import date, datetime
from pathlib import Path

from dashboard.collect.checks.validation import validation_context
from dashboard.collect.imports.cells import read_cells
from dashboard.collect.imports.estimates import append_claims, read_estimates, source
from dashboard.collect.imports.mapping import Map
from dashboard.collect.imports.periods import exported_on
from dashboard.collect.imports.ranks import read_ranks
from dashboard.collect.storage.writer import write_snapshot
from dashboard.domain.catalog import Catalog


def import_export(
    path: Path, plan: Map, data: Path, catalog: Catalog, now: datetime, exported: date | None = None
) -> str:
    """Take the export `path` and say what came of it; raises InvalidRowsError where any cell is bad.

    `exported` is the day on which the tool wrote it; None: the latest that it can be.
    """
    against, export = validation_context(catalog, now), read_cells(path, plan, catalog)
    if plan.kind == "ranks":
        ingest = read_ranks(path, export, plan, catalog, against)
        written = write_snapshot(data / "snapshots", ingest, now)
        told = f"new snapshot {written.name}" if written else "nothing new"
        return f"charts: {len(ingest.rows)} places of chosen apps checked, {told}{export.describe_left_out()}"
    claims = read_estimates(path, export, plan, catalog, against, exported or exported_on(path, now))
    added = append_claims(data / "claims", claims, source(path, plan, against), against)
    told = f"{added} added to milestones.csv: read the difference, then run `make claims`"
    return f"claims: {len(claims)} estimates checked, {told if added else 'nothing new'}{export.describe_left_out()}"
