"""The button on every page that makes the evidence file, when it is pressed."""

from datetime import datetime
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.domain.clock import utc_now
from dashboard.export.evidence.page import render_html
from dashboard.sections.view import View
from dashboard.web import share
from dashboard.web.downloads import defer_download


def draw(view: View, at: DeltaGenerator, failure: DeltaGenerator, page: str, title: str) -> None:
    """Draw the button in `at`, once the page is drawn whole; errors are shown in `failure`.

    The time in the file is the page's: however often the button is pressed, the server holds one file until the next
    run.
    """
    moment = view.filters.as_of or view.warehouse.newest_ingest
    if moment is None:
        return  # no valid snapshot: nothing to export
    link = share.address(view, pinned=True)  # only the running page knows its address
    name = f"palmares-{page}-{view.filters.lang}-{moment:%Y%m%dT%H%M%SZ}"
    make = partial(_make_file, view, name, link, title, utc_now())
    with at:
        st.download_button(
            view.texts("Evidence"),
            defer_download(view, make, failure),
            f"{name}.html",
            "text/html",
            key="evidence",
            help=view.texts("This page as one file: charts, tables, SQL, sources, checksums"),
            icon=":material/inventory_2:",
            on_click="ignore",
        )


def _make_file(view: View, name: str, link: str, title: str, made_at: datetime) -> bytes:
    return render_html(view, name, link, title, made_at).encode()
