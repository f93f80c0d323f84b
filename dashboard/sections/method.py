"""The rules by which the page's intervals are derived."""

import streamlit as st

from dashboard.domain.options import GOALS
from dashboard.sections.view import View
from dashboard.text import method
from dashboard.text.method import ExampleData
from dashboard.warehouse import questions
from dashboard.web.render import bullet_list


def draw(view: View) -> None:
    """The rules in words, each with an example of this very view, and what is counted."""
    t, race = view.texts, view.filters.launch_params()
    bounds = view.query_untracked(questions.milestone_bounds, **race).rows
    zeros = view.query_untracked(questions.day_zero_choices, apps=race["apps"], country=race["country"]).rows
    times = view.query_untracked(questions.time_to_goal, goals=GOALS, **race).rows
    st.subheader(t("Method"), anchor="method")
    rules = method.rules(view, ExampleData(bounds, zeros, times))
    bullet_list(view, t("Method"), [*method.definitions(view), *rules])
