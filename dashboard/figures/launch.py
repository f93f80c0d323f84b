"""Figures of the launch velocity page."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.theme import LABELS, Style, Styles, canvas, name_at, number_axis, symbol
from dashboard.texts import Texts

DAYS = (1, 7, 30, 100, 365)
FIRST = 0.7  # where the axis of days begins: a logarithm has no zero
TOTALS = (1e4, 1e5, 1e6, 1e7, 1e8, 1e9)


def time_to(rows: pd.DataFrame, names: list[str], styles: Styles, t: Texts, scale: str) -> go.Figure:
    """A bar from the newest day known below the number to the first day known to have reached it.

    `rows` is time_to; `names` says app and scope of each row, in its order.
    """
    figure = canvas(70 + 46 * len(rows))
    for name, row in zip(names, rows.to_dict("records"), strict=True):
        _interval(figure, styles[row["app"]], name, row, t)
    _days_axis(figure, t, scale)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return figure


def _interval(figure: go.Figure, style: Style, name: str, row: dict[Any, Any], t: Texts) -> None:
    reached = pd.notna(row["by_day"])
    start = FIRST if pd.isna(row["after_day"]) else max(row["after_day"], FIRST)
    end = max(row["by_day"], FIRST) if reached else start
    said = reach(row, t)
    figure.add_scatter(
        x=[start, end],
        y=[name, name],
        mode="lines+markers",
        line={"color": style.colour, "width": 4},
        marker={
            "symbol": ["line-ns-open", symbol(style, row["kind"]) if reached else "arrow-right"],
            "size": [10 if pd.notna(row["after_day"]) else 0, 12],
            "color": style.colour,
            "line": {"width": 2, "color": style.colour},
        },
        name=style.name,
        hovertemplate=f"<b>{style.name}</b>: {said}<extra></extra>",
    )


def reach(row: dict[Any, Any], t: Texts) -> str:
    """The interval of one row of time_to in words."""
    if pd.isna(row["by_day"]):
        return t("not yet by day {day}", day=t.number(row["after_day"]))
    if pd.isna(row["after_day"]):
        return t("by day {day}", day=t.number(row["by_day"]))
    return t("day {first} to {last}", first=t.number(row["after_day"] + 1), last=t.number(row["by_day"]))


def bounds(rows: pd.DataFrame, styles: Styles, t: Texts, scale: str) -> go.Figure:
    """Every claim on downloads over the days it may mean: a floor points up, other numbers stand.

    `rows` is milestone_bounds. No line joins two claims.
    """
    figure = canvas(460)
    for row in rows.to_dict("records"):
        _claim(figure, styles[row["app"]], row, t)
    for app, mine in rows.groupby("app"):
        newest = mine.iloc[-1]
        name_at(figure, styles[str(app)], max(newest["latest_day"], FIRST), newest["value"])
    _days_axis(figure, t, scale)
    figure.update_layout(margin_r=LABELS)
    if scale == "linear":
        number_axis(figure, float(rows["value"].max()), t)
    else:
        named = [t.compact(total) for total in TOTALS]
        figure.update_yaxes(type="log", tickvals=list(TOTALS), ticktext=named, griddash="dot")
    return figure


def _claim(figure: go.Figure, style: Style, row: dict[Any, Any], t: Texts) -> None:
    start, end = max(row["earliest_day"], FIRST), max(row["latest_day"], FIRST)
    mark = symbol(style, row["kind"])
    said = _said(row, t)
    figure.add_scatter(
        x=[start, end],
        y=[row["value"], row["value"]],
        mode="lines+markers",
        line={"color": style.colour, "width": 2},
        marker={
            "symbol": ["line-ns-open", "arrow-up" if row["bound"] == "floor" else mark],
            "size": [0 if start == end else 6, 11],
            "color": style.colour,
            "line": {"width": 2, "color": style.colour},
        },
        name=style.name,
        customdata=[said, said],
        hovertemplate="<b>%{fullData.name}</b>: %{customdata}<extra></extra>",
    )


def _said(row: dict[Any, Any], t: Texts) -> str:
    value = t.compact(row["value"])
    number = (
        t("at least {value}", value=value) if row["bound"] == "floor" else t("about {value}", value=value)
    )
    return t(
        "{number} by day {day}<br>{where}, stated by {who}",
        number=number,
        day=t.number(row["latest_day"]),
        where=t.country(row["scope"]),
        who=row["stated_by"],
    )


def _days_axis(figure: go.Figure, t: Texts, scale: str) -> None:
    """Days since launch; on a logarithmic axis the launch day itself stands at its left end."""
    figure.update_xaxes(tickangle=0, title={"text": t("days after launch")}, showgrid=True, griddash="dot")
    if scale == "log":
        figure.update_xaxes(
            type="log", range=[-0.16, 3.1], tickvals=list(DAYS), ticktext=[t.number(day) for day in DAYS]
        )
    else:
        figure.update_xaxes(rangemode="tozero", nticks=5)
