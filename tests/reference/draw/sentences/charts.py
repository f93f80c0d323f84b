"""What was read: days, snapshots, depths; the newest of each chart; how much is held."""

from datetime import datetime

from tests.reference.draw.amounts import MOMENT, OneOf, one_of
from tests.reference.draw.asking import days_chosen, days_read, depths, newest, read, since, until, whole_days
from tests.reference.draw.deriving import Context, Said

N = {"n": r"\d[\d ,.]*"}
COVERAGE = ("history", "calendar", "head-to-head", "summary")
KINDS = ("launches", "milestones", "reported_ranks", "events", "features")


def snapshots(ctx: Context) -> int:
    return len(read(ctx))


def unread(ctx: Context) -> OneOf:
    """Days chosen without a snapshot of the chart, or of one app in it."""
    return one_of([ctx.link.days - days_read(ctx)])


def alone(ctx: Context) -> int:
    return days_read(ctx) - whole_days(ctx)


def newest_anywhere(ctx: Context) -> OneOf:
    """The newest snapshot of all, and of the country chosen."""
    rows = ctx.data.rows("charts")
    every = max(row["observed_at"] for row in rows)
    here = [row["observed_at"] for row in rows if row["country"] == ctx.link.country]
    return one_of(one.to_pydatetime() for one in (every, max(here, default=every)))


def held(ctx: Context) -> int:
    return sum(len(ctx.data.claims(name)) for name in KINDS)


def first_read(ctx: Context) -> datetime:
    return read(ctx)[0][0]


def last_read(ctx: Context) -> datetime:
    return read(ctx)[-1][0]


def counted_from(ctx: Context) -> OneOf:
    """The days from which an id of an app counts as that app."""
    return one_of(one.since for one in ctx.data.apps.ids if one.app == ctx.app())


def complete(ctx: Context) -> int:
    """Snapshots that kept every place."""
    return len({at for at, rows in read(ctx) if rows[0]["scope"] == "all"})


RULES = [
    Said(
        rf" · (?:du )?(?P<first>{MOMENT}) (?:to|au) (?P<last>{MOMENT}) · ",
        {"first": since, "last": until},
        ("",),
        ("caption",),
        is_pattern=True,
    ),
    Said(
        "{readings} on {n} of {days}",
        {"readings": snapshots, "n": days_read, "days": days_chosen},
        COVERAGE,
        kinds=("caption",),
    ),
    Said("{n} day without a snapshot", {"n": unread}, COVERAGE, kinds=("caption",), fields=N),
    Said("{n} days without a snapshot", {"n": unread}, COVERAGE, kinds=("caption",), fields=N),
    Said("{country}, {category}: {n} of {days} read", {"n": days_read, "days": days_chosen}, ("calendar",)),
    Said("drawn: of each day the last snapshot (UTC), {n} of {all}", {"all": snapshots}, fields=N),
    Said("{n} reading", {"n": snapshots}, COVERAGE, fields=N, kinds=("caption",)),
    Said("{n} readings", {"n": snapshots}, COVERAGE, fields=N, kinds=("caption",)),
    Said(
        "top {least} to {most} read",
        {"least": lambda ctx: min(depths(ctx)), "most": lambda ctx: max(depths(ctx))},
        COVERAGE,
    ),
    Said("top {depth} read", {"depth": lambda ctx: max(depths(ctx))}, COVERAGE),
    Said("a whole chart kept on {n} day", {"n": whole_days}, fields=N),
    Said("a whole chart kept on {n} days", {"n": whole_days}, fields=N),
    Said("assistants alone on {n} day", {"n": alone}, fields=N),
    Said("assistants alone on {n} days", {"n": alone}, fields=N),
    Said(
        r"^(?:Assistants alone on|(?:Les a|A)ssistants seuls)[^\d]*(?P<n>\d[\d ,]*)",
        {"n": alone},
        ("calendar",),
        is_pattern=True,
    ),
    Said(
        r"^(?:A whole chart kept on|Classement entier gardé|Un classement entier gardé)[^\d]*(?P<n>\d[\d ,]*)",
        {"n": whole_days},
        ("calendar",),
        is_pattern=True,
    ),
    Said(
        rf"(?:read|relevée?s?)(?: :)? (?:du |le )?(?P<first>{MOMENT})(?: (?:to|au) (?P<last>{MOMENT}))?",
        {"first": lambda ctx: first_read(ctx).date(), "last": lambda ctx: last_read(ctx).date()},
        COVERAGE,
        kinds=("caption",),
        is_pattern=True,
    ),
    Said(
        "Movers take two readings that kept every place of the chart; these days have {n}.", {"n": complete}
    ),
    Said(rf"(?P<day>{MOMENT}) ?:", {"day": newest}, ("history",), is_pattern=True),
    Said("Newest chart reading: {moment}, by {who}", {"moment": newest_anywhere}, fields={"moment": MOMENT}),
    Said(
        "{country}, newest chart snapshot: {moment}, {chart}",
        {"moment": newest_anywhere},
        fields={"moment": MOMENT},
    ),
    Said(
        "{app}: “{name}” (id {id}) counts as {app} from {day}; its ranks before that are left out.",
        {"day": counted_from},
    ),
    Said("{n} sourced claims", {"n": held}, fields=N),
    Said(
        r"\b(?P<n>\d+) sources",
        {"n": lambda ctx: len(ctx.data.claims("sources"))},
        ("sources", ""),
        is_pattern=True,
    ),
]
