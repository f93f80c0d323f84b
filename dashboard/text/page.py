"""A page's filters in one line, its browser title, and notices on days outside the data."""

from datetime import date

from dashboard.text.context import ViewContext
from dashboard.text.rank import chart_name


def filters_line(view: ViewContext) -> str:
    """The chosen filters, so that a picture of the page explains itself."""
    f, t = view.filters, view.texts
    parts = [t.country(f.country), chart_name(view, f.chart_params()), t.days(f.since, f.until)]
    parts.append(t.join(view.app_name(app) for app in f.apps))
    if f.as_of:
        parts.append(t("as of {moment}", moment=t.utc_datetime(f.as_of)))
    return " · ".join(parts)


def title(view: ViewContext, page: str) -> str:
    """The page's title in tabs and bookmarks."""
    return f"{page} · {filters_line(view)} · Palmarès"


def rename_notes(view: ViewContext) -> list[str]:
    """A sentence for each chosen assistant that has another name by the end of the chosen days."""
    t, f = view.texts, view.filters
    return [
        t(
            "{app} has been called {name} since {day}.",
            app=view.app_name(app),
            name=rename.to,
            day=t.day(rename.on),
        )
        for app in f.apps
        for rename in view.catalog.by_app[app].renamed
        if rename.on <= f.until
    ]


def out_of_range_notices(view: ViewContext, first: date, last: date) -> list[str]:
    """A sentence where the chosen days lie, wholly or in part, outside the first and last day of all data."""
    t, f = view.texts, view.filters
    limits = {"first": t.day(first), "last": t.day(last)}
    if f.until < first or f.since > last:
        return [t("These days lie outside the data, which runs from {first} to {last}.", **limits)]
    if f.since < first or f.until > last:
        return [t("The data runs from {first} to {last}; beyond, there is nothing to show.", **limits)]
    return []
