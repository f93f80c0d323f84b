"""One page: a few assistants at a glance, to print or to send."""

from dashboard.exhibits import brief
from dashboard.parts import part
from dashboard.session import view

part(view(), brief.draw)
