"""The context of texts and figures, besides rows: it can neither query nor draw."""

from dataclasses import dataclass

from dashboard.domain.catalog import Catalog
from dashboard.domain.filters import Filters
from dashboard.text.translator import Translator


@dataclass(frozen=True)
class ViewContext:
    """The filters, the reader's language and the catalogue."""

    filters: Filters
    texts: Translator
    catalog: Catalog

    @property
    def days_chosen(self) -> int:
        """The number of days from `since` to `until`, both included."""
        return (self.filters.until - self.filters.since).days + 1

    def current_name(self, app: str) -> str:
        """An app's name, with the one that it has by the end of the chosen days where that is another."""
        names = [rename.to for rename in self.catalog.by_app[app].renamed if rename.on <= self.filters.until]
        name = self.app_name(app)
        return self.texts("{name} (now {new})", name=name, new=names[-1]) if names else name

    def app_name(self, app: str) -> str:
        """An app's name in the reader's language."""
        return self.catalog.app_name(app, self.texts.lang)
