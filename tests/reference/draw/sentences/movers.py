"""One chart in two whole snapshots: who climbed, fell, came and left."""

from datetime import datetime

from tests.reference.draw import movers
from tests.reference.draw.amounts import OneOf, one_of
from tests.reference.draw.asking import Derive
from tests.reference.draw.deriving import Context, Said
from tests.reference.draw.movers import Mover
from tests.reference.draw.sentences.ranks import ORDINAL, N
from tests.reference.snapshots import Row

ORDINALS = {"place": ORDINAL, "before": ORDINAL, "after": ORDINAL}


def moves(ctx: Context) -> dict[str, list[Mover]]:
    return movers.moves_of(ctx.data, ctx.link)


def ends(ctx: Context) -> list[tuple[datetime, list[Row]]]:
    return movers.ends(ctx.data, ctx.link)


def how_many(kind: str) -> Derive:
    return lambda ctx: len(moves(ctx).get(kind, []))


def named(ctx: Context, *kinds: str) -> list[Mover]:
    """The apps whose name stands right before the words."""
    before = ctx.element.text[: ctx.match.start()].rstrip(" (")
    every = [one for kind in kinds or tuple(moves(ctx)) for one in moves(ctx).get(kind, [])]
    mine = [one for one in every if before.endswith(one[0])]
    longest = max((len(one[0]) for one in mine), default=0)
    return [one for one in mine if len(one[0]) == longest]


def place(position: int) -> Derive:
    return lambda ctx: one_of(one[position] for one in named(ctx))


def climbed(ctx: Context) -> OneOf:
    return one_of(abs((one[1] or 0) - (one[2] or 0)) for one in named(ctx))


def only_place(ctx: Context) -> OneOf:
    """The place of an app that is in one of both."""
    return one_of(one[2] if one[1] is None else one[1] for one in named(ctx, "new", "left"))


COURSE = {"before": place(1), "after": place(2), "n": climbed}
HIDDEN = "{n} more app is missing only because the second reading is shorter: it cannot tell."
UNKNOWN = "{n} more app is there only because the first reading is shorter: it cannot tell."
RULES = [
    Said(
        "{before} (top {depth}) to {after} (top {later_depth}): {moves}.",
        {
            "before": lambda ctx: ends(ctx)[0][0],
            "depth": lambda ctx: int(max(row["depth"] for row in ends(ctx)[0][1])),
            "after": lambda ctx: ends(ctx)[1][0],
            "later_depth": lambda ctx: int(max(row["depth"] for row in ends(ctx)[1][1])),
        },
        ("movers",),
    ),
    *(
        Said(f"{{n}} {kind}", {"n": how_many(kind)}, ("movers",), fields=N)
        for kind in ("climbed", "fell", "stayed", "new", "left")
    ),
    Said("{before} to {after}, up {n}", COURSE, ("movers",), fields=ORDINALS),
    Said("{before} to {after}, down {n}", COURSE, ("movers",), fields=ORDINALS),
    Said(rf"\((?P<place>{ORDINAL})\)", {"place": only_place}, ("movers",), is_pattern=True),
    Said(HIDDEN, {"n": how_many("unseen_after")}),
    Said(HIDDEN.replace("app is", "apps are"), {"n": how_many("unseen_after")}),
    Said(UNKNOWN, {"n": how_many("unseen_before")}),
    Said(UNKNOWN.replace("app is", "apps are"), {"n": how_many("unseen_before")}),
]
