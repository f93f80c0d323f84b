"""The picture of a link's preview: page, finding, first figure, source and moment."""

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit
from PIL import Image, ImageDraw, ImageFont

from dashboard.charts.standalone import INK, spec_on_paper

WIDTH, HEIGHT = 1200, 630  # what readers of links ask for [px]
EDGE, TOP, FOOT = 44, 34, 40  # margins at the sides and above, height of the last line [px]
BRAND, GREY, GROUND = "#C2410C", "#57606A", "#FFFFFF"
FIGURE = 390  # height of the figure [px]
LINES = 2  # of a finding above a figure
MIN_SCALE = 0.75  # scale below which a figure's letters cannot be read in a preview
LEADING = 1.25


@dataclass(frozen=True)
class Card:
    """`about` is page and subject, `finding` a sentence, `foot` source and moment, `spec` the figure, if any."""

    about: str
    finding: str
    foot: str
    spec: dict[str, Any] | None


def inset_order(card: Card, path: Path) -> dict[str, Any] | None:
    """Kaleido's order for the figure of the card; None without a figure, or where its letters would be too small."""
    if card.spec is None:
        return None
    scale = FIGURE / card.spec["layout"]["height"]
    if scale < MIN_SCALE:
        return None
    size = {"width": round((WIDTH - 2 * EDGE) / scale), "height": card.spec["layout"]["height"]}
    return {
        "fig": spec_on_paper(card.spec),
        "path": str(path),
        "opts": {"format": "png", "scale": scale, **size},
    }


def draw_card(card: Card, inset: Path | None) -> bytes:
    """The card as PNG, 1200 by 630 pixels, with the figure drawn at `inset`."""
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    canvas = ImageDraw.Draw(image)
    _write(canvas, f"Palmarès · {card.about}", TOP, _font(26), BRAND, 1)
    _write(canvas, card.finding, TOP + 44, _font(34 if inset else 44), INK, LINES if inset else 8)
    _write(canvas, card.foot, HEIGHT - FOOT, _font(21), GREY, 1)
    if inset:
        with Image.open(inset) as figure:
            image.paste(figure.convert("RGB"), (EDGE, HEIGHT - FOOT - 14 - figure.height))
    stream = io.BytesIO()
    image.save(stream, format="png", optimize=True)
    return stream.getvalue()


@lru_cache(maxsize=8)
def _font(size: int) -> ImageFont.FreeTypeFont:
    """The bold face of the app's own font, which Streamlit brings [px]."""
    media = Path(streamlit.__file__).parent / "static" / "static" / "media"
    font = ImageFont.truetype(str(next(media.glob("SourceSansVF-Upright*.woff2"))), size)
    font.set_variation_by_axes([700])
    return font


def _write(
    canvas: ImageDraw.ImageDraw,
    text: str,
    top: float,
    font: ImageFont.FreeTypeFont,
    colour: str,
    max_lines: int,
) -> None:
    """Write `text` from `top` down [px] in at most `max_lines` lines; a text that is longer ends in an ellipsis."""
    lines = _wrap(text, font)
    if len(lines) > max_lines:
        lines = [*lines[: max_lines - 1], _shorten(lines[max_lines - 1], font)]
    for number, line in enumerate(lines):
        canvas.text((EDGE, top + number * font.size * LEADING), line, fill=colour, font=font)


def _wrap(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * EDGE:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _shorten(line: str, font: ImageFont.FreeTypeFont) -> str:
    while line and font.getlength(f"{line} …") > WIDTH - 2 * EDGE:
        line = line[:-1].rstrip()
    return f"{line} …"
