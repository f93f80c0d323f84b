"""One page: a few assistants at a glance, to print or to send."""

from dashboard.current_view import current_view
from dashboard.exhibits import brief
from dashboard.parts import part

part(current_view(), brief.draw)
