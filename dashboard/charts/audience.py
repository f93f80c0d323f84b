"""Users by what is counted and by whom; shares by survey. A row a series, its newest number in its label."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.grouped_rows import Group, grouped_rows
from dashboard.charts.theme import Style, Styles, hover, symbol
from dashboard.text.audience import SERIES
from dashboard.text.translator import Translator

NEWEST, OLDER = 11, 6  # sizes of marks [px]
BAR = 14  # height of a bar [px]
LABELS = 0.36  # part of the width of a figure of shares that labels take
AIR = 1.06  # right of the largest number
TICKS = 4


def audience(rows: pd.DataFrame, groups: Sequence[Group], styles: Styles, t: Translator) -> go.Figure:
    """A row for each series, of one app by one measurer in one unit, with a mark for each number of it.

    `rows` is audience in the order of `groups`, with `hover_text`; only the numbers of one series are joined.
    """
    figure, heights = grouped_rows(groups)
    series = rows.groupby(SERIES, sort=False)
    for height, (key, numbers) in zip(heights, series, strict=True):
        _add_series(figure, numbers, height, styles[str(key[0])], t)
    top = float(rows["value"].max())
    figure.update_xaxes(range=[-top * (AIR - 1) / 2, top * AIR], nticks=TICKS, rangemode="tozero")
    ticks = [top * part / TICKS for part in range(TICKS + 1)]
    figure.update_xaxes(tickvals=ticks, ticktext=[t.compact(tick) for tick in ticks])
    return figure


def _add_series(figure: go.Figure, rows: pd.DataFrame, height: float, style: Style, t: Translator) -> None:
    figure.add_scatter(
        x=rows["value"],
        y=[height] * len(rows),
        mode="lines+markers",
        line={"color": style.colour, "width": 1.5},
        marker={
            "symbol": [symbol(style, kind) for kind in rows["kind"]],
            "size": [*[OLDER] * (len(rows) - 1), NEWEST],
            "color": style.colour,
            "line": {"width": 2, "color": style.colour},
        },
        name=style.name,
        customdata=list(rows["hover_text"]),
        hovertemplate=hover(t),
        cliponaxis=False,
    )


def shares(
    rows: pd.DataFrame, groups: Sequence[Group], texts: Sequence[str], styles: Styles, t: Translator
) -> go.Figure:
    """A bar for each share of a population, by survey, with what rounding allows where it was divided.

    `rows` is audience_shares in the order of `groups`; `texts` is the hover text of each row.
    """
    figure, heights = grouped_rows(groups, labels_left=LABELS)
    for height, row, text in zip(heights, rows.to_dict("records"), texts, strict=True):
        style = styles[row["app"]]
        allowed = {"array": [row["high"] - row["share"]], "arrayminus": [row["share"] - row["low"]]}
        figure.add_bar(
            x=[row["share"]],
            y=[height],
            orientation="h",
            width=BAR,
            marker={"color": style.colour},
            error_x=allowed if pd.notna(row["low"]) else None,
            name=style.name,
            customdata=[text],
            hovertemplate="%{customdata}<extra></extra>",
        )
    ticks = [0, 25, 50, 75, 100]
    told = [t("{share}%", share=t.number(tick)) for tick in ticks]
    figure.update_xaxes(range=[0, 104], tickvals=ticks, ticktext=told)
    return figure
