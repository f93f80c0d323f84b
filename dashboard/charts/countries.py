"""A table of countries and assistants, each cell filled by place."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import tiles
from dashboard.charts.theme import Styles, empty_figure
from dashboard.text.countries import cell_text
from dashboard.text.translator import Translator

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
        tiles.cell(
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
    tiles.cells(figure, grid, 10 if narrow else 12)
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
