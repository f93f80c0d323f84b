"""How old the data is, and whether it is whole."""

import hashlib
import re
from datetime import UTC, date, datetime

from tests.reference.draw import wording
from tests.reference.draw.amounts import MOMENT, OneOf, one_of
from tests.reference.draw.deriving import Context, Said
from tests.reference.draw.sentences.overview import newest_of_country

N = {"n": r"\d[\d ,]*"}
HOURS = 24


def collection(ctx: Context) -> str:
    """The collection that the words after the number name."""
    after = ctx.element.text[ctx.match.end() :]
    named = [one["id"] for one in wording.catalog()["collections"] if one["id"] in after]
    return str(min(named, key=after.find))


def age(ctx: Context) -> OneOf:
    """How long ago the newest snapshot of the collection was, in days, or hours of the first day.

    Without a collection: of the country's charts.
    """
    try:
        who = collection(ctx)
    except ValueError:
        return _passed(max(newest_of_country(ctx).values()))
    rows = [row for name in ("charts", "ratings") for row in ctx.data.rows(name)]
    newest = max(row["observed_at"] for row in rows if row["source"].partition("@")[0] == who)
    return _passed(newest.to_pydatetime())


def _passed(moment: datetime) -> OneOf:
    passed = datetime.now(UTC).replace(tzinfo=None) - moment
    return one_of([passed.days, passed.seconds // 3600])


def ended(ctx: Context) -> date:
    """The day of the newest snapshot of the collection named before it."""
    before = ctx.element.text[: ctx.match.start()]
    every = [one["id"] for one in wording.catalog()["collections"] if one["id"] in before]
    who = max(every, key=before.rfind)
    rows = [row for name in ("charts", "ratings") for row in ctx.data.rows(name)]
    newest: datetime = max(row["observed_at"] for row in rows if row["source"].partition("@")[0] == who)
    return newest.date()


def cadence(ctx: Context) -> OneOf:
    """How often the collection named before the number is to be read."""
    before = ctx.element.text[: ctx.match.start()]
    every = wording.catalog()["collections"]
    last = max((one for one in every if one["id"] in before), key=lambda one: before.rfind(one["id"]))
    return one_of([last["cadence_hours"], last["cadence_hours"] // HOURS])


def damaged(ctx: Context) -> int:
    """Snapshots whose bytes are not those that their name says."""
    return sum(
        hashlib.sha256(path.read_bytes()).hexdigest()[:12] != re.sub(r".*-", "", path.stem)
        for path in ctx.data.paths
    )


RULES = [
    Said(r"(?:last snapshot|dernier relevé) [^\d\]]*(?P<n>\d+) [^\d\]]*\]", {"n": age}, is_pattern=True),
    Said("should update every {n} hours", {"n": cadence}, fields=N),
    Said("should update every {n} days", {"n": cadence}, fields=N),
    Said("ended {day}", {"day": ended}, fields={"day": MOMENT}),
    Said("{n} damaged data file", {"n": damaged}, ("damage",), fields=N),
    Said("{n} damaged data files", {"n": damaged}, ("damage",), fields=N),
]
