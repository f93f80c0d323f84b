"""The audience of the assistants: users by measurer, and shares of one population by survey."""

from dashboard.charts import audience as audience_chart
from dashboard.charts.theme import app_styles
from dashboard.domain.options import CHOICES
from dashboard.sections.blocks import Block, Choice, Columns, Figure, Text
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import audience as audience_text
from dashboard.text import shares as shares_text
from dashboard.text.labels import catalog_label
from dashboard.text.provenance import claims_line
from dashboard.warehouse import questions


def audience(view: View) -> list[Block]:
    """Users in the chosen country beside those in the world, then shares; one line names what nobody published."""
    t, f = view.texts, view.filters
    labels = {name: catalog_label(view.catalog, t, "metrics", name) for name in CHOICES["metric"]}
    places = dict.fromkeys((f.country, "world"))
    users = {f"{labels[f.metric]}, {t.country(place)}": _users_figure(view, place) for place in places}
    shares = {t("Share of users, {where}", where=t.country(f.country)): _shares_figure(view)}
    side_by_side = tuple((figure,) for figure in users.values() if figure)
    return [
        Choice("metric", t("Users"), labels),
        *([Columns(side_by_side)] if side_by_side else []),
        *(figure for figure in shares.values() if figure),
        *_unpublished(view, [name for name, figure in (users | shares).items() if figure is None]),
    ]


def _unpublished(view: View, names: list[str]) -> list[Block]:
    """A line that names what nobody published; no block where all is published."""
    t = view.texts
    text = t("No published figure of these assistants: {list}.", list=t.join_semicolons(names))
    return [Text(text, "caption")] if names else []


@cached_section
def _users_figure(view: View, scope: str) -> Figure | None:
    t, f = view.texts, view.filters
    result = view.query(questions.audience, apps=f.apps, metric=f.metric, scope=scope, **f.published_params())
    users = result.rows
    if not users["app"].isin(f.apps).any():
        return None
    market = [app for app in users["app"].unique() if app not in f.apps]
    rows = audience_text.sort_series(users)
    rows = rows.assign(hover_text=audience_text.hover_texts(view, rows))
    texts = (
        audience_text.title(view, scope),
        audience_chart.audience(rows, audience_text.row_groups(view, rows), app_styles(view, *market), t),
        audience_text.alt(view, rows),
        claims_line(view, users),
    )
    return Figure(f"{f.metric}-{scope}", *texts, result, lead=audience_text.lead(view, users))


@cached_section
def _shares_figure(view: View) -> Figure | None:
    t, f = view.texts, view.filters
    result = view.query(questions.audience_shares, apps=f.apps, scope=f.country, **f.published_params())
    if result.rows.empty:
        return None
    rows = shares_text.sort_surveys(result.rows)
    groups, hovers = shares_text.row_groups(view, rows), shares_text.hover_texts(view, rows)
    texts = (
        shares_text.title(view, rows),
        audience_chart.shares(rows, groups, hovers, app_styles(view), t),
        shares_text.alt(view, rows),
        claims_line(view, rows),
    )
    lead = t(
        "Only where one publisher measured an assistant and its market in one period; people may use several assistants."
    )
    return Figure("shares", *texts, result, lead=lead)
