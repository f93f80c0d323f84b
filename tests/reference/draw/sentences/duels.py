"""Two apps day by day: who stood higher, on how many days, by how much."""

import re
from collections.abc import Callable
from typing import Any

from tests.reference import ranks
from tests.reference.draw import wording
from tests.reference.draw.asking import Derive, days_chosen, places
from tests.reference.draw.deriving import Context, Said
from tests.reference.draw.sentences.ranks import N


def duel(of: Callable[[ranks.Duel], Any]) -> Derive:
    def derive(ctx: Context) -> Any:
        app, rival = pair(ctx)
        return of(ranks.duel(places(ctx, app), places(ctx, rival)))

    return derive


def pair(ctx: Context) -> tuple[str, str]:
    """The two apps of the line; in the headline the one above and the first below, or the last above and the one below."""
    groups = ctx.match.groupdict()
    if groups.get("app") and groups.get("rival"):
        return ctx.app(), ctx.app("rival")
    if groups.get("higher"):
        return _headline_pair(ctx)
    named = ctx.named_in_line()
    return named[0], named[1]


def _headline_pair(ctx: Context) -> tuple[str, str]:
    """The app above and the app below, the first chosen being one of them: all others of a headline are alike."""
    names = wording.apps(ctx.lang)
    higher, lower = (
        [names[name] for name in names if re.search(rf"\b{re.escape(name)}\b", ctx.match[side])]
        for side in ("higher", "lower")
    )
    return higher[0], lower[0]


RULES = [
    # two apps
    Said(
        "{app} ahead on {ahead} and {rival} on {behind} of {days} ({chosen} chosen)",
        {
            "ahead": duel(lambda one: one.ahead),
            "behind": duel(lambda one: one.behind),
            "days": duel(lambda one: one.comparable),
            "chosen": days_chosen,
        },
    ),
    Said(
        "{higher} ranked above {lower} on {n} of {days}",
        {"n": duel(lambda one: one.ahead), "days": duel(lambda one: one.comparable)},
        ("head-to-head",),
        fields=N,
    ),
    Said(
        "median gap {ranks}, {leader} higher",
        {"ranks": duel(lambda one: abs(one.median_gap or 0))},
        ("head-to-head",),
    ),
    *(
        Said(text, {"n": duel(lambda one: one.turns)}, ("head-to-head",), fields=N)
        for text in (
            "at least {n} lead change",
            "at least {n} lead changes",
            "{n} lead change from day to day",
            "{n} lead changes from day to day",
        )
    ),
    Said("{n} snapshot in common", {"n": duel(lambda one: one.readings)}, fields=N),
    Said("{n} snapshots in common", {"n": duel(lambda one: one.readings)}, fields=N),
]
