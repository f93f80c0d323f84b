"""One page: a few assistants at a glance, to print or to send."""

from dashboard.sections import summary
from dashboard.web.parts import draw_part
from dashboard.web.state import current_view

draw_part(current_view(), summary.draw)
