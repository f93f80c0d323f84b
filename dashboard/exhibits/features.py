"""What each assistant offers and costs: dated claims side by side."""

import streamlit as st

from dashboard import provenance, questions, takeaway
from dashboard.exhibits import nearest
from dashboard.sentences import features as say
from dashboard.session import View

WIDEST = 1500  # a table of a stated width keeps its first column in sight while it is scrolled [px]


def draw(view: View) -> None:
    """A row a feature, a column an assistant; every claim with its source behind it."""
    t, f = view.texts, view.filters
    answer = view.ask(questions.features, apps=f.apps, country=f.country)
    title = t("What each offers and costs")
    if answer.empty:
        why = t("No claim is known on what these assistants offer or cost here.")
        provenance.empty(view, title, why, t("Choose other assistants, or France."))
        nearest.usual(view, "features")
        return
    st.subheader(say.title(view, answer), anchor="features")
    st.caption(say.about(view, answer))
    st.table(say.table(view, answer), width=WIDEST, alt=title)
    takeaway.say(view, t("What the sources disagree on here"), say.disputes(view, answer))
    provenance.behind(
        view, "features", questions.features, answer, t("Every claim with its source, CSV and SQL")
    )
