"""A matrix of pairs: who was ahead on one day, or that it cannot be told."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.theme import Styles, empty_figure

AHEAD, BEHIND, UNTOLD = "#087F5B", "#C2410C", "#6C757D"  # each carries white text
SHADES = {"ahead": 1.0, "even": 0.5, "untold": 0.5, "behind": 0.0}
SCALE = [[0.0, BEHIND], [0.49, BEHIND], [0.5, UNTOLD], [0.51, AHEAD], [1.0, AHEAD]]
CELL = 46  # height of a row [px]
HEADS = 84  # height of the names above, also where they stand on end [px]


def pair_matrix(rows: pd.DataFrame, told: list[str], why: list[str], styles: Styles) -> go.Figure:
    """A cell for each pair: the row's app against the column's.

    `rows` is launch_race or head_to_head; `told` is the word in each cell and `why` its reason, in the order of `rows`.
    """
    apps = list(dict.fromkeys(rows["app"]))
    names = {app: styles[app].name for app in apps}
    figure = empty_figure(HEADS + CELL * len(apps))
    filled = rows.assign(said=told, why=why, shade=rows["verdict"].map(SHADES))
    shown = {
        part: filled.pivot(index="app", columns="rival", values=part).reindex(index=apps, columns=apps)
        for part in ("shade", "said", "why")
    }
    figure.add_heatmap(
        x=[names[app] for app in apps],
        y=[names[app] for app in apps],
        z=shown["shade"].to_numpy(),
        text=shown["said"].fillna("").to_numpy(),
        customdata=shown["why"].fillna("").to_numpy(),
        texttemplate="%{text}",
        textfont={"size": 12, "color": "white"},
        hovertemplate="%{customdata}<extra></extra>",
        hoverongaps=False,
        colorscale=SCALE,
        zmin=0,
        zmax=1,
        showscale=False,
        xgap=3,
        ygap=3,
    )
    figure.update_yaxes(autorange="reversed", showgrid=False, type="category", tickfont={"size": 11})
    figure.update_xaxes(side="top", autotickangles=[0, 90], type="category", tickfont={"size": 11})
    return figure
