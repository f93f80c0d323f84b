"""Figures of the competitors page."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.theme import (
    LABELS,
    TICKS,
    Styles,
    canvas,
    date_axis,
    name_at,
    number_axis,
    spread,
    symbol,
)
from dashboard.texts import Texts

LANE = 0.075  # room of one app beyond the last place, as a part of the axis


def by_country(rows: pd.DataFrame, styles: Styles, t: Texts) -> go.Figure:
    """One line a country, one mark an app at its place in the newest reading.

    `rows` is places_by_country. An app below the cut-off stands, open, beyond the last place.
    """
    countries = list(dict.fromkeys(rows["country"]))
    figure = canvas(80 + 40 * len(countries))
    deepest = int(rows["depth"].max())
    for lane, (app, style) in enumerate(styles.items(), start=1):
        mine = rows[rows["app"] == app]
        beyond = deepest * (1 + lane * LANE)
        figure.add_scatter(
            x=mine["rank"].astype("float").fillna(beyond),
            y=[t.country(code) for code in mine["country"]],
            mode="markers",
            marker={
                "symbol": [f"{style.marker}{'' if s == 'ranked' else '-open'}" for s in mine["state"]],
                "size": 12,
                "color": style.colour,
                "line": {"width": 1.5, "color": style.colour},
            },
            name=style.name,
            customdata=[_place(row, t) for row in mine.to_dict("records")],
            hovertemplate="<b>%{fullData.name}</b>: %{customdata}<extra>%{y}</extra>",
        )
    figure.update_xaxes(
        range=[deepest * (1.07 + LANE * len(styles)), -deepest * 0.03],
        tickvals=[tick for tick in TICKS if tick <= deepest],
        title={"text": t("place (1 is best)")},
        showgrid=True,
        griddash="dot",
    )
    figure.update_yaxes(autorange="reversed", showgrid=True)
    figure.update_layout(showlegend=True, legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0})
    return figure


def _place(row: dict[Any, Any], t: Texts) -> str:
    when = t.moment(row["observed_at"])
    if row["state"] == "below":
        return t("below the cut-off of {depth}<br>observed {when}", depth=row["depth"], when=when)
    return t("place {rank}<br>observed {when}", rank=row["rank"], when=when)


def audience(rows: pd.DataFrame, styles: Styles, t: Texts) -> go.Figure:
    """Users over time for one metric; a line joins only one app's numbers by one publisher.

    `rows` is audience, of one metric.
    """
    figure = canvas(300)
    for (app, who), series in rows.groupby(["app", "stated_by"], sort=False):
        style = styles[str(app)]
        figure.add_scatter(
            x=series["last_day"],
            y=series["value"],
            mode="lines+markers",
            line={"color": style.colour, "width": 1.5},
            marker={
                "symbol": [symbol(style, kind) for kind in series["kind"]],
                "size": 10,
                "color": style.colour,
            },
            name=style.name,
            customdata=[_users(row, t) for row in series.to_dict("records")],
            hovertemplate=f"<b>%{{fullData.name}}</b>: %{{customdata}}<br>{who}<extra></extra>",
        )
    _name_newest(figure, rows, styles)
    first, last = pd.to_datetime(rows["last_day"].min()), pd.to_datetime(rows["last_day"].max())
    date_axis(figure, first, last, t)
    figure.update_layout(margin_r=LABELS + 18)
    number_axis(figure, float(rows["value"].max()), t)
    return figure


def _users(row: dict[Any, Any], t: Texts) -> str:
    return f"{t.number(row['value'])} ({t.partial(row['period_end'])})"


def _name_newest(figure: go.Figure, rows: pd.DataFrame, styles: Styles) -> None:
    newest = rows.sort_values("last_day").drop_duplicates("app", keep="last").set_index("app")
    heights = spread({str(app): value for app, value in newest["value"].items()}, rows["value"].max() * 0.07)
    for app, height in heights.items():
        name_at(figure, styles[app], newest.loc[app, "last_day"], height)
