"""Random links of all pages, in both languages, on what the data holds."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from tests.reference.draw import wording
from tests.reference.ranks import Chart, charts
from tests.reference.snapshots import Snapshots

PAGES = ("overview", "launch", "rank", "competitors", "brief", "sources")
ASSISTANTS = [app["id"] for app in wording.catalog()["apps"] if app["kind"] == "assistant"]
GOALS, DAYS = (10_000, 100_000, 500_000, 1_000_000, 10_000_000, 100_000_000), (7, 14, 18, 30, 60, 100, 365)
CHOICES = {
    "day0": ("press", "press", "web", "ios", "android", "country"),
    "platform": ("all", "all", "all", "ios", "android"),
    "area": ("world", "world", "world", "country"),
    "races": ("every", "equal"),
    "metric": ("mau", "mau", "wau", "dau"),
    "rating": ("count", "average", "weekly"),
    "each": ("readings", "daily"),
    "world": ("table", "map", "lines"),
    "tab": (
        *("reported", "events", "days", "downloads", "ratings", "features"),
        *("claims", "freshness", "definitions"),
    ),
}


@dataclass(frozen=True)
class Link:
    """A page and what its address asks for."""

    page: str
    data: Snapshots = field(repr=False)
    query: dict[str, str]

    def __str__(self) -> str:
        path = "" if self.page == "overview" else self.page
        return f"/{path}?" + "&".join(f"{name}={value}" for name, value in self.query.items())

    def __getattr__(self, name: str) -> str:
        if name.startswith("_") or name not in self.query:
            raise AttributeError(name)
        return self.query[name]

    @property
    def since(self) -> date:
        return date.fromisoformat(self.query["from"])

    @property
    def until(self) -> date:
        return date.fromisoformat(self.query["to"])

    @property
    def days(self) -> int:
        return (self.until - self.since).days + 1

    @cached_property
    def chosen(self) -> list[str]:
        return self.query["apps"].split(",")

    @cached_property
    def compared(self) -> list[str]:
        return list(dict.fromkeys([self.chosen[0], *self.query["rivals"].split(",")]))

    @property
    def chart_read(self) -> Chart:
        return Chart(*(self.query[name] for name in ("country", "store", "chart", "category")))

    @property
    def scope(self) -> str:
        return self.query["country"] if self.query["area"] == "country" else self.query["area"]


def draw(data: Snapshots, page: str, rng: random.Random) -> Link:
    """A random link of a page."""
    chart = rng.choice([one for one in charts(data) if one.chart == "top-free"])
    apps = rng.sample(ASSISTANTS[:9], rng.randint(1, 5))
    rivals = rng.sample([app for app in ASSISTANTS[:9] if app != apps[0]], rng.randint(1, 3))
    since, until = _days(data, chart, page, rng)
    goal, day = str(rng.choice(GOALS)), str(rng.choice(DAYS))
    query = {"v": "1", "lang": rng.choice(("en", "fr")), "country": chart.country, "store": chart.store}
    query |= {"chart": chart.chart, "category": chart.category, "from": since, "to": until}
    query |= {"apps": ",".join(apps), "rivals": ",".join(rivals), "goal": goal, "day": day}
    query |= {name: rng.choice(values) for name, values in CHOICES.items()}
    return Link(page, data, query)


def _days(data: Snapshots, chart: Chart, page: str, rng: random.Random) -> tuple[str, str]:
    """All days, or some about the days read."""
    if page in ("launch", "sources") or rng.random() < 0.5:
        return "2023-03-27", "2026-10-10"
    last = max(row["observed_at"].date() for row in data.rows("charts"))
    since = last - timedelta(days=rng.randint(0, 900))
    return str(since), str(min(since + timedelta(days=rng.randint(30, 600)), last))
