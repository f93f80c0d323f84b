"""Ratings of a store: how many, how good. Rows are those of rating_history."""

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.theme import (
    LABEL,
    Style,
    Styles,
    date_axis,
    empty_figure,
    hover,
    label_line_end,
    separate_labels,
)
from dashboard.domain.types import Row
from dashboard.text.ratings import MAX_GAP_DAYS, growth_hover, reading_hover
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
        corners += [(x, y, growth_hover(row, t)) for x, y in block]
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


HEIGHT = 380
POWERS = [10.0**power for power in range(10)]
AIR, LEAST = 0.05, 0.4  # beyond the averages drawn, and the least that their axis spans [stars]


def count(rows: pd.DataFrame, styles: Styles, t: Translator) -> go.Figure:
    """Ratings so far on a logarithmic axis, on which a reading of none has no place."""
    figure = empty_figure(HEIGHT)
    drawn = rows[rows["rating_count"] > 0]
    _series(figure, drawn, "rating_count", styles, t)
    newest = _newest(drawn)
    ends = {app: math.log10(row["rating_count"]) for app, row in newest.items()}
    for app, power in separate_labels(ends, max(*ends.values(), 1) * LABEL / HEIGHT).items():
        told = t.compact(newest[app]["rating_count"])
        label_line_end(figure, styles[app], told, newest[app]["observed_at"], 10**power)
    texts = [t.compact(number) for number in POWERS]
    figure.update_yaxes(type="log", tickvals=POWERS, ticktext=texts, griddash="dot")
    date_axis(figure, drawn["observed_at"].min(), drawn["observed_at"].max(), t)
    return figure


def average(rows: pd.DataFrame, styles: Styles, t: Translator) -> go.Figure:
    """Average stars; the axis shows only where they lie, and its name says so."""
    figure = empty_figure(HEIGHT)
    drawn = rows[rows["rating_average"].notna()]
    _series(figure, drawn, "rating_average", styles, t)
    low, high = _stars(drawn["rating_average"])
    newest = _newest(drawn)
    ends = {app: float(row["rating_average"]) for app, row in newest.items()}
    for app, height in separate_labels(ends, (high - low) * LABEL / HEIGHT).items():
        told = t.number(round(ends[app], 2))
        label_line_end(figure, styles[app], told, newest[app]["observed_at"], height)
    ticks = [tenth / 10 for tenth in range(math.ceil(low * 10), math.floor(high * 10) + 1)]
    ticks = ticks[:: max(1, len(ticks) // 5)]
    texts = [t.number(tick) for tick in ticks]
    figure.update_yaxes(range=[low, high], tickvals=ticks, ticktext=texts, griddash="dot")
    date_axis(figure, drawn["observed_at"].min(), drawn["observed_at"].max(), t)
    return figure


def _series(figure: go.Figure, rows: pd.DataFrame, column: str, styles: Styles, t: Translator) -> None:
    """Each reading a mark; a line joins those of one app and one source that are near enough."""
    for (app, _), series in rows.groupby(["app", "collection"], sort=False):
        hole = series["observed_at"].diff() > pd.Timedelta(days=MAX_GAP_DAYS)
        for _, near in series.groupby(hole.cumsum()):
            style = styles[str(app)]
            figure.add_scatter(
                x=near["observed_at"],
                y=near[column],
                mode="lines+markers",
                line={"color": style.colour, "width": 1.2},
                marker={"symbol": style.marker, "size": 5, "color": style.colour},
                name=style.name,
                connectgaps=False,
                customdata=[reading_hover(row, t) for row in near.to_dict("records")],
                hovertemplate=hover(t),
            )


def _newest(rows: pd.DataFrame) -> dict[str, Row]:
    return {row["app"]: row for row in rows.drop_duplicates("app", keep="last").to_dict("records")}


def _stars(averages: "pd.Series[float]") -> tuple[float, float]:
    """The ends of the axis: where the averages lie and a little more, between 1 and 5."""
    middle = (averages.min() + averages.max()) / 2
    half = max((averages.max() - averages.min()) / 2 + AIR, LEAST / 2)
    return max(1.0, middle - half), min(5.0, middle + half)
