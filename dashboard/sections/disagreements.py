"""Quantities on which sources differ."""

import streamlit as st

from dashboard.charts import disagreements
from dashboard.charts.theme import app_styles
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import disagreements as disagreements_text
from dashboard.text.labels import catalog_label
from dashboard.text.provenance import claims_line
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult
from dashboard.web import render
from dashboard.web.render import ChartSection, bullet_list

COUNTED = ("downloads_cumulative", "downloads_in_period", "installs_play_bucket")


def draw(view: View) -> None:
    """Every disagreement on downloads of the chosen apps, side by side, with definitions."""
    t = view.texts
    section, result, readings = _build(view)
    if result.rows.empty:
        why = t("No disagreement between sources is known on these assistants.")
        render.empty_state(t("Where sources disagree"), why, t("Choose other assistants."))
        return
    if section is not None:
        render.draw(view, section)
    else:
        st.subheader(t("Where sources disagree"), anchor="disagreements")
        render.data_expander(view, "disagreements", result)
    bullet_list(view, t("How to read what sources disagree on"), readings)
    for metric in dict.fromkeys(result.rows["metric"]):
        means = t.localized(next(one for one in view.catalog.metrics if one.id == metric), "means")
        st.caption(f"**{catalog_label(view.catalog, t, 'metrics', metric)}**. {means}")


@cached_section
def _build(view: View) -> tuple[ChartSection | None, QueryResult, list[str]]:
    """The chart section where two differ, every statement, and how to read them."""
    f = view.filters
    result = view.query(questions.disagreements, apps=f.launch_params()["apps"], metrics=COUNTED)
    answer = result.rows
    readings, rows = (
        disagreements_text.explanations(view, answer),
        disagreements_text.filter_differing(answer),
    )
    if rows.empty:
        return None, result, readings
    names = [disagreements_text.statement_label(view, row) for row in rows.to_dict("records")]
    figure = disagreements.side_by_side(rows, names, app_styles(view, *f.benchmarks), view.texts)
    shown = (
        disagreements_text.title(view, rows),
        figure,
        disagreements_text.alt(view, rows),
        claims_line(view, answer),
    )
    return ChartSection("disagreements", *shown, result), result, readings
