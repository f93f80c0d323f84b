"""disagreements: numbers that differ, side by side, and which of them are copies."""

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import conflict, source
from tests.helpers.datasets import create_warehouse
from tests.helpers.tables import Rows, tuples
from tests.queries.launch_claims import day, milestone_by

DOWNLOADS = ["downloads_cumulative"]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Le Chat: 1,000, three times from one statement, or 3,000; 9,000 later. ChatGPT: 100 or 200."""
    wide = {"conflict_id": "wide"}
    copy = wide | {"rests_on": "one statement"}
    near = {"conflict_id": "near", "app": "chatgpt"}
    return create_warehouse(
        tmp_path_factory.mktemp("disagreements"),
        source(),
        conflict("wide"),
        conflict("near", title_en="They nearly agree"),
        milestone_by("b-copy", 1000, 5, **copy),
        milestone_by("c-core", 1000, 5, **copy, core=True),
        milestone_by("a-copy", 1000, 5, **copy, qualifier="at_least"),
        milestone_by("later", 9000, 9, **wide),
        milestone_by("own", 3000, 5, **wide, qualifier="about", kind="estimated", stated_by="Firm"),
        milestone_by("agreed", 500, 4),
        milestone_by("users", 9000, 6, **wide, metric="mau", unit="users"),
        milestone_by("more", 200, 5, **near),
        milestone_by("less", 100, 5, **near),
    )


def told_apart(house: Warehouse, columns: str, *apps: str, metrics: list[str] = DOWNLOADS) -> Rows:
    return tuples(questions.disagreements(house, apps=apps, metrics=metrics), columns)


def test_numbers_that_differ_stand_side_by_side_with_what_each_can_mean(house: Warehouse) -> None:
    columns = "claim_id, value, qualifier, low, high, kind, stated_by"
    company = ("reported", "Synthetic Company")
    assert told_apart(house, columns, "le-chat") == [
        ("synthetic-c-core", 1000, "exact", 1000, 1000, *company),
        ("synthetic-a-copy", 1000, "at_least", 1000, None, *company),
        ("synthetic-b-copy", 1000, "exact", 1000, 1000, *company),
        ("synthetic-own", 3000, "about", 2500, 3500, "estimated", "Firm"),
        ("synthetic-later", 9000, "exact", 9000, 9000, *company),
    ]


def test_copies_of_one_statement_are_numbered_the_core_figure_first(house: Warehouse) -> None:
    assert told_apart(house, "claim_id, rests_on, copy, copies", "le-chat") == [
        ("synthetic-c-core", "one statement", 1, 3),
        ("synthetic-a-copy", "one statement", 2, 3),
        ("synthetic-b-copy", "one statement", 3, 3),
        ("synthetic-own", None, 1, 1),
        ("synthetic-later", None, 1, 1),
    ]


def test_a_number_that_nobody_disputes_is_left_out(house: Warehouse) -> None:
    assert ("synthetic-agreed",) not in told_apart(house, "claim_id", "le-chat")


def test_the_widest_disagreement_on_one_platform_place_and_day_stands_first(house: Warehouse) -> None:
    columns = "conflict_id, value, period_end, spread"
    rows = told_apart(house, columns, "chatgpt", "le-chat")
    assert list(dict.fromkeys(rows)) == [
        ("wide", 1000, day(5), 3),
        ("wide", 3000, day(5), 3),
        ("wide", 9000, day(9), 1),
        ("near", 100, day(5), 2),
        ("near", 200, day(5), 2),
    ]


def test_only_the_apps_and_the_metrics_asked_are_compared(house: Warehouse) -> None:
    assert told_apart(house, "metric, value, spread", "le-chat", metrics=["mau"]) == [("mau", 9000, 1)]
    assert told_apart(house, "claim_id", "gemini") == []


def test_a_disagreement_says_what_it_is_on_and_how_to_read_it(house: Warehouse) -> None:
    columns = "conflict_en, conflict_fr, reading_en, reading_fr, publisher, url"
    read = ("Publisher of synthetic-source", "https://example.org/synthetic-source")
    said = ("They nearly agree", "Ils divergent", "Read it so", "À lire ainsi")
    assert told_apart(house, columns, "chatgpt") == [(*said, *read)] * 2
