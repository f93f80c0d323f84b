"""Cells of the fact sheet, its title and its numbered sources."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text import ratings as ratings_text
from dashboard.text.audience import BEST_EVIDENCE, WEAKER_EVIDENCE, qualifiers
from dashboard.text.bounds import describe_unranked
from dashboard.text.claims import measurer_name, period_text, scope_exceptions, scope_text, source_name
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown, markdown_link
from dashboard.text.features import cell_claims, claim_text
from dashboard.text.labels import catalog_label, code_label
from dashboard.text.launches import short_number
from dashboard.text.standings import DOWN, UP
from dashboard.text.summary_data import NO_BREAK_SPACE, SummaryData, last_row, no_break
from dashboard.text.time_to import time_to_text
from dashboard.text.translator import Translator

LINE_BREAK = "  \n"  # of a cell


def title(data: SummaryData) -> str:
    """The page's title: the first app and the day of the newest snapshot used, short enough for one line."""
    view, t, newest = data.view, data.view.texts, data.newest_day()
    app = view.app_name(view.filters.apps[0])
    if newest is None:
        return t("{app}: fact sheet", app=app)
    return t("{app}: fact sheet, {day}", app=app, day=t.day(newest))


def days(data: SummaryData, app: str) -> str:
    """Days to the chosen goal, as a bound, in the chosen race."""
    view, times = data.view, data.times
    rows = times[(times["app"] == app) & (times["race"] == "same")].to_dict("records")
    if not rows:
        return view.texts("no data")
    row = rows[0]
    text = f"**{time_to_text(row, view.texts)}**"
    if pd.notna(row["unranked"]):
        text = describe_unranked(view, row)
    if pd.isna(row["by_day"]):
        return text
    measurer = escape_markdown(measurer_name(view.texts, row["stated_by"]))
    return f"{text}, {measurer}, {code_label(view.texts, row['kind'])} {data.cite(row)}"


def downloads(data: SummaryData, app: str) -> str:
    """The most downloads claimed on the best evidence; more on weaker evidence below."""
    rows = data.greatest_downloads[data.greatest_downloads["app"] == app].to_dict("records")
    cells = [_claim_cell(data, row, scope_exceptions(data.view.texts, row)) for row in rows]
    return LINE_BREAK.join(cells) or data.view.texts("no data")


def spending(data: SummaryData, app: str) -> str:
    """The greatest consumer spending on the best evidence."""
    t, rows = data.view.texts, data.spending
    cells = [
        _claim_cell(data, row, [code_label(t, row["unit"]), *scope_exceptions(t, row)])
        for row in rows[(rows["app"] == app) & (rows["place"] == BEST_EVIDENCE)].to_dict("records")
    ]
    return LINE_BREAK.join(cells) or t("no data")


def users(data: SummaryData, app: str) -> str:
    """Users on the best evidence, in the chosen country, else in the world; newer on weaker evidence below."""
    for rows in data.users:
        claims = rows[(rows["app"] == app) & rows["place"].notna()].sort_values("place", kind="stable")
        if len(claims):
            return LINE_BREAK.join(_users_cell(data, row) for row in claims.to_dict("records"))
    return data.view.texts("no data")


def _users_cell(data: SummaryData, row: Row) -> str:
    view = data.view
    worldwide = row["claim_id"] in set(data.users[1]["claim_id"])
    area = [view.texts.country("world")] if worldwide else []
    return _claim_cell(data, row, [*area, *qualifiers(view, row)])


def _claim_cell(data: SummaryData, row: Row, narrowing: list[str]) -> str:
    """A number, what narrows it, period, measurer, kind and footnote."""
    view, t = data.view, data.view.texts
    measurer = escape_markdown(measurer_name(t, row["stated_by"]))
    evidence = [t("weaker evidence")] if row["place"] == WEAKER_EVIDENCE else []
    details = ", ".join([*evidence, *narrowing, period_text(t, row), measurer, code_label(t, row["kind"])])
    return f"**{short_number(view, row)}**, {details} {data.cite(row)}"


def price(data: SummaryData, app: str) -> str:
    """The price of the paid plan: the newest claim, or all that contradict each other."""
    view = data.view
    rows = cell_claims(data.features, app, "price_paid_tier")
    claims = [f"{escape_markdown(claim_text(view, row))}{NO_BREAK_SPACE}{data.cite(row)}" for row in rows]
    return LINE_BREAK.join(claims) or view.texts("no data")


def claim_labels(view: ViewContext) -> dict[str, str]:
    """Labels of the measures that rest on claims."""
    t, f = view.texts, view.filters
    scope = scope_text(view.texts, {"platform": f.platform, "scope": f.launch_params()["scope"]})
    default_scope = (f.platform, f.area) == ("all", "world")
    days = t("Days to reach {goal} downloads", goal=t.compact(f.goal))
    return {
        "launch": t("Launch, day 0 {choice}", choice=code_label(t, f.day0)),
        "days": days if default_scope else f"{days}, {scope}",
        "downloads": t("Highest download figure"),
        "users": f"{catalog_label(view.catalog, t, 'metrics', f.metric)}, {t.country(f.country)}",
        "spending": t("Consumer spending"),
        "price": t("Paid plan (reported)"),
    }


def sources(data: SummaryData) -> str:
    """The numbered sources with their addresses; their dates are on the page of sources."""
    t = data.view.texts
    links = [markdown_link(source_name(t, publisher), url) for url, publisher in data.notes.items()]
    return " · ".join(f"\\[{number}\\] {link}" for number, link in enumerate(links, 1))


def latest(data: SummaryData, app: str) -> str:
    """The rank in the newest reading of the chosen chart."""
    t, row = data.view.texts, last_row(data.summary, app)
    if row is None:
        return t("no data")
    depth = t.number(row["latest_depth"])
    day = no_break(t.day(row["latest_at"]))
    rank = t("outside the top {depth}", depth=depth)
    if pd.notna(row["latest"]):
        rank = f"**{t.ordinal(int(row['latest']))}**"
    return LINE_BREAK.join(filter(None, [f"{rank}, {day}", _rank_changes(data, app)]))


def _rank_changes(data: SummaryData, app: str) -> str:
    """The change since the last day with a snapshot before, and since the day 30 days before where it has one."""
    t, row = data.view.texts, last_row(data.standings, app)
    if row is None:
        return ""
    changes = [(row["move_before"], row["gain_before"]), (row["move_month"], row["gain_month"])]
    before, month = (_change_text(t, move, gain) for move, gain in changes)
    since = (
        t("{change} since {day}", change=before, day=no_break(t.day(row["before_day"], "d MMM")))
        if before
        else ""
    )
    over = t("{change} over 30 days", change=month) if month else ""
    return t.join_semicolons(filter(None, [since, over]))


def _change_text(t: Translator, move: object, gain: float) -> str:
    """▲ 35, ▼ 2, or in words; empty where snapshots cannot tell."""
    if move in ("climbed", "fell"):
        return f"{UP if move == 'climbed' else DOWN}{NO_BREAK_SPACE}{t.number(abs(int(gain)))}"
    words = {"stayed": t("unchanged"), "new": t("entered the list"), "left": t("left the list")}
    return words.get(str(move), "")


def best(data: SummaryData, app: str) -> str:
    """The best rank and the days in the top 10, of the chosen days; or that all snapshots have it below."""
    t, row = data.view.texts, last_row(data.summary, app)
    if row is None:
        return t("no data")
    if pd.isna(row["best"]):
        return t.count(
            "outside the list in {n} snapshot", "outside the list in all {n} snapshots", int(row["readings"])
        )
    rank = f"**{t.ordinal(int(row['best']))}**, {no_break(t.day(row['best_at']))}"
    days = t.day_count(int(row["days_chosen"]))
    top_10 = t("top 10 on **{n}** of {days}", n=t.number(row["days_top_10"]), days=days)
    missing_days = int(row["days_chosen"]) - int(row["days_observed"])
    missing = t.count("{n} without a snapshot", "{n} without snapshots", missing_days)
    return rank + LINE_BREAK + top_10 + (f", {missing}" if missing_days else "")


def days_ahead(data: SummaryData, app: str) -> str:
    """Days on which the first app ranked higher, of the comparable days."""
    t, row = data.view.texts, last_row(data.pairs, app, "rival")
    if app == data.view.filters.apps[0]:
        return "–"
    if row is None or not row["readings"]:
        return t("no data")
    if not row["days_told"]:
        return t("inconclusive: both outside the list")
    days = t.count("{n} comparable day", "{n} comparable days", int(row["days_told"]))
    return t("**{n}** of {days}", n=t.number(row["days_ahead"]), days=days)


def ratings(data: SummaryData, app: str) -> str:
    """The number of ratings in the store's country, and their average."""
    view, row = data.view, last_row(data.ratings, app)
    if row is None:
        return view.texts("no data")
    average = no_break(view.texts("average {stars}", stars=ratings_text.average_text(view, row)))
    day = no_break(view.texts.day(row["observed_at"]))
    return f"**{view.texts.number(row['rating_count'])}**, {average}, {day} {collection_footnote(data, row['collection'])}"


def collection_footnote(data: SummaryData, collection: str) -> str:
    """The footnote of the archive that recorded a reading."""
    urls = {entry.id: entry.url for entry in data.view.catalog.collections}
    return data.footnote(urls[collection], collection) if collection in urls else collection


def collection_footnotes(data: SummaryData) -> str:
    """The footnotes of the archives that recorded the chart."""
    footnotes = [collection_footnote(data, collection) for collection in data.coverage["collection"]]
    return f" {''.join(footnotes)}" if footnotes else ""


def reading_labels(data: SummaryData, country: str) -> dict[str, str]:
    """Labels of the measures that rest on readings; `country` is that of the ratings."""
    t, f = data.view.texts, data.view.filters
    return {
        "latest": t("Latest rank (observed)"),
        "best": t("Best rank (observed)"),
        "duel": t("Days {app} ranked higher", app=data.view.app_name(f.apps[0])),
        "ratings": t("Ratings in\u00a0{country} (observed)", country=no_break(t.country(country))),
    }
