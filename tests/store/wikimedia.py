"""Wikimedia's daily page views of one article. All counts are synthetic: an article's own, each day another."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from urllib.parse import unquote
from zlib import crc32

from tests.store.answers import Content, Refusal, problem
from tests.store.questions import Moment, Question, days_between

FIRST = datetime(2015, 7, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Views(Question):
    """`.../per-article/{project}/{access}/{agent}/{article}/daily/{from}/{to}`, days as YYYYMMDD or YYYYMMDD00.

    There is data from 2015-07-01 to the day before the store's clock, of every article but those removed.
    """

    project: str
    access: str
    agent: str
    article: str
    since: datetime
    until: datetime
    path = re.compile(
        r"/wikimedia/api/rest_v1/metrics/pageviews/per-article/(?P<project>[a-z-]+\.[a-z.]+)"
        r"/(?P<access>all-access|desktop|mobile-app|mobile-web)/(?P<agent>all-agents|user|spider|automated)"
        r"/(?P<article>[^/]+)/daily/(?P<since>\d{8})(?:00)?/(?P<until>\d{8})(?:00)?(?:\?.*)?"
    )
    content_type = "application/json"

    @classmethod
    def read(cls, found: re.Match[str], when: Moment) -> Self:
        try:
            since, until = _day(found["since"]), _day(found["until"])
        except ValueError as error:
            raise Refusal(problem(400, f"A day is none: {error}", found[0])) from error
        if since > until:
            raise Refusal(problem(400, "The first day is after the last", found[0]))
        article = unquote(found["article"]).replace(" ", "_")
        return cls(when, found["project"], found["access"], found["agent"], article, since, until)

    def content(self) -> Content:
        yesterday = self.when.at - timedelta(days=1)
        days = days_between(max(self.since, FIRST), min(self.until, yesterday))
        if not days or self.article in self.when.removed:
            raise Refusal(problem(404, "There is no data for these days", self.address))
        return {"items": [self._item(day) for day in days]}

    @property
    def address(self) -> str:
        span = f"{self.since:%Y%m%d}00/{self.until:%Y%m%d}00"
        return f"/pageviews/per-article/{self.project}/{self.access}/{self.agent}/{self.article}/daily/{span}"

    def _item(self, day: datetime) -> dict[str, Any]:
        return {
            "project": self.project,
            "article": self.article,
            "granularity": "daily",
            "timestamp": f"{day:%Y%m%d}00",
            "access": self.access,
            "agent": self.agent,
            "views": 1 + crc32(f"{self.project} {self.article} {day:%Y%m%d}".encode()) % 5000,
        }


def _day(digits: str) -> datetime:
    return datetime.strptime(digits, "%Y%m%d").replace(tzinfo=UTC)
