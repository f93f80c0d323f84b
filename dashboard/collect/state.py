"""State of earlier collections, read from the snapshots: needed to plan requests and to review responses."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import duckdb

from dashboard.collect.http.exchange import Request
from dashboard.collect.storage.writer import query_stored

ChartKey = tuple[str, str, str, str]


@dataclass(frozen=True)
class Previous:
    """The previous reading: its time (UTC) and its app ids by rank."""

    observed_at: datetime
    ids: tuple[str, ...]


@dataclass
class CollectionState:
    """Updated while the responses of a run are reviewed, so that each is compared with the previous one."""

    readings: dict[ChartKey, Previous] = field(default_factory=dict)
    validators: dict[str, dict[str, str]] = field(default_factory=dict)
    shrunk: dict[ChartKey, dict[date, int]] = field(default_factory=dict)
    views: dict[str, date] = field(default_factory=dict)


def chart_key(task: Request) -> ChartKey:
    return (task.collection, task.country, task.chart, task.category)


def load_state(folder: Path, besides: str = "") -> CollectionState:
    """Read it from the snapshots in `folder`; raises SnapshotError where they are damaged.

    Charts that the ingest `besides` brought are left out: a killed one is judged anew, as it was.
    """
    state = CollectionState()
    with duckdb.connect() as con:
        for *key, observed_at, ids in query_stored(con, folder, "charts", "previous_readings", besides):
            state.readings[_key(key)] = Previous(observed_at, tuple(ids))
        for url, etag, last_modified in query_stored(con, folder, "attempts", "conditional_headers"):
            headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
            state.validators[url] = {name: value for name, value in headers.items() if value}
        for *key, day, places in query_stored(con, folder, "attempts", "earlier_short_charts"):
            state.shrunk.setdefault(_key(key), {})[day] = places
        for project, article, last_day in query_stored(con, folder, "page_views", "last_page_view_day"):
            state.views[f"{project}/{article}"] = last_day
    return state


def _key(parts: list[str]) -> ChartKey:
    collection, country, chart, category = parts
    return (collection, country, chart, category)
