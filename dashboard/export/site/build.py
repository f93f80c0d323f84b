"""The whole twin: every page in both languages, pictures, feeds, what crawlers ask for."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from dashboard.domain import filters
from dashboard.domain.catalog import Catalog
from dashboard.domain.filters import Filters
from dashboard.domain.options import LANGUAGES
from dashboard.domain.settings import Settings
from dashboard.export.site.images import draw_all
from dashboard.export.site.page_writer import TEMPLATES, PageWriter
from dashboard.export.site.plan import PageSpec, plan_pages, rank_countries
from dashboard.text.translator import Translator
from dashboard.warehouse import cache, questions
from dashboard.warehouse.folder import data_folder

MARKER_FILE = ".palmares"  # stands in every folder that may be replaced
ICON = Path(__file__).parents[2] / "web" / "icon.svg"


class OutputFolderError(RuntimeError):
    """The folder to write to holds something else, or there is no data."""


class NoPageError(ValueError):
    """No page was chosen; the message says which there are."""


@dataclass(frozen=True)
class BuildResult:
    pages: int
    pictures: int
    largest: int  # page without its pictures [bytes]
    errors: list[str]  # figures without a picture, each with the reason


def build_site(
    site: Path, settings: Settings, say: Callable[[str], None], only: Callable[[PageSpec], bool]
) -> BuildResult:
    """Write the twin into `site`, which it replaces; raises NotOurs, NoPage, PageFailed, NoBrowser, OSError."""
    if site.exists() and not site.is_dir():
        raise OutputFolderError(f"{site} is a file; name an empty folder, or none")
    if site.exists() and any(site.iterdir()) and not (site / MARKER_FILE).exists():
        raise OutputFolderError(f"{site} holds other files; name an empty folder, or none")
    moment = cache.warehouse().newest_ingest
    if moment is None:
        raise OutputFolderError(f"there is no snapshot in {data_folder() / 'snapshots'}")
    planned = {lang: _planned(cache.catalog(), lang, moment) for lang in LANGUAGES}
    sheets = {lang: [sheet for sheet in planned[lang] if only(sheet)] for lang in LANGUAGES}
    if not any(sheets.values()):
        names = dict.fromkeys(sheet.name for each in planned.values() for sheet in each)
        raise NoPageError(f"no page is chosen; there are: {', '.join(names)}")
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    (site / MARKER_FILE).touch()
    pages, tasks = [], []
    for lang in LANGUAGES:
        writer = _writer(site, settings, lang, moment, sheets[lang])
        for sheet in writer.sheets:
            pages.append(writer.write(sheet))
            say(f"{lang}/{sheet.name}")
        tasks += writer.tasks
    _write_assets(site, settings, [sheet.name for sheet in writer.sheets], moment)
    drawn, left_out = draw_all(tasks)
    return BuildResult(len(pages), drawn, max(page.stat().st_size for page in pages), left_out)


def _planned(catalog: Catalog, lang: str, moment: datetime) -> list[PageSpec]:
    bare = filters.default_filters(catalog, lang, *cache.date_range(moment))
    return plan_pages(
        catalog, Translator(lang), questions.charts_available(cache.warehouse(moment)), _pinned(bare, moment)
    )


def _writer(
    site: Path, settings: Settings, lang: str, moment: datetime, sheets: list[PageSpec]
) -> PageWriter:
    catalog, t = cache.catalog(), Translator(lang)
    bare = filters.default_filters(catalog, lang, *cache.date_range(moment))
    codes = rank_countries(questions.charts_available(cache.warehouse(moment)), bare)
    return PageWriter(site, settings, catalog, t, sheets, moment, _feeds(site, t, codes))


def _pinned(bare: Filters, moment: datetime) -> Filters:
    """A page that stands still says no ages, and asks as of one moment."""
    return replace(bare, as_of=moment)


def _feeds(site: Path, t: Translator, codes: list[str]) -> list[dict[str, str]]:
    """The feeds that the collector has written, copied beside the pages; those of one language."""
    found = []
    for code in codes:
        path = data_folder() / "feeds" / f"{code}.{t.lang}.atom"
        if path.exists():
            (site / "feeds").mkdir(parents=True, exist_ok=True)
            shutil.copy(path, site / "feeds")
            found.append({"file": path.name, "title": t.country(code)})
    return found


def _write_assets(site: Path, settings: Settings, names: list[str], moment: datetime) -> None:
    """What stands beside the pages: choice of language, looks, icon, map, word to crawlers."""
    said = {"site": settings.site_url, "names": names, "languages": LANGUAGES, "day": f"{moment:%Y-%m-%d}"}
    texts = [Translator(lang) for lang in LANGUAGES]
    for template, path in (("language.html", "index.html"), ("sitemap.xml",) * 2, ("robots.txt",) * 2):
        (site / path).write_text(TEMPLATES.get_template(template).render(**said, texts=texts), "utf-8")
    shutil.copy(Path(__file__).parents[1] / "templates" / "style.css", site)
    shutil.copy(ICON, site)
    (site / ".nojekyll").touch()
