"""Sources and method: every claim and source, what each metric means, the SQL of each question."""

import streamlit as st

from dashboard.sections import data_status, missing_data
from dashboard.text import data_status as data_status_text
from dashboard.warehouse import corrected_rules, questions
from dashboard.warehouse.cache import warehouse
from dashboard.web import render
from dashboard.web.render import bullet_list
from dashboard.web.state import current_view

v = current_view()
t, f = v.texts, v.filters

st.title(t("Sources and method"))
method = data_status_text.reading_rules(v)
for paragraph in method:
    st.markdown(paragraph)
v.record_text(t("Method"), [f"{paragraph}\n" for paragraph in method])

corrected = [t.label(f"**{t.day(rule.on)}**", t.localized(rule, "")) for rule in corrected_rules.load_rules()]
st.subheader(t("Corrected rules"), anchor="corrected-rules")
note = t("A pinned view shows the corrected rule on the data of its moment.")
bullet_list(v, t("Corrected rules"), [*corrected, note])

st.subheader(t("What each metric means"), anchor="metrics")
metrics = [f"**{t.localized(metric, '')}** — {t.localized(metric, 'means')}" for metric in v.catalog.metrics]
for paragraph in metrics:
    st.markdown(paragraph)
v.record_text(t("What each metric means"), [f"{paragraph}\n" for paragraph in metrics])

st.subheader(t("Who recorded the stores' charts"), anchor="collections")
who = [f"[{one.id}]({one.url}): {t.localized(one, '')}" for one in v.catalog.collections]
bullet_list(v, t("Who recorded the stores' charts"), who)

if not missing_data.missing_data_notice(v, t("Claims and sources"), *missing_data.CLAIMS):
    claims = v.query(questions.all_claims)
    st.subheader(
        t.count("{n} claim, each with its source", "{n} claims, each with its source", len(claims.rows)),
        anchor="claims",
    )
    render.table_section(v, "claims", claims)

    sources = v.query(questions.sources)
    st.subheader(t.count("{n} source", "{n} sources", len(sources.rows)), anchor="sources")
    render.table_section(v, "sources", sources)

st.subheader(t("How old the data is"), anchor="freshness")
fresh = v.query(questions.freshness)
data_status.badges(v, fresh.rows)
render.table_section(v, "freshness", fresh)
data_status.collected(v)

st.subheader(t("The SQL of each question"), anchor="sql")
for question in questions.ALL_QUERIES:
    file = v.file(question)
    with st.expander(t(file.title)):
        st.code(file.sql, language="sql")

damage = warehouse(f.as_of).damage
st.subheader(t.count("{n} damaged snapshot", "{n} damaged snapshots", len(damage)), anchor="damage")
for error in damage:
    st.code(str(error), language=None, wrap_lines=True)
