"""Turn an HTTP response into validated rows, or into a rejection with a reason code."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from dashboard.collect.checks.fields import Row
from dashboard.collect.checks.plausibility import check_reading
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
    """Raise RejectedError where a body cannot be parsed."""
    read_answer(answer)


def read_answer(answer: Response) -> ChartReading | Records:
    """Parse a body; raises RejectedError, also in place of any unforeseen exception of its parser."""
    try:
        return READERS[answer.task.collection](answer)
    except RejectedError:
        raise
    except Exception as error:
        raise unforeseen(error) from error


def review(answer: Response, state: CollectionState, against: Mapping[str, Any]) -> Result:
    """Return the outcome of one answer, compared with `state`, to which a chart that is kept is added."""
    try:
        return _judge(answer, state, against)
    except RejectedError as refusal:
        return without_rows(answer, refusal.reason, refusal.detail)
    except Exception as error:
        return without_rows(answer, "unreadable", unforeseen(error).detail)


def _judge(answer: Response, state: CollectionState, against: Mapping[str, Any]) -> Result:
    task = answer.task
    if answer.reason:
        return without_rows(answer, answer.reason, answer.detail)
    previous = state.readings.get(chart_key(task))
    if answer.status == UNCHANGED and previous:
        return Result(answer, "unchanged", observed_at=previous.observed_at)
    if answer.status == UNCHANGED:
        return without_rows(answer, "status", "HTTP 304, and nothing is held")
    if answer.status == MISSING:
        return Result(answer, "absent") if task.collection == VIEWS else without_rows(answer, "status", "404")
    content = read_answer(answer)
    return (
        _review_chart(answer, content, state, against)
        if isinstance(content, ChartReading)
        else _review_records(answer, content, against)
    )


def without_rows(answer: Response, reason: str, detail: str, **facts: Any) -> Result:
    outcome = "unreached" if reason in UNREACHED else "refused"
    return Result(answer, outcome, reason, detail, **facts)


def _review_chart(
    answer: Response, reading: ChartReading, state: CollectionState, against: Mapping[str, Any]
) -> Result:
    key, depth = chart_key(answer.task), len(reading.places)
    previous = state.readings.get(key)
    try:
        check_reading(reading, previous, state.shrunk.get(key, {}), answer.asked_at)
    except RejectedError as refusal:
        seen = {"observed_at": reading.observed_at, "places": depth}
        if refusal.reason == "shrunk":
            state.shrunk.setdefault(key, {})[answer.asked_at.date()] = depth
        return without_rows(answer, refusal.reason, refusal.detail, **seen)
    now = Previous(reading.observed_at, reading.ids)
    if now == previous:
        return Result(answer, "unchanged", observed_at=now.observed_at, places=depth)
    rows, odd = _validate(
        answer, [_chart_row(answer, reading, rank) for rank in range(1, depth + 1)], against
    )
    if odd:  # a chart is one record: without one of its rows the rest have no rank
        raise RejectedError("bad_value", odd[0])
    state.readings[key] = now
    return Result(answer, "kept", observed_at=now.observed_at, places=depth, rows=rows)


def _review_records(answer: Response, records: Records, against: Mapping[str, Any]) -> Result:
    """Validate each record by itself: an odd one is refused and named, the others are kept."""
    rows, bad = _validate(answer, records.rows, against)
    odd = [*records.odd, *bad]
    if not odd:
        return Result(answer, "kept", rows=rows)
    if not rows:
        raise RejectedError("bad_value", odd[0])
    refused = len(records.rows) + len(records.odd) - len(rows)
    detail = clean_text(f"{refused} refused, {len(rows)} kept: {'; '.join(odd)}")
    return Result(answer, "kept", "odd_record", detail, rows=rows)


def _chart_row(answer: Response, reading: ChartReading, rank: int) -> dict[str, Any]:
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


def _validate(
    answer: Response, rows: list[dict[str, Any]], against: Mapping[str, Any]
) -> tuple[list[Row], list[str]]:
    """Return the valid rows, and a fault for each of the others, named by its app or its day."""
    dataset = DATASETS[answer.task.collection]
    lines = [Line(Path(answer.task.url), number, row) for number, row in enumerate(rows, 1)]
    valid, faults = sift(lines, MODELS[dataset], dict(against))
    named = [rows[fault.line - 1] for fault in faults]
    return valid, [
        f"{row.get('app_id') or row.get('day')}, {fault.column}: {fault.reason}"
        for row, fault in zip(named, faults, strict=True)
    ]
