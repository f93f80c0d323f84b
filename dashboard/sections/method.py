"""The rules by which the page's intervals are derived."""

from dashboard.domain.options import GOALS
from dashboard.sections.blocks import Block, Heading, bullet_list
from dashboard.sections.view import View
from dashboard.text import method as method_text
from dashboard.text.method import ExampleData
from dashboard.warehouse import questions


def method(view: View) -> list[Block]:
    """The rules in words, each with an example of this very view, and what is counted."""
    t, race = view.texts, view.filters.launch_params()
    bounds = view.query_untracked(questions.milestone_bounds, **race).rows
    zeros = view.query_untracked(questions.day_zero_choices, apps=race["apps"], country=race["country"]).rows
    times = view.query_untracked(questions.time_to_goal, goals=GOALS, **race).rows
    rules = method_text.rules(view, ExampleData(bounds, zeros, times))
    return [Heading(t("Method"), "method"), *bullet_list([*method_text.definitions(view), *rules])]
