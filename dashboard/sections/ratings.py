"""Ratings in the store: how many, how good, how many new ones a week; a signal apart from charts."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import ratings as ratings_chart
from dashboard.charts.theme import app_styles
from dashboard.domain.options import CHOICES
from dashboard.domain.types import Row
from dashboard.sections.blocks import (
    Block,
    Choice,
    Figure,
    FilterButton,
    Heading,
    ResultTable,
    Text,
    code_labels,
    empty_state,
)
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import ratings as ratings_text
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult


def ratings(view: View) -> list[Block]:
    """The chosen measure of the chosen apps' ratings, or where ratings were read."""
    t = view.texts
    result, figure = _build_figure(view)
    if result.rows.empty:
        return _suggestion(view)
    choice = Choice("rating", t("Ratings"), code_labels(t, CHOICES["rating"]))
    if figure is not None:
        return [choice, figure]
    reason = t("Of these days there is no such number: one reading alone, or none that was rated.")
    nothing = empty_state(ratings_text.title(view, result.rows), reason, t("Choose more days."))
    return [choice, *nothing, ResultTable("ratings", result, t("Data, CSV and SQL"))]


@cached_section
def _build_figure(view: View) -> tuple[QueryResult, Figure | None]:
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
    return result, Figure("ratings", *shown, result, lead=lead)


def _figure(view: View, rows: pd.DataFrame) -> go.Figure | None:
    """The figure of the chosen measure; None where no reading has it."""
    t, look, chosen = view.texts, app_styles(view), view.filters.rating
    if chosen == "weekly":
        heads = ratings_text.panel_titles(view, rows)
        return ratings_chart.weekly(rows, heads, look, t) if heads else None
    if chosen == "average":
        return ratings_chart.average(rows, look, t) if rows["rating_average"].notna().any() else None
    return ratings_chart.count(rows, look, t) if (rows["rating_count"] > 0).any() else None


def _suggestion(view: View) -> list[Block]:
    """Why there is nothing, and a button to where ratings were read."""
    read = view.query_untracked(questions.rating_countries).rows
    title = Heading(view.texts("Ratings"), "ratings")
    buttons = [
        FilterButton("ratings", ratings_text.available_readings(view, row), _changes(view, row))
        for row in read.head(1).to_dict("records")
    ]
    return [title, Text(ratings_text.empty_message(view, read), "info"), *buttons]


def _changes(view: View, row: Row) -> dict[str, Any]:
    """The filters of a country with ratings; other days and apps only where none of the chosen has any."""
    f, rated = view.filters, tuple(row["apps"].split(";"))
    place: dict[str, Any] = {"country": row["country"], "store": row["store"]}
    place["apps"] = f.apps if set(f.apps) & set(rated) else rated
    ratings = view.query_untracked(questions.rating_history, **place, **f.day_params()).rows
    days = {"since": row["first_day"], "until": row["last_day"]} if ratings.empty else {}
    return place | days
