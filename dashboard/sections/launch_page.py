"""Launch velocity, the whole page: what is known of how fast an assistant launched, as bounds."""

from collections.abc import Iterator

from dashboard.domain.options import CHOICES, DAYS, GOALS
from dashboard.sections import disagreements, launches, method, velocity
from dashboard.sections.blocks import (
    Block,
    Choice,
    Choices,
    Details,
    Heading,
    ResultTable,
    Text,
    code_labels,
)
from dashboard.sections.parts import Build, build_part, build_tabs
from dashboard.sections.view import View
from dashboard.text.day_zeros import counting_options, day_zero_effect
from dashboard.warehouse import questions

NEEDS = {"disagreements": ("conflicts",)}


def page(view: View) -> Iterator[Block]:
    """The whole page; a part that fails is named in its place."""
    t = view.texts
    yield Heading(t("Launch velocity"), level=1)
    yield from build_part(view, launches.time_to)
    yield from build_part(view, launches.race)
    yield from build_part(view, _counting)
    yield from build_tabs(view, "tab", t("What is known of these launches"), _tabs(view), NEEDS)


def _counting(view: View) -> list[Block]:
    """What days and downloads are counted: the choices folded, then what the chosen day 0 does to each assistant."""
    zeros = view.query(
        questions.day_zero_choices, apps=view.filters.launch_params()["apps"], country=view.filters.country
    )
    effect, table = day_zero_effect(view, zeros.rows), view.texts("Each day 0, with its source")
    blocks = (*_choices(view), Text(effect), ResultTable("day-zeros", zeros, table))
    return [Details(counting_options(view), blocks, "options")]


def _choices(view: View) -> list[Block]:
    t = view.texts
    areas = {"world": t.country("world"), "country": t.country(view.filters.country)}
    benchmarks = {app: view.app_name(app) for app in view.catalog.benchmarks()}
    return [
        Choices(
            (
                Choice("goal", t("Downloads to reach"), {goal: t.compact(goal) for goal in GOALS}),
                Choice("day", t("Who was ahead on day"), {day: t.number(day) for day in DAYS}),
                Choice("day0", t("Day 0"), code_labels(t, CHOICES["day0"])),
                Choice("platform", t("Platform"), code_labels(t, CHOICES["platform"])),
                Choice("area", t("Where"), areas),
                Choice("races", t("Launches shown"), code_labels(t, CHOICES["races"])),
                Choice("scale", t("Scale"), code_labels(t, CHOICES["scale"])),
                Choice("benchmarks", t("Launches to measure against"), benchmarks, "pills"),
            )
        )
    ]


def _tabs(view: View) -> dict[str, tuple[str, Build]]:
    t = view.texts
    return {
        "growth": (t("Growth"), launches.envelopes),
        "averages": (t("Averages and periods"), velocity.velocity),
        "disagreements": (t("Where sources disagree"), disagreements.disagreements),
        "launches": (t("Launch days"), _launches),
        "method": (t("Method"), method.method),
    }


def _launches(view: View) -> list[Block]:
    """The core figures, and every launch day."""
    result = view.query(questions.launches, apps=view.filters.launch_params()["apps"])
    title = view.texts("Launch days, and the one that counts as day 0")
    return [Heading(title, "launches"), ResultTable("launches", result), *launches.core(view)]
