"""Cells of the one-page summary, its title and its numbered sources."""

from dataclasses import dataclass, field

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text import ratings as ratings_text
from dashboard.text.audience import WEAKER_EVIDENCE, qualifiers
from dashboard.text.bounds import describe_unranked
from dashboard.text.claims import measurer_name, period_text, scope_exceptions, scope_text, source_name
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown, link_target, markdown_link
from dashboard.text.features import cell_claims, claim_text, short_date
from dashboard.text.labels import catalog_label, code_label
from dashboard.text.launches import short_number
from dashboard.text.time_to import time_to_text

LINE_BREAK = "  \n"  # of a cell
NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True)
class SummaryData:
    """Query results of the summary page, and the sources that its cells cite.

    `notes`: url -> publisher, in order of first citation.
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
        """The number of a source as a Markdown link to its address."""
        self.notes.setdefault(url, publisher)
        return f"[\\[{list(self.notes).index(url) + 1}\\]]({link_target(url)})"

    def cite(self, row: Row) -> str:
        """The footnote of a row's source."""
        return self.footnote(row["url"], row["publisher"])


def title(view: ViewContext) -> str:
    """The page's title, short enough for one line."""
    return view.texts("{app} on one page", app=view.app_name(view.filters.apps[0]))


def no_break(text: str) -> str:
    """The text with no-break spaces: on a phone, numbers and dates stay on one line."""
    return text.replace(" ", NO_BREAK_SPACE)


def days(data: SummaryData, app: str) -> str:
    """Days to the chosen goal, as a bound, in the chosen race."""
    view, times = data.view, data.times
    rows = times[(times["app"] == app) & (times["race"] == "same")].to_dict("records")
    if not rows:
        return view.texts("unknown")
    row = rows[0]
    text = f"**{time_to_text(row, view.texts)}**"
    if pd.notna(row["unranked"]):
        text = describe_unranked(view, row)
    if pd.isna(row["by_day"]):
        return text
    return f"{text}, {code_label(view.texts, row['kind'])} {data.cite(row)}"


def downloads(data: SummaryData, app: str) -> str:
    """The most downloads claimed on the best evidence; more on weaker evidence below."""
    rows = data.greatest_downloads[data.greatest_downloads["app"] == app].to_dict("records")
    cells = [_claim_cell(data, row, scope_exceptions(data.view.texts, row)) for row in rows]
    return LINE_BREAK.join(cells) or data.view.texts("unknown")


def users(data: SummaryData, app: str) -> str:
    """Users on the best evidence, in the chosen country, else in the world; newer on weaker evidence below."""
    for rows in data.users:
        claims = rows[(rows["app"] == app) & rows["place"].notna()].sort_values("place", kind="stable")
        if len(claims):
            return LINE_BREAK.join(_users_cell(data, row) for row in claims.to_dict("records"))
    return data.view.texts("unknown")


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
    return LINE_BREAK.join(claims) or view.texts("unknown")


def claim_labels(view: ViewContext) -> dict[str, str]:
    """Labels of the measures that rest on claims."""
    t, f = view.texts, view.filters
    scope = scope_text(view.texts, {"platform": f.platform, "scope": f.launch_params()["scope"]})
    default_scope = (f.platform, f.area) == ("all", "world")
    days = t("Days to {goal} downloads", goal=t.compact(f.goal))
    return {
        "launch": t("Launch, day 0 {choice}", choice=code_label(t, f.day0)),
        "days": days if default_scope else f"{days}, {scope}",
        "downloads": t("Most downloads claimed"),
        "users": f"{catalog_label(view.catalog, t, 'metrics', f.metric)}, {t.country(f.country)}",
        "price": t("Paid plan, reported"),
    }


def sources(data: SummaryData) -> str:
    """The numbered sources with their addresses; their dates are on the page of sources."""
    t = data.view.texts
    links = [markdown_link(source_name(t, publisher), url) for url, publisher in data.notes.items()]
    return " · ".join(f"\\[{number}\\] {link}" for number, link in enumerate(links, 1))


def _last_row(rows: pd.DataFrame, app: str, column: str = "app") -> Row | None:
    """The last row of an app."""
    app_rows = rows[rows[column] == app]
    return None if app_rows.empty else app_rows.iloc[-1].to_dict()


def latest(data: SummaryData, app: str) -> str:
    """The rank in the newest reading of the chosen chart."""
    t, row = data.view.texts, _last_row(data.summary, app)
    if row is None:
        return t("not observed")
    depth = t.number(row["latest_depth"])
    day = no_break(t.day(row["latest_at"]))
    if pd.isna(row["latest"]):
        return f"{t('below the cut-off of {depth}', depth=depth)}, {day}"
    return f"**{t.ordinal(int(row['latest']))}**, {day}"


def best(data: SummaryData, app: str) -> str:
    """The best rank and the days in the top 10, of the chosen days; or that all snapshots have it below."""
    t, row = data.view.texts, _last_row(data.summary, app)
    if row is None:
        return t("not observed")
    if pd.isna(row["best"]):
        return t.count("below in {n} snapshot", "below in all {n} snapshots", int(row["readings"]))
    rank = f"**{t.ordinal(int(row['best']))}**, {no_break(t.day(row['best_at']))}"
    days = t.day_count(int(row["days_chosen"]))
    top_10 = t("top 10 on **{n}** of {days}", n=t.number(row["days_top_10"]), days=days)
    missing_days = int(row["days_chosen"]) - int(row["days_observed"])
    missing = t.count("{n} without a snapshot", "{n} without snapshots", missing_days)
    return rank + LINE_BREAK + top_10 + (f", {missing}" if missing_days else "")


def days_ahead(data: SummaryData, app: str) -> str:
    """Days on which the first app ranked higher, of the comparable days."""
    t, row = data.view.texts, _last_row(data.pairs, app, "rival")
    if app == data.view.filters.apps[0]:
        return t("the one compared")
    if row is None or not row["readings"]:
        return t("not observed")
    if not row["days_told"]:
        return t("untold: both below")
    days = t.count("{n} comparable day", "{n} comparable days", int(row["days_told"]))
    return t("**{n}** of {days}", n=t.number(row["days_ahead"]), days=days)


def ratings(data: SummaryData, app: str) -> str:
    """The number of ratings in the store's country, and their average."""
    view, row = data.view, _last_row(data.ratings, app)
    if row is None:
        return view.texts("not observed")
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
        "latest": t("Newest place, observed"),
        "best": t("Best place, observed"),
        "duel": t("{app} higher, observed", app=data.view.app_name(f.apps[0])),
        "ratings": t("Ratings,\u00a0{country}, observed", country=no_break(t.country(country))),
    }


def launch(data: SummaryData, app: str) -> str:
    """Day 0 of the chosen kind; the press's where that is unknown."""
    view, zeros = data.view, data.zeros[data.zeros["app"] == app].set_index("day0", drop=False)
    chosen = next((day0 for day0 in (view.filters.day0, "press") if day0 in zeros.index), None)
    if chosen is None:
        return view.texts("unknown")
    zero = zeros.loc[chosen].to_dict()
    launches, undetailed = launches_of_date(data, app, zero)
    choice = [] if chosen == view.filters.day0 else [code_label(view.texts, chosen)]
    details = ", ".join([*_launch_details(view, launches), *choice])
    footnotes = "".join(data.cite(row) for row in (launches[0], *undetailed))
    return f"**{no_break(short_date(view, zero['launched_on']))}**, {details} {footnotes}"


def launches_of_date(data: SummaryData, app: str, zero: Row) -> tuple[list[Row], list[Row]]:
    """Launches of that date by its best source, and no others.

    Where only another source states the platform: that source's launch, then those of the best source.
    """
    rows, day = (
        data.launches[data.launches["app"] == app].sort_values(["tier", "launch_id"]),
        zero["first_day"],
    )
    web = rows["platform"] == "web"
    launches = rows[web] if zero["platform"] == "web" else rows[~web & (rows["basis"] != "reused_id")]
    same_date = launches[launches["launched_on"] == zero["launched_on"]]
    best_source = same_date[same_date["url"] == same_date["url"].iloc[0]]
    if best_source["platform_stated"].any():
        return best_source.to_dict("records"), []
    overlapping = launches[(launches["first_day"] <= day) & (launches["last_day"] >= day)]
    with_platform = overlapping["platform_stated"] & (overlapping["platform"] == zero["platform"])
    first = overlapping[with_platform].head(1)
    if first.empty:
        return best_source.to_dict("records"), []
    return first.to_dict("records"), best_source.to_dict("records")


def _launch_details(view: ViewContext, rows: list[Row]) -> list[str]:
    """The platforms of a launch, its country, and the basis where it was not announced."""
    t, row = view.texts, rows[0]
    stated = sorted((launch["platform"] for launch in rows if launch["platform_stated"]), reverse=True)
    platforms = dict.fromkeys(code_label(t, platform) for platform in stated)
    country = [] if row["scope"] in ("unstated", "world") else [t.country(row["scope"])]
    basis = [] if row["basis"] == "announced" else [code_label(t, row["basis"])]
    return [t.join_semicolons(platforms) if platforms else t("platform not stated"), *country, *basis]
