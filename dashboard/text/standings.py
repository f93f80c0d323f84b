"""Sentences and cells of the newest ranks (columns: see queries/standings.sql)."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.changes import describe_rank
from dashboard.text.context import ViewContext
from dashboard.text.escaping import Escape, escape_html, escape_markdown, escape_plain
from dashboard.text.provenance import observed_line
from dashboard.text.rank import short_chart_name

MAX_NAME = 16  # of a store's name in the table [characters]
MAX_LINE = 54  # of a remark in the table [characters]
UP, DOWN, SAME = "▲", "▼", "="


def chart_title(view: ViewContext, row: Row, *usual: str) -> str:
    """Country, store, chart and category, without those codes that are `usual`."""
    return f"{view.texts.country(row['country'])}, {short_chart_name(view, row, *usual)}"


def leader(view: ViewContext, row: Row, escape: Escape) -> str:
    """Who is no. 1 in the newest snapshot, chosen or not; empty where it did not keep rank 1."""
    if isinstance(row["first_app"], str):
        return view.app_name(row["first_app"])
    return escape(str(row["first_name"])) if isinstance(row["first_name"], str) else ""


def title(view: ViewContext, rows: Sequence[Row]) -> str:
    """The no. 1 of one chart, and the rank of the first chosen assistant where that is another."""
    t, first = view.texts, rows[0]
    name = leader(view, first, escape_markdown)
    parts = [t("{app} no. 1", app=name)] if name else []
    focus = next((row for row in rows if row["app"] == view.filters.apps[0]), first)
    if focus["app"] != first["first_app"]:
        parts.append(_describe_focus(view, focus))
    return t.label(_chart_on_day(view, first), t.join_semicolons(parts))


def _chart_on_day(view: ViewContext, row: Row) -> str:
    usual = (view.catalog.default_store, view.catalog.default_chart)
    return f"{chart_title(view, row, *usual)}, {view.texts.day(row['observed_at'])}"


def _describe_focus(view: ViewContext, row: Row) -> str:
    """The rank of one assistant, and what it gained or lost since the last day with a snapshot before."""
    t = view.texts
    rank = f"{view.app_name(row['app'])} {describe_rank(t, row['rank'], row['depth'])}"
    if row["move_before"] not in ("climbed", "fell"):
        return rank
    days = t.day_count((row["observed_at"].date() - row["before_day"]).days)
    fields = {"rank": rank, "days": days}
    if row["move_before"] == "climbed":
        return t.count(
            "{rank}, up {n} rank in {days}",
            "{rank}, up {n} ranks in {days}",
            row["gain_before"],
            **fields,
        )
    return t.count(
        "{rank}, down {n} rank in {days}",
        "{rank}, down {n} ranks in {days}",
        -row["gain_before"],
        **fields,
    )


def heading(view: ViewContext, row: Row) -> tuple[str, str]:
    """A chart's name, then the days compared and its no. 1."""
    t = view.texts
    days = t.day(row["observed_at"])
    if not pd.isna(row["before_day"]):
        days = t("{day} (before: {before})", day=days, before=t.day(row["before_day"], "d MMM"))
    name = leader(view, row, str)
    short = name if len(name) <= MAX_NAME else f"{name[: MAX_NAME - 1].rstrip()}…"
    first = [t.label(t("no. 1"), escape_html(short))] if name else []
    return f"<b>{chart_title(view, row, view.catalog.default_chart)}</b>", " · ".join([days, *first])


def column_headings(view: ViewContext) -> list[str]:
    """Headings of the columns of numbers."""
    t = view.texts
    return [t("rank"), t("prev."), t("7 d."), t("30 d."), t("best"), t("no. 1")]


def cells(view: ViewContext, row: Row) -> tuple[str, ...]:
    """The numbers of one assistant: rank, three changes, best rank, days at no. 1."""
    t = view.texts
    rank: str = f">\u202f{row['depth']}" if pd.isna(row["rank"]) else t.number(row["rank"])
    changes = [_change(view, row, since) for since in ("before", "week", "month")]
    best: str = "–" if pd.isna(row["best"]) else t.number(row["best"])
    return (f"<b>{rank}</b>", *changes, best, t.number(row["days_at_1"]))


def _change(view: ViewContext, row: Row, since: str) -> str:
    t, move, gain = view.texts, row[f"move_{since}"], row[f"gain_{since}"]
    words = {"stayed": SAME, "new": t("in"), "left": t("out"), "unseen_before": "?", "unseen_after": "?"}
    if move in ("climbed", "fell"):
        return f"{UP if move == 'climbed' else DOWN}\u202f{t.number(abs(gain))}"
    return words.get(move, "–")


def outside_remark(view: ViewContext, rows: Sequence[Row]) -> list[str]:
    """The assistants that no snapshot of a chart ranks, in lines of the table."""
    if not rows:
        return []
    t = view.texts
    names = t.join(view.app_name(row["app"]) for row in rows)
    return wrap(t.label(t("Never in this list"), names), MAX_LINE)


def hovers(view: ViewContext, row: Row) -> list[str]:
    """Rank and day of each point of a line."""
    t = view.texts
    return [
        f"{t('outside the list') if pd.isna(rank) else t.ordinal(int(rank))}, {t.day(day)}"
        for day, rank in zip(row["line_days"], row["line_ranks"], strict=True)
    ]


def alt(view: ViewContext, groups: Iterable[Sequence[Row]]) -> str:
    """Alternative text: the ranks of each chart."""
    return " ".join(_describe_chart(view, rows) for rows in groups)


def _describe_chart(view: ViewContext, rows: Sequence[Row]) -> str:
    t, first = view.texts, rows[0]
    name = leader(view, first, escape_plain)
    ranks = [f"{view.app_name(row['app'])} {describe_rank(t, row['rank'], row['depth'])}" for row in rows]
    parts = [*([t("{app} no. 1", app=name)] if name else []), *ranks]
    return f"{t.label(_chart_on_day(view, first), ', '.join(parts))}."


def source_line(view: ViewContext, rows: pd.DataFrame) -> str:
    """Source line: who recorded the charts, and what the columns are."""
    t = view.texts
    return observed_line(
        t,
        t("store feeds, recorded by {who}", who=t.join(dict.fromkeys(rows["collection"]))),
        t(
            "changes: since the last day with a snapshot before, and 7 and 30 days before (–: no snapshot that day)"
        ),
        t("best and no. 1 (days): of all snapshots so far"),
        t("lines: own scale, higher is better"),
    )
