"""A number of an export is read where it can mean one thing only, and never multiplied in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.collect.imports.numbers import whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("1234567", 1234567),
        ("12.0", 12),
        ("12,0", 12),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("1,234.00", 1234),
        ("1.234,00", 1234),
        ("1 234 567", 1234567),
        ("1\u00a0234", 1234),
        ("1\u202f234\u202f567", 1234567),
        ("1\u2009234", 1234),
        ("1'234", 1234),
        ("1\u2019234\u2019567", 1234567),
    ],
)
def test_a_number_with_one_meaning_is_read_without_a_map(text: str, number: int) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.2M", 1200000), ("1,2 M", 1200000), ("5k", 5000), ("3B", 3 * 10**9), ("1.25 Md", 125 * 10**7)],
)
def test_a_rounded_estimate_is_read_and_a_rounded_place_is_not(text: str, number: int) -> None:
    assert whole_number(text, scaled=True) == number
    with pytest.raises(ValueError, match="is no whole number"):
        whole_number(text)


@pytest.mark.parametrize("text", ["1,234", "1.234", "12,345", "1.234M"])
def test_a_number_with_two_meanings_is_refused_until_the_map_says_which(text: str) -> None:
    with pytest.raises(ValueError, match="two ways; say in \\[file\\] thousands or decimal"):
        whole_number(text, scaled=True)
    assert whole_number("1,234", thousands=",") == 1234
    assert whole_number("1.234", decimal=",") == 1234
    assert whole_number("1.234M", decimal=".", scaled=True) == 1234000


@pytest.mark.parametrize(
    "text", ["12345,00", "1,5", "1,23", "1234,567", "12,34,567", "0,123", ",5", "1,,234"]
)
def test_a_comma_that_does_not_stand_as_thousands_do_is_refused_where_the_map_says_thousands(
    text: str,
) -> None:
    with pytest.raises(ValueError, match="is no whole number"):
        whole_number(text, thousands=",")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "–",
        "n/a",
        "<5k",
        "-5",
        "+5",
        "1e6",
        "1.2E+06",
        "12%",
        "$12",
        "1_000",
        "٣",
        "１２",
        "²",
        "1.5",
        "1 2",
        "M",
    ],
)
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no whole number"):
        whole_number(text)


@given(
    st.integers(0, 10**12),
    st.sampled_from([",", ".", " ", "\u202f", "'"]),
    st.sampled_from(["", ",0", ".00"]),
)
def test_a_number_written_with_any_separators_is_read_as_itself_or_refused(
    number: int, thousands: str, decimals: str
) -> None:
    text = f"{number:,}".replace(",", thousands) + decimals
    try:
        assert whole_number(text) == number
    except ValueError:
        assert thousands in ",." or decimals
    if not decimals.startswith(thousands):
        assert whole_number(text, thousands=thousands) == number


@given(st.text(alphabet="0123456789,.' \u00a0\u202fkMB-+e", max_size=14), st.sampled_from(["", ",", "."]))
def test_no_text_becomes_another_number_than_its_digits_say(text: str, thousands: str) -> None:
    try:
        number = whole_number(text, thousands)
    except ValueError:
        return
    digits = int("".join(one for one in text if one.isdigit()))
    cut_off = digits // max(number, 1)  # zeros that stood behind a decimal point
    assert number * cut_off == digits if number else digits == 0
    assert str(cut_off).strip("0") in {"1", ""}
