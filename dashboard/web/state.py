"""The view of the running page, in its reader's session."""

from typing import cast

import streamlit as st

from dashboard.sections.view import View


def set_current_view(view: View) -> None:
    """Make `view` the one that the page about to run is drawn from."""
    st.session_state["view"] = view


def current_view() -> View:
    """The view of the running page."""
    return cast(View, st.session_state["view"])
