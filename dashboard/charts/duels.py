"""Days on which one app ranked above or below each rival: one diverging bar a rival."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.grouped_rows import grouped_rows
from dashboard.charts.theme import NEUTRAL, Style, Styles
from dashboard.text.translator import Translator

BAR = 15  # height of a bar [px]
AIR = 1.1  # of the longest side, for numbers outside a bar


def duels(
    pairs: pd.DataFrame, labels: Sequence[str], reasons: Sequence[str], styles: Styles, t: Translator
) -> go.Figure:
    """Days ahead to the right, days behind to the left, comparable to none in the middle.

    `pairs` is head_to_head of one app; `labels` and `reasons` are the label and the hover text of each row.
    """
    figure, heights = grouped_rows([("", labels)])
    focus = styles[pairs["app"].iloc[0]]
    undecided = (pairs["days_common"] - pairs["days_told"]).astype("int")
    half = undecided / 2
    rivals = [styles[rival].colour for rival in pairs["rival"]]
    behind, ahead = pairs["days_behind"].astype("int"), pairs["days_ahead"].astype("int")
    _add_bars(figure, -half - behind, behind, heights, rivals, t("days behind"), reasons)
    _add_bars(figure, -half, undecided, heights, [NEUTRAL] * len(pairs), t("days inconclusive"), reasons)
    _add_bars(figure, half, ahead, heights, [focus.colour] * len(pairs), t("days ahead"), reasons)
    side = max(float((half + pd.concat([behind, ahead], axis=1).max(axis=1)).max()), 1.0) * AIR
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(
        range=[-side, side], showticklabels=False, showgrid=False, title=_axis_title(focus, t)
    )
    figure.add_vline(x=0, line={"width": 1, "color": NEUTRAL})
    return figure


def _axis_title(focus: Style, t: Translator) -> dict[str, object]:
    return {"text": t("◀ days behind · days {app} ranked higher ▶", app=focus.name), "font": {"size": 12}}


def _add_bars(
    figure: go.Figure,
    starts: "pd.Series[float]",
    days: "pd.Series[int]",
    heights: Sequence[float],
    colours: Sequence[str],
    name: str,
    reasons: Sequence[str],
) -> None:
    figure.add_bar(
        base=list(starts),
        x=[int(n) for n in days],
        y=list(heights),
        orientation="h",
        width=BAR,
        marker={"color": list(colours)},
        text=[str(n) if n else "" for n in days],
        textposition="auto",
        textangle=0,
        insidetextfont={"color": "white"},
        insidetextanchor="middle",
        constraintext="none",
        cliponaxis=False,
        name=name,
        customdata=list(reasons),
        hovertemplate="%{customdata}<extra></extra>",
    )
