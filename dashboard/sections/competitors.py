"""Competitors, the whole page: one assistant against the others, measure by measure."""

from collections.abc import Iterator

from dashboard.sections.audience import audience
from dashboard.sections.blocks import Block, Heading, Text
from dashboard.sections.features import features
from dashboard.sections.head_to_head import head_to_head
from dashboard.sections.interest import interest
from dashboard.sections.listings import listings
from dashboard.sections.milestones import milestones
from dashboard.sections.parts import build_part, build_tabs
from dashboard.sections.ratings import ratings, suggest_country
from dashboard.sections.spending import spending
from dashboard.sections.verdicts import verdicts
from dashboard.sections.view import View

CLAIMS = ("milestones", "sources")


def page(view: View) -> Iterator[Block]:
    """The whole page; a part that fails or lacks its data is named in its place."""
    t = view.texts
    yield Heading(t("{app} vs competitors", app=view.app_name(view.filters.apps[0])), level=1)
    yield from build_part(view, verdicts)
    yield from build_part(view, head_to_head, t("Head to head"), "charts")
    tabs = {
        "audience": (t("Audience"), _audience),
        "downloads": (t("Downloads and spending"), _downloads),
        "ratings": (t("Ratings and interest"), _signals),
        "features": (t("Features and prices"), _features),
    }
    yield from build_tabs(view, "tab", t("Measure"), tabs)


def _audience(view: View) -> list[Block]:
    return build_part(view, audience, view.texts("Audience"), *CLAIMS)


def _downloads(view: View) -> list[Block]:
    t = view.texts
    return [
        *build_part(view, milestones, t("Milestones"), "launches", *CLAIMS),
        *build_part(view, spending, t("Consumer spending"), *CLAIMS),
    ]


def _features(view: View) -> list[Block]:
    return build_part(view, features, view.texts("Features and prices"), "features", "sources")


def _signals(view: View) -> list[Block]:
    """Ratings, store listings and page views; one line names those that were not collected."""
    t = view.texts
    parts = {
        t("ratings"): build_part(view, ratings, t("Ratings"), "ratings"),
        t("store listings"): build_part(view, listings),
        t("Wikipedia views"): build_part(view, interest),
    }
    missing = [name for name, blocks in parts.items() if not blocks]
    suggestion = [] if parts[t("ratings")] else build_part(view, suggest_country)
    return [
        *(block for blocks in parts.values() for block in blocks),
        *_not_collected(view, missing),
        *suggestion,
    ]


def _not_collected(view: View, names: list[str]) -> list[Block]:
    t = view.texts
    text = t(
        "Not collected yet for these assistants in {country}: {list}.",
        country=t.country(view.filters.country),
        list=t.join(names),
    )
    return [Text(text, "caption")] if names else []
