"""Sources and method: every claim and source, what each metric means, the SQL of each question."""

from dashboard.sections import sources
from dashboard.web.state import current_view

sources.draw(current_view())
