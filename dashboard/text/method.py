"""How the intervals of launches are found: each rule with an example from the view's own answers."""

from collections.abc import Callable

from dashboard.text import method_examples
from dashboard.text.collection_labels import N_
from dashboard.text.context import ViewContext
from dashboard.text.labels import catalog_label
from dashboard.text.method_examples import ExampleData

METRICS = ("downloads_cumulative", "downloads_in_period")
Example = Callable[[ViewContext, ExampleData], str]
RULES: tuple[tuple[str, Example], ...] = (
    (
        N_(
            "**Day 0** is the launch day. A dated announcement goes before the store’s own release date, and a day before"
            " a month. The press counts from the first app launch on any platform."
        ),
        method_examples.zero,
    ),
    (
        N_(
            "**“In N days”** counts the launch day as the first. Where it is unclear whether day N − 1 or day N is meant,"
            " a floor stands on the later day and a ceiling on the earlier."
        ),
        method_examples.stated,
    ),
    (
        N_(
            "**Rounding.** “About” and “estimate” stand for every number that rounds to theirs: half a unit of the last"
            " digit that is not zero, either way. “At least” is a floor and nothing more."
        ),
        method_examples.rounded,
    ),
    (
        N_(
            "**Copies.** Claims that rest on one statement count once, also where they give its number differently. At its"
            " word it holds from the earliest day that a copy gives; with caution, only as its weakest copy has it."
        ),
        method_examples.copied,
    ),
    (
        N_(
            "**Part and whole.** What one platform or country has reached, the whole has reached; what the whole has not"
            " passed, no part has. Downloads of a period are a floor for the total."
        ),
        method_examples.part,
    ),
    (
        N_(
            "**Envelopes.** The floor of a day is the greatest number reached by then, if its source is right; the ceiling,"
            " the least that is not passed. Where the floor lies above the ceiling, sources contradict each other, and"
            " what is concluded must hold whichever is right."
        ),
        method_examples.no_example,
    ),
    (
        N_(
            "**Like for like.** Launches share a headline, an order or a verdict only where each is counted from a launch of"
            " the kind chosen, with nothing counted before it, and that launch is known from more than one country’s store"
            " page. A count three times the number or more only says when somebody first counted. Every other launch"
            " stands by itself."
        ),
        method_examples.no_example,
    ),
    (
        N_(
            "**Ahead** means that one launch’s floor lies above the other’s ceiling, on the same day since its launch, even"
            " if numbers were rounded twice as coarsely. Ceilings of a series of which any number is disputed do not count."
            " Anything else cannot be told. Estimates of two firms are compared as if each were right."
        ),
        method_examples.no_example,
    ),
    (
        N_(
            "**Averages a day** divide by the days that the claim itself spans, whatever day 0 is chosen, both ends included:"
            " the least by the most days that it may mean, the most by the fewest. Floors are rounded down, ceilings up."
        ),
        method_examples.no_example,
    ),
    (
        N_(
            "**Months.** Where a source gives only the month of a launch, days since it are a range: the fewest from the last"
            " day of the month, the most from the first."
        ),
        method_examples.no_example,
    ),
    (
        N_(
            "**Doubling time** is a pace, not history: how long one doubling takes at the growth between two counts. It needs"
            " three counts of one number that one source published together."
        ),
        method_examples.no_example,
    ),
)


def definitions(view: ViewContext) -> list[str]:
    """What is counted, in the catalogue's words."""
    t = view.texts
    known = {metric.id: metric for metric in view.catalog.metrics}
    return [
        f"**{catalog_label(view.catalog, t, 'metrics', one)}.** {t.localized(known[one], 'means')}"
        for one in METRICS
    ]


def rules(view: ViewContext, held: ExampleData) -> list[str]:
    """Each rule, with an example where these filters have one."""
    t = view.texts
    told = []
    for text, example in RULES:
        said = example(view, held)
        here = t("Here: {example}", example=said)
        told.append(f"{t(text)} *{here}*" if said else t(text))
    return told
