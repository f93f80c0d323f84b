"""`python -m dashboard.collect`: what comes into data/snapshots, and how."""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from dashboard.catalog import CatalogError, load
from dashboard.collect.check import BadRows, context
from dashboard.collect.claims import read_claims
from dashboard.collect.observations import read_observations
from dashboard.collect.snapshots import Ingest, refuse_damage, store
from dashboard.snapshot_files import SnapshotError

EPILOG = "PALMARES_DATA names the data folder (default: data)."


def main(words: list[str] | None = None) -> int:
    """Run one command; returns 0 when all went well, 2 when nothing was taken."""
    chosen = _parser().parse_args(words)
    data = Path(os.environ.get("PALMARES_DATA", "data"))
    try:
        _take(chosen, data)
    except (BadRows, CatalogError, SnapshotError) as error:
        Console(stderr=True, soft_wrap=True, markup=False, highlight=False).print(
            f"Nothing was taken.\n{error}"
        )
        return 2
    return 0


def _take(chosen: argparse.Namespace, data: Path) -> None:
    now = datetime.now(UTC).replace(tzinfo=None)
    console = Console(soft_wrap=True, markup=False, highlight=False)
    with console.status("Reading and checking"):
        against = context(load(data / "catalog.toml"), now)
        read = {"claims": read_claims, "observations": read_observations}[chosen.what]
        ingests = read(chosen.folder or data / "claims", against)
    refuse_damage(data / "snapshots", [ingest.dataset for ingest in ingests])
    for ingest in ingests:
        console.print(_report(ingest, store(data / "snapshots", ingest, now)))


def _report(ingest: Ingest, written: Path | None) -> str:
    told = f"new snapshot {written.name}" if written else "nothing new"
    return f"{ingest.dataset}: {len(ingest.rows)} rows checked, {told}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard.collect", description=__doc__, epilog=EPILOG)
    commands = parser.add_subparsers(dest="what", required=True)
    claims = commands.add_parser("claims", help="check the claims and write what changed into a snapshot")
    claims.add_argument("folder", nargs="?", type=Path, help="default: the data folder's claims/")
    seen = commands.add_parser(
        "observations", help="take readings that others recorded, from a folder of CSV files"
    )
    seen.add_argument("folder", type=Path)
    return parser


if __name__ == "__main__":
    sys.exit(main())
