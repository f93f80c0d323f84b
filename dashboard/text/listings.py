"""Sentences and table of the pages of assistants in a store."""

from typing import Any

import pandas as pd
from babel import Locale

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown
from dashboard.text.features import wrap_cell
from dashboard.text.labels import catalog_label, code_label
from dashboard.text.provenance import observed_line
from dashboard.text.ratings import average_text

NO_VALUE = "–"
MAX_LANGUAGES = 3  # languages by name; of more, only their number


def title(view: ViewContext, rows: pd.DataFrame) -> str:
    """The apps in the store, the apps not in it, and the newest version."""
    t, f = view.texts, view.filters
    listed, unlisted = rows[rows["state"] == "listed"], rows[rows["state"] == "unlisted"]
    parts = [t("{list} in the store", list=_names(view, listed))] if len(listed) else []
    parts += [t("{list} not in it", list=_names(view, unlisted))] if len(unlisted) else []
    newest = listed["released_at"].max()
    if pd.notna(newest):
        latest = listed[listed["released_at"].dt.date == newest.date()]
        parts.append(t("newest version: {list}, {day}", list=_names(view, latest), day=t.day(newest)))
    where = f"{catalog_label(view.catalog, t, 'stores', f.store)}, {t.country(f.country)}"
    return t.label(where, t.join_semicolons(parts))


def _names(view: ViewContext, rows: pd.DataFrame) -> str:
    apps = set(rows["app"])
    return view.texts.join(view.app_name(app) for app in view.filters.apps if app in apps)


def source_line(view: ViewContext, rows: pd.DataFrame) -> str:
    """Source line: collections, time of reading, and the meaning of the marks."""
    t = view.texts
    unread = [view.app_name(app) for app in view.filters.apps if app not in set(rows["app"])]
    first, last = rows["observed_at"].min(), rows["observed_at"].max()
    when = t.utc_datetime(last) if first == last else t.days(first.date(), last.date())
    return observed_line(
        t,
        t("store pages, recorded by {who}", who=t.join(sorted(set(rows["collection"])))),
        t("the newest reading of each: {when}", when=when),
        t("{mark}: the store does not say", mark=NO_VALUE),
        *([t("never read in this period: {list}", list=t.join(unread))] if unread else []),
    )


def build_table(view: ViewContext, rows: pd.DataFrame) -> pd.DataFrame:
    """A row per fact, a column per app in the reader's order; with the store's id where an app has two pages."""
    t, order = view.texts, list(view.filters.apps)
    ordered = rows.assign(turn=rows["app"].map(order.index)).sort_values(["turn", "app_id"])
    has_two_pages = ordered["app"].duplicated(keep=False)
    cells = {
        _column_heading(view, row, with_id): _facts(view, row)
        for row, with_id in zip(ordered.to_dict("records"), has_two_pages, strict=True)
    }
    table = pd.DataFrame(cells).rename_axis(t("In the store"))
    return table.drop(index=t("Reading")) if rows["observed_at"].nunique() == 1 else table


def _column_heading(view: ViewContext, row: Row, with_id: bool) -> str:
    name = escape_markdown(view.app_name(row["app"]))
    return f"{name}  \n{row['app_id']}" if with_id else name


def _facts(view: ViewContext, row: Row) -> dict[str, str]:
    """The values of a page, by the name of the fact."""
    t = view.texts
    return {
        t("State"): _text(code_label(t, row["state"])),
        t("Name there"): _text(row["app_name"]),
        t("Ratings"): NO_VALUE if pd.isna(row["rating_count"]) else t.number(int(row["rating_count"])),
        t("Average"): NO_VALUE if pd.isna(row["rating_average"]) else _stars(view, row),
        t("Version"): _text(row["version"]),
        t("Version released"): NO_VALUE if pd.isna(row["released_at"]) else t.day(row["released_at"]),
        t("Price"): price_text(view, row),
        t("Languages"): languages_text(view, row["languages"]),
        t("Size"): NO_VALUE if pd.isna(row["size"]) else t("{n} MB", n=t.number(round(row["size"]))),
        t("Reading"): t.utc_datetime(row["observed_at"]),
    }


def _text(value: Any) -> str:
    return wrap_cell(value, break_long_words=True) if isinstance(value, str) else NO_VALUE


def _stars(view: ViewContext, row: Row) -> str:
    return view.texts("{stars} stars of 5", stars=average_text(view, row))


def price_text(view: ViewContext, row: Row) -> str:
    """The price of the app itself, without purchases in it."""
    if pd.isna(row["price"]) or not isinstance(row["currency"], str):
        return NO_VALUE
    if not row["price"]:
        return view.texts("free")
    return escape_markdown(view.texts.money(row["price"], row["currency"]))


def languages_text(view: ViewContext, codes: Any) -> str:
    """The number of languages, or their names where they are few."""
    if not isinstance(codes, str) or not codes:
        return NO_VALUE
    t, languages = view.texts, codes.split(",")
    if len(languages) > MAX_LANGUAGES:
        return t.number(len(languages))
    return t.join(Locale(t.lang).languages.get(code.lower()) or escape_markdown(code) for code in languages)
