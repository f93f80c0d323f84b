"""Sentences and table of what assistants offer and cost."""

from collections import defaultdict
from datetime import date
from textwrap import wrap

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.claims import WEAKEST_TIER, source_name
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown, markdown_link
from dashboard.text.labels import catalog_label

CELL_WIDTH = 21  # characters per line: a table with a fixed first column does not wrap text
DISPUTED, NOTHING, PRICE = "⚑", "–", "price_paid_tier"
MIN_SHARED = 2  # apps of which a feature is reported, to stand in the first table
MONTH_LENGTH = len("2025-02")


def wrap_cell(text: str, *, break_long_words: bool = False) -> str:
    """The text in lines of CELL_WIDTH, as Markdown."""
    lines = wrap(text, CELL_WIDTH, break_long_words=break_long_words)
    return "  \n".join(escape_markdown(line) for line in lines)


def short_date(view: ViewContext, iso: str | None) -> str:
    """A date as precise as its source gives it, with a short month name: Feb 2025."""
    if isinstance(iso, str) and len(iso) == MONTH_LENGTH:
        return view.texts.day(date.fromisoformat(f"{iso}-01"), "MMM y")
    return view.texts.partial_date(iso) if isinstance(iso, str) and iso else view.texts("n.d.")


def claim_text(view: ViewContext, row: Row) -> str:
    """One claim: value, date, country where it is not the world, marks for unverified and disputed."""
    t = view.texts
    country = [] if row["scope"] == "world" else [t.country(row["scope"])]
    unverified = [t("unverified")] if row["tier"] == WEAKEST_TIER else []
    when = ", ".join([short_date(view, row["as_of"]), *country, *unverified])
    mark = f"\u00a0{DISPUTED}" if isinstance(row["conflict_en"], str) else ""
    return f"{t.localized(row, 'value')} ({when}){mark}"


def cell_claims(answer: pd.DataFrame, app: str, feature: str) -> list[Row]:
    """Claims of one cell: the newest, or all that contradict each other; unverified ones last."""
    return _by_cell(answer)[app, feature]


def _by_cell(answer: pd.DataFrame) -> defaultdict[tuple[str, str], list[Row]]:
    cells = defaultdict(list)
    claims = answer[answer["shown"]].sort_values("tier", key=lambda tier: tier == WEAKEST_TIER, kind="stable")
    for row in claims.to_dict("records"):
        cells[row["app"], row["feature"]].append(row)
    return cells


def build_table(view: ViewContext, answer: pd.DataFrame, *, shared: bool) -> pd.DataFrame:
    """A row per feature in the catalogue's order, prices first; a column per app.

    `shared`: the features reported of two apps or more, or of all where one app alone is chosen; else the others.
    """
    claims, apps = _by_cell(answer), view.filters.apps
    least = min(MIN_SHARED, len(apps))
    reported = answer[answer["shown"]].groupby("feature")["app"].nunique()
    features = [
        feature.id
        for feature in view.catalog.features
        if feature.id in reported.index and (reported[feature.id] >= least) == shared
    ]
    cells = {
        wrap_cell(view.app_name(app)): [_cell(view, claims[app, feature]) for feature in features]
        for app in apps
    }
    names = [wrap_cell(catalog_label(view.catalog, view.texts, "features", feature)) for feature in features]
    return pd.DataFrame(cells, index=pd.Index(names, name=view.texts("Feature")))


def title(view: ViewContext, answer: pd.DataFrame) -> str:
    """The price of the first app's paid plan, by the claims of its cell."""
    t, app = view.texts, view.filters.apps[0]
    prices = [claim_text(view, row) for row in cell_claims(answer, app, PRICE)]
    text = t.join_semicolons(prices) or t("no published figure")
    return t.label(t("{app} paid plan", app=view.app_name(app)), escape_markdown(text))


def source_line(view: ViewContext, answer: pd.DataFrame) -> str:
    """Source line: number of claims and publications, and how to read a cell."""
    t = view.texts
    parts = [
        t("Reported"),
        t.count("{n} claim", "{n} claims", len(answer)),
        t.count("read in {n} publication", "read in {n} publications", answer["publisher"].nunique()),
        t(
            "newest claim on {country} or the world; worldwide where no country is named",
            country=t.country(view.filters.country),
        ),
        t("the date is that of which the source speaks; n.d.: undated"),
        t("unverified: its source names no source of its own"),
        t("{mark} nothing found, which is not a no", mark=NOTHING),
        t("{mark} sources disagree", mark=DISPUTED),
    ]
    return " · ".join(parts)


def describe_disputes(view: ViewContext, answer: pd.DataFrame) -> list[str]:
    """Each disagreement with all its claims in the table, and links to their sources."""
    t, texts = view.texts, []
    disputed = answer[answer["shown"] & answer["conflict_en"].notna()]
    for (app, _), rows in disputed.groupby(["app", "conflict_en"], sort=False):
        first, claims = rows.iloc[0].to_dict(), rows.to_dict("records")
        sides = t.join_semicolons(
            f"{escape_markdown(claim_text(view, row))}, {markdown_link(source_name(t, row['publisher']), row['url'])}"
            for row in claims
        )
        notes = " ".join(dict.fromkeys(escape_markdown(t.localized(row, "note")) for row in claims))
        conflict = t.label(escape_markdown(t.localized(first, "conflict")), sides)
        texts.append(f"**{view.app_name(str(app))}** · {conflict}. {notes}".strip())
    return texts


def _cell(view: ViewContext, claims: list[Row]) -> str:
    if not claims:
        return NOTHING
    return "  \n".join(wrap_cell(claim_text(view, row)) for row in claims)
