"""The link: Filters to query parameters and back, and what was wrong with a link.

Codes, never labels; absolute dates; every value written. A bad value never raises and never
changes another: its default stands in, and a Notice says so.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from dashboard.catalog import Catalog

LONGEST = 400  # characters of one value; no honest link comes near


@dataclass(frozen=True)
class Filters:
    """What the reader sees: one chart of one country over days (UTC, inclusive), and which apps."""

    lang: str
    country: str
    store: str
    chart: str
    category: str
    since: date
    until: date
    apps: tuple[str, ...]
    as_of: datetime | None = None

    def chart_params(self) -> dict[str, Any]:
        """The chart as questions take it."""
        return {name: getattr(self, name) for name in ("country", "store", "chart", "category")}

    def day_params(self) -> dict[str, Any]:
        """The days as questions take them."""
        return {"since": self.since, "until": self.until}


@dataclass(frozen=True)
class Notice:
    """A parameter that could not be followed: its name, what it said, what is shown instead."""

    name: str
    value: str
    shown: str


@dataclass(frozen=True)
class _Parameter:
    """One parameter of the link: its field, and how its text is read and written."""

    field: str
    read: Callable[[str], Any]
    write: Callable[[Any], str]


def defaults(catalog: Catalog, lang: str, since: date, until: date) -> Filters:
    """What a bare address shows."""
    chart = (catalog.default_country, catalog.default_store, catalog.default_chart, catalog.default_category)
    return Filters(lang, *chart, since, until, catalog.default_apps)


def from_query(
    query: Mapping[str, list[str]], catalog: Catalog, standing: Filters
) -> tuple[Filters, list[Notice]]:
    """The Filters that `query` asks for, over `standing`; a Notice for all that it cannot have."""
    grammar = _grammar(catalog)
    found, notices = standing, []
    for name, values in query.items():
        if name.startswith("embed"):
            continue
        try:
            found = replace(found, **_read(grammar, name, values))
        except (ValueError, KeyError):
            notices.append((name, values))
    if found.since > found.until:
        notices += [(name, query[name]) for name in ("from", "to") if name in query]
        found = replace(found, since=standing.since, until=standing.until)
    return found, [_notice(grammar, name, values, found) for name, values in notices]


def to_query(filters: Filters, catalog: Catalog) -> dict[str, str]:
    """Every value of `filters` as parameters of a link; a missing as_of is left out."""
    return {
        name: one.write(getattr(filters, one.field))
        for name, one in _grammar(catalog).items()
        if getattr(filters, one.field) is not None
    }


def _grammar(catalog: Catalog) -> dict[str, _Parameter]:
    def code(field: str, known: Iterable[str]) -> _Parameter:
        return _Parameter(field, _one_of(set(known)), str)

    charts = (chart.id for chart in catalog.charts if chart.kind == "places")
    return {
        "lang": code("lang", ("fr", "en")),
        "country": code("country", catalog.storefronts),
        "store": code("store", (store.id for store in catalog.stores)),
        "chart": code("chart", charts),
        "category": code("category", (category.id for category in catalog.categories)),
        "from": _Parameter("since", _day, date.isoformat),
        "to": _Parameter("until", _day, date.isoformat),
        "apps": _Parameter("apps", _some_of({app.id for app in catalog.competitors()}), ",".join),
        "as_of": _Parameter("as_of", _moment, lambda moment: moment.strftime("%Y-%m-%dT%H:%MZ")),
    }


def _read(grammar: dict[str, _Parameter], name: str, values: list[str]) -> dict[str, Any]:
    parameter = grammar[name]
    if len(values) != 1 or len(values[0]) > LONGEST:
        raise ValueError(name)
    return {parameter.field: parameter.read(values[0])}


def _notice(grammar: dict[str, _Parameter], name: str, values: list[str], found: Filters) -> Notice:
    said = ", ".join(values)[:60]
    parameter = grammar.get(name)
    value = getattr(found, parameter.field) if parameter else None
    return Notice(name[:60], said, parameter.write(value) if parameter and value is not None else "")


def _one_of(known: set[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in known:
            raise ValueError(text)
        return text

    return read


def _some_of(known: set[str]) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        codes = tuple(dict.fromkeys(text.split(",")))
        if not set(codes) <= known:
            raise ValueError(text)
        return codes

    return read


def _day(text: str) -> date:
    if len(text) != len("2025-02-06"):
        raise ValueError(text)
    return date.fromisoformat(text)


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%MZ")
