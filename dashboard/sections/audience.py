"""The audience of the assistants: over time by measurer, and as shares of one population."""

from functools import partial
from typing import Any

from dashboard.charts import audience
from dashboard.charts.theme import app_styles
from dashboard.domain.options import CHOICES
from dashboard.sections import missing_data
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import audience as audience_text
from dashboard.text import shares as shares_text
from dashboard.text.labels import catalog_label
from dashboard.text.provenance import claims_line
from dashboard.warehouse import questions
from dashboard.web import render
from dashboard.web.render import ChartSection
from dashboard.web.widgets import single_choice

MEASURED = "fr"  # where publishers have measured shares


def draw(view: View) -> None:
    """Users in the chosen country, then in the world."""
    metrics = partial(catalog_label, view.catalog, view.texts, "metrics")
    single_choice(view, "metric", view.texts("Audience"), CHOICES["metric"], metrics)
    for scope in (view.filters.country, "world"):
        _users(view, scope, metrics(view.filters.metric))
    shares(view)


def _users(view: View, scope: str, metric: str) -> None:
    t = view.texts
    section = _drawn(view, scope)
    if section is None:
        where = f"{metric}, {t.country(scope)}"
        why = t("Nobody is known to have published it in these days.")
        render.empty_state(where, why, t("Choose another measure, or more days."))
        _other_measures(view, scope)
        return
    render.draw(view, section)


@cached_section
def _drawn(view: View, scope: str) -> ChartSection | None:
    t, f = view.texts, view.filters
    result = view.query(questions.audience, apps=f.apps, metric=f.metric, scope=scope, **f.day_params())
    users = result.rows
    if not users["app"].isin(f.apps).any():
        return None
    market = [app for app in users["app"].unique() if app not in f.apps]
    drawn = users[users["copy"] == 1]
    marks = drawn.assign(
        said=audience_text.hover_texts(view, drawn), short=audience_text.short_numbers(view, drawn)
    )
    figure = audience.audience(marks, audience_text.panel_titles(view, drawn), app_styles(view, *market), t)
    shown = (
        audience_text.title(view, scope, users),
        figure,
        audience_text.alt(view, drawn),
        claims_line(view, users),
    )
    lead = audience_text.weaker_evidence(view, users)
    return ChartSection(f"{f.metric}-{scope}", *shown, result, lead=lead)


def _other_measures(view: View, scope: str) -> None:
    """A button for each measure published of these assistants in this place, in these days or at any time."""
    f, t = view.filters, view.texts
    for days in missing_data.days(view):
        asked: dict[str, Any] = {"apps": f.apps, "scope": scope} | days
        users = {
            one: view.query_untracked(questions.audience, metric=one, **asked).rows
            for one in CHOICES["metric"]
        }
        told = [metric for metric, rows in users.items() if rows["app"].isin(f.apps).any()]
        for metric in told:
            name = f"{catalog_label(view.catalog, t, 'metrics', metric)}, {t.country(scope)}"
            missing_data.filter_button(
                view, f"{metric}-{scope}", missing_data.dated(view, name, days), metric=metric, **days
            )
        if told:
            return


def _other_populations(view: View) -> None:
    """A button to the nearest place and days in which somebody measured a share of these assistants."""
    f, t = view.filters, view.texts
    for days in missing_data.days(view):
        for place in dict.fromkeys((f.country, MEASURED)):
            asked: dict[str, Any] = {"apps": f.apps, "scope": place} | days
            if len(view.query_untracked(questions.audience_shares, **asked).rows):
                name = t("Share of one population, {where}", where=t.country(place))
                missing_data.filter_button(
                    view, "shares", missing_data.dated(view, name, days), country=place, **days
                )
                return


def shares(view: View) -> None:
    """Shares, only where one publisher measured all in one population."""
    t, section = view.texts, _shares(view)
    heading = t("Share of one population, {where}", where=t.country(view.filters.country))
    if section is None:
        why = t("No publisher is known to have measured one of them and all of a population in these days.")
        render.empty_state(heading, why, t("Choose more days, or France."))
        _other_populations(view)
        return
    render.draw(view, section)


@cached_section
def _shares(view: View) -> ChartSection | None:
    t, f = view.texts, view.filters
    result = view.query(questions.audience_shares, apps=f.apps, scope=f.country, **f.day_params())
    rows = result.rows
    if rows.empty:
        return None
    names = [shares_text.share_label(view, row) for row in rows.to_dict("records")]
    shown = (
        shares_text.title(view, rows),
        audience.shares(rows, names, app_styles(view), view.texts),
        shares_text.alt(view, rows),
        claims_line(view, rows),
    )
    lead = t(
        "A share is given only where one publisher measured an assistant and all of a population in one period; each"
        " names its population. People may use several assistants, so shares need not add up to 100."
    )
    return ChartSection("shares", *shown, result, lead=lead)
