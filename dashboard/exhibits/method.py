"""How the page's intervals are found."""

import streamlit as st

from dashboard import questions, takeaway
from dashboard.options import GOALS
from dashboard.sentences import method
from dashboard.sentences.examples import Held
from dashboard.session import View


def draw(view: View) -> None:
    """The rules in words, each with an example of this very view, and what is counted."""
    t, race = view.texts, view.filters.race_params()
    bounds = view.quietly(questions.milestone_bounds, **race)
    zeros = view.quietly(questions.day_zero_choices, apps=race["apps"], country=race["country"])
    times = view.quietly(questions.time_to_goal, goals=GOALS, **race)
    st.subheader(t("Method"), anchor="method")
    rules = method.rules(view, Held(bounds, zeros, times))
    takeaway.say(view, t("Method"), [*method.definitions(view), *rules])
