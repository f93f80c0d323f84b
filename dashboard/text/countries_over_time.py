"""Sentences on the places of the chosen apps over time, country by country."""

import pandas as pd

from dashboard.text.context import ViewContext
from dashboard.text.countries import countries_read, ranked
from dashboard.text.countries import describe_newest as told
from dashboard.text.countries import title as newest_title


def over_time_title(view: ViewContext, rows: pd.DataFrame, app: str) -> str:
    """The best place of `app` in any country over the days shown."""
    t, mine = view.texts, rows[rows["app"] == app]
    if ranked(mine).empty:
        return newest_title(view, rows, app)
    best = ranked(mine).sort_values(["rank", "observed_at"]).iloc[0]
    return t(
        "{app} best in {country}, by the day’s last snapshot: {place} on {day}; ranked on some day in {n} of {read}",
        app=view.app_name(app),
        country=t.country(best["country"]),
        place=t.ordinal(int(best["rank"])),
        day=t.day(best["observed_at"]),
        n=t.number(ranked(mine)["country"].nunique()),
        read=countries_read(view, mine),
    )


def label(view: ViewContext, rows: pd.DataFrame, code: str) -> str:
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
    return ". ".join(_history(view, rows[rows["country"] == code], code) for code in countries)


def _history(view: ViewContext, rows: pd.DataFrame, code: str) -> str:
    t, seen = view.texts, set(rows["app"])
    parts = [_best(view, rows[rows["app"] == app]) for app in view.filters.apps if app in seen]
    unseen = [view.app_name(app) for app in view.filters.apps if app not in seen]
    parts += [t("{apps} not observed", apps=t.join(unseen))] if unseen else []
    days = t.days(rows["observed_at"].min(), rows["observed_at"].max())
    return t.label(f"{t.country(code)}, {days}", t.join_semicolons(parts))


def _best(view: ViewContext, mine: pd.DataFrame) -> str:
    t, newest = view.texts, mine.iloc[-1]
    name = view.app_name(newest["app"])
    if ranked(mine).empty:
        return t("{app} below the cut-off in every day’s last snapshot", app=name)
    best = ranked(mine).sort_values("rank").iloc[0]
    latest, top = told(view, dict(newest)), t.ordinal(int(best["rank"]))
    return t("{app} {latest} (at best {best})", app=name, latest=latest, best=top)
