"""Launch velocity, the whole page: what is known of how fast an assistant launched, as bounds."""

from collections.abc import Iterator

from dashboard.domain.options import CHOICES, DAYS, GOALS
from dashboard.sections import disagreements, launches, method, velocity
from dashboard.sections.blocks import Block, Choice, Choices, Heading, ResultTable, Text, code_labels
from dashboard.sections.parts import build_part
from dashboard.sections.view import View
from dashboard.text.day_zeros import day_zero_effect
from dashboard.warehouse import questions


def page(view: View) -> Iterator[Block]:
    """The whole page; a part that fails is named in its place."""
    t = view.texts
    yield from _head(view)
    yield from build_part(view, launches.core)
    yield from _day_zero(view)
    yield Choice("goal", t("Downloads to reach"), {goal: t.compact(goal) for goal in GOALS})
    yield from build_part(view, launches.time_to)
    yield from build_part(view, launches.envelopes)
    yield Choice("day", t("Days since launch"), {day: t.number(day) for day in DAYS})
    for build in (launches.race, velocity.speed, velocity.periods, velocity.doubling):
        yield from build_part(view, build)
    yield from build_part(view, disagreements.disagreements, t("Where sources disagree"), "conflicts")
    yield from _launches(view)
    yield from build_part(view, method.method)


def _head(view: View) -> list[Block]:
    t = view.texts
    return [
        Heading(t("Launch velocity"), level=1),
        Text(
            t(
                "“A million in 14 days” means at least a million by day 14: a bound, not a point. What is drawn follows"
                " from what a source said, its rounding counted in. Launches are compared only like for like, and only as far"
                " as their bounds allow. The launch day is day 0."
            )
        ),
    ]


def _day_zero(view: View) -> list[Block]:
    """The choices of the race, and what the chosen day 0 does to each assistant."""
    t, f = view.texts, view.filters
    zeros = view.query(questions.day_zero_choices, apps=f.launch_params()["apps"], country=f.country)
    note = t(
        "The days of the sidebar hold for events and for downloads of a period. Bounds rest on every claim, for what was"
        " once reached stays reached."
    )
    return [
        _choices(view),
        Text(day_zero_effect(view, zeros.rows)),
        Text(note, "caption"),
        ResultTable("day-zeros", zeros, t("Each day 0, with its source")),
    ]


def _choices(view: View) -> Choices:
    t = view.texts
    areas = {"world": t.country("world"), "country": t.country(view.filters.country)}
    benchmarks = {app: view.app_name(app) for app in view.catalog.benchmarks()}
    return Choices(
        (
            Choice("day0", t("Day 0"), code_labels(t, CHOICES["day0"])),
            Choice("platform", t("Platform"), code_labels(t, CHOICES["platform"])),
            Choice("area", t("Where"), areas),
            Choice("races", t("Launches shown"), code_labels(t, CHOICES["races"])),
            Choice("scale", t("Scale"), code_labels(t, CHOICES["scale"])),
            Choice("benchmarks", t("Launches to measure against"), benchmarks, "pills"),
        )
    )


def _launches(view: View) -> list[Block]:
    result = view.query(questions.launches, apps=view.filters.launch_params()["apps"])
    title = view.texts("Launch days, and the one that counts as day 0")
    return [Heading(title, "launches"), ResultTable("launches", result)]
