"""The rank history of the chosen assistants in the chosen chart, and what stands behind it."""

from typing import Any

import pandas as pd

from dashboard.charts import rank as rank_chart
from dashboard.charts.theme import app_styles
from dashboard.domain.options import CHOICES
from dashboard.sections import missing_data
from dashboard.sections.blocks import (
    Block,
    Choice,
    Figure,
    Heading,
    ResultTable,
    Text,
    bullet_list,
    code_labels,
)
from dashboard.sections.cache import cached_section
from dashboard.sections.parts import build_tabs, missing_data_notice
from dashboard.sections.view import View
from dashboard.text import rank as rank_text
from dashboard.text import reports
from dashboard.text.escaping import escape_html
from dashboard.text.labels import code_label
from dashboard.text.provenance import readings_line, reports_line
from dashboard.warehouse import questions


def history(view: View) -> list[Block]:
    """Every snapshot, or the last of each day, with reports, events and the cut-off."""
    t = view.texts
    figure = _history(view)
    if figure is None:
        reason = t("No reading and no report of this chart in these days.")
        return missing_data.suggest_charts(view, "history", t("Nothing to draw"), reason)
    names = _names(view)
    legend = t(
        "How to read it: a filled mark is an observed place; a line joins readings of one source on days in a row;"
        " an open mark in the grey band is below the cut-off, the grey line; a dotted bar is a place that somebody"
        " reported, on some day between its ends; a grey triangle is something that happened; where there is nothing,"
        " nobody looked."
    )
    return [
        Choice("each", t("Readings drawn"), code_labels(t, CHOICES["each"])),
        figure,
        *bullet_list([names] if names else []),
        Text(legend, "caption"),
    ]


@cached_section
def _names(view: View) -> str:
    f = view.filters
    names = view.query(questions.store_names, **f.chart_day_params(), apps=f.apps).rows
    return rank_text.store_names(view, names)


@cached_section
def _history(view: View) -> Figure | None:
    t, f = view.texts, view.filters
    params = f.chart_day_params()
    result = view.query(questions.rank_history, apps=f.apps, each=f.each, **params)
    snapshots = result.rows
    reported = view.query(questions.reported_ranks, apps=f.apps, **params).rows
    if snapshots.empty and reported.empty:
        return None
    coverage = view.query(questions.coverage, **params).rows
    summary = view.query(questions.rank_summary, apps=f.apps, **params).rows
    events = view.query(questions.events, country=f.country, apps=f.apps, **f.day_params()).rows
    return Figure(
        key="history",
        title=rank_text.rank_title(view, snapshots, reported),
        figure=rank_chart.history(snapshots, _spoken(view, reported), events, app_styles(view), t),
        alt=rank_text.rank_alt(view, summary, reported),
        source=" · ".join(_about(view, snapshots, coverage, reported)),
        result=result,
        lead=rank_text.lead(view, summary, *_elsewhere(view)),
    )


def _spoken(view: View, reported: pd.DataFrame) -> pd.DataFrame:
    """Each statement once, by its best evidence, with what a reader who points at it is told."""
    spoken = reported[reported["speaks"]]
    return spoken.assign(
        said=[reports.describe_report(view, row, escape_html) for row in spoken.to_dict("records")]
    )


def behind(view: View) -> list[Block]:
    """Reports, events and days of the history, as tables."""
    t = view.texts
    tabs = {"reported": _reported, "events": _events, "days": _days}
    labelled = {code: (code_label(t, code), build) for code, build in tabs.items()}
    return [Heading(t("Behind the chart"), "behind"), *build_tabs(view, "tab", t("Show"), labelled)]


def _chart_apps(view: View) -> dict[str, Any]:
    return view.filters.chart_day_params() | {"apps": view.filters.apps}


def _reported(view: View) -> list[Block]:
    title = code_label(view.texts, "reported").capitalize()
    return missing_data_notice(view, title, "reported_ranks") or [
        ResultTable("reported", view.query_untracked(questions.reported_ranks, **_chart_apps(view)))
    ]


def _events(view: View) -> list[Block]:
    f, title = view.filters, code_label(view.texts, "events").capitalize()
    return missing_data_notice(view, title, "events") or [
        ResultTable(
            "events",
            view.query_untracked(questions.events, country=f.country, apps=f.apps, **f.day_params()),
        )
    ]


def _days(view: View) -> list[Block]:
    return [ResultTable("days", view.query(questions.rank_by_day, **_chart_apps(view)))]


def _about(view: View, history: pd.DataFrame, coverage: pd.DataFrame, reported: pd.DataFrame) -> list[str]:
    """The source line: who read the chart, which of the readings are drawn, who reported ranks."""
    t = view.texts
    parts = [readings_line(view, coverage)]
    if view.filters.each == "daily" and not history.empty:
        drawn = t.number(history["observed_at"].nunique())
        read = t.number(int(coverage["readings"].sum()))
        parts.append(t("drawn: of each day the last snapshot (UTC), {n} of {all}", n=drawn, all=read))
    if len(reported):
        parts.append(reports_line(view, reported))
    if not history.empty and (reported["rank"] > history["depth"].max()).any():
        parts.append(t("↓: a reported place beyond every reading"))
    return parts


def _elsewhere(view: View) -> tuple[str, pd.DataFrame]:
    """The first assistant in the overall chart, or from there in the most read category that ranks it."""
    f = view.filters
    asked = f.chart_day_params() | {"apps": f.apps[:1]}
    if f.category != "all":
        return "all", view.query(questions.rank_summary, **asked | {"category": "all"}).rows
    read = view.query_untracked(questions.charts_available).rows
    here = (read["country"] == f.country) & (read["store"] == f.store) & (read["chart"] == f.chart)
    for category in read[here & (read["category"] != "all")]["category"]:
        summary = view.query_untracked(questions.rank_summary, **asked | {"category": category}).rows
        if summary["best"].notna().any():
            return category, view.query(questions.rank_summary, **asked | {"category": category}).rows
    return "all", pd.DataFrame(columns=["app"])
