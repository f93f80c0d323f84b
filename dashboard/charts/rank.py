"""The rank history: ranks on a logarithmic axis, and lanes of their own for reported ranks and days with a snapshot."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import theme
from dashboard.charts.theme import Style, Styles
from dashboard.domain.types import Row
from dashboard.text.escaping import escape_html
from dashboard.text.translator import Translator

RANKS = 380  # height of the ranks, with five assistants [px]
LINE = 17  # from name to name, and from lane to lane outside the list [px]
REPORT, RUG, GAP = 18, 16, 12  # heights of a row of reports, of the rug, and between panels [px]
TOP, BOTTOM = 40, 44  # room for the names of events, for dates [px]
TOP_RANK = 0.8  # upper end of the axis of ranks
TICKS = (1, 2, 3, 5, 10, 25, 50, 100, 200)
FIRST_LANE = 1.4  # lines between the last rank and the first lane outside the list
# Up to so many snapshots: the size of a mark and the width of a line [px].
SIZES = ((60, 7, 2.0), (200, 4, 1.5), (100_000, 3, 1.2))
FOCUS_WIDTH, RIVAL_OPACITY = 1.6, 0.65  # the focus is so much wider, the others so pale
PALE = 0.14
NAMED_EVENTS, EVENT_SPACE, EVENT_LETTERS = 3, 0.22, 24
CUT_OFF = "cut-off"


@dataclass(frozen=True)
class RankData:
    """What the figure draws.

    `snapshots`: columns of queries/rank_history.sql. `reported`: of reported_ranks.sql, with the hover text of each as
    `text`. `events`: of events.sql. `coverage`: of coverage_by_day.sql. `focus` is the assistant drawn strongest.
    """

    snapshots: pd.DataFrame
    reported: pd.DataFrame
    events: pd.DataFrame
    coverage: pd.DataFrame
    styles: Styles
    focus: str


@dataclass(frozen=True)
class RankAxis:
    """The axis of ranks: the deepest rank, each app's lane outside the list, the lower end, a line as a factor."""

    deepest: int
    lanes: dict[str, float]
    floor: float
    line: float


def history(data: RankData, t: Translator) -> go.Figure:
    """Ranks over time in three panels: ranks, reported ranks where there are any, days with a snapshot."""
    rows_of_reports = _pack(data.reported)
    height = RANKS + LINE * max(0, len(data.styles) - 5)
    heights = [height, REPORT * len(rows_of_reports), RUG]
    figure = theme.empty_figure(TOP + BOTTOM + sum(heights) + GAP * 2)
    ends = _ends(data)
    theme.date_axis(figure, *ends, t)
    axis = _rank_axis(data, height)
    _draw_ranks(figure, data, axis, ends[1], t)
    _draw_reports(figure, data, rows_of_reports, t)
    _draw_rug(figure, data.coverage, t)
    _draw_events(figure, data, ends, t)
    _place_panels(figure, axis, heights, t)
    return figure


def _draw_ranks(figure: go.Figure, data: RankData, axis: RankAxis, end: pd.Timestamp, t: Translator) -> None:
    if axis.lanes:
        _draw_band(figure, data.snapshots, axis.floor)
    if not data.snapshots.empty:
        _draw_cut_off(figure, data.snapshots, t)
    for app in sorted(data.styles, key=lambda app: app == data.focus):  # the focus lies on top
        rows = data.snapshots[data.snapshots["app"] == app]
        _draw_steps(figure, rows, data.styles[app], t, focus=app == data.focus)
        if app in axis.lanes:
            outside = rows[rows["state"] == "below"]
            _draw_outside(figure, outside, data.styles[app], axis.lanes[app], t)
    _label_ends(figure, data, axis, end, t)


def _draw_steps(figure: go.Figure, rows: pd.DataFrame, style: Style, t: Translator, *, focus: bool) -> None:
    """The observed ranks of one app: steps that end with each stretch, in one trace."""
    if rows["rank"].isna().all():
        return
    size, width = _size(rows)
    stretches = [stretch for _, stretch in rows.groupby("stretch")]
    figure.add_scatter(
        x=_with_gaps(stretch["observed_at"] for stretch in stretches),
        y=_with_gaps(stretch["rank"].astype("float") for stretch in stretches),
        mode="lines+markers",
        line={"shape": "hv", "color": style.colour, "width": width * (FOCUS_WIDTH if focus else 1)},
        marker={"symbol": style.marker, "size": size, "color": style.colour},
        opacity=1 if focus else RIVAL_OPACITY,
        connectgaps=False,
        name=style.name,
        customdata=_with_gaps(_moments(stretch, t) for stretch in stretches),
        hovertemplate=t("<b>%{fullData.name}</b>: no. %{y}, %{customdata}") + "<extra></extra>",
    )


def _draw_outside(figure: go.Figure, rows: pd.DataFrame, style: Style, height: float, t: Translator) -> None:
    """The snapshots that know one app to be outside their list, as open marks on one line."""
    figure.add_scatter(
        x=rows["observed_at"],
        y=[height] * len(rows),
        mode="markers",
        marker={"symbol": f"{style.marker}-open", "size": max(4, _size(rows)[0] - 1), "color": style.colour},
        name=style.name,
        customdata=[
            t("outside the top {depth}, {moment}", depth=depth, moment=moment)
            for depth, moment in zip(rows["depth"], _moments(rows, t), strict=True)
        ],
        hovertemplate=theme.hover(t),
    )


def _draw_cut_off(figure: go.Figure, rows: pd.DataFrame, t: Translator) -> None:
    """The depth of each snapshot: a grey line, which moves where the depth does."""
    stretches = _stretches(rows)
    figure.add_scatter(
        x=_with_gaps(stretch["observed_at"] for stretch in stretches),
        y=_with_gaps(stretch["depth"] + 0.5 for stretch in stretches),
        mode="lines",
        line={"shape": "hv", "color": theme.NEUTRAL, "width": 1, "dash": "dot"},
        connectgaps=False,
        name=CUT_OFF,
        hoverinfo="skip",
    )


def _draw_band(figure: go.Figure, rows: pd.DataFrame, floor: float) -> None:
    """The ranks outside the list, from its end down to `floor`, only where there is a snapshot."""
    corners = [_corners(stretch, floor) for stretch in _stretches(rows)]
    figure.add_scatter(
        x=_with_gaps([x for x, _ in outline] for outline in corners),
        y=_with_gaps([y for _, y in outline] for outline in corners),
        mode="lines",
        line={"color": theme.NEUTRAL, "width": 5},  # so that a single snapshot shows
        fill="toself",
        fillcolor=theme.NEUTRAL,
        opacity=PALE,
        hoverinfo="skip",
    )


def _stretches(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """The snapshots of all apps in order of time, each once, apart where a stretch of an app ends."""
    snapshots = rows.sort_values("observed_at", kind="stable").drop_duplicates("observed_at")
    key = snapshots["app"] + snapshots["stretch"].astype("str")
    return [stretch for _, stretch in snapshots.groupby((key != key.shift()).cumsum())]


def _corners(stretch: pd.DataFrame, floor: float) -> list[tuple[pd.Timestamp, float]]:
    """The outline of one stretch of the band: down to the floor at both ends, steps between."""
    times, depths = list(stretch["observed_at"]), [float(depth) + 0.5 for depth in stretch["depth"]]
    outline = [(times[0], floor), (times[0], depths[0])]
    for before, time, depth in zip(depths, times[1:], depths[1:], strict=False):
        outline += [(time, before), (time, depth)] if depth != before else []
    return [*outline, (times[-1], depths[-1]), (times[-1], floor)]


def _with_gaps(parts: Iterable[Iterable[Any]]) -> list[Any]:
    """All values in a row with a None after each part: a line ends there."""
    return [value for part in parts for value in (*part, None)]


def _moments(rows: pd.DataFrame, t: Translator) -> list[str]:
    """The moment of each snapshot in words; no hour where only the day is known."""
    moments = zip(rows["observed_at"], rows["time_precision"], strict=True)
    return [t.utc_datetime(moment, precision) for moment, precision in moments]


def _size(rows: pd.DataFrame) -> tuple[int, float]:
    return next((size, width) for most, size, width in SIZES if len(rows) <= most)


def _rank_axis(data: RankData, height: int) -> RankAxis:
    """`height` of the axis [px]; as its scale is logarithmic, a line is a factor."""
    rows, share = data.snapshots, LINE / height
    deepest = int(max([*rows["depth"], 10]))
    outside = [app for app in data.styles if ((rows["app"] == app) & (rows["state"] == "below")).any()]
    span = math.log10(deepest * 1.1 / TOP_RANK) / (1 - share * (len(outside) + FIRST_LANE * bool(outside)))
    line = float(10 ** (span * share))
    lanes = {app: deepest * line ** (n + FIRST_LANE) for n, app in enumerate(outside)}
    return RankAxis(deepest, lanes, float(TOP_RANK * 10**span), line)


def _label_ends(figure: go.Figure, data: RankData, axis: RankAxis, end: pd.Timestamp, t: Translator) -> None:
    """Names and newest ranks right of the chart, pushed apart where marks meet."""
    gap = math.log10(axis.line)
    wanted = {name: math.log10(height) for name, height in _label_heights(data, axis).items()}
    lowest = math.log10(axis.floor)
    for name, height in reversed(theme.separate_labels(wanted, gap).items()):
        lowest = min(height, lowest - gap)  # none may leave the axis: it would not be drawn
        theme.label_at(figure, _end_style(data, name, t), end, 10**lowest)


def _label_heights(data: RankData, axis: RankAxis) -> dict[str, float]:
    """Where the name of each app with a snapshot belongs, and that of the end of the list."""
    heights = {}
    for app in data.styles:
        rows = data.snapshots[data.snapshots["app"] == app]
        if not rows.empty:
            newest = rows.iloc[-1]
            heights[app] = axis.lanes[app] if newest["state"] == "below" else float(newest["rank"])
    if axis.lanes:
        heights[CUT_OFF] = float(data.snapshots.sort_values("observed_at")["depth"].iloc[-1]) + 0.5
    return heights


def _end_style(data: RankData, name: str, t: Translator) -> Style:
    if name == CUT_OFF:
        depth = int(data.snapshots.sort_values("observed_at")["depth"].iloc[-1])
        return Style(t("top {depth}", depth=depth), theme.NEUTRAL, "circle")
    newest = data.snapshots[data.snapshots["app"] == name].iloc[-1]
    style = data.styles[name]
    rank = "" if newest["state"] == "below" else f" {int(newest['rank'])}"
    return replace(style, name=f"{style.name}{rank}")


def _pack(reported: pd.DataFrame) -> list[list[Row]]:
    """The reports in as few rows as keep those of one row apart, an app's together."""
    rows: list[list[Row]] = []
    for report in reported.sort_values(["app", "last_day"]).to_dict("records"):
        row = next((row for row in rows if row[-1]["last_day"] < _first_day(report)), None)
        if row is None or row[-1]["app"] != report["app"]:
            rows.append([report])
        else:
            row.append(report)
    return rows


def _first_day(report: Row) -> date:
    """The first day that a report may mean; its last where the first is unknown."""
    day: date = report["last_day"] if pd.isna(report["first_day"]) else report["first_day"]
    return day


def _draw_reports(figure: go.Figure, data: RankData, rows: list[list[Row]], t: Translator) -> None:
    """Each reported rank as an open bracket over the days that it may mean, with its rank."""
    for height, reports in enumerate(rows):
        for report in reports:
            style = data.styles[report["app"]]
            figure.add_scatter(
                x=[_first_day(report), report["last_day"] + timedelta(hours=23)],
                y=[height] * 2,
                yaxis="y2",
                mode="lines+markers+text",
                line={"color": style.colour, "width": 1.5, "dash": "dot"},
                marker={"symbol": "line-ns-open", "size": 11, "color": style.colour, "line": {"width": 2}},
                text=["", t("{app} no. {rank}", app=style.name, rank=t.number(report["rank"]))],
                textposition="middle right",
                textfont={"color": style.colour, "size": theme.SMALL},
                cliponaxis=False,
                name=style.name,
                customdata=[report["text"]] * 2,
                hovertemplate=t("reported: %{customdata}") + "<extra></extra>",
            )


def _draw_rug(figure: go.Figure, coverage: pd.DataFrame, t: Translator) -> None:
    """A mark for each day with a snapshot: filled where one kept the whole list, open where assistants only."""
    rows = coverage.to_dict("records")
    clear = "rgba(0, 0, 0, 0)"
    figure.add_bar(
        x=coverage["day"],
        y=[1] * len(rows),
        yaxis="y3",
        width=timedelta(hours=19).total_seconds() * 1000,
        offset=timedelta(hours=2).total_seconds() * 1000,
        marker={
            "color": [theme.NEUTRAL if row["complete"] else clear for row in rows],
            "line": {"width": 1, "color": theme.NEUTRAL},
        },
        name="snapshots",
        customdata=[_describe_day(row, t) for row in rows],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _describe_day(row: Row, t: Translator) -> str:
    snapshots = t.count("{n} snapshot", "{n} snapshots", row["readings"])
    kept = t("whole list") if row["complete"] else t("assistants only")
    return f"{snapshots}, {kept}, {t('top {depth}', depth=row['max_depth'])}"


def _draw_events(
    figure: go.Figure, data: RankData, ends: tuple[pd.Timestamp, pd.Timestamp], t: Translator
) -> None:
    """A triangle for each event above rank 1, and the names of the few that concern the focus."""
    theme.mark_events(figure, data.events, TOP_RANK * 1.1, t)
    for event in _named_events(data, ends):
        figure.add_vline(event["first_day"], line={"color": theme.NEUTRAL, "width": 1, "dash": "dot"})
        title = wrap(t.localized(event, "title"), EVENT_LETTERS)
        text = "<br>".join(escape_html(line) for line in title[:2]) + ("…" if len(title) > 2 else "")  # noqa: PLR2004
        figure.add_annotation(
            x=event["first_day"],
            y=1,
            yref="paper",
            yanchor="bottom",
            text=text,
            showarrow=False,
            font={"size": 11},
        )


def _named_events(data: RankData, ends: tuple[pd.Timestamp, pd.Timestamp]) -> list[Row]:
    """The newest events of the focus of which the day is known, far enough apart for their names."""
    chosen: list[Row] = []
    space = (ends[1] - ends[0]) * EVENT_SPACE
    for event in data.events.sort_values("first_day", ascending=False).to_dict("records"):
        near = any(abs(event["first_day"] - other["first_day"]) < space for other in chosen)
        exact = event["first_day"] == event["last_day"]
        if exact and data.focus in event["apps"] and not near and len(chosen) < NAMED_EVENTS:
            chosen.append(event)
    return chosen


def _ends(data: RankData) -> tuple[pd.Timestamp, pd.Timestamp]:
    reported = data.reported
    first = pd.to_datetime(reported["first_day"].fillna(reported["last_day"]))
    moments = pd.concat([data.snapshots["observed_at"], first, pd.to_datetime(reported["last_day"])])
    return moments.min(), moments.max()


def _place_panels(figure: go.Figure, axis: RankAxis, heights: list[int], t: Translator) -> None:
    """Place the panels below each other; `heights` of ranks, reports and rug [px]."""
    whole, (ranks, reports, rug) = sum(heights) + GAP * 2, heights
    tops = [1.0, 1 - (ranks + GAP) / whole, rug / whole]
    domains = [[1 - ranks / whole, tops[0]], [tops[1] - reports / whole, tops[1]], [0, tops[2]]]
    small = {"showgrid": False, "zeroline": False, "fixedrange": True, "showticklabels": False, "title": None}
    ticks = [tick for tick in TICKS if tick <= axis.deepest]
    figure.update_layout(
        margin={"r": theme.LABELS + 20, "t": TOP, "b": BOTTOM},
        hovermode="x unified",
        yaxis={"domain": domains[0], "type": "log"},
        yaxis2={"domain": domains[1], "range": [reports / REPORT - 0.5, -0.5], **small},
        yaxis3={"domain": domains[2], "range": [0, 1], **small},
    )
    figure.update_yaxes(
        selector={"type": "log"},
        range=[math.log10(axis.floor), math.log10(TOP_RANK)],
        tickvals=ticks,
        ticktext=[t.number(tick) for tick in ticks],
        griddash="dot",
    )
    figure.update_xaxes(anchor="y3", hoverformat="%d/%m/%Y" if t.lang == "fr" else "%Y-%m-%d")
