"""Sentences on the places of the chosen apps from country to country."""

import unicodedata

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.labels import code_label
from dashboard.text.translator import Translator


def cell_text(row: Row | None, t: Translator, *, narrow: bool = False) -> str:
    """What a cell says: 28; > 50 where 50 places were read without it; nothing where nobody looked."""
    if row is None:
        return ""
    if row["state"] == "below":
        return f">{row['depth']}" if narrow else f"> {row['depth']}"
    return t.number(row["rank"])


def cell_hover(row: Row | None, t: Translator) -> str:
    """A cell in words."""
    if row is None:
        return t("not observed")
    when = t.utc_datetime(row["observed_at"], row["time_precision"])
    if row["state"] == "below":
        return t("below the cut-off of {depth}<br>observed {when}", depth=row["depth"], when=when)
    return t("place {rank}<br>observed {when}", rank=row["rank"], when=when)


def sort_countries(view: ViewContext, rows: pd.DataFrame, app: str, *more: str) -> list[str]:
    """Countries by the place of `app`, then by name; `more` of them although nobody looked there."""
    mine = rows[rows["app"] == app].sort_values("rank")
    places = {str(row["country"]): float(row["rank"]) for row in filter_ranked(mine).to_dict("records")[::-1]}
    codes = dict.fromkeys([*rows["country"], *more])
    return sorted(
        codes, key=lambda code: (places.get(code, float("inf")), _sort_key(view.texts.country(code)))
    )


def _sort_key(name: str) -> str:
    """The name without its accents, so that Émirats stands at E."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()


def filter_ranked(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["state"] == "ranked"]


def countries_count(view: ViewContext, rows: pd.DataFrame) -> str:
    return view.texts.count("{n} country read", "{n} countries read", rows["country"].nunique())


def title(view: ViewContext, places: pd.DataFrame, app: str) -> str:
    """In how many of the countries whose reading tells of `app` it is ranked, and where best."""
    t, mine = view.texts, places[places["app"] == app]
    if mine.empty:
        return t(
            "{app} observed in none of {read}", app=view.app_name(app), read=countries_count(view, places)
        )
    if filter_ranked(mine).empty:
        return t(
            "{app} below the cut-off in every one of {read}",
            app=view.app_name(app),
            read=countries_count(view, mine),
        )
    best = filter_ranked(mine).sort_values("rank").iloc[0]
    return t(
        "{app} ranked in {n} of {read}, best in {country}: {place}",
        app=view.app_name(app),
        n=t.number(filter_ranked(mine)["country"].nunique()),
        read=countries_count(view, mine),
        country=t.country(best["country"]),
        place=t.ordinal(int(best["rank"])),
    )


def describe_country(view: ViewContext, places: pd.DataFrame, code: str) -> str:
    """One country's newest reading: its day and the three states of the chosen apps."""
    t, rows = view.texts, places[places["country"] == code]
    if rows.empty:
        said = t("not observed, no reading of this chart in these days")
        return t.label(t.country(code), said)
    parts = [t.join(_app_rank(view, row) for row in filter_ranked(rows).to_dict("records"))]
    below = [view.app_name(app) for app in rows[rows["state"] == "below"]["app"]]
    depth = int(rows["depth"].iloc[0])
    parts.append(t("{apps} below the cut-off of {depth}", apps=t.join(below), depth=depth) if below else "")
    unseen = [view.app_name(app) for app in view.filters.apps if app not in set(rows["app"])]
    parts.append(t("{apps} not observed", apps=t.join(unseen)) if unseen else "")
    return t.label(
        f"{t.country(code)}, {t.day(rows['observed_at'].iloc[0])}", t.join_semicolons(filter(None, parts))
    )


def _app_rank(view: ViewContext, row: Row) -> str:
    t = view.texts
    return t("{app} {place}", app=view.app_name(row["app"]), place=t.ordinal(int(row["rank"])))


def alt(view: ViewContext, places: pd.DataFrame, countries: list[str]) -> str:
    """The table for those who do not see it."""
    return ". ".join(describe_country(view, places, code) for code in countries)


def map_alt(view: ViewContext, places: pd.DataFrame, app: str) -> str:
    """The map for those who do not see it: one app, every country read, and how many were not."""
    t, mine = view.texts, places[places["app"] == app]
    told = [
        f"{rank_or_cutoff(view, row)} ({t.country(row['country'])}, {t.day(row['observed_at'])})"
        for row in mine.sort_values("rank").to_dict("records")
    ]
    unread = len(view.catalog.storefronts) - mine["country"].nunique()
    told.append(t.count("not observed in {n} storefront", "not observed in {n} storefronts", unread))
    return t.label(view.app_name(app), t.join_semicolons(told))


def rank_or_cutoff(view: ViewContext, row: Row) -> str:
    t = view.texts
    if row["state"] == "below":
        return t("below the cut-off of {depth}", depth=row["depth"])
    return t.ordinal(int(row["rank"]))


def source_line(view: ViewContext, rows: pd.DataFrame, what: str) -> str:
    """Provenance of readings in several countries: `what` they are, their days, who recorded them."""
    t = view.texts
    days = t.days(rows["observed_at"].min(), rows["observed_at"].max())
    who = t.join(sorted(set(rows["collection"])))
    return " · ".join(
        [
            code_label(t, "observed").capitalize(),
            t.label(what, days),
            t("store feeds, recorded by {who}", who=who),
        ]
    )


def legend(view: ViewContext) -> str:
    """The legend of the chosen look, in words."""
    t = view.texts
    table = t(
        "How to read it: the number is the place, the stronger the colour the nearer to 1; grey and “> 50” is below the"
        " cut-off of a reading of 50 places; an empty cell was not observed. In bold: the chosen country."
    )
    squares = t(
        "How to read it: one square for each storefront, all alike in size, about where the country lies. The number is"
        " the place, the stronger the colour the nearer to 1; grey and “>50” is below the cut-off of a reading of 50"
        " places; an outline was not observed. In bold: the chosen country."
    )
    lines = t(
        "How to read it: 1 is on top; a line joins readings of one source on days in a row; an open mark in the grey"
        " band is below the cut-off; where there is nothing, nobody looked. Every country has the same axes."
    )
    return {"table": table, "map": squares, "lines": lines}[view.filters.world]


def over_time_title(view: ViewContext, rows: pd.DataFrame, app: str) -> str:
    """The best place of `app` in any country over the days shown."""
    t, mine = view.texts, rows[rows["app"] == app]
    if filter_ranked(mine).empty:
        return title(view, rows, app)
    best = filter_ranked(mine).sort_values(["rank", "observed_at"]).iloc[0]
    return t(
        "{app} best in {country}, by the day’s last snapshot: {place} on {day}; ranked on some day in {n} of {read}",
        app=view.app_name(app),
        country=t.country(best["country"]),
        place=t.ordinal(int(best["rank"])),
        day=t.day(best["observed_at"]),
        n=t.number(filter_ranked(mine)["country"].nunique()),
        read=countries_count(view, mine),
    )


def country_label(view: ViewContext, rows: pd.DataFrame, code: str) -> str:
    """What stands above one country's small chart."""
    t, mine = view.texts, rows[rows["country"] == code]
    name = f"<b>{t.country(code)}</b>" if code == view.filters.country else t.country(code)
    chosen = t.count("{n} day", "{n} days", (view.filters.until - view.filters.since).days + 1)
    days = t("{n} of {days}", n=t.number(mine["observed_at"].dt.normalize().nunique()), days=chosen)
    least, most = int(mine["depth"].min()), int(mine["depth"].max())
    depth = t("top {depth}", depth=most)
    if least < most:
        depth = t("top {least} to {most}", least=least, most=most)
    return f"{name}, {days}, {depth}"


def over_time_alt(view: ViewContext, rows: pd.DataFrame, countries: list[str]) -> str:
    """The small charts for those who do not see them: best and newest of each app in each country."""
    return ". ".join(_describe_history(view, rows[rows["country"] == code], code) for code in countries)


def _describe_history(view: ViewContext, rows: pd.DataFrame, code: str) -> str:
    t, seen = view.texts, set(rows["app"])
    parts = [_describe_best(view, rows[rows["app"] == app]) for app in view.filters.apps if app in seen]
    unseen = [view.app_name(app) for app in view.filters.apps if app not in seen]
    parts += [t("{apps} not observed", apps=t.join(unseen))] if unseen else []
    days = t.days(rows["observed_at"].min(), rows["observed_at"].max())
    return t.label(f"{t.country(code)}, {days}", t.join_semicolons(parts))


def _describe_best(view: ViewContext, mine: pd.DataFrame) -> str:
    t, newest = view.texts, mine.iloc[-1]
    name = view.app_name(newest["app"])
    if filter_ranked(mine).empty:
        return t("{app} below the cut-off in every day’s last snapshot", app=name)
    best = filter_ranked(mine).sort_values("rank").iloc[0]
    latest, top = rank_or_cutoff(view, dict(newest)), t.ordinal(int(best["rank"]))
    return t("{app} {latest} (at best {best})", app=name, latest=latest, best=top)
