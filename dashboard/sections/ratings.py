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
)
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import ratings as ratings_text
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult


def ratings(view: View) -> list[Block]:
    """The chosen measure of the chosen apps' ratings; no block where none was collected here."""
    t = view.texts
    result, figure = _build_figure(view)
    if result.rows.empty:
        return []
    choice = Choice("rating", t("Ratings"), code_labels(t, CHOICES["rating"]))
    if figure is not None:
        return [choice, figure]
    reason = t("Not available: fewer than two snapshots, or none with a rating.")
    title = Heading(ratings_text.title(view, result.rows), "ratings")
    return [choice, title, Text(reason, "info"), ResultTable("ratings", result, t("Data, CSV and SQL"))]


@cached_section
def _build_figure(view: View) -> tuple[QueryResult, Figure | None]:
    """The ratings, and the section of the chosen measure where any has it."""
    f = view.filters
    place: dict[str, Any] = {"country": f.country, "store": f.store}
    result = view.query(questions.rating_history, apps=f.apps, **place, **f.published_params())
    rows = result.rows
    figure = None if rows.empty else _figure(view, rows)
    if figure is None:
        return result, None
    lead = ratings_text.lead(view)
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


def suggest_country(view: View) -> list[Block]:
    """A button to the country with most ratings, with other apps where none of the chosen has any."""
    f = view.filters
    return [
        FilterButton("ratings", ratings_text.available_readings(view, row), _changes(f.apps, row))
        for row in view.query_untracked(questions.rating_countries).rows.head(1).to_dict("records")
        if (row["country"], row["store"]) != (f.country, f.store)
    ]


def _changes(apps: tuple[str, ...], row: Row) -> dict[str, Any]:
    rated = tuple(row["apps"].split(";"))
    place: dict[str, Any] = {"country": row["country"], "store": row["store"], "tab": "ratings"}
    return place | ({} if set(apps) & set(rated) else {"apps": rated})
