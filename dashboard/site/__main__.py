"""`python -m dashboard.site`: write the static twin of the dashboard."""

import argparse
import logging
import sys
import time
from pathlib import Path

from rich.console import Console

from dashboard.catalog import CatalogError
from dashboard.data_folder import NoDataError, data_folder, require_data
from dashboard.settings import SettingsError, described, read
from dashboard.site.build import NoPage, NotOurs, build
from dashboard.site.pictures import NoBrowser
from dashboard.site.reading import PageFailed
from dashboard.snapshot_files import SnapshotError

REMARKS = (
    "streamlit.runtime.scriptrunner_utils.script_run_context",
    "streamlit.runtime.caching.cache_data_api",
)
STOPS = (
    CatalogError,
    NoBrowser,
    NoDataError,
    NoPage,
    NotOurs,
    PageFailed,
    SettingsError,
    SnapshotError,
    OSError,
)


def main(words: list[str] | None = None) -> int:
    """Write the twin and say how large it is; 0 where all of it stands, 2 where it does not."""
    chosen = _parser().parse_args(words)
    # The app is run without its server, which Streamlit remarks on at every step.
    for name in REMARKS:
        logging.getLogger(name).disabled = True
    console, began = Console(soft_wrap=True, markup=False, highlight=False), time.monotonic()
    try:
        require_data(data_folder())
        with console.status("") as status:
            built = build(chosen.folder, read(), status.update, lambda sheet: chosen.only in sheet.name)
    except STOPS as error:
        Console(stderr=True, soft_wrap=True, markup=False, highlight=False).print(
            f"No twin was written.\n{error}"
        )
        return 2
    for line in built.left_out:
        console.print(f"warning: {line}")
    took = time.monotonic() - began
    console.print(f"{built.pages} pages and {built.pictures} pictures in {chosen.folder}, {took:.0f} s")
    console.print(f"the largest page has {built.largest / 1000:.0f} kB without its pictures")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard.site",
        description=__doc__,
        epilog=described(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/site"))
    parser.add_argument("--only", default="", help="only pages whose name holds this")
    return parser


if __name__ == "__main__":
    sys.exit(main())
