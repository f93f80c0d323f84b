"""What must hold of duels, movers, runs and days whatever was read, over random small charts."""

from datetime import datetime
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.soak import at_length, warehouses
from tests.helpers.tables import Rows, tuples
from tests.queries.random_charts import APPS, CASES, CHART, COUNTRIES, DAYS, Reading, store_cases

Cases = list[list[Reading]]
DUELS = "readings, days_common, days_told, days_ahead, days_behind, median_gap, lead_changes, verdict"
TURNED = {"ahead": "behind", "behind": "ahead", "even": "even", "untold": "untold"}
TWINS = [("climbed", "fell"), ("stayed", "stayed"), ("new", "left"), ("unseen_before", "unseen_after")]
MIRRORED = dict([*TWINS, *((other, one) for one, other in TWINS)])


def duels(house: Warehouse, country: str) -> dict[tuple[str, str], tuple[Any, ...]]:
    answer = questions.head_to_head(house, **CHART, **DAYS, country=country, apps=APPS)
    return {row[:2]: row[2:] for row in tuples(answer, f"app, rival, {DUELS}")}


def days_read(case: list[Reading]) -> int:
    return len({reading.at.date() for reading in case})


@pytest.mark.soak
@warehouses(at_length(4))
@given(CASES)
def test_a_duel_is_told_alike_from_both_sides_and_on_no_more_days_than_were_read(cases: Cases) -> None:
    with TemporaryDirectory() as folder:
        house = store_cases(folder, cases)
        found = {country: duels(house, country) for country in COUNTRIES}
    for (country, pairs), case in zip(found.items(), cases, strict=True):
        assert len(pairs) == len(APPS) * (len(APPS) - 1)
        for (app, rival), row in pairs.items():
            readings, common, days, ahead, behind, gap, turns, verdict = row
            mirrored = (readings, common, days, behind, ahead, gap and -gap, turns, TURNED[verdict])
            seen = f"{country}, {app} against {rival}: {row}, {case}"
            assert pairs[rival, app] == mirrored, seen
            assert ahead + behind == days <= common <= days_read(case), seen
            assert common <= readings <= len(case), seen
            assert turns <= max(days - 1, 0), seen
            assert (verdict == "untold") is (days == 0), seen


def moved(house: Warehouse, country: str, before: datetime, after: datetime) -> dict[str, tuple[Any, ...]]:
    answer = questions.movers(house, **CHART, country=country, before_at=before, after_at=after)
    rows = tuples(answer, "app_id, rank_before, rank_after, climbed, move")
    assert len(rows) == len({row[0] for row in rows})
    return {row[0]: row[1:] for row in rows}


@pytest.mark.soak
@warehouses(at_length(5))
@given(CASES, st.randoms(use_true_random=False))
def test_movers_read_backwards_are_their_mirror_and_nobody_vanishes(cases: Cases, dice: Any) -> None:
    with TemporaryDirectory() as folder:
        house = store_cases(folder, cases)
        for country, case in zip(COUNTRIES, cases, strict=True):
            one, other = (dice.choice(case) for _ in "12")
            there = moved(house, country, one.at, other.at)
            back = moved(house, country, other.at, one.at)
            mirrored = {
                app: (new, old, None if climbed is None else -climbed, MIRRORED[move])
                for app, (old, new, climbed, move) in there.items()
            }
            assert back == mirrored, f"{country}: {one}, {other}"
            kept = {_chosen(case, at.at) for at in (one, other)}
            assert set(there) == {app for reading in kept if reading for app in reading.places.values()}
            _check_moves(there, _chosen(case, one.at), _chosen(case, other.at))


def _chosen(case: list[Reading], at: datetime) -> Reading | None:
    """The complete reading that speaks for a moment."""
    there = [reading for reading in case if reading.at == at and reading.scope == "all"]
    return min(there, key=lambda reading: reading.collection, default=None)


def _check_moves(moves: dict[str, tuple[Any, ...]], before: Reading | None, after: Reading | None) -> None:
    """Only an app within the other reading's depth came or left."""
    deep = {"new": (1, before), "unseen_before": (1, before), "left": (0, after), "unseen_after": (0, after)}
    for *ranks, climbed, move in moves.values():
        assert (climbed is None) is (move in deep)
        if move in deep:
            side, other = deep[move]
            surely = other is not None and ranks[side] <= other.depth
            assert surely is (move in {"new", "left"}), (ranks, move, other)


def everything(house: Warehouse, country: str) -> list[Rows]:
    """All that the questions on places answer of one country."""
    asked: dict[str, Any] = CHART | DAYS | {"country": country}
    answers = [
        questions.head_to_head(house, **asked, apps=APPS),
        questions.rank_summary(house, **asked, apps=APPS),
        questions.rank_history(house, **asked, apps=APPS, each="readings"),
        questions.rank_history(house, **asked, apps=APPS, each="daily"),
        questions.complete_readings(house, **asked),
        questions.coverage_by_day(house, **asked),
    ]
    return [tuples(answer, ", ".join(answer.columns)) for answer in answers]


@pytest.mark.soak
@warehouses(at_length(2))
@given(CASES, st.integers(2, 3), st.randoms(use_true_random=False))
def test_the_order_in_which_snapshots_were_laid_changes_nothing(
    cases: Cases, ingests: int, dice: Any
) -> None:
    shuffled = [dice.sample(case, len(case)) for case in cases]
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        plain, mixed = store_cases(one, cases), store_cases(other, shuffled, ingests)
        for country in COUNTRIES[:2]:
            assert everything(plain, country) == everything(mixed, country), country
        countries = questions.rank_by_country_and_day(mixed, **CHART, countries=COUNTRIES, **DAYS, apps=APPS)
        assert countries.equals(
            questions.rank_by_country_and_day(plain, **CHART, countries=COUNTRIES, **DAYS, apps=APPS)
        )


@pytest.mark.soak
@warehouses(at_length(3))
@given(CASES)
def test_each_day_of_a_history_is_the_last_of_its_readings_and_runs_fit_their_days(cases: Cases) -> None:
    with TemporaryDirectory() as folder:
        house = store_cases(folder, cases)
        for country, case in zip(COUNTRIES[:2], cases, strict=False):
            asked: dict[str, Any] = CHART | DAYS | {"country": country, "apps": APPS}
            columns = "app, observed_at, collection, rank, of_day"
            each = tuples(questions.rank_history(house, **asked, each="readings"), columns)
            daily = tuples(questions.rank_history(house, **asked, each="daily"), columns)
            assert daily == list({(app, at.date()): (app, at, *rest) for app, at, *rest in each}.values())
            assert sum(row[-1] for row in daily) == len(each)
            ranks = [row[3] for row in daily]
            summary = "days_at_1, run_at_1, days_top_3, days_top_10, days_observed, days_ever_at_1"
            rows = tuples(questions.rank_summary(house, **asked), summary)
            assert sum(row[0] for row in rows) == ranks.count(1)
            for at_1, run, top_3, top_10, days, ever in rows:
                assert run <= at_1 <= top_3 <= top_10 <= days <= days_read(case)
                assert at_1 <= ever <= days
                assert (run == 0) is (at_1 == 0)
