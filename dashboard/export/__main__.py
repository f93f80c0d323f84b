"""`python -m dashboard.export`: the static site, and the check of an evidence file."""

import sys
import time
from pathlib import Path

import click
from rich.console import Console

from dashboard.domain.catalog import CatalogError
from dashboard.domain.settings import SettingsError, describe_settings, load_settings
from dashboard.export.evidence import check
from dashboard.warehouse.database import QueryLimitError
from dashboard.warehouse.files import printable
from dashboard.warehouse.folder import NoDataError, data_folder, require_data
from dashboard.warehouse.snapshots import SnapshotError

EQUAL, DIFFERENT, UNREADABLE = 0, 1, 2
STOPS = (CatalogError, NoDataError, QueryLimitError, SettingsError, SnapshotError, OSError)


def main(words: list[str] | None = None) -> int:
    """Run one command; returns 0 when all is well, 1 when an evidence file differs, 2 when it could not be done."""
    try:
        return int(commands.main(words, "python -m dashboard.export", standalone_mode=False))
    except click.ClickException as error:
        error.show()
        return error.exit_code


@click.group(epilog=f"\b\n{describe_settings()}", context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """Files that leave the dashboard."""


@commands.command("check")
@click.argument("file", type=click.Path(path_type=Path))
def check_evidence(file: Path) -> int:
    """Ask again what an evidence file holds, and say whether each row is equal, or what differs.

    FILE: the HTML file that the button Evidence gave. Ends with 0 where all is equal as of its moment, 1 where not,
    2 where it cannot be read.
    """
    try:
        data = require_data(data_folder())
        return _compare(check.read_record(file), data)
    except (OSError, ValueError, CatalogError, NoDataError) as error:
        click.echo(printable(str(error)), err=True)
        return UNREADABLE


def _compare(record: check.Record, data: Path) -> int:
    rows = sum(len(question.rows) for question in record.questions)
    click.echo(f"{len(record.questions)} questions, {rows} rows, as of {record.as_of}")
    for line in check.check_files(record, data):
        click.echo(printable(f"note: {line}"))
    different = check.compare_then(record, data)
    for line in different:
        click.echo(printable(line))
    click.echo(f"DIFFERENT: {len(different)}" if different else "EQUAL: every row is what the data says")
    later = check.compare_now(record, data)
    for line in later:
        click.echo(printable(f"since then: {line}"))
    click.echo(f"Changed by later data: {len(later)}")
    return DIFFERENT if different else EQUAL


@commands.command("site")
@click.argument("folder", type=click.Path(path_type=Path), default=Path("build/site"))
@click.option("--only", default="", help="only pages whose name holds this")
def write_site(folder: Path, only: str) -> int:
    """Write the static twin of the dashboard.

    FOLDER: build/site by default. Ends with 0 where all of it stands, 2 where it does not.
    """
    # The packages that draw pictures (requirements-site.txt) are needed by this command alone.
    from dashboard.export.site.build import NoPageError, OutputFolderError, build_site  # noqa: PLC0415
    from dashboard.export.site.images import NoBrowserError  # noqa: PLC0415

    began = time.monotonic()
    try:
        require_data(data_folder())
        with Console().status("") as status:
            built = build_site(folder, load_settings(), status.update, lambda page: only in page.name)
    except (NoBrowserError, NoPageError, OutputFolderError, *STOPS) as error:
        click.echo(f"No twin was written.\n{error}", err=True)
        return 2
    for line in built.errors:
        click.echo(f"warning: {line}")
    took = time.monotonic() - began
    click.echo(f"{built.pages} pages and {built.pictures} pictures in {folder}, {took:.0f} s")
    click.echo(f"the largest page has {built.largest / 1000:.0f} kB without its pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
