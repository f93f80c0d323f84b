"""How the cells of tables of claims, sources and collections are derived."""

from collections.abc import Callable
from typing import Any

from tests.reference import launches
from tests.reference.dates import span
from tests.reference.draw import wording
from tests.reference.draw.amounts import EachOf, Partial, Rounded, one_of
from tests.reference.draw.deriving import Cells, Columns
from tests.reference.draw.tables.cells import CLAIMED, Cell, ours, partial, period, raw
from tests.reference.rounding import least, most


def held(row: Cells) -> list[dict[str, Any]]:
    """The rows that a collection recorded, of charts one a snapshot; or the claims of numbers and ranks."""
    who, every = row.cells["Recorded by"], row.data.rows
    if who in ("claims", *wording.said("claims", row.lang)):
        return [*row.data.claims("milestones"), *row.data.claims("reported_ranks")]
    mine = [one for one in every("charts") if one["source"].partition("@")[0] == who]
    rated = [one for one in every("ratings") if one["source"].partition("@")[0] == who]
    mine += [one for one in rated if any(ours(two, one) for two in row.data.apps.ids)]
    key = ("store", "country", "chart", "category", "observed_at", "app_id")
    if mine and "chart" in mine[0]:
        phones = row.data.apps.telephones
        mine = [one for one in mine if one["device"] == phones[one["store"]]]
        return list({tuple(one[name] for name in key[:5]): one for one in mine}.values())
    return mine


def newest_of(row: Cells) -> Any:
    rows = held(row)
    return max(one.get("observed_at") or one["recorded_on"] for one in rows)


def any_claim(row: Cells) -> Any:
    """The date of a claim of any dataset."""
    columns = {
        "launches": "launched_on",
        "milestones": "period_end",
        "events": "happened_on",
        "features": "as_of",
    }
    words = {"launches": "launches", "milestones": "milestones", "events": "events", "features": "features"}
    words |= {"reported_ranks": "reported places"}
    said = {form: code for code, text in words.items() for form in wording.said(text, row.lang)}
    dataset = said.get(row.cells["Data"], "reported_ranks")
    if dataset == "milestones":
        return period(row)
    iso = str(row.raw(dataset)[columns.get(dataset, "last_day")])
    first = row.raw(dataset).get("first_day")
    return EachOf(
        tuple(Partial(part) for one in (iso, str(first or iso)) for part in (one, one[:7], one[:4]))
    )


def source(column: str) -> Cell:
    return lambda row: Partial(str(_source(row)[column]))


def _source(row: Cells) -> dict[str, Any]:
    return next(one for one in row.data.claims("sources") if one["source_id"] == row.cells["Id"])


DATASETS = ("launches", "milestones", "reported_ranks", "events", "features")


def cited(row: Cells) -> int:
    """How many claims name a source."""
    every = [one for name in DATASETS for one in row.data.claims(name)]
    return sum(one["source_id"] == row.cells["Id"] for one in every)


def of_country(of: Callable[[list[dict[str, Any]]], Any]) -> Cell:
    """Of the rows of the country's charts that the collection of the row recorded."""

    def derive(row: Cells) -> Any:
        who, country = row.cells["Recorded by"], row.link.country
        phones = row.data.apps.telephones
        every = [one for one in row.data.rows("charts") if one["device"] == phones[one["store"]]]
        return of(
            [one for one in every if one["country"] == country and one["source"].partition("@")[0] == who]
        )

    return derive


def snapshots_of(rows: list[dict[str, Any]]) -> int:
    names = ("store", "chart", "category", "observed_at")
    return len({tuple(one[name] for name in names) for one in rows})


SOURCES = [
    Columns(
        ("Recorded by", "Readings", "Newest (UTC)", "Store", "Chart"),
        {
            "Readings": of_country(snapshots_of),
            "Newest (UTC)": of_country(lambda rows: max(one["observed_at"] for one in rows).to_pydatetime()),
        },
    ),
    Columns(
        ("Data", "Recorded by", "Rows", "Newest (UTC)"),
        {
            "Rows": lambda row: len(held(row)),
            "Newest (UTC)": newest_of,
            "Added (UTC)": lambda row: max(one["ingested_at"] for one in held(row)),
        },
    ),
    Columns(
        ("Share (%)", "At least", "At most", "Claim"),
        {
            "Value": raw("milestones", "value"),
            "To": partial("milestones", "period_end"),
            "Period": period,
            "Share (%)": lambda row: one_of(share(row)),
            "At least": lambda row: one_of(share_end(row, least, most)),
            "At most": lambda row: one_of(share_end(row, most, least)),
            "Of": lambda row: one_of(one["value"] for one in wholes(row)),
        },
    ),
    Columns(("Assistant", "Metric", "Value", "Claim"), CLAIMED),
    Columns(("Feature", "As of", "Claim"), {"As of": partial("features", "as_of")}),
    Columns(
        ("Data", "Claim", "Date"),
        {"Date": any_claim, "Value": raw("milestones", "value"), "Place": raw("reported_ranks", "rank")},
    ),
    Columns(
        ("Id", "Published", "Claims"),
        {"Published": source("published_on"), "Recorded": source("recorded_on"), "Claims": cited},
    ),
    Columns(("Launched", "Basis", "launch_id"), {"Launched": partial("launches", "launched_on")}),
    Columns(
        ("Date", "event_id"),
        {
            "Date": partial("events", "happened_on"),
            "Day, at the earliest": lambda row: event(row, "first"),
            "Day, at the latest": lambda row: event(row, "last"),
        },
    ),
]


def wholes(row: Cells) -> list[dict[str, Any]]:
    """The totals of the population that the row's number is a part of."""
    claim = row.raw("milestones")
    same = ("metric", "unit", "platform", "scope", "stated_by", "period_start", "period_end")
    every = [one for one in row.data.claims("milestones") if one["app"] == "all-assistants"]
    return [one for one in every if [one[name] for name in same] == [claim[name] for name in same]]


def share(row: Cells) -> list[Rounded]:
    claim = row.raw("milestones")
    if claim["unit"] == "percent":
        return [Rounded(claim["value"])]
    return [Rounded(100 * claim["value"] / one["value"]) for one in wholes(row)]


def share_end(row: Cells, mine: Callable[..., Any], whole: Callable[..., Any]) -> list[Rounded]:
    claim = row.raw("milestones")
    part = mine(claim["qualifier"], claim["value"])
    return [Rounded(100 * part / whole(one["qualifier"], one["value"])) for one in wholes(row)]


def event(row: Cells, end: str) -> int | None:
    """The first or the last day that an event may mean, in days since day 0."""
    happened = span(row.raw("events")["happened_on"])
    launch = launches.chosen(row.data, row.app(), row.link.day0, row.link.country)
    launch = launch or launches.first_app(row.data, row.app())
    if happened is None or launch is None:
        return None
    days = happened.first - launch.days.last, happened.last - launch.days.first
    return days[end == "last"].days
