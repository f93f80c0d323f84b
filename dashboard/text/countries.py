"""Sentences on the ranks of the chosen apps in each country."""

import unicodedata
from math import inf

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.provenance import observed_line
from dashboard.text.rank import app_rank, depth_text
from dashboard.text.translator import Translator


def cell_text(row: Row | None, t: Translator, *, narrow: bool = False) -> str:
    """Text of a cell: the rank; > 50 where the app is below the cut-off of 50; empty where there is no reading."""
    if row is None:
        return ""
    if row["state"] == "below":
        return f">{row['depth']}" if narrow else f"> {row['depth']}"
    return t.number(row["rank"])


def cell_hover(row: Row | None, t: Translator) -> str:
    """Hover text of a cell."""
    if row is None:
        return t("not observed")
    when = t.utc_datetime(row["observed_at"], row["time_precision"])
    if row["state"] == "below":
        return t("outside the top {depth}<br>observed {when}", depth=row["depth"], when=when)
    return t("place {rank}<br>observed {when}", rank=row["rank"], when=when)


def sort_countries(view: ViewContext, rows: pd.DataFrame, app: str, *more: str) -> list[str]:
    """Country codes by the rank of `app`, then by name; `more` adds codes without a reading."""
    ranks = filter_ranked(rows[rows["app"] == app]).groupby("country")["rank"].min().to_dict()
    codes = dict.fromkeys([*rows["country"], *more])
    return sorted(codes, key=lambda code: (ranks.get(code, inf), _sort_key(view.texts.country(code))))


def _sort_key(name: str) -> str:
    """The name without accents, so that Émirats sorts under E."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()


def filter_ranked(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with a rank."""
    return rows[rows["state"] == "ranked"]


def countries_count(view: ViewContext, rows: pd.DataFrame) -> str:
    """The number of countries with a reading."""
    return view.texts.count("{n} country read", "{n} countries read", rows["country"].nunique())


def title(view: ViewContext, rows: pd.DataFrame, app: str) -> str:
    """In how many of the countries whose reading covers `app` it is ranked, and its best rank."""
    t, app_rows = view.texts, rows[rows["app"] == app]
    if app_rows.empty:
        return t("{app} observed in none of {read}", app=view.app_name(app), read=countries_count(view, rows))
    if filter_ranked(app_rows).empty:
        return t(
            "{app} outside the list in every one of {read}",
            app=view.app_name(app),
            read=countries_count(view, app_rows),
        )
    best = filter_ranked(app_rows).sort_values("rank").iloc[0]
    return t(
        "{app} ranked in {n} of {read}, best in {country}: {place}",
        app=view.app_name(app),
        n=t.number(filter_ranked(app_rows)["country"].nunique()),
        read=countries_count(view, app_rows),
        country=t.country(best["country"]),
        place=t.ordinal(int(best["rank"])),
    )


def describe_country(view: ViewContext, rows: pd.DataFrame, code: str) -> str:
    """One country's newest reading: its day, then the ranked, the below and the unobserved apps."""
    t, country_rows = view.texts, rows[rows["country"] == code]
    if country_rows.empty:
        text = t("not observed, no snapshot of this chart in this period")
        return t.label(t.country(code), text)
    parts = [t.join(app_rank(view, row) for row in filter_ranked(country_rows).to_dict("records"))]
    below = [view.app_name(app) for app in country_rows[country_rows["state"] == "below"]["app"]]
    depth = int(country_rows["depth"].iloc[0])
    parts.append(t("{apps} outside the top {depth}", apps=t.join(below), depth=depth) if below else "")
    unobserved = [view.app_name(app) for app in view.filters.apps if app not in set(country_rows["app"])]
    parts.append(t("{apps} not observed", apps=t.join(unobserved)) if unobserved else "")
    return t.label(
        f"{t.country(code)}, {t.day(country_rows['observed_at'].iloc[0])}",
        t.join_semicolons(filter(None, parts)),
    )


def alt(view: ViewContext, rows: pd.DataFrame, countries: list[str]) -> str:
    """Alternative text of the table."""
    return ". ".join(describe_country(view, rows, code) for code in countries)


def map_alt(view: ViewContext, rows: pd.DataFrame, app: str) -> str:
    """Alternative text of the map: the app's rank in each country read, and how many were not read."""
    t, app_rows = view.texts, rows[rows["app"] == app]
    parts = [
        f"{rank_or_cutoff(view, row)} ({t.country(row['country'])}, {t.day(row['observed_at'])})"
        for row in app_rows.sort_values("rank").to_dict("records")
    ]
    unread = len(view.catalog.storefronts) - app_rows["country"].nunique()
    parts.append(t.count("not observed in {n} storefront", "not observed in {n} storefronts", unread))
    return t.label(view.app_name(app), t.join_semicolons(parts))


def rank_or_cutoff(view: ViewContext, row: Row) -> str:
    """A row's rank, or that it is below the cut-off."""
    t = view.texts
    if row["state"] == "below":
        return t("outside the top {depth}", depth=row["depth"])
    return t.ordinal(int(row["rank"]))


def source_line(view: ViewContext, rows: pd.DataFrame, description: str) -> str:
    """Source line of readings in several countries: `description`, their days and collections."""
    t = view.texts
    days = t.days(rows["observed_at"].min(), rows["observed_at"].max())
    collections = t.join(sorted(set(rows["collection"])))
    return observed_line(t, t.label(description, days), t("store feeds, recorded by {who}", who=collections))


def legend(view: ViewContext) -> str:
    """The legend of the chosen view: table, map or lines."""
    t = view.texts
    table = t(
        "The number is the rank; the stronger the colour, the nearer to no. 1. Grey, “> 50”: outside the top 50. Empty:"
        " no snapshot. Bold: the chosen country."
    )
    squares = t(
        "One square a storefront, about where the country lies. The number is the rank; the stronger the colour, the"
        " nearer to no. 1. Grey, “>50”: outside the top 50. Outline: no snapshot. Bold: the chosen country."
    )
    lines = t(
        "No. 1 is on top; a line joins snapshots of one source on consecutive days; an open mark in the grey band is"
        " outside the list; a gap has no snapshot. All countries have the same axes."
    )
    return {"table": table, "map": squares, "lines": lines}[view.filters.world]


def over_time_title(view: ViewContext, rows: pd.DataFrame, app: str) -> str:
    """The best rank of `app` in any country over the chosen days."""
    t, app_rows = view.texts, rows[rows["app"] == app]
    if filter_ranked(app_rows).empty:
        return title(view, rows, app)
    best = filter_ranked(app_rows).sort_values(["rank", "observed_at"]).iloc[0]
    return t(
        "{app} best in {country}, by the day’s last snapshot: {place} on {day}; ranked on some day in {n} of {read}",
        app=view.app_name(app),
        country=t.country(best["country"]),
        place=t.ordinal(int(best["rank"])),
        day=t.day(best["observed_at"]),
        n=t.number(filter_ranked(app_rows)["country"].nunique()),
        read=countries_count(view, app_rows),
    )


def country_label(view: ViewContext, rows: pd.DataFrame, code: str) -> str:
    """Heading of one country's panel: days with a reading, and depth."""
    t, country_rows = view.texts, rows[rows["country"] == code]
    name = f"<b>{t.country(code)}</b>" if code == view.filters.country else t.country(code)
    chosen = t.day_count(view.days_chosen)
    days = t("{n} of {days}", n=t.number(country_rows["observed_at"].dt.normalize().nunique()), days=chosen)
    depth = depth_text(t, country_rows["depth"].min(), country_rows["depth"].max())
    return f"{name}, {days}, {depth}"


def over_time_alt(view: ViewContext, rows: pd.DataFrame, countries: list[str]) -> str:
    """Alternative text of the panels: best and newest rank of each app in each country."""
    return ". ".join(_describe_history(view, rows[rows["country"] == code], code) for code in countries)


def _describe_history(view: ViewContext, rows: pd.DataFrame, code: str) -> str:
    t, observed = view.texts, set(rows["app"])
    parts = [_describe_best(view, rows[rows["app"] == app]) for app in view.filters.apps if app in observed]
    unobserved = [view.app_name(app) for app in view.filters.apps if app not in observed]
    parts += [t("{apps} not observed", apps=t.join(unobserved))] if unobserved else []
    days = t.days(rows["observed_at"].min(), rows["observed_at"].max())
    return t.label(f"{t.country(code)}, {days}", t.join_semicolons(parts))


def _describe_best(view: ViewContext, app_rows: pd.DataFrame) -> str:
    t, newest = view.texts, app_rows.iloc[-1]
    name = view.app_name(newest["app"])
    if filter_ranked(app_rows).empty:
        return t("{app} outside the list in every day’s last snapshot", app=name)
    best = filter_ranked(app_rows).sort_values("rank").iloc[0]
    latest, top = rank_or_cutoff(view, dict(newest)), t.ordinal(int(best["rank"]))
    return t("{app} {latest} (at best {best})", app=name, latest=latest, best=top)
