"""Time to a number of downloads, one launch a row."""

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import FIRST, days_axis, empty_named_rows, name_in_colour, on_axis
from dashboard.charts.theme import NEUTRAL, Style, Styles, symbol
from dashboard.domain.types import Row
from dashboard.text.time_to import is_like_for_like
from dashboard.text.translator import Translator

PALE = 0.55  # opacity of the days of which nothing is known
ROOM = 1.6  # a logarithmic axis reaches so many times the last day, for the words at its mark
WORDS_LEFT = 0.55  # beyond this part of the axis the words stand left of their mark


def time_to(rows: pd.DataFrame, styles: Styles, t: Translator, scale: str) -> go.Figure:
    """A mark at the day by which the number was reached, with its words; a segment where the days before are bounded.

    `rows` is time_to_goal for one goal, launches like for like first, with the texts of each: `label` left of the axis,
    `finding` at the mark, `hover`. A thin end reaches to the day of the rounded numbers and the weakest quotes. A line
    parts launches that are not like for like.
    """
    launches = rows.to_dict("records")
    comparable = sum(is_like_for_like(row) for row in launches)
    figure = empty_named_rows([_label(styles[row["app"]], row["label"]) for row in launches])
    if 0 < comparable < len(launches):
        figure.add_hline(comparable - 0.5, line={"width": 1, "dash": "dash", "color": NEUTRAL})
    last = float(rows[["after_day", "by_day", "sure_day"]].max().max())
    days_axis(figure, t, scale, last)
    _set_range(figure, scale, last)
    for height, row in enumerate(launches):
        _draw_launch(figure, styles[row["app"]], height, row, scale)
    return figure


def _label(style: Style, text: str) -> str:
    """The app's name in its colour, and below it what tells its launch from others."""
    name, *scope = text.split("<br>")
    return "<br>".join([name_in_colour(name, style.colour), *scope])


def _set_range(figure: go.Figure, scale: str, last: float) -> None:
    """The whole axis, with room for the words at the last mark."""
    if scale == "log":
        figure.update_xaxes(range=[math.log10(FIRST), math.log10(max(last, 1) * ROOM)])
    else:
        figure.update_xaxes(range=[0, max(last, 1) * 1.2])


def _draw_launch(figure: go.Figure, style: Style, height: int, row: Row, scale: str) -> None:
    """The row of one launch: its line, its thin end, its mark and its words."""
    bounded, reached = bool(pd.notna(row["after_day"])), bool(pd.notna(row["by_day"]))
    start: float = on_axis(row["after_day"], scale) if bounded else (FIRST if scale == "log" else 0.0)
    end: float = on_axis(row["by_day"], scale) if reached else start
    last: float = on_axis(row["sure_day"], scale) if reached and pd.notna(row["sure_day"]) else end
    look = {"name": style.name, "hovertemplate": f"{row['hover']}<extra></extra>"}
    if end > start:
        _draw_days(figure, style, height, (start, end), look | {"opacity": 1 if bounded else PALE}, bounded)
    if last > end:
        _draw_thin_end(figure, style, height, (end, last), look)
    figure.add_scatter(x=[end], y=[height], mode="markers", marker=_marker(style, row), **look)
    _write_finding(figure, style, height, max(last, end), row["finding"], scale)


def _draw_days(
    figure: go.Figure,
    style: Style,
    height: int,
    ends: tuple[float, float],
    look: dict[str, Any],
    bounded: bool,
) -> None:
    """The days on one of which the number was reached: a thick segment, dotted where any day before may be it."""
    line = {"width": 6} if bounded else {"width": 1.5, "dash": "dot"}
    figure.add_scatter(
        x=list(ends), y=[height, height], mode="lines", line={"color": style.colour} | line, **look
    )


def _write_finding(figure: go.Figure, style: Style, height: int, day: float, text: str, scale: str) -> None:
    """The words at a mark: right of it, or above its line where the axis ends."""
    left = _part(figure, day, scale) > WORDS_LEFT
    figure.add_annotation(
        x=math.log10(day) if scale == "log" else day,
        y=height,
        text=f"<b>{text}</b>",
        font={"color": style.colour},
        xanchor="right" if left else "left",
        xshift=-12 if left else 12,
        yshift=13 if left else 0,
        showarrow=False,
    )


def _part(figure: go.Figure, day: float, scale: str) -> float:
    """The position of a day as a part of the axis."""
    first, last = figure.layout.xaxis.range
    return float(((math.log10(day) if scale == "log" else day) - first) / (last - first))


def _marker(style: Style, row: Row) -> dict[str, Any]:
    """An arrow at a bound, the app's marker at the end of an interval; open where estimated."""
    if pd.isna(row["by_day"]):
        mark = "triangle-right-open"
    elif pd.isna(row["after_day"]):
        mark = "triangle-left-open" if row["kind"] == "estimated" else "triangle-left"
    else:
        mark = symbol(style, row["kind"])
    return {"symbol": mark, "size": 13, "color": style.colour, "line": {"width": 2, "color": style.colour}}


def _draw_thin_end(
    figure: go.Figure, style: Style, height: int, ends: tuple[float, float], look: dict[str, Any]
) -> None:
    """A thin end: by its second day the number is reached even if all was rounded up and the launch fell early."""
    figure.add_scatter(
        x=list(ends),
        y=[height, height],
        mode="lines+markers",
        line={"color": style.colour, "width": 1.5},
        marker={
            "symbol": "line-ns-open",
            "size": [0, 12],
            "color": style.colour,
            "line": {"width": 2, "color": style.colour},
        },
        **look,
    )
