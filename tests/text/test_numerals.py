"""Numbers from words and digits: a table of real-shaped rows, and laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.text.numbers import find_numbers, parse_number

VALUES = [
    ("twelve", 12),
    ("one", 1),
    ("Nineteen", 19),
    ("twenty-one", 21),
    ("twenty one", 21),
    ("forty - two", 42),
    ("ninety", 90),
    ("a hundred", 100),
    ("one hundred", 100),
    ("five hundred", 500),
    ("one hundred thirty", 130),
    ("two hundred and fifty", 250),
    ("two thousand", 2_000),
    ("two thousand and six", 2_006),
    ("twenty-one thousand five hundred and six", 21_506),
    ("three hundred thousand", 300_000),
    ("a million", 1_000_000),
    ("half a million", 500_000),
    ("a half-million", 500_000),
    ("two and a half million", 2_500_000),
    ("three - million", 3_000_000),
    ("seven billion", 7_000_000_000),
    ("two dozen", 24),
    ("a dozen", 12),
    ("five dozen", 60),
    ("one and a half", 1.5),
    ("7", 7),
    ("1,947", 1_947),
    ("20, 000", 20_000),
    ("1, 250, 000", 1_250_000),
    ("1.3 billion", 1_300_000_000),
    ("110 - billion", 110_000_000_000),
    ("1.4bn", 1_400_000_000),
    ("3.2 mn", 3_200_000),
    ("20k", 20_000),
    ("136M", 136_000_000),
    ("3 hundred thousand", 300_000),
    ("2 1/2", 2.5),
    ("2-1/2", 2.5),
    ("2½", 2.5),
    ("½", 0.5),
    ("two-thirds", 2 / 3),
    ("three quarters", 0.75),
    ("one-fifth", 0.2),
    ("3/4", 0.75),
    ("35th", 35),
    ("1st", 1),
    ("third", 3),
    ("twenty-third", 23),
    ("0.5", 0.5),
    (".75", 0.75),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_one_number(text: str, value: float) -> None:
    number = parse_number(text)
    assert number is not None
    assert number.value == pytest.approx(value)
    assert number.text == text


VAGUE = [
    ("dozens", 20, 199),
    ("hundreds", 150, 1_999),
    ("tens of thousands", 15_000, 199_999),
    ("hundreds of thousands", 150_000, 1_499_999),
    ("several", 3, 9),
    ("a few", 2, 7),
    ("several hundred", 300, 1_000),
    ("a few thousand", 2_000, 8_000),
    ("a couple of hundred", 200, 400),
    ("half a dozen", 5, 7),
]


@pytest.mark.parametrize(("text", "low", "high"), VAGUE)
def test_vague_words_have_bounds_and_no_value(text: str, low: float, high: float) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.low, number.high) == (None, low, high)


IN_TEXT = [
    ("A 6. 1 - magnitude quake struck", ["6. 1"]),
    ("It measured 6. 10 people died", ["6", "10"]),
    ("jewels worth $2. 5 million", ["2. 5 million"]),
    ("a raid worth £1. 2m in May", ["1. 2m"]),
    ("a prize of 2m euros", ["2m"]),
    ("the 100m race", ["100"]),
    ("about half of the homes", ["half"]),
    ("a third of voters", ["a third"]),
    ("in the second half", ["second"]),
    ("between half and two-thirds of homes", ["half", "two-thirds"]),
    ("Sixty-five per cent of traffic", ["Sixty-five"]),
    ("the someone anyone often weighed", []),
    ("a phone call and an apple", []),
    ("two, three or four", ["two", "three", "four"]),
    ("over the past few days", ["few"]),
]


@pytest.mark.parametrize(("text", "numbers"), IN_TEXT)
def test_numbers_in_running_text(text: str, numbers: list[str]) -> None:
    assert [n.text for n in find_numbers(text)] == numbers


@pytest.mark.parametrize("text", ["", "someone", "12 people", "half", "a", "x12"])
def test_what_is_not_one_number(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(0, 10**12))
def test_digits_with_and_without_commas_agree(value: int) -> None:
    plain, grouped = parse_number(str(value)), parse_number(f"{value:,}")
    assert plain is not None
    assert grouped is not None
    assert plain.value == grouped.value == value


@given(st.text(max_size=60))
def test_spans_are_the_words_in_order(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert text[number.start : number.end] == number.text
        assert number.start >= end
        assert number.low <= number.high
        end = number.end
