"""Marks of single claims and events on an axis of days since launch."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.days_axis import on_axis
from dashboard.charts.theme import Styles, hover, symbol
from dashboard.domain.types import Row
from dashboard.text.escaping import escape_html
from dashboard.text.translator import Translator

FAINT = 0.4  # opacity of a claim of another platform or country


@dataclass(frozen=True)
class EnvelopeInput:
    """What an envelope figure is drawn from: three answers, and how to say them."""

    steps: pd.DataFrame
    claims: pd.DataFrame
    events: pd.DataFrame
    styles: Styles
    texts: Translator
    scale: str


def line(figure: go.Figure, series: pd.DataFrame, drawing: EnvelopeInput) -> None:
    ordered = series.sort_values("latest_day")
    style = drawing.styles[ordered["app"].iloc[0]]
    figure.add_scatter(
        x=[on_axis(day, drawing.scale) for day in ordered["latest_day"]],
        y=ordered["value"],
        mode="lines",
        line={"color": style.colour, "width": 1, "dash": "dot"},
        name=f"{style.name}: series",
        hoverinfo="skip",
    )


def claim(figure: go.Figure, row: Row, drawing: EnvelopeInput) -> None:
    style, t = drawing.styles[row["app"]], drawing.texts
    over: float = 0 if pd.isna(row["high"]) else row["high"] - row["value"]
    under: float = row["value"] - row["low"]
    days = [on_axis(row[day], drawing.scale) for day in ("earliest_day", "latest_day")]
    figure.add_scatter(
        x=days,
        y=[row["value"]] * 2,
        mode="lines+markers",
        opacity=1 if row["race"] == "same" else FAINT,
        line={"color": style.colour, "width": 2},
        error_y={
            "array": [0, over],
            "arrayminus": [0, under],
            "color": style.colour,
            "thickness": 1,
            "width": 3,
        },
        marker={
            "symbol": ["line-ns-open", "arrow-up" if row["bound"] == "floor" else symbol(style, row["kind"])],
            "size": [0 if days[0] == days[1] else 6, 10],
            "color": style.colour,
            "line": {"width": 2, "color": style.colour},
        },
        name=style.name,
        customdata=[_said(row, t)] * 2,
        hovertemplate=hover(t),
    )


def _said(row: Row, t: Translator) -> str:
    floor = row["bound"] == "floor"
    number = (
        t("at least {value}", value=t.floor(row["value"]))
        if floor
        else t("about {value}", value=t.compact(row["value"]))
    )
    first, last = max(row["earliest_day"], 0), row["latest_day"]
    day = t.number(last) if floor or first >= last else f"{t.number(first)}–{t.number(last)}"
    where, who = t.country(row["scope"]), escape_html(row["stated_by"])
    text = (
        t("{number} by about day {day}<br>{where}, stated by {who}")
        if row["approximate"]
        else t("{number} by day {day}<br>{where}, stated by {who}")
    )
    return text.format(number=number, day=day, where=where, who=who)


def events(figure: go.Figure, drawing: EnvelopeInput, height: float) -> None:
    """Triangles in the app's colour at `height`; what happened is said at the pointer."""
    t = drawing.texts
    for app, told in drawing.events.groupby("app", sort=False):
        style = drawing.styles[str(app)]
        said = [
            t.label(
                t.partial_date(row["happened_on"]),
                f"{escape_html(t.localized(row, 'title'))} ({escape_html(row['publisher'])})",
            )
            for row in told.to_dict("records")
        ]
        figure.add_scatter(
            x=[on_axis(max(day, 0), drawing.scale) for day in told["earliest_day"]],
            y=[height] * len(told),
            mode="markers",
            marker={"symbol": "triangle-down-open", "size": 9, "color": style.colour},
            name=f"{style.name}: {t('events')}",
            customdata=said,
            hovertemplate=t.label(f"<b>{style.name}</b>", "%{customdata}<extra></extra>"),
        )
