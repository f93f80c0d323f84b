"""What is new in one country, in one language: each change as an entry of a feed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5

import pandas as pd

from dashboard import questions
from dashboard.catalog import Catalog
from dashboard.filters import Filters, to_query
from dashboard.texts import Texts
from dashboard.warehouse import Warehouse
from dashboard.words import term, word

Row = dict[Any, Any]
PAGES = {"launches": "launch", "milestones": "launch", "features": "competitors"}  # of a claim; else the rank
MOST = 6  # assistants in a link


@dataclass(frozen=True)
class Entry:
    """One change; `known_at` is when it was taken in (UTC), `via` the page that a claim was read on."""

    id: str
    title: str
    summary: str
    link: str
    known_at: datetime
    via: str = ""


@dataclass(frozen=True)
class Teller:
    """Tells changes in one country; `bare` is what the live app's bare address shows, `live` that address."""

    catalog: Catalog
    texts: Texts
    country: str
    bare: Filters
    live: str

    def entries(self, house: Warehouse) -> list[Entry]:
        """Every change known, in the order in which they came."""
        charts = questions.chart_news(house, country=self.country).astype(object)
        claims = questions.claim_news(house, country=self.country).astype(object)
        found = [*self._told(charts, self.chart), *self._told(claims, self.claim)]
        return sorted(found, key=lambda entry: entry.known_at)

    @staticmethod
    def _told(rows: pd.DataFrame, tell: Any) -> Iterator[Entry]:
        known = rows.where(rows.notna(), None)
        return (tell(row) for row in known.to_dict("records"))

    def chart(self, row: Row) -> Entry:
        """A new number one, or an assistant that entered or left the top 10."""
        t, app = self.texts, self._name(row["app"])
        place = self._place(row["rank"], row["depth"])
        before = self._place(row["rank_before"], row["depth_before"])
        said = {
            "first": t("{app} is number one", app=app),
            "dethroned": t("{app} is no longer number one, now {place}", app=app, place=place),
            "entered": t("{app} enters the top 10, {place}", app=app, place=place),
            "left": t("{app} leaves the top 10, now {place}", app=app, place=place),
        }[row["kind"]]
        summary = t(
            "{place} in the reading of {moment}; in the one before, of {before_at}: {before}. Observed, recorded by {who}.",
            place=place[:1].upper() + place[1:],
            moment=t.moment(row["observed_at"]),
            before_at=t.moment(row["before_at"]),
            before=before,
            who=row["collection"],
        )
        days = {"since": row["before_at"].date(), "until": row["observed_at"].date()}
        chart = {name: row[name] for name in ("store", "chart", "category")}
        key = "/".join([*chart.values(), row["app"], row["collection"], row["observed_at"].isoformat()])
        title = t.label(said, f"{t.country(self.country)}, {self._chart(chart)}")
        return self._entry(
            key, title, summary, "rank", row["known_at"], apps=self._apps(row["app"]), **chart, **days
        )

    def claim(self, row: Row) -> Entry:
        """A claim that somebody made, with where it was read."""
        t, apps = self.texts, row["apps"].split(";")
        names = t.join(self._name(app) for app in apps)
        title = t("New claim on {apps}: {what}", apps=names, what=self._said(row))
        when = t.partial(row["happened"])
        summary = t(
            "{when}, {where}. Read in {who}.", when=when, where=t.country(row["scope"]), who=row["publisher"]
        )
        key, page = f"{row['dataset']}/{row['claim_id']}", PAGES.get(row["dataset"], "rank")
        entry = self._entry(key, title, summary, page, row["known_at"], apps=self._apps(*apps))
        return replace(entry, via=row["url"])

    def _entry(self, key: str, title: str, summary: str, page: str, known: datetime, **changes: Any) -> Entry:
        chosen = replace(self.bare, country=self.country, as_of=known, **changes)
        link = f"{self.live}/{page}?{urlencode(to_query(chosen, self.catalog), safe=',:')}"
        return Entry(urn(self.country, self.texts.lang, key), title, summary, link, known)

    def _said(self, row: Row) -> str:
        t = self.texts
        if row["value"] is not None:
            return f"{t.number(row['value'])} {word(t, row['unit'])}"
        if row["rank"] is not None:
            return t("place {rank}", rank=t.ordinal(int(row["rank"])))
        said = t.pick(row, "says")
        return t.label(word(t, "launch"), word(t, said)) if row["dataset"] == "launches" else said

    def _place(self, rank: int | None, depth: int) -> str:
        t = self.texts
        return t("below the cut-off of {depth}", depth=depth) if rank is None else t.ordinal(int(rank))

    def _chart(self, chart: Row) -> str:
        kinds = {"store": "stores", "chart": "charts", "category": "categories"}
        return ", ".join(term(self.catalog, self.texts, kind, chart[name]) for name, kind in kinds.items())

    def _name(self, app: str) -> str:
        known = self.catalog.by_app[app]
        return known.name_fr if self.texts.lang == "fr" and known.name_fr else known.name

    def _apps(self, *first: str) -> tuple[str, ...]:
        """Whom the link shows: those that the news is of, then the usual ones."""
        known = [app.id for app in self.catalog.competitors()]
        return tuple(dict.fromkeys(app for app in (*first, *self.bare.apps) if app in known))[:MOST]


def urn(*parts: str) -> str:
    """The same name for the same thing, for good."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, 'palmares/feeds/' + '/'.join(parts))}"
