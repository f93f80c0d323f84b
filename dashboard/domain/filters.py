"""Filters, and their conversion from and to URL parameters.

A URL has codes, no labels; absolute dates; every value, defaults too, and the version of its grammar. An invalid value
never raises and never changes another: its default is used, and a UrlProblem says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from dashboard.domain.catalog import Catalog
from dashboard.domain.options import FIRST, LAST, PREVIOUS
from dashboard.domain.url import (
    FIRST_DAY,
    MAX_VALUE_LENGTH,
    NONE,
    VERSION,
    InvalidValueError,
    Parameter,
    is_tracker,
    url_parameters,
)

MAX_ECHO = 60  # of a refused value in a message [characters]


@dataclass(frozen=True)
class Filters:
    """The selection of a view; days are UTC, both ends included.

    `as_of` pins it to a moment (UTC); None follows new data. `figure` is the key of the one figure to show, None for
    the whole page.
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
    races: str = "equal"
    benchmarks: tuple[str, ...] = ()
    scale: str = "log"
    metric: str = "mau"
    sort: str = "best"
    tab: str = "countries"
    align: str = "launch"
    rating: str = "count"
    wiki: str = "fr"
    each: str = "readings"
    world: str = "table"
    focus: str = FIRST
    event: str = NONE
    before: datetime | str = PREVIOUS
    after: datetime | str = LAST
    as_of: datetime | None = None
    figure: str | None = None

    def compared_apps(self) -> tuple[str, ...]:
        """The first chosen assistant and its rivals."""
        return tuple(dict.fromkeys((self.apps[0], *self.rivals)))

    def focused_app(self) -> str:
        """The assistant of a figure of one assistant."""
        return self.apps[0] if self.focus not in self.apps else self.focus

    def chart_params(self) -> dict[str, Any]:
        """The chart as parameters of a question."""
        return {name: getattr(self, name) for name in ("country", "store", "chart", "category")}

    def chart_day_params(self) -> dict[str, Any]:
        """The chart and the days as parameters of a question."""
        return self.chart_params() | self.day_params()

    def launch_params(self) -> dict[str, Any]:
        """The launches as parameters of a question: apps, day 0, platform and scope."""
        scope = self.country if self.area == "country" else self.area
        apps = tuple(dict.fromkeys((*self.apps, *self.benchmarks)))
        common = {"apps": apps, "day0": self.day0, "country": self.country}
        return common | {"platform": self.platform, "scope": scope}

    def day_params(self) -> dict[str, Any]:
        """The days as parameters of a question."""
        return {"since": self.since, "until": self.until}

    def published_params(self) -> dict[str, Any]:
        """As day_params, of published figures: these are the newest up to the end of the days, of any age."""
        return {"since": FIRST_DAY, "until": self.until}


@dataclass(frozen=True)
class UrlProblem:
    """An invalid URL parameter: its value, a reason code, and the value `shown` instead."""

    name: str
    value: str
    reason: str
    shown: str = ""


def default_filters(catalog: Catalog, lang: str, since: date, until: date) -> Filters:
    """The filters of an address without a query."""
    chart = (catalog.default_country, catalog.default_store, catalog.default_chart, catalog.default_category)
    return Filters(lang, *chart, since, until, catalog.default_apps, catalog.default_rivals)


def from_query(
    query: Mapping[str, list[str]], catalog: Catalog, defaults: Filters
) -> tuple[Filters, list[UrlProblem]]:
    """The filters of `query` over `defaults`, and a problem for each invalid parameter."""
    parameters, filters, refused = url_parameters(catalog), defaults, {}
    for name, texts in query.items():
        if is_tracker(name):
            continue
        try:
            filters = replace(filters, **_parse(parameters, name, texts))
        except InvalidValueError as error:
            refused[name] = error.reason
    if filters.since > filters.until:
        refused |= {name: "reversed" for name in ("from", "to") if name in query}
        filters = replace(filters, since=defaults.since, until=defaults.until)
    written = to_query(filters, catalog)
    return filters, [
        UrlProblem(name[:MAX_ECHO], ", ".join(query[name])[:MAX_ECHO], reason, written.get(name, ""))
        for name, reason in refused.items()
    ]


def to_query(filters: Filters, catalog: Catalog) -> dict[str, str]:
    """Every value of `filters` as URL parameters; a live view has no as_of, a whole page no figure."""
    return {"v": VERSION} | {
        name: parameter.format(getattr(filters, parameter.field))
        for name, parameter in url_parameters(catalog).items()
        if parameter.field and getattr(filters, parameter.field) is not None
    }


def page_url(address: str, filters: Filters, catalog: Catalog) -> str:
    """The address of a page with every value of `filters`."""
    return f"{address}?{urlencode(to_query(filters, catalog), safe=',:')}"


def _parse(parameters: dict[str, Parameter], name: str, texts: list[str]) -> dict[str, Any]:
    parameter = parameters.get(name)
    if parameter is None:
        raise InvalidValueError("unknown_name")
    if len(texts) != 1:
        raise InvalidValueError("repeated")
    if len(texts[0]) > MAX_VALUE_LENGTH:
        raise InvalidValueError("too_long")
    value = parameter.parse(texts[0])
    return {parameter.field: value} if parameter.field else {}
