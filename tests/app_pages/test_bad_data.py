"""Missing and damaged files: a clear message that names the file, and the other pages work."""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.app_pages.running import figures, open_page, snapshot, words
from tests.helpers.datasets import DATA

# What a page says where there is nothing; of files that are gone that would be an invention.
NOTHING = re.compile(
    r"- No|No |Nobody|Aucun|Personne|0 |.*\b0 (of|sur|publications)\b|.*\bnan\b|.*(unknown|inconnu)"
)
ON = {
    "charts": ("overview", "rank", "competitors", "brief"),
    "ratings": ("competitors", "brief"),
    "launches": ("launch", "competitors", "brief", "sources"),
    "milestones": ("overview", "launch", "competitors", "brief", "sources"),
    "reported_ranks": ("overview", "rank", "sources"),
    "events": ("overview", "sources"),
    "features": ("competitors", "brief", "sources"),
    "sources": ("overview", "launch", "rank", "competitors", "brief", "sources"),
    "conflicts": ("launch",),
}


def test_a_damaged_snapshot_closes_its_pages_and_no_other(data: Path) -> None:
    file = snapshot(data, "reported_ranks")
    file.write_bytes(file.read_bytes()[:-40])
    closed = open_page("rank", lang="en")
    assert not closed.exception
    assert file.name in words(closed)
    assert "its bytes have changed" in words(closed)
    assert "Le Chat by day 14" in words(open_page("launch", lang="en"))


def test_sources_lists_every_damaged_file_also_one_of_no_dataset(data: Path) -> None:
    (data / "snapshots" / "holiday.parquet").write_bytes(b"no snapshot")
    text = words(open_page("sources", lang="en", tab="freshness"))
    assert "1 damaged data file" in text
    assert "holiday.parquet: is not named as a snapshot; move it out of data/snapshots" in text


def test_in_french_too_a_chart_whose_files_are_gone_has_no_count_of_zero(data: Path) -> None:
    snapshot(data, "charts").unlink()
    for page in ON["charts"]:
        text = words(open_page(page, lang="fr"))
        assert "Ces données ne peuvent pas être lues\u00a0: leurs fichiers manquent (classements)." in text
        assert re.search(r"\b0 (jour|sur)", text) is None


def test_a_missing_snapshot_is_named_and_what_needs_it_stays_empty(data: Path) -> None:
    for path in (data / "snapshots").glob("events-*"):
        path.unlink()
    app = open_page("rank", lang="en", category="productivity")
    assert not app.exception
    assert "There is no snapshot of: events." in words(app)
    assert "annotations" not in figures(app)["history"]["layout"]  # no event is named
    assert "Le Chat 28th" in words(app)


TABS = {
    "ratings": "ratings",
    "launches": "downloads",
    "features": "features",
    "conflicts": "disagreements",
}  # where Competitors or Launch velocity needs a dataset


def _tab(page: str, dataset: str) -> str:
    """The tab of a page that needs a dataset."""
    return "claims" if page == "sources" else TABS.get(dataset, "reported")


@cache
def sound(page: str, tab: str) -> set[str]:
    """What a page says over the frozen data."""
    return set(words(open_page(page, lang="en", tab=tab)).splitlines())


@pytest.mark.parametrize("dataset", ON)
def test_files_that_are_gone_leave_no_count_of_zero_and_no_nobody(
    data: Path, monkeypatch: pytest.MonkeyPatch, dataset: str
) -> None:
    for file in (data / "snapshots").glob(f"{dataset}-*.parquet"):
        file.unlink()
    monkeypatch.setenv("PALMARES_DATA", str(DATA))
    before = {page: sound(page, _tab(page, dataset)) for page in ON[dataset]}
    monkeypatch.setenv("PALMARES_DATA", str(data))
    for page in ON[dataset]:
        app = open_page(page, lang="en", tab=_tab(page, dataset))
        assert not app.exception
        text = words(app)
        assert "These data cannot be read: their files are missing (" in text
        assert [line for line in set(text.splitlines()) - before[page] if NOTHING.match(line)] == []


def test_no_snapshot_at_all_says_how_to_fill_the_folder(data: Path) -> None:
    for file in (data / "snapshots").iterdir():
        file.unlink()
    for page in ("overview", "launch", "rank", "competitors", "sources"):
        app = open_page(page, lang="en")
        assert not app.exception
        assert "python -m dashboard.collect claims" in words(app)


def test_a_catalogue_with_a_duplicate_id_is_refused_by_name(data: Path) -> None:
    catalog = data / "catalog.toml"
    catalog.write_text(catalog.read_text("utf-8").replace('id = "deepseek"', 'id = "gemini"', 1), "utf-8")
    app = open_page("overview", lang="en")
    assert not app.exception
    assert "'gemini' stands twice" in words(app)
    assert "catalog.toml" in words(app)


def test_a_catalogue_that_is_no_toml_names_the_line(data: Path) -> None:
    (data / "catalog.toml").write_text("apps = [,]", "utf-8")
    assert "line 1" in words(open_page("overview", lang="en"))
