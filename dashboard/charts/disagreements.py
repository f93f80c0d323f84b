"""Numbers of one quantity side by side, one statement a row."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import empty_row_chart
from dashboard.charts.theme import Style, Styles, symbol
from dashboard.domain.types import Row
from dashboard.text.translator import Translator

TOTALS = (1e5, 3e5, 1e6, 3e6, 1e7, 3e7, 1e8)


def side_by_side(rows: pd.DataFrame, names: list[str], styles: Styles, t: Translator) -> go.Figure:
    """Each statement's number with the range that it can mean; a floor points to the right.

    `rows` is disagreements, one row a statement; `names` says who and what each counts.
    """
    figure = empty_row_chart(names)
    for height, (name, row) in enumerate(zip(names, rows.to_dict("records"), strict=True)):
        _statement(figure, styles[row["app"]], (height, name), row)
    ticks = [total for total in TOTALS if rows["value"].min() / 4 <= total <= rows["value"].max() * 4]
    named = [t.compact(total) for total in ticks]
    figure.update_xaxes(
        type="log", tickangle=0, tickvals=ticks, ticktext=named, showgrid=True, griddash="dot"
    )
    return figure


def _statement(figure: go.Figure, style: Style, place: tuple[int, str], row: Row) -> None:
    height, name = place
    floor = pd.isna(row["high"])
    figure.add_scatter(
        x=[row["low"]] if floor else [row["low"], row["value"], row["high"]],
        y=[height] * (1 if floor else 3),
        mode="markers" if floor else "lines+markers",
        line={"color": style.colour, "width": 4},
        marker={
            "symbol": "arrow-right" if floor else symbol(style, row["kind"]),
            "size": 13 if floor else [0, 11, 0],
            "color": style.colour,
            "line": {"width": 2, "color": style.colour},
        },
        name=style.name,
        hovertemplate=f"{name}<extra></extra>",
    )
