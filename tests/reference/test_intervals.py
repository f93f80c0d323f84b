"""Times to a goal and verdicts of a race are those of the reference, whatever is claimed."""

from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dashboard.warehouse import questions
from tests.helpers.soak import warehouses
from tests.helpers.tables import tuples
from tests.reference import comparing, intervals
from tests.reference.random_claims import APPS, DATABASES, EVERY, Case, store_cases

GOALS = [5, 12, 20, 45, 112, 1000]  # some at the edge of what rounding allows
CHOICE: dict[str, Any] = {
    "day0": st.sampled_from(["press", "press", "web", "ios", "android", "country"]),
    "platform": st.sampled_from(["all", "all", "ios", "android"]),
    "scope": st.sampled_from(["world", "world", "fr", "us"]),
}
CHOICES = st.fixed_dictionaries(CHOICE)
COLUMNS = "goal, app, platform, scope, day_zero, after_day, by_day, sure_day, claims, primaries"


@warehouses(DATABASES)
@given(EVERY, CHOICES)
def test_a_time_to_a_goal_is_that_of_the_reference(cases: list[Case], choice: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        house, data = store_cases(folder, cases)
        answer = tuples(
            questions.time_to_goal(house, apps=APPS, country="fr", goals=GOALS, **choice), COLUMNS
        )
        found = intervals.evidence(data, choice["day0"], "fr")
    said = {row[:4]: row[4:] for row in answer}
    for cell, every in found.items():
        one, case = cell, dict(zip(APPS, cases, strict=True))[cell[0]]
        shown = cell[1:] == (choice["platform"], choice["scope"])
        for goal in GOALS:
            expected = intervals.time_to(every, goal)
            if expected is None or not (
                shown or any(two.own for two in every if intervals.bears(two, every, goal))
            ):
                assert (goal, *one) not in said, f"{one} has a time to {goal}: {case}"
                continue
            assert said[goal, *one] == expected.row, f"{one} to {goal}: {case}"


@warehouses(DATABASES)
@given(EVERY, CHOICES)
def test_the_day_that_stands_beside_other_launches_is_that_of_the_reference(
    cases: list[Case], choice: dict[str, str]
) -> None:
    with TemporaryDirectory() as folder:
        house, data = store_cases(folder, cases)
        answer = questions.time_to_goal(house, apps=APPS, country="fr", goals=GOALS, **choice)
        found = intervals.evidence(data, choice["day0"], "fr")
        race = comparing.Race(choice["day0"], "fr", choice["platform"], choice["scope"])
        said = tuples(answer[answer["race"] == "same"], "app, goal, ranked_by")
        for app, goal, day in said:
            every = found[app, race.platform, race.place]
            case = cases[APPS.index(app)]
            assert day == comparing.ranked_by(data, app, race, every, goal), f"{app} to {goal}: {case}"


@warehouses(DATABASES)
@given(EVERY, CHOICES, st.integers(2, 40))
def test_who_was_ahead_on_a_day_is_what_the_reference_says(
    cases: list[Case], choice: dict[str, str], on: int
) -> None:
    with TemporaryDirectory() as folder:
        house, data = store_cases(folder, cases)
        answer = questions.launch_race(house, apps=APPS, country="fr", day=on, **choice)
        found = intervals.evidence(data, choice["day0"], "fr")
        race = comparing.Race(choice["day0"], "fr", choice["platform"], choice["scope"])
        fit = {app for app in APPS if comparing.is_comparable(data, app, race)}
    known = {app: found.get((app, race.platform, race.place), []) for app in APPS}
    for app, rival, verdict, floor, ceiling in tuples(answer, "app, rival, verdict, floor, rival_ceiling"):
        case = dict(zip(APPS, cases, strict=True))
        seen = f"{app} against {rival} on day {on}: {case[app]}, {case[rival]}"
        assert floor == comparing.floor_on(known[app], on), seen
        assert ceiling == comparing.ceiling_on(known[rival], on), seen
        ahead = {app, rival} <= fit and comparing.is_ahead(known[app], known[rival], on)
        assert (verdict == "ahead") is ahead, seen
