"""Sums in two parts, read off invented sentences by the real parser."""

import pytest

from crosswire.align.totals import totals
from crosswire.annotate import annotate
from crosswire.claims import extract
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Article, Line

pytestmark = pytest.mark.models

SUMS = [
    ("The blast killed four soldiers and two other people.", [(6, "four soldiers and two other people")]),
    ("Guards seized seven pistols, three other weapons and a boat.", [(10, "seven pistols, three other weapons")]),
    ("The blast killed four soldiers and two dogs.", []),
    ("The blast killed about four soldiers and two other people.", []),
    ("The blast killed four soldiers, and two other people fled the town.", []),
    ("The blast killed four soldiers.", []),
]


@pytest.mark.parametrize(("text", "expected"), SUMS)
def test_a_sum_in_two_parts(text: str, expected: list[tuple[float, str]]) -> None:
    article = Article("a", "a.txt", text, None, None, None, None, None, "en", None, (Line(0, len(text), "body"),), "0")
    claims = extract(article, annotate(article, SpacyParser().parse(article)))
    found = [(q.value, q.text) for claim in claims for q in totals(claim)]
    assert found == expected
    for claim in claims:
        for q in totals(claim):
            assert text[q.start : q.end] == q.text
            assert q.low == q.high == q.value
