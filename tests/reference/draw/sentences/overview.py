"""The overview: the newest ranks, what changed, the story of a launch, and the age of the country's charts."""

from datetime import date, datetime, timedelta
from typing import Any

from tests.reference import ranks, statements
from tests.reference.draw import wording
from tests.reference.draw.amounts import MOMENT, OneOf, Rounded, one_of
from tests.reference.draw.deriving import Context, Said
from tests.reference.draw.sentences.ranks import ORDINAL, N
from tests.reference.ranks import Chart, Place

EVER = date(2000, 1, 1)
LE_CHAT, FRANCE = "le-chat", "fr"
FEBRUARY = date(2025, 2, 1), date(2025, 2, 28)
HERE = ("standings",)


def named_chart(ctx: Context) -> Chart:
    """The chart of free apps that a title begins with: country, store but for the App Store, category."""
    line = ctx.line or ctx.element.text
    country = max((name for name in wording.places(ctx.lang) if line.startswith(name)), key=len)
    store = next(
        (code for name, code in wording.terms("stores", ctx.lang).items() if f"{name}, " in line), "app_store"
    )
    categories = wording.terms("categories", ctx.lang)
    category = max((name for name in categories if f"{name}, " in line or f"{name} :" in line), key=len)
    return Chart(wording.places(ctx.lang)[country], store, "top-free", categories[category])


def days_of(ctx: Context, app: str, chart: Chart | None = None) -> list[Place]:
    """The day's ranks of an app up to the end of the days chosen."""
    found = ranks.places(ctx.data, chart or named_chart(ctx), app, EVER, ctx.link.until)
    return [one for _, one in sorted(ranks.by_day(found).items())]


def newest_day(ctx: Context) -> date:
    return max(days_of(ctx, app)[-1].day for app in ctx.link.chosen if days_of(ctx, app))


def gained(ctx: Context) -> int | None:
    before, now = days_of(ctx, ctx.app())[-2:]
    return abs(before.rank - now.rank) if before.rank and now.rank else None


def days_between(ctx: Context) -> int:
    before, now = days_of(ctx, ctx.app())[-2:]
    return (now.day - before.day).days


def change_line(ctx: Context) -> tuple[date, Chart]:
    """The day and the chart that an entry of changes begins with."""
    line = ctx.line + ctx.element.text[ctx.match.end() :].partition("\n")[0]
    for store, store_code in wording.terms("stores", ctx.lang).items():
        for kind, kind_code in wording.terms("charts", ctx.lang).items():
            for category, code in wording.terms("categories", ctx.lang).items():
                usual = "" if kind_code == wording.catalog()["default_chart"] else f", {kind}"
                start = f", {store}{usual}, {category}"
                if (
                    start in line.replace(" :", ":")
                    and line.replace(" :", ":").partition(start)[2][:1] == ":"
                ):
                    chart = Chart(ctx.link.country, store_code, kind_code, code)
                    return _day(ctx, line.partition(start)[0], chart), chart
    raise LookupError("no chart is named")


def _day(ctx: Context, text: str, chart: Chart) -> date:
    moments = {at.date() for at, _ in ranks.snapshots(ctx.data, chart)}
    written = text.removeprefix("- ").strip()
    return next(day for day in moments if wording.plain(wording.day(day, ctx.lang)) == written)


def changed(ctx: Context) -> OneOf:
    """The ranks of the app named on the day of the entry."""
    day, chart = change_line(ctx)
    return one_of(one.rank for one in days_of(ctx, ctx.app(), chart) if one.day == day)


def before_change(ctx: Context) -> Place:
    day, chart = change_line(ctx)
    return [one for one in days_of(ctx, ctx.app(), chart) if one.day < day][-1]


def reports_of_no_1(ctx: Context) -> int:
    rows = [
        row
        for row in ctx.data.claims("reported_ranks")
        if (row["app"], row["country"], row["rank"]) == (LE_CHAT, FRANCE, 1)
        and (row["store"], row["chart"], row["category"]) == ("app_store", "top-free", "all")
        and row["last_day"] >= FEBRUARY[0]
        and (row["first_day"] or row["last_day"]) <= FEBRUARY[1]
    ]
    return len(statements.reports(rows))


def million(ctx: Context) -> list[dict[str, Any]]:
    return [
        row
        for row in ctx.data.claims("milestones")
        if row["app"] == LE_CHAT and row["days_stated"] and row["qualifier"] == "at_least"
    ]


def million_day(ctx: Context) -> OneOf:
    """“In N days” may mean N full days: a floor holds from then on."""
    return one_of(
        date.fromisoformat(row["period_start"]) + timedelta(int(row["days_stated"])) for row in million(ctx)
    )


def newest_of_country(ctx: Context) -> dict[str, datetime]:
    """The newest snapshot of the country's charts by who recorded it."""
    phones = ctx.data.apps.telephones
    found: dict[str, datetime] = {}
    for row in ctx.data.rows("charts"):
        if row["country"] == ctx.link.country and row["device"] == phones[row["store"]]:
            who = row["source"].partition("@")[0]
            found[who] = max(found.get(who, datetime.min), row["observed_at"].to_pydatetime())
    return found


RULES = [
    Said(rf", (?P<day>{MOMENT}) ?:", {"day": newest_day}, HERE, is_pattern=True),
    Said(
        "outside the top {depth}",
        {"depth": lambda ctx: days_of(ctx, ctx.app())[-1].depth},
        HERE,
        fields={"depth": r"\d+"},
    ),
    *(
        Said(text, {"n": gained, "days": days_between}, HERE, fields=N | {"days": r"\d+"})
        for text in ("up {n} ranks in {days}", "down {n} ranks in {days}")
    ),
    Said(
        rf"<app> (?P<rank>{ORDINAL})",
        {"rank": lambda ctx: days_of(ctx, ctx.app())[-1].rank},
        HERE,
        is_pattern=True,
    ),
    Said(
        rf"\((?:now )?(?P<rank>{ORDINAL})\), (?P<before>{ORDINAL}) (?:on|le) (?P<day>{MOMENT})",
        {
            "rank": changed,
            "before": lambda ctx: before_change(ctx).rank,
            "day": lambda ctx: before_change(ctx).day,
        },
        ("changes",),
        is_pattern=True,
    ),
    Said(rf"- (?P<day>{MOMENT}), ", {"day": lambda ctx: change_line(ctx)[0]}, ("changes",), is_pattern=True),
    Said("no. 1 by {n} independent reports", {"n": reports_of_no_1}, ("story",), fields=N),
    Said(
        "at least {n} downloads by {day}",
        {"n": lambda ctx: one_of(Rounded(row["value"], "down") for row in million(ctx)), "day": million_day},
        ("story",),
        fields={"n": r"[\d.,]+ ?[KMk]?", "day": MOMENT},
    ),
    Said(
        "{country}, latest chart snapshot: {moment}, {chart}",
        {"moment": lambda ctx: max(newest_of_country(ctx).values())},
        fields={"moment": MOMENT},
    ),
    *(
        Said(
            text,
            {
                "n": lambda ctx: len(newest_of_country(ctx)) - 1,
                "days": lambda ctx: one_of(at.date() for at in newest_of_country(ctx).values()),
            },
            fields=N | {"days": r".+"},
        )
        for text in (
            "{n} other archive of its charts ends on {days}",
            "{n} other archives of its charts end on {days}",
        )
    ),
]
