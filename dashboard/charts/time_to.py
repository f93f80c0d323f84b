"""Time to a number of downloads, one launch a row."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import FIRST, days_axis, empty_row_chart, on_axis
from dashboard.charts.theme import Style, Styles, symbol
from dashboard.domain.types import Row
from dashboard.text.time_to import is_like_for_like, time_to_text
from dashboard.text.translator import Translator


def time_to(
    rows: pd.DataFrame, names: list[str], other: str, styles: Styles, t: Translator, scale: str
) -> go.Figure:
    """A bar from the newest day known below the number to the day by which it was reached.

    `rows` is time_to_goal for one goal, launches like for like first; `names` says each row, and
    `other` heads the rest. A thin end reaches to the day of the rounded numbers and the weakest quotes.
    """
    told = rows.to_dict("records")
    same = sum(is_like_for_like(row) for row in told)
    labels = [*names[:same], *([other] if same < len(told) else []), *names[same:]]
    figure = empty_row_chart(labels)
    for number, row in enumerate(told):
        height = number + (number >= same)  # below the heading of the others
        _interval(figure, styles[row["app"]], height, row, t, scale)
    days_axis(figure, t, scale, float(rows[["after_day", "by_day", "sure_day"]].max().max()))
    return figure


def _interval(figure: go.Figure, style: Style, height: int, row: Row, t: Translator, scale: str) -> None:
    reached = pd.notna(row["by_day"])
    known = pd.notna(row["after_day"])
    start: float = on_axis(row["after_day"], scale) if known else (FIRST if scale == "log" else 0.0)
    end: float = on_axis(row["by_day"], scale) if reached else start
    said = t.label(f"<b>{style.name}</b>", f"{time_to_text(row, t)}<extra></extra>")
    if reached and pd.notna(row["sure_day"]) and row["sure_day"] > row["by_day"]:
        _until_sure(figure, style, height, (end, on_axis(row["sure_day"], scale)), said)
    figure.add_scatter(
        x=[start, end],
        y=[height, height],
        mode="lines+markers",
        line={"color": style.colour, "width": 4, "dash": "solid" if known else "dot"},
        marker={
            "symbol": ["line-ns-open", symbol(style, row["kind"]) if reached else "arrow-right"],
            "size": [10 if known else 0, 12],
            "color": style.colour,
            "line": {"width": 2, "color": style.colour},
        },
        name=style.name,
        hovertemplate=said,
    )


def _until_sure(figure: go.Figure, style: Style, height: int, ends: tuple[float, float], said: str) -> None:
    """A thin end: by its second day the number is reached even if all was rounded up and the launch fell early."""
    figure.add_scatter(
        x=list(ends),
        y=[height, height],
        mode="lines+markers",
        line={"color": style.colour, "width": 1.5},
        marker={"symbol": "line-ns-open", "size": 12, "color": style.colour, "line": {"width": 2}},
        name=style.name,
        hovertemplate=said,
    )
