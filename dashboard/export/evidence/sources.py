"""The sources named in the results of a page, with kind and date."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from dashboard.domain.types import Row
from dashboard.export.tables import KINDS
from dashboard.sections.view import View
from dashboard.text.labels import code_label
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult


@dataclass(frozen=True)
class Source:
    """A source; `kind` and `dated` in the reader's language."""

    kind: str
    name: str
    url: str
    dated: str


def list_sources(view: View, results: Iterable[QueryResult]) -> list[Source]:
    """The distinct sources: of readings, then of claims."""
    frames = [result.rows for result in results]
    return [*_reading_sources(view, frames), *_claim_sources(view, frames)]


def _reading_sources(view: View, frames: list[pd.DataFrame]) -> list[Source]:
    t = view.texts
    named = {name for frame in frames if "collection" in frame for name in frame["collection"].dropna()}
    freshness = view.query_untracked(questions.freshness).rows
    rows: list[Row] = freshness[freshness["collection"].isin(named)].to_dict("records")
    return [
        Source(
            code_label(t, "observed"),
            f"{row['collection']} ({code_label(t, row['dataset'])})",
            row["url"] if isinstance(row["url"], str) else "",
            t("newest reading {moment}", moment=t.utc_datetime(row["newest_at"], row["time_precision"])),
        )
        for row in rows
    ]


def _claim_sources(view: View, frames: list[pd.DataFrame]) -> list[Source]:
    t = view.texts
    kinds: dict[str, set[str]] = {}
    for frame in frames:
        if {"url", "publisher"} <= set(frame):
            stated = frame["kind"] if "kind" in frame else pd.Series("reported", index=frame.index)
            for url, kind in zip(frame["url"], stated, strict=True):
                kinds.setdefault(url, set()).add(kind if kind in KINDS else "reported")
    rows: list[Row] = view.query_untracked(questions.sources).rows.to_dict("records")
    return [
        Source(
            t.join(code_label(t, kind) for kind in sorted(kinds[row["url"]])),
            f"{row['publisher']}, {row['title']}" if isinstance(row["title"], str) else row["publisher"],
            row["url"],
            t.partial_date(row["published_on"]),
        )
        for row in rows
        if row["url"] in kinds
    ]
