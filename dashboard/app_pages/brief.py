"""One page: a few assistants at a glance, to print or to send."""

from dashboard.sections import summary
from dashboard.web.parts import part
from dashboard.web.state import current_view

part(current_view(), summary.draw)
