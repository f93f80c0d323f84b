"""Downloads since launch as envelopes: least and greatest number, if their sources are right."""

import math
from dataclasses import dataclass, replace
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import days_axis, on_axis
from dashboard.charts.theme import (
    Style,
    Styles,
    empty_figure,
    hover,
    number_axis,
    symbol,
)
from dashboard.domain.types import Row
from dashboard.text.escaping import escape_html
from dashboard.text.translator import Translator

BAND_OPACITY = 0.18
FAINT = 0.4  # opacity of a claim of another platform or country


@dataclass(frozen=True)
class EnvelopeInput:
    """The input of an envelope figure: the rows of three queries, styles and translator."""

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
        customdata=[_claim_text(row, t)] * 2,
        hovertemplate=hover(t),
    )


def _claim_text(row: Row, t: Translator) -> str:
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


PAIR = 2  # claims that make a line
TOTALS = (1e4, 1e6, 1e8)
PANEL, TITLE = 84, 26  # height of a panel and of the name above it [px]
BOTTOM = 50  # height of the axis of days and its title [px]


def envelopes(drawing: EnvelopeInput) -> go.Figure:
    """A panel for each app, on the same axes: its floors (solid) and ceilings (dashed), the band between, its claims and events.

    A line joins claims of one series by one source and no others.
    """
    apps = [app for app in drawing.styles if app in {*drawing.steps["app"], *drawing.claims["app"]}]
    height = (PANEL + TITLE) * len(apps)
    figure = empty_figure(height + BOTTOM)
    lowest = pd.concat([drawing.claims["low"], drawing.steps["floor"]]).min()
    axis = "y"
    for number, app in enumerate(apps):
        first, axis = len(figure.data), f"y{number + 1}" if number else "y"
        _draw_app(figure, app, drawing, lowest / 3 if drawing.scale == "log" else 0)
        for trace in figure.data[first:]:
            trace.update(xaxis="x", yaxis=axis)
        top = 1 - (number * (PANEL + TITLE) + TITLE) / height
        figure.update_layout({axis.replace("y", "yaxis"): {"domain": [max(top - PANEL / height, 0), top]}})
        _name_panel(figure, drawing.styles[app], top)
    _axes(figure, drawing)
    figure.update_xaxes(anchor=axis)
    return figure


def _draw_app(figure: go.Figure, app: str, drawing: EnvelopeInput, ground: float) -> None:
    """All that is known of one app; its events stand at `ground`."""
    style = drawing.styles[app]
    steps, claims, told = (
        rows[rows["app"] == app] for rows in (drawing.steps, drawing.claims, drawing.events)
    )
    if len(steps):
        _band(figure, style, steps, drawing)
        _steps(figure, style, steps, drawing)
    for _, series in claims.groupby("series"):
        if series["latest_day"].nunique() >= PAIR:
            line(figure, series, drawing)
    for row in claims.to_dict("records"):
        claim(figure, row, drawing)
    events(figure, replace(drawing, events=told), ground)


def _band(figure: go.Figure, style: Style, steps: pd.DataFrame, drawing: EnvelopeInput) -> None:
    """What lies between floor and ceiling, where both are known and do not contradict each other."""
    days = [on_axis(day, drawing.scale) for day in [*steps["day"], _last_day(drawing)]]
    for (first, last), row in zip(pairwise(days), steps.to_dict("records"), strict=True):
        if row["floor"] < row["ceiling"]:
            figure.add_scatter(
                x=[first, last, last, first],
                y=[row["floor"], row["floor"], row["ceiling"], row["ceiling"]],
                mode="none",
                fill="toself",
                fillcolor=style.colour,
                opacity=BAND_OPACITY,
                name=f"{style.name}: band",
                hoverinfo="skip",
            )


def _name_panel(figure: go.Figure, style: Style, top: float) -> None:
    figure.add_annotation(
        text=f"<b>{style.name}</b>",
        font={"color": style.colour},
        x=0,
        y=top,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
    )


def _steps(figure: go.Figure, style: Style, steps: pd.DataFrame, drawing: EnvelopeInput) -> None:
    # What was reached stays reached, so a floor goes on; a ceiling ends with its claim.
    days = [on_axis(day, drawing.scale) for day in [*steps["day"], _last_day(drawing)]]
    told = steps.to_dict("records")
    for column, dash, width in (("floor", "solid", 2.5), ("ceiling", "dash", 1.2)):
        if steps[column].notna().any():
            figure.add_scatter(
                x=days,
                y=[*steps[column], steps[column].iloc[-1]],
                mode="lines",
                line={"color": style.colour, "width": width, "dash": dash, "shape": "hv"},
                connectgaps=False,
                name=f"{style.name}: {column}",
                customdata=[_step_text(column, row, drawing.texts) for row in [*told, told[-1]]],
                hovertemplate=drawing.texts.label(f"<b>{style.name}</b>", "%{customdata}<extra></extra>"),
            )


def _step_text(column: str, row: Row, t: Translator) -> str:
    if pd.isna(row[column]):
        return ""
    day, who = t.number(row["day"]), escape_html(row[f"{column}_by"])
    if column == "floor":
        return t("at least {value} by day {day} ({who})", value=t.floor(row[column]), day=day, who=who)
    return t("at most {value} by day {day} ({who})", value=t.ceiling(row[column]), day=day, who=who)


def _axes(figure: go.Figure, drawing: EnvelopeInput) -> None:
    t = drawing.texts
    days_axis(figure, t, drawing.scale, _last_day(drawing))
    tops = [drawing.steps["floor"].max(), drawing.steps["ceiling"].max(), drawing.claims["value"].max()]
    if drawing.scale == "linear":
        number_axis(figure, float(pd.Series(tops).max()), t)
    else:
        named = [t.compact(total) for total in TOTALS]
        lows = pd.concat([drawing.claims["low"], drawing.steps["floor"]])
        low = min(lows[lows > 0], default=1)  # a count of zero has no place on this axis
        span = [math.log10(low / 4), math.log10(max((top for top in tops if top > 0), default=1) * 2)]
        figure.update_yaxes(type="log", range=span, tickvals=list(TOTALS), ticktext=named, griddash="dot")


def _last_day(drawing: EnvelopeInput) -> float:
    return float(pd.concat([drawing.steps["day"], drawing.claims["latest_day"]]).max())
