"""Numbers drawn at random from rendered pages, each with what the reference derives for it."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from tests.reference.draw import amounts, links, verbatim
from tests.reference.draw.deriving import Cells, english
from tests.reference.draw.links import Link
from tests.reference.draw.sentences import RULES
from tests.reference.draw.shown import Shown, Table, Text, render
from tests.reference.draw.tables import TABLES
from tests.reference.draw.wording import DATA
from tests.reference.snapshots import Apps, Snapshots

EQUAL, DIFFERENT, NOT_DERIVED = "EQUAL", "DIFFERENT", "NOT DERIVED"
A_LINK = 3  # numbers drawn of each page that is rendered
TEXTS = 0.65  # part of the numbers that stand in texts


# Numbers that say nothing of the market, and why no rule derives them.
UNREAD = (
    (re.compile(r"<< (?:claim|déclaration|publication)"), "counts what the figure above draws"),
    (re.compile(r"[(](?:id|identifiant) >>"), "a store's id, from the catalogue"),
    (re.compile(r"[“«][^”»]*>>[^”»]*[”»]"), "a part of a name"),
)
DAY_ZERO = re.compile(
    r"(?:another|this|autre|ce) (?:day|jour) $", re.IGNORECASE
)  # the words "day 0", no number


@dataclass(frozen=True)
class Drawn:
    """One number as it is shown, and whether it is what was derived."""

    link: Link
    where: str
    shown: str
    derived: Any
    verdict: str
    why: str = ""

    def __str__(self) -> str:
        derived = f" derived {self.derived}" if self.verdict == DIFFERENT else ""
        return f"{self.verdict}: {self.shown!r}{derived} {self.why}\n    {self.where}\n    {self.link}"


def draw(seed: int, count: int, data: Path = DATA) -> Iterator[Drawn]:
    """So many numbers of random pages."""
    rng = random.Random(seed)
    held = Snapshots(data / "snapshots", Apps.from_toml(data / "catalog.toml"))
    done = turn = 0
    while done < count:
        link = links.draw(held, links.PAGES[turn % len(links.PAGES)], rng)
        turn += 1
        for one in of_page(link, render(link), rng, min(A_LINK, count - done)):
            done += 1
            yield one


def of_page(link: Link, page: list[Shown], rng: random.Random, count: int) -> Iterator[Drawn]:
    """Some numbers of one page, its texts before its tables."""
    texts = [(n, span) for n, one in enumerate(page) if isinstance(one, Text) for span in _numbers(link, one)]
    tables = [n for n, one in enumerate(page) if isinstance(one, Table) and not one.frame.empty]
    for _ in range(count):
        if texts and (rng.random() < TEXTS or not tables):
            number, (start, end) = texts.pop(rng.randrange(len(texts)))
            yield of_text(link, page, number, start, end)
        elif tables:
            yield of_table(link, page[rng.choice(tables)], rng)


def _numbers(link: Link, one: Text) -> list[tuple[int, int]]:
    """Where numbers stand in a text; a text that is the same on every page holds none."""
    if one.section == "corrected-rules" or verbatim.is_fixed(one.text, link.lang):
        return []
    every = [match.span() for match in amounts.SHOWN.finditer(one.text)]
    return [
        span
        for span in every
        if not DAY_ZERO.search(one.text[: span[0]])
        and not verbatim.in_catalogue(one.text, *span)
        and not verbatim.in_fixed(one.text, *span, link.lang)
    ]


def of_text(link: Link, page: list[Shown], number: int, start: int, end: int) -> Drawn:
    element = page[number]
    assert isinstance(element, Text)
    shown = element.text[start:end]
    where = f"{element.section or 'top'}, {element.kind}: {_around(element.text, start, end)}"
    if verbatim.is_quoted(link, element.text, start, end):
        return Drawn(link, where, shown, None, EQUAL, "word for word as the claim has it")
    for rule in RULES:
        found = rule.find(link, element, start, end, page[:number])
        if found:
            derive, context = found
            return _judged(link, where, shown, lambda derive=derive, context=context: derive(context))
    why = next(
        (why for words, why in UNREAD if words.search(_around(element.text, start, end))),
        "no rule reads this sentence",
    )
    return Drawn(link, where, shown, None, NOT_DERIVED, why)


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 90) : start], text[end : end + 60]
    return f"{before}>>{text[start:end]}<<{after}".replace("\n", " ")


def of_table(link: Link, table: Any, rng: random.Random) -> Drawn:
    """One number of a table."""
    rule = next((one for one in TABLES if one.fits(table, link.lang)), None)
    if rule is None:
        where = f"{table.section}, table {list(table.frame.columns)}"
        return Drawn(link, where, "?", None, NOT_DERIVED, "no rule reads this table")
    every = list(dict.fromkeys([*rule.headings, *rule.numbers, *_KNOWN]))
    headings = english(table, link.lang, every)
    for number in rng.sample(range(len(table.frame)), len(table.frame)):
        row = table.frame.iloc[number]
        cells = {name: None if _missing(row[shown]) else row[shown] for name, shown in headings.items()}
        names = [name for name in rule.numbers if _holds_number(cells.get(name))]
        if names:
            break
    name = rng.choice(names or list(rule.headings))
    where = f"{table.section}, table, {name} of {_named(cells)}"
    if not names:
        return Drawn(link, where, str(cells.get(name)), None, NOT_DERIVED, "no row has a number")
    derive = rule.numbers[name]
    return _judged(link, where, cells[name], lambda: derive(Cells(link, table.section, cells)))


_KNOWN = (
    *("Assistant", "Rival", "Claim", "Recorded by", "Platform", "Where", "Country", "Data", "Id"),
    *("event_id", "launch_id", "Day", "Metric", "Stated by", "Source", "Since its launch"),
)


def _missing(value: Any) -> bool:
    return value is None or (not isinstance(value, (list, tuple)) and bool(pd.isna(value)))


def _holds_number(cell: Any) -> bool:
    return cell is not None and (not isinstance(cell, str) or any(map(str.isdigit, cell)))


def _named(cells: dict[str, Any]) -> str:
    return ", ".join(str(cells[name]) for name in _KNOWN if cells.get(name) is not None)


def _judged(link: Link, where: str, shown: Any, derive: Any) -> Drawn:
    try:
        derived = derive()
    except (LookupError, StopIteration, ValueError, AttributeError, TypeError) as error:
        return Drawn(link, where, str(shown), None, NOT_DERIVED, f"{type(error).__name__}: {error}")
    if isinstance(derived, amounts.AllOf | amounts.EachOf):
        same = derived.holds(str(shown), link.lang)
    elif isinstance(shown, str):
        same = _is_moment(shown, derived) or amounts.agrees(shown, derived, link.lang)
    else:
        same = _equal(shown, derived)
    return Drawn(link, where, str(shown), derived, EQUAL if same else DIFFERENT)


def _day(moment: Any) -> Any:
    return moment.date() if isinstance(moment, datetime) else moment


def _is_moment(shown: str, derived: Any) -> bool:
    """Whether a cell is the moment, or its day where no hour is known."""
    return isinstance(derived, datetime) and shown in (f"{derived:%Y-%m-%d %H:%M}", f"{derived:%Y-%m-%d}")


def _equal(shown: Any, derived: Any) -> bool:
    """A cell of a table holds the value itself."""
    if isinstance(derived, amounts.OneOf):
        return any(_equal(shown, one) for one in derived.values)
    if isinstance(derived, amounts.Partial):
        return str(shown)[:10] == derived.iso
    if isinstance(derived, amounts.Rounded):
        return abs(float(shown) - derived.value) <= 1e-9 * max(1.0, abs(derived.value))
    if isinstance(shown, datetime | date):
        same = shown == derived
        return bool(same) or (
            _day(shown) == _day(derived)
            and not (isinstance(shown, datetime) and isinstance(derived, datetime))
        )
    if isinstance(derived, str) or isinstance(shown, str):
        return str(shown) == str(derived)
    return derived is not None and float(shown) == float(derived)
