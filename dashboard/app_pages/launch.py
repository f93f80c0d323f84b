"""Launch velocity: what is known of how fast an assistant launched, as bounds."""

from dashboard.sections import launch_page
from dashboard.web.state import current_view

launch_page.draw(current_view())
