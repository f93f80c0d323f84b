"""Numbers as exports write them: read where the map says how, or where only one reading is possible."""

import re
from collections.abc import Iterator
from decimal import Decimal

SEPARATORS = (",", ".", " ", "'")
# All of these stand between groups of three digits and nowhere else.
_SAME = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2019": "'"})
SCALES = {
    "": 1,
    "k": 10**3,
    "m": 10**6,
    "mio": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "md": 10**9,
    "mrd": 10**9,
}
_NUMBER = re.compile(r"(?P<figures>[0-9](?:[0-9,.' ]*[0-9])?) ?(?P<scale>[A-Za-z]*)")


def whole_number(text: str, thousands: str = "", decimal: str = "", *, scaled: bool = False) -> int:
    """A count; `scaled`: it may be written as 1.2M. Raises ValueError where it is none, or may be several.

    `thousands` and `decimal` are what the map says of the file; empty: nothing.
    """
    number = _NUMBER.fullmatch(text.translate(_SAME))
    scale = SCALES.get(number["scale"].lower()) if number else None
    if number is None or scale is None or (scale != 1 and not scaled):
        raise ValueError(f"{text!r} is no whole number")
    readings = set(_readings(number["figures"], thousands.translate(_SAME), decimal))
    if len(readings) > 1:
        raise ValueError(
            f"{text!r} can be read in two ways; say in [file] thousands or decimal which is meant"
        )
    value = next(iter(readings), Decimal("0.5")) * scale
    if value != value.to_integral_value():
        raise ValueError(f"{text!r} is no whole number{_hint(text, thousands, decimal)}")
    return int(value)


def _readings(figures: str, thousands: str, decimal: str) -> Iterator[Decimal]:
    """Every number that the figures may mean; groups have three digits, and the first no leading zero."""
    for group in (thousands,) if thousands else SEPARATORS:
        for point in (decimal,) if decimal else (",", "."):
            whole = rf"(?:[0-9]+|[1-9][0-9]{{0,2}}(?:{re.escape(group)}[0-9]{{3}})+)"
            if group != point and re.fullmatch(rf"{whole}(?:{re.escape(point)}[0-9]+)?", figures):
                yield Decimal(figures.replace(group, "").replace(point, "."))


def _hint(text: str, thousands: str, decimal: str) -> str:
    """Return a hint at the separator that the map may lack."""
    if thousands and thousands in text and not decimal:
        return f"; [file] says that {thousands!r} stands between thousands"
    return f"; [file] says that {decimal!r} begins the decimals" if decimal and decimal in text else ""
