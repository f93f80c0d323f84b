"""App Store rank, the whole page: history with three states, what "number one" means, movers, countries."""

from collections.abc import Iterator

from dashboard.sections import calendar, countries, first_places, movers, rank
from dashboard.sections.blocks import Block, Heading, Text
from dashboard.sections.parts import build_part
from dashboard.sections.view import View
from dashboard.text.rank import chart_name, excluded_ids


def page(view: View) -> Iterator[Block]:
    """The whole page; a part that fails or lacks its data is named in its place."""
    t, f = view.texts, view.filters
    where = {"country": t.country(f.country), "chart": chart_name(view, f.chart_params())}
    yield Heading(t("{country}: rank in {chart}", **where), level=1)
    yield from (Text(sentence, "caption") for sentence in excluded_ids(view, f.apps))
    yield from build_part(view, rank.history)
    yield from build_part(view, first_places.days_at_top)
    yield from build_part(
        view, first_places.claims, t("First places, as they were reported"), "reported_ranks"
    )
    for build in (movers.movers, countries.by_country, calendar.coverage, rank.behind):
        yield from build_part(view, build)
