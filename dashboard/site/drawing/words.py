"""Words in a picture: lines apart by <br>, bold and slanted pieces between others."""

import html
import re
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.offsetbox import AnnotationBbox, HPacker, OffsetBox, TextArea, VPacker

PIXEL = 0.72  # of a point: pictures have 100 pixels an inch
LETTER = 0.52  # width of a letter, of its height
SMALLEST = 8.0  # [px]
INK, PALE = "#1F2328", "#D5D7DA"
_TAG = re.compile(r"(</?[bi]>)")
SIDES = {"left": 0.0, "center": 0.5, "right": 1.0, "bottom": 0.0, "middle": 0.5, "top": 1.0}
Piece = tuple[str, bool, bool]  # words, whether bold, whether slanted


def lines(text: str) -> list[list[Piece]]:
    """The pieces of each line; tags may span lines."""
    found, bold, slanted = [], False, False
    for line in text.split("<br>"):
        pieces = []
        for part in _TAG.split(line):
            if _TAG.fullmatch(part):
                bold = part == "<b>" if "b" in part else bold
                slanted = part == "<i>" if "i" in part else slanted
            elif part:
                pieces.append((_edged(html.unescape(part)), bold, slanted))
        found.append(pieces)
    return found


def _edged(words: str) -> str:
    """Spaces at either end would be lost between two pieces; those that do not break are kept."""
    bare = words.strip(" ")
    start = len(words) - len(words.lstrip(" "))
    return "\u00a0" * start + bare + "\u00a0" * (len(words) - start - len(bare))


def plain(text: str) -> str:
    """The words without their tags, lines apart by line feeds."""
    return "\n".join("".join(words for words, _, _ in line) for line in lines(text))


def write(axes: Axes, text: str, at: tuple[float, float], sides: tuple[str, str], **look: Any) -> None:
    """Write `text` at a point; `sides` says which side of the words stands there, across and upright.

    `look` may hold the coordinates of the point, a shift [px], colour, size and the room across [px].
    """
    shift = look.get("shift", (0.0, 0.0))
    size = fitting(text, look.get("size") or 13, look.get("room"))
    box = AnnotationBbox(
        _box(text, sides[0], look.get("colour") or INK, size),
        at,
        xycoords=look.get("coordinates", "data"),
        xybox=(shift[0] * PIXEL, shift[1] * PIXEL),
        boxcoords="offset points",
        box_alignment=(SIDES[sides[0]], SIDES[sides[1]]),
        frameon=False,
        pad=0,
        annotation_clip=False,
    )
    box.set_clip_on(False)
    axes.add_artist(box)


def fitting(text: str, size: float, room: float | None) -> float:
    """The size at which the longest line has room, of `size` at most and of SMALLEST at least [px]."""
    longest = max(len(line) for line in plain(text).split("\n"))
    return size if room is None else max(SMALLEST, min(size, room / (longest * LETTER)))


def _box(text: str, align: Any, colour: str, size: float) -> OffsetBox:
    rows: list[Artist] = []
    for line in lines(text):
        areas: list[Artist] = [
            TextArea(
                words,
                textprops={
                    "color": colour,
                    "size": size * PIXEL,
                    "weight": "bold" if bold else "normal",
                    "style": "italic" if slanted else "normal",
                },
            )
            for words, bold, slanted in line or [("", False, False)]
        ]
        rows.append(HPacker(children=areas, pad=0, sep=0, align="baseline"))
    return VPacker(children=rows, pad=0, sep=0.5 * PIXEL, align=align)
