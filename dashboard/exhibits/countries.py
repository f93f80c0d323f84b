"""One chart in every country read: a table of places, a map of tiles, small charts over time."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard import provenance, questions
from dashboard.choices import choice
from dashboard.exhibits import nearest
from dashboard.figures import countries as tables
from dashboard.figures import multiples, tiles
from dashboard.look import styles
from dashboard.options import CHOICES, FIRST
from dashboard.provenance import Exhibit
from dashboard.sentences import countries as say
from dashboard.sentences import countries_over_time as over_time
from dashboard.session import View

KEY = "countries"


def draw(view: View) -> None:
    """The look that the link asks for; where nothing was read in any country, what to look at instead."""
    t, f = view.texts, view.filters
    places = view.ask(questions.places_by_country, **_asked(view))
    if places.empty:
        why = t("No reading of these days tells of these assistants in this chart, in any country.")
        nearest.offer(view, KEY, t("Country by country"), why)
        return
    choice(view, "world", t("Countries, shown as"), CHOICES["world"])
    if f.world == "map":
        _whose(view)
    {"table": _table, "map": _map, "lines": _lines}[f.world](view, places)


def _asked(view: View) -> dict[str, Any]:
    f = view.filters
    chart = {name: value for name, value in f.chart_params().items() if name != "country"}
    return {"apps": f.apps, **chart, **f.day_params()}


def _whose(view: View) -> None:
    """The choice of one assistant; whatever the link says that means the first one stands for it."""
    f = view.filters
    first = f.focus if f.focused() == f.apps[0] else FIRST
    names = {first: view.name(f.apps[0])} | {app: view.name(app) for app in f.apps[1:]}
    choice(view, "focus", view.texts("Assistant"), list(names), lambda code: names.get(code, code))


def _table(view: View, places: pd.DataFrame) -> None:
    t, f = view.texts, view.filters
    order = say.in_order(view, places, f.apps[0], f.country)
    figure = tables.table(places, order, f.country, styles(view), t)
    shown = (say.title(view, places, f.apps[0]), figure, say.alt(view, places, order))
    _newest(view, places, shown)
    st.caption(
        t(
            "How to read it: the number is the place, the stronger the colour the nearer to 1; grey and “> 50” is below the"
            " cut-off of a reading of 50 places; an empty cell was not observed. In bold: the chosen country."
        )
    )


def _map(view: View, places: pd.DataFrame) -> None:
    t, f = view.texts, view.filters
    app = f.focused()
    figure = tiles.world(places[places["app"] == app], view.catalog.tiles, f.country, t)
    _newest(view, places, (say.title(view, places, app), figure, say.map_alt(view, places, app)))
    st.caption(
        t(
            "How to read it: one square for each storefront, all alike in size, about where the country lies. The number is"
            " the place, the stronger the colour the nearer to 1; grey and “>50” is below the cut-off of a reading of 50"
            " places; an outline was not observed. In bold: the chosen country."
        )
    )


def _newest(view: View, places: pd.DataFrame, shown: tuple[str, object, str]) -> None:
    """Draw a look at the newest readings, and say what the chosen country's says."""
    about = say.about(view, places, view.texts("newest reading of each country"))
    lead = say.standing(view, places, view.filters.country)
    provenance.draw(view, Exhibit(KEY, *shown, about, questions.places_by_country, places, lead))


def _lines(view: View, places: pd.DataFrame) -> None:
    t, f = view.texts, view.filters
    rows = view.ask(questions.rank_by_country, **_asked(view))
    order = say.in_order(view, places, f.apps[0])
    labels = {code: over_time.label(view, rows, code) for code in order}
    figure = multiples.by_country(rows, labels, styles(view), t)
    shown = (over_time.title(view, rows, f.apps[0]), figure, over_time.alt(view, rows, order))
    about = say.about(view, rows, t("last reading of each day"))
    lead = say.standing(view, places, f.country)
    provenance.draw(view, Exhibit(KEY, *shown, about, questions.rank_by_country, rows, lead))
    st.caption(
        t(
            "How to read it: 1 is on top; a line joins readings of one source on days in a row; an open mark in the grey"
            " band is below the cut-off; where there is nothing, nobody looked. Every country has the same axes."
        )
    )
