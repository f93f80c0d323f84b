"""How old the data is, and whether it is whole."""

import hashlib
import re
from datetime import UTC, datetime

from tests.reference.draw import wording
from tests.reference.draw.amounts import OneOf, one_of
from tests.reference.draw.deriving import Context, Said

N = {"n": r"\d[\d ,]*"}
HOURS = 24


def collection(ctx: Context) -> str:
    """The collection that the words after the number name."""
    after = ctx.element.text[ctx.match.end() :]
    named = [one["id"] for one in wording.catalog()["collections"] if one["id"] in after]
    return str(min(named, key=after.find))


def age(ctx: Context) -> OneOf:
    """How long ago the newest snapshot of the collection was, in days, or hours of the first day."""
    who = collection(ctx)
    rows = [row for name in ("charts", "ratings") for row in ctx.data.rows(name)]
    newest = max(row["observed_at"] for row in rows if row["source"].partition("@")[0] == who)
    passed = datetime.now(UTC).replace(tzinfo=None) - newest.to_pydatetime()
    return one_of([passed.days, passed.seconds // 3600])


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
    Said(r"(?:read|relevé) [^\d\]]*(?P<n>\d+) [^\d\]]*\]", {"n": age}, ("freshness",), is_pattern=True),
    Said("expected every {n} hours", {"n": cadence}, ("freshness",), fields=N),
    Said("expected every {n} days", {"n": cadence}, ("freshness",), fields=N),
    Said("{n} damaged snapshot", {"n": damaged}, ("damage",), fields=N),
    Said("{n} damaged snapshots", {"n": damaged}, ("damage",), fields=N),
]
