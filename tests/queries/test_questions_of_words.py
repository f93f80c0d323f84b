"""events, features, all_claims, sources, freshness and date_range."""

from datetime import date, datetime
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import conflict, event, feature, launch, milestone, reported_rank, source
from tests.helpers.datasets import CHATGPT, LE_CHAT, NOW, create_warehouse, rating
from tests.helpers.datasets import reading as read
from tests.helpers.tables import Rows, tuples

MARCH: dict[str, Any] = {"since": date(2025, 3, 1), "until": date(2025, 3, 31)}
OLE = "olekenneth/appstore@1"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Some of everything; `synthetic-unread` is a source on which nothing rests."""
    return create_warehouse(
        tmp_path_factory.mktemp("words"),
        source(),
        source("synthetic-unread"),
        conflict(),
        event("both", "2025-03-10", apps="chatgpt;le-chat"),
        event("month", "2025-03"),
        event("world", "2025-03-20", country="world"),
        event("us", "2025-03-11", country="us"),
        event("rival", "2025-03-11", apps="gemini"),
        event("before", "2025-02-28"),
        event("after", "2025-04-01"),
        feature("fr", conflict_id="synthetic-conflict"),
        feature("world", scope="world", as_of="2025-03"),
        feature("de", scope="de"),
        feature("rival", app="gemini"),
        launch("launch", "2025-02-06", note_fr="À noter"),
        launch("reused", "2019-01-01", basis="reused_id"),
        milestone("number", 1234567, period_end="2025-05", recorded_on="2026-10-05"),
        reported_rank("place", 4, "2025-03-09", first_day="2025-03-02", precision="week"),
        read("2025-10-01T10:00:00", {1: LE_CHAT}),
        read("2025-10-02T10:00:00", {1: LE_CHAT}),
        rating("2023-06-01T02:00:00", CHATGPT, 10, source=OLE),
    )


def test_events_of_the_country_and_of_the_world_touch_the_days_wanted(house: Warehouse) -> None:
    answer = questions.events(house, country="fr", apps=["le-chat"], **MARCH)
    assert tuples(answer, "event_id, happened_on, first_day, last_day, country") == [
        ("synthetic-month", "2025-03", date(2025, 3, 1), date(2025, 3, 31), "fr"),
        ("synthetic-both", "2025-03-10", date(2025, 3, 10), date(2025, 3, 10), "fr"),
        ("synthetic-world", "2025-03-20", date(2025, 3, 20), date(2025, 3, 20), "world"),
    ]


def test_an_event_of_several_apps_is_found_by_each_of_them(house: Warehouse) -> None:
    answer = questions.events(house, country="fr", apps=["chatgpt"], **MARCH)
    assert [list(apps) for apps in answer["apps"]] == [["chatgpt", "le-chat"]]


def test_features_of_the_country_come_with_those_of_the_world(house: Warehouse) -> None:
    answer = questions.features(house, apps=["le-chat"], country="fr")
    assert tuples(answer, "claim_id, scope, as_of, value_fr, conflict_en, publisher") == [
        ("synthetic-fr", "fr", None, "oui", "They differ", "Publisher of synthetic-source"),
        ("synthetic-world", "world", "2025-03", "oui", None, "Publisher of synthetic-source"),
    ]


def every(house: Warehouse, dataset: str, columns: str) -> Rows:
    answer = questions.all_claims(house)
    return tuples(answer[answer["dataset"] == dataset], columns)


def test_every_claim_is_listed_once(house: Warehouse) -> None:
    counts = questions.all_claims(house)["dataset"].value_counts().to_dict()
    assert counts == {"events": 7, "features": 4, "launches": 2, "milestones": 1, "reported_ranks": 1}


def test_a_claim_in_words_is_in_both_languages_and_one_in_figures_is_in_codes(house: Warehouse) -> None:
    columns = "claim_id, apps, happened, says_en, says_fr"
    assert every(house, "features", columns)[-1] == ("synthetic-world", "le-chat", "2025-03", "yes", "oui")
    assert every(house, "events", columns)[0] == (
        "synthetic-both",
        "chatgpt;le-chat",
        "2025-03-10",
        "It happened",
        "C’est arrivé",
    )
    stated = ("Synthetic Company", "reported")
    number = "happened, says_en, metric, qualifier, value, unit, platform, stated_by, kind"
    assert every(house, "milestones", number) == [
        ("2025-05", None, "downloads_cumulative", "at_least", 1234567, "downloads", "all", *stated)
    ]
    assert every(house, "reported_ranks", "happened, says_fr, chart, rank, stated_by") == [
        ("2025-03-09", None, "top-free", 4, "Synthetic Paper")
    ]


def test_a_claim_says_where_it_was_read_and_how_good_that_source_is(house: Warehouse) -> None:
    columns = "claim_id, platform, scope, publisher, tier, url, note_fr"
    assert every(house, "launches", columns)[1] == (
        "synthetic-launch",
        "ios",
        "world",
        "Publisher of synthetic-source",
        3,
        "https://example.org/synthetic-source",
        "À noter",
    )


def test_sources_stand_by_how_many_claims_rest_on_them(house: Warehouse) -> None:
    assert tuples(questions.sources(house), "source_id, claims, recorded_on") == [
        ("synthetic-source", 15, date(2026, 10, 1)),
        ("synthetic-unread", 0, date(2026, 10, 1)),
    ]


def test_each_collection_says_how_old_it_is(house: Warehouse) -> None:
    columns = "dataset, collection, url, rows_held, newest_at, ingested_at"
    assert tuples(questions.freshness(house), columns) == [
        ("claims", "claims", None, 2, datetime(2026, 10, 5), NOW),
        ("charts", "synthetic/archive", None, 2, datetime(2025, 10, 2, 10), NOW),
        (
            "ratings",
            "olekenneth/appstore",
            "https://github.com/olekenneth/appstore",
            1,
            datetime(2023, 6, 1, 2),
            NOW,
        ),
    ]


def test_the_span_runs_from_the_first_day_to_the_last_without_reused_ids(house: Warehouse) -> None:
    columns = "first_day, last_day"
    assert tuples(questions.date_range(house), columns) == [(date(2023, 6, 1), date(2025, 10, 2))]
