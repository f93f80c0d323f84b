"""Synthetic claims, each from what matters to a test, and their sources."""

from typing import Any

from tests.helpers.datasets import DatasetRow

RECORDED = "2026-10-01"
KEYS = {
    "sources": "source_id",
    "conflicts": "conflict_id",
    "launches": "launch_id",
    "milestones": "claim_id",
    "reported_ranks": "claim_id",
    "events": "event_id",
    "features": "claim_id",
}


def source(source_id: str = "synthetic-source", **cells: Any) -> list[DatasetRow]:
    row = {
        "source_id": source_id,
        "url": f"https://example.org/{source_id}",
        "title": f"Title of {source_id}",
        "publisher": f"Publisher of {source_id}",
        "tier": "press",
        "published_on": "2025-03",
        "recorded_on": RECORDED,
    }
    return [DatasetRow("sources", row | cells)]


def conflict(conflict_id: str = "synthetic-conflict", **cells: Any) -> list[DatasetRow]:
    row = {
        "conflict_id": conflict_id,
        "title_en": "They differ",
        "title_fr": "Ils divergent",
        "reading_en": "Read it so",
        "reading_fr": "À lire ainsi",
        "recorded_on": RECORDED,
    }
    return [DatasetRow("conflicts", row | cells)]


def launch(launch_id: str, on: str, **cells: Any) -> list[DatasetRow]:
    row = {
        "launch_id": f"synthetic-{launch_id}",
        "app": "le-chat",
        "platform": "ios",
        "platform_stated": True,
        "scope": "world",
        "launched_on": on,
        "basis": "announced",
    }
    return [DatasetRow("launches", row | _claim() | cells)]


def milestone(claim_id: str, value: float, **cells: Any) -> list[DatasetRow]:
    row = {
        "claim_id": f"synthetic-{claim_id}",
        "app": "le-chat",
        "metric": "downloads_cumulative",
        "value": value,
        "unit": "downloads",
        "qualifier": "at_least",
        "platform": "all",
        "platform_stated": True,
        "scope": "world",
        "scope_stated": True,
        "period_start": "",
        "period_end": "",
        "approximate": False,
        "days_stated": "",
        "kind": "reported",
        "stated_by": "Synthetic Company",
        "rests_on": "",
        "core": False,
        "population": "",
    }
    return [DatasetRow("milestones", row | _claim() | cells)]


def reported_rank(claim_id: str, rank: int, last_day: str, **cells: Any) -> list[DatasetRow]:
    row = {
        "claim_id": f"synthetic-{claim_id}",
        "app": "le-chat",
        "country": "fr",
        "store": "app_store",
        "device": "iphone",
        "chart": "top-free",
        "category": "all",
        "rank": rank,
        "first_day": last_day,
        "last_day": last_day,
        "precision": "day",
        "stated_by": "Synthetic Paper",
        "rests_on": "",
    }
    return [DatasetRow("reported_ranks", row | _claim() | cells)]


def event(event_id: str, on: str, **cells: Any) -> list[DatasetRow]:
    row = {
        "event_id": f"synthetic-{event_id}",
        "happened_on": on,
        "apps": "le-chat",
        "country": "fr",
        "kind": "launch",
        "title_en": "It happened",
        "title_fr": "C’est arrivé",
    }
    return [DatasetRow("events", row | _claim() | cells)]


def feature(claim_id: str, **cells: Any) -> list[DatasetRow]:
    row = {
        "claim_id": f"synthetic-{claim_id}",
        "app": "le-chat",
        "feature": "voice",
        "scope": "fr",
        "as_of": "",
        "value_en": "yes",
        "value_fr": "oui",
    }
    return [DatasetRow("features", row | _claim() | cells)]


def _claim() -> dict[str, Any]:
    return {
        "source_id": "synthetic-source",
        "conflict_id": "",
        "note_en": "",
        "note_fr": "",
        "recorded_on": RECORDED,
    }
