"""One page: a few assistants at a glance, to print or to send."""

from dashboard.current_view import current_view
from dashboard.parts import part
from dashboard.sections import summary

part(current_view(), summary.draw)
