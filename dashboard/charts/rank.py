"""The rank history of the App Store rank page."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import rank_marks as marks
from dashboard.charts import theme
from dashboard.charts.theme import Style, Styles
from dashboard.text.translator import Translator

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
        marks.band(figure, rows, room.floor)
    if not rows.empty:
        marks.cut_off(figure, rows, t)
    for app, style in styles.items():
        mine = rows[rows["app"] == app]
        marks.steps(figure, mine, style, t)
        if app in room.lanes:
            marks.below_cutoff_marks(figure, mine[mine["state"] == "below"], style, room.lanes[app], t)
        told = reported[reported["app"] == app]
        marks.reports(figure, told, style, room.deepest, room.deepest + DEEPER * room.line, t)
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
