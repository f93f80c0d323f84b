"""What an answer is worth: rows that may become visible, or the reason why not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from dashboard.collect.checks.fields import Row
from dashboard.collect.checks.plausibility import check
from dashboard.collect.checks.schemas import COLLECTED, OBSERVATIONS
from dashboard.collect.checks.validation import Line, sift
from dashboard.collect.http.exchange import RejectedError, Response, unforeseen
from dashboard.collect.http.headers import MISSING, UNCHANGED
from dashboard.collect.sources.apple_charts import LEGACY, MARKETING, read_legacy, read_marketing
from dashboard.collect.sources.apple_lookup import LOOKUP, read_lookup
from dashboard.collect.sources.parsing import ChartReading, Records
from dashboard.collect.sources.wikimedia import VIEWS, read_views
from dashboard.collect.state import CollectionState, Previous, chart_key
from dashboard.domain.text_cleaning import clean_text

READERS: dict[str, Callable[[Response], ChartReading | Records]] = {
    MARKETING: read_marketing,
    LEGACY: read_legacy,
    LOOKUP: read_lookup,
    VIEWS: read_views,
}
DATASETS = {MARKETING: "charts", LEGACY: "charts", LOOKUP: "listings", VIEWS: "page_views"}
MODELS = OBSERVATIONS | COLLECTED
UNREACHED = {"unreachable", "timeout", "busy", "cut", "slow", "given_up"}


@dataclass(frozen=True)
class Result:
    """An answer and its outcome: kept, unchanged, absent, refused or unreached."""

    answer: Response
    outcome: str
    reason: str = ""
    detail: str = ""
    observed_at: datetime | None = None
    places: int | None = None
    rows: list[Row] = field(default_factory=list)

    @property
    def dataset(self) -> str:
        return DATASETS.get(self.answer.task.collection, "")  # a waiting answer may be of another version


def check_readable(answer: Response) -> None:
    """Whether a body can be read at all; raises Refusal."""
    read_answer(answer)


def read_answer(answer: Response) -> ChartReading | Records:
    """What a body says; raises Refusal, also where its reader stumbles over what nobody foresaw."""
    try:
        return READERS[answer.task.collection](answer)
    except RejectedError:
        raise
    except Exception as error:
        raise unforeseen(error) from error


def review(answer: Response, known: CollectionState, against: Mapping[str, Any]) -> Result:
    """The outcome of one answer, held against what is known; a chart that is kept is known from then on."""
    try:
        return _judge(answer, known, against)
    except RejectedError as refusal:
        return without_rows(answer, refusal.reason, refusal.detail)
    except Exception as error:
        return without_rows(answer, "unreadable", unforeseen(error).detail)


def _judge(answer: Response, known: CollectionState, against: Mapping[str, Any]) -> Result:
    task = answer.task
    if answer.reason:
        return without_rows(answer, answer.reason, answer.detail)
    held = known.readings.get(chart_key(task))
    if answer.status == UNCHANGED and held:
        return Result(answer, "unchanged", observed_at=held.observed_at)
    if answer.status == UNCHANGED:
        return without_rows(answer, "status", "HTTP 304, and nothing is held")
    if answer.status == MISSING:
        return Result(answer, "absent") if task.collection == VIEWS else without_rows(answer, "status", "404")
    told = read_answer(answer)
    return (
        _chart(answer, told, known, against)
        if isinstance(told, ChartReading)
        else _rows(answer, told, against)
    )


def without_rows(answer: Response, reason: str, detail: str, **known: Any) -> Result:
    outcome = "unreached" if reason in UNREACHED else "refused"
    return Result(answer, outcome, reason, detail, **known)


def _chart(
    answer: Response, reading: ChartReading, known: CollectionState, against: Mapping[str, Any]
) -> Result:
    key, depth = chart_key(answer.task), len(reading.places)
    previous = known.readings.get(key)
    try:
        check(reading, previous, known.shrunk.get(key, {}), answer.asked_at)
    except RejectedError as refusal:
        seen = {"observed_at": reading.observed_at, "places": depth}
        if refusal.reason == "shrunk":
            known.shrunk.setdefault(key, {})[answer.asked_at.date()] = depth
        return without_rows(answer, refusal.reason, refusal.detail, **seen)
    now = Previous(reading.observed_at, reading.ids)
    if now == previous:
        return Result(answer, "unchanged", observed_at=now.observed_at, places=depth)
    rows, odd = _sift(answer, [_place(answer, reading, rank) for rank in range(1, depth + 1)], against)
    if odd:  # a chart is one record: without one of its places the others have no rank
        raise RejectedError("bad_value", odd[0])
    known.readings[key] = now
    return Result(answer, "kept", observed_at=now.observed_at, places=depth, rows=rows)


def _rows(answer: Response, told: Records, against: Mapping[str, Any]) -> Result:
    """Each record is one for itself: an odd one is refused and named, the others are kept."""
    rows, bad = _sift(answer, told.rows, against)
    odd = [*told.odd, *bad]
    if not odd:
        return Result(answer, "kept", rows=rows)
    if not rows:
        raise RejectedError("bad_value", odd[0])
    refused = len(told.rows) + len(told.odd) - len(rows)
    detail = clean_text(f"{refused} refused, {len(rows)} kept: {'; '.join(odd)}")
    return Result(answer, "kept", "odd_record", detail, rows=rows)


def _place(answer: Response, reading: ChartReading, rank: int) -> dict[str, Any]:
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


def _sift(
    answer: Response, rows: list[dict[str, Any]], against: Mapping[str, Any]
) -> tuple[list[Row], list[str]]:
    """The rows that are sound, and what is wrong with the others, each named by its app or its day."""
    dataset = DATASETS[answer.task.collection]
    lines = [Line(Path(answer.task.url), number, row) for number, row in enumerate(rows, 1)]
    found, faults = sift(lines, MODELS[dataset], dict(against))
    named = [rows[fault.line - 1] for fault in faults]
    return found, [
        f"{row.get('app_id') or row.get('day')}, {fault.column}: {fault.reason}"
        for row, fault in zip(named, faults, strict=True)
    ]
