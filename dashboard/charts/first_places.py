"""Bars of the share of days read on which an app stood first, in the top 3, 10 or 50."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import empty_row_chart
from dashboard.charts.theme import Style, Styles
from dashboard.text.translator import Translator

# Each bar lies within the one before it; the more it says, the fuller its colour.
SHADES = {
    "days_observed": 0.14,
    "days_top_50": 0.25,
    "days_top_10": 0.4,
    "days_top_3": 0.6,
    "days_at_1": 1.0,
}
THICK = 0.34  # of a row's height


def days(summary: pd.DataFrame, labels: list[str], styles: Styles, t: Translator) -> go.Figure:
    """Bars within bars for each app, in days; `summary` is rank_summary, `labels` in its order."""
    figure = empty_row_chart(labels)
    for height, row in enumerate(summary.to_dict("records")):
        for column in SHADES:
            _bar(figure, styles[row["app"]], height, column, int(row[column]))
    figure.update_layout(barmode="overlay")
    most = int(summary["days_observed"].max())
    figure.update_xaxes(range=[0, most * 1.02], title={"text": t("days read")}, tickformat="d", nticks=6)
    return figure


def _bar(figure: go.Figure, style: Style, height: int, column: str, count: int) -> None:
    figure.add_bar(
        x=[count],
        y=[height],
        orientation="h",
        width=THICK,
        marker={"color": style.colour, "opacity": SHADES[column], "line": {"width": 0}},
        name=style.name,
        hoverinfo="skip",
    )
