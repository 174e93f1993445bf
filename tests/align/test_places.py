"""Directions and addresses that a claim's words fix, and whether two answer one question."""

import pytest

from crosswire.align.places import named_places, place_likeness
from crosswire.records import Argument, Claim


def claim(text: str, start: int = 100) -> Claim:
    return Claim(
        "c", "a", 0, start, start + len(text), text, 0, "be", "affirmed", None, None, None, "actual",
        (), (), (), (), None, None, None, False,
    )  # fmt: skip


def places(text: str) -> list[Argument]:
    return list(named_places(claim(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the dhow sank 40 km east of Vellin", ["east of Vellin"]),
        ("a flat at 24 Larch Street in Ordell", ["Larch Street"]),
        ("the quake struck southwest of Port Arden, near Low Quay Road", ["southwest of Port Arden", "Low Quay Road"]),
        ("they walked down the street, east of nowhere", []),
        ("he went west", []),
    ],
)
def test_the_places_of_a_claim(text: str, found: list[str]) -> None:
    assert [a.text for a in places(text)] == found


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("east of Vellin", "west of Vellin", True),
        ("east of Vellin", "east of Ordell", False),
        ("a flat on Larch Street", "a house on Larch Road", True),
        ("a flat on Larch Street", "a house on Quarry Road", False),
        ("east of Vellin", "a flat on Larch Street", False),
    ],
)
def test_whether_two_places_answer_one_question(left: str, right: str, one: bool) -> None:
    (a,), (b,) = places(left), places(right)
    assert (place_likeness(a, b) > 0) is one
    assert place_likeness(a, b) == place_likeness(b, a)


@pytest.mark.parametrize("text", ["the dhow sank east of Vellin", "a flat at 24 Larch Street, south of Port Arden"])
def test_a_place_keeps_its_offsets(text: str) -> None:
    for place in places(text):
        assert text[place.start - 100 : place.end - 100] == place.text
