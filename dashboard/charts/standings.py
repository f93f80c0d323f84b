"""A table of ranks with a small line for each assistant, drawn as one figure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from dashboard.charts.theme import SMALL, Style, empty_figure

ROW, HEAD, LINE = 22, 24, 16  # heights of a row, of the columns' names and of a line of a chart's name [px]
AIR = 8  # above the name of a chart [px]
EDGES = (104, 144, 180, 214, 244, 280)  # right edges of the columns of numbers [px]
LEFT = 288  # where the lines begin [px]
RIGHT = 10  # room right of them [px]
LINE_DAYS = 30
LEAST_SPAN = 4  # ranks from the top to the bottom of a line, at least
AMPLITUDE = 15  # of a line [px]


Mark = tuple[int, float | None, str]  # days to the newest, height on the axis, hover text


@dataclass(frozen=True)
class StandingRow:
    """An assistant's numbers as they are written, and its line: days, ranks (None outside the list), hover texts."""

    style: Style
    cells: tuple[str, ...]
    days: Sequence[date]
    ranks: Sequence[int | None]
    hovers: Sequence[str]


@dataclass(frozen=True)
class StandingGroup:
    """One chart: lines of its name, its rows, and lines on those that have none; `newest` is its newest day."""

    heading: tuple[str, ...]
    rows: tuple[StandingRow, ...]
    remarks: tuple[str, ...]
    newest: date


def table(groups: Sequence[StandingGroup], columns: Sequence[str], line_heading: str) -> go.Figure:
    """The charts one below the other, each a row an assistant; `columns` and `line_heading` are the headings."""
    height = HEAD + sum(map(_height, groups))
    figure = empty_figure(height)
    figure.update_layout(margin={"l": LEFT, "r": RIGHT, "t": 0, "b": 0})
    figure.update_xaxes(range=[-LINE_DAYS, 1], visible=False, automargin=False)
    figure.update_yaxes(range=[height, 0], visible=False, automargin=False)
    _write_row(figure, HEAD / 2, "", columns)
    _write(figure, HEAD / 2, LEFT, line_heading, "left")
    top = float(HEAD)
    for group in groups:
        _draw_group(figure, group, top)
        top += _height(group)
    return figure


def _height(group: StandingGroup) -> int:
    return AIR + LINE * len(group.heading) + ROW * len(group.rows) + LINE * len(group.remarks) + 4


def _draw_group(figure: go.Figure, group: StandingGroup, top: float) -> None:
    y = top + AIR + LINE / 2
    for line in group.heading:
        _write(figure, y, 0, line, "left")
        y += LINE
    y += (ROW - LINE) / 2 + 2
    for row in group.rows:
        _write_row(figure, y, f"<b>{row.style.name}</b>", row.cells)
        _draw_line(figure, row, y, group.newest)
        y += ROW
    y -= (ROW - LINE) / 2
    for line in group.remarks:
        _write(figure, y, 0, line, "left")
        y += LINE


def _write_row(figure: go.Figure, y: float, name: str, cells: Sequence[str]) -> None:
    if name:
        _write(figure, y, 0, name, "left")
    for edge, cell in zip(EDGES, cells, strict=True):
        _write(figure, y, edge, cell, "right")


def _write(figure: go.Figure, y: float, x: float, text: str, side: str) -> None:
    """Write a text whose `side` is `x` [px] right of the figure's left edge."""
    figure.add_annotation(
        x=0,
        xref="paper",
        xshift=x - LEFT,
        xanchor=side,
        y=y,
        yanchor="middle",
        text=text,
        align="left",
        showarrow=False,
        borderpad=0,
        font={"size": SMALL},
    )


def _draw_line(figure: go.Figure, row: StandingRow, y: float, newest: date) -> None:
    """Ranks over the days, higher is better: it ends where a day has no snapshot, or one without the app."""
    ranks = [rank for rank in row.ranks if rank is not None]
    best = min(ranks, default=1)
    span = max(max(ranks, default=1) - best, LEAST_SPAN)
    points = [
        ((day - newest).days, None if rank is None else y + AMPLITUDE * ((rank - best) / span - 0.5), hover)
        for day, rank, hover in zip(row.days, row.ranks, row.hovers, strict=True)
    ]
    ranked = list(_break_at_gaps([point for point in points if point[1] is not None]))
    outside = [(day, y + AMPLITUDE / 2, hover) for day, height, hover in points if height is None]
    for marks, mode, symbol in ((ranked, "lines+markers", "circle"), (outside, "markers", "circle-open")):
        if marks:
            _draw_marks(figure, row.style, marks, mode, symbol)


def _draw_marks(figure: go.Figure, style: Style, marks: Sequence[Mark], mode: str, symbol: str) -> None:
    days, heights, hovers = zip(*marks, strict=True)
    figure.add_scatter(
        x=days,
        y=heights,
        customdata=hovers,
        mode=mode,
        connectgaps=False,
        line={"color": style.colour, "width": 1.5},
        marker={"color": style.colour, "size": 4, "symbol": symbol},
        name=style.name,
        hovertemplate="<b>%{fullData.name}</b>: %{customdata}<extra></extra>",
    )


def _break_at_gaps(points: Sequence[Mark]) -> Iterator[Mark]:
    """The points with an empty one before each that does not follow the day before it."""
    before = None
    for point in points:
        if before is not None and point[0] - before > 1:
            yield (point[0], None, "")
        yield point
        before = point[0]
