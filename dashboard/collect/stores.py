"""The command `run`: one run against the stores, or run after run."""

import argparse
from pathlib import Path
from typing import Any

from dashboard.catalog import load
from dashboard.collect import report
from dashboard.collect.plan import KINDS
from dashboard.collect.publish import publish
from dashboard.collect.run import Collector
from dashboard.collect.saying import console
from dashboard.settings import SettingsError, read

YEAR = 8760  # [h]


def add_to(commands: Any) -> None:
    """The command `run`."""
    told = "read the stores' charts and listings, and Wikipedia's page views"
    parser = commands.add_parser("run", help=told)
    parser.add_argument(
        "--country", action="append", default=[], help="only this storefront; may be repeated"
    )
    parser.add_argument("--only", action="append", choices=KINDS, help="only this kind; may be repeated")
    parser.add_argument("--watch", action="store_true", help="run again and again, until stopped")
    parser.add_argument("--every", type=_hours, default=24.0, help="hours between runs (--watch)")
    parser.set_defaults(run=run, check=check)


def _hours(text: str) -> float:
    """A number of hours; raises ArgumentTypeError."""
    try:
        hours = float(text)
    except ValueError:
        hours = 0
    if not 0 < hours <= YEAR:
        raise argparse.ArgumentTypeError(f"{text!r}: write hours, more than 0 and at most {YEAR}")
    return hours


def check(chosen: argparse.Namespace, data: Path) -> None:
    """Raise SettingsError where the catalogue does not know a storefront that was named."""
    known = load(data / "catalog.toml").storefronts
    if unknown := sorted(set(chosen.country) - set(known)):
        raise SettingsError(
            f"--country {unknown[0]!r}: is none of the catalogue's storefronts: {', '.join(known)}"
        )


def run(chosen: argparse.Namespace, data: Path) -> int:
    """Ask, judge, store and say so; 0 where all went well, 1 in part, 2 where nothing was taken."""
    settings, catalog = read(), load(data / "catalog.toml")
    out = console()
    judged = Collector(settings, catalog, out).run(chosen.country, chosen.only or KINDS)
    report.tell(out, judged)
    published = publish(data, settings, catalog, out)
    return report.code(judged) or (report.ALL_WELL if published else report.PARTLY)
