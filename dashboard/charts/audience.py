"""Users over time, a panel for each publisher and what it counts; shares of one population."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import empty_row_chart
from dashboard.charts.theme import (
    Style,
    Styles,
    date_axis,
    empty_figure,
    hover,
    label_at,
    separate_labels,
    symbol,
)
from dashboard.domain.types import Row
from dashboard.text.translator import Translator

Panel = tuple[str, str, str]
SMALL, LARGE = 40, 110  # heights of a panel with one mark and of one with more [px]
HEAD, AXIS = 30, 50  # heights of the words above a panel and of the dates [px]
ROOM = 0.25  # above its highest and below its lowest mark, of a panel's height
LABEL, LETTER, PAD = 16, 7.2, 26  # distance of two names, width of a letter, air around a name [px]


def audience(rows: pd.DataFrame, heads: dict[Panel, str], styles: Styles, t: Translator) -> go.Figure:
    """Users of one metric over time; a line joins only one app's numbers by one measurer on one platform.

    `rows` is audience with `said`, what the pointer meets, and `short`, the number in few signs; `heads` says each
    panel by who measured the numbers, their unit and platform, in order. A mark stands at the end of its period,
    which the line through it spans.
    """
    panels = [(said, _of(rows, *key)) for key, said in heads.items()]
    drawn = sum(HEAD + _height(mine) for _, mine in panels)
    figure = empty_figure(AXIS + drawn)
    last = pd.to_datetime(rows["last_day"].max())
    top = drawn  # in whole pixels, so that the last panel ends at 0 and not a hair below
    for number, (said, mine) in enumerate(panels, 1):
        end = top - HEAD - _height(mine)
        _head(figure, said, top / drawn)
        _panel(figure, mine, f"{number}" if number > 1 else "", (end / drawn, (top - HEAD) / drawn))
        _fill(figure, mine, f"y{number}" if number > 1 else "y", styles, t, last)
        top = end
    date_axis(figure, pd.to_datetime(rows["first_day"].min()), last, t)
    figure.update_xaxes(anchor="free", position=0, showgrid=True, griddash="dot")
    return figure


def _of(rows: pd.DataFrame, who: str, unit: str, platform: str) -> pd.DataFrame:
    return rows[(rows["stated_by"] == who) & (rows["unit"] == unit) & (rows["platform"] == platform)]


def _height(rows: pd.DataFrame) -> int:
    return SMALL if len(rows) == 1 else LARGE


def _head(figure: go.Figure, said: str, top: float) -> None:
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": top, "yref": "paper", "yanchor": "top"}
    figure.add_annotation(text=said, showarrow=False, font={"size": 12}, **place)


def _panel(figure: go.Figure, rows: pd.DataFrame, axis: str, room: tuple[float, float]) -> None:
    top = float(rows["value"].max())
    look = {"fixedrange": True, "griddash": "dot", "zeroline": False, "automargin": True}
    ends = {"range": [-top * ROOM, top * (1 + ROOM)], "tickvals": [0], "ticktext": ["0"]}
    figure.update_layout({f"yaxis{axis}": {"domain": list(room), **look, **ends}})


def _fill(
    figure: go.Figure, rows: pd.DataFrame, axis: str, styles: Styles, t: Translator, last: pd.Timestamp
) -> None:
    """Each app's numbers; several names stand at the right end, one stands at its mark."""
    for app, series in rows.groupby("app", sort=False):
        _series(figure, series, styles[str(app)], axis, t)
    newest: dict[str, Row] = {row["app"]: row for row in rows.to_dict("records")}
    top = float(rows["value"].max()) * (1 + 2 * ROOM)
    heights = separate_labels({app: row["value"] for app, row in newest.items()}, top * LABEL / LARGE)
    for app, height in heights.items():
        style, row = styles[app], newest[app]
        told = Style(f"{style.name} {row['short']}", style.colour, style.marker)
        figure.update_layout(margin_r=max(figure.layout.margin.r, LETTER * len(told.name) + PAD))
        label_at(figure, told, last if len(newest) > 1 else row["last_day"], height)
        figure.data[-1].yaxis = axis


def _series(figure: go.Figure, series: pd.DataFrame, style: Style, axis: str, t: Translator) -> None:
    last = pd.to_datetime(series["last_day"])
    spans = (last - pd.to_datetime(series["first_day"])) / pd.Timedelta(milliseconds=1)
    figure.add_scatter(
        x=series["last_day"],
        y=series["value"],
        yaxis=axis,
        mode="lines+markers",
        line={"color": style.colour, "width": 1.5},
        marker={
            "symbol": [symbol(style, kind) for kind in series["kind"]],
            "size": 9,
            "color": style.colour,
            "line": {"width": 1.5, "color": style.colour},
        },
        error_x={"array": [0] * len(series), "arrayminus": list(spans), "thickness": 1, "width": 0},
        name=style.name,
        customdata=list(series["said"]),
        hovertemplate=hover(t),
    )


def shares(rows: pd.DataFrame, names: list[str], styles: Styles, t: Translator) -> go.Figure:
    """A bar for each share of a population, with what rounding allows where it was divided.

    `rows` is audience_shares; `names` says app, share and population of each row, in its order.
    """
    figure = empty_row_chart(names)
    for height, row in enumerate(rows.to_dict("records")):
        style = styles[row["app"]]
        allowed = {"array": [row["high"] - row["share"]], "arrayminus": [row["share"] - row["low"]]}
        figure.add_bar(
            x=[row["share"]],
            y=[height],
            orientation="h",
            width=0.3,
            marker={"color": style.colour},
            error_x=allowed if pd.notna(row["low"]) else None,
            name=style.name,
            text=[names[height]],
            textposition="none",
            hovertemplate="%{text}<extra></extra>",
        )
    ticks = [0, 25, 50, 75, 100]
    told = [t("{share}%", share=t.number(tick)) for tick in ticks]
    figure.update_xaxes(range=[0, 104], tickvals=ticks, ticktext=told)
    return figure
