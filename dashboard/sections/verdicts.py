"""A sentence a measure: the chosen assistants by the best evidence, dated, with who measured it."""

from collections.abc import Callable

from dashboard.sections.blocks import Block, bullet_list
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import verdicts as verdicts_text
from dashboard.warehouse import questions


def verdicts(view: View) -> list[Block]:
    """The measures with a figure, as one list."""
    return bullet_list(_build_sentences(view))


@cached_section
def _build_sentences(view: View) -> list[str]:
    missing = set(view.warehouse.missing)
    return [
        sentence for datasets, build in MEASURES if not missing & set(datasets) and (sentence := build(view))
    ]


def _all_apps(view: View) -> tuple[str, ...]:
    """The compared apps, then the other chosen ones."""
    return tuple(dict.fromkeys((*view.filters.compared_apps(), *view.filters.apps)))


def _rank(view: View) -> str:
    f, apps = view.filters, _all_apps(view)
    ranks = view.query(questions.rank_summary, apps=apps, **f.chart_day_params()).rows
    coverage = view.query(questions.coverage, **f.chart_day_params()).rows
    return verdicts_text.rank(view, ranks, apps, list(coverage["collection"]))


def _users(view: View) -> str:
    f, apps = view.filters, _all_apps(view)
    for scope in dict.fromkeys((f.country, "world")):
        params = {"apps": apps, "metric": f.metric, "scope": scope} | f.published_params()
        users = view.query(questions.audience, **params).rows
        if users["app"].isin(apps).any():
            return verdicts_text.users(view, users, scope, apps)
    return ""


def _share(view: View) -> str:
    f = view.filters
    shares = view.query(
        questions.audience_shares, apps=_all_apps(view), scope=f.country, **f.published_params()
    )
    return verdicts_text.share(view, shares.rows)


def _downloads(view: View) -> str:
    apps = view.filters.compared_apps()
    return verdicts_text.downloads(
        view, view.query(questions.most_downloads, apps=apps, until=view.filters.until).rows
    )


def _spending(view: View) -> str:
    apps = view.filters.compared_apps()
    return verdicts_text.spending(
        view, view.query(questions.spending, apps=apps, until=view.filters.until).rows
    )


def _ratings(view: View) -> str:
    f, apps = view.filters, view.filters.compared_apps()
    params = {"apps": apps, "country": f.country, "store": f.store} | f.published_params()
    return verdicts_text.ratings(view, view.query(questions.rating_history, **params).rows)


def _price(view: View) -> str:
    f = view.filters
    features = view.query(questions.features, apps=f.compared_apps(), country=f.country)
    return verdicts_text.price(view, features.rows)


MEASURES: tuple[tuple[tuple[str, ...], Callable[[View], str]], ...] = (
    (("charts",), _rank),
    (("milestones", "sources"), _users),
    (("milestones", "sources"), _share),
    (("milestones", "sources"), _downloads),
    (("milestones", "sources"), _spending),
    (("ratings",), _ratings),
    (("features", "sources"), _price),
)
