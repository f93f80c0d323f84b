"""Streamlit's main script: language, navigation, shared filters, and what is wrong with data or link."""

import sys
from pathlib import Path
from typing import Any

# Streamlit puts dashboard/ on the path; the package is one folder up.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if p != str(Path(__file__).parent))]

import streamlit as st

from dashboard.domain.catalog import Catalog, CatalogError
from dashboard.domain.filters import UrlProblem
from dashboard.domain.pages import PAGE_TITLES
from dashboard.sections import opening
from dashboard.sections.view import View
from dashboard.text import page as page_text
from dashboard.text.labels import code_label
from dashboard.text.translator import Translator
from dashboard.warehouse import cache
from dashboard.warehouse.folder import data_folder
from dashboard.warehouse.warehouse import Warehouse
from dashboard.web import errors, pinned_view, reconnect, share, sidebar, single_figure, widgets
from dashboard.web import evidence_button as evidence
from dashboard.web.errors import translator_for_browser
from dashboard.web.state import set_current_view

ICON = str(Path(__file__).parent / "web" / "icon.svg")
SIDEBAR_WIDTH = 312  # of the sidebar, so that two dates stand in one line [px]
CAPTION_WIDTH = 400  # width of what was chosen, so that two buttons stand beside it also on paper, on a phone below it [px]
PAGES_FOR_PRINT = ("brief",)  # an open sidebar is printed with the page


def main() -> None:
    st.set_page_config(page_title="Palmarès", page_icon=ICON, layout="wide")
    with errors.error_messages(translator_for_browser()):
        _draw(_catalog())


def _catalog() -> Catalog:
    """The catalogue; where it cannot be used, the page says so and ends."""
    try:
        return cache.catalog()
    except CatalogError as error:
        t = translator_for_browser()
        st.error(t("The catalogue cannot be used. Correct the line it names, then reload."))
        message = str(error).replace(f"{data_folder()}/", "")  # where it lies is no visitor's business
        st.code(message, language=None, wrap_lines=True)
        st.stop()


def _draw(catalog: Catalog) -> None:
    sent = reconnect.sent_widgets()
    view = _view(catalog)
    page = st.navigation(_pages(view.texts), position="hidden" if view.filters.figure else "top")
    with errors.error_messages(view.texts, view.version):
        st.set_page_config(
            page_title=page_text.title(view, page.title),
            initial_sidebar_state="collapsed"
            if page.url_path in PAGES_FOR_PRINT or st.context.is_embedded
            else SIDEBAR_WIDTH,
        )
        set_current_view(view)
        if view.filters.figure:
            single_figure.draw(view, page.url_path or "overview")
        else:
            sidebar.draw(view, page.url_path or "overview")
            _page_layout(page, view)
    reconnect.replay(sent)


def _view(catalog: Catalog) -> View:
    lang = translator_for_browser().lang
    chosen = widgets.filters_from_url(
        catalog, lambda moment, query: opening.default_filters(catalog, lang, moment, query)
    )
    return View(chosen, Translator(chosen.lang), catalog)


def _pages(t: Translator) -> list["st.Page"]:
    folder = Path(__file__).parent / "app_pages"
    return [
        st.Page(folder / f"{name}.py", title=t(title), url_path=name, default=name == "overview")
        for name, title in PAGE_TITLES.items()
    ]


def _page_layout(page: "st.Page", view: View) -> None:
    """Draw what stands around every page, and the page."""
    beside: dict[str, Any] = {"horizontal": True, "gap": "xsmall"}
    with st.container(**beside, horizontal_alignment="distribute", vertical_alignment="center"):
        with st.container(key="chosen", width=CAPTION_WIDTH):
            st.caption(page_text.filters_line(view))
        with st.container(**beside, wrap=False, width="content", key="actions"):
            sidebar.language(view)
            share.button(view)
            taken = st.empty()
    failure = st.empty()
    for number, notice in enumerate(widgets.notices()):
        _show_url_problem(view.texts, notice, number)
    pinned = pinned_view.banner_placeholder()
    if _has_data(view.texts, cache.warehouse(view.filters.as_of)) and not pinned_view.before_first_ingest(
        view
    ):
        with errors.error_messages(view.texts, view.version):
            page.run()
            evidence.draw(view, taken, failure, page.url_path or "overview", page.title)
            pinned_view.banner(view, pinned)


def _has_data(t: Translator, warehouse: Warehouse) -> bool:
    """Name the datasets that are missing; False where the folder holds no snapshot at all."""
    if not warehouse.files:
        st.error(t("The data folder holds no snapshot."), icon=":material/database_off:")
        st.write(t("Fill it with `python -m dashboard.collect claims`, or restore it from the repository."))
    elif warehouse.missing:
        names = t.join(code_label(t, name) for name in warehouse.missing)
        st.warning(t("There is no snapshot of: {names}. What rests on them cannot be read.", names=names))
    return bool(warehouse.files)


def _show_url_problem(t: Translator, notice: UrlProblem, number: int) -> None:
    """Name the part of the link that could not be followed, as code, never as markup."""
    why = code_label(t, notice.reason)
    instead = t("Shown instead: `{shown}`.", shown=notice.shown) if notice.shown else t("It is left out.")
    with st.container(key=f"notice-{number}"):
        st.warning(t("A part of the link cannot be followed: {why}. {instead}", why=why, instead=instead))
        st.code(f"{notice.name}={notice.value}", language=None, wrap_lines=True)


main()
