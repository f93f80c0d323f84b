"""Sentences on reported ranks: who stated one, where it was read, which days it may mean."""

from collections.abc import Callable

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown
from dashboard.text.report_dates import meant

Escape = Callable[[str], str]  # for the place that the words go to


def who(view: ViewContext, row: Row, escape: Escape = escape_markdown) -> str:
    """Who stated a rank, then the page that it was read at where that is another, and how many more tell it."""
    t, stated = view.texts, escape(str(row["stated_by"]))
    page = escape(row["publisher"].partition(" (")[0])
    if row["copies"] > 1:
        return t.count(
            "{who} (read at {page} and {n} more page)",
            "{who} (read at {page} and {n} more pages)",
            int(row["copies"]) - 1,
            who=stated,
            page=page,
        )
    if page.casefold() == stated.casefold():
        return stated
    return t("{who} (read at {page})", who=stated, page=page)


def said(view: ViewContext, row: Row, escape: Escape = escape_markdown) -> str:
    """One reported rank: the app, its rank, the days, who says so."""
    t = view.texts
    return t(
        "{app} {place} {days}, says {who}",
        app=view.app_name(row["app"]),
        place=t.ordinal(int(row["rank"])),
        days=meant(t, row),
        who=who(view, row, escape),
    )
