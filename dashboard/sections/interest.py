"""Readers of each assistant's article in Wikipedia: a signal apart from charts, each language by itself."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.charts import interest
from dashboard.charts.theme import app_styles
from dashboard.domain.options import CHOICES
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import interest as interest_text
from dashboard.text.interest import filter_drawable, source_line
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult
from dashboard.web import render
from dashboard.web.render import ChartSection
from dashboard.web.widgets import single_choice


@dataclass(frozen=True)
class PageViews:
    """The articles that are read, their views, and the chart section where these can be drawn."""

    articles: int
    result: QueryResult
    section: ChartSection | None


def draw(view: View) -> None:
    """Views of the chosen apps' articles in the chosen language, or why there are none."""
    t, read = view.texts, _read(view)
    if not read.articles:
        _nothing(view)
        return
    _choose(view)
    if read.section is not None:
        render.draw(view, read.section)
        return
    why = t("No week of these days is held whole.")
    render.empty_state(t("Interest"), why, t("Choose more days, or so few that they are shown day by day."))
    render.data_expander(view, "interest", read.result)


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
    figure = interest.interest(rows, interest_text.step(view), app_styles(view), view.texts)
    shown = (
        interest_text.title(view, drawn),
        figure,
        interest_text.alt(view, drawn),
        source_line(view, rows, articles),
    )
    lead = interest_text.lead(view, drawn, articles)
    return PageViews(len(articles), result, ChartSection("interest", *shown, result, lead=lead))


def _choose(view: View) -> None:
    t = view.texts
    single_choice(
        view, "wiki", t("Wikipedia in"), CHOICES["wiki"], lambda lang: interest_text.language_name(view, lang)
    )


def _nothing(view: View) -> None:
    """Say why there is nothing; the other language is offered where anything at all is held."""
    fresh = view.query_untracked(questions.freshness).rows
    if "page_views" in set(fresh["dataset"]):
        _choose(view)
    st.subheader(view.texts("Interest"), anchor="interest")
    st.info(interest_text.empty_message(view, fresh), icon=":material/info:")
