"""App Store rank, the whole page: the chart, its table, and behind tabs what stands beside and behind it."""

from collections.abc import Iterator

from dashboard.sections import chart_list, countries, first_places, movers, rank
from dashboard.sections.blocks import Block, Heading
from dashboard.sections.parts import Build, build_part, build_tabs
from dashboard.sections.view import View
from dashboard.text.labels import code_label
from dashboard.text.rank import chart_name

TABS: dict[str, Build] = {
    "countries": countries.by_country,
    "reported": first_places.claims,
    "movers": movers.movers,
    "day": chart_list.chart_list,
    "days": rank.days,
    "events": rank.events,
}
DATASETS = {"reported": ("reported_ranks",), "events": ("events",)}


def page(view: View) -> Iterator[Block]:
    """The whole page; a part that fails or lacks its data is named in its place."""
    t, f = view.texts, view.filters
    where = {"country": t.country(f.country), "chart": chart_name(view, f.chart_params())}
    yield Heading(t("{country}: {chart}", **where), level=1)
    yield from build_part(view, rank.history)
    yield from build_part(view, first_places.days_at_top)
    yield from build_part(view, rank.notes)
    tabs = {code: (code_label(t, f"tab_{code}"), build) for code, build in TABS.items()}
    yield from build_tabs(view, "tab", t("More on this chart"), tabs, DATASETS)
