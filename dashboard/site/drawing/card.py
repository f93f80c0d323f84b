"""The picture of a link's preview: what the page finds, its first figure, where and when."""

import io
import textwrap
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from dashboard.site.drawing.around import INCH
from dashboard.site.drawing.picture import SETTINGS, drawn
from dashboard.site.drawing.spec import Json
from dashboard.site.drawing.words import INK, PIXEL

WIDTH, HEIGHT = 1200, 630  # what readers of links ask for [px]
EDGE, TOP, FOOT = 44, 34, 40  # air at the sides, above and for the last line [px]
BRAND, GREY, GROUND = "#C2410C", "#57606A", "#FFFFFF"
BELOW, ROWS = 0.4, 100  # where a row ends, of its height; rows of a figure, at most
LINES = 3  # of a finding, at most
SMALLEST = 1.35  # scale at which a figure's letters can be read in a preview
LETTER = 0.66  # width of a bold letter, of its height


@dataclass(frozen=True)
class Card:
    """`about` says page and subject, `finding` what it found, `foot` source and moment; `spec` may be absent."""

    about: str
    finding: str
    foot: str
    spec: Json | None


def png(card: Card) -> bytes:
    """The card as PNG, 1200 by 630 pixels."""
    with mpl.rc_context(SETTINGS):
        figure = Figure((WIDTH / INCH, HEIGHT / INCH), dpi=INCH, facecolor=GROUND)
        _say(figure, f"Palmarès · {card.about}", TOP, 24, BRAND, 1)
        size = 30 if card.spec else 38
        lines = _say(figure, card.finding, TOP + 44, size, INK, LINES if card.spec else 9)
        _say(figure, card.foot, HEIGHT - FOOT, 19, GREY, 1)
        if card.spec:
            _inset(figure, card.spec, TOP + 58 + round(lines * size * 1.25))
        kept = io.BytesIO()
        figure.savefig(kept, format="png", facecolor=GROUND, metadata={"Software": None})
    return kept.getvalue()


def _say(figure: Figure, text: str, top: float, size: float, colour: str, most: int) -> int:
    """Write lines from `top` down [px], `most` of them at most; how many they are."""
    width = int((WIDTH - 2 * EDGE) / (size * LETTER))
    lines = textwrap.wrap(text, width, max_lines=most, placeholder=" …") or [""]
    look: dict[str, Any] = {"color": colour, "size": size * PIXEL, "weight": "bold", "linespacing": 1.25}
    figure.text(EDGE / WIDTH, 1 - top / HEIGHT, "\n".join(lines), va="top", parse_math=False, **look)
    return len(lines)


def _inset(figure: Figure, spec: Json, top: float) -> None:
    """The page's first figure between the words: whole, or its first rows where all would be too small."""
    high, wide = HEIGHT - FOOT - 14 - top, WIDTH - 2 * EDGE
    scale = high / spec["layout"]["height"]
    if scale < SMALLEST and _has_rows(spec):
        scale = SMALLEST
    picture = drawn(spec, round(wide / scale))
    picture.set_dpi(INCH * scale)
    picture.set_facecolor(GROUND)
    canvas = FigureCanvasAgg(picture)
    canvas.draw()  # type: ignore[no-untyped-call]
    pixels = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    shown = pixels[: _whole_rows(picture, int(high))]
    figure.figimage(shown, EDGE, round(HEIGHT - top - len(shown)), origin="upper")


def _has_rows(spec: Json) -> bool:
    """Whether each row of the figure tells by itself, with its name above it."""
    return not spec["layout"]["yaxis"].get("showticklabels", True)


def _whole_rows(picture: Figure, high: int) -> int:
    """The height of as many rows as `high` has room for, or of the whole picture [px]."""
    whole, axes = int(picture.bbox.height), picture.axes[0]
    if whole <= high:
        return whole
    bottoms = [axes.transData.transform((0, row + BELOW))[1] for row in range(ROWS)]
    return max((int(whole - bottom) for bottom in bottoms if whole - high <= bottom), default=high)
