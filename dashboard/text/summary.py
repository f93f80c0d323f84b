"""The cells of the one page that rest on claims, its title and its numbered sources."""

from dataclasses import dataclass, field

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.audience import WEAKER, narrow
from dashboard.text.bounds import alone
from dashboard.text.claims import measurer, period, source
from dashboard.text.claims import scope as scoped
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown, link_target, markdown_link
from dashboard.text.features import claim, of_feature
from dashboard.text.labels import catalog_label, code_label
from dashboard.text.launches import platform_and_place
from dashboard.text.launches import short as short_number
from dashboard.text.time_to import time_to_text

LINE = "  \n"  # a new line of a cell
FIRM = "\u00a0"


@dataclass(frozen=True)
class SummaryData:
    """What the page's questions were answered, and the sources that its cells name.

    `notes` holds each source by its address, in the order in which the page names it.
    """

    view: ViewContext
    zeros: pd.DataFrame
    times: pd.DataFrame
    launches: pd.DataFrame
    most: pd.DataFrame
    coverage: pd.DataFrame
    summary: pd.DataFrame
    duels: pd.DataFrame
    users: tuple[pd.DataFrame, pd.DataFrame]
    ratings: pd.DataFrame
    features: pd.DataFrame
    notes: dict[str, str] = field(default_factory=dict)

    def footnote(self, url: str, publisher: str) -> str:
        """The number of a source, which leads to its address."""
        self.notes.setdefault(url, publisher)
        return f"[\\[{list(self.notes).index(url) + 1}\\]]({link_target(url)})"

    def cited(self, row: Row) -> str:
        return self.footnote(row["url"], row["publisher"])


def title(view: ViewContext) -> str:
    """What the page is, short enough for one line."""
    return view.texts("{app} on one page", app=view.app_name(view.filters.apps[0]))


def no_break(text: str) -> str:
    """A number or a date that no line breaks: on a telephone it keeps its column legible."""
    return text.replace(" ", FIRM)


def days(known: SummaryData, app: str) -> str:
    """Days to the chosen number of downloads, as a bound, in the race that the link says."""
    view, times = known.view, known.times
    mine = times[(times["app"] == app) & (times["race"] == "same")].to_dict("records")
    if not mine:
        return view.texts("unknown")
    row = mine[0]
    said = f"**{time_to_text(row, view.texts)}**" if pd.isna(row["unranked"]) else alone(view, row)
    if pd.isna(row["by_day"]):
        return said
    return f"{said}, {code_label(view.texts, row['kind'])} {known.cited(row)}"


def downloads(known: SummaryData, app: str) -> str:
    """The largest number of downloads that a claim gives; a larger one whose source names nobody below it."""
    rows = known.most[known.most["app"] == app].to_dict("records")
    return LINE.join(_claimed(known, row, scoped(known.view.texts, row)) for row in rows) or known.view.texts(
        "unknown"
    )


def users(known: SummaryData, app: str) -> str:
    """The best evidence of users in the chosen country, else in the world; what is newer and weaker below it."""
    for rows in known.users:
        mine = rows[(rows["app"] == app) & rows["place"].notna()].sort_values("place", kind="stable")
        if len(mine):
            return LINE.join(_used(known, row) for row in mine.to_dict("records"))
    return known.view.texts("unknown")


def _used(known: SummaryData, row: Row) -> str:
    view = known.view
    elsewhere = row["claim_id"] in set(known.users[1]["claim_id"])
    place = [view.texts.country("world")] if elsewhere else []
    return _claimed(known, row, [*place, *narrow(view, row)])


def _claimed(known: SummaryData, row: Row, more: list[str]) -> str:
    """A number, what narrows it, its time, who measured it and how sure it is, with the mark of its source."""
    view, t = known.view, known.view.texts
    who = escape_markdown(measurer(t, row["stated_by"]))
    weak = [t("weaker evidence")] if row["place"] == WEAKER else []
    about = ", ".join([*weak, *more, period(t, row), who, code_label(t, row["kind"])])
    return f"**{short_number(view, row)}**, {about} {known.cited(row)}"


def price(known: SummaryData, app: str) -> str:
    """What the paid plan costs: the newest claim, or all that contradict each other."""
    view = known.view
    rows = of_feature(known.features, app, "price_paid_tier")
    told = [f"{escape_markdown(claim(view, row))}{FIRM}{known.cited(row)}" for row in rows]
    return LINE.join(told) or view.texts("unknown")


def labels(view: ViewContext) -> dict[str, str]:
    """The names of the measures that rest on claims."""
    t, f = view.texts, view.filters
    race = platform_and_place(view, {"platform": f.platform, "scope": f.launch_params()["scope"]})
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
    links = [markdown_link(source(t, publisher), url) for url, publisher in known.notes.items()]
    return " · ".join(f"\\[{place}\\] {link}" for place, link in enumerate(links, 1))
