"""One chart in every country read: a table of places, a map of tiles, small charts over time."""

from typing import Any

import plotly.graph_objects as go

from dashboard.charts import countries as countries_chart
from dashboard.charts import countries_over_time
from dashboard.charts.theme import app_styles
from dashboard.domain.options import CHOICES, FIRST
from dashboard.sections import missing_data
from dashboard.sections.blocks import Block, Choice, Figure, Text, code_labels
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import countries as countries_text
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult

KEY = "countries"
MOST = 24  # small charts one under another: more are no comparison, and slow to draw


def by_country(view: View) -> list[Block]:
    """The look that the link asks for; where nothing was read in any country, what to look at instead."""
    t, f = view.texts, view.filters
    figure = _build_figure(view)
    if figure is None:
        reason = t("No reading of these days tells of these assistants in this chart, in any country.")
        return missing_data.suggest_charts(view, KEY, t("Country by country"), reason)
    look = Choice("world", t("Countries, shown as"), code_labels(t, CHOICES["world"]))
    focus = [_app_choice(view)] if f.world == "map" else []
    return [look, *focus, figure, Text(countries_text.legend(view), "caption")]


@cached_section
def _build_figure(view: View) -> Figure | None:
    places = view.query(questions.ranks_by_country, **_query_params(view))
    if places.rows.empty:
        return None
    return {"table": _table, "map": _map, "lines": _lines}[view.filters.world](view, places)


def _query_params(view: View) -> dict[str, Any]:
    f = view.filters
    chart = {name: value for name, value in f.chart_params().items() if name != "country"}
    return {"apps": f.apps, **chart, **f.day_params()}


def _app_choice(view: View) -> Choice:
    """The choice of one assistant; whatever the link says that means the first one stands for it."""
    f = view.filters
    first = f.focus if f.focused_app() == f.apps[0] else FIRST
    names = {first: view.app_name(f.apps[0])} | {app: view.app_name(app) for app in f.apps[1:]}
    return Choice("focus", view.texts("Assistant"), names)


def _table(view: View, result: QueryResult) -> Figure:
    t, f, places = view.texts, view.filters, result.rows
    order = countries_text.sort_countries(view, places, f.apps[0], f.country)
    figure = countries_chart.table(places, order, f.country, app_styles(view), t)
    shown = (countries_text.title(view, places, f.apps[0]), figure, countries_text.alt(view, places, order))
    return _newest(view, result, shown)


def _map(view: View, result: QueryResult) -> Figure:
    t, f, places = view.texts, view.filters, result.rows
    app = f.focused_app()
    figure = countries_chart.world(places[places["app"] == app], view.catalog.tiles, f.country, t)
    return _newest(
        view,
        result,
        (countries_text.title(view, places, app), figure, countries_text.map_alt(view, places, app)),
    )


def _newest(view: View, result: QueryResult, shown: tuple[str, go.Figure, str]) -> Figure:
    """A look at the newest readings, and what the chosen country's says."""
    about = countries_text.source_line(view, result.rows, view.texts("newest reading of each country"))
    lead = countries_text.describe_country(view, result.rows, view.filters.country)
    return Figure(KEY, *shown, about, result, lead)


def _lines(view: View, newest: QueryResult) -> Figure:
    t, f, places = view.texts, view.filters, newest.rows
    every = countries_text.sort_countries(view, places, f.apps[0])
    order = every[:MOST]
    result = view.query(questions.rank_by_country_and_day, countries=order, **_query_params(view))
    rows = result.rows
    labels = {code: countries_text.country_label(view, rows, code) for code in order}
    figure = countries_over_time.by_country(rows, labels, app_styles(view), t)
    shown = (
        countries_text.over_time_title(view, rows, f.apps[0]),
        figure,
        countries_text.over_time_alt(view, rows, order),
    )
    about = countries_text.source_line(view, rows, t("last reading of each day"))
    if len(every) > MOST:
        cut = t("The first {n} of {every} countries, in the order of the table.", n=MOST, every=len(every))
        about = f"{about} · {cut}"
    lead = countries_text.describe_country(view, places, f.country)
    return Figure(KEY, *shown, about, result, lead)
