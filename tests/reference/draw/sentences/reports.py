"""Reported first places: how many, by whom, of which days, and what snapshots of these days say."""

from tests.reference import ranks, statements
from tests.reference.draw.amounts import MOMENT, MONTH, OneOf, Partial, one_of
from tests.reference.draw.deriving import Context, Said
from tests.reference.draw.sentences.ranks import N, days, ever_first
from tests.reference.ranks import Place
from tests.reference.snapshots import Row


def reports(ctx: Context) -> list[Row]:
    """The reported ranks of the link's chart whose days touch those chosen."""
    here, link = ctx.link.chart_read, ctx.link
    names = ("country", "store", "chart", "category")
    return [
        row
        for row in ctx.data.claims("reported_ranks")
        if [row[name] for name in names] == [here.country, here.store, here.chart, here.category]
        and row["app"] in link.chosen
        and row["last_day"] >= link.since
        and (row["first_day"] or row["last_day"]) <= link.until
    ]


def of_app_named(ctx: Context) -> list[Row]:
    return [row for row in reports(ctx) if row["app"] == ctx.app()]


def meant(ctx: Context) -> OneOf:
    """The days, months and years that the reports on the app may mean."""
    ends = [row[name] for row in of_app_named(ctx) for name in ("first_day", "last_day") if row[name]]
    return one_of([*ends, *(Partial(str(day)[:7]) for day in ends), *(Partial(str(day)[:4]) for day in ends)])


def firsts(ctx: Context) -> list[Row]:
    return [row for row in reports(ctx) if row["rank"] == 1]


def first_reports(ctx: Context) -> int:
    return len(statements.reports(firsts(ctx)))


def copied(ctx: Context) -> int:
    return sum(len(claims) > 1 for claims in statements.reports(firsts(ctx)).values())


def pages(ctx: Context) -> int:
    return sum(len(claims) for claims in statements.reports(firsts(ctx)).values() if len(claims) > 1)


def more_pages(ctx: Context) -> OneOf:
    return one_of(len(claims) - 1 for claims in statements.reports(reports(ctx)).values())


def confirmed(ctx: Context) -> int:
    found: dict[tuple[str, str], bool] = {}
    for row in firsts(ctx):
        key = row["app"], statements.statement(row)
        found[key] = found.get(key) or bore_out(ctx, row) == "confirmed"
    return sum(found.values())


def bore_out(ctx: Context, row: Row) -> str:
    return ranks.verdict(_meant(ctx, row), row["first_day"], row["last_day"])


def _meant(ctx: Context, row: Row) -> list[Place]:
    first = row["first_day"] or ctx.link.since
    return ranks.places(ctx.data, ctx.link.chart_read, row["app"], first, row["last_day"])


def days_meant(ctx: Context) -> OneOf:
    return one_of(days(_meant(ctx, row)) for row in of_app_named(ctx))


def first_days_meant(ctx: Context) -> OneOf:
    return one_of(ever_first(_meant(ctx, row)) for row in of_app_named(ctx))


def reports_of_app(ctx: Context) -> OneOf:
    mine = [row for row in firsts(ctx) if row["app"] == ctx.app()]
    return one_of(range(2, len(statements.reports(mine)) + 1))


RULES = [
    # reports
    Said("{n} report of first place", {"n": first_reports}, fields=N),
    Said("{n} reports of first place", {"n": first_reports}, fields=N),
    Said("{n} of them repeated on {pages} pages", {"n": copied, "pages": pages}, fields=N),
    Said("repeated on {pages} pages", {"pages": pages}, fields={"pages": r"\d+"}),
    Said("{n} confirmed by a snapshot", {"n": confirmed}, fields=N),
    Said("{n} confirmed by snapshots", {"n": confirmed}, fields=N),
    *(
        Said(text, {"n": days_meant, "firsts": first_days_meant}, fields=N)
        for text in (
            " ({n} of these days with a snapshot, first at some time on {firsts})",
            " ({n} of these days with snapshots, first at some time on {firsts})",
        )
    ),
    Said("{who} (read at {page} and {n} more page)", {"n": more_pages}, fields=N),
    Said("{who} (read at {page} and {n} more pages)", {"n": more_pages}, fields=N),
    Said("{n} reports", {"n": reports_of_app}, ("first-claims", "reported"), fields=N),
    Said(
        rf"(?P<day>{MOMENT}|{MONTH}|\b20\d\d\b)",
        {"day": meant},
        ("first-claims", "reported"),
        is_pattern=True,
    ),
    Said(
        "{n} reported rank", {"n": lambda ctx: len(statements.reports(reports(ctx)))}, ("history",), fields=N
    ),
    Said(
        "{n} reported ranks", {"n": lambda ctx: len(statements.reports(reports(ctx)))}, ("history",), fields=N
    ),
]
