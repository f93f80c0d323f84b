"""Launches: which day 0, days to a number, bounds, averages, periods, paces of doubling."""

from typing import Any

from tests.reference import comparing, intervals, launches
from tests.reference.bounds import bounds, statements
from tests.reference.draw.amounts import MOMENT, MONTH, OneOf, Partial, Rounded, one_of
from tests.reference.draw.deriving import Context, Said

N = {"n": r"\d[\d ,.]*"}
AMOUNT = r"\d[\d.,]*(?: ?(?:K|M|B|k|Md)\b)?"
GOALS = (10_000, 100_000, 500_000, 1_000_000, 10_000_000, 100_000_000)
TIMES = ("first-million", "milestones", "brief", "")
RACED = ("race", "")


def race(ctx: Context) -> comparing.Race:
    link = ctx.link
    return comparing.Race(link.day0, link.country, link.platform, link.scope)


def evidence(ctx: Context, app: str) -> list[intervals.Evidence]:
    """What bears on an app in the race of the link."""
    found = intervals.evidence(ctx.data, ctx.link.day0, ctx.link.country)
    return found.get((app, ctx.link.platform, ctx.link.scope), [])


def time_days(ctx: Context) -> OneOf:
    """The days of the app's time to any of the numbers: not yet, reached, for sure, and by what is comparable."""
    app = ctx.app()
    every = evidence(ctx, app)
    found: list[Any] = []
    for goal in GOALS:
        one = intervals.time_to(every, goal)
        ranked = comparing.ranked_by(ctx.data, app, race(ctx), every, goal)
        if one:
            found += [one.after, one.by, one.sure, ranked, None if one.after is None else one.after + 1]
    return one_of(value for value in found if value is not None)


def amounts(ctx: Context) -> OneOf:
    """The numbers claimed of an app, as floors."""
    mine = [one for one in bounds(ctx.data) if one.cell[0] == ctx.app()]
    return one_of(Rounded(one.claim["value"], way) for one in mine for way in ("down", "near"))


def goal(ctx: Context) -> OneOf:
    return one_of([Rounded(one) for one in (int(ctx.link.goal), *GOALS)])


def floor(ctx: Context) -> Rounded:
    """The greatest floor of the app in the race of the link."""
    return Rounded(max(one.low for one in evidence(ctx, ctx.app()) if one.low is not None), "down")


def floor_days(ctx: Context) -> OneOf:
    every = evidence(ctx, ctx.app())
    top = max(one.low for one in every if one.low is not None)
    last = min(one.latest for one in every if one.low == top)
    width = max((one.zero.last - one.zero.first).days for one in every)
    return one_of([max(last, 0), max(last - width, 0)])


def disputed_day(ctx: Context) -> int:
    """The first day on which the app's floor lies above its ceiling."""
    every = evidence(ctx, ctx.app())
    lows = [one for one in every if one.low is not None]
    highs = [one for one in every if one.high is not None]
    return min(
        max(low.latest, 0)
        for low in lows
        for high in highs
        if (low.low or 0) > (high.high or 0) and max(low.latest, 0) <= high.earliest
    )


def untold(ctx: Context) -> int:
    """Pairs of which nobody was surely ahead on the day chosen."""
    apps = list(dict.fromkeys(ctx.link.chosen))
    fit = {app: comparing.is_comparable(ctx.data, app, race(ctx)) for app in apps}
    known = {app: evidence(ctx, app) for app in apps}
    day = int(ctx.link.day)
    pairs = [(one, other) for n, one in enumerate(apps) for other in apps[n + 1 :]]
    told = [
        pair
        for pair in pairs
        if fit[pair[0]]
        and fit[pair[1]]
        and any(comparing.is_ahead(known[one], known[other], day) for one, other in (pair, pair[::-1]))
    ]
    return len(pairs) - len(told)


# ---------------------------------------------------------------- day 0


def moves_by(ctx: Context) -> OneOf:
    """By how many days any other launch would move the answers: ranges where a source gives a month."""
    return one_of(launches.distances(ctx.data, ctx.app(), ctx.link.country))


def launched(ctx: Context) -> OneOf:
    """The launch dates of the app, as exact as they are known."""
    return one_of(Partial(one.on) for one in launches.launches(ctx.data) if one.app == ctx.app())


def examples(ctx: Context) -> OneOf:
    """What the bounds of the app's claims say: numbers, what rounding allows, days."""
    mine = [one for one in bounds(ctx.data) if one.cell[0] == ctx.app()]
    numbers = (
        [one.claim["value"] for one in mine] + [one.low for one in mine] + [one.high or 0 for one in mine]
    )
    every = evidence(ctx, ctx.app())
    launch = launches.chosen(ctx.data, ctx.app(), ctx.link.day0, ctx.link.country)
    zeros = [launch.days] if launch else [one.zero for one in mine]
    days = [(one.first_on - zero.last).days for one in mine for zero in zeros]
    days += [(one.last_on - zero.first).days for one in mine for zero in zeros]
    days += [one.latest for one in every] + [one.earliest for one in every]
    copies = [len(one.copies) for one in statements(bounds(ctx.data))]
    return one_of([*(Rounded(number) for number in numbers), *days, *copies, *goal(ctx).values])


def copied(ctx: Context) -> OneOf:
    """How many claims rest on any one statement on the app."""
    every = statements(bounds(ctx.data))
    return one_of(len(one.copies) for one in every if one.cell[0] == ctx.app())


RULES = [
    Said("{app} by {days} ({choice})", {"days": moves_by, "choice": launched}),
    Said(
        "{app} {days}, from {day}",
        {"days": moves_by, "day": launched},
        fields={"days": r"[+\u2212][^,;]+?", "day": f"{MOMENT}|{MONTH}"},
    ),
    # days to a number
    Said(
        r"^(?P<goal>\d+ ?[KMk])\b",
        {"goal": lambda ctx: Rounded(int(ctx.link.goal))},
        ("first-million", ""),
        is_pattern=True,
    ),
    Said(r"^(?P<goal>\d+ ?[KMk])\b", {"goal": goal}, ("milestones",), is_pattern=True),
    Said(
        rf"(?:then|puis) (?:at least |au moins )?(?P<value>{AMOUNT})",
        {"value": amounts},
        TIMES,
        is_pattern=True,
    ),
    Said("with {days} of {before} before it", {"days": moves_by}),
    Said("with {days} elsewhere before it", {"days": moves_by}),
    Said(
        r"(?:[Dd]ays?|[Jj]ours?|\u2013|…|\bto|\bà|\band|\bet|[≤>]) ?(?P<day>\d[\d ,]*)",
        {"day": time_days},
        ("first-million", "milestones"),
        kinds=("subheader", "markdown", "caption"),
        is_pattern=True,
    ),
    Said(
        r"(?:days?|jours?|\u2013) ?(?P<day>\d[\d ,]*)",
        {"day": time_days},
        ("",),
        kinds=("markdown",),
        is_pattern=True,
    ),
    # bounds
    Said(
        r"(?:at least|au moins) (?P<value>" + AMOUNT + ")",
        {"value": floor},
        ("bounds",),
        kinds=("subheader",),
        is_pattern=True,
    ),
    Said("sources contradict each other on {app}, day {day}", {"day": disputed_day}, ("bounds",)),
    Said(
        r"(?:day|jour|\u2013) ?(?P<day>\d[\d ,]*)",
        {"day": floor_days},
        ("bounds",),
        kinds=("subheader",),
        is_pattern=True,
    ),
    # the race
    Said(r"^(?:Day|Jour) (?P<day>\d+)", {"day": lambda ctx: int(ctx.link.day)}, RACED, is_pattern=True),
    Said("{n} pair cannot be told", {"n": untold}, RACED, fields=N),
    Said("{n} pairs cannot be told", {"n": untold}, RACED, fields=N),
    Said("{n} claims on {app} rest on “{statement}”.", {"n": copied}, ("method",), fields=N),
    # the rules of method, with an example of the view
    Said(rf"(?P<amount>{AMOUNT})", {"amount": examples}, ("method",), is_pattern=True),
    Said(rf"(?P<day>{MOMENT}|{MONTH})", {"day": launched}, ("method",), is_pattern=True),
]
