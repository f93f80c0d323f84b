"""The frame: language, navigation, shared filters, and what is wrong with data or link."""

import sys
from pathlib import Path

# `streamlit run dashboard/app.py` puts dashboard/ on the path; the package is one folder up.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if p != str(Path(__file__).parent))]

import streamlit as st

from dashboard import controls, filters, session
from dashboard.catalog import Catalog, CatalogError
from dashboard.filters import Notice
from dashboard.session import View
from dashboard.snapshot_files import SnapshotError
from dashboard.texts import LANGUAGES, Texts
from dashboard.words import word


def main() -> None:
    st.set_page_config(
        page_title="Palmarès", page_icon=str(Path(__file__).with_name("icon.svg")), layout="wide"
    )
    try:
        catalog = session.catalog()
    except CatalogError as error:
        t = _browser_texts()
        st.error(t("The catalogue cannot be used. Correct the line it names, then reload."))
        st.code(str(error), language=None, wrap_lines=True)
        return
    view = _view(catalog)
    page = st.navigation(_pages(view.texts), position="top")
    controls.sidebar(view)
    session.show(view)
    for notice in controls.notices():
        _say(view.texts, notice)
    _run(page, view)


def _view(catalog: Catalog) -> View:
    lang = _browser_texts().lang
    first, last = session.span()
    chosen = controls.follow_address(catalog, filters.defaults(catalog, lang, first, last))
    return View(chosen, Texts(chosen.lang), catalog)


def _browser_texts() -> Texts:
    """The browser's language where we speak it, else English."""
    asked = (st.context.locale or "en").partition("-")[0].lower()
    return Texts(asked if asked in LANGUAGES else "en")


def _pages(t: Texts) -> list["st.Page"]:
    folder = Path(__file__).parent / "app_pages"
    titles = {
        "overview": t("Overview"),
        "launch": t("Launch velocity"),
        "rank": t("App Store rank"),
        "competitors": t("Competitors"),
        "sources": t("Sources and method"),
    }
    return [
        st.Page(folder / f"{name}.py", title=title, url_path=name, default=name == "overview")
        for name, title in titles.items()
    ]


def _run(page: "st.Page", view: View) -> None:
    """Run the page; a damaged snapshot closes it, with the file's name and the next step."""
    t, house = view.texts, session.warehouse(view.filters.as_of)
    if not house.files:
        folder = session.data_folder() / "snapshots"
        st.error(t("There is no snapshot in {folder}.", folder=folder), icon=":material/database_off:")
        st.write(t("Fill it with `python -m dashboard.collect claims`, or restore it from the repository."))
        return
    if house.missing:
        names = t.join(word(t, name) for name in house.missing)
        st.warning(t("There is no snapshot of: {names}. What needs them stays empty.", names=names))
    try:
        page.run()
    except SnapshotError as error:
        _refuse(t, t("This page needs a file that cannot be used."), error)


def _refuse(t: Texts, what: str, error: Exception) -> None:
    st.error(what, icon=":material/error:")
    st.code(str(error), language=None, wrap_lines=True)
    st.write(t("The other pages keep working."))


def _say(t: Texts, notice: Notice) -> None:
    """What of the link could not be followed; its text is shown as code, never as markup."""
    known = t("The link's parameter below cannot be followed; shown instead: {shown}.", shown=notice.shown)
    unknown = t("The link's parameter below is not known and is left out.")
    st.warning(known if notice.shown else unknown, icon=":material/link_off:")
    st.code(f"{notice.name}={notice.value}", language=None, wrap_lines=True)


main()
