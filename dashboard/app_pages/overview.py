"""Overview: what this is, the state of the race, how fresh each source is."""

from dashboard.sections import overview
from dashboard.web.state import current_view

overview.draw(current_view())
