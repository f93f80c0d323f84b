"""The audience of the assistants: over time by measurer, and as shares of one population."""

from typing import Any

from dashboard.charts import audience as audience_chart
from dashboard.charts.theme import app_styles
from dashboard.domain.options import CHOICES
from dashboard.sections import missing_data
from dashboard.sections.blocks import Block, Choice, Figure, FilterButton, empty_state
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import audience as audience_text
from dashboard.text import shares as shares_text
from dashboard.text.labels import catalog_label
from dashboard.text.provenance import claims_line
from dashboard.warehouse import questions

MEASURED = "fr"  # where publishers have measured shares


def audience(view: View) -> list[Block]:
    """Users in the chosen country, then in the world, then shares."""
    labels = {name: catalog_label(view.catalog, view.texts, "metrics", name) for name in CHOICES["metric"]}
    return [
        Choice("metric", view.texts("Audience"), labels),
        *_users(view, view.filters.country),
        *_users(view, "world"),
        *_shares(view),
    ]


def _users(view: View, scope: str) -> list[Block]:
    t, figure = view.texts, _users_figure(view, scope)
    if figure is not None:
        return [figure]
    metric = catalog_label(view.catalog, t, "metrics", view.filters.metric)
    reason = t("Nobody is known to have published it in these days.")
    remedy = t("Choose another measure, or more days.")
    return [*empty_state(f"{metric}, {t.country(scope)}", reason, remedy), *_other_measures(view, scope)]


@cached_section
def _users_figure(view: View, scope: str) -> Figure | None:
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
    figure = audience_chart.audience(
        marks, audience_text.panel_titles(view, drawn), app_styles(view, *market), t
    )
    shown = (
        audience_text.title(view, scope, users),
        figure,
        audience_text.alt(view, drawn),
        claims_line(view, users),
    )
    lead = audience_text.weaker_evidence(view, users)
    return Figure(f"{f.metric}-{scope}", *shown, result, lead=lead)


def _other_measures(view: View, scope: str) -> list[Block]:
    """A button for each measure published of these assistants in this place, in these days or at any time."""
    for days in missing_data.days(view):
        published = [metric for metric in CHOICES["metric"] if _is_published(view, metric, scope, days)]
        if published:
            return [_measure_button(view, metric, scope, days) for metric in published]
    return []


def _is_published(view: View, metric: str, scope: str, days: dict[str, Any]) -> bool:
    apps = view.filters.apps
    users = view.query_untracked(questions.audience, metric=metric, apps=apps, scope=scope, **days).rows
    return bool(users["app"].isin(apps).any())


def _measure_button(view: View, metric: str, scope: str, days: dict[str, Any]) -> FilterButton:
    name = f"{catalog_label(view.catalog, view.texts, 'metrics', metric)}, {view.texts.country(scope)}"
    label = missing_data.dated(view, name, days)
    return FilterButton(f"{metric}-{scope}", label, {"metric": metric} | days)


def _other_populations(view: View) -> list[Block]:
    """A button to the nearest place and days in which somebody measured a share of these assistants."""
    f, t = view.filters, view.texts
    for days in missing_data.days(view):
        for place in dict.fromkeys((f.country, MEASURED)):
            params: dict[str, Any] = {"apps": f.apps, "scope": place} | days
            if len(view.query_untracked(questions.audience_shares, **params).rows):
                name = t("Share of one population, {where}", where=t.country(place))
                label = missing_data.dated(view, name, days)
                return [FilterButton("shares", label, {"country": place} | days)]
    return []


def _shares(view: View) -> list[Block]:
    """Shares, only where one publisher measured all in one population."""
    t, figure = view.texts, _shares_figure(view)
    if figure is not None:
        return [figure]
    title = t("Share of one population, {where}", where=t.country(view.filters.country))
    reason = t("No publisher is known to have measured one of them and all of a population in these days.")
    return [*empty_state(title, reason, t("Choose more days, or France.")), *_other_populations(view)]


@cached_section
def _shares_figure(view: View) -> Figure | None:
    t, f = view.texts, view.filters
    result = view.query(questions.audience_shares, apps=f.apps, scope=f.country, **f.day_params())
    rows = result.rows
    if rows.empty:
        return None
    names = [shares_text.share_label(view, row) for row in rows.to_dict("records")]
    shown = (
        shares_text.title(view, rows),
        audience_chart.shares(rows, names, app_styles(view), view.texts),
        shares_text.alt(view, rows),
        claims_line(view, rows),
    )
    lead = t(
        "A share is given only where one publisher measured an assistant and all of a population in one period; each"
        " names its population. People may use several assistants, so shares need not add up to 100."
    )
    return Figure("shares", *shown, result, lead=lead)
