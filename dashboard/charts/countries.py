"""A table of countries and assistants, each cell filled by place."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.theme import BAND, Styles, empty_figure
from dashboard.domain.types import Row
from dashboard.text.countries import cell_hover, cell_text
from dashboard.text.translator import Translator

SHADES = ((3, "#003FB5"), (10, "#2456AC"), (25, "#4266A4"), (50, "#58739A"), (100_000, "#697A90"))
OUTLINE = "rgba(134, 142, 150, 0.5)"
SIDE = 0.94  # of a cell, the rest is the gap
MAP = 340  # height of the map [px]: tiles of 32 px on a wide screen, of 25 px on a telephone
CODE = 10  # size of the letters in a tile


def cells(figure: go.Figure, grid: pd.DataFrame, size: int) -> None:
    """Draw each row of `grid` (x, y, state, rank, text, told) as one cell, a trace a state."""
    for state, rows in grid.groupby("state", sort=False):
        figure.add_bar(
            x=rows["x"],
            y=[SIDE] * len(rows),
            base=rows["y"] - SIDE / 2,
            width=SIDE,
            marker={
                "color": [_fill(row) for row in rows.to_dict("records")],
                "line": {"width": int(state == "not_observed"), "color": OUTLINE},
            },
            name=str(state),
            customdata=rows["told"],
            hovertemplate="%{customdata}<extra></extra>",
        )
    ranked = grid["state"] == "ranked"
    _write(figure, grid[ranked], {"size": size, "color": "white"})
    _write(figure, grid[~ranked], {"size": size})
    figure.update_layout(barmode="overlay")


def _fill(row: Row) -> str:
    if row["state"] == "not_observed":
        return "rgba(0, 0, 0, 0)"
    if row["state"] == "below":
        return BAND
    return next(shade for upto, shade in SHADES if row["rank"] <= upto)


def _write(figure: go.Figure, rows: pd.DataFrame, font: dict[str, Any]) -> None:
    figure.add_scatter(
        x=rows["x"], y=rows["y"], mode="text", text=rows["text"], textfont=font, hoverinfo="skip"
    )


def cell(x: int, y: int, row: Row | None, text: str, where: str, t: Translator) -> Row:
    """One row of the grid that `cells` draws; `row` is of ranks_by_country, None where nobody looked."""
    common = {"x": x, "y": y, "text": text, "told": f"{where}<br>{cell_hover(row, t)}"}
    if row is None:
        return common | {"state": "not_observed", "rank": None}
    return common | {"state": row["state"], "rank": None if pd.isna(row["rank"]) else int(row["rank"])}


def world(rows: pd.DataFrame, places: dict[str, tuple[int, int]], here: str, t: Translator) -> go.Figure:
    """One equal square for each storefront, about where it lies, with its code and the app's place.

    `rows` is ranks_by_country of one app; `places` the column and row of every storefront; `here`
    the chosen one, in bold. Not Plotly's own map: it fetches the shapes of countries from another
    company's server at each view, and Luxembourg would be one pixel of it.
    """
    known = {row["country"]: row for row in rows.to_dict("records")}
    grid = pd.DataFrame(
        cell(x, y, known.get(code), _tile(code, known.get(code), here, t), f"<b>{t.country(code)}</b>", t)
        for code, (x, y) in places.items()
    ).astype({"rank": "Int32"})
    figure = empty_figure(MAP)
    cells(figure, grid, CODE)
    hidden = {"showgrid": False, "showticklabels": False, "constrain": "domain"}
    figure.update_xaxes(range=[-0.5, grid["x"].max() + 0.5], constraintoward="left", **hidden)
    figure.update_yaxes(range=[grid["y"].max() + 0.5, -0.5], scaleanchor="x", constraintoward="top", **hidden)
    return figure


def _tile(code: str, row: Row | None, here: str, t: Translator) -> str:
    name = f"<b>{code.upper()}</b>" if code == here else code.upper()
    return name if row is None else f"{name}<br>{cell_text(row, t, narrow=True)}"


ROW = 36  # height of a country [px]
HEADS = 84  # height of the names above, also where they stand on end [px]
FEW = 6  # columns that have room for larger numbers on a telephone


def table(rows: pd.DataFrame, countries: list[str], here: str, styles: Styles, t: Translator) -> go.Figure:
    """A cell for each of `countries`, in this order, and each app.

    `rows` is ranks_by_country; a country or an app without a row was not observed. `here` is the
    chosen country, in bold.
    """
    narrow = len(styles) > FEW
    known = {(row["country"], row["app"]): row for row in rows.to_dict("records")}
    grid = pd.DataFrame(
        cell(
            x,
            y,
            row,
            cell_text(row, t, narrow=narrow),
            f"<b>{styles[app].name}</b>, {t.country(code)}",
            t,
        )
        for y, code in enumerate(countries)
        for x, app in enumerate(styles)
        for row in [known.get((code, app))]
    ).astype({"rank": "Int32"})
    figure = empty_figure(HEADS + ROW * len(countries))
    cells(figure, grid, 10 if narrow else 12)
    days = rows.drop_duplicates("country").set_index("country")["observed_at"]
    figure.update_yaxes(
        range=[len(countries) - 0.5, -0.5],
        tickvals=list(range(len(countries))),
        ticktext=[_label(code, code == here, days.get(code), t) for code in countries],
        tickfont={"size": 11},
        showgrid=False,
    )
    figure.update_xaxes(
        side="top",
        range=[-0.5, len(styles) - 0.5],
        tickvals=list(range(len(styles))),
        ticktext=[style.name for style in styles.values()],
        tickfont={"size": 11},
        autotickangles=[0, 90],
    )
    return figure


def _label(code: str, chosen: bool, day: pd.Timestamp | None, t: Translator) -> str:
    name = f"<b>{t.country(code)}</b>" if chosen else t.country(code)
    return f"{name}<br>{t('not observed') if day is None else t.day(day)}"
