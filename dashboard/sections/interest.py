"""Readers of each assistant's article in Wikipedia: a signal apart from charts, each language by itself."""

from dataclasses import dataclass
from typing import Any

from dashboard.charts import interest as interest_chart
from dashboard.charts.theme import app_styles
from dashboard.domain.options import CHOICES
from dashboard.sections.blocks import Block, Choice, Figure, Heading, ResultTable, Text, empty_state
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import interest as interest_text
from dashboard.text.interest import filter_drawable, source_line
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult


@dataclass(frozen=True)
class PageViews:
    """The articles that are read, their views, and the chart section where these can be drawn."""

    articles: int
    result: QueryResult
    figure: Figure | None


def interest(view: View) -> list[Block]:
    """Views of the chosen apps' articles in the chosen language, or why there are none."""
    t, views = view.texts, _read(view)
    if not views.articles:
        return _nothing(view)
    if views.figure is not None:
        return [_language_choice(view), views.figure]
    reason = t("No week of these days is held whole.")
    remedy = t("Choose more days, or so few that they are shown day by day.")
    return [
        _language_choice(view),
        *empty_state(t("Interest"), reason, remedy),
        ResultTable("interest", views.result, t("Data, CSV and SQL")),
    ]


@cached_section
def _read(view: View) -> PageViews:
    f = view.filters
    articles = view.query(questions.page_view_coverage, apps=f.apps, **f.day_params()).rows
    articles = articles[articles["project"] == f"{f.wiki}.wikipedia"]
    asked: dict[str, Any] = {"wiki": f.wiki, "apps": f.apps, "step": interest_text.step(view)}
    result = view.query(questions.page_views_by_period, **asked, **f.day_params())
    rows = result.rows
    drawn = filter_drawable(rows)
    if articles.empty or drawn.empty:
        return PageViews(len(articles), result, None)
    figure = interest_chart.interest(rows, interest_text.step(view), app_styles(view), view.texts)
    shown = (
        interest_text.title(view, drawn),
        figure,
        interest_text.alt(view, drawn),
        source_line(view, rows, articles),
    )
    lead = interest_text.lead(view, drawn, articles)
    return PageViews(len(articles), result, Figure("interest", *shown, result, lead=lead))


def _language_choice(view: View) -> Choice:
    names = {lang: interest_text.language_name(view, lang) for lang in CHOICES["wiki"]}
    return Choice("wiki", view.texts("Wikipedia in"), names)


def _nothing(view: View) -> list[Block]:
    """Why there is nothing; the other language is offered where there are page views at all."""
    fresh = view.query_untracked(questions.freshness).rows
    choice = [_language_choice(view)] if "page_views" in set(fresh["dataset"]) else []
    heading = Heading(view.texts("Interest"), "interest")
    return [*choice, heading, Text(interest_text.empty_message(view, fresh), "info")]
