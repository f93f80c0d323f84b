"""Sources and method: every claim and source, what each metric means, the SQL of each question."""

import streamlit as st

from dashboard.sections import data_status, missing_data
from dashboard.sections.view import View
from dashboard.text import data_status as data_status_text
from dashboard.warehouse import corrected_rules, questions
from dashboard.web import render


def draw(view: View) -> None:
    """Draw the whole page."""
    _draw_method(view)
    _draw_corrected_rules(view)
    _draw_metrics(view)
    _draw_collections(view)
    if not missing_data.missing_data_notice(view, view.texts("Claims and sources"), *missing_data.CLAIMS):
        _draw_claims(view)
    _draw_freshness(view)
    _draw_sql(view)
    _draw_damage(view)


def _draw_method(view: View) -> None:
    t = view.texts
    st.title(t("Sources and method"))
    _draw_paragraphs(view, t("Method"), data_status_text.reading_rules(view))


def _draw_paragraphs(view: View, title: str, paragraphs: list[str]) -> None:
    for paragraph in paragraphs:
        st.markdown(paragraph)
    view.record_text(title, [f"{paragraph}\n" for paragraph in paragraphs])


def _draw_corrected_rules(view: View) -> None:
    t = view.texts
    rules = [t.label(f"**{t.day(rule.on)}**", t.localized(rule, "")) for rule in corrected_rules.load_rules()]
    st.subheader(t("Corrected rules"), anchor="corrected-rules")
    note = t("A pinned view shows the corrected rule on the data of its moment.")
    render.bullet_list(view, t("Corrected rules"), [*rules, note])


def _draw_metrics(view: View) -> None:
    t = view.texts
    st.subheader(t("What each metric means"), anchor="metrics")
    metrics = [
        f"**{t.localized(metric, '')}** — {t.localized(metric, 'means')}" for metric in view.catalog.metrics
    ]
    _draw_paragraphs(view, t("What each metric means"), metrics)


def _draw_collections(view: View) -> None:
    t = view.texts
    st.subheader(t("Who recorded the stores' charts"), anchor="collections")
    collections = [f"[{item.id}]({item.url}): {t.localized(item, '')}" for item in view.catalog.collections]
    render.bullet_list(view, t("Who recorded the stores' charts"), collections)


def _draw_claims(view: View) -> None:
    t = view.texts
    claims = view.query(questions.all_claims)
    title = t.count("{n} claim, each with its source", "{n} claims, each with its source", len(claims.rows))
    st.subheader(title, anchor="claims")
    render.table_section(view, "claims", claims)
    sources = view.query(questions.sources)
    st.subheader(t.count("{n} source", "{n} sources", len(sources.rows)), anchor="sources")
    render.table_section(view, "sources", sources)


def _draw_freshness(view: View) -> None:
    st.subheader(view.texts("How old the data is"), anchor="freshness")
    result = view.query(questions.freshness)
    data_status.badges(view, result.rows)
    render.table_section(view, "freshness", result)
    data_status.collected(view)


def _draw_sql(view: View) -> None:
    t = view.texts
    st.subheader(t("The SQL of each question"), anchor="sql")
    for question in questions.ALL_QUERIES:
        file = view.file(question)
        with st.expander(t(file.title)):
            st.code(file.sql, language="sql")


def _draw_damage(view: View) -> None:
    damage = view.warehouse.damage
    title = view.texts.count("{n} damaged snapshot", "{n} damaged snapshots", len(damage))
    st.subheader(title, anchor="damage")
    for error in damage:
        st.code(str(error), language=None, wrap_lines=True)
