"""Error messages for readers, where a page or a file cannot be made: no trace, no name of a folder."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard.text.translator import Translator
from dashboard.warehouse.database import QueryLimitError
from dashboard.warehouse.folder import data_version_or_empty
from dashboard.warehouse.snapshots import SnapshotError

RERUN_COUNT_KEY = "runs-over-changed-data"
MAX_RERUNS = 5  # of one page whose data changes under each of them


@contextmanager
def error_messages(t: Translator, before: str | None = None) -> Iterator[None]:
    """Context manager: shows a message for SnapshotError, QueryLimitError and OSError.

    Where the data version is no longer `before`, the one that the page began with, the page is run again first. None:
    Streamlit does not know yet which page is requested, and a new run would open the first.
    """
    try:
        yield
        st.session_state.pop(RERUN_COUNT_KEY, None)
    except (SnapshotError, QueryLimitError, OSError) as error:
        changed = before not in (None, data_version_or_empty()) and not isinstance(error, QueryLimitError)
        if changed:
            _rerun()
        _show_error(t, error, changed=changed)
        if isinstance(error, SnapshotError) and not changed:
            st.write(t("The other pages keep working."))


def show_download_error(t: Translator, error: Exception, before: str) -> None:
    """Show why a file could not be made, and what to do; `before` is the data version that the page began with."""
    st.error(t("The file could not be made."), icon=":material/error:")
    if before != data_version_or_empty() and isinstance(error, SnapshotError | OSError):
        st.write(t("The data has changed since this page was drawn. Reload the page, then ask again."))
    elif isinstance(error, SnapshotError | QueryLimitError | OSError):
        _show_error(t, error, changed=False)
    else:
        st.write(t("Something went wrong on our side. Reload the page and ask again."))


def _show_error(t: Translator, error: Exception, *, changed: bool) -> None:
    if changed:
        st.error(t("The data is changing at the moment."), icon=":material/sync:")
        st.write(t("Reload the page in a minute."))
    elif isinstance(error, SnapshotError):
        st.error(t("This page needs a file that cannot be used."), icon=":material/error:")
        st.code(error.short, language=None, wrap_lines=True)
    elif isinstance(error, QueryLimitError):
        st.error(
            t("This page asked for more than the server gives one reader, and was stopped."),
            icon=":material/timer_off:",
        )
        st.write(t("Choose fewer days or fewer assistants, or try again in a minute."))
    else:
        st.error(
            t("The data cannot be read at the moment. Nothing is lost; try again in a minute."),
            icon=":material/database_off:",
        )


def _rerun() -> None:
    """Run the page again over the present data, at most MAX_RERUNS times."""
    runs = st.session_state.pop(RERUN_COUNT_KEY, 1)
    if runs < MAX_RERUNS:
        st.session_state[RERUN_COUNT_KEY] = runs + 1
        st.rerun()


def translator_for_browser() -> Translator:
    """A translator into the browser's language, else into English."""
    return Translator.for_locale(st.context.locale or "en")


def show_unexpected_error(_: Exception) -> bool:
    """Show a message in the page's language; True, so that Streamlit shows none."""
    t = st.session_state["view"].texts if "view" in st.session_state else translator_for_browser()
    st.error(t("Something went wrong on our side, and this page stops here."), icon=":material/error:")
    st.write(
        t("What stands above holds. Load the page again; if it fails again, the other pages keep working.")
    )
    return True
