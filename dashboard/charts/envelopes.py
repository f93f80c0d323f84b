"""Downloads since launch as envelopes: least and greatest number, if their sources are right."""

import math
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import days_axis, on_axis
from dashboard.charts.theme import (
    LABELS,
    Style,
    Styles,
    empty_figure,
    hover,
    label_at,
    number_axis,
    separate_labels,
    symbol,
)
from dashboard.domain.types import Row
from dashboard.text.escaping import escape_html
from dashboard.text.translator import Translator

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


NAME_LOG, NAME_LINEAR = 0.17, 0.05  # room of a name on a logarithmic and a linear axis
PAIR = 2  # claims that make a line
TOTALS = (1e4, 1e5, 1e6, 1e7, 1e8, 1e9)


def envelopes(drawing: EnvelopeInput) -> go.Figure:
    """Steps for floors (solid) and ceilings (dashed), claims as marks of their kind, events below.

    A line joins claims of one series by one source and no others.
    """
    figure = empty_figure(520)
    for app, steps in drawing.steps.groupby("app", sort=False):
        _steps(figure, drawing.styles[str(app)], steps, drawing)
    for _, series in drawing.claims.groupby("series"):
        if series["latest_day"].nunique() >= PAIR:
            line(figure, series, drawing)
    for row in drawing.claims.to_dict("records"):
        claim(figure, row, drawing)
    _axes(figure, drawing)
    lowest = pd.concat([drawing.claims["low"], drawing.steps["floor"]]).min()
    events(figure, drawing, lowest / 3 if drawing.scale == "log" else 0)
    _names(figure, drawing)
    return figure


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
    figure.update_layout(margin_r=LABELS)
    tops = [drawing.steps["floor"].max(), drawing.steps["ceiling"].max(), drawing.claims["value"].max()]
    if drawing.scale == "linear":
        number_axis(figure, float(pd.Series(tops).max()), t)
    else:
        named = [t.compact(total) for total in TOTALS]
        figure.update_yaxes(type="log", tickvals=list(TOTALS), ticktext=named, griddash="dot")


def _names(figure: go.Figure, drawing: EnvelopeInput) -> None:
    """Each app's name at the right end, as near to its floor as the others' names allow."""
    floors = drawing.steps.dropna(subset=["floor"]).groupby("app")["floor"].last()
    log = drawing.scale == "log"
    wanted = {str(app): math.log10(floor) if log else floor for app, floor in floors.items()}
    gap = NAME_LOG if log else floors.max() * NAME_LINEAR
    for app, height in separate_labels(wanted, gap).items():
        x, y = on_axis(_last_day(drawing), drawing.scale), 10**height if log else height
        label_at(figure, drawing.styles[app], x, y)


def _last_day(drawing: EnvelopeInput) -> float:
    return float(pd.concat([drawing.steps["day"], drawing.claims["latest_day"]]).max())
