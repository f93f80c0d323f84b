"""What README says is so: commands, paths, counts and the picture."""

import re
import struct
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from dashboard.domain import filters
from dashboard.domain.catalog import Catalog
from dashboard.domain.options import CHOICES, NUMBERS
from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
DATA = (ROOT / "data" / "README.md").read_text("utf-8")


def _bare(catalog: Catalog) -> filters.Filters:
    """What a bare address shows."""
    day = date(2026, 1, 1)
    return filters.default_filters(catalog, "en", day, day)


LINK = (ROOT / "dashboard" / "domain" / "README.md").read_text("utf-8")
ROOMS = (".deploy", "dashboard", "data", "queries", "tests")
DOCUMENTS = [ROOT / "README.md", *sorted(path for room in ROOMS for path in (ROOT / room).rglob("README.md"))]


@pytest.mark.parametrize("command", sorted(set(re.findall(r"make ([a-z-]*[a-z])", README))))
def test_every_command_in_the_readme_is_one_of_the_makefile(command: str) -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert command in {*targets, "alone"}


def test_the_readme_is_read_in_one_sitting() -> None:
    assert len(README.splitlines()) < 180


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_path_in_a_document_is_there(document: Path) -> None:
    text = document.read_text("utf-8")
    linked = re.findall(r"\]\(([^)#:]+)\)", text)
    named = re.findall(r"`((?:data|queries|dashboard|tests)/[\w./]+)`", text)
    bases = {path: (document.parent if path in linked else ROOT) for path in [*linked, *named]}
    assert [path for path, base in bases.items() if not (base / path).exists()] == []


def test_the_picture_is_a_real_one_of_a_desks_width() -> None:
    head = (ROOT / ".github" / "picture.png").read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert struct.unpack(">II", head[16:24]) == (1280, 900)


@pytest.mark.parametrize("query", re.findall(r"^    /\w+\?(\S+)", README, re.MULTILINE))
def test_every_example_link_can_be_followed(catalog: Catalog, query: str) -> None:
    asked = {name: [value] for name, value in (pair.split("=") for pair in query.split("&"))}
    found, notices = filters.from_query(asked, catalog, _bare(catalog))
    assert notices == []
    assert found.apps[0] == "le-chat"


def test_the_document_of_the_link_lists_every_parameter(catalog: Catalog) -> None:
    now = datetime(2026, 11, 1)
    written = filters.to_query(replace(_bare(catalog), as_of=now, figure="history"), catalog)
    rows = re.findall(r"^\| (`.*?) \|", LINK, re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`([a-z]\w*)`", row)} == set(written)


@pytest.mark.parametrize(("name", "known"), [*CHOICES.items(), *NUMBERS.items()])
def test_the_document_of_the_link_lists_every_value_of_a_choice(name: str, known: tuple[object, ...]) -> None:
    (row,) = re.findall(rf"^\| `{name}` \|[^|]*\|([^|]*)\|", LINK, re.MULTILINE)
    assert re.findall(r"`(\w+)`", row) == [str(value) for value in known]


# Counts grow each morning: a document may fall behind the repository's data, and says no less than the frozen.
def test_the_counts_of_the_datas_document_are_between_the_frozen_and_todays(
    frozen: Warehouse, committed: Warehouse
) -> None:
    told = dict(re.findall(r"^\| (\w+) \| [^|]+ \| (\d+) \|$", DATA, re.MULTILINE))
    least, most = _claims(frozen), _claims(committed)
    assert least["milestones"] > 100
    assert {name for name in least if not least[name] <= int(told[name]) <= most[name]} == set()
    (readings,) = re.findall(r" in ([\d,]+) readings \|", DATA)
    assert _readings(frozen) <= _number(readings) <= _readings(committed)


def test_the_counts_of_the_changelog_are_between_the_frozen_and_todays(
    frozen: Warehouse, committed: Warehouse
) -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    ((readings, countries),) = re.findall(r"([\d,]+) chart readings of (\d+) countries", text)
    assert _readings(frozen) <= _number(readings) <= _readings(committed)
    assert _countries(frozen) <= int(countries) <= _countries(committed)


def _claims(house: Warehouse) -> dict[str, int]:
    """How many rows are held of each dataset that is made by hand."""
    counts = questions.all_claims(house).groupby("dataset").size()
    return {str(name): int(count) for name, count in counts.items()} | {
        "sources": len(questions.sources(house))
    }


def _readings(house: Warehouse) -> int:
    return int(questions.charts_available(house)["readings"].sum())


def _countries(house: Warehouse) -> int:
    return int(questions.charts_available(house)["country"].nunique())


def _number(text: str) -> int:
    return int(text.replace(",", ""))


@pytest.mark.parametrize("module", sorted(set(re.findall(r"python -m (dashboard[.\w]*) ", README))))
def test_every_module_that_the_readme_runs_can_be_run(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", module, "--help"], cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_evidence_file_that_the_readme_checks_is_named_as_the_button_names_it() -> None:
    (name,) = re.findall(r"python -m dashboard.export check (\S+)", README)
    assert re.fullmatch(r"palmares-rank-en-\d{8}T\d{6}Z\.html", name)
