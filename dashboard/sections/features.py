"""Features and prices of each assistant: dated claims side by side."""

from dataclasses import dataclass

import pandas as pd

from dashboard.sections import missing_data
from dashboard.sections.blocks import (
    Block,
    Details,
    Heading,
    ResultTable,
    Text,
    TextTable,
    bullet_list,
    empty_state,
)
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import features as features_text
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult

WIDEST = 1500  # a table of a stated width keeps its first column in sight while it is scrolled [px]


@dataclass(frozen=True)
class FeatureTable:
    """The texts of one result: title, source line, table, rows on a single assistant, disputes."""

    title: str
    source: str
    rows: pd.DataFrame
    other_rows: pd.DataFrame
    disputes: list[str]
    result: QueryResult


def features(view: View) -> list[Block]:
    """A row a feature, a column an assistant; features reported of a single one are folded."""
    t, table = view.texts, _build_table(view)
    title = t("Features and prices")
    if table is None:
        reason = t("No published figure on what these assistants offer or cost here.")
        nothing = empty_state(title, reason, t("Choose other assistants, or France."))
        return [*nothing, missing_data.suggest_default_apps(view, "features")]
    other = t("Features reported of one assistant only")
    folded = Details(other, (TextTable(table.other_rows, other, WIDEST),), "features-of-one")
    return [
        Heading(table.title, "features"),
        TextTable(table.rows, title, WIDEST),
        Text(table.source, "caption"),
        *bullet_list(table.disputes),
        *([] if table.other_rows.empty else [folded]),
        ResultTable("features", table.result, t("All features with sources")),
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
        features_text.build_table(view, answer, shared=True),
        features_text.build_table(view, answer, shared=False),
    )
    return FeatureTable(*shown, features_text.describe_disputes(view, answer), result)
