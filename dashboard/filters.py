"""The link: Filters to query parameters and back, and what was wrong with a link.

Codes, never labels; absolute dates; every value written, defaults too, and the version of this
grammar. A bad value never raises and never changes another: its default stands in, and a Notice
says so.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from dashboard import link_values as values
from dashboard.catalog import Catalog
from dashboard.link_values import Refused
from dashboard.texts import LANGUAGES

VERSION = "1"
LONGEST = 400  # characters of one value; no honest link comes near
SHOWN = 60  # characters of a refused value that a notice repeats

GOALS = (10_000, 100_000, 500_000, 1_000_000, 10_000_000, 100_000_000)
CATALOGUED = {"store": "stores", "chart": "charts", "category": "categories"}
# Field and parameter bear one name; the first value is the default.
CHOICES = {
    "day0": ("press", "web", "ios", "android"),
    "scale": ("log", "linear"),
    "metric": ("mau", "wau", "dau"),
    "sort": ("best", "latest", "name"),
    "tab": ("reported", "events", "days"),
}


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
    day0: str = "press"
    goal: int = 1_000_000
    scale: str = "log"
    metric: str = "mau"
    sort: str = "best"
    tab: str = "reported"
    as_of: datetime | None = None

    def chart_params(self) -> dict[str, Any]:
        """The chart as questions take it."""
        return {name: getattr(self, name) for name in ("country", "store", "chart", "category")}

    def day_params(self) -> dict[str, Any]:
        """The days as questions take them."""
        return {"since": self.since, "until": self.until}


@dataclass(frozen=True)
class Notice:
    """A parameter that could not be followed: what it said, a code why not, what is shown instead."""

    name: str
    value: str
    reason: str
    shown: str = ""


@dataclass(frozen=True)
class _Parameter:
    field: str
    read: Callable[[str], Any]
    write: Callable[[Any], str] = str


def defaults(catalog: Catalog, lang: str, since: date, until: date) -> Filters:
    """What a bare address shows."""
    chart = (catalog.default_country, catalog.default_store, catalog.default_chart, catalog.default_category)
    return Filters(lang, *chart, since, until, catalog.default_apps)


def from_query(
    query: Mapping[str, list[str]], catalog: Catalog, standing: Filters
) -> tuple[Filters, list[Notice]]:
    """The Filters that `query` asks for, over `standing`; a Notice for all that it cannot have."""
    grammar, found, refused = _grammar(catalog), standing, {}
    for name, texts in query.items():
        try:
            found = replace(found, **_read(grammar, name, texts))
        except Refused as error:
            refused[name] = error.reason
    if found.since > found.until:
        refused |= {name: "reversed" for name in ("from", "to") if name in query}
        found = replace(found, since=standing.since, until=standing.until)
    written = to_query(found, catalog)
    return found, [
        Notice(name[:SHOWN], ", ".join(query[name])[:SHOWN], reason, written.get(name, ""))
        for name, reason in refused.items()
    ]


def to_query(filters: Filters, catalog: Catalog) -> dict[str, str]:
    """Every value of `filters` as parameters of a link; a live view has no as_of."""
    return {"v": VERSION} | {
        name: one.write(getattr(filters, one.field))
        for name, one in _grammar(catalog).items()
        if one.field and getattr(filters, one.field) is not None
    }


def _read(grammar: dict[str, _Parameter], name: str, texts: list[str]) -> dict[str, Any]:
    parameter = grammar.get(name)
    if parameter is None:
        raise Refused("unknown_name")
    if len(texts) != 1:
        raise Refused("repeated")
    if len(texts[0]) > LONGEST:
        raise Refused("too_long")
    value = parameter.read(texts[0])
    return {parameter.field: value} if parameter.field else {}


def _grammar(catalog: Catalog) -> dict[str, _Parameter]:
    """Each parameter of a link with its field; `v` has none."""

    def codes(field: str) -> _Parameter:
        terms = [term.id for term in getattr(catalog, CATALOGUED[field]) if term.kind != "list"]
        return _Parameter(field, values.one_of(terms))

    chosen = {name: _Parameter(name, values.one_of(known)) for name, known in CHOICES.items()}
    return {
        "v": _Parameter("", values.one_of([VERSION])),
        "lang": _Parameter("lang", values.one_of(LANGUAGES)),
        "country": _Parameter("country", values.one_of(catalog.storefronts)),
        **{field: codes(field) for field in CATALOGUED},
        "from": _Parameter("since", values.day, date.isoformat),
        "to": _Parameter("until", values.day, date.isoformat),
        "apps": _Parameter("apps", values.some_of(app.id for app in catalog.competitors()), ",".join),
        "goal": _Parameter("goal", values.number_of(GOALS)),
        **chosen,
        "as_of": _Parameter("as_of", values.moment, values.write_moment),
    }
