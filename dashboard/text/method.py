"""The rules for intervals of launches, each with an example from the current results."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown
from dashboard.text.labels import catalog_label, code_label
from dashboard.text.time_to import range_text
from dashboard.text.translator import N_


@dataclass(frozen=True)
class ExampleData:
    """Query results that examples are taken from; columns: see milestone_bounds, day_zero_choices, time_to_goal in queries/."""

    bounds: pd.DataFrame
    zeros: pd.DataFrame
    times: pd.DataFrame


def day_zero_example(view: ViewContext, data: ExampleData) -> str:
    """An app's day 0 and its source."""
    row = _first(data.zeros[data.zeros["day0"] == view.filters.day0])
    if row is None:
        return ""
    return view.texts(
        "{app} from {day}, {basis}, read at {publisher}.",
        app=view.app_name(row["app"]),
        day=view.texts.partial_date(row["launched_on"]),
        basis=code_label(view.texts, row["basis"]),
        publisher=escape_markdown(row["publisher"]),
    )


def n_days_example(view: ViewContext, data: ExampleData) -> str:
    """A claim in N days, and the two days that it may mean."""
    ambiguous = data.bounds[data.bounds["latest_day"] - data.bounds["earliest_day"] == 1]
    row = _first(ambiguous.sort_values("core", ascending=False, kind="stable"))
    if row is None:
        return ""
    t = view.texts
    days = {"first": t.number(row["earliest_day"]), "last": t.number(row["latest_day"])}
    return t("{claim}: day {first} or {last}.", claim=_claim_text(view, row), **days)


def rounding_example(view: ViewContext, data: ExampleData) -> str:
    """A rounded claim, and the interval that it stands for."""
    row = _first(data.bounds[data.bounds["high"].notna()])
    if row is None:
        return ""
    span = range_text(row["low"], row["high"], view.texts)
    return view.texts("{claim}: {range}.", claim=_claim_text(view, row), range=span)


def copies_example(view: ViewContext, data: ExampleData) -> str:
    """The statement with most claims that rest on it."""
    counts = data.bounds["rests_on"].value_counts()
    if counts.empty or counts.iloc[0] == 1:
        return ""
    row = data.bounds[data.bounds["rests_on"] == counts.index[0]].iloc[0].to_dict()
    named = {"app": view.app_name(row["app"]), "statement": row["rests_on"]}
    return view.texts("{n} claims on {app} rest on “{statement}”.", n=counts.iloc[0], **named)


def part_example(view: ViewContext, data: ExampleData) -> str:
    """A launch whose bound comes from one platform or country."""
    times = data.times[(data.times["goal"] == view.filters.goal) & data.times["by_day"].notna()]
    elsewhere = (times["from_platform"] != times["platform"]) | (times["from_scope"] != times["scope"])
    row = _first(times[elsewhere & (times["race"] == "same")])
    if row is None:
        return ""
    t = view.texts
    return t(
        "{app} reached {goal} by day {day}, since it had on this part: {platform}, {place}.",
        app=view.app_name(row["app"]),
        goal=t.compact(row["goal"]),
        day=t.number(row["by_day"]),
        platform=code_label(t, row["from_platform"]),
        place=t.country(row["from_scope"]),
    )


def _first(rows: pd.DataFrame) -> Row | None:
    return rows.iloc[0].to_dict() if len(rows) else None


def _claim_text(view: ViewContext, row: Row) -> str:
    value = f"{code_label(view.texts, row['bound'])} {view.texts.compact(row['value'], exact=True)}"
    return f"{view.app_name(row['app'])}, {value} ({escape_markdown(row['publisher'])})"


METRICS = ("downloads_cumulative", "downloads_in_period")
Example = Callable[[ViewContext, ExampleData], str]  # returns an empty text where there is none
RULES: tuple[tuple[str, Example | None], ...] = (
    (
        N_(
            "**Day 0** is the launch day. A dated announcement goes before the store’s own release date, and a day before"
            " a month. The press counts from the first app launch on any platform."
        ),
        day_zero_example,
    ),
    (
        N_(
            "**“In N days”** counts the launch day as the first. Where it is unclear whether day N − 1 or day N is meant,"
            " a floor stands on the later day and a ceiling on the earlier."
        ),
        n_days_example,
    ),
    (
        N_(
            "**Rounding.** “About” and “estimate” stand for every number that rounds to theirs: half a unit of the last"
            " digit that is not zero, either way. “At least” is a floor and nothing more."
        ),
        rounding_example,
    ),
    (
        N_(
            "**Copies.** Claims that rest on one statement count once, also where they give its number differently. At its"
            " word it holds from the earliest day that a copy gives; with caution, only as its weakest copy has it."
        ),
        copies_example,
    ),
    (
        N_(
            "**Part and whole.** What one platform or country has reached, the whole has reached; what the whole has not"
            " passed, no part has. Downloads of a period are a floor for the total."
        ),
        part_example,
    ),
    (
        N_(
            "**Envelopes.** The floor of a day is the greatest number reached by then, if its source is right; the ceiling,"
            " the least that is not passed. Where the floor lies above the ceiling, sources contradict each other, and"
            " what is concluded must hold whichever is right."
        ),
        None,
    ),
    (
        N_(
            "**Like for like.** Launches share a headline, an order or a verdict only where each is counted from a launch of"
            " the kind chosen, with nothing counted before it, and that launch is known from more than one country’s store"
            " page. A count three times the number or more only says when somebody first counted. Every other launch"
            " stands by itself."
        ),
        None,
    ),
    (
        N_(
            "**Ahead** means that one launch’s floor lies above the other’s ceiling, on the same day since its launch, even"
            " if numbers were rounded twice as coarsely. Ceilings of a series of which any number is disputed do not count."
            " Anything else cannot be told. Estimates of two firms are compared as if each were right."
        ),
        None,
    ),
    (
        N_(
            "**Averages a day** divide by the days that the claim itself spans, whatever day 0 is chosen, both ends included:"
            " the least by the most days that it may mean, the most by the fewest. Floors are rounded down, ceilings up."
        ),
        None,
    ),
    (
        N_(
            "**Months.** Where a source gives only the month of a launch, days since it are a range: the fewest from the last"
            " day of the month, the most from the first."
        ),
        None,
    ),
    (
        N_(
            "**Doubling time** is a pace, not history: how long one doubling takes at the growth between two counts. It needs"
            " three counts of one number that one source published together."
        ),
        None,
    ),
)


def definitions(view: ViewContext) -> list[str]:
    """Definitions of what is counted, from the catalogue."""
    t = view.texts
    metrics = {metric.id: metric for metric in view.catalog.metrics}
    return [
        f"**{catalog_label(view.catalog, t, 'metrics', metric)}.** {t.localized(metrics[metric], 'means')}"
        for metric in METRICS
    ]


def rules(view: ViewContext, data: ExampleData) -> list[str]:
    """Each rule, with an example where these filters have one."""
    t = view.texts
    paragraphs = []
    for rule, example in RULES:
        text = example(view, data) if example else ""
        sentence = t("Here: {example}", example=text)
        paragraphs.append(f"{t(rule)} *{sentence}*" if text else t(rule))
    return paragraphs
