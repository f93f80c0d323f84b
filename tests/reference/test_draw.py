"""Numbers that the pages show are those that the reference derives, over a few random links of each page."""

from collections import Counter

from tests.reference.draw.drawing import DIFFERENT, EQUAL, draw


def test_no_number_drawn_from_the_pages_differs_from_the_one_derived() -> None:
    found = list(draw(seed=20261127, count=24))
    assert not [str(one) for one in found if one.verdict == DIFFERENT]
    assert Counter(one.verdict for one in found)[EQUAL] >= 8
