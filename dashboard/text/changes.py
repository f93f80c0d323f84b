"""Sentences on what became of an assistant from one day to the next."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.rank import short_chart_name
from dashboard.text.translator import Translator


def describe_rank(t: Translator, rank: Any, depth: int) -> str:
    """A rank, or that it is outside the list."""
    return t("outside the top {depth}", depth=depth) if pd.isna(rank) else t.ordinal(int(rank))


def describe_change(t: Translator, app: str, row: Row) -> str:
    """A new no. 1, or an assistant that entered or left the top 10 (columns: see queries/chart_changes.sql)."""
    place = describe_rank(t, row["rank"], row["depth"])
    return {
        "first": t("{app} reaches no. 1", app=app),
        "dethroned": t("{app} loses no. 1 (now {place})", app=app, place=place),
        "entered": t("{app} enters the top 10 ({place})", app=app, place=place),
        "left": t("{app} drops out of the top 10 ({place})", app=app, place=place),
    }[row["kind"]]


def describe_entry(view: ViewContext, rows: Sequence[Row]) -> str:
    """The changes of one chart on one day, with the rank before each."""
    t, first = view.texts, rows[0]
    changes = t.join_semicolons(_describe_with_before(view, row) for row in rows)
    chart = short_chart_name(view, first, view.catalog.default_chart)
    return t.label(f"**{t.day(first['day'])}**, {chart}", changes)


def _describe_with_before(view: ViewContext, row: Row) -> str:
    t = view.texts
    before = describe_rank(t, row["rank_before"], row["depth_before"])
    return t(
        "{change}, {before} on {day}",
        change=describe_change(t, view.app_name(row["app"]), row),
        before=before,
        day=t.day(row["before_at"]),
    )
