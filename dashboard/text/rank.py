"""Sentences on ranks in a chart."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown
from dashboard.text.labels import catalog_label
from dashboard.text.reports import describe_report
from dashboard.text.translator import Translator


def app_rank(view: ViewContext, row: Row) -> str:
    """One app's rank in one reading, or that it is below the cut-off."""
    t = view.texts
    if row["state"] == "below":
        return t("{app} outside the top {depth}", app=view.app_name(row["app"]), depth=row["depth"])
    return t("{app} {place}", app=view.app_name(row["app"]), place=t.ordinal(int(row["rank"])))


def reading_summary(view: ViewContext, rows: pd.DataFrame) -> str:
    """One reading in a sentence: its day, the ranked apps in order, then those below."""
    t = view.texts
    ranked = [app_rank(view, row) for row in rows[rows["state"] == "ranked"].to_dict("records")]
    below = [view.app_name(app) for app in rows[rows["state"] == "below"]["app"]]
    parts = [t.join(ranked)] if ranked else []
    if below:
        depth = int(rows["depth"].iloc[0])
        parts.append(t("{apps} outside the top {depth}", apps=t.join(below), depth=depth))
    return t("{day}: {places}", day=t.day(rows["observed_at"].iloc[0]), places=t.join_semicolons(parts))


def rank_title(view: ViewContext, history: pd.DataFrame, reported: pd.DataFrame) -> str:
    """The newest reading; without any, the best reported rank."""
    t = view.texts
    if not history.empty:
        newest = history[history["observed_at"] == history["observed_at"].max()]
        return reading_summary(view, newest.sort_values("rank"))
    best = reported[reported["speaks"]].sort_values(["rank", "last_day"]).iloc[0].to_dict()
    return t("No snapshot; {report}", report=describe_report(view, best))


def rank_alt(view: ViewContext, summary: pd.DataFrame, reported: pd.DataFrame) -> str:
    """Alternative text of the rank history."""
    t = view.texts
    parts = [summary_line(view, row) for row in summary.to_dict("records")]
    parts += [f"{describe_report(view, row)}." for row in reported[reported["speaks"]].to_dict("records")]
    return " ".join(parts) or t("No snapshot and no reported rank.")


def depth_text(t: Translator, least: int, most: int) -> str:
    """The depth of readings, a range where they differ: top 50 to 100."""
    if least == most:
        return t("top {depth}", depth=most)
    return t("top {least} to {most}", least=least, most=most)


def coverage_text(view: ViewContext, row: Row) -> str:
    """The number of chosen days with a snapshot that covers the app."""
    t = view.texts
    return t(
        "{n} of {days} with a snapshot",
        n=t.number(row["days_observed"]),
        days=t.day_count(int(row["days_chosen"])),
    )


def rank_text(t: Translator, rank: Any, depth: int) -> str:
    """A rank, or that it is outside the list."""
    return t("outside the top {depth}", depth=depth) if pd.isna(rank) else t.ordinal(int(rank))


def summary_line(view: ViewContext, row: Row) -> str:
    """Best and latest rank of one app, and the days with a snapshot."""
    t = view.texts
    fields = {"app": view.app_name(row["app"]), "days": coverage_text(view, row)}
    if pd.isna(row["best"]):
        return t("{app}: outside the list in every snapshot, {days}.", **fields)
    return t(
        "{app}: best {best} ({best_day}), latest {latest} ({latest_day}); {days}.",
        best=t.ordinal(int(row["best"])),
        best_day=t.day(row["best_at"]),
        latest=_rank_text(view, row["latest"]),
        latest_day=t.day(row["latest_at"]),
        **fields,
    )


def store_names(view: ViewContext, names: pd.DataFrame) -> str:
    """The names in the store's list that differ from those used here; empty where none does."""
    t = view.texts
    parts = [_store_name(view, row) for row in names.to_dict("records") if not _is_same_name(view, row)]
    return t("In the store’s list: {names}.", names=t.join_semicolons(parts)) if parts else ""


def _store_name(view: ViewContext, row: Row) -> str:
    return view.texts(
        "{app} as “{name}” ({days})",
        app=view.app_name(row["app"]),
        name=escape_markdown(str(row["app_name"])),
        days=view.texts.days(row["first_day"], row["last_day"]),
    )


def _is_same_name(view: ViewContext, row: Row) -> bool:
    """True where the store's name begins with the one used here: ChatGPT, Claude by Anthropic."""
    return str(row["app_name"]).casefold().startswith(view.app_name(row["app"]).casefold())


def lead(view: ViewContext, summary: pd.DataFrame, category: str, other_summary: pd.DataFrame) -> str:
    """Ranks of the first app in the chart shown, then in that of `category`; either frame may be empty.

    Columns: see queries/rank_summary.sql.
    """
    t, app = view.texts, view.filters.apps[0]
    app_rows, other_rows = summary[summary["app"] == app], other_summary[other_summary["app"] == app]
    if app_rows.empty:
        parts = [t("no snapshot of this chart in this period")]
    else:
        row = app_rows.iloc[0].to_dict()
        parts = [_describe_ranks(view, row, view.filters.category), _snapshot_count(view, row)]
    if not other_rows.empty:
        parts.append(_describe_ranks(view, other_rows.iloc[0].to_dict(), category))
    return t.label(f"**{view.app_name(app)}**", f"{t.join_semicolons(parts)}.")


def _describe_ranks(view: ViewContext, row: Row, category: str) -> str:
    """The range of ranks and the newest; for an app that was never ranked, the number of snapshots."""
    t = view.texts
    if pd.isna(row["best"]):
        return t.count(
            "outside the list in {n} snapshot {of_chart}",
            "outside the list in all {n} snapshots {of_chart}",
            int(row["readings"]),
            of_chart=_of_chart(view, category),
        )
    latest = t("{place} on {day}", place=_rank_text(view, row["latest"]), day=t.day(row["latest_at"]))
    if row["readings"] == 1:
        return f"{latest} {_in_chart(view, category)}"
    return f"{_rank_range(view, row, category)}, {latest}"


def _rank_range(view: ViewContext, row: Row, category: str) -> str:
    """The best and the worst rank of all snapshots, as a range without a trend."""
    t = view.texts
    where = {"in_chart": _in_chart(view, category), "days": t.days(row["first_at"], row["latest_at"])}
    best, worst = t.ordinal(int(row["best"])), t.ordinal(int(row["worst"]))
    if row["readings_below"]:
        return t(
            "{best} at best {in_chart}, {days}, outside the list in {n} of {all}",
            n=t.number(row["readings_below"]),
            best=best,
            all=t.count("{n} snapshot", "{n} snapshots", int(row["readings"])),
            **where,
        )
    if best == worst:
        return t("{place} throughout {in_chart}, {days}", place=best, **where)
    return t("between {best} and {worst} {in_chart}, {days}", best=best, worst=worst, **where)


def _rank_text(view: ViewContext, rank: Any) -> str:
    return view.texts("outside the list") if pd.isna(rank) else view.texts.ordinal(int(rank))


def _snapshot_count(view: ViewContext, row: Row) -> str:
    """The number of snapshots that cover the app, and on how many of the chosen days."""
    t = view.texts
    return t(
        "{readings} on {n} of {days}",
        readings=t.count("{n} snapshot", "{n} snapshots", int(row["readings"])),
        n=t.number(row["days_observed"]),
        days=t.day_count(int(row["days_chosen"])),
    )


def _in_chart(view: ViewContext, category: str) -> str:
    t = view.texts
    if category == "all":
        return t("in the overall chart")
    return t("in {category}", category=catalog_label(view.catalog, t, "categories", category))


def _of_chart(view: ViewContext, category: str) -> str:
    t = view.texts
    if category == "all":
        return t("of the overall chart")
    return t("of {category}", category=catalog_label(view.catalog, t, "categories", category))


def list_title(view: ViewContext, snapshot: Row, rows: pd.DataFrame) -> str:
    """The moment of a snapshot, its depth and its first rank (columns: see queries/chart_list.sql)."""
    t, first = view.texts, rows[rows["rank"] == 1]
    moment = t.utc_datetime(snapshot["observed_at"], snapshot["time_precision"])
    parts = [t("top {depth}", depth=snapshot["depth"])]
    for row in first.head(1).to_dict("records"):
        parts.append(t("{app} no. 1", app=_listed_name(view, row)))
    return t.label(moment, ", ".join(parts))


def _listed_name(view: ViewContext, row: Row) -> str:
    name = view.app_name(row["app"]) if isinstance(row["app"], str) else str(row["app_name"])
    return escape_markdown(name)


def chart_name(view: ViewContext, row: Row) -> str:
    """The name of a chart: App Store, top free, Productivity."""
    terms = {"stores": row["store"], "charts": row["chart"], "categories": row["category"]}
    return ", ".join(catalog_label(view.catalog, view.texts, kind, code) for kind, code in terms.items())


def short_chart_name(view: ViewContext, row: Row, *usual: str) -> str:
    """The name of a chart without those of its codes that are `usual`: App Store, Productivity."""
    terms = {"stores": row["store"], "charts": row["chart"], "categories": row["category"]}
    return ", ".join(
        catalog_label(view.catalog, view.texts, kind, code)
        for kind, code in terms.items()
        if code not in usual
    )


def excluded_ids(view: ViewContext, apps: Sequence[str]) -> list[str]:
    """A sentence for each id of these apps that had another name in the chosen days, and the day it counts from."""
    t, f = view.texts, view.filters
    return [
        t(
            "{app}: “{name}” (id {id}) counts as {app} from {day}; its ranks before that are left out.",
            app=view.app_name(app),
            name=view.catalog.by_app[app].formerly[store.id],
            id=store.id,
            day=t.day(store.since),
        )
        for app in apps
        for store in view.catalog.by_app[app].stores
        if store.id in view.catalog.by_app[app].formerly
        and store.store == f.store
        and store.since
        and f.since < store.since
    ]
