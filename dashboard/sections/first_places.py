"""Days at the top over days read, and the claims of a first place that readings bear out or not."""

from dataclasses import replace
from typing import Any

from dashboard.sections.blocks import Block, Details, Heading, ResultTable, Text, TextTable, bullet_list
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import first_places as first_places_text
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult


def days_at_top(view: View) -> list[Block]:
    """Newest and best rank of each chosen assistant, and its days at the top."""
    t, summary = view.texts, _summary(view)
    if summary.rows.empty:
        return []
    title = first_places_text.title(view, summary.rows)
    table = first_places_text.summary_table(view, summary.rows)
    return [
        Heading(title, "summary", level=3),
        TextTable(table, t("Best and latest ranks")),
        Details(t("In words, with streaks at no. 1"), tuple(bullet_list(_rank_sentences(view)))),
    ]


def claims(view: View) -> list[Block]:
    """Who reported a first place, and what the snapshots say of it."""
    t = view.texts
    result, heading, sentences = _claims(view)
    if result.rows.empty:
        return [Text(t("No report of a no. 1 in this chart is known for this period."), "caption")]
    table = ResultTable("first-claims", result, t("Every claim, with CSV and SQL"))
    return [Heading(heading, "first-claims"), *bullet_list(sentences), table]


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
def _claims(view: View) -> tuple[QueryResult, str, list[str]]:
    """The reports, their heading, and a sentence for each entry."""
    result = view.query(questions.first_place_claims, **_query_params(view))
    rows = result.rows
    return (
        result,
        "" if rows.empty else first_places_text.claims_title(view, rows),
        first_places_text.describe_claims(view, rows),
    )
