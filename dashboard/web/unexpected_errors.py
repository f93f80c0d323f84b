"""What a reader is told of an error that nobody foresaw: that it happened, never how. The log has the trace."""

import streamlit as st

from dashboard.domain.options import LANGUAGES
from dashboard.text.translator import Translator


def translator_for_browser() -> Translator:
    """The browser's language where we speak it, else English."""
    asked = (st.context.locale or "en").partition("-")[0].lower()
    return Translator(asked if asked in LANGUAGES else "en")


def show_unexpected_error(_: Exception) -> bool:
    """Say it in the language of the page; True: Streamlit need not say it again."""
    t = st.session_state["view"].texts if "view" in st.session_state else translator_for_browser()
    st.error(t("Something went wrong on our side, and this page stops here."), icon=":material/error:")
    st.write(
        t("What stands above holds. Load the page again; if it fails again, the other pages keep working.")
    )
    return True
