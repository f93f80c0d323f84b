"""Download buttons, and files that are made when a reader asks for them."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit import runtime
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner import ScriptRunContext, add_script_run_ctx, get_script_run_ctx
from streamlit.runtime.session_manager import SessionClientDisconnectedError

from dashboard.export.tables import add_source_columns, to_csv, to_parquet
from dashboard.sections.view import View
from dashboard.warehouse.query_result import QueryResult
from dashboard.web import errors

CONTEXT_ATTRIBUTE = "streamlit_script_run_ctx"  # by which Streamlit attaches a run to a thread


def download_buttons(view: View, key: str, result: QueryResult) -> None:
    """Draw the downloads of one result, CSV and Parquet, and its SQL."""
    rows, stem = partial(add_source_columns, view, result), file_stem(view, key)
    buttons, failure = st.container(horizontal=True), st.empty()
    with buttons:
        _download_button(view.texts("Download CSV"), to_csv(rows()), stem, key, "csv", "text/csv")
        content = defer_download(view, lambda: to_parquet(rows()), failure)
        _download_button(
            view.texts("Download Parquet"), content, stem, key, "parquet", "application/vnd.apache.parquet"
        )
    st.code(result.file.sql, language="sql")


def file_stem(view: View, key: str) -> str:
    """The name of a file without its suffix: what it holds, the country and the days."""
    f = view.filters
    return f"palmares-{key}-{f.country}-{f.since}-{f.until}"


def _download_button(
    label: str, data: bytes | Callable[[], bytes], stem: str, key: str, suffix: str, mime: str
) -> None:
    st.download_button(label, data, f"{stem}.{suffix}", mime, key=f"{suffix}-{key}", on_click="ignore")


def defer_download(view: View, make: Callable[[], bytes], at: DeltaGenerator) -> Callable[[], bytes]:
    """`make` for a download button; an error is shown in `at` on the open page, and raised again for the log."""
    context = get_script_run_ctx()

    def make_and_report() -> bytes:
        try:
            content = make()
        except Exception as error:
            with _writing_to(context), at.container():
                errors.show_download_error(view.texts, error, view.version)
            raise
        with _writing_to(context):
            at.empty()
        return content

    return make_and_report


@contextmanager
def _writing_to(context: ScriptRunContext | None) -> Iterator[None]:
    """Context manager: draws on the open page of `context`, whose run has ended; on none where it is gone.

    Streamlit makes the file in a thread without a page, and drops what a run draws after its end.
    """
    client = runtime.get_instance().get_client(context.session_id) if context and runtime.exists() else None
    if context is None or client is None:
        yield
        return
    thread = threading.current_thread()
    add_script_run_ctx(thread, replace(context, _enqueue=client.write_forward_msg))
    try:
        with suppress(SessionClientDisconnectedError):
            yield
    finally:
        delattr(thread, CONTEXT_ATTRIBUTE)
