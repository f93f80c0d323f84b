"""Sources and method: every claim and source, what each metric means, the SQL of each question."""

from dashboard.sections.pages import build_page
from dashboard.web.render import render_page
from dashboard.web.state import current_view

render_page(current_view(), build_page(current_view(), "sources"))
