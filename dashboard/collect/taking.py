"""The commands `claims` and `observations`: files of rows that become snapshots."""

import argparse
from pathlib import Path
from typing import Any

from dashboard.catalog import load
from dashboard.collect import report
from dashboard.collect.check import context
from dashboard.collect.claims import read_claims
from dashboard.collect.heads import now
from dashboard.collect.observations import read_observations
from dashboard.collect.publish import publish
from dashboard.collect.saying import console
from dashboard.collect.snapshots import Ingest, refuse_damage, store
from dashboard.settings import read

READERS = {"claims": read_claims, "observations": read_observations}


def add_to(commands: Any) -> None:
    """Both commands."""
    claims = commands.add_parser("claims", help="check the claims and write what changed into a snapshot")
    claims.add_argument("folder", nargs="?", type=Path, help="default: the data folder's claims/")
    told = "take readings that others recorded, from a folder of CSV files"
    seen = commands.add_parser("observations", help=told)
    seen.add_argument("folder", type=Path)
    for parser in (claims, seen):
        parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, data: Path) -> int:
    """Check every row, store what is new and say so; returns 0, or 1 without the feeds, or raises what stopped it."""
    moment, out = now(), console()
    with out.status("Reading and checking"):
        catalog = load(data / "catalog.toml")
        against = context(catalog, moment)
        ingests = READERS[chosen.what](chosen.folder or data / "claims", against)
    refuse_damage(data / "snapshots", [ingest.dataset for ingest in ingests])
    for ingest in ingests:
        out.print(_report(ingest, store(data / "snapshots", ingest, moment)))
    return report.ALL_WELL if publish(data, read(), catalog, out) else report.PARTLY


def _report(ingest: Ingest, written: Path | None) -> str:
    told = f"new snapshot {written.name}" if written else "nothing new"
    return f"{ingest.dataset}: {len(ingest.rows)} rows checked, {told}"
