"""Sentences on one assistant against the others."""

import pandas as pd

from dashboard.sentences.launch import Row, number
from dashboard.sentences.rank import place
from dashboard.session import View
from dashboard.words import term, word


def duel_title(view: View, app: str, duels: pd.DataFrame) -> str:
    """In how many of the readings that can tell the app stood above each rival."""
    t = view.texts
    told = [
        t(
            "{rival} in {n} of {all}",
            rival=view.name(row["rival"]),
            n=t.number(row["days_ahead"]),
            all=t.number(row["days_told"]),
        )
        for row in duels[duels["days_told"] > 0].to_dict("records")
    ]
    if not told:
        return t("{app} and its rivals: no reading of this chart can tell", app=view.name(app))
    return t("{app} ahead of {list} days", app=view.name(app), list=t.join(told))


def countries_title(view: View, places: pd.DataFrame) -> str:
    """Where the first chosen app stands best, among the countries read."""
    t, app = view.texts, view.filters.apps[0]
    read = t.count("{n} country read", "{n} countries read", places["country"].nunique())
    mine = places[(places["app"] == app) & (places["state"] == "ranked")].sort_values("rank")
    if mine.empty:
        return t("{app} below the cut-off in every one of {read}", app=view.name(app), read=read)
    best = mine.iloc[0]
    return t(
        "{app} ranked in {n} of {read}, best in {country}: {place}",
        app=view.name(app),
        n=t.number(len(mine)),
        read=read,
        country=t.country(best["country"]),
        place=t.ordinal(int(best["rank"])),
    )


def countries_alt(view: View, places: pd.DataFrame) -> str:
    t = view.texts
    told = [
        f"{t.country(str(code))}, {t.day(rows['observed_at'].iloc[0])}: "
        + t.join(place(view, row) for row in rows.to_dict("records"))
        for code, rows in places.groupby("country")
    ]
    return ". ".join(told)


def countries_about(view: View, places: pd.DataFrame) -> str:
    t = view.texts
    days = t.days(places["observed_at"].min(), places["observed_at"].max())
    who = t.join(sorted(places["collection"].unique()))
    return " · ".join(
        [
            word(t, "observed").capitalize(),
            t("newest reading of each country, {days}", days=days),
            t("store feeds, recorded by {who}", who=who),
            t("open marks are below the cut-off"),
        ]
    )


def audience_title(view: View, scope: str, rows: pd.DataFrame) -> str:
    """The largest newest number of one metric in one place."""
    t = view.texts
    newest = (
        rows[rows["app"].isin(view.filters.apps)].sort_values("last_day").drop_duplicates("app", keep="last")
    )
    told = [f"{view.name(row['app'])} {number(view, row)}" for row in _by_size(newest)]
    what = term(view.catalog, t, "metrics", view.filters.metric)
    return t(
        "{what}, {where}: {list}",
        what=what,
        where=t.country(scope),
        list=t.join(told) or t("market total only"),
    )


def _by_size(rows: pd.DataFrame) -> list[Row]:
    return rows.sort_values("value", ascending=False).to_dict("records")


def audience_alt(view: View, rows: pd.DataFrame) -> str:
    t = view.texts
    told = [
        f"{view.name(row['app'])}, {t.partial(row['period_end'])}: {number(view, row)} ({row['stated_by']})"
        for row in rows.to_dict("records")
    ]
    return t.clauses(told)
