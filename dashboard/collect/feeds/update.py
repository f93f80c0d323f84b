"""The feeds of a data folder, a file for each country read and each language, brought up to date."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
from rich.console import Console

from dashboard.collect.feeds.atom import FeedMetadata, update_feed
from dashboard.collect.feeds.entries import FeedEntryBuilder, stable_id
from dashboard.domain import filters
from dashboard.domain.catalog import Catalog
from dashboard.domain.clock import utc_now
from dashboard.domain.filters import page_url
from dashboard.domain.options import LANGUAGES
from dashboard.domain.settings import Settings
from dashboard.domain.text_cleaning import clean_text
from dashboard.text.translator import Translator
from dashboard.warehouse import questions
from dashboard.warehouse.snapshots import SnapshotError
from dashboard.warehouse.warehouse import Warehouse

FOLDER = "feeds"


def update_feeds(data: Path, settings: Settings, catalog: Catalog, console: Console) -> bool:
    """Add what is new to every feed and say how much; False where a feed could not be brought up to date.

    That stops no collection, and no other feed.
    """
    try:
        warehouse = Warehouse(data, catalog)
        span, read = questions.date_range(warehouse).iloc[0], questions.charts_available(warehouse)
        days = (span["first_day"], span["last_day"])
        written = [
            _update(data / FOLDER, builder, warehouse, settings, console)
            for country in sorted(set(read["country"]))
            for builder in _builders(catalog, settings, country, days)
        ]
        return all(written)
    except (SnapshotError, OSError, duckdb.Error) as error:
        console.print(f"feeds: left as they are ({error})")
        return False


def _update(
    folder: Path, builder: FeedEntryBuilder, warehouse: Warehouse, settings: Settings, console: Console
) -> bool:
    path = folder / f"{builder.country}.{builder.texts.lang}.atom"
    try:
        changed = update_feed(path, _metadata(path, builder, settings), builder.entries(warehouse), utc_now())
    except (SnapshotError, OSError, duckdb.Error):
        raise  # the next feed would meet it too
    except Exception as error:
        console.print(f"feed {path.name}: left as it is ({type(error).__name__}: {clean_text(str(error))})")
        return False
    if changed.mended:
        console.print(f"feed {path.name}: could not be read ({changed.mended}), and was mended")
    if changed.added:
        console.print(f"feed {path.name}: {changed.added} new")
    return True


def _builders(
    catalog: Catalog, settings: Settings, country: str, days: tuple[date, date]
) -> Iterator[FeedEntryBuilder]:
    """Yield a builder for each language; `days` are the first and the last day with data."""
    for lang in LANGUAGES:
        bare = filters.default_filters(catalog, lang, *days)
        yield FeedEntryBuilder(catalog, Translator(lang), country, bare, settings.live_url.rstrip("/"))


def _metadata(path: Path, builder: FeedEntryBuilder, settings: Settings) -> FeedMetadata:
    t, country = builder.texts, builder.country
    title = t("Palmarès, {country}: what changed", country=t.country(country))
    live = page_url(f"{builder.live}/rank", replace(builder.bare, country=country), builder.catalog)
    itself = f"{settings.site_url.rstrip('/')}/feeds/{path.name}"
    return FeedMetadata(stable_id(country, t.lang), t.lang, title, itself, live)
