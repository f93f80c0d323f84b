"""Sentences on reported ranks: who stated one, where it was read, which days it may mean."""

from typing import Any

from dashboard.report_dates import meant
from dashboard.session import View

Row = dict[Any, Any]


def who(view: View, row: Row) -> str:
    """Who stated a rank, then the page that it was read at where that is another, and how many more tell it."""
    t, page = view.texts, row["publisher"].partition(" (")[0]
    if row["copies"] > 1:
        return t.count(
            "{who} (read at {page} and {n} more page)",
            "{who} (read at {page} and {n} more pages)",
            int(row["copies"]) - 1,
            who=row["stated_by"],
            page=page,
        )
    if page.casefold() == row["stated_by"].casefold():
        return str(row["stated_by"])
    return t("{who} (read at {page})", who=row["stated_by"], page=page)


def said(view: View, row: Row) -> str:
    """One reported rank: the app, its rank, the days, who says so."""
    t = view.texts
    return t(
        "{app} {place} {days}, says {who}",
        app=view.name(row["app"]),
        place=t.ordinal(int(row["rank"])),
        days=meant(t, row),
        who=who(view, row),
    )
