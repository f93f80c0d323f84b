"""Numbers of downloads reached, one a row: from the last day known below it to the day by which it was reached."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.grouped_rows import Group, grouped_rows
from dashboard.charts.layout import days_axis, on_axis
from dashboard.charts.theme import Style, Styles, date_axis, hover, symbol
from dashboard.domain.types import Row
from dashboard.text.claims import measurer_name
from dashboard.text.escaping import escape_html
from dashboard.text.time_to import time_to_symbol
from dashboard.text.translator import Translator

AXIS = 74  # height of the axis and its title [px]
MARK = 11  # size of a mark [px]


def milestones(
    rows: pd.DataFrame, groups: Sequence[Group], styles: Styles, t: Translator, align: str
) -> go.Figure:
    """A segment from the last day without the number to the day by which it was reached.

    Where no claim is known below the number the segment is dotted from the launch on: it may have been reached on any
    of these days. `rows` is time_to_goal in the order of `groups`; `align`: launch (days since it) or calendar.
    """
    figure, heights = grouped_rows(groups, AXIS)
    for height, row in zip(heights, rows.to_dict("records"), strict=True):
        _add_segment(figure, row, height, styles[row["app"]], t, align)
    if align == "launch":
        days_axis(figure, t, "log", float(rows["by_day"].max()))
    else:
        last = max(_date(row, row["by_day"]) for row in rows.to_dict("records"))
        date_axis(figure, pd.Timestamp(rows["day_zero"].min()), last, t)
    return figure


def _add_segment(figure: go.Figure, row: Row, height: float, style: Style, t: Translator, align: str) -> None:
    """A thick segment between its two marks, or a dotted one to its only mark."""
    has_start = bool(pd.notna(row["after_day"]) and row["after_day"] < row["by_day"])
    days = [row["after_day"] if has_start else 0, row["by_day"]]
    mark, text = symbol(style, row["kind"]), _hover_text(row, t)
    figure.add_scatter(
        x=[_date(row, day) if align == "calendar" else on_axis(day, "log") for day in days],
        y=[height, height],
        mode="lines+markers",
        line={"color": style.colour, "width": 6 if has_start else 2, "dash": "solid" if has_start else "dot"},
        marker={
            "symbol": [mark, mark],
            "size": [MARK if has_start else 0, MARK],
            "color": style.colour,
            "line": {"width": 2, "color": style.colour},
        },
        cliponaxis=False,
        name=style.name,
        customdata=[text, text],
        hovertemplate=hover(t),
    )


def _date(row: Row, day: float) -> pd.Timestamp:
    return pd.Timestamp(row["day_zero"]) + pd.Timedelta(days=int(day))


def _hover_text(row: Row, t: Translator) -> str:
    goal, day = t.compact(row["goal"]), time_to_symbol(row, t)
    return t(
        "{goal} downloads, day {day} ({who})",
        goal=goal,
        day=day,
        who=escape_html(measurer_name(t, row["stated_by"])),
    )
