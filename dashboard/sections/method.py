"""The rules by which the page's intervals are derived."""

from dashboard.domain.options import GOALS
from dashboard.sections.blocks import Block, Text, bullet_list
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
    intro = t(
        "“A million in 14 days” means at least a million by day 14: a bound, not a point. What is drawn follows"
        " from what a source said, its rounding counted in. Launches are compared only like for like, and only as far"
        " as their bounds allow. The launch day is day 0."
    )
    note = t(
        "Bounds rest on every reported figure, whatever its date, for what was once reached stays reached."
    )
    return [Text(intro), *bullet_list([*method_text.definitions(view), *rules, note])]
