"""Apple's marketing feed, version 2."""

import re
from dataclasses import dataclass
from email.utils import format_datetime
from typing import Any, Self

from tests.store.answers import Content, Refusal, text
from tests.store.questions import ChartQuestion, Moment
from tests.store.readings import Place

MOST = 100


@dataclass(frozen=True)
class Marketing(ChartQuestion):
    """`.../{country}/apps/{chart}/{limit}/apps.json`; a query is ignored, as a genre is by Apple."""

    path = re.compile(
        r"/marketing/api/v2/(?P<country>[a-z]{2})/apps/(?P<chart>top-free|top-paid)/(?P<limit>\d+)"
        r"/apps\.json(?:\?.*)?"
    )
    content_type = "application/json"

    @classmethod
    def read(cls, found: re.Match[str], when: Moment) -> Self:
        if int(found["limit"]) > MOST:
            raise Refusal(text(500, "Internal Server Error"))
        return cls(when, found["country"], found["chart"], "all", int(found["limit"]))

    @property
    def address(self) -> str:
        host = "https://rss.marketingtools.apple.com"
        return f"{host}/api/v2/{self.country}/apps/{self.chart}/{self.limit}/apps.json"

    def content(self) -> Content:
        feed = {
            "title": {"top-free": "Top Free Apps", "top-paid": "Top Paid Apps"}[self.chart],
            "id": self.address,
            "author": {"name": "Apple", "url": "https://www.apple.com/"},
            "links": [{"self": self.address}],
            "copyright": "Synthetic rights",
            "country": self.country,
            "icon": "https://www.apple.com/favicon.ico",
            "updated": format_datetime(self.updated),
            "results": [_result(place, self.country) for place in self.places()],
        }
        return {"feed": feed}


def _result(place: Place, country: str) -> dict[str, Any]:
    """Id and name are real; our readings hold no artist, date, genre or picture."""
    return {
        "artistName": "Synthetic artist",
        "id": place.app_id,
        "name": place.name,
        "releaseDate": "2020-01-01",
        "kind": "apps",
        "artworkUrl100": f"https://example.org/{place.app_id}/100x100bb.png",
        "genres": [{"genreId": "6008", "name": "Photo & Video", "url": "https://example.org/6008"}],
        "url": f"https://apps.apple.com/{country}/app/synthetic/id{place.app_id}",
    }
