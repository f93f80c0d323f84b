"""Apple's lookup: the listings of some ids in one storefront."""

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit
from zlib import crc32

from tests.store.answers import Content
from tests.store.questions import Moment, Question
from tests.store.readings import Place, ask, every_app


@lru_cache
def counts() -> dict[str, tuple[int, float]]:
    """Rating count and average by id, as last read in Norway."""
    rows = ask("counts.sql", "ratings")
    return {str(app_id): (int(str(count)), float(str(average))) for app_id, count, average in rows}


@dataclass(frozen=True)
class Lookup(Question):
    """`/lookup?id=a,b,c&country=fr`; ids that no reading of ours names are unknown and left out."""

    ids: tuple[str, ...]
    country: str
    path = re.compile(r"/itunes/lookup\?.*")
    content_type = "text/javascript; charset=utf-8"
    lead = b"\n\n\n"

    @classmethod
    def read(cls, found: re.Match[str], when: Moment) -> Self:
        query = parse_qs(urlsplit(found[0]).query)
        ids = ",".join(query.get("id", [])).split(",")
        return cls(when, tuple(dict.fromkeys(ids)), query.get("country", ["us"])[0].lower())

    def content(self) -> Content:
        there = [every_app()[one] for one in self.ids if one in every_app() and one not in self.when.removed]
        return {"resultCount": len(there), "results": [self._listing(place) for place in there]}

    def _listing(self, place: Place) -> dict[str, Any]:
        count, average = self.ratings(place.app_id)
        return {
            "wrapperType": "software",
            "kind": "software",
            "trackId": int(place.app_id),
            "trackName": place.name,
            "bundleId": f"synthetic.{place.app_id}",
            "averageUserRating": average,
            "userRatingCount": count,
            "version": f"1.{self.when.day}",
            "currentVersionReleaseDate": f"{self.updated - timedelta(days=2):%Y-%m-%dT%H:%M:%SZ}",
            "releaseDate": "2020-01-01T08:00:00Z",
            "price": 0.0,
            "formattedPrice": {"fr": "Gratuit"}.get(self.country, "Free"),
            "currency": "EUR",
            "primaryGenreName": "Productivity",
            "genreIds": ["6007", "6002"],
            "languageCodesISO2A": ["EN", "FR"],
            "fileSizeBytes": str(50_000_000 + crc32(place.app_id.encode()) % 10**8),
            "minimumOsVersion": "17.0",
            "trackViewUrl": f"https://apps.apple.com/{self.country}/app/synthetic/id{place.app_id}?uo=4",
        }

    def ratings(self, app_id: str) -> tuple[int, float]:
        """Norway's last count and average, others synthetic; each storefront adds its own, each day a little."""
        count, average = counts().get(app_id, (crc32(app_id.encode()) % 10**5, 4.5))
        return count + crc32(self.country.encode()) % 10**5 + 10 * self.when.day, average
