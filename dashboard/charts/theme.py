"""The look that all figures share: of an app, of a kind, and of an empty figure.

Colours of text, grid and ground come from Streamlit's theme, so figures follow light and dark.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_html
from dashboard.text.translator import Translator

NEUTRAL = "#868E96"
BAND = "rgba(134, 142, 150, 0.14)"
FONT = 13
# Up to so many days: the distance of ticks, and how a date is then written.
STEPS = (
    (10, "2D", "d<br>MMM"),
    (35, "7D", "d<br>MMM"),
    (220, "MS", "MMM<br>y"),
    (500, "QS", "MMM<br>y"),
    (1000, "2QS", "MMM<br>y"),
    (100_000, "YS", "y"),
)
TICKS = (1, 10, 25, 50, 75, 100)  # places worth a line
LABEL, LETTER = 18, 7.4  # distance of two names, width of a letter [px]
SMALL = 12  # letters of a label in the figure [px]
LABELS = 92  # room right of the axes for the longest name [px]


@dataclass(frozen=True)
class Style:
    """Name, colour and marker of one app in every figure."""

    name: str
    colour: str
    marker: str


Styles = Mapping[str, Style]


def symbol(style: Style, kind: str) -> str:
    """The app's marker: filled where observed or reported, open where estimated."""
    return f"{style.marker}-open" if kind == "estimated" else style.marker


def empty_figure(height: int) -> go.Figure:
    """An empty figure of `height` [px] with room for direct labels and no legend."""
    figure = go.Figure()
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 12, "b": 8},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        font={"size": FONT},
        hoverlabel={"align": "left"},
    )
    figure.update_xaxes(fixedrange=True, showgrid=False, zeroline=False, automargin=True, title=None)
    figure.update_yaxes(fixedrange=True, zeroline=False, automargin=True, title=None)
    return figure


def label_rows(figure: go.Figure, labels: Iterable[tuple[float, str]], **place: Any) -> None:
    """Texts at the left edge, each at its height; all at once, for a figure copies what it has at each."""
    common = {"x": 0, "xref": "paper", "xanchor": "left", "align": "left", "showarrow": False}
    look = common | {"font": {"size": SMALL}} | place
    figure.update_layout(annotations=[look | {"y": y, "text": text} for y, text in labels])


def date_axis(figure: go.Figure, first: pd.Timestamp, last: pd.Timestamp, t: Translator) -> None:
    """A true time axis from `first` to `last` with a little air and dates in the reader's words."""
    air = max((last - first) * 0.03, pd.Timedelta(hours=12))
    start, end = first - air, last + air
    step, pattern = next((step, pattern) for days, step, pattern in STEPS if (end - start).days <= days)
    ticks = pd.date_range(start.normalize() + pd.Timedelta(days=1), end, freq=step)
    texts = ["<br>".join(t.day(tick, part) for part in pattern.split("<br>")) for tick in ticks]
    figure.update_xaxes(range=[start, end], type="date", tickangle=0, tickvals=ticks, ticktext=texts)


def number_axis(figure: go.Figure, top: float, t: Translator) -> None:
    """A vertical axis from zero to `top` with about four round numbers, written as the reader does."""
    step = 10.0 ** math.floor(math.log10(top))
    step = step / 2 if top / step < 3 else step  # noqa: PLR2004  fewer than three lines say little
    values = [n * step for n in range(int(top // step) + 2)][:: 1 if top / step < 6 else 2]  # noqa: PLR2004
    figure.update_yaxes(
        range=[0, top * 1.12],
        tickvals=values,
        ticktext=[t.compact(value) for value in values],
        griddash="dot",
    )


def label_at(figure: go.Figure, style: Style, x: object, y: float) -> None:
    """Write the app's name right of a point, also where that is beyond the axes."""
    figure.add_scatter(
        x=[x],
        y=[y],
        mode="text",
        text=[f"\u00a0\u00a0<b>{style.name}</b>"],
        textposition="middle right",
        textfont={"color": style.colour},
        cliponaxis=False,
        hoverinfo="skip",
    )


def hover(t: Translator) -> str:
    """The hover text of a mark: its app's name and the words that it carries."""
    return t.label("<b>%{fullData.name}</b>", "%{customdata}") + "<extra></extra>"


def label_line_end(figure: go.Figure, style: Style, told: str, last: pd.Timestamp, height: float) -> None:
    """The app's name and its newest number right of its line, with room for them."""
    label = Style(f"{style.name} {told}", style.colour, style.marker)
    figure.update_layout(margin_r=max(figure.layout.margin.r, LETTER * len(label.name) + 26))
    label_at(figure, label, last, height)


def mark_events(figure: go.Figure, events: pd.DataFrame, y: float, t: Translator) -> None:
    """Grey triangles at height `y` where something happened; what it was is said at the pointer."""
    told = events.to_dict("records")
    figure.add_scatter(
        x=events["first_day"],
        y=[y] * len(told),
        mode="markers",
        marker={"symbol": "triangle-down", "size": 8, "color": NEUTRAL},
        name=t("events"),
        customdata=[
            t.label(
                t.partial_date(row["happened_on"]),
                f"{escape_html(t.localized(row, 'title'))} ({escape_html(row['publisher'])})",
            )
            for row in told
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )


def separate_labels(wanted: Mapping[str, float], gap: float) -> dict[str, float]:
    """Positions for labels at least `gap` apart, each as near to its wanted one as order allows."""
    placed: dict[str, float] = {}
    last = float("-inf")
    for name, position in sorted(wanted.items(), key=lambda item: item[1]):
        last = max(position, last + gap)
        placed[name] = last
    return placed


def app_styles(view: ViewContext, *more: str) -> Styles:
    """The chosen apps in the reader's order, then `more`, each with its stable look."""
    chosen = dict.fromkeys([*view.filters.apps, *more])
    apps = (view.catalog.by_app[app] for app in chosen)
    return {app.id: Style(view.app_name(app.id), app.colour, app.marker) for app in apps}
