"""The rank history of the App Store rank page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import theme
from dashboard.charts.theme import Style, Styles, hover
from dashboard.text.translator import Translator

# Up to so many readings: the size of a mark and the width of a line, so that many stay apart [px].
SIZES = ((60, 7, 2.0), (200, 4, 1.5), (100_000, 3, 1.2))
BAND_EDGE = 5  # so that a single reading shows in the band [px]
PALE = 0.14


def steps(figure: go.Figure, rows: pd.DataFrame, style: Style, t: Translator) -> None:
    """The observed places of one app: steps that end with each stretch, in one trace."""
    if rows["rank"].isna().all():
        return
    size, width = _size(rows)
    stretches = [one for _, one in rows.groupby("stretch")]
    figure.add_scatter(
        x=_with_gaps(one["observed_at"] for one in stretches),
        y=_with_gaps(one["rank"].astype("float") for one in stretches),
        mode="lines+markers",
        line={"shape": "hv", "color": style.colour, "width": width},
        marker={"symbol": style.marker, "size": size, "color": style.colour},
        connectgaps=False,
        name=style.name,
        customdata=_with_gaps(_moments(one, t) for one in stretches),
        hovertemplate=t("<b>%{fullData.name}</b>: place %{y}<br>observed %{customdata}") + "<extra></extra>",
    )


def below_cutoff_marks(
    figure: go.Figure, rows: pd.DataFrame, style: Style, height: float, t: Translator
) -> None:
    """The readings that know one app to be below their cut-off, as open marks on one line."""
    figure.add_scatter(
        x=rows["observed_at"],
        y=[height] * len(rows),
        mode="markers",
        marker={"symbol": f"{style.marker}-open", "size": max(4, _size(rows)[0] - 1), "color": style.colour},
        name=style.name,
        customdata=[
            t("top {depth} read, {moment}", depth=depth, moment=moment)
            for depth, moment in zip(rows["depth"], _moments(rows, t), strict=True)
        ],
        hovertemplate=t("<b>%{fullData.name}</b>: below the cut-off<br>%{customdata}") + "<extra></extra>",
    )


def reports(
    figure: go.Figure, rows: pd.DataFrame, style: Style, deepest: int, deeper: float, t: Translator
) -> None:
    """Each reported rank of one app as a dotted bar over the days that it may mean; `said` is its hover.

    A rank beyond the `deepest` stands at height `deeper` with its number, lest it squeeze the others.
    """
    for report in rows.to_dict("records"):
        beyond = report["rank"] > deepest
        first = report["last_day"] if pd.isna(report["first_day"]) else report["first_day"]
        figure.add_scatter(
            x=[first, report["last_day"] + timedelta(hours=23)],
            y=[deeper if beyond else report["rank"]] * 2,
            mode="lines+markers+text" if beyond else "lines+markers",
            text=["", f"{t.ordinal(report['rank'])} ↓"] if beyond else None,
            textposition="middle right",
            textfont={"color": style.colour},
            line={"dash": "dot", "color": style.colour, "width": 3},
            marker={"symbol": "line-ns-open", "size": 11, "color": style.colour, "line": {"width": 2}},
            name=style.name,
            customdata=[report["said"]] * 2,
            hovertemplate=hover(t),
        )


def cut_off(figure: go.Figure, rows: pd.DataFrame, t: Translator) -> None:
    """Draw the depth of each reading: a grey line, which moves where the depth does."""
    known = stretches(rows)
    figure.add_scatter(
        x=_with_gaps(one["observed_at"] for one in known),
        y=_with_gaps(one["depth"] + 0.5 for one in known),
        mode="lines+markers",
        line={"shape": "hv", "color": theme.NEUTRAL, "width": 1},
        marker={"symbol": "line-ew-open", "size": 5, "color": theme.NEUTRAL},
        connectgaps=False,
        name=t("cut-off"),
        customdata=_with_gaps(one["depth"] for one in known),
        hovertemplate=t("cut-off: %{customdata} places read") + "<extra></extra>",
    )


def band(figure: go.Figure, rows: pd.DataFrame, floor: float) -> None:
    """The places beyond the cut-off, from it down to `floor`, only where somebody read."""
    corners = [_corners(one, floor) for one in stretches(rows)]
    figure.add_scatter(
        x=_with_gaps([x for x, _ in one] for one in corners),
        y=_with_gaps([y for _, y in one] for one in corners),
        mode="lines",
        line={"color": theme.NEUTRAL, "width": BAND_EDGE},
        fill="toself",
        fillcolor=theme.NEUTRAL,
        opacity=PALE,
        hoverinfo="skip",
    )


def stretches(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """The readings of all apps in order of time, each once, apart where a stretch of an app ends."""
    readings = rows.sort_values("observed_at", kind="stable").drop_duplicates("observed_at")
    key = readings["app"] + readings["stretch"].astype("str")
    return [one for _, one in readings.groupby((key != key.shift()).cumsum())]


def _corners(stretch: pd.DataFrame, floor: float) -> list[tuple[pd.Timestamp, float]]:
    """The outline of one stretch of the band: down to the floor at both ends, steps between."""
    times, depths = list(stretch["observed_at"]), [float(depth) + 0.5 for depth in stretch["depth"]]
    told = [(times[0], floor), (times[0], depths[0])]
    for before, time, depth in zip(depths, times[1:], depths[1:], strict=False):
        told += [(time, before), (time, depth)] if depth != before else []
    return [*told, (times[-1], depths[-1]), (times[-1], floor)]


def _with_gaps(parts: Iterable[Iterable[Any]]) -> list[Any]:
    """All values in a row with a None after each part: a line ends there."""
    return [value for part in parts for value in (*part, None)]


def _moments(rows: pd.DataFrame, t: Translator) -> list[str]:
    """The moment of each reading in words; no hour where only the day is known."""
    told = zip(rows["observed_at"], rows["time_precision"], strict=True)
    return [t.utc_datetime(moment, precision) for moment, precision in told]


def _size(rows: pd.DataFrame) -> tuple[int, float]:
    return next((size, width) for most, size, width in SIZES if len(rows) <= most)


LINE = 18  # height of a name, and of a lane below the cut-off [px]
FIRST_LANE = 2.0  # lines between the last place and the first lane: room for the cut-off's name
DEEPER = 1.0  # and for reports beyond the last place
HEIGHT = 440  # with five apps [px]
FRAME = 70  # of it, beside the axes [px]
CUT_OFF = "cut-off"


@dataclass(frozen=True)
class AxisLayout:
    """Heights on the axis of places: the deepest place, the lane of each app below, the lower end, a line."""

    deepest: int
    lanes: dict[str, float]
    floor: float
    line: float


def history(
    rows: pd.DataFrame, reported: pd.DataFrame, events: pd.DataFrame, styles: Styles, t: Translator
) -> go.Figure:
    """Rank over time: steps between readings, a band below the cut-off, bars for reports.

    `rows` is rank_history, `reported` is reported_ranks with what each has `said`. Nothing joins two stretches.
    """
    figure = theme.empty_figure(HEIGHT + LINE * max(0, len(styles) - 5))
    room = _room(rows, reported, styles, LINE / (figure.layout.height - FRAME))
    if room.lanes:
        band(figure, rows, room.floor)
    if not rows.empty:
        cut_off(figure, rows, t)
    for app, style in styles.items():
        mine = rows[rows["app"] == app]
        steps(figure, mine, style, t)
        if app in room.lanes:
            below_cutoff_marks(figure, mine[mine["state"] == "below"], style, room.lanes[app], t)
        told = reported[reported["app"] == app]
        reports(figure, told, style, room.deepest, room.deepest + DEEPER * room.line, t)
    ends = _ends(rows, reported)
    _label_ends(figure, _wanted(rows, reported, styles, room), styles, ends[1], room, t)
    theme.mark_events(figure, events, -room.deepest * 0.05, t)
    _axes(figure, ends, room, t)
    return figure


def _room(rows: pd.DataFrame, reported: pd.DataFrame, styles: Styles, share: float) -> AxisLayout:
    """`share` is the part of the axis that a line takes."""
    deepest = int(max([*(reported["rank"] if rows.empty else rows["depth"]), 10]))
    below = [app for app in styles if ((rows["app"] == app) & (rows["state"] == "below")).any()]
    floor = deepest / (1 - share * (len(below) + FIRST_LANE))
    lanes = {app: deepest + floor * share * (n + FIRST_LANE) for n, app in enumerate(below)}
    return AxisLayout(deepest, lanes, floor, floor * share)


def _wanted(rows: pd.DataFrame, reported: pd.DataFrame, styles: Styles, room: AxisLayout) -> dict[str, float]:
    """The height of each app's newest mark and of the newest cut-off: where their names belong."""
    wanted = {}
    for app in styles:
        mine, told = rows[rows["app"] == app], reported[reported["app"] == app]
        if not mine.empty:
            last = mine.iloc[-1]
            wanted[app] = room.lanes[app] if last["state"] == "below" else float(last["rank"])
        elif not told.empty:
            wanted[app] = min(float(told.iloc[-1]["rank"]), room.deepest + DEEPER * room.line)
    if not rows.empty:
        wanted[CUT_OFF] = float(rows.sort_values("observed_at")["depth"].iloc[-1]) + 0.5
    return wanted


def _label_ends(
    figure: go.Figure,
    wanted: dict[str, float],
    styles: Styles,
    end: pd.Timestamp,
    room: AxisLayout,
    t: Translator,
) -> None:
    """The names right of the chart, pushed apart where marks meet."""
    looks = {**styles, CUT_OFF: Style(t("cut-off"), theme.NEUTRAL, "circle")}
    lowest = room.floor
    for name, y in reversed(theme.separate_labels(wanted, room.line).items()):
        lowest = min(y, lowest - room.line)  # none may leave the axis: it would not be drawn
        theme.label_at(figure, looks[name], end, lowest)


def _ends(rows: pd.DataFrame, reported: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    first = pd.to_datetime(reported["first_day"].fillna(reported["last_day"]))
    moments = pd.concat([rows["observed_at"], first, pd.to_datetime(reported["last_day"])])
    return moments.min(), moments.max()


def _axes(
    figure: go.Figure, ends: tuple[pd.Timestamp, pd.Timestamp], room: AxisLayout, t: Translator
) -> None:
    theme.date_axis(figure, *ends, t)
    figure.update_layout(margin_r=theme.LABELS)
    ticks = [tick for tick in theme.TICKS if tick <= room.deepest]
    figure.update_yaxes(range=[room.floor, -room.deepest * 0.08], tickvals=ticks, griddash="dot")
