"""Numbers of downloads reached, one assistant a row, by days since launch or by date."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import days_axis, empty_row_chart, on_axis
from dashboard.charts.theme import Style, Styles, date_axis, hover, symbol
from dashboard.domain.types import Row
from dashboard.text.escaping import escape_html
from dashboard.text.time_to import time_to_symbol
from dashboard.text.translator import Translator

NEAR = 2.0  # two marks are near where the later day is less than so many times the earlier
CROWDED = 0.12  # by date, marks are too near for two numbers: a part of the axis
WORDS = 16  # room for the number below a mark [px]


def milestones(rows: pd.DataFrame, names: list[str], styles: Styles, t: Translator, align: str) -> go.Figure:
    """A mark at the day by which each number was reached, at the sources' word; its number above it.

    `rows` is time_to_goal, the rows of the race that a claim says reached, one row a day; `names` says
    each assistant, in the order of `rows`. `align`: launch (days since it) or calendar.
    """
    figure = empty_row_chart(names, under=WORDS)
    for height, (app, mine) in enumerate(rows.groupby("app", sort=False)):
        _marks(figure, mine, height, styles[str(app)], t, align)
        if align == "calendar":
            _thin(figure.data[-1], rows)
    if align == "launch":
        days_axis(figure, t, "log", float(rows["by_day"].max()))
    else:
        first, last = rows["day_zero"].min(), max(_dates(rows))
        date_axis(figure, pd.Timestamp(first), pd.Timestamp(last), t)
    return figure


def _marks(
    figure: go.Figure, rows: pd.DataFrame, height: int, style: Style, t: Translator, align: str
) -> None:
    told = rows.to_dict("records")
    days = _dates(rows) if align == "calendar" else [on_axis(day, "log") for day in rows["by_day"]]
    figure.add_scatter(
        x=days,
        y=[height] * len(told),
        mode="markers+text",
        marker={
            "symbol": [symbol(style, row["kind"]) for row in told],
            "size": 12,
            "color": style.colour,
            "line": {"width": 2, "color": style.colour},
        },
        text=[t.compact(row["goal"]) for row in told],
        textposition=_sides(rows["by_day"]),
        textfont={"color": style.colour},
        cliponaxis=False,
        name=style.name,
        customdata=[_mark_text(row, t) for row in told],
        hovertemplate=hover(t),
    )


def _thin(marks: go.Scatter, rows: pd.DataFrame) -> None:
    """Of marks too near by date only the last has its number; the row's words have them all."""
    span = max(_dates(rows)) - pd.Timestamp(rows["day_zero"].min())
    wait = pd.Series(pd.to_datetime(marks.x)).diff().shift(-1)
    marks.text = ["" if gap < span * CROWDED else said for said, gap in zip(marks.text, wait, strict=True)]
    marks.textposition = "bottom center"


def _sides(days: "pd.Series[int]") -> list[str]:
    """The side of each label: below its mark; of near ones the first to the left, a third to the right."""
    near = (days.shift(-1) < NEAR * days).fillna(False).astype("bool")  # the next one is
    after = near.shift(1, fill_value=False)
    left, right = near & ~after, ~near & after & after.shift(1, fill_value=False)
    return [
        "bottom left" if a else "bottom right" if b else "bottom center"
        for a, b in zip(left, right, strict=True)
    ]


def _dates(rows: pd.DataFrame) -> list[pd.Timestamp]:
    return list(pd.to_datetime(rows["day_zero"]) + pd.to_timedelta(rows["by_day"].astype("int"), unit="D"))


def _mark_text(row: Row, t: Translator) -> str:
    goal, day = t.compact(row["goal"]), time_to_symbol(row, t)
    return t("{goal} downloads, day {day} ({who})", goal=goal, day=day, who=escape_html(row["stated_by"]))
