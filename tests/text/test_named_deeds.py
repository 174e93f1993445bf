"""Deeds told by a verb, or by a noun under a light verb."""

import pytest

from crosswire.annotate import annotate
from crosswire.claims import extract
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Article, Line
from crosswire.text.named_deeds import deed

pytestmark = pytest.mark.models

ROWS = [
    ("Ines Dorn initiated the call.", "call"),
    ("Ines Dorn placed a call to the mayor.", "call"),
    ("Ines Dorn put through a telephone call to the mayor.", "call"),
    ("Ines Dorn telephoned the mayor.", "call"),
    ("Ines Dorn called the mayor.", "call"),
    ("The call was initiated by the mayor.", "call"),
    ("Rebels carried out an attack on the port.", "attack"),
    ("The king paid a visit to Vellin.", "visit"),
    ("The king made a cake.", "make"),
    ("The king put the cake away.", "put"),
]


@pytest.mark.parametrize(("text", "verb"), ROWS)
def test_a_deed_is_one_by_verb_or_noun(text: str, verb: str) -> None:
    article = Article(text, "m", text, None, None, None, None, None, "en", None, (Line(0, len(text), "body"),), "")
    claim = next(iter(extract(article, annotate(article, SpacyParser().parse(article)))))
    assert deed(claim) == verb
