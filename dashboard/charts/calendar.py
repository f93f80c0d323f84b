"""A calendar of the days of a chart that were read: a row a month, a square a day."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.theme import NEUTRAL, empty_figure, label_rows
from dashboard.domain.types import Row
from dashboard.text.calendar import MonthRun
from dashboard.text.translator import Translator

HUE = "47, 111, 208"
SHADES = ((25, 0.55), (50, 0.75), (100_000, 1.0))  # up to so many places read: how strong
MONTH, UNREAD = 66, 26  # heights of a month and of a run of unread months [px]
SQUARE = 14  # height of a day [px]
FOOT = 40  # height of the numbers of days [px]
TICKS = (1, 5, 10, 15, 20, 25, 30)


def calendar(parts: list[MonthRun], labels: list[str], t: Translator) -> go.Figure:
    """A row for each of `parts` under its label, a mark for each of its days.

    A square is filled where a whole chart was kept, open where assistants alone were; a dot is a day
    without a reading; outside the days asked for there is nothing.
    """
    tops, height = [], 0
    for part in parts:
        tops.append(height)
        height += UNREAD if part.coverage.empty else MONTH
    figure = empty_figure(height + FOOT)
    label_rows(figure, [(top + 2, label) for top, label in zip(tops, labels, strict=True)], yanchor="top")
    for part, top in zip(parts, tops, strict=True):
        if len(part.coverage):
            _unread(figure, part, top + MONTH - SQUARE)
            _days(figure, part.coverage, top + MONTH - SQUARE, t)
    figure.update_layout(barmode="overlay", margin={"t": 0, "b": FOOT})
    figure.update_yaxes(range=[height, 0], showgrid=False, showticklabels=False)
    figure.update_xaxes(range=[0.4, 31.6], tickvals=TICKS, tickangle=0)
    return figure


def _unread(figure: go.Figure, part: MonthRun, middle: int) -> None:
    read = {day.day for day in part.coverage["day"]}
    days = [day for day in range(part.first.day, part.last.day + 1) if day not in read]
    figure.add_scatter(
        x=days,
        y=[middle] * len(days),
        mode="markers",
        marker={"size": 3, "color": NEUTRAL},
        name="unread",
        hoverinfo="skip",
    )


def _days(figure: go.Figure, read: pd.DataFrame, middle: int, t: Translator) -> None:
    rows = read.to_dict("records")
    figure.add_bar(
        x=[row["day"].day for row in rows],
        y=[SQUARE] * len(rows),
        base=middle - SQUARE / 2,
        width=0.8,
        marker={
            "color": [_colour(row) if row["complete"] else "rgba(0, 0, 0, 0)" for row in rows],
            "line": {"width": 1.5, "color": [_colour(row) for row in rows]},
        },
        name="read",
        customdata=[_hover_text(row, t) for row in rows],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _colour(row: Row) -> str:
    return f"rgba({HUE}, {next(strength for upto, strength in SHADES if row['max_depth'] <= upto)})"


def _hover_text(row: Row, t: Translator) -> str:
    readings = t.count("{n} reading", "{n} readings", row["readings"])
    kept = t("a whole chart") if row["complete"] else t("assistants alone")
    depth = t("top {depth} read", depth=row["max_depth"])
    return f"<b>{t.day(row['day'])}</b><br>{readings}<br>{kept}, {depth}"
