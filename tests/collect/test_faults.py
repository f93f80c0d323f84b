"""Faults of the stores: what is refused, what is kept, what is said, how often it was asked.

One run meets all faults, each in a country of its own: no fault may touch another country.
"""

import io
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass

import pytest

from dashboard.collect.__main__ import main
from dashboard.warehouse.warehouse import Warehouse
from tests.collect.collecting import MARKETING, PRODUCTIVITY, QUICK, Collecting, prepared
from tests.helpers.datasets import open_warehouse, vocabulary
from tests.helpers.tables import Rows, view_rows
from tests.store import StoreServer, faults
from tests.store.fault import Fault

pytestmark = pytest.mark.slow

TRIES = 3


@dataclass(frozen=True)
class Case:
    """A fault, the chart that it strikes, and what must come of it."""

    fault: Fault
    chart: str
    outcome: str = "kept"
    reason: str = ""
    tries: int = 1

    def __str__(self) -> str:
        return f"{self.fault} of {'a category' if self.chart == PRODUCTIVITY else 'the overall chart'}"


REFUSED = [
    Case(faults.BadGateway(), MARKETING, "unreached", "busy", TRIES),
    Case(faults.ServiceUnavailable(retry_after=0), MARKETING, "unreached", "busy", TRIES),
    Case(faults.ServiceUnavailable(retry_after=3600), MARKETING, "unreached", "busy", 1),
    Case(faults.TooManyRequests(retry_after=3600), MARKETING, "unreached", "busy", 1),
    Case(faults.NeverAnswers(), MARKETING, "unreached", "timeout", TRIES),
    Case(faults.StallsMidway(), MARKETING, "unreached", "timeout", TRIES),
    Case(faults.SlowBody(), MARKETING, "unreached", "slow", TRIES),
    Case(faults.Reset(), MARKETING, "unreached", "cut", TRIES),
    Case(faults.CutConnection(), MARKETING, "unreached", "cut", TRIES),
    Case(faults.CutBody(), MARKETING, "refused", "not_json", TRIES),
    Case(faults.HtmlPage(), MARKETING, "refused", "not_json", TRIES),
    Case(faults.HtmlPage(as_json=True), PRODUCTIVITY, "refused", "not_json", TRIES),
    Case(faults.EmptyBody(), MARKETING, "refused", "empty", TRIES),
    Case(faults.EmptyFeed(), MARKETING, "refused", "empty", TRIES),
    Case(faults.EmptyFeed(), PRODUCTIVITY, "refused", "empty", TRIES),
    Case(faults.NoFeed(), MARKETING, "refused", "not_a_feed", TRIES),
    Case(faults.EntryAsObject(), PRODUCTIVITY, "refused", "shrunk", 1),
    Case(faults.BadUtf8(), MARKETING, "refused", "encoding", TRIES),
    Case(faults.GarbageGzip(), MARKETING, "refused", "encoding", TRIES),
    Case(faults.CutGzip(), MARKETING, "unreached", "cut", TRIES),
    Case(faults.GzipBomb(), MARKETING, "refused", "too_large", 1),
    Case(faults.Huge(), MARKETING, "refused", "too_large", 1),
    Case(faults.EndlessBody(), MARKETING, "refused", "too_large", 1),
    Case(faults.RedirectElsewhere(), MARKETING, "refused", "moved", 1),
    Case(faults.NotFound(), MARKETING, "refused", "status", 1),
    Case(faults.NotModified(), MARKETING, "refused", "status", 1),
    Case(faults.RepeatedApp(), MARKETING, "refused", "repeated_app", 1),
    Case(faults.RepeatedApp(), PRODUCTIVITY, "refused", "repeated_app", 1),
    Case(faults.WrongCountry(), MARKETING, "refused", "wrong_country", 1),
    Case(faults.WrongCountry(), PRODUCTIVITY, "refused", "wrong_country", 1),
    Case(faults.WrongChart(), MARKETING, "refused", "wrong_chart", 1),
    Case(faults.WrongChart(), PRODUCTIVITY, "refused", "wrong_chart", 1),
    Case(faults.FromTheFuture(), MARKETING, "refused", "time", 1),
    Case(faults.MonthsOld(), PRODUCTIVITY, "refused", "time", 1),
    Case(faults.UnreadableTime(), PRODUCTIVITY, "refused", "time", 1),
]
HARMLESS = [
    Case(faults.LeadingNewlines(), MARKETING),
    Case(faults.ByteOrderMark(), MARKETING),
    Case(faults.MissingGenres(), MARKETING),
    Case(faults.EmptyGenres(), MARKETING),
    Case(faults.InternalAddress(), PRODUCTIVITY),
]


WELL = ["fr", "us"]
CHARTS = 4  # asked of each country
ABROAD = [code for code in vocabulary().storefronts if code not in WELL]
STRUCK = dict(zip([*REFUSED, *HARMLESS], ABROAD, strict=True))


@dataclass(frozen=True)
class Run:
    """The outcome of one run against a store full of faults."""

    code: int
    said: str
    asked: list[str]
    house: Warehouse

    def attempts(self, url: str) -> Rows:
        return view_rows(self.house, "attempts", "outcome, reason, tries", f"contains(url, '{url}')")

    def readings(self, country: str) -> int:
        return len(view_rows(self.house, "chart_readings", "chart", f"country = '{country}'"))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    data = prepared(tmp_path_factory.mktemp("faults"))
    countries = [*WELL, *STRUCK.values()]
    with StoreServer(day=100) as store, pytest.MonkeyPatch.context() as patch:
        for case, country in STRUCK.items():
            store.misbehave(case.chart.format(country), case.fault)
        settings = {f"PALMARES_{name}": value for name, value in QUICK.items()} | store.settings
        for name, value in (settings | {"PALMARES_DATA": str(data)}).items():
            patch.setenv(name, value)
        with redirect_stdout(io.StringIO()) as said:
            words = [word for country in countries for word in ("--country", country)]
            code = main(["run", "--only", "charts", *words])
        yield Run(code, said.getvalue(), [one.path for one in store.asked], open_warehouse(data))


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_a_fault_refuses_that_reading_only_and_is_recorded(run: Run, case: Case) -> None:
    country, url = STRUCK[case], case.chart.format(STRUCK[case])
    assert run.attempts(url) == [(case.outcome, case.reason, case.tries)]
    assert sum(url in path for path in run.asked) == case.tries
    assert run.readings(country) == CHARTS - 1
    assert any(
        line.startswith(f"{case.outcome}: apple-") and f" {country} " in line and f": {case.reason} (" in line
        for line in run.said.splitlines()
    )


@pytest.mark.parametrize("case", HARMLESS, ids=str)
def test_an_oddity_of_the_feeds_is_no_fault(run: Run, case: Case) -> None:
    assert run.attempts(case.chart.format(STRUCK[case])) == [("kept", "", 1)]
    assert run.readings(STRUCK[case]) == CHARTS


def test_the_other_countries_are_read_whole_and_the_run_says_that_it_went_partly_well(run: Run) -> None:
    assert [run.readings(country) for country in WELL] == [CHARTS, CHARTS]
    assert run.code == 1


@pytest.mark.parametrize("fault", [faults.BadGateway(), faults.ServiceUnavailable(1), faults.HtmlPage()])
def test_a_passing_fault_is_got_over(collecting: Collecting, fault: Fault) -> None:
    collecting.store.misbehave(MARKETING.format("fr"), fault, times=2)
    assert collecting.run()[0] == 0
    assert [row[1:] for row in collecting.outcomes(MARKETING.format("fr"))] == [("kept", "", 3)]


def test_a_store_that_answers_nothing_gives_nothing_and_is_left_alone(collecting: Collecting) -> None:
    collecting.store.misbehave("/", faults.NeverAnswers())
    collecting.set(TIMEOUT="0.05", TRIES="1")
    code, said = collecting.run(country="fr us gb")
    assert code == 2, said
    assert len(collecting.store.asked) == 5
    reasons = [row[2] for row in collecting.outcomes("/")]
    assert (reasons.count("timeout"), reasons.count("given_up")) == (5, 7)
    assert collecting.names("charts") == []


def test_a_redirect_is_never_followed_to_another_host(collecting: Collecting) -> None:
    collecting.store.misbehave("/marketing/", faults.RedirectElsewhere())
    collecting.run()
    assert not [asked for asked in collecting.store.asked if "/elsewhere" in asked.path]
