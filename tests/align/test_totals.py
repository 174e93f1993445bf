"""Sums in two parts, read off invented sentences by the real parser."""

from collections.abc import Callable

import pytest

from crosswire.align.totals import totals
from crosswire.claims import extract
from crosswire.records import Annotations, Article

pytestmark = pytest.mark.models

SUMS = [
    ("The blast killed four soldiers and two other people.", [(6, "four soldiers and two other people")]),
    ("Guards seized seven pistols, three other weapons and a boat.", [(10, "seven pistols, three other weapons")]),
    ("The blast killed four soldiers and two teachers.", [(6, "four soldiers and two teachers")]),
    ("The blast killed four soldiers and two dogs.", []),
    ("The blast killed about four soldiers and two other people.", []),
    ("The blast killed four soldiers, and two other people fled the town.", []),
    ("The blast killed four soldiers.", []),
]


@pytest.mark.parametrize(("text", "expected"), SUMS)
def test_a_sum_in_two_parts(
    marked: Callable[..., tuple[Article, Annotations]], text: str, expected: list[tuple[float, str]]
) -> None:
    claims = extract(*marked(text))
    found = [(q.value, q.text) for claim in claims for q in totals(claim)]
    assert found == expected
    for claim in claims:
        for q in totals(claim):
            assert text[q.start : q.end] == q.text
            assert q.low == q.high == q.value
