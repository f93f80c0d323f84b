"""Apple's legacy feed: charts overall and by genre, for iPhone and iPad."""

import re
from dataclasses import dataclass
from typing import Any, Self
from zoneinfo import ZoneInfo

from tests.store.answers import Content, Refusal, text
from tests.store.questions import CODES, GENRES, ChartQuestion, Moment
from tests.store.readings import Place

MOST = 200
PACIFIC = ZoneInfo("America/Los_Angeles")
TITLES = {"free": "Top Free", "paid": "Top Paid", "grossing": "Top Grossing"}


@dataclass(frozen=True)
class Legacy(ChartQuestion):
    """`/{country}/rss/top{free|paid|grossing}[ipad]applications/limit={n}[/genre={genre}]/json`.

    Of genres other than GENRES the store holds nothing.
    """

    genre: int | None = None
    path = re.compile(
        r"/itunes/(?P<country>[a-z]{2})/rss/(?P<chart>top(?:free|paid|grossing)(?:ipad)?)applications"
        r"/limit=(?P<limit>\d+)(?:/genre=(?P<genre>\d+))?/json(?:\?.*)?"
    )
    content_type = "text/javascript; charset=UTF-8"

    @classmethod
    def read(cls, found: re.Match[str], when: Moment) -> Self:
        if int(found["limit"]) > MOST:
            raise Refusal(text(400, "The limit is too large"))
        genre = int(found["genre"]) if found["genre"] else None
        category = CODES.get(genre, "") if genre else "all"
        chart = found["chart"].replace("top", "top-", 1)
        return cls(when, found["country"], chart, category, int(found["limit"]), genre=genre)

    @property
    def address(self) -> str:
        chart = self.chart.replace("-", "") + "applications"
        genre = f"/genre={self.genre}" if self.genre else ""
        return f"https://itunes.apple.com/{self.country}/rss/{chart}/limit={self.limit}{genre}/json"

    def content(self) -> Content:
        entries = [self._entry(place) for place in self.places()]
        there = {"entry": entries if len(entries) > 1 else entries[0]} if entries else {}
        feed = {
            "author": {"name": {"label": "iTunes Store"}, "uri": {"label": "http://www.apple.com/itunes/"}},
            **there,
            "updated": {"label": self.updated.astimezone(PACIFIC).isoformat(timespec="seconds")},
            "rights": {"label": "Synthetic rights"},
            "title": {"label": f"iTunes Store: {self._title()}"},
            "icon": {"label": "http://itunes.apple.com/favicon.ico"},
            "link": [{"attributes": {"rel": "self", "href": self.address}}],
            "id": {"label": self.address},
        }
        return {"feed": feed}

    def _title(self) -> str:
        kind = self.chart.removeprefix("top-")
        device = "iPad " if kind.endswith("ipad") else ""
        genre = f" in {GENRES.get(self.genre, self.genre)}" if self.genre else ""
        return f"{TITLES[kind.removesuffix('ipad')]} {device}Applications{genre}"

    def _entry(self, place: Place) -> dict[str, Any]:
        """Id and name are real; our readings hold no artist, bundle, date, genre or picture."""
        genre = self.genre or 6008
        name = GENRES.get(genre, "Synthetic genre")
        address = f"https://apps.apple.com/{self.country}/app/synthetic/id{place.app_id}?uo=2"
        return {
            "im:name": {"label": place.name},
            "im:image": [
                {"label": f"https://example.org/{place.app_id}.png", "attributes": {"height": "53"}}
            ],
            "im:price": {"label": "Get", "attributes": {"amount": "0.00", "currency": "EUR"}},
            "im:contentType": {"attributes": {"term": "Application", "label": "Application"}},
            "title": {"label": f"{place.name} - Synthetic artist"},
            "link": {"attributes": {"rel": "alternate", "type": "text/html", "href": address}},
            "id": {
                "label": address,
                "attributes": {"im:id": place.app_id, "im:bundleId": f"synthetic.{place.app_id}"},
            },
            "im:artist": {"label": "Synthetic artist"},
            "category": {"attributes": {"im:id": str(genre), "term": name, "label": name}},
            "im:releaseDate": {"label": "2020-01-01T00:00:00-07:00"},
        }
