"""Faults of understanding: a well-formed answer to another question than the one asked."""

from dataclasses import dataclass, replace
from datetime import timedelta

from tests.store.fault import Fault
from tests.store.legacy import Legacy
from tests.store.lookup import Lookup
from tests.store.marketing import Marketing
from tests.store.questions import ChartQuestion, Question


@dataclass(frozen=True)
class WrongCountry(Fault):
    """Another storefront's list and address, or its listings."""

    country: str = "us"

    def question(self, question: Question) -> Question:
        assert isinstance(question, ChartQuestion | Lookup), "page views have no storefront"
        return replace(question, country=self.country)


@dataclass(frozen=True)
class WrongChart(Fault):
    """Another chart with its own address: paid for free, free for paid; in the legacy feed `genre`, if given."""

    genre: int | None = None

    def question(self, question: Question) -> Question:
        other = {"top-free": "top-paid", "top-paid": "top-free", "top-grossing": "top-free"}
        assert isinstance(question, Legacy | Marketing), "only charts can be mistaken"
        if self.genre is None:
            return replace(question, chart=other[question.chart])
        assert isinstance(question, Legacy), "the marketing feed has no genres"
        return replace(question, genre=self.genre)


@dataclass(frozen=True)
class YesterdayAgain(Fault):
    """The list of the day before, under today's `updated`."""

    days: int = 1

    def question(self, question: Question) -> Question:
        return replace(question, when=replace(question.when, day=question.when.day - self.days))


@dataclass(frozen=True)
class NothingShared(Fault):
    """Real apps, none of which this chart holds on any day."""

    def question(self, question: Question) -> Question:
        assert isinstance(question, ChartQuestion), "only charts share places"
        return replace(question, stranger=True)


@dataclass(frozen=True)
class FromTheFuture(Fault):
    """`updated` is `ahead` of the store's clock."""

    ahead: timedelta = timedelta(days=2)

    def question(self, question: Question) -> Question:
        return replace(question, when=replace(question.when, at=question.when.at + self.ahead))


@dataclass(frozen=True)
class MonthsOld(Fault):
    """`updated` lies `behind` the store's clock."""

    behind: timedelta = timedelta(days=90)

    def question(self, question: Question) -> Question:
        return replace(question, when=replace(question.when, at=question.when.at - self.behind))
