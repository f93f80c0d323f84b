"""Downloads of periods over their true days."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import empty_named_rows, name_in_colour
from dashboard.charts.theme import Style, Styles, date_axis
from dashboard.domain.types import Row
from dashboard.text.escaping import escape_html
from dashboard.text.translator import Translator
from dashboard.text.velocity import rate_text

ROW = 32  # height of a period [px]


def periods(rows: pd.DataFrame, styles: Styles, t: Translator) -> go.Figure:
    """A bar over the true days of each period, with its downloads beside it; pale where estimated.

    `rows` is period_downloads, one row a statement, each with its first day; an app's periods stand together.
    """
    order = {app: number for number, app in enumerate(styles)}
    ordered = rows.assign(order=rows["app"].map(order)).sort_values(["order", "first_day", "last_day"])
    repeated = ordered["app"].duplicated()
    labels = [
        "" if again else name_in_colour(styles[app].name, styles[app].colour)
        for app, again in zip(ordered["app"], repeated, strict=True)
    ]
    figure = empty_named_rows(labels, ROW)
    middle = rows["first_day"].min() + (rows["last_day"].max() - rows["first_day"].min()) / 2
    for height, row in enumerate(ordered.to_dict("records")):
        _bar(figure, styles[row["app"]], height, row, t)
        _write_value(figure, styles[row["app"]], height, row, row["first_day"] > middle, t)
    date_axis(figure, pd.Timestamp(rows["first_day"].min()), pd.Timestamp(rows["last_day"].max()), t)
    return figure


def _bar(figure: go.Figure, style: Style, height: int, row: Row, t: Translator) -> None:
    hover = t(
        "{value} in {days} days, {rate}<br>{first} to {last}, stated by {who}",
        value=t.compact(row["value"]),
        days=t.number(row["days"]),
        rate=rate_text(row, t),
        first=t.partial_date(row["period_start"]),
        last=t.partial_date(row["period_end"]),
        who=escape_html(row["stated_by"]),
    )
    figure.add_scatter(
        x=[row["first_day"], pd.Timestamp(row["last_day"]) + pd.Timedelta(days=1)],
        y=[height, height],
        mode="lines",
        line={"color": style.colour, "width": 8},
        opacity=0.6 if row["kind"] == "estimated" else 1,
        name=style.name,
        text=t.label(f"<b>{style.name}</b>", hover),
        hoverinfo="text",
    )


def _write_value(figure: go.Figure, style: Style, height: int, row: Row, late: bool, t: Translator) -> None:
    """The downloads of a period: right of its bar, left of it in the later half of the axis."""
    value: str = t.compact(row["value"]) if pd.notna(row["most"]) else f"≥\u00a0{t.floor(row['value'])}"
    figure.add_annotation(
        x=row["first_day"] if late else pd.Timestamp(row["last_day"]) + pd.Timedelta(days=1),
        y=height,
        text=f"<b>{value}</b>",
        font={"color": style.colour},
        xanchor="right" if late else "left",
        xshift=-8 if late else 8,
        showarrow=False,
    )
