"""Write one page of the static site as HTML, and list the pictures that it needs."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from dashboard.domain.catalog import Catalog
from dashboard.domain.filters import page_url
from dashboard.domain.options import LANGUAGES
from dashboard.domain.pages import PAGE_TITLES
from dashboard.domain.settings import Settings
from dashboard.export.html import result_table, templates
from dashboard.export.site import images, preview
from dashboard.export.site.images import FOLDER, ImageJob
from dashboard.export.site.plan import PageSpec
from dashboard.export.site.preview_card import Card
from dashboard.export.tables import to_csv
from dashboard.sections.blocks import Block, Figure
from dashboard.sections.pages import build_page
from dashboard.sections.view import View
from dashboard.text import page as page_text
from dashboard.text.tables import to_display_table
from dashboard.text.translator import Translator

LOCALES = {"fr": "fr_FR", "en": "en_GB"}
MAX_ROWS = 30  # of a table on a page


@dataclass
class PageWriter:
    """Writes pages in one language into the folder `site`; `jobs` are the pictures that they need."""

    site: Path
    settings: Settings
    catalog: Catalog
    texts: Translator
    specs: list[PageSpec]
    moment: datetime
    feeds: list[dict[str, str]]
    jobs: list[ImageJob] = field(default_factory=list)

    def write(self, spec: PageSpec) -> Path:
        """Write one page; a part that fails is named in its place. Raises SnapshotError, QueryLimitError, OSError."""
        view = View(spec.filters, self.texts, self.catalog, whole=True)
        blocks = list(build_page(view, spec.page))
        finding, about = preview.description(blocks), self._about(spec, blocks)
        self._card(spec, about, finding, blocks)
        path = self.site / self.texts.lang / f"{spec.name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {"title": f"{about} · Palmarès", "description": finding, "blocks": blocks}
        path.write_text(
            templates().get_template("page.html").render(**content, **self._template_context(spec, view)),
            "utf-8",
        )
        return path

    def _about(self, spec: PageSpec, blocks: list[Block]) -> str:
        """The page's own name, with its subject where the name leaves it open."""
        name = preview.title(blocks) if spec.page != "overview" else self.texts(PAGE_TITLES[spec.page])
        return (
            name if not spec.about or spec.about.split(",")[0] in name else self.texts.label(name, spec.about)
        )

    def _card(self, spec: PageSpec, about: str, finding: str, blocks: list[Block]) -> None:
        figure = preview.first_figure(blocks)
        foot = self.texts("as of {moment}", moment=self.texts.utc_datetime(self.moment))
        card = Card(about, finding, foot, _spec(figure) if figure else None)
        self.jobs.append(ImageJob(self.site / FOLDER / f"{spec.name}-{self.texts.lang}.png", card))

    def _template_context(self, spec: PageSpec, view: View) -> dict[str, Any]:
        """The variables of the template that every page has: links, other pages, feeds."""
        t = self.texts
        return {
            "t": t,
            "sheet": spec,
            "site": self.settings.site_url,
            "languages": LANGUAGES,
            "other": next(lang for lang in LANGUAGES if lang != t.lang),
            "locale": LOCALES[t.lang],
            "moment": t.utc_datetime(self.moment),
            "live": self.live(spec, None),
            "pinned": self.live(spec, self.moment),
            "near": [near for near in self.specs if near.group in (spec.group, "")],
            "contents": self._contents,
            "label": self._label,
            "feeds": self.feeds,
            "line": page_text.filters_line(view),
            "picture": self.picture,
            "table": lambda result: result_table(view, result.rows),
            "max_rows": MAX_ROWS,
            "csv": lambda result: self._csv(to_csv(to_display_table(view, result.rows))),
            "csv_label": lambda n: t.count("{n} row as CSV", "{n} rows as CSV", n),
        }

    def live(self, spec: PageSpec, moment: datetime | None) -> str:
        """The address of the same view in the app: following new data, or pinned to a moment."""
        page = "" if spec.page == "overview" else spec.page
        chosen = replace(spec.filters, as_of=moment)
        return page_url(f"{self.settings.live_url}/{page}", chosen, self.catalog)

    @cached_property
    def _contents(self) -> list[tuple[str, list[PageSpec]]]:
        """One page of each group, by headings."""
        t = self.texts
        countries = [spec for spec in self.specs if spec.page == "overview"]
        assistants = [spec for spec in self.specs if spec.page == "brief"]
        return [(t("Countries"), countries), (t("Assistants"), assistants)]

    def _label(self, spec: PageSpec) -> str:
        """The text of a link to a page of the same group."""
        t = self.texts
        if spec.page == "rank":
            return t.label(t("Rank"), spec.about.split(", ")[-1])
        return t(PAGE_TITLES[spec.page])

    def picture(self, block: Figure) -> str:
        """Order the pictures of a figure; their name."""
        spec = _spec(block)
        self.jobs.extend(images.figure_jobs(self.site, spec))
        return images.figure_name(spec)

    def _csv(self, content: bytes) -> str:
        """Write a table that is too long for a page; the name of its file."""
        name = hashlib.sha256(content).hexdigest()[:16]
        path = self.site / "data" / f"{name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return name


def _spec(block: Figure) -> dict[str, Any]:
    """A figure as Plotly's JSON, without a template: the pictures have their own."""
    spec: dict[str, Any] = json.loads(block.figure.to_json())  # type: ignore[union-attr]
    spec["layout"].pop("template", None)
    return spec
