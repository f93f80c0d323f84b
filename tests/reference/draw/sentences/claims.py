"""Claims: the four figures, users, shares, features."""

from typing import Any

from tests.reference.draw import wording
from tests.reference.draw.amounts import MOMENT, MONTH, OneOf, Partial, Rounded, one_of
from tests.reference.draw.deriving import Context, Said
from tests.reference.rounding import least, most
from tests.reference.snapshots import Row

AMOUNT = r"\d[\d.,]*(?: ?(?:K|M|B|k|Md)\b)?"
WAYS = {"at_least": "down"}
FIGURES = ("core", "")
USERS = tuple(
    f"{metric}-{where}"
    for metric in ("mau", "wau", "dau")
    for where in ("world", *wording.catalog()["storefronts"])
)


def rounded(row: Row) -> Rounded:
    """A claimed number; a floor is rounded down."""
    return Rounded(row["value"], WAYS.get(row["qualifier"], "near"))


def dates(rows: list[Row]) -> OneOf:
    """The periods of claims, as exact as they are given, whole months also as months."""
    isos = [row[name] for row in rows for name in ("period_start", "period_end") if row[name]]
    return one_of(Partial(part) for iso in isos for part in dict.fromkeys((iso, iso[:7], iso[:4])))


def core(ctx: Context) -> list[Row]:
    """The four figures, or those of the app that the words name."""
    every = [row for row in ctx.data.claims("milestones") if row["core"]]
    try:
        return [row for row in every if row["app"] == ctx.app()] or every
    except LookupError:
        return every


def core_value(ctx: Context) -> OneOf:
    return one_of(rounded(row) for row in core(ctx))


def core_days(ctx: Context) -> OneOf:
    return one_of(row["days_stated"] for row in core(ctx) if row["days_stated"])


def core_dates(ctx: Context) -> OneOf:
    return dates(core(ctx))


def core_day(ctx: Context) -> OneOf:
    """The day since launch by which a figure holds."""
    from tests.reference.draw.sentences.launches import examples  # noqa: PLC0415

    return examples(ctx)


def users(ctx: Context) -> list[Row]:
    """Claims of users, of the chosen metric, of the app that the words name."""
    link = ctx.link
    return [
        row
        for row in ctx.data.claims("milestones")
        if row["metric"] == link.metric
        and row["app"] == ctx.app()
        and row["scope"] in ("world", link.country)
    ]


def users_value(ctx: Context) -> OneOf:
    return one_of(rounded(row) for row in users(ctx))


def users_dates(ctx: Context) -> OneOf:
    return dates(users(ctx))


def shares(ctx: Context) -> OneOf:
    """Shares of the app as published, and those that follow from two numbers of one publisher, from least to most."""
    every = ctx.data.claims("milestones")
    mine = [row for row in every if row["app"] == ctx.app() and row["scope"] == ctx.link.country]
    found: list[Any] = [Rounded(row["value"]) for row in mine if row["metric"] == "usage_share"]
    names = ("metric", "unit", "platform", "stated_by", "period_end")
    for row in mine:
        for whole in every:
            if whole["app"] == "all-assistants" and [whole[name] for name in names] == [
                row[name] for name in names
            ]:
                found += _ends(row, whole)
    return one_of(found)


def _ends(row: Row, whole: Row) -> list[Rounded]:
    """Least and most of a share, to two digits."""
    top = most(row["qualifier"], row["value"]) or 0
    low = 100 * least(row["qualifier"], row["value"]) / (most(whole["qualifier"], whole["value"]) or 1)
    high = 100 * top / least(whole["qualifier"], whole["value"])
    return [Rounded(end, way) for end in (low, high) for way in ("down", "near", "up")]


def survey_dates(ctx: Context) -> OneOf:
    rows = [row for row in ctx.data.claims("milestones") if row["scope"] == ctx.link.country]
    return dates([row for row in rows if row["metric"] in ("usage_share", "mau", "wau", "dau")])


def features(ctx: Context) -> OneOf:
    """The dates of the claims about features of the app that the words name."""
    mine = [row for row in ctx.data.claims("features") if row["app"] == ctx.app() and row["as_of"]]
    return one_of(Partial(row["as_of"]) for row in mine)


def disputed(ctx: Context) -> OneOf:
    """The numbers on which sources disagree."""
    rows = [row for row in ctx.data.claims("milestones") if row["conflict_id"]]
    return one_of(Rounded(row["value"], way) for row in rows for way in ("near", "down", "up"))


RULES = [
    Said(
        rf"[≥≈=] ?(?P<value>{AMOUNT})",
        {"value": core_value},
        FIGURES,
        kinds=("metric", "markdown"),
        is_pattern=True,
    ),
    Said(
        r"(?:at least|about|exactly|estimate|au moins|environ|exactement|estimation) (?P<value>\d[\d ,.]*\d) (?:downloads|téléchargements)",
        {"value": core_value},
        FIGURES,
        is_pattern=True,
    ),
    Said(r"(?:in|en) (?P<n>\d+) (?:days|jours)", {"n": core_days}, FIGURES, is_pattern=True),
    Said(r", (?:by day|au plus tard au jour) (?P<day>\d+) ·", {"day": core_day}, FIGURES, is_pattern=True),
    Said(
        rf"· (?:du )?(?P<first>{MOMENT}|{MONTH})(?: (?:to|au|à) (?P<last>{MOMENT}|{MONTH}))? ·",
        {"first": core_dates, "last": core_dates},
        FIGURES,
        kinds=("markdown",),
        is_pattern=True,
    ),
    # users
    Said(
        rf"<app> (?:at least|about|exactly|au moins|environ|exactement) (?P<value>{AMOUNT})",
        {"value": users_value},
        is_pattern=True,
    ),
    Said(
        r"<app> (?P<share>[\d.,]+)(?: (?:to|à) (?P<high>[\d.,]+))? ?%",
        {"share": shares, "high": shares},
        is_pattern=True,
    ),
    Said(rf"^[^:]*?(?P<day>{MOMENT}|{MONTH})[^:]*:", {"day": survey_dates}, ("shares",), is_pattern=True),
    Said(rf"(?P<day>{MOMENT}|{MONTH})", {"day": users_dates}, USERS, is_pattern=True),
    Said(
        rf"(?P<value>{AMOUNT})",
        {"value": disputed},
        ("disagreements",),
        kinds=("subheader",),
        is_pattern=True,
    ),
    Said(rf"(?P<day>{MOMENT}|{MONTH}|\b20\d\d\b)", {"day": features}, ("features",), is_pattern=True),
]
