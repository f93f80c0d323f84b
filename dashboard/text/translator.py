"""Translated texts and localized numbers.

English texts are the gettext keys; French ones are in locale/fr/LC_MESSAGES/palmares.po. Numbers,
dates, lists and names of countries come from Babel.
"""

import gettext
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale, dates, lists, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dashboard.domain.options import LANGUAGES

PO_FILE = Path(__file__).parent / "locale" / "fr" / "LC_MESSAGES" / "palmares.po"
MILLION = 1_000_000
ALL_DIGITS = 99  # significant digits
VOWELS = "aeiouyhéèêàâîôû"


def N_(text: str) -> str:
    """Mark a text for extraction; it is translated where it is displayed."""
    return text


@lru_cache(maxsize=2)
def _translations(lang: str) -> gettext.NullTranslations:
    if lang == "en":
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with PO_FILE.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=lang))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@lru_cache(maxsize=50_000)  # a figure of several years formats each of its days
def _day(lang: str, moment: date | datetime, pattern: str) -> str:
    return str(dates.format_date(moment, pattern, locale=lang))


@dataclass(frozen=True)
class Translator:
    """The reader's language, `fr` or `en`. Calling it translates a text and fills its fields."""

    lang: str

    @classmethod
    def for_locale(cls, locale: str) -> "Translator":
        """The translator for a browser's locale, or the first one of an Accept-Language header; else English."""
        code = locale.partition("-")[0].partition(",")[0].strip().lower()
        return cls(code if code in LANGUAGES else "en")

    def __call__(self, text: str, **fields: Any) -> str:
        translation = _translations(self.lang).gettext(text)
        return translation.format(**fields) if fields else translation

    def count(self, singular: str, plural: str, n: int, **fields: Any) -> str:
        """The singular or plural text; `{n}` in it is the number as this language writes it."""
        translation = _translations(self.lang).ngettext(singular, plural, n)
        return translation.format(n=self.number(n), **fields)

    def day_count(self, n: int) -> str:
        """A number of days: 1 day, 14 days."""
        return self.count("{n} day", "{n} days", n)

    def localized(self, row: Any, stem: str) -> str:
        """The field `<stem>_<lang>` of a row, or `<lang>` of a catalogue term where stem is empty."""
        name = f"{stem}_{self.lang}" if stem else self.lang
        value = row[name] if hasattr(row, "keys") else getattr(row, name)
        return str(value) if isinstance(value, str) else ""

    def number(self, value: float) -> str:
        """A number with all of its digits."""
        return str(numbers.format_decimal(value, locale=self.lang))

    def compact(self, value: float, *, exact: bool = False) -> str:
        """A number in compact form: 1.2M, or 1,2 M in French; with `exact`, all of its digits."""
        digits = 3 if exact else 1 if value >= MILLION else 0
        return str(numbers.format_compact_decimal(value, locale=self.lang, fraction_digits=digits))

    def floor(self, value: float, digits: int = ALL_DIGITS) -> str:
        """A lower bound in compact form, rounded down: 1.55M; `digits` limits the significant digits."""
        return self._bound(value, ROUND_FLOOR, digits)

    def ceiling(self, value: float, digits: int = ALL_DIGITS) -> str:
        """An upper bound in compact form, rounded up."""
        return self._bound(value, ROUND_CEILING, digits)

    def interval(self, low: float, high: float, digits: int = ALL_DIGITS) -> str:
        """A lower and an upper bound, rounded outward: 950K to 1.5M."""
        return self("{low} to {high}", low=self.floor(low, digits), high=self.ceiling(high, digits))

    def _bound(self, value: float, rounding: str, digits: int) -> str:
        exact = Decimal(repr(float(value)))
        size = exact.adjusted() if exact else 0
        unit = Decimal(1).scaleb(max(size - digits + 1, size // 3 * 3 - 3, 0))  # compact shows three decimals
        return self.compact(float((exact / unit).to_integral_value(rounding) * unit), exact=True)

    def possessive(self, name: str) -> str:
        """A name as a possessive, after the noun in French: Appfigures’, d’Appfigures."""
        if self.lang == "fr":
            return f"d’{name}" if name[:1].lower() in VOWELS else f"de {name}"
        return f"{name}’" if name.endswith("s") else f"{name}’s"

    def money(self, value: float, currency: str) -> str:
        """An amount in a currency, as this language writes it."""
        return str(numbers.format_currency(value, currency, locale=self.lang))

    def ordinal(self, rank: int) -> str:
        """An ordinal: 1st, 60th; 1er, 60e."""
        if self.lang == "fr":
            return "1er" if rank == 1 else f"{self.number(rank)}e"
        plural = Locale("en").ordinal_form(rank)
        return f"{self.number(rank)}{ {'one': 'st', 'two': 'nd', 'few': 'rd'}.get(plural, 'th') }"

    def day(self, moment: date | datetime, pattern: str = "d MMM y") -> str:
        """A day as `pattern` (CLDR) asks: 6 Feb 2025. The first of a month is an ordinal in French."""
        text = _day(self.lang, moment, pattern)
        ordinal = self.lang == "fr" and pattern.startswith("d") and moment.day == 1
        return text.replace("1", "1er", 1) if ordinal else text

    def utc_datetime(self, moment: datetime, precision: str = "second") -> str:
        """A datetime in UTC; without the time where its `precision` is the day."""
        return self.day(moment) if precision == "day" else f"{self.day(moment)}, {moment:%H:%M} UTC"

    def ago(self, elapsed: timedelta) -> str:
        """Elapsed time: 5 hours ago, il y a 5 heures; from a day on in days, as months differ in length."""
        whole = timedelta(days=elapsed.days) if elapsed.days > 0 else elapsed
        threshold = max(elapsed.days, 1)  # units from which on babel takes the next larger one
        return str(dates.format_timedelta(-whole, threshold=threshold, add_direction=True, locale=self.lang))

    def partial_date(self, iso: str | None) -> str:
        """A date as precise as its source gives it: 2025, February 2025, 6 Feb 2025."""
        if not isinstance(iso, str) or not iso:
            return self("undated")
        patterns = {4: "y", 7: "MMMM y", 10: "d MMM y"}
        day = date.fromisoformat((iso + "-01-01")[:10])
        return self.day(day, patterns[len(iso)])

    def days(self, first: date, last: date) -> str:
        """A day, or a range of days."""
        if first == last:
            return self.day(first)
        return self("{first} to {last}", first=self.day(first), last=self.day(last))

    def country(self, code: str) -> str:
        """The name of a storefront, or of the area of a claim."""
        areas = {
            "world": self("World"),
            "world-ex-eu": self("World without the EU"),
            "eu": self("European Union"),
            "gb+eu": self("United Kingdom and EU"),
            "us+ca": self("United States and Canada"),
            "us+others": self("United States and others"),
            "unstated": self("Not stated"),
        }
        return areas.get(code) or str(Locale(self.lang).territories.get(code.upper(), code))

    def label(self, name: str, value: str) -> str:
        """A name and its value, separated by a colon as this language sets it."""
        colon = "\u00a0: " if self.lang == "fr" else ": "
        return f"{name}{colon}{value}"

    def join_semicolons(self, parts: Iterable[str]) -> str:
        """The parts, separated by semicolons as this language sets them."""
        return ("\u202f; " if self.lang == "fr" else "; ").join(parts)

    def join(self, parts: Iterable[str]) -> str:
        """The parts as a list with its conjunction: a, b and c."""
        return str(lists.format_list(list(parts), locale=self.lang))
