"""Which launch days are counted from."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tests.reference.dates import Span, span
from tests.reference.snapshots import Row, Snapshots


@dataclass(frozen=True)
class Launch:
    """One launch of an app on a platform in a place."""

    launch_id: str
    app: str
    platform: str
    place: str
    on: str
    days: Span
    basis: str

    @property
    def trust(self) -> tuple[bool, bool, date, str]:
        """A day before a month, an announcement before the store's own date, the earlier first."""
        return (
            self.days.first != self.days.last,
            self.basis == "store_release",
            self.days.first,
            self.launch_id,
        )

    @property
    def order(self) -> tuple[date, str]:
        return self.days.last, self.launch_id


@lru_cache(maxsize=8)
def launches(data: Snapshots) -> list[Launch]:
    """Every launch; an id that served another app before is none."""
    return [_launch(row) for row in data.claims("launches") if row["basis"] != "reused_id"]


@lru_cache(maxsize=8)
def _by_app(data: Snapshots) -> dict[str, list[Launch]]:
    found: dict[str, list[Launch]] = {}
    for one in launches(data):
        found.setdefault(one.app, []).append(one)
    return found


def of_app(data: Snapshots, app: str) -> list[Launch]:
    """Every launch of one app."""
    return _by_app(data).get(app, [])


def _launch(row: Row) -> Launch:
    days = span(row["launched_on"])
    assert days is not None
    named = (row["launch_id"], row["app"], row["platform"], row["scope"], row["launched_on"])
    return Launch(*named, days, row["basis"])


def on_platform(data: Snapshots, app: str, platform: str) -> Launch | None:
    """The launch of an app on one platform, wherever it was."""
    mine = (one for one in of_app(data, app) if one.platform == platform)
    return min(mine, key=lambda one: one.trust, default=None)


def first_app(data: Snapshots, app: str) -> Launch | None:
    """The launch that the press counts from: the first on any platform but the web."""
    each = [on_platform(data, app, platform) for platform in ("ios", "android")]
    return min((one for one in each if one), key=lambda one: one.order, default=None)


def chosen(data: Snapshots, app: str, choice: str, storefront: str) -> Launch | None:
    """The launch that a reader chose to count from; None where there is none, and for the press's."""
    if choice in ("web", "ios", "android"):
        return on_platform(data, app, choice)
    if choice == "country":
        return _in(data, app, storefront) or _in(data, app, "world")
    return None


def _in(data: Snapshots, app: str, place: str) -> Launch | None:
    """The first launch of an app in one place, of the best launch of each platform there."""
    there = [one for one in of_app(data, app) if one.place == place and one.platform != "web"]
    best = [
        min((one for one in there if one.platform == platform), key=lambda one: one.trust)
        for platform in {one.platform for one in there}
    ]
    return min(best, key=lambda one: one.order, default=None)


def distances(data: Snapshots, app: str, storefront: str) -> list[int]:
    """By how many days the other launches lie from the first: at least and at most, where a source gives a month."""
    usual = first_app(data, app)
    others = [chosen(data, app, choice, storefront) for choice in ("web", "ios", "android", "country")]
    if usual is None:
        return []
    known = [one for one in others if one]
    fewest = [abs((usual.days.first - one.days.last).days) for one in known]
    return fewest + [abs((usual.days.last - one.days.first).days) for one in known]
