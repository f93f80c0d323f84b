"""A whole figure: panels within margins, words between them, a key."""

import io
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from dashboard.site.drawing import around, room
from dashboard.site.drawing.around import INCH
from dashboard.site.drawing.axes import lay
from dashboard.site.drawing.blocks import bar, heatmap
from dashboard.site.drawing.marks import scatter
from dashboard.site.drawing.spec import Json, pairs
from dashboard.site.drawing.words import INK, PALE

DRAWN = {"scatter": scatter, "bar": bar, "heatmap": heatmap}
SETTINGS: Any = {
    "svg.fonttype": "none",
    "text.parse_math": False,
    "svg.hashsalt": "palmares",
    "font.family": "DejaVu Sans",
}
FONTS = "'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif"
# Within an <img> the reader's light or dark page still decides.
STYLE = (
    f"<style>:root{{--ink:{INK};--pale:{PALE}}}"
    "@media (prefers-color-scheme:dark){:root{--ink:#E6E8EA;--pale:#41474D}}</style>"
)


def undrawable(spec: Json) -> list[str]:
    """The kinds of trace in a figure that no picture can be drawn of."""
    kinds = dict.fromkeys(trace.get("type", "scatter") for trace in spec["data"])
    return [kind for kind in kinds if kind not in DRAWN]


def svg(spec: Json, width: int) -> str:
    """The figure as SVG, `width` wide [px]; its words stay words, and it follows light and dark."""
    with mpl.rc_context(SETTINGS):
        figure, text = drawn(spec, width), io.StringIO()
        figure.savefig(text, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    written = text.getvalue()
    for said, variable in ((INK, "var(--ink)"), (PALE, "var(--pale)")):
        written = written.replace(said.lower(), variable)
    written = written.replace("'DejaVu Sans'", FONTS)
    start = written.index("<defs>")
    return written[written.index("<svg") : start] + STYLE + written[start:]


def drawn(spec: Json, width: int) -> Figure:
    """The figure as the app sent it, `width` wide and as high as it says [px]."""
    layout, height = spec["layout"], spec["layout"]["height"]
    figure = Figure((width / INCH, height / INCH), dpi=INCH)
    within = room.room(spec, width, height)
    panels = {}
    for pair in pairs(spec):
        x, y = room.axes_of(spec, pair)
        left, bottom, wide, high = room.domain(within, x, y)
        axes = figure.add_axes((left / width, bottom / height, wide / width, high / height))
        axes.patch.set_alpha(0)
        panels[pair] = axes
        for trace in room.traces(spec, pair):
            DRAWN[trace["type"]](axes, trace, x, y)
        lay(axes, x, y, dated=pair in room.dated(spec), width=wide)
    around.shapes(layout, panels)
    around.annotations(layout, panels, figure, within)
    around.key(spec, figure, width)
    return figure
