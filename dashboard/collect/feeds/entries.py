"""Entries of a feed: each change in one country, in one language."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pandas as pd

from dashboard.domain.catalog import Catalog
from dashboard.domain.filters import Filters, page_url
from dashboard.domain.types import Row
from dashboard.text.changes import describe_change, describe_rank
from dashboard.text.escaping import escape_plain
from dashboard.text.labels import catalog_label, code_label
from dashboard.text.reports import report_days
from dashboard.text.translator import Translator
from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse

PAGES = {"launches": "launch", "milestones": "launch", "features": "competitors"}  # of a claim; else the rank
MAX_APPS = 6  # assistants in a link
MAX_CHANGES = 3  # changes that a title names
CHART = ("store", "chart", "category")


@dataclass(frozen=True)
class Entry:
    """The changes of one chart on one day, or one claim; `via` is the page that a claim was read on.

    `known_at` is when it was taken in, `published` the moment of the snapshot or, of a claim, `known_at` (UTC).
    """

    id: str
    title: str
    summary: str
    link: str
    known_at: datetime
    published: datetime
    via: str = ""


@dataclass(frozen=True)
class FeedEntryBuilder:
    """Builds the entries of one country; `bare` is the filters of the live app's start page, `live` its address."""

    catalog: Catalog
    texts: Translator
    country: str
    bare: Filters
    live: str

    def entries(self, warehouse: Warehouse) -> list[Entry]:
        """Return every change in order of `known_at`, backfilled ones left out."""
        charts = questions.chart_changes(warehouse, country=self.country)
        claims = questions.claim_changes(warehouse, country=self.country)
        entries = [*self._charts(charts[~charts["is_backfill"]]), *map(self.claim, _rows(claims))]
        return sorted(entries, key=lambda entry: entry.known_at)

    def _charts(self, changes: pd.DataFrame) -> Iterator[Entry]:
        for _, rows in changes.groupby([*CHART, "collection", "day"], sort=False):
            yield self.chart(_rows(rows))

    def chart(self, rows: list[Row]) -> Entry:
        """Build the entry of one chart on one day: its changes since the day before, by their last snapshots."""
        t, last = self.texts, rows[-1]
        chart = {name: last[name] for name in CHART}
        where = f"{t.country(self.country)}, {self._chart(chart)}, {t.day(last['day'])}"
        sentences = [describe_change(t, self._name(row["app"]), row) for row in rows]
        named = sentences[:MAX_CHANGES]
        if sentences[MAX_CHANGES:]:
            named.append(t.count("{n} more change", "{n} more changes", len(sentences) - MAX_CHANGES))
        source = t(
            "By the last snapshot of each day (UTC). Observed, recorded by {who}.", who=last["collection"]
        )
        days = {"since": min(row["before_at"] for row in rows).date(), "until": last["day"]}
        entry = self._entry(
            "/".join([*chart.values(), last["collection"], last["day"].isoformat()]),
            t.label(t.join_semicolons(named), where),
            " ".join([*map(self._describe_ranks, rows), source]),
            "rank",
            max(row["known_at"] for row in rows),
            apps=self._apps(*dict.fromkeys(row["app"] for row in rows)),
            **chart,
            **days,
        )
        return replace(entry, published=max(row["observed_at"] for row in rows))

    def _describe_ranks(self, row: Row) -> str:
        t = self.texts
        ranks = t(
            "{place} on {day}, {before} on {before_day}",
            place=describe_rank(t, row["rank"], row["depth"]),
            day=t.day(row["day"]),
            before=describe_rank(t, row["rank_before"], row["depth_before"]),
            before_day=t.day(row["before_at"]),
        )
        return f"{t.label(self._name(row['app']), ranks)}."

    def claim(self, row: Row) -> Entry:
        """A claim that somebody made, with where it was read."""
        t, apps = self.texts, row["apps"].split(";")
        names = t.join(self._name(app) for app in apps)
        when = t.partial_date(row["happened"]) if row["rank"] is None else report_days(t, row)
        title = t(
            "New claim on {apps}: {what}, {when}", apps=names, what=self._describe_claim(row), when=when
        )
        stated = [t("Stated by {who}.", who=escape_plain(row["stated_by"]))] if row["stated_by"] else []
        read = t("Read in {who}.", who=escape_plain(row["publisher"]))
        summary = " ".join([f"{when}, {t.country(row['scope'])}.", *stated, read])
        key, page = f"{row['dataset']}/{row['claim_id']}", PAGES.get(row["dataset"], "rank")
        entry = self._entry(key, title, summary, page, row["known_at"], apps=self._apps(*apps))
        return replace(entry, via=row["url"])

    def _entry(
        self, key: str, title: str, summary: str, page: str, known_at: datetime, **changes: Any
    ) -> Entry:
        chosen = replace(self.bare, country=self.country, as_of=known_at, **changes)
        link = page_url(f"{self.live}/{page}", chosen, self.catalog)
        return Entry(stable_id(self.country, self.texts.lang, key), title, summary, link, known_at, known_at)

    def _describe_claim(self, row: Row) -> str:
        t = self.texts
        if row["value"] is not None:
            return f"{t.number(row['value'])} {code_label(t, row['unit'])}"
        if row["rank"] is not None:
            return t("place {rank}", rank=t.ordinal(int(row["rank"])))
        text = escape_plain(t.localized(row, "says"))
        return t.label(code_label(t, "launch"), code_label(t, text)) if row["dataset"] == "launches" else text

    def _chart(self, chart: Row) -> str:
        kinds = {"store": "stores", "chart": "charts", "category": "categories"}
        return ", ".join(
            catalog_label(self.catalog, self.texts, kind, chart[name]) for name, kind in kinds.items()
        )

    def _name(self, app: str) -> str:
        return self.catalog.app_name(app, self.texts.lang)

    def _apps(self, *first: str) -> tuple[str, ...]:
        """The apps in the link: those of the change, then the default ones."""
        selectable = [app.id for app in self.catalog.selectable_apps()]
        return tuple(dict.fromkeys(app for app in (*first, *self.bare.apps) if app in selectable))[:MAX_APPS]


def _rows(answer: pd.DataFrame) -> list[Row]:
    """The rows of an answer; None where a value is missing."""
    frame = answer.astype(object)
    return list(frame.where(frame.notna(), None).to_dict("records"))


def stable_id(*parts: str) -> str:
    """Return the permanent URN of an entry or a feed."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, 'palmares/feeds/' + '/'.join(parts))}"
