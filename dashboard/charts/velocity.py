"""Downloads a day: averages since launch as ranges, and periods over their true days."""

import math

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import empty_row_chart
from dashboard.charts.theme import Style, Styles, date_axis, empty_figure, number_axis, symbol
from dashboard.domain.types import Row
from dashboard.text.escaping import escape_html
from dashboard.text.translator import Translator
from dashboard.text.velocity import RATE_TICKS, rate_text


def speed(rows: pd.DataFrame, names: list[str], styles: Styles, t: Translator) -> go.Figure:
    """A range of downloads a day for each stretch; an arrow where no claim says "not more".

    `rows` is average_rates; `names` says app and days of each row, in its order.
    """
    figure = empty_row_chart(names)
    for height, row in enumerate(rows.to_dict("records")):
        _range(figure, styles[row["app"]], height, row, t)
    figure.update_xaxes(
        type="log",
        tickvals=list(RATE_TICKS),
        ticktext=[t.compact(rate) for rate in RATE_TICKS],
        title={"text": t("downloads a day, on average")},
    )
    return figure


def _range(figure: go.Figure, style: Style, height: int, row: Row, t: Translator) -> None:
    least, most = row["least"], row["most"]
    closed = pd.notna(most)
    if least <= 0:
        _zero(figure, style, height, row, t)
        return
    figure.add_scatter(
        x=[least, math.sqrt(least * most), most] if closed else [least],
        y=[height] * (3 if closed else 1),
        mode="lines+markers",
        line={"color": style.colour, "width": 5},
        marker={
            "symbol": symbol(style, row["kind"]) if closed else "arrow-right",
            "size": [0, 10, 0] if closed else 13,
            "color": style.colour,
            "line": {"width": 2, "color": style.colour},
        },
        name=style.name,
        hovertemplate=t.label(
            f"<b>{style.name}</b>", f"{rate_text(row, t)} ({escape_html(row['stated_by'])})<extra></extra>"
        ),
    )


def _zero(figure: go.Figure, style: Style, height: int, row: Row, t: Translator) -> None:
    """Write a rate that may be zero at the left end: an axis of powers of ten has no place for it."""
    figure.add_annotation(
        text=rate_text(row, t),
        x=0,
        xref="paper",
        xanchor="left",
        y=height,
        showarrow=False,
        font={"color": style.colour},
    )


def periods(rows: pd.DataFrame, styles: Styles, t: Translator) -> go.Figure:
    """A block over the true days of each period, as high as its average a day: its area is the downloads.

    `rows` is period_downloads, one row a statement, each with its first day.
    """
    figure = empty_figure(380)
    for row in rows.to_dict("records"):
        _block(figure, styles[row["app"]], row, t)
    for app, mine in rows.groupby("app"):
        _label_highest(figure, styles[str(app)], mine.sort_values("least").iloc[-1].to_dict(), t)
    number_axis(figure, float(rows["most"].fillna(rows["least"]).max()), t)
    date_axis(figure, pd.Timestamp(rows["first_day"].min()), pd.Timestamp(rows["last_day"].max()), t)
    return figure


def _block(figure: go.Figure, style: Style, row: Row, t: Translator) -> None:
    end = pd.Timestamp(row["last_day"]) + pd.Timedelta(days=1)
    days = [row["first_day"], row["first_day"], end, end]
    height = row["value"] / row["days"]
    said = t(
        "{value} in {days} days, {rate}<br>{first} to {last}, stated by {who}",
        value=t.compact(row["value"]),
        days=t.number(row["days"]),
        rate=rate_text(row, t),
        first=t.partial_date(row["period_start"]),
        last=t.partial_date(row["period_end"]),
        who=escape_html(row["stated_by"]),
    )
    figure.add_scatter(
        x=days,
        y=[0, height, height, 0],
        mode="lines",
        fill="toself",
        opacity=0.45,
        line={"color": style.colour, "width": 2, "dash": "dot" if row["kind"] == "estimated" else "solid"},
        name=style.name,
        text=t.label(f"<b>{style.name}</b>", said),
        hoverinfo="text",
    )


def _label_highest(figure: go.Figure, style: Style, row: Row, t: Translator) -> None:
    """Write the app's name and number at its highest block."""
    figure.add_annotation(
        x=pd.Timestamp(row["last_day"]) + pd.Timedelta(days=1),
        y=row["value"] / row["days"],
        text=f"<b>{style.name}</b> {t.compact(row['value'])}",
        font={"color": style.colour},
        showarrow=False,
        xanchor="right",
        yanchor="bottom",
    )
