"""What must hold of envelopes, times and races whatever is claimed, over random small sets of claims."""

from math import inf
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.soak import at_length, warehouses
from tests.helpers.tables import tuples
from tests.queries.random_claims import APPS, CASES, EVERY, RACES, Case, asked, case, store_cases

GOALS = [5, 20, 45]
DAYS = range(18)
RANDOM: dict[str, Any] = {"cases": st.lists(case(), min_size=CASES, max_size=CASES), "race": RACES}


Steps = list[tuple[int, float, float, bool]]


def envelopes(house: Warehouse, race: tuple[str, str]) -> dict[str, Steps]:
    """App -> (day, floor, ceiling, disputed) of every day, 0 and infinity where nothing is known."""
    rows = tuples(questions.envelopes(house, **asked(race)), "app, day, floor, ceiling, disputed")
    return {
        app: [_on(number, [row[1:] for row in rows if row[0] == app]) for number in DAYS] for app in EVERY
    }


def _on(number: int, steps: list[tuple[Any, ...]]) -> tuple[int, float, float, bool]:
    begun = [step for step in steps if step[0] <= number]
    _, floor, ceiling, disputed = begun[-1] if begun else (0, None, None, False)
    return number, floor or 0, inf if ceiling is None else ceiling, disputed


@pytest.mark.soak
@warehouses(at_length(8))
@given(**RANDOM)
def test_envelopes_never_fall_and_narrow_with_every_claim_whatever_the_order(
    cases: list[Case], race: tuple[str, str]
) -> None:
    with TemporaryDirectory() as folder:
        found = envelopes(store_cases(folder, cases), race)
    for one, plain, reordered, more in zip(cases, *APPS.values(), strict=False):
        for steps in (found[plain], found[more]):
            floors, ceilings = [step[1] for step in steps], [step[2] for step in steps]
            assert floors == sorted(floors), f"a floor fell: {one}"
            assert ceilings == sorted(ceilings), f"a ceiling fell: {one}"
            assert all((step[1] > step[2]) is step[3] for step in steps), f"a dispute is not called so: {one}"
        assert found[plain] == found[reordered], f"the order of claims counts: {one}"
        for old, new in zip(found[plain], found[more], strict=True):
            assert new[1] >= old[1], f"one claim more lowered a floor: {one}"
            assert new[2] <= old[2], f"one claim more raised a ceiling: {one}"


@pytest.mark.soak
@warehouses(at_length(5))
@given(cases=RANDOM["cases"], part=st.sampled_from([("ios", "world"), ("ios", "fr"), ("all", "us")]))
def test_a_part_never_has_a_greater_floor_or_ceiling_than_the_whole(
    cases: list[Case], part: tuple[str, str]
) -> None:
    """The parts here count from the whole's day 0; a place without a claim of its own has no envelope."""
    with TemporaryDirectory() as folder:
        house = store_cases(folder, cases)
        parts, wholes = envelopes(house, part), envelopes(house, ("all", "world"))
        known = set(questions.envelopes(house, **asked(part))["app"])
    for one, app in zip(cases, APPS["as-claimed"], strict=False):
        for small, large in zip(parts[app], wholes[app], strict=True):
            assert small[1] <= large[1], f"a part's floor is not the whole's: {one}"
            assert small[2] <= large[2] or app not in known, f"a whole's ceiling is not its part's: {one}"


@pytest.mark.soak
@warehouses(at_length(7))
@given(**RANDOM)
def test_times_are_in_order_unless_disputed_and_never_later_with_one_claim_more(
    cases: list[Case], race: tuple[str, str]
) -> None:
    with TemporaryDirectory() as folder:
        house = store_cases(folder, cases)
        times, found = times_to(house, race), envelopes(house, race)
    unknown = (-inf, inf, inf)
    for one, plain, reordered, more in zip(cases, *APPS.values(), strict=False):
        for goal in GOALS:
            after, by, sure = times.get((plain, goal), unknown)
            assert by <= sure, f"sure of {goal} before a source says so: {one}"
            steps, disputed = found[plain], any(step[3] for step in found[plain])
            assert sure == min((step[0] for step in steps if step[1] >= goal), default=inf), one
            below = max((step[0] for step in steps if step[2] < goal), default=-inf)
            assert after == below or (disputed and after < below), f"not below {goal} so long: {one}"
            assert after < sure or disputed, f"{goal} is contradicted in silence: {one}"
            assert times.get((reordered, goal), unknown) == (after, by, sure), f"the order counts: {one}"
            new_after, new_by, new_sure = times.get((more, goal), unknown)
            contradicted = any(step[3] for step in found[more])
            assert new_after >= after or contradicted, f"one claim more forgot a day below {goal}: {one}"
            assert (new_by <= by, new_sure <= sure) == (True, True), f"one claim more put {goal} off: {one}"


def times_to(house: Warehouse, race: tuple[str, str]) -> dict[tuple[str, int], tuple[float, float, float]]:
    """(app, goal) -> after_day, by_day and sure_day in the race, infinite where nothing is known."""
    answer = questions.time_to_goal(house, goals=GOALS, **asked(race))
    rows = tuples(answer[answer["race"] == "same"], "app, goal, after_day, by_day, sure_day")
    return {
        (app, goal): (_else(after, -inf), _else(by, inf), _else(sure, inf))
        for app, goal, after, by, sure in rows
    }


def _else(known: int | None, unknown: float) -> float:
    return unknown if known is None else known


@pytest.mark.soak
@warehouses(at_length(7))
@given(**RANDOM, on=st.integers(2, 10))
def test_a_race_is_told_alike_from_both_sides_and_only_where_a_floor_passes_a_ceiling(
    cases: list[Case], race: tuple[str, str], on: int
) -> None:
    with TemporaryDirectory() as folder:
        house = store_cases(folder, cases)
        answer = questions.launch_race(house, day=on, **asked(race))
        found = envelopes(house, race)
    columns = "app, rival, verdict, reason, nearest_day, floor, rival_ceiling"
    verdicts = {row[:2]: row[2:] for row in tuples(answer, columns)}
    turned = {"ahead": "behind", "behind": "ahead", "untold": "untold"}
    twins = dict(zip(APPS["as-claimed"], APPS["reordered"], strict=True))
    assert len(verdicts) == len(EVERY) * (len(EVERY) - 1)
    for (app, rival), (verdict, reason, nearest, floor, rival_ceiling) in verdicts.items():
        mine, theirs = found[app][on], found[rival][on]
        seen = f"{app} against {rival} is {verdict}, {reason}, {nearest}: {found[app]}, {found[rival]}"
        surely = _else(floor, 0) > _else(rival_ceiling, inf)
        assert (reason == "disputed") is (verdict == "untold" and (mine[3] or theirs[3])), seen
        assert verdict != "ahead" or surely, seen
        assert verdict != "ahead" or mine[1] > theirs[2], f"the envelopes do not say so: {seen}"
        assert verdicts[rival, app][:2] == (turned[verdict], reason), seen
        assert reason != "told" or nearest == on, seen
        near = [] if nearest is None else [(found[app][nearest], found[rival][nearest])]
        assert all(one[1] > other[2] or other[1] > one[2] for one, other in near), seen
        if rival != twins.get(app, rival):
            assert verdicts[twins.get(app, app), rival][:3] == (verdict, reason, nearest), seen
