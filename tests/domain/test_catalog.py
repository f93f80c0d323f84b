"""The catalogue is taken whole or refused with the place of the fault."""

from pathlib import Path

import pytest

from dashboard.domain.catalog import Catalog, CatalogError, load_catalog
from tests.helpers.datasets import DATA

TEXT = (DATA / "catalog.toml").read_text("utf-8")
CLAUDE = '{ store = "app_store", id = "6473753684" }'


def changed(folder: Path, old: str, new: str) -> Path:
    """A copy of the catalogue with the first `old` replaced."""
    assert old in TEXT
    path = folder / "catalog.toml"
    path.write_text(TEXT.replace(old, new, 1), "utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(CatalogError) as refused:
        load_catalog(path)
    told = str(refused.value)
    assert told.startswith(f"{path}: ")
    return told.removeprefix(f"{path}: ")


@pytest.mark.parametrize(
    ("old", "new", "group", "twice"),
    [
        ('id = "chatgpt"', 'id = "le-chat"', "apps", "le-chat"),
        ('id = "6473753684"', 'id = "6448311069"', "store ids", "app_store 6448311069"),
        ('id = "top-paid"', 'id = "top-free"', "charts", "top-free"),
        ('id = "google_play"\nen', 'id = "app_store"\nen', "stores", "app_store"),
        ('id = "utilities"', 'id = "productivity"', "categories", "productivity"),
        ('id = "wau"', 'id = "mau"', "metrics", "mau"),
        ('id = "memory"', 'id = "voice"', "features", "voice"),
        ('"fr", "us", "gb"', '"fr", "us", "fr"', "storefronts", "fr"),
        ('"eu", "gb+eu"', '"eu", "eu"', "areas", "eu"),
    ],
)
def test_an_id_that_stands_twice_is_named(tmp_path: Path, old: str, new: str, group: str, twice: str) -> None:
    assert refusal(changed(tmp_path, old, new)) == f"{group}: {twice!r} stands twice; keep one of them"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("fr = [3, 3]\n", "", "'fr' has no place; give it a column and a row"),
        ("fr = [3, 3]", "fr = [3, 3]\nxx = [12, 0]", "'xx' is no storefront; take it away"),
        ("fr = [3, 3]", "fr = [4, 3]", "'fr' and 'ch' share [4, 3]; move one of them"),
    ],
)
def test_every_storefront_has_one_square_of_the_map(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert refusal(changed(tmp_path, old, new)) == f"tiles: {fault}"


def test_a_square_without_its_row_is_named(tmp_path: Path) -> None:
    assert refusal(changed(tmp_path, "fr = [3, 3]", "fr = [3]")).startswith("tiles.fr")


def test_no_two_squares_of_the_map_meet(catalog: Catalog) -> None:
    assert set(catalog.tiles) == set(catalog.storefronts)
    assert len(set(catalog.tiles.values())) == len(catalog.storefronts)


def test_one_id_in_two_stores_is_no_duplicate(tmp_path: Path) -> None:
    path = changed(tmp_path, '"ai.mistral.chat"', '"6448311069"')
    assert [one.id for one in load_catalog(path).by_app["le-chat"].stores] == ["6740410176", "6448311069"]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("from = 2026-09-15", 'from = "soon"', "apps.3.stores.1.from"),
        ("on = 2026-05-28", 'on = "2026-15-28"', "apps.0.renamed.0.on"),
        ("genre = 6007", 'genre = "six"', "categories.2.genre"),
        ("cadence_hours = 24", "cadence_hours = 1.5", "collections.0.cadence_hours"),
    ],
)
def test_a_bad_value_is_named_with_its_place(tmp_path: Path, old: str, new: str, place: str) -> None:
    assert refusal(changed(tmp_path, old, new)).startswith(f"{place}: ")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (CLAUDE, CLAUDE.replace(" }", ", form = 2026-09-15 }"), "apps.5.stores.0.form"),
        ('company = "OpenAI"', 'company = "OpenAI"\ncolor = "#000000"', "apps.1.color"),
        ("default_country =", 'default_contry = "fr"\ndefault_country =', "default_contry"),
    ],
)
def test_an_unknown_key_is_named_with_its_place(tmp_path: Path, old: str, new: str, place: str) -> None:
    assert place in refusal(changed(tmp_path, old, new))


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    told = refusal(changed(tmp_path, 'default_chart = "top-free"\n', ""))
    assert told.startswith("default_chart: ")


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    line = TEXT[: TEXT.index("default_chart")].count("\n") + 1
    told = refusal(changed(tmp_path, 'default_chart = "top-free"', "default_chart = top-free"))
    assert f"at line {line}" in told


def test_a_file_that_is_absent_or_not_utf_8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "catalog.toml"
    assert "No such file" in refusal(path)
    path.write_bytes("nom = 'Palmarès'".encode("latin-1"))
    assert "'utf-8' codec can't decode" in refusal(path)


def test_the_market_is_no_competitor(catalog: Catalog) -> None:
    codes = [app.id for app in catalog.selectable_apps()]
    assert "all-assistants" not in codes
    assert {*catalog.default_apps, "sora"} <= set(codes)
