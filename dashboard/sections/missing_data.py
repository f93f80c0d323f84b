"""What stands in the place of data whose snapshots are gone: that it cannot be read, never that there is none."""

import streamlit as st

from dashboard.sections.view import View
from dashboard.text.labels import code_label

CLAIMS = ("launches", "milestones", "reported_ranks", "events", "features", "sources")


def missing_data_notice(view: View, title: str, *datasets: str) -> bool:
    """Say under `title` that one of `datasets` is gone; False, and nothing is drawn, where all are there."""
    t, missing = view.texts, view.warehouse.missing
    gone = [code_label(t, name) for name in missing if name in datasets]
    if gone:
        st.subheader(title)
        st.info(
            t("These data cannot be read: their files are missing ({names}).", names=t.join(gone)),
            icon=":material/database_off:",
        )
    return bool(gone)
