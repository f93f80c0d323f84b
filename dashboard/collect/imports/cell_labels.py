"""One cell of an export in our words, as the map and the catalogue know them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from dashboard.collect.imports.countries import country_code
from dashboard.collect.imports.mapping import NEEDED, OTHERS, Map
from dashboard.collect.imports.numbers import whole_number
from dashboard.collect.imports.table import plain
from dashboard.domain.catalog import Catalog

LEFT_OUT = ""  # what the map's [values] say of an app, a country or a category that is not wanted
_TOTALLED = ("date", "app", "country")  # where a total is named
_DEVICES, _PLATFORMS = {"iphone", "ipad", "android"}, {"web", "ios", "android", "all"}


@dataclass(frozen=True)
class Words:
    """Translates the cells of an export to our codes."""

    plan: Map
    catalog: Catalog

    def left_out(self, raw: dict[str, str]) -> str | None:
        """The word for which a row is not wanted, LEFT_OUT where the map lists it itself; None: it is wanted."""
        for key in NEEDED[self.plan.kind]:
            text, listed = self.text(raw[key]), self._listed(key)
            if text in listed:
                if key not in ("date", "value") and listed[text] == LEFT_OUT:
                    return LEFT_OUT
            elif self._total(key, text) or (text and OTHERS in listed and not self._knows(key, text)):
                return text
        return None

    def text(self, raw: Any) -> str:
        return plain(str(raw))

    def cell(self, key: str, raw: str) -> dict[str, Any]:
        """Translate a cell to our codes; raises ValueError for an unknown or blank one."""
        text, listed = self.text(raw), self._listed(key)
        if text == "" and key != "value" and text not in listed:
            raise ValueError("is blank")
        said = listed.get(text, text)
        readers: dict[str, Callable[[str], Any]] = {
            "value": self._value,
            "country": country_code,
            "app": self._app,
        }
        return self._date(said) if key == "date" else {key: readers.get(key, str)(said)}

    def _listed(self, key: str) -> dict[str, str]:
        """The entries of the map for one key."""
        told = next((words for listed, words in self.plan.values.items() if listed == key), {})
        return {plain(word): code for word, code in told.items()}

    def _total(self, key: str, text: str) -> bool:
        return key in _TOTALLED and text.casefold() in {word.casefold() for word in self.plan.file.totals}

    def _date(self, text: str) -> dict[str, Any]:
        """The day, and the moment where hour and zone are known (UTC); estimates are of the tool's own day."""
        layout = self.plan.file
        try:
            at = datetime.strptime(text, layout.date_format)
            day = at.date()
            if layout.precision != "day":
                zoned = at if at.tzinfo else at.replace(tzinfo=ZoneInfo(str(layout.zone)))
                at = zoned.astimezone(UTC).replace(tzinfo=None, microsecond=0)
                day = at.date() if self.plan.kind == "ranks" else day
        except (ValueError, OverflowError) as error:
            raise ValueError(f"{text!r} is no date of the form {layout.date_format}") from error
        return {
            "date": day,
            "at": at if layout.precision != "day" else datetime(day.year, day.month, day.day),
        }

    def _value(self, text: str) -> int | None:
        """A count; only an estimate is rounded to millions. Places are written out."""
        layout = self.plan.file
        if text in layout.blanks:
            return None
        scaled = self.plan.kind == "downloads"
        return whole_number(text, layout.thousands, layout.decimal, scaled=scaled)

    def _app(self, text: str) -> str:
        """A catalogue code, or a store's id as it is: which app that means depends on the day."""
        known = self._apps.get(text.casefold())
        if known is None:
            raise ValueError(
                f'{text!r} names no app of the catalogue; say in [values.app] which it is, or ""'
            )
        return known

    @cached_property
    def _apps(self) -> dict[str, str]:
        """Codes, names and former names of apps -> code; a store's id -> itself."""
        known: dict[str, str] = {}
        for app in self.catalog.apps:
            names = [app.id, app.name, app.name_fr, *(renamed.to for renamed in app.renamed)]
            known |= {name.casefold(): app.id for name in names if name}
            known |= {store.id.casefold(): store.id for store in app.stores}
        return known

    def _knows(self, key: str, text: str) -> bool:
        """True where a word needs no entry in the map."""
        if key == "app":
            return text.casefold() in self._apps
        if key == "country":
            return country_code(text) in {*self.catalog.storefronts, *self.catalog.areas}
        named = {"category": "categories", "chart": "charts", "store": "stores", "metric": "metrics"}
        if key in named:
            return text in {one.id for one in getattr(self.catalog, named[key])}
        return text in (_DEVICES if key == "device" else _PLATFORMS) or key not in ("device", "platform")
