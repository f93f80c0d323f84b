"""The most downloads claimed are those of the reference, whatever is claimed."""

from datetime import timedelta
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from dashboard.warehouse import questions
from tests.helpers.soak import warehouses
from tests.helpers.tables import tuples
from tests.queries.launch_claims import ZERO
from tests.reference import downloads
from tests.reference.random_claims import APPS, DATABASES, EVERY, Case, store_cases


@warehouses(DATABASES)
@given(EVERY, st.integers(0, 60))
def test_the_most_downloads_claimed_take_periods_as_floors_and_no_undated_claim(
    cases: list[Case], days: int
) -> None:
    until = ZERO + timedelta(days)
    with TemporaryDirectory() as folder:
        house, data = store_cases(folder, cases)
        answer = tuples(questions.most_downloads(house, apps=APPS, until=until), "app, claim_id")
        for app, case in zip(APPS, cases, strict=True):
            expected = [row["claim_id"] for row in downloads.most_claimed(data, app, until)]
            assert [claim for one, claim in answer if one == app] == expected, f"{app} by {until}: {case}"
