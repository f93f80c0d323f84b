"""How a shown number is derived: rules for texts and for tables, each with what it stands for."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tests.reference.draw import wording
from tests.reference.draw.links import Link
from tests.reference.draw.shown import Shown, Table, Text
from tests.reference.snapshots import Row, Snapshots


@dataclass(frozen=True)
class Context:
    """One text of one page, and what a rule found in it."""

    link: Link
    element: Text
    match: re.Match[str]
    before: list[Shown] = field(repr=False)

    @property
    def data(self) -> Snapshots:
        return self.link.data

    @property
    def lang(self) -> str:
        return self.link.lang

    def app(self, group: str = "app") -> str:
        """The code of the app that the words name: in the sentence itself, of the cell's column, or before it."""
        names = wording.apps(self.lang)
        if self.match.groupdict().get(group):
            return names[self.match[group]]
        if self.element.label in names:
            return names[self.element.label]
        before = self.element.text[: self.match.end()]
        found = {name: before.rfind(name) for name in names if name in before}
        if not found:
            raise LookupError("no app is named")
        return names[max(found, key=lambda name: (found[name] + len(name), len(name)))]

    def named_in_line(self) -> list[str]:
        """The codes of the apps that the line names, in its order."""
        names, line = wording.apps(self.lang), self.line
        found = sorted((line.find(name), -len(name), name) for name in names if name in line)
        return [names[name] for start, _, name in found if not _is_inside(start, name, found)]

    @property
    def line(self) -> str:
        """The line of the text that the words stand in."""
        return self.element.text[: self.match.end()].rpartition("\n")[2]

    @property
    def clause(self) -> str:
        """The words around, as far as the next comma or semicolon."""
        after = re.split(r"[;\n]", self.element.text[self.match.start() :], maxsplit=1)[0]
        before = re.split(r"[;:\n]", self.element.text[: self.match.start()])[-1]
        return before + after

    def country(self, group: str = "country") -> str:
        return wording.places(self.lang)[self.match[group]]


def _is_inside(start: int, name: str, found: list[tuple[int, int, str]]) -> bool:
    """Whether a name is a part of a longer one that stands there, as Gemini of Gemini Notebook."""
    return any(first <= start < first + len(other) and len(other) > len(name) for first, _, other in found)


Derive = Callable[[Context], Any]


@dataclass(frozen=True)
class Said:
    """A text of the app (or a pattern of what stands in both languages) with how each of its numbers is derived."""

    text: str
    numbers: Mapping[str, Derive]
    sections: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()  # texts that the name of a cell's row begins with
    lines: tuple[str, ...] = ()  # texts that the line begins with
    fields: Mapping[str, str] = field(default_factory=dict)
    is_pattern: bool = False

    def patterns(self, lang: str) -> list[re.Pattern[str]]:
        if self.is_pattern:
            apps = "|".join(sorted(map(re.escape, wording.apps(lang)), key=len, reverse=True))
            return [re.compile(self.text.replace("<app>", f"(?P<app>{apps})"))]
        return wording.pattern(self.text, lang, **self.fields)

    def find(
        self, link: Link, element: Text, start: int, end: int, before: list[Shown]
    ) -> tuple[Derive, Context] | None:
        """How the number from `start` to `end` of the text is derived, where this rule covers it."""
        section = element.section.partition(":")[0]
        if (self.sections and section not in self.sections) or (
            self.kinds and element.kind not in self.kinds
        ):
            return None
        measure = element.section.partition(":")[2]
        if self.measures and not any(_begins(measure, one, link.lang) for one in self.measures):
            return None
        for one in self.patterns(link.lang):
            for match in one.finditer(element.text):
                line = element.text[: match.end()].rpartition("\n")[2].removeprefix("- ")
                if self.lines and not any(_begins(line, text, link.lang) for text in self.lines):
                    continue
                for name, derive in self.numbers.items():
                    if match.start(name) <= start and end <= match.end(name):
                        return derive, Context(link, element, match, before)
        return None


def _begins(measure: str, text: str, lang: str) -> bool:
    """Whether the name of a row is a text of the app, or begins with it; `metric:` names one of the catalogue."""
    kind, _, code = text.partition(":")
    if kind == "metric":
        return any(
            measure.startswith(name) for name, one in wording.terms("metrics", lang).items() if one == code
        )
    return any(one.match(measure) for one in wording.pattern(text, lang))


@dataclass(frozen=True)
class Cells:
    """One row of a table, its cells by their English headings, and the page it stands on."""

    link: Link
    section: str
    cells: dict[str, Any]

    @property
    def data(self) -> Snapshots:
        return self.link.data

    @property
    def lang(self) -> str:
        return self.link.lang

    def app(self, heading: str = "Assistant") -> str:
        return wording.apps(self.lang)[self.cells[heading]]

    def place(self, heading: str) -> str:
        return wording.places(self.lang)[wording.plain(self.cells[heading])]

    def term(self, kind: str, heading: str) -> str:
        return wording.terms(kind, self.lang)[wording.plain(self.cells[heading])]

    @cached_property
    def claim(self) -> str:
        return str(self.cells["Claim"])

    def raw(self, dataset: str) -> Row:
        """The raw row of the claim that this row of the table shows."""
        key = {"launches": "launch_id", "events": "event_id"}.get(dataset, "claim_id")
        name = self.cells.get("Claim") or self.cells.get(key)
        return next(row for row in self.data.claims(dataset) if row[key] == name)


@dataclass(frozen=True)
class Columns:
    """A table, told by its headings and the section it stands in, with how each column is derived."""

    headings: tuple[str, ...]
    numbers: Mapping[str, Callable[[Cells], Any]]
    sections: tuple[str, ...] = ()

    def fits(self, table: Table, lang: str) -> bool:
        shown = {wording.plain(str(name)) for name in table.frame.columns}
        shown |= {compact(name, lang) for name in shown}
        known = all(
            any(wording.plain(form) in shown for form in wording.said(one, lang)) for one in self.headings
        )
        return known and (not self.sections or table.section in self.sections)


def compact(name: str, lang: str) -> str:
    """A number as English writes it: 10 k is 10K."""
    return name.replace(" k", "K").replace(" M", "M") if lang == "fr" else name


def english(table: Table, lang: str, headings: list[str]) -> dict[str, str]:
    """English heading -> the one shown."""
    shown = {wording.plain(str(name)): str(name) for name in table.frame.columns}
    shown |= {compact(name, lang): whole for name, whole in shown.items()}
    pairs = {
        one: [shown[wording.plain(f)] for f in wording.said(one, lang) if wording.plain(f) in shown]
        for one in headings
    }
    return {one: found[0] for one, found in pairs.items() if found}
