"""One page of the twin as a file: the app's page read, its pictures noted, the template filled."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dashboard.domain.catalog import Catalog
from dashboard.domain.filters import page_url, to_query
from dashboard.domain.options import LANGUAGES
from dashboard.domain.pages import PAGE_TITLES
from dashboard.domain.settings import Settings
from dashboard.export.site import images, preview
from dashboard.export.site.blocks import Chart, Part, Table
from dashboard.export.site.images import FOLDER, ImageJob
from dashboard.export.site.page_reader import read_page
from dashboard.export.site.plan import PageSpec
from dashboard.export.site.preview_card import Card
from dashboard.text.translator import Translator

LOCALES = {"fr": "fr_FR", "en": "en_GB"}
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    keep_trailing_newline=True,
)


@dataclass
class PageWriter:
    """Writes pages in one language into the folder `site`; notes the pictures that they need."""

    site: Path
    settings: Settings
    catalog: Catalog
    texts: Translator
    sheets: list[PageSpec]
    moment: datetime
    feeds: list[dict[str, str]]
    tasks: list[ImageJob] = field(default_factory=list)

    def write(self, sheet: PageSpec) -> Path:
        """Write one page; raises PageFailed where the app cannot show it."""
        line, parts = read_page(sheet.page, to_query(sheet.filters, self.catalog), self.texts)
        found, about = preview.description(sheet.page, parts), self._about(sheet, parts)
        self._card(sheet, about, found, parts)
        path = self.site / self.texts.lang / f"{sheet.name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        said = {"title": f"{about} · Palmarès", "description": found, "line": line, "parts": parts}
        path.write_text(
            TEMPLATES.get_template("page.html").render(**said, **self._template_context(sheet)), "utf-8"
        )
        return path

    def _about(self, sheet: PageSpec, parts: list[Part]) -> str:
        """The page's own name, with its subject where the name leaves it open."""
        name = preview.title(parts) if sheet.page != "overview" else self.texts(PAGE_TITLES[sheet.page])
        return (
            name
            if not sheet.about or sheet.about.split(",")[0] in name
            else self.texts.label(name, sheet.about)
        )

    def _card(self, sheet: PageSpec, about: str, found: str, parts: list[Part]) -> None:
        chart = preview.first_chart(parts)
        foot = self.texts("as of {moment}", moment=self.texts.utc_datetime(self.moment))
        card = Card(about, found, foot, chart.spec if chart else None)
        self.tasks.append(ImageJob(self.site / FOLDER / f"{sheet.name}-{self.texts.lang}.png", card))

    def _template_context(self, sheet: PageSpec) -> dict[str, Any]:
        """What stands around every page: links, other pages, feeds."""
        t = self.texts
        return {
            "t": t,
            "sheet": sheet,
            "site": self.settings.site_url,
            "languages": LANGUAGES,
            "other": next(lang for lang in LANGUAGES if lang != t.lang),
            "locale": LOCALES[t.lang],
            "moment": t.utc_datetime(self.moment),
            "live": self.live(sheet, None),
            "pinned": self.live(sheet, self.moment),
            "near": [one for one in self.sheets if one.group in (sheet.group, "")],
            "contents": self._contents,
            "label": self._label,
            "feeds": self.feeds,
            "pictures": self.picture,
            "csvs": self._csv,
            "rows": lambda n: t.count("{n} row as CSV", "{n} rows as CSV", n),
        }

    def live(self, sheet: PageSpec, moment: datetime | None) -> str:
        """The address of the same view in the app: following new data, or pinned to a moment."""
        page = "" if sheet.page == "overview" else sheet.page
        chosen = replace(sheet.filters, as_of=moment)
        return page_url(f"{self.settings.live_url}/{page}", chosen, self.catalog)

    @cached_property
    def _contents(self) -> list[tuple[str, list[PageSpec]]]:
        """The pages that lead to all the others."""
        t = self.texts
        countries = [one for one in self.sheets if one.page == "overview"]
        assistants = [one for one in self.sheets if one.page == "brief"]
        return [(t("Countries"), countries), (t("Assistants"), assistants)]

    def _label(self, sheet: PageSpec) -> str:
        """What a link to a page beside this one says."""
        t = self.texts
        if sheet.page == "rank":
            return t.label(t("Rank"), sheet.about.split(", ")[-1])
        return t(PAGE_TITLES[sheet.page])

    def picture(self, chart: Chart) -> str:
        """The name of the pictures to draw of a figure."""
        self.tasks.extend(images.figure_jobs(self.site, chart.spec))
        return images.figure_name(chart.spec)

    def _csv(self, table: Table) -> str:
        """Keep a table that a page has no room for; the name of its file."""
        name = hashlib.sha256(table.csv).hexdigest()[:16]
        path = self.site / "data" / f"{name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(table.csv)
        return name
