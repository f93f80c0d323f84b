"""Readers of Wikipedia's articles over time. Rows are those of page_views_by_period."""

import math

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
from dashboard.text.interest import PERIOD_DAYS, filter_drawable, hover_text
from dashboard.text.translator import Translator

HEIGHT = 380
MANY, SIZES = 60, (5, 2.5)  # up to so many periods an app has the larger marks [px]
ROUND, MOST = (1, 2, 5), 6  # steps of the ticks within a power of ten, and how many ticks have room
FEW = 10_000  # fewer views than these are written out
AIR = 0.06  # beyond the numbers drawn, as a part of the axis


def interest(rows: pd.DataFrame, step: str, styles: Styles, t: Translator) -> go.Figure:
    """Views a `step` on a logarithmic axis, on which a period of none has no place.

    A line joins periods that follow each other; where one is not held, it breaks.
    """
    figure = empty_figure(HEIGHT)
    drawn = filter_drawable(rows)
    for (app, _), series in drawn.groupby(["app", "article"], sort=False):
        hole = series["period"].diff() > pd.Timedelta(days=PERIOD_DAYS[step])
        for _, joined in series.groupby(hole.cumsum()):
            small = len(series) > MANY and len(joined) > 1  # one that stands alone must be seen
            _line(figure, joined, step, styles[str(app)], SIZES[small], t)
    low, high = _axis(figure, drawn["views"], t)
    newest = {row["app"]: row for row in drawn.drop_duplicates("app", keep="last").to_dict("records")}
    ends = {app: math.log10(row["views"]) for app, row in newest.items()}
    for app, power in separate_labels(ends, (high - low) * LABEL / HEIGHT).items():
        label_line_end(figure, styles[app], _short(newest[app]["views"], t), newest[app]["period"], 10**power)
    date_axis(figure, drawn["period"].min(), drawn["period"].max(), t)
    return figure


def _line(figure: go.Figure, rows: pd.DataFrame, step: str, style: Style, size: float, t: Translator) -> None:
    figure.add_scatter(
        x=rows["period"],
        y=rows["views"].astype("int"),
        mode="lines+markers",
        line={"color": style.colour, "width": 1.2},
        marker={"symbol": style.marker, "size": size, "color": style.colour},
        name=style.name,
        connectgaps=False,
        customdata=[hover_text(row, step, t) for row in rows.to_dict("records")],
        hovertemplate=hover(t),
    )


def _short(views: int, t: Translator) -> str:
    return t.number(int(views)) if views < FEW else t.compact(views)


def _axis(figure: go.Figure, views: "pd.Series[int]", t: Translator) -> tuple[float, float]:
    """A logarithmic axis over the numbers drawn and at least one power of ten; its ends as powers."""
    low, high = math.log10(views.min()), math.log10(views.max())
    wider = max(0.0, 1 - (high - low)) / 2
    air = AIR * (high - low + 2 * wider)
    low, high = low - wider - air, high + wider + air
    ticks = [one * 10.0**power for power in range(math.floor(low), math.ceil(high) + 1) for one in ROUND]
    shown = [tick for tick in ticks if low <= math.log10(tick) <= high and tick >= 1]
    if len(shown) > MOST:
        shown = [tick for tick in shown if math.log10(tick).is_integer()]
    texts = [t.compact(tick) for tick in shown]
    figure.update_yaxes(type="log", range=[low, high], tickvals=shown, ticktext=texts, griddash="dot")
    return low, high
