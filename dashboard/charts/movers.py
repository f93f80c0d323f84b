"""One chart at two readings: an arrow for each app, from its place then to its place now."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import empty_row_chart
from dashboard.charts.theme import NEUTRAL, TICKS, Style, Styles
from dashboard.domain.types import Row
from dashboard.text.escaping import escape_html
from dashboard.text.translator import Translator

OTHER = Style("", NEUTRAL, "circle")  # an app that is no assistant


def arrows(rows: pd.DataFrame, labels: list[str], depth: int, styles: Styles, t: Translator) -> go.Figure:
    """An arrow a row, first place at the right; `rows` is movers, `labels` in its order.

    `depth` is how many places the deeper reading kept.
    """
    figure = empty_row_chart(labels)
    for height, row in enumerate(rows.to_dict("records")):
        _arrow(figure, styles.get(row["app"], OTHER), height, row)
    figure.update_xaxes(
        range=[depth * 1.03, 1 - depth * 0.03],
        tickvals=[tick for tick in TICKS if tick <= depth],
        title={"text": t("place")},
    )
    return figure


def _arrow(figure: go.Figure, style: Style, height: int, row: Row) -> None:
    """An open mark and a head that points the way; both at one place where nothing moved."""
    before, after = float(row["rank_before"]), float(row["rank_after"])
    head = "circle" if before == after else "triangle-right" if after < before else "triangle-left"
    figure.add_scatter(
        x=[before, after],
        y=[height] * 2,
        mode="lines+markers",
        line={"color": style.colour, "width": 3},
        marker={"symbol": ["circle-open", head], "size": [8, 12], "color": style.colour},
        name=escape_html(row["app_name"]),
        hoverinfo="skip",
    )
