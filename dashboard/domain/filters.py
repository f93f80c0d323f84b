"""The link: Filters to query parameters and back, and what was wrong with a link.

Codes, never labels; absolute dates; every value written, defaults too, and the version of this
grammar. A bad value never raises and never changes another: its default stands in, and a Notice
says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from dashboard.domain.catalog import Catalog
from dashboard.domain.options import FIRST, LAST
from dashboard.domain.url import VERSION, InvalidValueError, Parameter, is_tracker, url_parameters

MAX_VALUE_LENGTH = 400  # characters of one value; no honest link comes near
MAX_ECHO = 60  # characters of a refused value that a notice repeats


@dataclass(frozen=True)
class Filters:
    """What the reader sees, in days of UTC, both ends included.

    `as_of` pins it to a moment (UTC); None follows new data.
    """

    lang: str
    country: str
    store: str
    chart: str
    category: str
    since: date
    until: date
    apps: tuple[str, ...]
    rivals: tuple[str, ...]
    day0: str = "press"
    goal: int = 1_000_000
    day: int = 14
    platform: str = "all"
    area: str = "world"
    races: str = "every"
    benchmarks: tuple[str, ...] = ()
    scale: str = "log"
    metric: str = "mau"
    sort: str = "best"
    tab: str = "reported"
    align: str = "launch"
    rating: str = "count"
    wiki: str = "fr"
    each: str = "readings"
    world: str = "table"
    focus: str = FIRST
    before: datetime | str = FIRST
    after: datetime | str = LAST
    as_of: datetime | None = None

    def compared_apps(self) -> tuple[str, ...]:
        """The first chosen assistant and those it is held against."""
        return tuple(dict.fromkeys((self.apps[0], *self.rivals)))

    def focused_app(self) -> str:
        """The assistant that a figure of one assistant shows."""
        return self.apps[0] if self.focus not in self.apps else self.focus

    def chart_params(self) -> dict[str, Any]:
        """The chart as questions take it."""
        return {name: getattr(self, name) for name in ("country", "store", "chart", "category")}

    def launch_params(self) -> dict[str, Any]:
        """The launches that are compared, as questions take them: whose, from which day 0, where."""
        place = self.country if self.area == "country" else self.area
        apps = tuple(dict.fromkeys((*self.apps, *self.benchmarks)))
        counted = {"apps": apps, "day0": self.day0, "country": self.country}
        return counted | {"platform": self.platform, "scope": place}

    def day_params(self) -> dict[str, Any]:
        """The days as questions take them."""
        return {"since": self.since, "until": self.until}


@dataclass(frozen=True)
class UrlProblem:
    """A parameter that could not be followed: what it said, a code why not, what is shown instead."""

    name: str
    value: str
    reason: str
    shown: str = ""


def default_filters(catalog: Catalog, lang: str, since: date, until: date) -> Filters:
    """What a bare address shows."""
    chart = (catalog.default_country, catalog.default_store, catalog.default_chart, catalog.default_category)
    return Filters(lang, *chart, since, until, catalog.default_apps, catalog.default_rivals)


def from_query(
    query: Mapping[str, list[str]], catalog: Catalog, standing: Filters
) -> tuple[Filters, list[UrlProblem]]:
    """The Filters that `query` asks for, over `standing`; a Notice for all that it cannot have."""
    known, found, refused = url_parameters(catalog), standing, {}
    for name, texts in query.items():
        if is_tracker(name):
            continue
        try:
            found = replace(found, **_read(known, name, texts))
        except InvalidValueError as error:
            refused[name] = error.reason
    if found.since > found.until:
        refused |= {name: "reversed" for name in ("from", "to") if name in query}
        found = replace(found, since=standing.since, until=standing.until)
    written = to_query(found, catalog)
    return found, [
        UrlProblem(name[:MAX_ECHO], ", ".join(query[name])[:MAX_ECHO], reason, written.get(name, ""))
        for name, reason in refused.items()
    ]


def to_query(filters: Filters, catalog: Catalog) -> dict[str, str]:
    """Every value of `filters` as parameters of a link; a live view has no as_of."""
    return {"v": VERSION} | {
        name: one.format(getattr(filters, one.field))
        for name, one in url_parameters(catalog).items()
        if one.field and getattr(filters, one.field) is not None
    }


def page_url(address: str, filters: Filters, catalog: Catalog) -> str:
    """The address of a page with every value of `filters`."""
    return f"{address}?{urlencode(to_query(filters, catalog), safe=',:')}"


def _read(known: dict[str, Parameter], name: str, texts: list[str]) -> dict[str, Any]:
    parameter = known.get(name)
    if parameter is None:
        raise InvalidValueError("unknown_name")
    if len(texts) != 1:
        raise InvalidValueError("repeated")
    if len(texts[0]) > MAX_VALUE_LENGTH:
        raise InvalidValueError("too_long")
    value = parameter.parse(texts[0])
    return {parameter.field: value} if parameter.field else {}
