"""Take a CSV export of another tool by a map: rank histories into charts, estimates into claims."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from dashboard.catalog import Catalog, load
from dashboard.collect.check import context
from dashboard.collect.heads import now
from dashboard.collect.import_estimates import read_estimates, source
from dashboard.collect.import_filing import file_estimates
from dashboard.collect.import_map import Map, read_map
from dashboard.collect.import_ranks import read_ranks
from dashboard.collect.saying import console
from dashboard.collect.snapshots import store


def take(path: Path, plan: Map, data: Path, catalog: Catalog, now: datetime) -> str:
    """Take the export `path` and say what came of it; raises BadRows where any cell is bad."""
    against = context(catalog, now)
    if plan.kind == "ranks":
        ingest = read_ranks(path, plan, catalog, against)
        written = store(data / "snapshots", ingest, now)
        told = f"new snapshot {written.name}" if written else "nothing new"
        return f"charts: {len(ingest.rows)} places of chosen apps checked, {told}"
    claims = read_estimates(path, plan, catalog, against)
    added = file_estimates(data / "claims", claims, source(path, plan, against), against)
    told = f"{added} added to milestones.csv: read the difference, then run `make claims`"
    return f"claims: {len(claims)} estimates checked, {told if added else 'nothing new'}"


def add_to(commands: Any) -> None:
    """The command `import`."""
    parser = commands.add_parser("import", help="take a CSV export of another tool, read by a map")
    parser.add_argument("file", type=Path, help="rank histories or download estimates")
    parser.add_argument("--map", type=Path, required=True, help="a TOML as in data/imports")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, data: Path) -> int:
    """Take the export and say so; returns 0, or raises BadRows, CatalogError or SnapshotError."""
    told = take(chosen.file, read_map(chosen.map), data, load(data / "catalog.toml"), now())
    console().print(told)
    return 0
