"""Parts of a page: where one fails a message takes its place, and the page goes on."""

import logging
from collections.abc import Callable
from typing import TypeVarTuple

import streamlit as st

from dashboard.sections.view import View
from dashboard.warehouse.database import QueryLimitError
from dashboard.warehouse.snapshots import SnapshotError

More = TypeVarTuple("More")
PAGE_ERRORS = (SnapshotError, QueryLimitError, OSError)  # the page shows these itself


def draw_part(view: View, draw: Callable[[View, *More], object], *more: *More) -> None:
    """Draw a part of the page. An unexpected error ends this part only; the log has the trace."""
    try:
        draw(view, *more)
    except PAGE_ERRORS:
        raise
    except Exception:
        logging.getLogger(__name__).exception(
            "A part of a page failed: %s.%s", draw.__module__, draw.__name__
        )
        t = view.texts
        st.error(missing_part_text(view), icon=":material/error:")
        view.record_text(t("A part is missing"), [missing_part_text(view)])


def missing_part_text(view: View) -> str:
    """The message in place of a part that failed."""
    return view.texts(
        "Something went wrong on our side, and a part of this page is missing here. The other parts hold."
    )
