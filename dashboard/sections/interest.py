"""Readers of each assistant's article in Wikipedia: a signal apart from charts, each language by itself."""

from dataclasses import dataclass
from typing import Any

from dashboard.charts import interest as interest_chart
from dashboard.charts.theme import app_styles
from dashboard.domain.options import CHOICES
from dashboard.sections.blocks import Block, Choice, Figure, Heading, ResultTable, Text
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
    """Views of the chosen apps' articles in the chosen language; no block where none were collected."""
    t, views = view.texts, _read(view)
    if views.figure is not None:
        return [_language_choice(view), views.figure]
    if not is_collected(view):
        return []
    reason = (
        t("No whole week in this period. Try a longer period, or a shorter one to see single days.")
        if views.articles
        else t("No page views stored for these articles in this period.")
    )
    heading = Heading(t("Wikipedia interest"), "interest")
    result = ResultTable("interest", views.result, t("Data, CSV and SQL"))
    return [_language_choice(view), heading, Text(reason, "info"), *([result] if views.articles else [])]


def is_collected(view: View) -> bool:
    """True where page views of a chosen app were collected, in any language, up to the end of the period."""
    f = view.filters
    coverage = view.query_untracked(questions.page_view_coverage, apps=f.apps, **f.published_params())
    return not coverage.rows.empty


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
