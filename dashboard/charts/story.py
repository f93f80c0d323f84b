"""A launch as a timeline: events, reported ranks, downloads, and the days without a snapshot, each a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.theme import BAND, NEUTRAL, SMALL, Style, date_axis, empty_figure
from dashboard.text.translator import Translator

Shape = Literal["event", "brackets", "bound", "gap", "none"]
LINE, MARK = 16, 22  # heights of a line of text and of a mark [px]
AXIS = 44  # height of the axis [px]
HALF = 8  # half the height of a bracket [px]
SERIF = timedelta(hours=7)  # width of a bracket's ends


@dataclass(frozen=True)
class StoryRow:
    """A mark over the days that it may mean, under lines of text."""

    shape: Shape
    first: date
    last: date
    lines: tuple[str, ...]


def timeline(rows: Sequence[StoryRow], since: date, until: date, style: Style, t: Translator) -> go.Figure:
    """The rows one below the other over the days from `since` to `until`."""
    height = sum(map(_height, rows))
    figure = empty_figure(height + AXIS)
    figure.update_layout(margin={"l": 4, "r": 4, "t": 0, "b": AXIS})
    date_axis(figure, pd.Timestamp(since), pd.Timestamp(until), t)
    figure.update_xaxes(showgrid=True, griddash="dot", automargin=False)
    figure.update_yaxes(range=[height, 0], visible=False, automargin=False)
    top = 0
    for row in rows:
        _write(figure, row.lines, top)
        _draw(figure, row, top + LINE * len(row.lines) + MARK / 2 - 2, style)
        top += _height(row)
    return figure


def _height(row: StoryRow) -> int:
    return LINE * len(row.lines) + (0 if row.shape == "none" else MARK)


def _write(figure: go.Figure, lines: Sequence[str], top: float) -> None:
    for number, line in enumerate(lines):
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=top + LINE * (number + 0.5),
            yanchor="middle",
            text=line,
            showarrow=False,
            borderpad=0,
            font={"size": SMALL},
        )


def _draw(figure: go.Figure, row: StoryRow, y: float, style: Style) -> None:
    first, last = pd.Timestamp(row.first), pd.Timestamp(row.last)
    match row.shape:
        case "event":
            _mark(figure, [first, last], [y, y], "triangle-down", NEUTRAL)
        case "brackets":
            ends = last + timedelta(days=1) - SERIF
            for x, serif in ((first, first + SERIF), (ends, ends - SERIF)):
                _line(figure, [serif, x, x, serif], [y - HALF, y - HALF, y + HALF, y + HALF], style.colour)
        case "bound":
            _line(figure, [first, last], [y, y], style.colour, "dot")
            _mark(figure, [last], [y], "triangle-left", style.colour)
        case "gap":
            figure.add_shape(
                type="rect",
                x0=0,
                x1=1,
                xref="paper",
                y0=y - HALF,
                y1=y + HALF,
                fillcolor=BAND,
                line={"width": 0},
            )


def _line(figure: go.Figure, x: list[pd.Timestamp], y: list[float], colour: str, dash: str = "solid") -> None:
    figure.add_scatter(
        x=x, y=y, mode="lines", line={"color": colour, "width": 2.5, "dash": dash}, hoverinfo="skip"
    )


def _mark(figure: go.Figure, x: list[pd.Timestamp], y: list[float], symbol: str, colour: str) -> None:
    figure.add_scatter(
        x=x,
        y=y,
        mode="markers",
        marker={"symbol": symbol, "size": 11, "color": colour},
        hoverinfo="skip",
    )
