"""What "number one" means: days at the top over days read, and the claims that readings bear out or not."""

import pandas as pd
import streamlit as st

from dashboard import provenance, questions
from dashboard.choices import choice
from dashboard.figures import firsts
from dashboard.look import styles
from dashboard.options import CHOICES
from dashboard.provenance import Exhibit
from dashboard.sentences import firsts as say
from dashboard.session import View
from dashboard.words import word

VERDICTS = ("confirmed", "not_seen", "unread")


def draw(view: View) -> None:
    """Days at the top of each chosen assistant, its best and latest place, and who claims first place."""
    f = view.filters
    asked = f.chart_params() | f.day_params() | {"apps": f.apps}
    summary = say.in_order(view, view.quietly(questions.rank_summary, **asked))
    if not summary.empty:
        _days(view, summary)
    _claims(view, view.ask(questions.first_claims, **asked))


def _days(view: View, summary: pd.DataFrame) -> None:
    t = view.texts
    choice(view, "sort", t("In the order of"), CHOICES["sort"])
    labels = [say.label(view, row) for row in summary.to_dict("records")]
    provenance.draw(
        view,
        Exhibit(
            key="summary",
            title=say.title(view, summary),
            figure=firsts.days(summary, labels, styles(view), t),
            alt=say.alt(view, summary),
            about=say.about(view, summary),
            question=questions.rank_summary,
            answer=summary,
        ),
    )
    for sentence in say.courses(view, summary):
        st.markdown(f"- {sentence}")


def _claims(view: View, claims: pd.DataFrame) -> None:
    t = view.texts
    if claims.empty:
        st.caption(t("Nobody is known to have reported a first place in this chart in these days."))
        return
    st.subheader(say.claims_title(view, claims), anchor="first-claims")
    for verdict in VERDICTS:
        same = claims[claims["verdict"] == verdict]
        told = [f"- {sentence}" for sentence in say.claims(view, same)]
        if told:
            st.markdown("\n".join([f"**{word(t, verdict).capitalize()}**", "", *told]))
    title = t("Every claim, with CSV and SQL")
    provenance.behind(view, "first-claims", questions.first_claims, claims, title)
