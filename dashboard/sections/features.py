"""Features and prices of each assistant: dated claims side by side."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.sections import missing_data
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import features as features_text
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult
from dashboard.web import render
from dashboard.web.render import bullet_list

WIDEST = 1500  # a table of a stated width keeps its first column in sight while it is scrolled [px]


@dataclass(frozen=True)
class FeatureTable:
    """The texts of one result: title, table, source line, disputes."""

    title: str
    about: str
    table: pd.DataFrame
    disputes: list[str]
    result: QueryResult


def draw(view: View) -> None:
    """A row a feature, a column an assistant; every claim with its source behind it."""
    t, told = view.texts, _build_table(view)
    title = t("What each offers and costs")
    if told is None:
        why = t("No claim is known on what these assistants offer or cost here.")
        render.empty_state(title, why, t("Choose other assistants, or France."))
        missing_data.suggest_default_apps(view, "features")
        return
    st.subheader(told.title, anchor="features")
    st.caption(told.about)
    st.table(told.table, width=WIDEST, alt=title)
    bullet_list(view, t("What the sources disagree on here"), told.disputes)
    render.data_expander(view, "features", told.result, t("Every claim with its source, CSV and SQL"))


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
