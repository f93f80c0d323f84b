"""The overview: what this is, the state of the race, how fresh each source is."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from dashboard.domain.types import Row
from dashboard.sections import data_status, missing_data
from dashboard.sections.view import View
from dashboard.text import data_status as data_status_text
from dashboard.text import first_places, launches, rank
from dashboard.text.escaping import escape_markdown
from dashboard.warehouse import questions
from dashboard.web import render


def draw(view: View) -> None:
    """Draw the whole page; a part whose snapshots are gone says so in its place."""
    t = view.texts
    st.title("Palmarès")
    st.markdown(
        t(
            "The AI-assistant app market, number by number: how fast an assistant launched, where it stands in the"
            " App Store, how it compares. **Every number says who observed or claimed it, when, and how sure it is.**"
        )
    )
    core = t("Four figures everyone quotes, as they can be held")
    if not missing_data.missing_data_notice(view, core, "milestones", "sources"):
        _draw_core_figures(view, core)
    ranks = t("Where they stand in {country}", country=t.country(view.filters.country))
    if not missing_data.missing_data_notice(view, ranks, "charts"):
        _draw_ranks(view, ranks)
    reports = t("First places, as they were reported")
    if not missing_data.missing_data_notice(view, reports, "charts", "reported_ranks", "sources"):
        _draw_reports(view, reports)
    if not missing_data.missing_data_notice(view, t("How old the data is"), "charts"):
        _draw_freshness(view)


def _draw_core_figures(view: View, heading: str) -> None:
    result = view.query(questions.headline_figures)
    st.subheader(heading, anchor="core")
    columns = st.columns(max(len(result.rows), 1))
    for column, row in zip(columns, result.rows.to_dict("records"), strict=False):
        with column.container(border=True, height="stretch"):
            _draw_core_figure(view, row)
    view.record_text(heading, launches.core_figure_list(view, result.rows))
    render.data_expander(view, "core", result)


def _draw_core_figure(view: View, row: Row) -> None:
    t = view.texts
    st.metric(view.app_name(row["app"]), launches.short_number(view, row))
    st.markdown(launches.core_figure_text(view, row))
    if isinstance(row["conflict_en"], str):
        with st.popover(t("Sources disagree"), icon=":material/flag:", width="stretch"):
            conflict, reading = (escape_markdown(t.localized(row, name)) for name in ("conflict", "reading"))
            st.markdown(f"**{conflict}**  \n{reading}")


def _draw_ranks(view: View, heading: str) -> None:
    t, f = view.texts, view.filters
    result = view.query(questions.latest_ranks, country=f.country, apps=f.apps, **f.day_params())
    st.subheader(heading, anchor="standing")
    if result.rows.empty:
        st.info(
            t("No reading of any chart of this country in these days. Choose another country or more days.")
        )
    charts = (rows for _, rows in result.rows.groupby(["store", "chart", "category"], sort=False))
    sentences = _describe_charts(view, charts)
    render.bullet_list(view, heading, sentences + (rank.excluded_ids(view, f.apps) if sentences else []))
    render.data_expander(view, "standing", result)


def _describe_charts(view: View, charts: Iterable[pd.DataFrame]) -> list[str]:
    """A sentence for each chart in which an assistant is ranked (columns: see queries/latest_ranks.sql)."""
    return [
        f"**{rank.chart_name(view, rows.iloc[0].to_dict())}** — {rank.reading_summary(view, rows)}"
        for rows in charts
        if rows["rank"].notna().any()
    ]


def _draw_reports(view: View, title: str) -> None:
    t, f = view.texts, view.filters
    result = view.query(questions.first_place_claims, apps=f.apps, **f.chart_day_params())
    chart = f"{t.country(f.country)}, {rank.chart_name(view, f.chart_params())}"
    heading = t.label(title, chart)
    st.subheader(heading, anchor="reported")
    nobody = t("Nobody is known to have reported a first place in this chart in these days.")
    render.bullet_list(view, heading, first_places.describe_claims(view, result.rows) or [nobody])
    render.data_expander(view, "reported", result)


def _draw_freshness(view: View) -> None:
    result = view.query(questions.country_freshness, country=view.filters.country)
    st.subheader(data_status_text.newest_snapshot(view, result.rows), anchor="freshness")
    data_status.badges(view, result.rows)
    render.data_expander(view, "freshness", result)
