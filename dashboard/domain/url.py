"""How one value of a link is read: each reader takes text and gives the value, or raises Refused."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dashboard.domain.catalog import Catalog
from dashboard.domain.clock import UTC_FORMAT, utc_now
from dashboard.domain.options import CHOICES, FIRST, LANGUAGES, LAST, NUMBERS, RIVALS

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
NONE = "none"
# What mailers, advertisers and social networks append to the links that they pass on.
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
    """A value that cannot be followed; `reason` is a code: malformed, unknown, too_many or out_of_range."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def is_tracker(name: str) -> bool:
    """Whether a parameter says nothing of the view: others appended it to follow who opens the link."""
    plain = name.lower()
    return plain in TRACKERS or plain.startswith(TRACKER_PREFIXES)


def choice_parser(known: Iterable[str]) -> Callable[[str], str]:
    codes = frozenset(known)

    def read(text: str) -> str:
        if text not in codes:
            raise InvalidValueError("unknown")
        return text

    return read


def list_parser(known: Iterable[str], most: int | None = None) -> Callable[[str], tuple[str, ...]]:
    """One code or more, at most `most`, apart by commas; each once, in the order given."""
    codes = frozenset(known)

    def read(text: str) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(text.split(",")))
        if not codes.issuperset(found):
            raise InvalidValueError("unknown")
        if most and len(found) > most:
            raise InvalidValueError("too_many")
        return found

    return read


def optional_list_parser(known: Iterable[str]) -> Callable[[str], tuple[str, ...]]:
    """As some_of; `none` is none of them."""
    read_some = list_parser(known)
    return lambda text: () if text == NONE else read_some(text)


def format_list(codes: tuple[str, ...]) -> str:
    return ",".join(codes) or NONE


def number_parser(known: Iterable[int]) -> Callable[[str], int]:
    read_code = choice_parser(str(number) for number in known)
    return lambda text: int(read_code(text))


def parse_day(text: str) -> date:
    """A full ISO day; other forms that Python reads are refused, so that a day has one writing."""
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise InvalidValueError("malformed") from error
    if found.isoformat() != text:
        raise InvalidValueError("malformed")
    if not FIRST_DAY <= found <= LAST_DAY:
        raise InvalidValueError("out_of_range")
    return found


def parse_utc(text: str) -> datetime:
    """A moment in UTC, to the minute or the second, that has been."""
    for form in MOMENT_FORMATS:
        try:
            found = datetime.strptime(text, form)
        except ValueError:
            continue
        if found.strftime(form) != text:
            break
        if found > utc_now():
            raise InvalidValueError("out_of_range")
        return found
    raise InvalidValueError("malformed")


def utc_or_keyword_parser(word: str) -> Callable[[str], datetime | str]:
    """A moment, or the one word that stands for it."""
    return lambda text: word if text == word else parse_utc(text)


def format_moment(found: datetime | str) -> str:
    if isinstance(found, str):
        return found
    return found.strftime(MOMENT_FORMATS[1] if found.second else MOMENT_FORMATS[0])


VERSION = "1"
CATALOG_FIELDS = {"store": "stores", "chart": "charts", "category": "categories"}


@dataclass(frozen=True)
class Parameter:
    field: str
    parse: Callable[[str], Any]
    format: Callable[[Any], str] = str


def url_parameters(catalog: Catalog) -> dict[str, Parameter]:
    """Each parameter of a link with its field; `v` has none."""

    def codes(field: str) -> Parameter:
        terms = [term.id for term in getattr(catalog, CATALOG_FIELDS[field]) if term.kind != "list"]
        return Parameter(field, choice_parser(terms))

    competitors = [app.id for app in catalog.selectable_apps()]
    chosen = {name: Parameter(name, choice_parser(known)) for name, known in CHOICES.items()}
    return {
        "v": Parameter("", choice_parser([VERSION])),
        "lang": Parameter("lang", choice_parser(LANGUAGES)),
        "country": Parameter("country", choice_parser(catalog.storefronts)),
        **{field: codes(field) for field in CATALOG_FIELDS},
        "from": Parameter("since", parse_day, date.isoformat),
        "to": Parameter("until", parse_day, date.isoformat),
        "apps": Parameter("apps", list_parser(competitors), ",".join),
        "rivals": Parameter("rivals", list_parser(competitors, RIVALS), ",".join),
        **{name: Parameter(name, number_parser(known)) for name, known in NUMBERS.items()},
        "benchmarks": Parameter("benchmarks", optional_list_parser(catalog.benchmarks()), format_list),
        **chosen,
        "focus": Parameter("focus", choice_parser([FIRST, *competitors])),
        "before": Parameter("before", utc_or_keyword_parser(FIRST), format_moment),
        "after": Parameter("after", utc_or_keyword_parser(LAST), format_moment),
        "as_of": Parameter("as_of", parse_utc, format_moment),
    }
