"""Each thing that can be wrong with a snapshot is named with its file and remedy, and nothing else is."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.collect.__main__ import main
from dashboard.collect.checks.schemas import CLAIMS, OBSERVATIONS
from dashboard.collect.storage.compact import compact
from dashboard.collect.storage.verify import RECORDED, verify
from dashboard.warehouse.files import short_checksum
from dashboard.warehouse.snapshots import SnapshotError
from dashboard.warehouse.sql import QUERIES
from tests.helpers.claimed import milestone, source
from tests.helpers.datasets import CHATGPT, COMMITTED, DATA, GEMINI, NOW, SORA, rating, reading, store_rows
from tests.helpers.files import one_of_each

pytestmark = pytest.mark.slow

WHOLE = reading("2025-10-01T10:00:00", {1: CHATGPT, 2: GEMINI, 3: SORA}, depth=3)
SOME = reading("2025-10-01T10:00:00", {2: CHATGPT, 7: GEMINI}, country="de", scope="assistants")
RATED = rating("2025-03-01T10:00:00", CHATGPT, 100) + rating("2025-03-02T10:00:00", CHATGPT, 101)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a row of every dataset and two ingests of charts, one of claims corrected."""
    data = tmp_path_factory.mktemp("sound")
    store_rows(data, WHOLE, RATED, one_of_each())
    store_rows(data, SOME, milestone("number", 2), now=NOW + timedelta(days=1))
    return data


@pytest.fixture
def sound_copy(tmp_path: Path, sound: Path) -> Path:
    """A copy to spoil."""
    return Path(shutil.copytree(sound, tmp_path / "data"))


def snapshot(data: Path, dataset: str, number: int = -1) -> Path:
    """The newest snapshot of a dataset, or the one of that number."""
    return sorted((data / "snapshots").glob(f"{dataset}-*.parquet"))[number]


def faults(data: Path) -> list[SnapshotError]:
    return [fault for checked in verify(data / "snapshots") for fault in checked.faults]


def rewrite(path: Path, change: str, **facts: str) -> Path:
    """The snapshot with its rows changed by SQL and its facts by name, under its true digest."""
    with duckdb.connect() as con:
        kept = {bytes(k).decode(): bytes(v).decode() for _, k, v in _facts(con, path)} | facts
        told = ", ".join(f"{key}: '{value}'" for key, value in kept.items())
        con.read_parquet(str(path)).create("rows_of_it")
        con.execute(f"copy ({change}) to '{path}.tmp' (format parquet, kv_metadata {{{told}}})")
    path.unlink()
    made = Path(f"{path}.tmp")
    return made.rename(path.with_name(f"{path.stem.rpartition('-')[0]}-{short_checksum(made)}.parquet"))


def _facts(con: duckdb.DuckDBPyConnection, path: Path) -> list[tuple[Any, ...]]:
    return con.table_function("parquet_kv_metadata", [str(path)]).fetchall()


def test_every_dataset_has_its_rules() -> None:
    rules = {path.stem for path in (QUERIES / "verify").glob("*.sql")} - {"all_faults", "recorded_claims"}
    assert rules | set(RECORDED) == {path.stem for path in (QUERIES / "schema").glob("*.sql")}


def test_of_sound_snapshots_nothing_is_said_and_all_rows_are_counted(sound_copy: Path) -> None:
    assert faults(sound_copy) == []
    counted: dict[str, int] = {}
    for checked in verify(sound_copy / "snapshots"):
        counted[checked.file.dataset] = counted.get(checked.file.dataset, 0) + checked.rows
    assert counted == dict.fromkeys({*CLAIMS, *OBSERVATIONS}, 1) | {
        "charts": 5,
        "ratings": 2,
        "milestones": 2,
    }


def test_the_committed_snapshots_are_sound() -> None:
    assert faults(COMMITTED) == []


def test_compacted_snapshots_are_sound(sound_copy: Path) -> None:
    assert len(list(compact(sound_copy / "snapshots", NOW, running=True))) == 2
    assert faults(sound_copy) == []
    assert len(list(verify(sound_copy / "snapshots"))) == len({*CLAIMS, *OBSERVATIONS})


def test_a_new_snapshot_says_how_many_rows_it_holds(sound_copy: Path) -> None:
    with duckdb.connect() as con:
        facts = {
            bytes(key).decode(): bytes(value).decode()
            for _, key, value in _facts(con, snapshot(sound_copy, "charts"))
        }
    assert facts["rows"] == "2"


def changed_byte(path: Path) -> Path:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    return path


def renamed(path: Path) -> Path:
    return path.rename(path.with_name("charts.parquet"))


def of_no_dataset(path: Path) -> Path:
    return path.rename(path.with_name(path.name.replace("charts", "dreams")))


def spoilt_inside(path: Path) -> Path:
    """A page that cannot be read, in a file that bears its digest and says what it should."""
    content = bytearray(path.read_bytes())
    content[4:60] = bytes(56)
    path.write_bytes(content)
    return path.rename(path.with_name(f"{path.stem.rpartition('-')[0]}-{short_checksum(path)}.parquet"))


@pytest.mark.parametrize(
    ("spoil", "reason", "remedy"),
    [
        (changed_byte, "its bytes have changed", "restore it with"),
        (renamed, "is not named as a snapshot", "move it out"),
        (of_no_dataset, "belongs to no dataset", "move it out"),
        (spoilt_inside, "cannot be read to its end", "restore it with"),
    ],
)
def test_a_file_that_is_not_as_it_was_written_is_named(
    sound_copy: Path, spoil: Callable[[Path], Path], reason: str, remedy: str
) -> None:
    path = spoil(snapshot(sound_copy, "charts"))
    [fault] = faults(sound_copy)
    assert fault.path == path
    assert fault.reason.startswith(reason)
    assert fault.remedy.startswith(remedy)


def test_a_lost_file_is_named(sound_copy: Path) -> None:
    lost = snapshot(sound_copy, "charts", 0)
    lost.unlink()
    [fault] = faults(sound_copy)
    assert (fault.path, fault.reason) == (lost, "is missing")


@pytest.mark.parametrize(
    ("dataset", "change", "facts", "reason"),
    [
        ("charts", "from rows_of_it", {"rows": "3"}, "holds 2 rows and says 3"),
        ("charts", "from rows_of_it", {"written_by": "somebody"}, "does not say where its rows came from"),
        ("charts", "from rows_of_it", {"origin": ""}, "does not say where its rows came from"),
        (
            "charts",
            "select * replace (ingested_at - interval 1 day as ingested_at) from rows_of_it",
            {},
            "has rows of another moment than it says",
        ),
        (
            "charts",
            "from rows_of_it",
            {"moments": "20261101T120000Z 20261102T120000Z"},
            "has rows of another moment than it says",
        ),
        (
            "charts",
            "select *, 1 as colour from rows_of_it",
            {},
            "has a column colour that charts do not have",
        ),
        (
            "charts",
            "select * replace (rank::bigint as rank) from rows_of_it",
            {},
            "column rank is BIGINT and should be INTEGER",
        ),
        (
            "charts",
            "select * replace (nullif(app_name, 'name of 6448311069') as app_name) from rows_of_it",
            {},
            "column app_name is empty (1 times)",
        ),
        ("charts", "select * exclude (device) from rows_of_it", {}, "column device is empty (2 times)"),
        (
            "charts",
            "select * replace (2 as rank) from rows_of_it",
            {},
            "a place stands twice in one reading (1 times, first 2025-10-01 10:00:00 de app_store iphone",
        ),
        (
            "charts",
            "select * replace ('1' as app_id) from rows_of_it",
            {},
            "an app stands twice in one reading (1 times",
        ),
        (
            "charts",
            "select * replace (40 + rank as depth) from rows_of_it",
            {},
            "the rows of one reading differ in depth, scope or precision (1 times",
        ),
        (
            "charts",
            "select * replace (rank - 2 as rank) from rows_of_it",
            {},
            "a place lies outside the depth of its reading (1 times",
        ),
        (
            "charts",
            "select * replace (6 as depth) from rows_of_it",
            {},
            "a place lies outside the depth of its reading (1 times",
        ),
        (
            "charts",
            "select * replace ('all' as scope, 7 as depth) from rows_of_it",
            {},
            "a place is missing in a reading of the whole chart (1 times",
        ),
        (
            "charts",
            "select * replace ('all' as scope, rank // 2 as rank) from rows_of_it where rank = 2",
            {"rows": "1"},
            "a whole chart is said to be deeper than it was kept (1 times",
        ),
        (
            "charts",
            "select * replace (timestamp '2027-01-01' as observed_at) from rows_of_it",
            {},
            "a reading comes after its ingest (1 times",
        ),
        (
            "ratings",
            "select * replace (-1 as rating_count) from rows_of_it",
            {},
            "a number of ratings is negative (2 times, first 2025-03-01 10:00:00 no app_store 6448311069)",
        ),
        (
            "ratings",
            "select * replace (5.1::double as rating_average) from rows_of_it",
            {},
            "an average lies outside 0 to 5 (2 times",
        ),
        (
            "ratings",
            "select * replace (timestamp '2025-03-01' as observed_at) from rows_of_it",
            {},
            "a rating stands twice (2 times",
        ),
        (
            "ratings",
            "select * replace (timestamp '2027-03-01' + rating_count * interval 1 day as observed_at) from rows_of_it",
            {},
            "a rating comes after its ingest (2 times",
        ),
        (
            "milestones",
            "select * replace (-1::double as value) from rows_of_it",
            {},
            "a number is negative or none (1 times, first synthetic-number)",
        ),
        (
            "milestones",
            "select * replace ('guessed' as kind) from rows_of_it",
            {},
            "a claim is neither reported nor estimated (1 times",
        ),
        (
            "milestones",
            "select * replace ('rather' as qualifier) from rows_of_it",
            {},
            "a qualifier is unknown (1 times",
        ),
        (
            "milestones",
            "select * replace (-4 as days_stated) from rows_of_it",
            {},
            "a number of days is negative (1 times",
        ),
        (
            "reported_ranks",
            "select * replace (0 as rank) from rows_of_it",
            {},
            "a place is less than 1 (1 times, first synthetic-place)",
        ),
        (
            "reported_ranks",
            "select * replace (date '2025-02-09' as first_day) from rows_of_it",
            {},
            "a report ends before it begins (1 times",
        ),
    ],
)
def test_one_broken_rule_is_named_with_how_often_and_where_first(
    sound_copy: Path, dataset: str, change: str, facts: dict[str, str], reason: str
) -> None:
    path = rewrite(snapshot(sound_copy, dataset), change, **facts)
    [fault] = faults(sound_copy)
    assert fault.path == path
    assert fault.reason.startswith(reason)
    assert "take the right rows in again" in fault.remedy


@pytest.mark.parametrize("dataset", CLAIMS)
def test_a_row_that_stands_twice_and_one_recorded_too_late_are_named(sound_copy: Path, dataset: str) -> None:
    twice = (
        "select * replace (date '2027-01-01' as recorded_on) from (from rows_of_it union all from rows_of_it)"
    )
    path = rewrite(snapshot(sound_copy, dataset), twice, rows="2")
    told = [fault.reason for fault in faults(sound_copy)]
    assert {fault.path for fault in faults(sound_copy)} == {path}
    assert len(told) == 2
    assert any("was recorded after its ingest (2 times, first synthetic-" in reason for reason in told)
    assert any("stands twice in one ingest (2 times, first synthetic-" in reason for reason in told)


def test_an_older_snapshot_need_not_say_how_many_rows_it_holds(sound_copy: Path) -> None:
    rewrite(snapshot(sound_copy, "charts"), "from rows_of_it", rows="")
    assert faults(sound_copy) == []


def test_a_snapshot_whose_rows_a_compacted_one_holds_is_not_looked_at(sound_copy: Path, sound: Path) -> None:
    list(compact(sound_copy / "snapshots", NOW, running=True))
    Path(shutil.copy(snapshot(sound, "charts", 0), sound_copy / "snapshots")).write_bytes(b"half")
    assert faults(sound_copy) == []


def test_the_command_prints_a_line_a_dataset_and_every_fault(
    sound_copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PALMARES_DATA", str(sound_copy))
    shutil.copy(DATA / "catalog.toml", sound_copy)
    assert main(["verify"]) == 0
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == len({*CLAIMS, *OBSERVATIONS})
    assert "charts: 2 files, 5 rows; 2 sound by SHA-256, columns and rules" in told.out
    assert told.err == ""
    spoilt = [changed_byte(snapshot(sound_copy, "charts")), renamed(snapshot(sound_copy, "ratings"))]
    store_rows(sound_copy, source("synthetic-other"), now=NOW + timedelta(days=2))
    assert main(["verify"]) == 2
    told = capsys.readouterr()
    assert "charts: 2 files, 3 rows; 1 sound by SHA-256, columns and rules" in told.out
    assert all(path.name in told.err for path in spoilt)
