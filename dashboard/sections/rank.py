"""The rank history of the chosen assistants in the chosen chart, and what stands behind it."""

import pandas as pd
import streamlit as st

from dashboard.charts import rank
from dashboard.charts.theme import app_styles
from dashboard.domain.options import CHOICES
from dashboard.sections import missing_data
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import rank as rank_text
from dashboard.text import reports
from dashboard.text.escaping import escape_html
from dashboard.text.labels import code_label
from dashboard.text.provenance import readings_line, reports_line
from dashboard.warehouse import questions
from dashboard.web import render
from dashboard.web.render import ChartSection, bullet_list
from dashboard.web.widgets import single_choice

TABS = {"reported": ("reported_ranks",), "events": ("events",)}  # what each rests on


def draw(view: View) -> None:
    """Every reading, or the last of each day, with reports, events and the cut-off."""
    t = view.texts
    section = _history(view)
    if section is None:
        why = t("No reading and no report of this chart in these days.")
        missing_data.suggest_charts(view, "history", t("Nothing to draw"), why)
        return
    single_choice(view, "each", t("Readings drawn"), CHOICES["each"])
    render.draw(view, section)
    names = _names(view)
    if names:
        bullet_list(view, t("Names in the store"), [names])
    st.caption(
        t(
            "How to read it: a filled mark is an observed place; a line joins readings of one source on days in a row;"
            " an open mark in the grey band is below the cut-off, the grey line; a dotted bar is a place that somebody"
            " reported, on some day between its ends; a grey triangle is something that happened; where there is nothing,"
            " nobody looked."
        )
    )


@cached_section
def _names(view: View) -> str:
    f = view.filters
    names = view.query(questions.store_names, **f.chart_day_params(), apps=f.apps).rows
    return rank_text.store_names(view, names)


@cached_section
def _history(view: View) -> ChartSection | None:
    t, f = view.texts, view.filters
    asked = f.chart_day_params()
    result = view.query(questions.rank_history, apps=f.apps, each=f.each, **asked)
    history = result.rows
    reported = view.query(questions.reported_ranks, apps=f.apps, **asked).rows
    if history.empty and reported.empty:
        return None
    coverage = view.query(questions.coverage, **asked).rows
    summary = view.query(questions.rank_summary, apps=f.apps, **asked).rows
    events = view.query(questions.events, country=f.country, apps=f.apps, **f.day_params()).rows
    return ChartSection(
        key="history",
        title=rank_text.rank_title(view, history, reported),
        figure=rank.history(history, _spoken(view, reported), events, app_styles(view), t),
        alt=rank_text.rank_alt(view, summary, reported),
        about=" · ".join(_about(view, history, coverage, reported)),
        result=result,
        lead=rank_text.lead(view, summary, *_elsewhere(view)),
    )


def _spoken(view: View, reported: pd.DataFrame) -> pd.DataFrame:
    """Each statement once, by its best evidence, with what a reader who points at it is told."""
    spoken = reported[reported["speaks"]]
    return spoken.assign(
        said=[reports.describe_report(view, row, escape_html) for row in spoken.to_dict("records")]
    )


def behind(view: View) -> None:
    """Reports, events and days of the history, as tables."""
    t, f = view.texts, view.filters
    asked = f.chart_day_params() | {"apps": f.apps}
    st.subheader(t("Behind the chart"), anchor="behind")
    single_choice(view, "tab", t("Show"), CHOICES["tab"])
    if missing_data.missing_data_notice(view, code_label(t, f.tab).capitalize(), *TABS.get(f.tab, ())):
        return
    if f.tab == "reported":
        render.table_section(view, "reported", view.query_untracked(questions.reported_ranks, **asked))
    elif f.tab == "events":
        events = view.query_untracked(questions.events, country=f.country, apps=f.apps, **f.day_params())
        render.table_section(view, "events", events)
    else:
        render.table_section(view, "days", view.query(questions.rank_by_day, **asked))


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
