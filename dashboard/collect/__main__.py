"""`python -m dashboard.collect`: what comes into data/snapshots, and how."""

import argparse
import sys
import traceback
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial

import duckdb

from dashboard.catalog import CatalogError
from dashboard.collect import compact, imports, stores, summing, taking, verify
from dashboard.collect.by_hand import stopped_at_once
from dashboard.collect.check import BadRows
from dashboard.collect.lock import Busy, locked
from dashboard.collect.saying import console
from dashboard.collect.watch import watch
from dashboard.data_folder import NoDataError, require_data
from dashboard.settings import SettingsError, described, read
from dashboard.snapshot_files import SnapshotError

# What may stop a command, each with a message that says what to do.
STOPS = (BadRows, Busy, CatalogError, NoDataError, SettingsError, SnapshotError)
BROKEN = (OSError, duckdb.Error)  # such as a full disk
NOTHING = 2


def main(words: list[str] | None = None) -> int:
    """Run one command; returns 0 when all went well, 1 when a part did, 2 when nothing was taken or it crashed."""
    chosen = _parser().parse_args(words)
    if refused := _attempt(partial(_check, chosen)):
        return refused
    if chosen.what == "run" and chosen.watch:
        watch(partial(_command, chosen), chosen.every, console())
    return _command(chosen)


def _check(chosen: argparse.Namespace) -> int:
    """Look at the settings and the words of a command, before anything is touched."""
    chosen.check(chosen, require_data(read().data))
    return 0


def _command(chosen: argparse.Namespace) -> int:
    return _attempt(partial(_locked, chosen))


def _locked(chosen: argparse.Namespace) -> int:
    """One command under the folder's lock; what only reads needs none."""
    data = require_data(read().data)
    with nullcontext() if chosen.what == "verify" else locked(data):
        code = int(chosen.run(chosen, data))
        if chosen.what != "verify":
            summing.follow(data, console(error=True))
        return code


def _attempt(step: Callable[[], int]) -> int:
    """The exit code of a step, or of what stopped it, which is said."""
    try:
        return step()
    except STOPS as error:
        return _stopped("Nothing was taken.", error)
    except BROKEN as error:
        return _stopped("Stopped before all was taken. Mend this and do it again: nothing is lost.", error)
    except Exception:  # Python would end with 1, which says "in part"
        console(error=True).print(traceback.format_exc())
        return NOTHING


def _stopped(told: str, error: Exception) -> int:
    console(error=True).print(f"{told}\n{error}")
    return NOTHING


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard.collect",
        description=__doc__,
        epilog=described(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(check=lambda *_: None)
    commands = parser.add_subparsers(dest="what", required=True)
    for module in (stores, taking, imports, compact, verify):
        module.add_to(commands)
    return parser


if __name__ == "__main__":
    stopped_at_once()
    sys.exit(main())
