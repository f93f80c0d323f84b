"""What must hold of envelopes, times and races whatever is claimed, over random small sets of claims.

One synthetic warehouse holds many cases, three apps each: as claimed, in another order, one claim more.
"""

from dataclasses import replace
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import given as supposing
from hypothesis import strategies as st

from dashboard import questions
from dashboard.collect.check import Line, context, typed
from dashboard.collect.snapshots import Ingest, store
from dashboard.warehouse import Warehouse
from tests.helpers.claimed import launch
from tests.helpers.given import MODELS, NOW, Given, vocabulary
from tests.helpers.tables import told
from tests.queries.launched import WORLD, day, had

CASES = 12
GOALS = [5, 20, 45]
DAYS = range(18)
CLAIM: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "value": st.integers(1, 60),
        "by": st.integers(2, 14),
        "qualifier": st.sampled_from(["exact", "at_least", "about", "estimate"]),
        "platform": st.sampled_from(["ios", "android", "all"]),
        "scope": st.sampled_from(["fr", "us", "world"]),
        "rests_on": st.sampled_from(["", "", "one statement"]),
        "metric": st.sampled_from(["downloads_cumulative"] * 3 + ["downloads_in_period"]),
        "in_days": st.booleans(),
    }
)
RACES = st.sampled_from([("all", "world"), ("ios", "world"), ("all", "fr"), ("android", "us")])
ROLES = ("as-claimed", "reordered", "with-one-more")
APPS = {role: [f"synthetic-{n}-{role}" for n in range(CASES)] for role in ROLES}
EVERY = [app for role in ROLES for app in APPS[role]]
CATALOG = replace(vocabulary(), apps=tuple(replace(vocabulary().apps[0], id=app) for app in EVERY))


class Case(NamedTuple):
    claims: list[tuple[int, dict[str, Any]]]
    reordered: list[tuple[int, dict[str, Any]]]
    one_more: dict[str, Any]


@st.composite
def case(draw: st.DrawFn) -> Case:
    claims = list(enumerate(draw(st.lists(CLAIM, min_size=1, max_size=5))))
    return Case(claims, draw(st.permutations(claims)), draw(CLAIM) | {"rests_on": ""})


RANDOM = {"cases": st.lists(case(), min_size=CASES // 2, max_size=CASES), "race": RACES}


def few(examples: int) -> settings:
    """So many warehouses, each of up to CASES cases."""
    unhurried = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=examples, deadline=None, suppress_health_check=unhurried)


def laid(folder: str, cases: list[Case]) -> Warehouse:
    """A warehouse over the cases; every app came to Android two days after the iPhone."""
    rows = [row for app in EVERY for row in launch(f"{app}-ios", day(0), app=app)]
    rows += [row for app in EVERY for row in launch(f"{app}-a", day(2), app=app, platform="android")]
    for n, (claims, reordered, one_more) in enumerate(cases):
        for role, held in zip(ROLES, (claims, reordered, [*claims, (99, one_more)]), strict=True):
            rows += [row for number, one in held for row in claimed(APPS[role][n], number, **one)]
    for name in ("launches", "milestones"):
        lines = [
            Line(Path("synthetic.csv"), n, row.cells) for n, row in enumerate(rows) if row.dataset == name
        ]
        checked = typed(lines, MODELS[name], context(CATALOG, NOW))
        store(Path(folder) / "snapshots", Ingest(name, checked, "synthetic"), NOW)
    return Warehouse(Path(folder), CATALOG)


def claimed(app: str, number: int, value: int, by: int, in_days: bool, **cells: Any) -> list[Given]:
    when = {"period_end": "", "days_stated": by} if in_days else {}
    return had(f"{app}-{number}", value, by, app=app, **cells, **when)


def asked(race: tuple[str, str]) -> dict[str, Any]:
    return WORLD | {"apps": EVERY, "platform": race[0], "scope": race[1]}


Steps = list[tuple[int, float, float, bool]]


def envelopes(house: Warehouse, race: tuple[str, str]) -> dict[str, Steps]:
    """App -> (day, floor, ceiling, disputed) of every day, 0 and infinity where nothing is known."""
    rows = told(questions.envelopes(house, **asked(race)), "app, day, floor, ceiling, disputed")
    return {
        app: [_on(number, [row[1:] for row in rows if row[0] == app]) for number in DAYS] for app in EVERY
    }


def _on(number: int, steps: list[tuple[Any, ...]]) -> tuple[int, float, float, bool]:
    begun = [step for step in steps if step[0] <= number]
    _, floor, ceiling, disputed = begun[-1] if begun else (0, None, None, False)
    return number, floor or 0, inf if ceiling is None else ceiling, disputed


@few(10)
@supposing(**RANDOM)
def test_envelopes_never_fall_and_narrow_with_every_claim_whatever_the_order(
    cases: list[Case], race: tuple[str, str]
) -> None:
    with TemporaryDirectory() as folder:
        found = envelopes(laid(folder, cases), race)
    for plain, reordered, more in zip(*APPS.values(), strict=True):
        for steps in (found[plain], found[more]):
            assert [step[1] for step in steps] == sorted(step[1] for step in steps), "a floor fell"
            assert [step[2] for step in steps] == sorted(step[2] for step in steps), "a ceiling fell"
            assert all((floor > ceiling) is disputed for _, floor, ceiling, disputed in steps)
        assert found[plain] == found[reordered]
        for (_, floor, ceiling, _), (_, new_floor, new_ceiling, _) in zip(
            found[plain], found[more], strict=True
        ):
            assert new_floor >= floor, "one claim more lowered a floor"
            assert new_ceiling <= ceiling, "one claim more raised a ceiling"


@few(8)
@supposing(**RANDOM)
def test_times_are_in_order_unless_disputed_and_never_later_with_one_claim_more(
    cases: list[Case], race: tuple[str, str]
) -> None:
    with TemporaryDirectory() as folder:
        house = laid(folder, cases)
        answer = questions.time_to(house, goals=GOALS, **asked(race))
        found = envelopes(house, race)
    same = told(answer[answer["race"] == "same"], "app, goal, after_day, by_day, sure_day")
    times = {
        (app, goal): (-inf if after is None else after, *_late(by, sure))
        for app, goal, after, by, sure in same
    }
    for (app, _), (after, by, sure) in times.items():
        assert by <= sure
        assert after < sure or any(step[3] for step in found[app])
    unknown = (-inf, inf, inf)
    for plain, reordered, more in zip(*APPS.values(), strict=True):
        for goal in GOALS:
            after, by, sure = times.get((plain, goal), unknown)
            assert times.get((reordered, goal), unknown) == (after, by, sure)
            new_after, new_by, new_sure = times.get((more, goal), unknown)
            assert (new_after >= after, new_by <= by, new_sure <= sure) == (True, True, True)


def _late(*days: int | None) -> tuple[float, ...]:
    return tuple(inf if one is None else one for one in days)


@few(5)
@supposing(**RANDOM, on=st.integers(0, 15))
def test_a_race_is_told_alike_from_both_sides_and_only_where_a_floor_passes_a_ceiling(
    cases: list[Case], race: tuple[str, str], on: int
) -> None:
    with TemporaryDirectory() as folder:
        house = laid(folder, cases)
        answer = questions.race(house, day=on, **asked(race))
        found = envelopes(house, race)
    verdicts = {row[:2]: row[2:] for row in told(answer, "app, rival, verdict, reason, nearest_day")}
    turned = {"ahead": "behind", "behind": "ahead", "untold": "untold"}
    twins = dict(zip(APPS["as-claimed"], APPS["reordered"], strict=True))
    for (app, rival), (verdict, reason, nearest) in verdicts.items():
        _, floor, ceiling, disputed = found[app][on]
        _, rival_floor, rival_ceiling, rival_disputed = found[rival][on]
        surely = floor > rival_ceiling and not (disputed or rival_disputed)
        assert (verdict == "ahead") is surely
        assert verdicts[rival, app][:2] == (turned[verdict], reason)
        assert (reason == "disputed") is (disputed or rival_disputed)
        assert reason != "told" or nearest == on
        if rival != twins.get(app, rival):
            assert verdicts[twins.get(app, app), rival][:2] == (verdict, reason)
    assert len(verdicts) == len(EVERY) * (len(EVERY) - 1)
