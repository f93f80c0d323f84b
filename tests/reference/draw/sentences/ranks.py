"""Ranks: newest, best and worst, days at the top, streaks, two apps, reported first places."""

from collections.abc import Callable
from typing import Any

from tests.reference import ranks
from tests.reference.draw.amounts import MOMENT, OneOf, one_of
from tests.reference.draw.asking import at_newest, days_chosen, newest_depth, of_app, places
from tests.reference.draw.deriving import Context, Said
from tests.reference.ranks import Place

ORDINAL = r"\d[\d ,]*(?:st|nd|rd|th|er|e)"
N = {"n": r"\d[\d ,.]*"}
HERE = ("history",)


def best(found: list[Place]) -> Place:
    return min((one for one in found if one.rank), key=lambda one: (one.rank or 0, one.at))


def worst(found: list[Place]) -> int:
    return max(one.rank for one in found if one.rank)


def days(found: list[Place]) -> int:
    return len(ranks.by_day(found))


def within(number: int) -> Callable[[list[Place]], int]:
    return lambda found: len(ranks.days_within(found, number))


def ever_first(found: list[Place]) -> int:
    return len(ranks.days_at_some_time(found, 1))


def run(found: list[Place]) -> tuple[int, Any]:
    return ranks.longest_run(ranks.days_within(found, 1))


def missing(ctx: Context) -> OneOf:
    """Days chosen without a snapshot that tells of the app; of any chosen one where none is named."""
    try:
        apps = [ctx.app()]
    except LookupError:
        apps = ctx.link.chosen
    return one_of(ctx.link.days - days(places(ctx, app)) for app in apps)


RANKS = {"place": ORDINAL, "best": ORDINAL, "worst": ORDINAL, "latest": ORDINAL}
RULES = [
    Said("{apps} outside the top {depth}", {"depth": newest_depth}, HERE, fields={"depth": r"\d+"}),
    Said(
        "{app}: best {best} ({best_day}), latest {latest} ({latest_day}); {days}.",
        {
            "best": of_app(lambda found: best(found).rank),
            "best_day": of_app(lambda found: best(found).day),
            "latest": of_app(lambda found: found[-1].rank),
            "latest_day": of_app(lambda found: found[-1].day),
        },
    ),
    Said(
        "{app}: best {best} on {best_day}, latest {latest} on {latest_day}, {days}.",
        {
            "best": of_app(lambda found: best(found).rank),
            "best_day": of_app(lambda found: best(found).day),
            "latest": of_app(lambda found: found[-1].rank),
            "latest_day": of_app(lambda found: found[-1].day),
            "days": of_app(days),
        },
    ),
    Said("{n} of {days} with a snapshot", {"n": of_app(days), "days": days_chosen}, fields=N),
    # days at the top
    Said(
        "{app} no. 1 on {n} of {days}, by the day’s last snapshot",
        {"n": of_app(within(1)), "days": days_chosen},
        fields=N,
    ),
    Said(
        "{app} no. 1 at some time on {n} of {days}, in no day’s last snapshot",
        {"n": of_app(ever_first), "days": days_chosen},
        fields=N,
    ),
    Said(
        "None of these no. 1; {app} in the top 10 on {n} of {days}",
        {"n": of_app(within(10)), "days": days_chosen},
        fields=N,
    ),
    Said("None of these in the top 10 in any day’s last snapshot of {days}", {"days": days_chosen}),
    Said("{n} day without a snapshot", {"n": missing}, ("summary",), fields=N),
    Said("{n} days without a snapshot", {"n": missing}, ("summary",), fields=N),
    *(
        Said(text, {"n": of_app(lambda found: run(found)[0]), "day": of_app(lambda found: run(found)[1])})
        for text in (
            "Longest streak at no. 1: at least {n} day, from {day}.",
            "Longest streak at no. 1: at least {n} days, from {day}.",
            "Longest streak at no. 1: {n} day, from {day}.",
            "Longest streak at no. 1: {n} days, from {day}.",
        )
    ),
    Said(
        "No. 1 at some time on {n} days, at the day’s last snapshot on {last}.",
        {"n": of_app(ever_first), "last": of_app(within(1))},
    ),
    # the course of the app chosen
    Said("outside the list in {n} snapshot {of_chart}", {"n": of_app(len)}, ("history",), fields=N),
    Said("outside the list in all {n} snapshots {of_chart}", {"n": of_app(len)}, ("history",), fields=N),
    Said(
        "{best} at best {in_chart}, {days}, outside the list in {n} of {all}",
        {
            "best": of_app(lambda found: best(found).rank),
            "n": of_app(lambda found: sum(one.rank is None for one in found)),
            "all": of_app(len),
        },
        ("history",),
        fields=RANKS | N,
    ),
    Said(
        "between {best} and {worst} {in_chart}, {days}",
        {"best": of_app(lambda found: best(found).rank), "worst": of_app(worst)},
        ("history",),
        fields=RANKS,
    ),
    Said("{place} throughout {in_chart}, {days}", {"place": of_app(worst)}, ("history",), fields=RANKS),
    Said(
        rf"(?P<first>{MOMENT}) (?:to|au) (?P<last>{MOMENT})",
        {"first": of_app(lambda found: found[0].day), "last": of_app(lambda found: found[-1].day)},
        ("history",),
        kinds=("markdown",),
        is_pattern=True,
    ),
    Said(
        "{place} on {day}",
        {"place": of_app(lambda found: found[-1].rank), "day": of_app(lambda found: found[-1].day)},
        ("history",),
        fields={"place": rf"{ORDINAL}|[^\d;,]+?", "day": MOMENT},
        kinds=("markdown",),
    ),
    Said(
        "{readings} on {n} of {days}",
        {"readings": of_app(len), "n": of_app(days), "days": days_chosen},
        ("history",),
        kinds=("markdown",),
    ),
    Said(
        "{app} {place}",
        {"place": lambda ctx: at_newest(ctx, ctx.app()).rank},
        HERE,
        fields={"place": ORDINAL},
    ),
]
