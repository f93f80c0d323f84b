"""The day's rank and what is counted from it are those of the reference, whatever was read."""

from collections.abc import Iterator
from datetime import date, timedelta
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.soak import warehouses
from tests.helpers.tables import tuples
from tests.reference import ranks, statements
from tests.reference.random_readings import (
    APPS,
    CHART,
    COUNTRIES,
    DATABASES,
    EVERY,
    FIRST,
    SOME_DAYS,
    WHOLE,
    Case,
    chart,
    store_cases,
)
from tests.reference.snapshots import Snapshots

Cases = list[Case]
Places = dict[str, list[ranks.Place]]


def days(some: list[int]) -> dict[str, Any]:
    since, until = (FIRST + timedelta(number) for number in some)
    return {"since": since, "until": until}


def each(
    folder: str, cases: Cases, chosen: dict[str, date]
) -> Iterator[tuple[Warehouse, Snapshots, str, Places]]:
    """Each country's snapshots of the chosen days, as the project has them and as the reference does."""
    house, data = store_cases(folder, cases)
    for country in COUNTRIES:
        yield house, data, country, {app: ranks.places(data, chart(country), app, **chosen) for app in APPS}


@warehouses(DATABASES)
@given(EVERY, SOME_DAYS)
def test_the_days_rank_is_that_of_its_last_snapshot(cases: Cases, some: list[int]) -> None:
    with TemporaryDirectory() as folder:
        for house, _, country, found in each(folder, cases, days(some)):
            answer = questions.rank_by_day(house, country=country, apps=APPS, **CHART, **days(some))
            said = {row[:2]: row[2:] for row in tuples(answer, "app, day, state, rank, depth, readings")}
            for (app, day), row in said.items():
                one = ranks.by_day(found[app]).get(day)
                state = "not_observed" if one is None else "ranked" if one.rank else "below"
                read = sum(two.day == day for two in found[app])
                expected = (state, one and one.rank, one and one.depth, read)
                assert row == expected, f"{app} on {day}: {cases[COUNTRIES.index(country)]}"


@warehouses(DATABASES)
@given(EVERY)
def test_best_and_latest_rank_wins_and_verdicts_are_those_of_the_reference(cases: Cases) -> None:
    with TemporaryDirectory() as folder:
        for house, data, country, found in each(folder, cases, WHOLE):
            asked = {"country": country, "apps": APPS} | CHART | WHOLE
            case = cases[COUNTRIES.index(country)]
            answer = tuples(questions.rank_summary(house, **asked), f"app, {SUMMARY}")
            expected = [(app, *summary(places)) for app, places in found.items() if places]
            assert sorted(answer) == sorted(expected), case
            for app, rival, *row in tuples(questions.head_to_head(house, **asked), f"app, rival, {DUEL}"):
                assert row == duel(found[app], found[rival]), f"{app} against {rival}: {case}"
            held = [row for row in data.claims("reported_ranks") if row["country"] == country]
            reports = {row["claim_id"]: row for row in held}
            for claim, app, verdict in tuples(
                questions.first_place_claims(house, **asked), "claim_id, app, verdict"
            ):
                assert verdict == report(reports[claim], found[app]), f"{reports[claim]}: {case}"


SUMMARY = (
    "readings, days_observed, days_at_1, days_ever_at_1, days_top_3, days_top_10, run_at_1, run_from, best, worst,"
    " latest, latest_depth"
)
DUEL = "readings, days_common, days_told, days_ahead, days_behind, median_gap, lead_changes"


def summary(places: list[ranks.Place]) -> tuple[Any, ...]:
    placed = [one.rank for one in places if one.rank]
    run, since = ranks.longest_run(ranks.days_within(places, 1))
    top = (len(ranks.days_within(places, worst)) for worst in (3, 10))
    at_1 = len(ranks.days_within(places, 1)), len(ranks.days_at_some_time(places, 1))
    ends = min(placed, default=None), max(placed, default=None), places[-1].rank, places[-1].depth
    return len(places), len(ranks.by_day(places)), *at_1, *top, run, since, *ends


def duel(mine: list[ranks.Place], theirs: list[ranks.Place]) -> list[Any]:
    one = ranks.duel(mine, theirs)
    return [one.readings, one.days, one.comparable, one.ahead, one.behind, one.median_gap, one.turns]


def report(row: dict[str, Any], places: list[ranks.Place]) -> str:
    first = row["first_day"]
    return ranks.verdict(places, first, row["last_day"])


@warehouses(DATABASES)
@given(EVERY)
def test_copies_of_one_report_count_once_and_one_of_them_speaks(cases: Cases) -> None:
    with TemporaryDirectory() as folder:
        house, data = store_cases(folder, cases)
        for country, case in zip(COUNTRIES, cases, strict=True):
            answer = questions.reported_ranks(house, country=country, apps=APPS, **CHART, **WHOLE)
            said = {row[0]: row[1:] for row in tuples(answer, "claim_id, copies, speaks")}
            held = [row for row in data.claims("reported_ranks") if row["country"] == country]
            for claims in statements.reports(held).values():
                assert [said[claim][0] for claim in claims] == [len(claims)] * len(claims), case
                assert [said[claim][1] for claim in claims].count(True) == 1, case
