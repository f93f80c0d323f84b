"""The age of the data, source by source, and the last runs of the project's collector."""

import pandas as pd
import streamlit as st

from dashboard.domain.clock import utc_now
from dashboard.sections.view import View
from dashboard.text import data_status as data_status_text
from dashboard.warehouse import questions
from dashboard.web import render


def badges(view: View, fresh: pd.DataFrame) -> None:
    """Each source's age, amber where it is late. A pinned view stands still: it has no age."""
    if view.filters.as_of is not None:
        return
    lines, now = [], utc_now()
    for row in fresh.dropna(subset=["cadence"]).to_dict("records"):
        icon, colour = ("schedule", "orange") if data_status_text.is_late(row, now) else ("check", "green")
        badge = f":{colour}-badge[:material/{icon}: {data_status_text.age_label(view, row, now)}]"
        lines.append(f"- {badge} **{row['collection']}**, {data_status_text.cadence_label(view, row)}")
    st.markdown("\n".join(lines))


def collected(view: View) -> None:
    """The newest runs of the collector, and all that it could not take."""
    t = view.texts
    runs = view.query(questions.collector_runs)
    st.subheader(t("What our own collector asked for of late"), anchor="collected")
    if runs.rows.empty:
        st.info(t("It has not run here yet. `make collect` reads today’s charts and keeps them."))
        return
    render.table_section(view, "collected", runs)
    refused = view.query(questions.rejected_responses)
    title = t.count("{n} answer not taken", "{n} answers not taken", len(refused.rows))
    st.subheader(title, anchor="refusals")
    if refused.rows.empty:
        st.success(t("Every answer of the last thirty days was taken."), icon=":material/check:")
    else:
        st.markdown(
            t("What fails a check is not shown, and nothing is put in its place: the day stays open.")
        )
        render.table_section(view, "refusals", refused)
