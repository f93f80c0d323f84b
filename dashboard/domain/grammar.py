"""The grammar of the link: each parameter, the field it fills, how it is read and written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.domain import url as values
from dashboard.domain.catalog import Catalog
from dashboard.domain.options import CHOICES, FIRST, LANGUAGES, LAST, NUMBERS, RIVALS

VERSION = "1"
CATALOG_FIELDS = {"store": "stores", "chart": "charts", "category": "categories"}


@dataclass(frozen=True)
class Parameter:
    field: str
    read: Callable[[str], Any]
    write: Callable[[Any], str] = str


def url_parameters(catalog: Catalog) -> dict[str, Parameter]:
    """Each parameter of a link with its field; `v` has none."""

    def codes(field: str) -> Parameter:
        terms = [term.id for term in getattr(catalog, CATALOG_FIELDS[field]) if term.kind != "list"]
        return Parameter(field, values.one_of(terms))

    competitors = [app.id for app in catalog.selectable_apps()]
    chosen = {name: Parameter(name, values.one_of(known)) for name, known in CHOICES.items()}
    return {
        "v": Parameter("", values.one_of([VERSION])),
        "lang": Parameter("lang", values.one_of(LANGUAGES)),
        "country": Parameter("country", values.one_of(catalog.storefronts)),
        **{field: codes(field) for field in CATALOG_FIELDS},
        "from": Parameter("since", values.day, date.isoformat),
        "to": Parameter("until", values.day, date.isoformat),
        "apps": Parameter("apps", values.list_of(competitors), ",".join),
        "rivals": Parameter("rivals", values.list_of(competitors, RIVALS), ",".join),
        **{name: Parameter(name, values.number_of(known)) for name, known in NUMBERS.items()},
        "benchmarks": Parameter("benchmarks", values.list_or_none(catalog.benchmarks()), values.format_list),
        **chosen,
        "focus": Parameter("focus", values.one_of([FIRST, *competitors])),
        "before": Parameter("before", values.moment_or(FIRST), values.write_moment),
        "after": Parameter("after", values.moment_or(LAST), values.write_moment),
        "as_of": Parameter("as_of", values.parse_utc, values.write_moment),
    }
