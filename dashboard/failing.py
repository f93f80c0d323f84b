"""What a reader is told where a page cannot be drawn: a plain sentence, never a trace, never a folder's name."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard.data_folder import key
from dashboard.database import StoppedError
from dashboard.snapshot_files import SnapshotError
from dashboard.texts import Texts

AGAIN = "run-again"


@contextmanager
def told(t: Texts, before: str | None = None) -> Iterator[None]:
    """Say why what is within cannot be drawn; where the data is not `before` any more, run once more over the new.

    `before` is the key of what the page began with, also where a part of it has met the change already and kept
    quiet. None: Streamlit does not know yet which page is asked for, and a new run would open the first.
    """
    try:
        yield
        st.session_state.pop(AGAIN, None)
    except SnapshotError as error:
        _once_more(before)
        st.error(t("This page needs a file that cannot be used."), icon=":material/error:")
        st.code(error.short, language=None, wrap_lines=True)
        st.write(t("The other pages keep working."))
    except StoppedError:
        st.error(
            t("This page asked for more than the server gives one reader, and was stopped."),
            icon=":material/timer_off:",
        )
        st.write(t("Choose fewer days or fewer assistants, or try again in a minute."))
    except OSError:
        _once_more(before)
        st.error(
            t("The data cannot be read at the moment. Nothing is lost; try again in a minute."),
            icon=":material/database_off:",
        )


def _once_more(before: str | None) -> None:
    """Run the page again, once, where the data folder is no longer what it was."""
    if before not in (None, key()) and not st.session_state.pop(AGAIN, False):
        st.session_state[AGAIN] = True
        st.rerun()
