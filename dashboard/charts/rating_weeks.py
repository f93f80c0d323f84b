"""New ratings a week, a panel for each app. Rows are those of rating_history."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.theme import Style, Styles, date_axis, empty_figure, hover
from dashboard.text.ratings import gained
from dashboard.text.translator import Translator

PANEL, HEAD, DATES = 110, 50, 50  # heights of a panel, of the words above it and of the dates [px]
OPACITY = 0.55


def weekly(rows: pd.DataFrame, heads: Mapping[str, str], styles: Styles, t: Translator) -> go.Figure:
    """A panel for each app on a scale of its own: blocks over the true time between two readings.

    `heads` says each panel by its app, in order.
    """
    drawn = rows[rows["new_per_week"].notna()]
    figure = empty_figure(DATES + (PANEL + HEAD) * len(heads))
    for number, (app, said) in enumerate(heads.items()):
        axis = f"y{number + 1}" if number else "y"
        _panel(figure, axis, number, len(heads), said)
        _blocks(figure, drawn[drawn["app"] == app], axis, styles[app], t)
    date_axis(figure, drawn["since_at"].min(), drawn["observed_at"].max(), t)
    figure.update_xaxes(anchor="free", position=0)
    return figure


def _panel(figure: go.Figure, axis: str, number: int, panels: int, said: str) -> None:
    top = 1 - number / panels
    part = HEAD / (PANEL + HEAD) / panels
    domain = [(panels - number - 1) / panels, top - part]
    look = {"fixedrange": True, "griddash": "dot", "automargin": True, "zeroline": True, "nticks": 4}
    figure.update_layout({f"yaxis{axis[1:]}": {"domain": domain, **look}})
    place = {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": top - part,
        "yref": "paper",
        "yanchor": "bottom",
    }
    figure.add_annotation(text=said, showarrow=False, font={"size": 12}, align="left", **place)


def _blocks(figure: go.Figure, rows: pd.DataFrame, axis: str, style: Style, t: Translator) -> None:
    """A block over the true time between each reading and the one before."""
    corners: list[tuple[Any, Any, str]] = []
    for row in rows.to_dict("records"):
        first, last, height = row["since_at"], row["observed_at"], row["new_per_week"]
        block = [(first, 0), (first, height), (last, height), (last, 0), (None, None)]
        corners += [(x, y, gained(row, t)) for x, y in block]
    figure.add_scatter(
        x=[x for x, _, _ in corners],
        y=[y for _, y, _ in corners],
        yaxis=axis,
        mode="lines",
        fill="toself",
        hoveron="points",
        opacity=OPACITY,
        line={"color": style.colour, "width": 1},
        name=style.name,
        connectgaps=False,
        customdata=[said for _, _, said in corners],
        hovertemplate=hover(t),
    )
