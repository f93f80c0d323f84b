"""The cells of the one page that rest on claims, its title and its numbered sources."""

from dataclasses import dataclass, field

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text import ratings as ratings_text
from dashboard.text.audience import WEAKER_EVIDENCE, qualifiers
from dashboard.text.bounds import describe_unranked
from dashboard.text.claims import measurer_name, period_text, source_name
from dashboard.text.claims import scope_exceptions as scoped
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown, link_target, markdown_link
from dashboard.text.features import cell_claims, claim_text, short_date
from dashboard.text.labels import catalog_label, code_label
from dashboard.text.launches import platform_and_country, short_number
from dashboard.text.time_to import time_to_text

LINE_BREAK = "  \n"  # a new line of a cell
NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True)
class SummaryData:
    """What the page's questions were answered, and the sources that its cells name.

    `notes` holds each source by its address, in the order in which the page names it.
    """

    view: ViewContext
    zeros: pd.DataFrame
    times: pd.DataFrame
    launches: pd.DataFrame
    greatest_downloads: pd.DataFrame
    coverage: pd.DataFrame
    summary: pd.DataFrame
    pairs: pd.DataFrame
    users: tuple[pd.DataFrame, pd.DataFrame]
    ratings: pd.DataFrame
    features: pd.DataFrame
    notes: dict[str, str] = field(default_factory=dict)

    def footnote(self, url: str, publisher: str) -> str:
        """The number of a source, which leads to its address."""
        self.notes.setdefault(url, publisher)
        return f"[\\[{list(self.notes).index(url) + 1}\\]]({link_target(url)})"

    def cite(self, row: Row) -> str:
        return self.footnote(row["url"], row["publisher"])


def title(view: ViewContext) -> str:
    """What the page is, short enough for one line."""
    return view.texts("{app} on one page", app=view.app_name(view.filters.apps[0]))


def no_break(text: str) -> str:
    """A number or a date that no line breaks: on a telephone it keeps its column legible."""
    return text.replace(" ", NO_BREAK_SPACE)


def days(known: SummaryData, app: str) -> str:
    """Days to the chosen number of downloads, as a bound, in the race that the link says."""
    view, times = known.view, known.times
    mine = times[(times["app"] == app) & (times["race"] == "same")].to_dict("records")
    if not mine:
        return view.texts("unknown")
    row = mine[0]
    said = (
        f"**{time_to_text(row, view.texts)}**" if pd.isna(row["unranked"]) else describe_unranked(view, row)
    )
    if pd.isna(row["by_day"]):
        return said
    return f"{said}, {code_label(view.texts, row['kind'])} {known.cite(row)}"


def downloads(known: SummaryData, app: str) -> str:
    """The largest number of downloads that a claim gives; a larger one whose source names nobody below it."""
    rows = known.greatest_downloads[known.greatest_downloads["app"] == app].to_dict("records")
    return LINE_BREAK.join(
        _claim_cell(known, row, scoped(known.view.texts, row)) for row in rows
    ) or known.view.texts("unknown")


def users(known: SummaryData, app: str) -> str:
    """The best evidence of users in the chosen country, else in the world; what is newer and weaker below it."""
    for rows in known.users:
        mine = rows[(rows["app"] == app) & rows["place"].notna()].sort_values("place", kind="stable")
        if len(mine):
            return LINE_BREAK.join(_users_cell(known, row) for row in mine.to_dict("records"))
    return known.view.texts("unknown")


def _users_cell(known: SummaryData, row: Row) -> str:
    view = known.view
    elsewhere = row["claim_id"] in set(known.users[1]["claim_id"])
    place = [view.texts.country("world")] if elsewhere else []
    return _claim_cell(known, row, [*place, *qualifiers(view, row)])


def _claim_cell(known: SummaryData, row: Row, more: list[str]) -> str:
    """A number, what narrows it, its time, who measured it and how sure it is, with the mark of its source."""
    view, t = known.view, known.view.texts
    who = escape_markdown(measurer_name(t, row["stated_by"]))
    weak = [t("weaker evidence")] if row["place"] == WEAKER_EVIDENCE else []
    about = ", ".join([*weak, *more, period_text(t, row), who, code_label(t, row["kind"])])
    return f"**{short_number(view, row)}**, {about} {known.cite(row)}"


def price(known: SummaryData, app: str) -> str:
    """What the paid plan costs: the newest claim, or all that contradict each other."""
    view = known.view
    rows = cell_claims(known.features, app, "price_paid_tier")
    told = [f"{escape_markdown(claim_text(view, row))}{NO_BREAK_SPACE}{known.cite(row)}" for row in rows]
    return LINE_BREAK.join(told) or view.texts("unknown")


def claim_labels(view: ViewContext) -> dict[str, str]:
    """The names of the measures that rest on claims."""
    t, f = view.texts, view.filters
    race = platform_and_country(view, {"platform": f.platform, "scope": f.launch_params()["scope"]})
    usual = (f.platform, f.area) == ("all", "world")
    days = t("Days to {goal} downloads", goal=t.compact(f.goal))
    return {
        "launch": t("Launch, day 0 {choice}", choice=code_label(t, f.day0)),
        "days": days if usual else f"{days}, {race}",
        "downloads": t("Most downloads claimed"),
        "users": f"{catalog_label(view.catalog, t, 'metrics', f.metric)}, {t.country(f.country)}",
        "price": t("Paid plan, reported"),
    }


def sources(known: SummaryData) -> str:
    """The numbered sources, each with its address; their dates stand on the page of sources."""
    t = known.view.texts
    links = [markdown_link(source_name(t, publisher), url) for url, publisher in known.notes.items()]
    return " · ".join(f"\\[{place}\\] {link}" for place, link in enumerate(links, 1))


def _last_row(rows: pd.DataFrame, app: str, column: str = "app") -> Row | None:
    """The last row of an app."""
    mine = rows[rows[column] == app]
    return None if mine.empty else mine.iloc[-1].to_dict()


def latest(known: SummaryData, app: str) -> str:
    """The place in the newest reading of the chosen chart."""
    t, row = known.view.texts, _last_row(known.summary, app)
    if row is None:
        return t("not observed")
    depth = t.number(row["latest_depth"])
    day = no_break(t.day(row["latest_at"]))
    if pd.isna(row["latest"]):
        return f"{t('below the cut-off of {depth}', depth=depth)}, {day}"
    return f"**{t.ordinal(int(row['latest']))}**, {day}"


def best(known: SummaryData, app: str) -> str:
    """The best rank in the chosen days, with days in the first ten by their last snapshot; or below in all."""
    t, row = known.view.texts, _last_row(known.summary, app)
    if row is None:
        return t("not observed")
    if pd.isna(row["best"]):
        return t.count("below in {n} snapshot", "below in all {n} snapshots", int(row["readings"]))
    place = f"**{t.ordinal(int(row['best']))}**, {no_break(t.day(row['best_at']))}"
    days = t.count("{n} day", "{n} days", int(row["days_chosen"]))
    top = t("top 10 on **{n}** of {days}", n=t.number(row["days_top_10"]), days=days)
    missing = int(row["days_chosen"]) - int(row["days_observed"])
    return place + LINE_BREAK + top + (f", {_missing_days_text(known, missing)}" if missing else "")


def _missing_days_text(known: SummaryData, days: int) -> str:
    return known.view.texts.count("{n} without a snapshot", "{n} without snapshots", days)


def days_ahead(known: SummaryData, app: str) -> str:
    """Days on which the first assistant stood higher, of the days that can tell."""
    t, row = known.view.texts, _last_row(known.pairs, app, "rival")
    if app == known.view.filters.apps[0]:
        return t("the one compared")
    if row is None or not row["readings"]:
        return t("not observed")
    if not row["days_told"]:
        return t("untold: both below")
    days = t.count("{n} comparable day", "{n} comparable days", int(row["days_told"]))
    return t("**{n}** of {days}", n=t.number(row["days_ahead"]), days=days)


def ratings(known: SummaryData, app: str) -> str:
    """Ratings in the store's country that is read, and their average."""
    view, row = known.view, _last_row(known.ratings, app)
    if row is None:
        return view.texts("not observed")
    mean = no_break(view.texts("average {stars}", stars=ratings_text.average_text(view, row)))
    day = no_break(view.texts.day(row["observed_at"]))
    return f"**{view.texts.number(row['rating_count'])}**, {mean}, {day} {collection_footnote(known, row['collection'])}"


def collection_footnote(known: SummaryData, collection: str) -> str:
    """The number of the archive that recorded a reading."""
    urls = {one.id: one.url for one in known.view.catalog.collections}
    return known.footnote(urls[collection], collection) if collection in urls else collection


def collection_footnotes(known: SummaryData) -> str:
    """The numbers of the archives that recorded the chart."""
    marks = [collection_footnote(known, one) for one in known.coverage["collection"]]
    return f" {''.join(marks)}" if marks else ""


def reading_labels(known: SummaryData, country: str) -> dict[str, str]:
    """The names of the measures that rest on readings; `country` is that of the ratings."""
    t, f = known.view.texts, known.view.filters
    return {
        "latest": t("Newest place, observed"),
        "best": t("Best place, observed"),
        "duel": t("{app} higher, observed", app=known.view.app_name(f.apps[0])),
        "ratings": t("Ratings,\u00a0{country}, observed", country=no_break(t.country(country))),
    }


def launch(known: SummaryData, app: str) -> str:
    """The day that days are counted from; the press's where the chosen one is not known."""
    view, mine = known.view, known.zeros[known.zeros["app"] == app].set_index("day0", drop=False)
    chosen = next((day0 for day0 in (view.filters.day0, "press") if day0 in mine.index), None)
    if chosen is None:
        return view.texts("unknown")
    zero = mine.loc[chosen].to_dict()
    sure, told = launches_of_date(known, app, zero)
    other = [] if chosen == view.filters.day0 else [code_label(view.texts, chosen)]
    about = ", ".join([*_launch_details(view, sure), *other])
    marks = "".join(known.cite(row) for row in (sure[0], *told))
    return f"**{no_break(short_date(view, zero['launched_on']))}**, {about} {marks}"


def launches_of_date(known: SummaryData, app: str, zero: Row) -> tuple[list[Row], list[Row]]:
    """Launches of that very date by its best source, and those that state the platform where that source does not."""
    days, day = known.launches, zero["first_day"]
    mine = days[(days["app"] == app) & (days["basis"] != "reused_id") & (days["platform"] != "web")]
    if zero["platform"] == "web":
        mine = days[(days["app"] == app) & (days["platform"] == "web")]
    same = mine[mine["launched_on"] == zero["launched_on"]].sort_values(["tier", "launch_id"])
    sure = same[same["url"] == same["url"].iloc[0]]
    if sure["platform_stated"].any():
        return sure.to_dict("records"), []
    within = mine[(mine["first_day"] <= day) & (mine["last_day"] >= day) & mine["platform_stated"]]
    more = within[within["platform"] == zero["platform"]].sort_values(["tier", "launch_id"]).head(1)
    return (more if len(more) else sure).to_dict("records"), sure.to_dict("records") if len(more) else []


def _launch_details(view: ViewContext, rows: list[Row]) -> list[str]:
    """The platforms that a launch's source names, its place, and whether a store's date is all that is known."""
    t, row = view.texts, rows[0]
    stated = sorted((one["platform"] for one in rows if one["platform_stated"]), reverse=True)
    named = dict.fromkeys(code_label(t, platform) for platform in stated)
    place = [] if row["scope"] in ("unstated", "world") else [t.country(row["scope"])]
    basis = [] if row["basis"] == "announced" else [code_label(t, row["basis"])]
    return [t.join_semicolons(named) if named else t("platform not stated"), *place, *basis]
