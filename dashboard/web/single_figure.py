"""One figure alone: what a link with `figure` shows, in a frame of another site too."""

from collections.abc import Iterator
from dataclasses import replace

import streamlit as st

from dashboard.sections.blocks import Block, Figure, flatten
from dashboard.sections.pages import build_page
from dashboard.sections.view import View
from dashboard.web import share
from dashboard.web.render import draw_figure


def draw(view: View, page: str) -> None:
    """Draw the figure with its title and source line, and a link to its page."""
    t, key = view.texts, view.filters.figure
    figure = next((block for block in _figures(build_page(view, page)) if block.key == key), None)
    whole = replace(view, filters=replace(view.filters, figure=None))
    if figure is None:
        st.title("Palmarès")
        st.info(t("This page has no figure of that name under these filters."), icon=":material/info:")
    else:
        view.blocks.append(figure)
        with st.container(key="alone"):
            draw_figure(view, figure)
    link = share.address(whole, pinned=view.filters.as_of is not None)
    st.markdown(f"[{t('Palmarès: the whole page, with data and sources')}]({link})")


def _figures(blocks: Iterator[Block]) -> Iterator[Figure]:
    for block in blocks:
        yield from (inner for inner in flatten([block]) if isinstance(inner, Figure))
