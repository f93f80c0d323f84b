"""features: which claim of several the table shows."""

from pathlib import Path

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import conflict, feature, source
from tests.helpers.datasets import create_warehouse


def shown(house: Warehouse, country: str = "fr") -> list[str]:
    """Short names of the claims shown of Le Chat and Gemini, of those that the country may read."""
    answer = questions.features(house, apps=["le-chat", "gemini"], country=country)
    return sorted(name.removeprefix("synthetic-") for name in answer[answer["shown"]]["claim_id"])


def test_the_newest_claim_is_shown_a_month_counting_until_its_last_day(tmp_path: Path) -> None:
    old, day = feature("old", as_of="2025-02-28"), feature("day", as_of="2025-03-30")
    house = create_warehouse(tmp_path, source(), feature("month", as_of="2025-03"), old, day)
    assert shown(house) == ["month"]


def test_a_newer_claim_of_the_world_is_shown_before_an_older_one_of_the_country(tmp_path: Path) -> None:
    world = feature("world", scope="world", as_of="2026")
    house = create_warehouse(
        tmp_path, source(), world, feature("fr", as_of="2025"), feature("de", scope="de")
    )
    assert shown(house) == ["world"]


def test_of_two_claims_of_one_date_that_of_the_country_is_shown(tmp_path: Path) -> None:
    world = feature("a-world", scope="world", as_of="2025")
    assert shown(create_warehouse(tmp_path, source(), world, feature("fr", as_of="2025"))) == ["fr"]


def test_a_newer_claim_that_names_nobody_stands_below_the_best_and_an_older_one_nowhere(
    tmp_path: Path,
) -> None:
    weak = {"source_id": "weak"}
    known, newer = feature("known", as_of="2025-03"), feature("newer", as_of="2025-04", **weak)
    weak_source = source("weak", tier="unnamed")
    assert shown(create_warehouse(tmp_path / "1", source(), weak_source, known, newer)) == ["known", "newer"]
    older = feature("older", as_of="2025-02", **weak), feature("undated", **weak)
    assert shown(create_warehouse(tmp_path / "2", source(), weak_source, known, *older)) == ["known"]
    assert shown(create_warehouse(tmp_path / "3", source(), weak_source, *older)) == ["older"]


def test_where_nothing_is_claimed_of_the_country_the_worlds_newest_is_shown(tmp_path: Path) -> None:
    worlds = [feature(f"w{year}", scope="world", as_of=f"{year}") for year in (2024, 2026, 2025)]
    house = create_warehouse(tmp_path, source(), *worlds, feature("fr"))
    assert shown(house, "de") == ["w2026"]


def test_an_undated_claim_is_shown_only_where_no_dated_one_is(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, source(), feature("undated"), feature("dated", as_of="2023"))
    assert shown(house) == ["dated"]
    alone = create_warehouse(tmp_path / "alone", source(), feature("undated"))
    assert shown(alone) == ["undated"]


def test_a_disputed_claim_is_always_shown(tmp_path: Path) -> None:
    disputed = {"conflict_id": "synthetic-conflict"}
    house = create_warehouse(
        tmp_path,
        source(),
        conflict(),
        feature("newest", as_of="2026"),
        feature("older", as_of="2025"),
        feature("disputed", as_of="2024", **disputed),
        feature("undated", **disputed),
        feature("world", scope="world", **disputed),
    )
    assert shown(house) == ["disputed", "newest", "undated", "world"]


def test_a_claim_of_one_app_or_feature_hides_none_of_another(tmp_path: Path) -> None:
    house = create_warehouse(
        tmp_path,
        source(),
        feature("voice", as_of="2025"),
        feature("rival", app="gemini", as_of="2024"),
        feature("price", feature="price_paid_tier", as_of="2023"),
    )
    assert shown(house) == ["price", "rival", "voice"]


def test_of_two_claims_of_one_day_one_is_shown_and_always_the_same(tmp_path: Path) -> None:
    first, second = feature("a", as_of="2025"), feature("b", as_of="2025-12-31")
    assert shown(create_warehouse(tmp_path / "one", source(), first, second)) == ["a"]
    assert shown(create_warehouse(tmp_path / "other", source(), second, first)) == ["a"]
