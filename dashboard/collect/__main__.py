"""`python -m dashboard.collect`: what comes into data/snapshots, and how."""

import argparse
import sys
from functools import partial
from pathlib import Path

import duckdb
from rich.console import Console

from dashboard.catalog import CatalogError, load
from dashboard.collect import report
from dashboard.collect.check import BadRows, context
from dashboard.collect.claims import read_claims
from dashboard.collect.heads import now
from dashboard.collect.lock import Busy, locked
from dashboard.collect.observations import read_observations
from dashboard.collect.plan import KINDS
from dashboard.collect.run import Collector
from dashboard.collect.settings import Settings, SettingsError, described, read
from dashboard.collect.snapshots import Ingest, refuse_damage, store
from dashboard.collect.watch import watch
from dashboard.snapshot_files import SnapshotError

READERS = {"claims": read_claims, "observations": read_observations}
# What may stop a command, each with a message that says what to do.
STOPS = (BadRows, Busy, CatalogError, SettingsError, SnapshotError, OSError, duckdb.Error)


def main(words: list[str] | None = None) -> int:
    """Run one command; returns 0 when all went well, 1 when a part did, 2 when nothing was taken."""
    chosen = _parser().parse_args(words)
    try:
        settings = read()
        if chosen.what == "run" and chosen.watch:
            watch(partial(_guarded, chosen, settings), chosen.every, _console())
        return _command(chosen, settings)
    except STOPS as error:
        return _stopped(error)


def _guarded(chosen: argparse.Namespace, settings: Settings) -> int:
    try:
        return _command(chosen, settings)
    except STOPS as error:
        return _stopped(error)


def _stopped(error: Exception) -> int:
    Console(stderr=True, soft_wrap=True, markup=False, highlight=False).print(f"Nothing was taken.\n{error}")
    return report.NOTHING


def _command(chosen: argparse.Namespace, settings: Settings) -> int:
    with locked(settings.data):
        if chosen.what == "run":
            return _run(chosen, settings)
        _take(chosen, settings.data)
    return report.ALL_WELL


def _run(chosen: argparse.Namespace, settings: Settings) -> int:
    catalog = load(settings.data / "catalog.toml")
    unknown = sorted(set(chosen.country) - set(catalog.storefronts))
    if unknown:
        raise SettingsError(f"--country {unknown[0]}: not among the catalogue's storefronts")
    judged = Collector(settings, catalog, _console()).run(chosen.country, chosen.only or KINDS)
    report.tell(_console(), judged)
    return report.code(judged)


def _take(chosen: argparse.Namespace, data: Path) -> None:
    moment, console = now(), _console()
    with console.status("Reading and checking"):
        against = context(load(data / "catalog.toml"), moment)
        ingests = READERS[chosen.what](chosen.folder or data / "claims", against)
    refuse_damage(data / "snapshots", [ingest.dataset for ingest in ingests])
    for ingest in ingests:
        console.print(_report(ingest, store(data / "snapshots", ingest, moment)))


def _report(ingest: Ingest, written: Path | None) -> str:
    told = f"new snapshot {written.name}" if written else "nothing new"
    return f"{ingest.dataset}: {len(ingest.rows)} rows checked, {told}"


def _console() -> Console:
    return Console(soft_wrap=True, markup=False, highlight=False)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard.collect",
        description=__doc__,
        epilog=described(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="what", required=True)
    run = commands.add_parser("run", help="read the stores' charts and listings, and Wikipedia's page views")
    run.add_argument("--country", action="append", default=[], help="only this storefront; may be repeated")
    run.add_argument("--only", action="append", choices=KINDS, help="only this kind; may be repeated")
    run.add_argument("--watch", action="store_true", help="run again and again, until stopped")
    run.add_argument("--every", type=float, default=24, help="hours between runs (--watch)")
    claims = commands.add_parser("claims", help="check the claims and write what changed into a snapshot")
    claims.add_argument("folder", nargs="?", type=Path, help="default: the data folder's claims/")
    seen = commands.add_parser(
        "observations", help="take readings that others recorded, from a folder of CSV files"
    )
    seen.add_argument("folder", type=Path)
    return parser


if __name__ == "__main__":
    sys.exit(main())
