"""URL parameters: parsers and formatters of each value. A parser raises InvalidValueError."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dashboard.domain.catalog import Catalog
from dashboard.domain.clock import UTC_FORMAT, utc_now
from dashboard.domain.options import CHOICES, FIRST, LANGUAGES, LAST, NUMBERS, PREVIOUS, RIVALS

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
NONE = "none"
_ID = re.compile(r"[a-z0-9-]+")
# Appended to links by mailers, advertisers and social networks.
TRACKERS = frozenset(
    [
        "_ga",
        "_gl",
        "_hsenc",
        "_hsmi",
        "dclid",
        "epik",
        "fbclid",
        "gad_campaignid",
        "gad_source",
        "gbraid",
        "gclid",
        "gclsrc",
        "igsh",
        "igshid",
        "li_fat_id",
        "mc_cid",
        "mc_eid",
        "mkt_tok",
        "msclkid",
        "oly_anon_id",
        "oly_enc_id",
        "rdt_cid",
        "s_kwcid",
        "sccid",
        "srsltid",
        "ttclid",
        "twclid",
        "vero_conv",
        "vero_id",
        "wbraid",
        "wickedid",
        "yclid",
        "ysclid",
    ]
)
TRACKER_PREFIXES = ("utm_", "hsa_", "matomo_", "mtm_", "pk_", "piwik_")
MOMENT_FORMATS = ("%Y-%m-%dT%H:%MZ", UTC_FORMAT)


class InvalidValueError(ValueError):
    """An invalid value; `reason` is a code: malformed, unknown, too_many or out_of_range."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def is_tracker(name: str) -> bool:
    """True for a parameter that trackers append."""
    lower = name.lower()
    return lower in TRACKERS or lower.startswith(TRACKER_PREFIXES)


def choice_parser(allowed: Iterable[str]) -> Callable[[str], str]:
    """A parser of one of the allowed codes."""
    codes = frozenset(allowed)

    def parse(text: str) -> str:
        if text not in codes:
            raise InvalidValueError("unknown")
        return text

    return parse


def list_parser(allowed: Iterable[str], max_length: int | None = None) -> Callable[[str], tuple[str, ...]]:
    """A parser of codes separated by commas, each once and in their order."""
    codes = frozenset(allowed)

    def parse(text: str) -> tuple[str, ...]:
        values = tuple(dict.fromkeys(text.split(",")))
        if not codes.issuperset(values):
            raise InvalidValueError("unknown")
        if max_length and len(values) > max_length:
            raise InvalidValueError("too_many")
        return values

    return parse


def optional_list_parser(allowed: Iterable[str]) -> Callable[[str], tuple[str, ...]]:
    """As list_parser; `none` is the empty list."""
    parse_list = list_parser(allowed)
    return lambda text: () if text == NONE else parse_list(text)


def format_list(codes: tuple[str, ...]) -> str:
    return ",".join(codes) or NONE


def number_parser(allowed: Iterable[int]) -> Callable[[str], int]:
    parse_code = choice_parser(str(number) for number in allowed)
    return lambda text: int(parse_code(text))


def id_parser(max_length: int) -> Callable[[str], str]:
    """A parser of an id; whether there is such a thing is known only where it is looked for."""

    def parse(text: str) -> str:
        if not _ID.fullmatch(text) or len(text) > max_length:
            raise InvalidValueError("malformed")
        return text

    return parse


def parse_day(text: str) -> date:
    """A day as YYYY-MM-DD; other ISO forms are refused, so that a day has one form."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise InvalidValueError("malformed") from error
    if day.isoformat() != text:
        raise InvalidValueError("malformed")
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidValueError("out_of_range")
    return day


def parse_utc(text: str) -> datetime:
    """A past moment in UTC, to the minute or the second."""
    for form in MOMENT_FORMATS:
        try:
            moment = datetime.strptime(text, form)
        except ValueError:
            continue
        if moment.strftime(form) != text:
            break
        if moment > utc_now():
            raise InvalidValueError("out_of_range")
        return moment
    raise InvalidValueError("malformed")


def utc_or_keyword_parser(*keywords: str) -> Callable[[str], datetime | str]:
    """A parser of a moment or one of the keywords."""
    return lambda text: text if text in keywords else parse_utc(text)


def format_moment(moment: datetime | str) -> str:
    if isinstance(moment, str):
        return moment
    return moment.strftime(MOMENT_FORMATS[1] if moment.second else MOMENT_FORMATS[0])


VERSION = "1"
MAX_VALUE_LENGTH = 400  # of one value [characters]
MAX_FIGURE_KEY = 40  # [characters]
CATALOG_FIELDS = {"store": "stores", "chart": "charts", "category": "categories"}


@dataclass(frozen=True)
class Parameter:
    field: str
    parse: Callable[[str], Any]
    format: Callable[[Any], str] = str


def url_parameters(catalog: Catalog) -> dict[str, Parameter]:
    """Each URL parameter with its field; that of `v` is empty."""

    def codes(field: str) -> Parameter:
        entries = getattr(catalog, CATALOG_FIELDS[field])
        return Parameter(field, choice_parser(entry.id for entry in entries if entry.kind != "list"))

    app_ids = [app.id for app in catalog.selectable_apps()]
    choices = {name: Parameter(name, choice_parser(values)) for name, values in CHOICES.items()}
    return {
        "v": Parameter("", choice_parser([VERSION])),
        "lang": Parameter("lang", choice_parser(LANGUAGES)),
        "country": Parameter("country", choice_parser(catalog.storefronts)),
        **{field: codes(field) for field in CATALOG_FIELDS},
        "from": Parameter("since", parse_day, date.isoformat),
        "to": Parameter("until", parse_day, date.isoformat),
        "apps": Parameter("apps", list_parser(app_ids), ",".join),
        "rivals": Parameter("rivals", list_parser(app_ids, RIVALS), ",".join),
        **{name: Parameter(name, number_parser(values)) for name, values in NUMBERS.items()},
        "benchmarks": Parameter("benchmarks", optional_list_parser(catalog.benchmarks()), format_list),
        **choices,
        "focus": Parameter("focus", choice_parser([FIRST, *app_ids])),
        "event": Parameter("event", id_parser(MAX_VALUE_LENGTH)),
        "before": Parameter("before", utc_or_keyword_parser(FIRST, PREVIOUS), format_moment),
        "after": Parameter("after", utc_or_keyword_parser(LAST), format_moment),
        "as_of": Parameter("as_of", parse_utc, format_moment),
        "figure": Parameter("figure", id_parser(MAX_FIGURE_KEY)),
    }
