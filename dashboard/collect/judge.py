"""What an answer is worth: rows that may become visible, or the reason why not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from dashboard.collect.answers import Answer, Refusal
from dashboard.collect.apple_charts import LEGACY, MARKETING, read_legacy, read_marketing
from dashboard.collect.apple_lookup import LOOKUP, read_lookup
from dashboard.collect.check import BadRows, Line, typed
from dashboard.collect.collected_rows import COLLECTED
from dashboard.collect.feeds import Reading
from dashboard.collect.fields import Row
from dashboard.collect.heads import MISSING, UNCHANGED
from dashboard.collect.known import Known, Previous, chart_key
from dashboard.collect.rows import OBSERVATIONS
from dashboard.collect.trust import check
from dashboard.collect.wikimedia import VIEWS, read_views

READERS: dict[str, Callable[[Answer], Reading | list[dict[str, Any]]]] = {
    MARKETING: read_marketing,
    LEGACY: read_legacy,
    LOOKUP: read_lookup,
    VIEWS: read_views,
}
DATASETS = {MARKETING: "charts", LEGACY: "charts", LOOKUP: "listings", VIEWS: "page_views"}
MODELS = OBSERVATIONS | COLLECTED
UNREACHED = {"unreachable", "timeout", "busy", "cut", "slow", "given_up"}


@dataclass(frozen=True)
class Judged:
    """An answer and its outcome: kept, unchanged, absent, refused or unreached."""

    answer: Answer
    outcome: str
    reason: str = ""
    detail: str = ""
    observed_at: datetime | None = None
    places: int | None = None
    rows: list[Row] = field(default_factory=list)

    @property
    def dataset(self) -> str:
        return DATASETS[self.answer.task.collection]


def sound(answer: Answer) -> None:
    """Whether a body can be read at all; raises Refusal."""
    READERS[answer.task.collection](answer)


def judge(answer: Answer, known: Known, against: Mapping[str, Any]) -> Judged:
    """The outcome of one answer, held against what is known; a chart that is kept is known from then on."""
    task = answer.task
    if answer.reason:
        return _without_rows(answer, answer.reason, answer.detail)
    held = known.readings.get(chart_key(task))
    if answer.status == UNCHANGED and held:
        return Judged(answer, "unchanged", observed_at=held.observed_at)
    if answer.status == UNCHANGED:
        return _without_rows(answer, "status", "HTTP 304, and nothing is held")
    if answer.status == MISSING:
        return (
            Judged(answer, "absent") if task.collection == VIEWS else _without_rows(answer, "status", "404")
        )
    try:
        told = READERS[task.collection](answer)
        return (
            _chart(answer, told, known, against)
            if isinstance(told, Reading)
            else _rows(answer, told, against)
        )
    except Refusal as refusal:
        return _without_rows(answer, refusal.reason, refusal.detail)


def _without_rows(answer: Answer, reason: str, detail: str, **known: Any) -> Judged:
    outcome = "unreached" if reason in UNREACHED else "refused"
    return Judged(answer, outcome, reason, detail, **known)


def _chart(answer: Answer, reading: Reading, known: Known, against: Mapping[str, Any]) -> Judged:
    key, depth = chart_key(answer.task), len(reading.places)
    previous = known.readings.get(key)
    try:
        check(reading, previous, known.shrunk.get(key, {}), answer.asked_at)
    except Refusal as refusal:
        seen = {"observed_at": reading.observed_at, "places": depth}
        if refusal.reason == "shrunk":
            known.shrunk.setdefault(key, {})[answer.asked_at.date()] = depth
        return _without_rows(answer, refusal.reason, refusal.detail, **seen)
    now = Previous(reading.observed_at, reading.ids)
    if now == previous:
        return Judged(answer, "unchanged", observed_at=now.observed_at, places=depth)
    rows = _typed(answer, [_place(answer, reading, rank) for rank in range(1, depth + 1)], against)
    known.readings[key] = now
    return Judged(answer, "kept", observed_at=now.observed_at, places=depth, rows=rows)


def _rows(answer: Answer, told: list[dict[str, Any]], against: Mapping[str, Any]) -> Judged:
    return Judged(answer, "kept", rows=_typed(answer, told, against))


def _place(answer: Answer, reading: Reading, rank: int) -> dict[str, Any]:
    task, (app_id, name) = answer.task, reading.places[rank - 1]
    return {
        "store": "app_store",
        "country": task.country,
        "device": "iphone",
        "chart": task.chart,
        "category": task.category,
        "observed_at": reading.observed_at,
        "time_precision": "second",
        "source": answer.source,
        "depth": len(reading.places),
        "scope": "all",
        "rank": rank,
        "app_id": app_id,
        "app_name": name,
    }


def _typed(answer: Answer, rows: list[dict[str, Any]], against: Mapping[str, Any]) -> list[Row]:
    dataset = DATASETS[answer.task.collection]
    lines = [Line(Path(answer.task.url), number, row) for number, row in enumerate(rows, 1)]
    try:
        return typed(lines, MODELS[dataset], dict(against))
    except BadRows as error:
        first = error.faults[0]
        raise Refusal("bad_value", f"{first.column}: {first.reason}"[:200]) from error
