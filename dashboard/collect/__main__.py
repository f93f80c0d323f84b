"""`python -m dashboard.collect`: the commands that write into the data folder, and the one that checks it."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from types import FrameType

import click
import duckdb

from dashboard.collect.checks.validation import InvalidRowsError, validation_context
from dashboard.collect.console import ALL_WELL, NOTHING, PARTLY, console, exit_code, print_report
from dashboard.collect.feeds.update import update_feeds
from dashboard.collect.imports import command
from dashboard.collect.imports.claims import read_claims
from dashboard.collect.imports.mapping import read_map
from dashboard.collect.imports.observations import read_observations
from dashboard.collect.lock import LockedError, locked
from dashboard.collect.plan import KINDS
from dashboard.collect.run import Collector
from dashboard.collect.schedule import watch
from dashboard.collect.storage import compact, rollup_files, verify
from dashboard.collect.storage.writer import Ingest, raise_if_damaged, write_snapshot
from dashboard.domain.catalog import CatalogError, load_catalog
from dashboard.domain.clock import utc_now
from dashboard.domain.settings import SettingsError, describe_settings, load_settings
from dashboard.warehouse.folder import NoDataError, require_data
from dashboard.warehouse.snapshots import SnapshotError

# What may stop a command, each with a message that says what to do.
STOPS = (InvalidRowsError, LockedError, CatalogError, NoDataError, SettingsError, SnapshotError)
BROKEN = (OSError, duckdb.Error)  # such as a full disk
INTERRUPTED = 130  # the exit code a shell gives Ctrl-C
YEAR = 8760  # [h]
FILE = click.Path(path_type=Path)
READERS = {"claims": read_claims, "observations": read_observations}


def main(words: list[str] | None = None) -> int:
    """Run one command; returns 0 when all went well, 1 when a part did, 2 when nothing was taken or it crashed."""
    try:
        return int(commands.main(words, "python -m dashboard.collect", standalone_mode=False))
    except click.ClickException as error:
        error.show()
        return error.exit_code


@click.group(epilog=f"\b\n{describe_settings()}", context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """What comes into data/snapshots, and how."""


def _hours(text: str) -> float:
    """A number of hours; raises BadParameter."""
    try:
        hours = float(text)
    except ValueError:
        hours = 0
    if not 0 < hours <= YEAR:
        raise click.BadParameter(f"{text!r}: write hours, more than 0 and at most {YEAR}")
    return hours


@commands.command("run")
@click.option("--country", "countries", multiple=True, help="only this storefront; may be repeated")
@click.option(
    "--only", "kinds", multiple=True, type=click.Choice(KINDS), help="only this kind; may be repeated"
)
@click.option("--watch", "repeated", is_flag=True, help="run again and again, until stopped")
@click.option(
    "--every", type=_hours, default=24.0, metavar="HOURS", show_default=True, help="between runs (--watch)"
)
def run_collector(countries: tuple[str, ...], kinds: tuple[str, ...], repeated: bool, every: float) -> int:
    """Read the stores' charts and listings, and Wikipedia's page views."""
    if refused := _attempt(partial(_refuse_unknown, countries)):
        return refused
    run = partial(_write, partial(_collect, countries, kinds or KINDS))
    if repeated:
        watch(run, every, console())
    return run()


def _refuse_unknown(countries: tuple[str, ...]) -> int:
    """0, or raises SettingsError where the catalogue does not know a storefront that was named."""
    known = load_catalog(require_data(load_settings().data) / "catalog.toml").storefronts
    if unknown := sorted(set(countries) - set(known)):
        raise SettingsError(
            f"--country {unknown[0]!r}: is none of the catalogue's storefronts: {', '.join(known)}"
        )
    return ALL_WELL


def _collect(countries: tuple[str, ...], kinds: tuple[str, ...], data: Path) -> int:
    """Ask, judge, store and say so; 0 where all went well, 1 in part, 2 where nothing was taken."""
    settings, catalog, out = load_settings(), load_catalog(data / "catalog.toml"), console()
    judged = Collector(settings, catalog, out).run(countries, kinds)
    print_report(out, judged)
    published = update_feeds(data, settings, catalog, out)
    return exit_code(judged) or (ALL_WELL if published else PARTLY)


@commands.command()
@click.argument("folder", type=FILE, required=False)
def claims(folder: Path | None) -> int:
    """Check the claims and write what changed into a snapshot.

    FOLDER: by default the data folder's claims/.
    """
    return _write(partial(_import_rows, "claims", folder))


@commands.command()
@click.argument("folder", type=FILE)
def observations(folder: Path) -> int:
    """Take readings that others recorded, from a folder of CSV files."""
    return _write(partial(_import_rows, "observations", folder))


def _import_rows(kind: str, folder: Path | None, data: Path) -> int:
    """Check every row, store what is new and say so; 1 without the feeds, or raises what stopped it."""
    moment, out = utc_now(), console()
    with out.status("Reading and checking"):
        catalog = load_catalog(data / "catalog.toml")
        ingests = READERS[kind](folder or data / "claims", validation_context(catalog, moment))
    raise_if_damaged(data / "snapshots", [ingest.dataset for ingest in ingests])
    for ingest in ingests:
        out.print(_import_line(ingest, write_snapshot(data / "snapshots", ingest, moment)))
    return ALL_WELL if update_feeds(data, load_settings(), catalog, out) else PARTLY


def _import_line(ingest: Ingest, written: Path | None) -> str:
    result = f"new snapshot {written.name}" if written else "nothing new"
    return f"{ingest.dataset}: {len(ingest.rows)} rows checked, {result}"


@commands.command("import")
@click.argument("file", type=FILE)
@click.option("--map", "plan", type=FILE, required=True, help="a TOML as in data/imports")
@click.option(
    "--exported",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="day of the export; only periods that ended before it are whole (default: the file's own date)",
)
def import_export(file: Path, plan: Path, exported: datetime | None) -> int:
    """Take a CSV export of another tool, rank histories or download estimates, read by a map."""
    return _write(partial(_import_export, file, plan, exported))


def _import_export(file: Path, plan: Path, exported: datetime | None, data: Path) -> int:
    day = exported.date() if exported else None
    mapping, catalog = read_map(plan), load_catalog(data / "catalog.toml")
    console().print(command.import_export(file, mapping, data, catalog, utc_now(), day))
    return ALL_WELL


@commands.command("compact")
@click.option("--all", "running", is_flag=True, help="the running month as well")
def compact_snapshots(running: bool) -> int:
    """Merge the snapshots of each past month into one."""
    return _write(partial(compact.print_compacted, running))


@commands.command("verify")
def verify_snapshots() -> int:
    """Check every snapshot again and name what is wrong."""
    return _attempt(lambda: verify.print_verified(require_data(load_settings().data)))


def _write(command: Callable[[Path], int]) -> int:
    """The exit code of a command under the data folder's lock; the roll-ups follow what it wrote."""

    def under_lock() -> int:
        data = require_data(load_settings().data)
        with locked(data):
            code = command(data)
            rollup_files.update_rollups(data, console(error=True))
            return code

    return _attempt(under_lock)


def _attempt(step: Callable[[], int]) -> int:
    """The exit code of a step, or of what stopped it, which is printed."""
    try:
        return step()
    except STOPS as error:
        return _stopped("Nothing was taken.", error)
    except BROKEN as error:
        return _stopped("Stopped before all was taken. Mend this and do it again: nothing is lost.", error)
    except Exception:  # Python would end with 1, which says "in part"
        console(error=True).print(traceback.format_exc())
        return NOTHING


def _stopped(reason: str, error: Exception) -> int:
    console(error=True).print(f"{reason}\n{error}")
    return NOTHING


def exit_on_sigint() -> None:
    """After this Ctrl-C ends the process where it stands.

    A run may end at any instant and nothing is lost. DuckDB would make an error of its own of a KeyboardInterrupt
    that meets a question, and a run that goes on after errors would go on after this one.
    """
    signal.signal(signal.SIGINT, _exit)


def _exit(_number: int, _frame: FrameType | None) -> None:
    console().show_cursor()
    sys.stdout.flush()
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    exit_on_sigint()
    sys.exit(main())
