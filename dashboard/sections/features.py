"""Features and prices of each assistant: dated claims side by side."""

from dataclasses import dataclass

import pandas as pd

from dashboard.sections import missing_data
from dashboard.sections.blocks import Block, Heading, ResultTable, Text, TextTable, bullet_list, empty_state
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import features as features_text
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult

WIDEST = 1500  # a table of a stated width keeps its first column in sight while it is scrolled [px]


@dataclass(frozen=True)
class FeatureTable:
    """The texts of one result: title, table, source line, disputes."""

    title: str
    source: str
    rows: pd.DataFrame
    disputes: list[str]
    result: QueryResult


def features(view: View) -> list[Block]:
    """A row a feature, a column an assistant; every claim with its source behind it."""
    t, table = view.texts, _build_table(view)
    title = t("What each offers and costs")
    if table is None:
        reason = t("No claim is known on what these assistants offer or cost here.")
        nothing = empty_state(title, reason, t("Choose other assistants, or France."))
        return [*nothing, missing_data.suggest_default_apps(view, "features")]
    return [
        Heading(table.title, "features"),
        Text(table.source, "caption"),
        TextTable(table.rows, title, WIDEST),
        *bullet_list(table.disputes),
        ResultTable("features", table.result, t("Every claim with its source, CSV and SQL")),
    ]


@cached_section
def _build_table(view: View) -> FeatureTable | None:
    f = view.filters
    result = view.query(questions.features, apps=f.apps, country=f.country)
    answer = result.rows
    if answer.empty:
        return None
    shown = (
        features_text.title(view, answer),
        features_text.source_line(view, answer),
        features_text.build_table(view, answer),
    )
    return FeatureTable(*shown, features_text.describe_disputes(view, answer), result)
