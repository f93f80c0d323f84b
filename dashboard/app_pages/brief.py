"""Fact sheet: a few assistants at a glance, to print or to send."""

from dashboard.sections.pages import build_page
from dashboard.web.render import render_page
from dashboard.web.state import current_view

render_page(current_view(), build_page(current_view(), "brief"))
