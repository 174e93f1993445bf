"""What a figure bears on: only figures that ask one thing meet."""

from collections.abc import Callable

import pytest

from crosswire.align.bearing import Bearing, bearings, same_question
from crosswire.records import Annotations, Article
from crosswire.text.parties import is_people


@pytest.fixture(scope="module")
def of(marked: Callable[..., tuple[Article, Annotations]]) -> Callable[[str], Bearing]:
    """A function from a sentence to the bearing of its first quantity."""

    def first(text: str) -> Bearing:
        article, annotations = marked(text)
        return bearings(article, annotations)[annotations.quantities[0].start]

    return first


MEET = (
    ("Twelve passengers were killed.", "A dozen people died in the collision.", True),
    ("Twelve passengers were killed.", "Thirty-one passengers were injured.", False),
    ("Police arrested nine men.", "Nine suspects were detained.", True),
    ("Divers raised seven anchors.", "The crew held seven rifles.", False),
    ("The storm destroyed 40 houses.", "Forty houses were damaged.", True),
    ("Police seized 19 rifles.", "Police fired 19 shots.", False),
    # Times count a deed.
    ("Orr was arrested four times.", "Orr had been arrested seven times.", True),
    ("Orr was arrested four times.", "Orr was shot seven times.", False),
)


@pytest.mark.models
@pytest.mark.parametrize(("left", "right", "meet"), MEET)
def test_counts_meet_only_on_one_thing_and_one_fate(
    of: Callable[[str], Bearing], left: str, right: str, meet: bool
) -> None:
    a, b = of(left), of(right)
    assert (same_question(a, b, counted=True) > 0) is meet
    assert same_question(a, b, counted=True) == same_question(b, a, counted=True)


@pytest.mark.models
def test_the_noun_the_fate_and_the_verb_are_told(of: Callable[[str], Bearing]) -> None:
    found = of("Twelve passengers were killed in the collision.")
    assert found.noun == found.about == "passenger"
    assert "death" in found.fates
    assert "kill" in found.governors


def test_a_fate_parts_even_equal_nouns() -> None:
    dead, hurt = (Bearing("person", frozenset((fate,)), frozenset()) for fate in ("death", "injury"))
    assert same_question(dead, dead, counted=True) > 0
    assert same_question(dead, hurt, counted=True) == 0


@pytest.mark.parametrize(("noun", "people"), [("sailor", True), ("person", True), ("rifle", False), (None, False)])
def test_people(noun: str | None, people: bool) -> None:
    assert is_people(noun) is people
