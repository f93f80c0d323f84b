"""Ratings in the store: how many, how good, how many new ones a week; a signal apart from charts."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.charts import ratings
from dashboard.charts import ratings as ratings_chart
from dashboard.charts.theme import app_styles
from dashboard.domain.options import CHOICES
from dashboard.domain.types import Row
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import ratings as ratings_text
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult
from dashboard.web import render, widgets
from dashboard.web.render import ChartSection
from dashboard.web.widgets import single_choice


def draw(view: View) -> None:
    """The chosen measure of the chosen apps' ratings, or where ratings were read."""
    t = view.texts
    result, section = _build_section(view)
    if result.rows.empty:
        _offer(view)
        return
    single_choice(view, "rating", t("Ratings"), CHOICES["rating"])
    if section is not None:
        render.draw(view, section)
        return
    why = t("Of these days there is no such number: one reading alone, or none that was rated.")
    render.empty_state(ratings_text.title(view, result.rows), why, t("Choose more days."))
    render.data_expander(view, "ratings", result)


@cached_section
def _build_section(view: View) -> tuple[QueryResult, ChartSection | None]:
    """The ratings, and the section of the chosen measure where any has it."""
    t, f = view.texts, view.filters
    place: dict[str, Any] = {"country": f.country, "store": f.store}
    result = view.query(questions.rating_history, apps=f.apps, **place, **f.day_params())
    rows = result.rows
    figure = None if rows.empty else _figure(view, rows)
    if figure is None:
        return result, None
    lead = t("Ratings are a signal that does not depend on charts.")
    shown = (
        ratings_text.title(view, rows),
        figure,
        ratings_text.alt(view, rows),
        ratings_text.source_line(view, rows),
    )
    return result, ChartSection("ratings", *shown, result, lead=lead)


def _figure(view: View, rows: pd.DataFrame) -> go.Figure | None:
    """The figure of the chosen measure; None where no reading has it."""
    t, look, chosen = view.texts, app_styles(view), view.filters.rating
    if chosen == "weekly":
        heads = ratings_text.panel_titles(view, rows)
        return ratings_chart.weekly(rows, heads, look, t) if heads else None
    if chosen == "average":
        return ratings.average(rows, look, t) if rows["rating_average"].notna().any() else None
    return ratings.count(rows, look, t) if (rows["rating_count"] > 0).any() else None


def _offer(view: View) -> None:
    """Say why there is nothing, and offer to go where ratings were read."""
    read = view.query_untracked(questions.rating_countries).rows
    st.subheader(view.texts("Ratings"), anchor="ratings")
    st.info(ratings_text.empty_message(view, read), icon=":material/info:")
    for number, row in enumerate(read.head(1).to_dict("records")):
        st.button(
            ratings_text.available_readings(view, row),
            key=f"ratings-{number}",
            icon=":material/arrow_forward:",
            on_click=_go,
            args=(view, row),
        )


def _go(view: View, row: Row) -> None:
    """Offer the countries in which ratings were read; other days and apps only where none of the chosen has any."""
    f, there = view.filters, tuple(row["apps"].split(";"))
    apps = f.apps if set(f.apps) & set(there) else there
    place: dict[str, Any] = {"country": row["country"], "store": row["store"]}
    found = view.query_untracked(questions.rating_history, apps=apps, **place, **f.day_params()).rows
    days = {"since": row["first_day"], "until": row["last_day"]} if found.empty else {}
    widgets.set_filters(view.catalog, apps=apps, **place, **days)
