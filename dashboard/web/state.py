"""The current view, in the session state."""

from typing import cast

import streamlit as st

from dashboard.sections.view import View


def set_current_view(view: View) -> None:
    """Set the view of the page about to run."""
    st.session_state["view"] = view


def current_view() -> View:
    """The view of the running page."""
    return cast(View, st.session_state["view"])
