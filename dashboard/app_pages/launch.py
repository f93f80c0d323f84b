"""Launch velocity: what is known of how fast an assistant launched, as bounds."""

from dashboard.sections.pages import build_page
from dashboard.web.render import render_page
from dashboard.web.state import current_view

render_page(current_view(), build_page(current_view(), "launch"))
