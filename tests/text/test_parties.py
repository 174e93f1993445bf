"""Whether two claims can tell of one party."""

import pytest

from crosswire.records import Argument, Claim, Source
from crosswire.text.parties import apart, is_people, other_deed, party


def claim(*arguments: tuple[str, str, str | None], speaker: str | None = None) -> Claim:
    """A claim with (role, words, name) as its arguments; the last word is the head."""
    held = tuple(Argument(role, 0, 1, words, words.split()[-1], None, name) for role, words, name in arguments)  # type: ignore[arg-type]
    said = (Source(0, 1, speaker, speaker, "person"),) if speaker else ()
    empty = (None, None, None)
    return Claim("c", "a", 0, 0, 1, "x", 0, "do", "affirmed", *empty, "actual", held, (), (), said, *empty, False)


ROWS = [
    (claim(("agent", "Orla Venn", "Orla Venn")), claim(("agent", "Venn", "Orla Venn")), False),
    (claim(("agent", "Orla Venn", "Orla Venn")), claim(("agent", "Tomas Brik", "Tomas Brik")), True),
    (claim(("agent", "he", "Tomas Brik")), claim(("agent", "Orla Venn", "Orla Venn")), False),
    (claim(("agent", "he", None)), claim(("agent", "Orla Venn", "Orla Venn")), False),
    (claim(("agent", "the gunman", None)), claim(("agent", "Orla Venn", "Orla Venn")), False),
    (claim(("agent", "the gunman", None)), claim(("agent", "a man", None)), False),
    (claim(("agent", "the letters", None)), claim(("agent", "the dispute", None)), True),
    (claim(("agent", "The OSK TRADER", None)), claim(("agent", "The freighter", None)), False),
    (claim(("agent", "the only hospital", None)), claim(("agent", "Orla Venn", None)), False),
    (claim(("agent", "someone", None)), claim(("agent", "Orla Venn", "Orla Venn")), True),
    (claim(("agent", "I", None), speaker="Orla Venn"), claim(("agent", "Orla Venn", "Orla Venn")), False),
    (claim(("agent", "I", None), speaker="Tomas Brik"), claim(("agent", "I", None), speaker="Orla Venn"), True),
    (claim(("agent", "I", None)), claim(("agent", "they", None)), True),
    (claim(("agent", "KNF", "KNF")), claim(("agent", "Karrow Naval Force", "Karrow Naval Force")), False),
    (claim(("agent", "the storm", None)), claim(("patient", "the lines", None)), False),
    (claim(("agent", "the storm", None), ("patient", "lines", None)), claim(("patient", "the lines", None)), False),
]


@pytest.mark.parametrize(("one", "other", "apart_"), ROWS)
def test_other_deed(one: Claim, other: Claim, apart_: bool) -> None:
    assert other_deed(one, other) is other_deed(other, one) is apart_


def test_an_open_party_is_apart_from_nobody() -> None:
    assert party(claim(), None) is None
    assert not apart(None, None)


@pytest.mark.parametrize(("noun", "people"), [("gunman", True), ("ferry", False), (None, False)])
def test_people(noun: str | None, people: bool) -> None:
    assert is_people(noun) is people
