"""What "number one" means: days at the top over days read, and the claims that readings bear out or not."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard import provenance, questions, takeaway
from dashboard.choices import choice
from dashboard.exhibits import lost
from dashboard.figures import firsts
from dashboard.keeping import kept
from dashboard.look import styles
from dashboard.options import CHOICES
from dashboard.provenance import Exhibit
from dashboard.sentences import firsts as say
from dashboard.session import View


def draw(view: View) -> None:
    """Days at the top of each chosen assistant, its best and latest place, and who claims first place."""
    exhibit = _days(view)
    if exhibit is not None:
        choice(view, "sort", view.texts("In the order of"), CHOICES["sort"])
        provenance.draw(view, exhibit)
        takeaway.say(view, view.texts("Best and latest place of each"), _courses(view))
    if not lost.told(view, view.texts("First places, as they were reported"), "reported_ranks"):
        _claims(view)


def _asked(view: View) -> dict[str, Any]:
    f = view.filters
    return f.chart_params() | f.day_params() | {"apps": f.apps}


def _summary(view: View) -> pd.DataFrame:
    return say.in_order(view, view.quietly(questions.rank_summary, **_asked(view)))


@kept
def _courses(view: View) -> list[str]:
    return list(say.courses(view, _summary(view)))


@kept
def _days(view: View) -> Exhibit | None:
    summary = _summary(view)
    if summary.empty:
        return None
    labels = [say.label(view, row) for row in summary.to_dict("records")]
    return Exhibit(
        key="summary",
        title=say.title(view, summary),
        figure=firsts.days(summary, labels, styles(view), view.texts),
        alt=say.alt(view, summary),
        about=say.about(view, summary),
        question=questions.rank_summary,
        answer=summary,
    )


def _claims(view: View) -> None:
    t = view.texts
    claims, heading, told = _told(view)
    if claims.empty:
        st.caption(t("Nobody is known to have reported a first place in this chart in these days."))
        return
    st.subheader(heading, anchor="first-claims")
    takeaway.say(view, heading, told)
    title = t("Every claim, with CSV and SQL")
    provenance.behind(view, "first-claims", questions.first_place_claims, claims, title)


@kept
def _told(view: View) -> tuple[pd.DataFrame, str, list[str]]:
    """The reports, their heading, and a sentence for each entry."""
    claims = view.ask(questions.first_place_claims, **_asked(view))
    return claims, "" if claims.empty else say.claims_title(view, claims), say.claims(view, claims)
