"""Imports go only downwards, and each room keeps to itself."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "dashboard"
# From the ground up; a module may import from its own floor's package and from below.
FLOORS = [
    {"clock", "disk", "row_types", "settings", "text_cleaning"},
    {
        "data_folder",
        "escaping",
        "question_file",
        "texts",
        "link_values",
        "options",
        "catalog_faults",
        "catalog_entries",
        "collection_words",
        "plotly_script",
    },
    {"snapshot_contents"},
    {"snapshot_file"},
    {"snapshot_files"},
    {"catalog", "database", "figure_scripts", "parquet", "query_result"},
    {"catalog_tables", "standings"},
    {"warehouse", "words", "grammar", "report_dates"},
    {"claim_text"},
    {
        "corrected_rules",
        "markdown_html",
        "page_registry",
        "questions",
        "figures",
        "headings",
        "filters",
        "shown",
    },
    {"cached", "view_context"},
    {"session"},
    {
        "unforeseen",
        "current_view",
        "look",
        "tables",
        "sentences",
        "controls",
        "diff",
        "keeping",
        "failing",
        "reconnecting",
    },
    {"deferred"},
    {"takeaway", "drawing"},
    {"provenance", "choices", "sidebar", "pinning", "sharing", "parts"},
    {"exhibits", "evidence"},
    {"app_pages", "frame", "serving", "guarding", "messages"},
    {"page_routes"},
    {"app", "site"},
    {"export"},
]
STATEMENTS = ("select ", "with ", "from ", "copy (", "insert ", "create ", "describe ")
PLAIN = ("collections", "dataclasses", "datetime", "html", "math", "textwrap", "typing")
MODULES = sorted(ROOT.rglob("*.py"))


def _room(module: Path) -> str:
    return module.relative_to(ROOT).parts[0].removesuffix(".py")


def _floor(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def _imported(module: Path) -> set[str]:
    """Rooms of dashboard/ and outside packages that a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module == "dashboard":
            found |= {f"dashboard.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def _rooms(module: Path) -> set[str]:
    return {name.split(".")[1] for name in _imported(module) if name.startswith("dashboard.")}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_from_below(module: Path) -> None:
    room = _room(module)
    if room in ("__init__", "collect"):
        return
    above = {other for other in _rooms(module) - {room} if _floor(other) >= _floor(room)}
    assert not above


@pytest.mark.parametrize("module", sorted((ROOT / "collect").glob("*.py")), ids=lambda path: path.name)
def test_collect_and_the_pages_never_meet(module: Path) -> None:
    below = {
        "collect",
        "catalog",
        "catalog_tables",
        "data_folder",
        "disk",
        "settings",
        "standings",
        "warehouse",
    }
    below |= {"clock", "question_file", "row_types", "snapshot_contents", "snapshot_files", "text_cleaning"}
    told = {
        "escaping",
        "filters",
        "questions",
        "report_dates",
        "texts",
        "words",
    }  # what the feeds say and link to
    assert _rooms(module) <= below | (told if module.stem in ("news", "publish") else set())


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_collect_imports_the_collector(module: Path) -> None:
    assert _room(module) == "collect" or "collect" not in _rooms(module)


@pytest.mark.parametrize("module", sorted((ROOT / "figures").glob("*.py")), ids=lambda path: path.name)
def test_figures_know_pandas_plotly_and_words_only(module: Path) -> None:
    outside = {name.split(".")[0] for name in _imported(module)} - {"dashboard"}
    assert outside <= {"pandas", "plotly", *PLAIN}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_streamlit_and_duckdb_meet_in_no_module(module: Path) -> None:
    assert not {"streamlit", "duckdb"} <= _imported(module)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_streamlit_is_imported_only_where_something_is_drawn_or_served(module: Path) -> None:
    above = {"sentences", "evidence", "keeping", "look", "tables"}
    pure = {room for rooms in FLOORS[: _floor("session") + 1] for room in rooms} | above
    if _room(module) in pure and module.name != "button.py":
        assert "streamlit" not in {name.split(".")[0] for name in _imported(module)}


@pytest.mark.parametrize("module", sorted((ROOT / "sentences").glob("*.py")), ids=lambda path: path.name)
def test_sentences_query_nothing(module: Path) -> None:
    assert not {"cached", "session", "warehouse", "questions"} & _rooms(module)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_pages_stay_small(module: Path) -> None:
    limit = 80 if _room(module) == "app_pages" else 250
    assert len(module.read_text("utf-8").splitlines()) <= limit


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_sql_is_written_in_python(module: Path) -> None:
    texts = [
        node.value.lower()
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert not [text for text in texts if text.startswith(STATEMENTS)]
