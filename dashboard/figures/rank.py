"""Figures of the App Store rank page."""

from datetime import timedelta

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures import theme
from dashboard.figures.theme import Style, Styles
from dashboard.texts import Texts

LANE = 0.045  # height of one line below the cut-off, as a part of the axis


def history(
    rows: pd.DataFrame, reported: pd.DataFrame, events: pd.DataFrame, styles: Styles, t: Texts
) -> go.Figure:
    """Rank over time: steps between readings, a band below the cut-off, bars for reports.

    `rows` is rank_history, `reported` is reported_ranks. Nothing joins two stretches.
    """
    figure = theme.canvas(440)
    deepest = int(max([*rows["depth"], *reported["rank"], 10]))
    below = [app for app in styles if ((rows["app"] == app) & (rows["state"] == "below")).any()]
    lanes = {app: deepest + deepest * LANE * (n + 1.2) for n, app in enumerate(below)}
    floor = deepest + deepest * LANE * (len(below) + 1.4)
    for app, style in styles.items():
        _steps(figure, rows[rows["app"] == app], style, t)
        if app in lanes:
            _lane(figure, rows[(rows["app"] == app) & (rows["state"] == "below")], style, lanes[app], t)
        _reports(figure, reported[reported["app"] == app], style, t)
    _cut_off(figure, rows, t)
    _label_ends(figure, rows, reported, styles, lanes, floor)
    if below:
        figure.add_hrect(y0=deepest + 0.5, y1=floor, fillcolor=theme.BAND, line_width=0, layer="below")
    theme.mark_events(figure, events, -deepest * 0.05, t)
    _axes(figure, _ends(rows, reported), deepest, floor, t)
    return figure


def _steps(figure: go.Figure, rows: pd.DataFrame, style: Style, t: Texts) -> None:
    for _, stretch in rows.groupby("stretch"):
        if stretch["rank"].notna().any():
            figure.add_scatter(
                x=stretch["observed_at"],
                y=stretch["rank"].astype("float"),
                mode="lines+markers",
                line={"shape": "hv", "color": style.colour, "width": 2},
                marker={"symbol": style.marker, "size": 7, "color": style.colour},
                connectgaps=False,
                name=style.name,
                customdata=[t.moment(moment) for moment in stretch["observed_at"]],
                hovertemplate=t("<b>%{fullData.name}</b>: place %{y}<br>observed %{customdata}")
                + "<extra></extra>",
            )


def _lane(figure: go.Figure, rows: pd.DataFrame, style: Style, lane: float, t: Texts) -> None:
    told = [
        t("top {depth} read, {moment}", depth=row["depth"], moment=t.moment(row["observed_at"]))
        for row in rows.to_dict("records")
    ]
    figure.add_scatter(
        x=rows["observed_at"],
        y=[lane] * len(rows),
        mode="markers",
        marker={"symbol": f"{style.marker}-open", "size": 6, "color": style.colour},
        name=style.name,
        customdata=told,
        hovertemplate=t("<b>%{fullData.name}</b>: below the cut-off<br>%{customdata}") + "<extra></extra>",
    )


def _reports(figure: go.Figure, reports: pd.DataFrame, style: Style, t: Texts) -> None:
    for report in reports.to_dict("records"):
        first = report["last_day"] if pd.isna(report["first_day"]) else report["first_day"]
        days = t.days(first, report["last_day"])
        said = t(
            "place {rank}, reported by {who}<br>{days}",
            rank=report["rank"],
            who=report["publisher"],
            days=days,
        )
        figure.add_scatter(
            x=[first, report["last_day"] + timedelta(hours=23)],
            y=[report["rank"]] * 2,
            mode="lines+markers",
            line={"dash": "dot", "color": style.colour, "width": 3},
            marker={"symbol": "line-ns-open", "size": 11, "color": style.colour, "line": {"width": 2}},
            name=style.name,
            customdata=[said, said],
            hovertemplate="<b>%{fullData.name}</b>: %{customdata}<extra></extra>",
        )


def _cut_off(figure: go.Figure, rows: pd.DataFrame, t: Texts) -> None:
    readings = rows.drop_duplicates("observed_at")
    for _, stretch in readings.groupby("stretch"):
        figure.add_scatter(
            x=stretch["observed_at"],
            y=stretch["depth"] + 0.5,
            mode="lines+markers",
            line={"shape": "hv", "color": theme.NEUTRAL, "width": 1},
            marker={"symbol": "line-ew-open", "size": 7, "color": theme.NEUTRAL},
            name=t("cut-off"),
            hovertemplate=t("cut-off: %{y:.0f} places read") + "<extra></extra>",
        )
    if not readings.empty:
        newest = readings.iloc[-1]
        theme.name_at(
            figure, Style(t("cut-off"), theme.NEUTRAL, "circle"), newest["observed_at"], newest["depth"] + 0.5
        )


def _label_ends(
    figure: go.Figure,
    rows: pd.DataFrame,
    reported: pd.DataFrame,
    styles: Styles,
    lanes: dict[str, float],
    floor: float,
) -> None:
    """Each app's name at its newest mark, pushed apart where marks meet."""
    wanted = {}
    for app in styles:
        mine = rows[rows["app"] == app]
        if not mine.empty:
            last = mine.iloc[-1]
            wanted[app] = lanes[app] if last["state"] == "below" else float(last["rank"])
        elif not reported[reported["app"] == app].empty:
            wanted[app] = float(reported[reported["app"] == app].iloc[-1]["rank"])
    end = _ends(rows, reported)[1]
    for app, y in theme.spread(wanted, floor * LANE).items():
        theme.name_at(figure, styles[app], end, y)


def _ends(rows: pd.DataFrame, reported: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    first = pd.to_datetime(reported["first_day"].fillna(reported["last_day"]))
    moments = pd.concat([rows["observed_at"], first, pd.to_datetime(reported["last_day"])])
    return moments.min(), moments.max()


def _axes(
    figure: go.Figure, ends: tuple[pd.Timestamp, pd.Timestamp], deepest: int, floor: float, t: Texts
) -> None:
    theme.date_axis(figure, *ends, t)
    figure.update_layout(margin_r=theme.LABELS)
    ticks = [tick for tick in theme.TICKS if tick <= deepest]
    figure.update_yaxes(range=[floor, -deepest * 0.08], tickvals=ticks, griddash="dot")
