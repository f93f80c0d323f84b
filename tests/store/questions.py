"""The questions that the store answers: each is a frozen value, and its content depends on nothing else."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Self

from tests.store import readings
from tests.store.answers import Content

GENRES = {6007: "Productivity", 6008: "Photo & Video", 6002: "Utilities"}
CODES = {6007: "productivity", 6008: "photo-video", 6002: "utilities"}


@dataclass(frozen=True)
class Moment:
    """When a question is asked: the store's clock, which day of readings it shows, and what it took down."""

    at: datetime
    day: int
    removed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Question:
    """Something asked; `lead` comes before the JSON of its content."""

    when: Moment
    path: ClassVar[re.Pattern[str]]
    content_type: ClassVar[str]
    lead: ClassVar[bytes] = b""

    @property
    def updated(self) -> datetime:
        """Stores renew their answers now and then: here at each full hour of their clock."""
        return self.when.at.replace(minute=0, second=0, microsecond=0)

    @classmethod
    def read(cls, found: re.Match[str], when: Moment) -> Self:
        """The question in a path that `cls.path` matches; raises Refusal as the store refuses."""
        raise NotImplementedError

    def content(self) -> Content:
        """What is answered; raises Refusal where the store holds nothing."""
        raise NotImplementedError


@dataclass(frozen=True)
class ChartQuestion(Question):
    """A chart of one storefront: `category` is a catalogue code, empty for one that the store does not hold.

    A `stranger` shows apps that this chart never holds.
    """

    country: str
    chart: str
    category: str
    limit: int
    stranger: bool = False

    def places(self) -> list[readings.Place]:
        if not self.category:
            return []
        named = (self.country, self.chart, self.category)
        shown = readings.strangers(*named) if self.stranger else readings.places(*named, self.when.day)
        return [place for place in shown if place.app_id not in self.when.removed][: self.limit]


def days_between(first: datetime, last: datetime) -> list[datetime]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
