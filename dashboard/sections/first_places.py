"""Days at the top over days read, and the claims of a first place that readings bear out or not."""

from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard.charts import first_places
from dashboard.charts.theme import app_styles
from dashboard.domain.options import CHOICES
from dashboard.sections import missing_data
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import first_places as first_places_text
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult
from dashboard.web import render
from dashboard.web.render import ChartSection, bullet_list
from dashboard.web.widgets import single_choice


def draw(view: View) -> None:
    """Days at the top of each chosen assistant, its best and latest place, and who claims first place."""
    section = _days(view)
    if section is not None:
        single_choice(view, "sort", view.texts("In the order of"), CHOICES["sort"])
        render.draw(view, section)
        bullet_list(view, view.texts("Best and latest place of each"), _rank_sentences(view))
    if not missing_data.missing_data_notice(
        view, view.texts("First places, as they were reported"), "reported_ranks"
    ):
        _claims(view)


def _query_params(view: View) -> dict[str, Any]:
    f = view.filters
    return f.chart_day_params() | {"apps": f.apps}


def _summary(view: View) -> QueryResult:
    result = view.query_untracked(questions.rank_summary, **_query_params(view))
    return replace(result, rows=first_places_text.sort_summary(view, result.rows))


@cached_section
def _rank_sentences(view: View) -> list[str]:
    return list(first_places_text.rank_summaries(view, _summary(view).rows))


@cached_section
def _days(view: View) -> ChartSection | None:
    result = _summary(view)
    summary = result.rows
    if summary.empty:
        return None
    labels = [first_places_text.app_label(view, row) for row in summary.to_dict("records")]
    return ChartSection(
        key="summary",
        title=first_places_text.title(view, summary),
        figure=first_places.days(summary, labels, app_styles(view), view.texts),
        alt=first_places_text.alt(view, summary),
        about=first_places_text.source_line(view, summary),
        result=result,
    )


def _claims(view: View) -> None:
    t = view.texts
    claims, heading, told = _reports(view)
    if claims.rows.empty:
        st.caption(t("Nobody is known to have reported a first place in this chart in these days."))
        return
    st.subheader(heading, anchor="first-claims")
    bullet_list(view, heading, told)
    title = t("Every claim, with CSV and SQL")
    render.data_expander(view, "first-claims", claims, title)


@cached_section
def _reports(view: View) -> tuple[QueryResult, str, list[str]]:
    """The reports, their heading, and a sentence for each entry."""
    result = view.query(questions.first_place_claims, **_query_params(view))
    claims = result.rows
    return (
        result,
        "" if claims.empty else first_places_text.claims_title(view, claims),
        first_places_text.describe_claims(view, claims),
    )
