"""`python -m dashboard.evidence check FILE.html` asks whether the data still says what the file says."""

import argparse
import sys
from pathlib import Path

from rich.console import Console

from dashboard.catalog import CatalogError
from dashboard.data_folder import NoDataError, data_folder, require_data
from dashboard.disk import printable
from dashboard.evidence import check

EQUAL, DIFFERENT, UNREADABLE = 0, 1, 2


def main(words: list[str] | None = None) -> int:
    """Check one file; returns 0 where all is equal as of its moment, 1 where not, 2 where it cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m dashboard.evidence", description=__doc__)
    command = parser.add_subparsers(dest="what", required=True).add_parser("check", help=check.__doc__)
    command.add_argument("file", type=Path, help="the HTML file that the button Evidence gave")
    try:
        file, data = parser.parse_args(words).file, require_data(data_folder())
        return _tell(check.read(file), data)
    except (OSError, ValueError, CatalogError, NoDataError) as error:
        _console(error=True).print(printable(str(error)))
        return UNREADABLE


def _tell(record: check.Record, data: Path) -> int:
    out = _console()
    rows = sum(len(question.rows) for question in record.questions)
    out.print(f"{len(record.questions)} questions, {rows} rows, as of {record.as_of}")
    for line in check.grounds(record, data):
        out.print(printable(f"note: {line}"))
    different = check.checked(record, data)
    for line in different:
        out.print(printable(line))
    out.print(f"DIFFERENT: {len(different)}" if different else "EQUAL: every row is what the data says")
    later = check.since(record, data)
    for line in later:
        out.print(printable(f"since then: {line}"))
    out.print(f"Changed by later data: {len(later)}")
    return DIFFERENT if different else EQUAL


def _console(*, error: bool = False) -> Console:
    return Console(stderr=error, soft_wrap=True, markup=False, highlight=False)


if __name__ == "__main__":
    sys.exit(main())
