"""Downloads since launch as envelopes: least and greatest number, if their sources are right."""

import math

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import claim_marks
from dashboard.charts.claim_marks import EnvelopeInput
from dashboard.charts.days_axis import days_axis, on_axis
from dashboard.charts.theme import LABELS, Style, empty_figure, label_at, number_axis, separate_labels
from dashboard.domain.types import Row
from dashboard.text.escaping import escape_html
from dashboard.text.translator import Translator

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
            claim_marks.line(figure, series, drawing)
    for row in drawing.claims.to_dict("records"):
        claim_marks.claim(figure, row, drawing)
    _axes(figure, drawing)
    lowest = pd.concat([drawing.claims["low"], drawing.steps["floor"]]).min()
    claim_marks.events(figure, drawing, lowest / 3 if drawing.scale == "log" else 0)
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
                customdata=[_step_said(column, row, drawing.texts) for row in [*told, told[-1]]],
                hovertemplate=drawing.texts.label(f"<b>{style.name}</b>", "%{customdata}<extra></extra>"),
            )


def _step_said(column: str, row: Row, t: Translator) -> str:
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
