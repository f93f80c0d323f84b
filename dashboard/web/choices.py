"""A choice of one page, tied to the link like the shared filters."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from dashboard.sections.view import View
from dashboard.text.labels import code_label
from dashboard.web import widgets


def single_choice(
    view: View, field: str, title: str, options: Sequence[Any], name: Callable[[Any], str] | None = None
) -> None:
    """Draw the choice of `field` among `options`; its value is the filters' at the next run."""
    told = name or (lambda code: code_label(view.texts, code))
    tie = widgets.bind_widget(field, view.catalog)
    st.segmented_control(title, options, format_func=told, required=True, **tie)


def multi_choice(
    view: View, field: str, title: str, options: Sequence[Any], name: Callable[[Any], str]
) -> None:
    """Draw the choice of none, some or all of `options`."""
    tie = widgets.bind_widget(field, view.catalog)
    st.pills(title, options, format_func=name, selection_mode="multi", **tie)
