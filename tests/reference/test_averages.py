"""Averages a day are those of the reference, whatever is claimed."""

from datetime import date
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given

from dashboard.warehouse import questions
from tests.helpers.soak import warehouses
from tests.helpers.tables import tuples
from tests.reference import averages
from tests.reference.random_claims import APPS, DATABASES, EVERY, Case, store_cases

ALWAYS: dict[str, Any] = {"since": date(2000, 1, 1), "until": date(2100, 1, 1)}
RACE: dict[str, Any] = {"apps": APPS, "platform": "all", "scope": "world"}
Rates = dict[str, Any]


def near(said: Rates) -> Rates:
    return {claim: pytest.approx(rate) for claim, rate in said.items()}


@warehouses(DATABASES)
@given(EVERY)
def test_an_average_divides_by_the_days_that_its_own_claim_spans(cases: list[Case]) -> None:
    with TemporaryDirectory() as folder:
        house, data = store_cases(folder, cases)
        answer = questions.average_rates(house, **RACE)
        since, between = averages.since_launch(data), averages.between_counts(data)
    rows = tuples(answer, "claim_id, since_launch, least, most")
    assert {row[0]: row[2:] for row in rows if row[1]} == near(rates(since)), cases
    assert {row[0]: row[2:] for row in rows if not row[1]} == near(rates(between)), cases


@warehouses(DATABASES)
@given(EVERY)
def test_the_average_of_a_period_divides_by_its_true_length(cases: list[Case]) -> None:
    with TemporaryDirectory() as folder:
        house, data = store_cases(folder, cases)
        answer = questions.period_downloads(house, apps=APPS, platform="all", scope="world", **ALWAYS)
        periods = averages.of_periods(data)
    rows = [row for row in tuples(answer, "claim_id, least, most") if row[1] is not None]
    assert {row[0]: row[1:] for row in rows} == near(rates(periods)), cases


def rates(found: list[averages.Average]) -> Rates:
    return {one.claim_id: (one.least, one.most) for one in found}
