"""Build the static site: every page in both languages, pictures, feeds, sitemap."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from dashboard.domain import filters
from dashboard.domain.catalog import Catalog
from dashboard.domain.options import LANGUAGES
from dashboard.domain.settings import Settings
from dashboard.export.html import templates
from dashboard.export.site.images import draw_all
from dashboard.export.site.page_writer import PageWriter
from dashboard.export.site.plan import PageSpec, plan_pages, rank_countries
from dashboard.text.translator import Translator
from dashboard.warehouse import cache, questions
from dashboard.warehouse.folder import data_folder

MARKER_FILE = ".palmares"  # marks a folder that may be replaced
ICON = Path(__file__).parents[2] / "web" / "icon.svg"


class OutputFolderError(RuntimeError):
    """The folder to write to holds something else, or there is no data."""


class NoPageError(ValueError):
    """No page was chosen; the message lists all."""


@dataclass(frozen=True)
class BuildResult:
    pages: int
    pictures: int
    largest: int  # page without its pictures [bytes]
    errors: list[str]  # figures without a picture, each with the reason


def build_site(
    site: Path, settings: Settings, report: Callable[[str], None], only: Callable[[PageSpec], bool]
) -> BuildResult:
    """Write the static site into `site`, which it replaces; `report` gets the name of each page.

    Raises OutputFolderError, NoPageError, SnapshotError, QueryLimitError, NoBrowserError, OSError.
    """
    if site.exists() and not site.is_dir():
        raise OutputFolderError(f"{site} is a file; name an empty folder, or none")
    if site.exists() and any(site.iterdir()) and not (site / MARKER_FILE).exists():
        raise OutputFolderError(f"{site} holds other files; name an empty folder, or none")
    moment = cache.warehouse().newest_ingest
    if moment is None:
        raise OutputFolderError(f"there is no snapshot in {data_folder() / 'snapshots'}")
    planned = {lang: _planned(cache.catalog(), lang, moment) for lang in LANGUAGES}
    specs = {lang: [spec for spec in planned[lang] if only(spec)] for lang in LANGUAGES}
    if not any(specs.values()):
        names = dict.fromkeys(spec.name for each in planned.values() for spec in each)
        raise NoPageError(f"no page is chosen; there are: {', '.join(names)}")
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    (site / MARKER_FILE).touch()
    pages, jobs = [], []
    for lang in LANGUAGES:
        writer = _writer(site, settings, lang, moment, specs[lang])
        for spec in writer.specs:
            pages.append(writer.write(spec))
            report(f"{lang}/{spec.name}")
        jobs += writer.jobs
    _write_assets(site, settings, [spec.name for spec in writer.specs], moment)
    drawn, errors = draw_all(jobs)
    return BuildResult(len(pages), drawn, max(page.stat().st_size for page in pages), errors)


def _planned(catalog: Catalog, lang: str, moment: datetime) -> list[PageSpec]:
    defaults = filters.default_filters(catalog, lang, *cache.date_range(moment))
    charts = questions.charts_available(cache.warehouse(moment))
    return plan_pages(catalog, Translator(lang), charts, replace(defaults, as_of=moment))


def _writer(site: Path, settings: Settings, lang: str, moment: datetime, specs: list[PageSpec]) -> PageWriter:
    catalog, t = cache.catalog(), Translator(lang)
    defaults = filters.default_filters(catalog, lang, *cache.date_range(moment))
    codes = rank_countries(questions.charts_available(cache.warehouse(moment)), defaults)
    return PageWriter(site, settings, catalog, t, specs, moment, _feeds(site, t, codes))


def _feeds(site: Path, t: Translator, codes: list[str]) -> list[dict[str, str]]:
    """Copy the collector's feeds of one language beside the pages; their files and titles."""
    feeds = []
    for code in codes:
        path = data_folder() / "feeds" / f"{code}.{t.lang}.atom"
        if path.exists():
            (site / "feeds").mkdir(parents=True, exist_ok=True)
            shutil.copy(path, site / "feeds")
            feeds.append({"file": path.name, "title": t.country(code)})
    return feeds


def _write_assets(site: Path, settings: Settings, names: list[str], moment: datetime) -> None:
    """Write the choice of language, the style sheet, the icon, sitemap.xml and robots.txt."""
    variables = {
        "site": settings.site_url,
        "names": names,
        "languages": LANGUAGES,
        "day": f"{moment:%Y-%m-%d}",
    }
    texts = [Translator(lang) for lang in LANGUAGES]
    for template, path in (("language.html", "index.html"), ("sitemap.xml",) * 2, ("robots.txt",) * 2):
        (site / path).write_text(templates().get_template(template).render(**variables, texts=texts), "utf-8")
    shutil.copy(Path(__file__).parents[1] / "templates" / "style.css", site)
    shutil.copy(ICON, site)
    (site / ".nojekyll").touch()
