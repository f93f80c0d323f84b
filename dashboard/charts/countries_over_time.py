"""Rank over time in every country read: one small chart a country, the same axes everywhere."""

from collections.abc import Iterable

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from dashboard.charts import theme
from dashboard.charts.theme import Style, Styles
from dashboard.text.translator import Translator

PLOT = 104  # height of one small chart [px]
LABEL = 34  # height of the label above it [px]
FOOT = 44  # height of the dates under the last one [px]
LANES = 0.3  # height of the band below the cut-off, as a part of the axis
KEY = 24  # height of a line of the key [px]
A_LINE = 3  # names in a line of the key, on a telephone
TICKS = (1, 25, 50, 100)  # places worth a line on a small axis


def by_country(rows: pd.DataFrame, labels: dict[str, str], styles: Styles, t: Translator) -> go.Figure:
    """Steps between readings of one stretch; open marks in the band below the cut-off; gaps stay gaps.

    `rows` is rank_by_country_and_day; `labels` gives the countries in order, with what stands above each.
    """
    figure = _canvas(len(labels), KEY * -(-len(styles) // A_LINE))
    deepest = int(rows["depth"].max())
    floor = deepest * (1 + LANES)
    for number, code in enumerate(labels, start=1):
        mine = rows[rows["country"] == code]
        for lane, (app, style) in enumerate(styles.items(), start=1):
            _steps(figure, mine[mine["app"] == app], style, number, t)
            below = mine[(mine["app"] == app) & (mine["state"] == "below")]
            _lane(figure, below, style, deepest + deepest * LANES * lane / (len(styles) + 1), number, t)
    _bands(figure, deepest + 0.5, floor)
    _labels(figure, labels.values())
    _key(figure, styles)
    _axes(figure, rows, deepest, floor, t)
    return figure


def _canvas(count: int, key: int) -> go.Figure:
    """Small charts one under another, each with room for its label, and a key of `key` [px] above all."""
    inner = (PLOT + LABEL) * count - LABEL
    figure = make_subplots(rows=count, cols=1, shared_xaxes=True, vertical_spacing=LABEL / inner)
    figure.update_layout(theme.empty_figure(key + LABEL + inner + FOOT).layout)
    figure.update_layout(margin={"t": key + LABEL, "b": FOOT}, showlegend=True)
    figure.update_xaxes(fixedrange=True, showgrid=False, zeroline=False, automargin=True)
    figure.update_yaxes(fixedrange=True, zeroline=False, automargin=True)
    return figure


def _steps(figure: go.Figure, rows: pd.DataFrame, style: Style, number: int, t: Translator) -> None:
    for _, stretch in rows.groupby("stretch"):
        if stretch["rank"].notna().any():
            figure.add_scatter(
                x=stretch["observed_at"],
                y=stretch["rank"].astype("float"),
                mode="lines+markers",
                line={"shape": "hv", "color": style.colour, "width": 1.5},
                marker={"symbol": style.marker, "size": 5, "color": style.colour},
                connectgaps=False,
                name=style.name,
                showlegend=False,
                customdata=_moments(stretch, t),
                hovertemplate=t("<b>%{fullData.name}</b>: place %{y}<br>observed %{customdata}")
                + "<extra></extra>",
                row=number,
                col=1,
            )


def _lane(figure: go.Figure, rows: pd.DataFrame, style: Style, y: float, number: int, t: Translator) -> None:
    told = [
        t("top {depth} read, {moment}", depth=depth, moment=moment)
        for depth, moment in zip(rows["depth"], _moments(rows, t), strict=True)
    ]
    figure.add_scatter(
        x=rows["observed_at"],
        y=[y] * len(rows),
        mode="markers",
        marker={"symbol": f"{style.marker}-open", "size": 4, "color": style.colour},
        name=style.name,
        showlegend=False,
        customdata=told,
        hovertemplate=t("<b>%{fullData.name}</b>: outside the list<br>%{customdata}") + "<extra></extra>",
        row=number,
        col=1,
    )


def _labels(figure: go.Figure, labels: Iterable[str]) -> None:
    """Each above its chart, from the left edge of the figure; all at once, as figures copy what they have at each."""
    place = {
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": theme.SMALL},
    }
    figure.update_layout(
        annotations=[
            place | {"text": label, "xref": f"x{axis} domain", "yref": f"y{axis} domain"}
            for axis, label in zip(_axes_of(figure), labels, strict=True)
        ]
    )


def _bands(figure: go.Figure, top: float, bottom: float) -> None:
    """The band below the cut-off, in each of the charts."""
    band = {"type": "rect", "x0": 0, "x1": 1, "y0": top, "y1": bottom, "fillcolor": theme.BAND}
    look = band | {"line": {"width": 0}, "layer": "below"}
    figure.update_layout(
        shapes=[look | {"xref": f"x{axis} domain", "yref": f"y{axis}"} for axis in _axes_of(figure)]
    )


def _axes_of(figure: go.Figure) -> list[str]:
    """The suffix of each chart's axes: none for the first, then 2, 3 and on."""
    return [axis.plotly_name.removeprefix("yaxis") for axis in figure.select_yaxes()]


def _key(figure: go.Figure, styles: Styles) -> None:
    """The apps by mark and name, above the charts: each is in most of them."""
    for style in styles.values():
        figure.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            marker={"symbol": style.marker, "size": 9, "color": style.colour},
            name=style.name,
            row=1,
            col=1,
        )
    figure.update_layout(legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "top", "yref": "container"})


def _axes(figure: go.Figure, rows: pd.DataFrame, deepest: int, floor: float, t: Translator) -> None:
    theme.date_axis(figure, rows["observed_at"].min(), rows["observed_at"].max(), t)
    ticks = [tick for tick in TICKS if tick <= deepest]
    figure.update_yaxes(range=[floor, 1 - deepest * 0.08], tickvals=ticks, griddash="dot")


def _moments(rows: pd.DataFrame, t: Translator) -> list[str]:
    """The moment of each snapshot in words; no hour where only the day is known."""
    known = zip(rows["observed_at"], rows["time_precision"], strict=True)
    return [t.utc_datetime(moment, precision) for moment, precision in known]
