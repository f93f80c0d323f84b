"""Charts of one row a finding: the label stands above its row, so that a telephone has the whole width."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.charts.theme import empty_figure, label_rows
from dashboard.text.translator import Translator

TICKS = (1, 5, 14, 30, 100, 365)
FIRST = 0.7  # where a logarithmic axis begins: a logarithm has no zero, the launch day stands here


def on_axis(day: float, scale: str) -> float:
    """The position of a day on the axis: a logarithmic one has no zero."""
    return max(float(day), FIRST) if scale == "log" else float(day)


def days_axis(figure: go.Figure, t: Translator, scale: str, last: float) -> None:
    """Days since launch up to `last`."""
    figure.update_xaxes(tickangle=0, title={"text": t("days after launch")}, showgrid=True, griddash="dot")
    if scale == "log":
        ticks = [day for day in TICKS if day <= last * 1.2]
        figure.update_xaxes(type="log", tickvals=ticks, ticktext=[t.number(day) for day in ticks])
    else:
        figure.update_xaxes(rangemode="tozero", nticks=5)


LINE = 16  # height of a line of a label [px]
BAR = 26  # height of a row without its label [px]
AXIS = 70  # height of the axis and its title [px]
ABOVE, BELOW = 1.0, 0.4  # air over the first row and under the last, of a row's height


def empty_row_chart(labels: Sequence[str]) -> go.Figure:
    """An empty figure with a labelled row for each of `labels`, the first on top, at y = 0, 1, 2 and on.

    Labels are markup of one or two lines, as many for each.
    """
    lines = max((label.count("<br>") for label in labels), default=0) + 1
    figure = empty_figure(AXIS + round((BAR + LINE * lines) * (len(labels) - 1 + ABOVE + BELOW)))
    label_rows(figure, enumerate(labels), yanchor="bottom", yshift=9)
    figure.update_yaxes(range=[len(labels) - 1 + BELOW, -ABOVE], showgrid=False, showticklabels=False)
    figure.update_xaxes(showgrid=True, griddash="dot", tickangle=0)
    return figure


NAMED_ROW = 46  # height of a row whose label stands left of the axis [px]


def empty_named_rows(labels: Sequence[str], row: int = NAMED_ROW) -> go.Figure:
    """An empty figure with a row for each of `labels`, which stand left of the axis; the first on top, at y = 0."""
    figure = empty_figure(AXIS + row * len(labels))
    figure.update_yaxes(
        range=[len(labels) - 0.5, -0.6],
        tickvals=list(range(len(labels))),
        ticktext=list(labels),
        showgrid=False,
    )
    figure.update_xaxes(showgrid=True, griddash="dot", tickangle=0)
    return figure


def name_in_colour(name: str, colour: str) -> str:
    """A label left of the axis: a name in bold, in its colour."""
    return f'<span style="color:{colour}"><b>{name}</b></span>'
