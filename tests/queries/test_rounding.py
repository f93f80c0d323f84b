"""The macros: what a rounded number may stand for, what is part of what, and days nearest to a day."""

from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.warehouse.sql import QUERIES

MACROS = (QUERIES / "macros" / "scalar.sql").read_text("utf-8")


def said(call: str, *values: Any) -> tuple[Any, ...]:
    """What `call` of a macro answers."""
    with duckdb.connect() as con:
        con.execute(MACROS)
        row = con.execute(f"select {call}", list(values)).fetchone()
    assert row is not None
    return row


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        (2_600_000, 2_550_000, 2_650_000),
        (606_000, 605_500, 606_500),
        (107_800, 107_750, 107_850),
        (40_000_000, 35_000_000, 45_000_000),
        (183, 182.5, 183.5),
    ],
)
def test_a_rounded_number_stands_for_half_a_unit_of_its_last_digit_either_way(
    value: float, low: float, high: float
) -> None:
    assert said("rounded_low($1::double), rounded_high($1::double)", value) == (low, high)


@pytest.mark.parametrize(("value", "low", "high"), [(1_000_000, 950_000, 1_500_000), (10, 9.5, 15)])
def test_below_a_power_of_ten_the_steps_are_ten_times_smaller(value: float, low: float, high: float) -> None:
    assert said("rounded_low($1::double), rounded_high($1::double)", value) == (low, high)


@settings(max_examples=10)
@given(st.lists(st.tuples(st.integers(1, 10**9), st.integers(1, 9)), min_size=10))
def test_whatever_rounds_to_a_number_lies_within_its_bounds(counts: list[tuple[int, int]]) -> None:
    rounded = [round(count, min(digits - len(str(count)), 0)) for count, digits in counts]
    bounds = [f"list_transform($1::double[], lambda one: rounded_{end}(one))" for end in ("low", "high")]
    lows, highs = said(", ".join(bounds), rounded)
    for (count, _), low, high in zip(counts, lows, highs, strict=True):
        assert low <= count <= high


@pytest.mark.parametrize(
    ("qualifier", "least", "most"),
    [("exact", 2000, 2000), ("at_least", 2000, None), ("about", 1500, 2500), ("estimate", 1500, 2500)],
)
def test_only_an_exact_number_means_itself_and_at_least_has_no_upper_end(
    qualifier: str, least: float, most: float | None
) -> None:
    bounds = said("least_of($1, $2::double), most_of($1, $2::double)", qualifier, 2000)
    assert bounds == (least, most)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (("ios", "us"), ("ios", "us")),
        (("ios", "us"), ("all", "us")),
        (("ios", "us"), ("ios", "us+ca")),
        (("ios", "ca"), ("ios", "us+ca")),
        (("ios", "us+ca"), ("ios", "us+ca")),
        (("ios", "us+ca"), ("ios", "world")),
        (("ios", "us"), ("all", "world")),
    ],
)
def test_one_store_is_part_of_both_and_a_country_part_of_its_area_and_of_the_world(
    part: tuple[str, str], whole: tuple[str, str]
) -> None:
    assert said("part_of($1, $2, $3, $4)", *part, *whole) == (True,)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (("all", "us"), ("ios", "us")),
        (("ios", "us"), ("android", "us")),
        (("ios", "world"), ("ios", "us")),
        (("ios", "us+ca"), ("ios", "us")),
        (("ios", "fr"), ("ios", "us+ca")),
        (("ios", "us"), ("ios", "fr")),
    ],
)
def test_the_whole_is_no_part_of_its_part_nor_one_part_of_another(
    part: tuple[str, str], whole: tuple[str, str]
) -> None:
    assert said("part_of($1, $2, $3, $4)", *part, *whole) == (False,)


@pytest.mark.parametrize(
    ("first", "last", "nearest", "off"), [(1, 3, 3, 4), (4, 6, 5, 0), (5, 5, 5, 0), (7, 9, 7, 5)]
)
def test_the_nearest_day_of_a_stretch_is_the_day_itself_or_an_end_and_the_earlier_of_two_wins(
    first: int, last: int, nearest: int, off: int
) -> None:
    assert said("nearest_to(5, $1, $2), off_by(5, $1, $2)", first, last) == (nearest, off)


@pytest.mark.parametrize(
    ("platform", "place", "race"),
    [(True, True, "same"), (True, False, "place"), (False, True, "platform"), (False, False, "both")],
)
def test_a_launch_says_in_what_it_differs_from_the_race(platform: bool, place: bool, race: str) -> None:
    assert said("race_of($1, $2)", platform, place) == (race,)
