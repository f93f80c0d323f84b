"""`python -m dashboard.export site`: what it refuses, and that it replaces only what it made."""

import shutil
from pathlib import Path

import pytest

from dashboard.export.__main__ import main
from tests.collect.collecting import prepared
from tests.helpers.datasets import CHATGPT, LE_CHAT, store_rows
from tests.helpers.datasets import reading as read


@pytest.fixture
def two_readings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one chart read on two days, which the site is made of."""
    data = prepared(tmp_path / "data")
    monkeypatch.setenv("PALMARES_DATA", str(data))
    store_rows(data, read("2025-10-01T08:00:00", {1: CHATGPT}), read("2025-10-02T08:00:00", {1: LE_CHAT}))
    return data


def test_an_address_that_is_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PALMARES_LIVE_URL", "palmares.example")
    assert main(["site", str(tmp_path / "site")]) == 2
    assert "PALMARES_LIVE_URL=palmares.example" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["site", str(tmp_path)]) == 2
    assert "holds other files" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.usefixtures("two_readings")
def test_a_choice_of_no_page_says_which_there_are_and_touches_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    assert main(["site", str(site), "--only", "nothing"]) == 2
    output = capsys.readouterr().err
    assert "there are: index, rank-fr-all, competitors-fr" in output
    assert "brief-le-chat" in output
    assert not site.exists()


def test_a_file_where_the_folder_should_be_is_named_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["site", str(tmp_path / "mine.txt")]) == 2
    assert "mine.txt is a file" in capsys.readouterr().err
    assert main(["site", str(tmp_path / "mine.txt" / "site")]) == 2
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_data_folder_without_snapshots_is_said_to_be_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PALMARES_DATA", str(prepared(tmp_path / "data")))
    assert main(["site", str(tmp_path / "site")]) == 2
    assert "there is no snapshot" in capsys.readouterr().err


def test_feeds_stand_beside_the_pages_and_are_named_on_them(
    two_readings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, site = two_readings, tmp_path / "site"
    (data / "feeds").mkdir()
    (data / "feeds" / "fr.fr.atom").write_text("<feed/>")
    assert main(["site", str(site), "--only", "index"]) == 0
    assert "2 pages and" in capsys.readouterr().out
    assert (site / "feeds" / "fr.fr.atom").read_text() == "<feed/>"
    assert 'href="../feeds/fr.fr.atom"' in (site / "fr" / "index.html").read_text("utf-8")
    assert "atom" not in (site / "en" / "index.html").read_text("utf-8")
    shutil.rmtree(data / "feeds")
    assert main(["site", str(site), "--only", "index"]) == 0
    assert not (site / "feeds").exists()
