"""`python -m dashboard.collect`, run as a person runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.collect.__main__ import main
from dashboard.collect.checks.schemas import CLAIMS
from tests.helpers.claimed import conflict, milestone, source
from tests.helpers.datasets import CHATGPT, ROOT, DatasetRow, open_warehouse, rating, reading
from tests.helpers.files import file_claims, file_observations
from tests.helpers.tables import view_rows

pytestmark = pytest.mark.slow

CHART = reading("2025-10-01T10:00:00Z", {1: CHATGPT})
RATED = rating("2025-03-01T10:00:00Z", CHATGPT, 100)


def collect(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dashboard.collect", *words]
    return subprocess.run(
        command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False
    )


def snapshots(data: Path) -> list[str]:
    return sorted(path.name for path in (data / "snapshots").glob("*"))


def reclaim(data: Path, *groups: list[DatasetRow]) -> None:
    file_claims(data / "claims", *groups)


def test_claims_are_taken_and_counted(data_with_claims: Path) -> None:
    reclaim(data_with_claims, milestone("second", 2))
    done = collect("claims")
    assert (done.returncode, done.stderr) == (0, "")
    assert "sources: 1 rows checked, new snapshot sources-" in done.stdout
    assert "milestones: 2 rows checked, new snapshot milestones-" in done.stdout
    assert len(snapshots(data_with_claims)) == len(CLAIMS)


def test_a_bad_claim_is_named_and_nothing_is_taken(data_with_claims: Path) -> None:
    reclaim(data_with_claims, milestone("bad", 2, app="nobody"))
    done = collect("claims")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Nothing was taken." in done.stderr
    assert "milestones.csv, line 3, column app: 'nobody' is not among the catalogue's apps" in done.stderr
    assert snapshots(data_with_claims) == []


def test_the_same_claims_again_are_nothing_new(
    data_with_claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["claims"]) == 0
    before = snapshots(data_with_claims)
    capsys.readouterr()
    assert main(["claims"]) == 0
    assert capsys.readouterr().out.count("nothing new") == len(CLAIMS)
    assert snapshots(data_with_claims) == before


def test_a_bad_claim_leaves_what_stood_before(data_with_claims: Path) -> None:
    assert main(["claims"]) == 0
    before = snapshots(data_with_claims)
    reclaim(data_with_claims, source("synthetic-new"), milestone("bad", 2, recorded_on="2999-01-01"))
    assert main(["claims"]) == 2
    assert snapshots(data_with_claims) == before
    assert view_rows(open_warehouse(data_with_claims), "sources", "source_id") == [("synthetic-source",)]


def test_recorded_readings_are_taken_from_their_folder(
    data_with_claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = file_observations(data_with_claims / "archive", CHART, RATED)
    assert main(["observations", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "charts: 1 rows checked, new snapshot charts-" in told
    assert view_rows(open_warehouse(data_with_claims), "rank_states", "rank", "app = 'chatgpt'") == [(1,)]


def test_a_file_of_ratings_without_rows_is_named(
    data_with_claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = file_observations(data_with_claims / "archive", CHART)
    assert main(["observations", str(folder)]) == 2
    assert str(folder / "ratings.csv") in capsys.readouterr().err
    assert snapshots(data_with_claims) == []


def test_nothing_was_taken_is_said_only_when_nothing_was(
    data_with_claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["claims"]) == 0
    [damaged] = (data_with_claims / "snapshots").glob("milestones-*.parquet")
    damaged.write_bytes(b"")
    before = snapshots(data_with_claims)
    reclaim(data_with_claims, source("synthetic-new"), conflict("synthetic-new"))
    assert main(["claims"]) == 2
    assert "Nothing was taken." in capsys.readouterr().err
    assert snapshots(data_with_claims) == before


def test_a_broken_catalogue_is_named(data_with_claims: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data_with_claims / "catalog.toml").write_text("default_apps = [", "utf-8")
    assert main(["claims"]) == 2
    assert str(data_with_claims / "catalog.toml") in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["run", "--country", "xx"], "--country 'xx': is none of the catalogue's storefronts: "),
        (["run", "--country", "xx", "--watch"], "--country 'xx': is none of the catalogue's storefronts: "),
        (["run", "--country", ""], "--country '': is none of the catalogue's storefronts: "),
        *[
            (["run", "--watch", "--every", hours], "write hours, more than 0 and at most 8760")
            for hours in ("0", "-1", "nan", "inf", "1e308", "soon")
        ],
        (["run", "--only", "nothing"], "'nothing' is not one of 'charts', 'listings', 'views'"),
        (["claims", "/nowhere"], "/nowhere/sources.csv"),
        (["observations", "/nowhere"], "/nowhere/chart_readings.csv"),
        (["import", "/nowhere", "--map", "/no-map"], "/no-map"),
        (["nothing"], "No such command 'nothing'"),
    ],
)
def test_a_wrong_word_is_named_with_what_is_allowed_and_no_answer_is_asked_for(
    data_with_claims: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in data_with_claims.rglob("*") if path.is_file()}
    assert main(words) == 2
    assert told in capsys.readouterr().err
    after = {path.name: path.stat().st_mtime_ns for path in data_with_claims.rglob("*") if path.is_file()}
    assert {name: at for name, at in after.items() if not name.startswith(".collect.")} == before
