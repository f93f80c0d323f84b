"""The parts of a page: one that fails is named in its place, and the page goes on."""

import logging
from collections.abc import Callable
from typing import TypeVarTuple

import streamlit as st

from dashboard.sections.view import View
from dashboard.warehouse.database import QueryLimitError
from dashboard.warehouse.snapshots import SnapshotError
from dashboard.web import downloads

More = TypeVarTuple("More")
TOLD_BY_THE_PAGE = (SnapshotError, QueryLimitError, OSError)  # damage, limits, a data folder that changes


def part(view: View, draw: Callable[[View, *More], object], *more: *More) -> None:
    """Draw a part of the page. An error that nobody foresaw ends this part only; the log has the trace."""
    try:
        draw(view, *more)
    except TOLD_BY_THE_PAGE:
        raise
    except Exception:
        logging.getLogger(__name__).exception(
            "A part of a page failed: %s.%s", draw.__module__, draw.__name__
        )
        t = view.texts
        st.error(missing(view), icon=":material/error:")
        downloads.record_text(view, t("A part is missing"), [missing(view)])


def missing(view: View) -> str:
    """What stands in the place of a part that failed."""
    return view.texts(
        "Something went wrong on our side, and a part of this page is missing here. The other parts hold."
    )
