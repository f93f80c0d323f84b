"""Competitors, the whole page: one assistant against the others, measure by measure."""

from collections.abc import Iterator

from dashboard.sections.audience import audience
from dashboard.sections.blocks import Block, Heading
from dashboard.sections.features import features
from dashboard.sections.head_to_head import head_to_head, rivals_choice
from dashboard.sections.interest import interest
from dashboard.sections.listings import listings
from dashboard.sections.milestones import milestones
from dashboard.sections.parts import build_part
from dashboard.sections.ratings import ratings
from dashboard.sections.view import View


def page(view: View) -> Iterator[Block]:
    """The whole page; a part that fails or lacks its data is named in its place."""
    t = view.texts
    yield Heading(t("{app} against its rivals", app=view.app_name(view.filters.apps[0])), level=1)
    yield rivals_choice(view)
    yield from build_part(view, head_to_head, t("Head to head"), "charts")
    yield from build_part(view, audience, t("Audience"), "milestones", "sources")
    yield from build_part(view, milestones, t("Milestones side by side"), "milestones", "launches", "sources")
    yield from build_part(view, ratings, t("Ratings"), "ratings")
    yield from build_part(view, listings)
    yield from build_part(view, interest)
    yield from build_part(view, features, t("What each offers and costs"), "features", "sources")
