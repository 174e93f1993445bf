"""What reports tell in the same terms, however else they tell it."""

from collections.abc import Callable, Sequence

import pytest

from crosswire.reconcile.elements import Elements
from crosswire.records import Annotations, Article, Claim, Filler, Link, Slot
from crosswire.text.syntax import Tree

pytestmark = pytest.mark.models
Read = Callable[..., tuple[Article, Annotations, tuple[Claim, ...]]]


def shared(read: Read, *texts: str, core: Sequence[int] = ()) -> dict[str, set[int]]:
    """What the first claims of some reports share, with the reports' numbers; ``core`` is told alike already."""
    found = [read(text, None, f"Outlet {number}") for number, text in enumerate(texts)]
    fillers = tuple(Filler(claims[0], None) for _, _, claims in found)
    numbers = {f.claim.id: number for number, f in enumerate(fillers)}
    links = tuple(Link(a.claim.id, b.claim.id, 0.5, ()) for n, a in enumerate(fillers) for b in fillers[n + 1 :])
    slot = Slot("occ-1", "event", "be", fillers, links)
    elements = Elements({article.id: Tree(notes.parse) for article, notes, _ in found})
    told = {}
    for own, judgement in elements.shared(slot, [[fillers[n] for n in core]] if core else []):
        ids = {f.claim.id for f in own.fillers}
        assert judgement.verdict == "agree"
        assert {(link.left, link.right) for link in own.links} == {
            (link.left, link.right) for link in links if {link.left, link.right} <= ids
        }
        told[own.about] = {numbers[i] for i in ids}
    return told


SHARED = [
    (
        "Guests fled a staff dinner party in Tarn.",
        "The shots fell at a dinner party of the staff.",
        "thing dinner party",
    ),
    ("Karrow Mills, a supplier of farm tools, closed.", "The farm tools of Karrow Mills were sold.", "thing farm tool"),
    ("The driver fled the scene.", "Later a man fled the scene on foot.", "deed flee scene"),
    ("The bridge was closed by the mayor.", "The mayor closed the bridge for a week.", "deed close bridge"),
    ("A woman was hurt in Vellin.", "The car came to a halt near Vellin.", "place vellin"),
]


@pytest.mark.parametrize(("one", "other", "element"), SHARED)
def test_a_thing_a_deed_and_a_place(read: Read, one: str, other: str, element: str) -> None:
    assert shared(read, one, other).get(element) == {0, 1}


TERMS = [
    (
        "Guests fled a staff dinner party in Tarn.",
        "The shots fell at a dinner party of the staff.",
        "thing dinner party",
        "speak of “dinner party”",
    ),
    (
        "The bridge was closed by the mayor.",
        "The mayor closed the bridge.",
        "deed close bridge",
        "speak of “bridge … closed”",
    ),
]


@pytest.mark.parametrize(("one", "other", "element", "reason"), TERMS)
def test_the_reason_claims_no_more_than_the_shared_terms(
    read: Read, one: str, other: str, element: str, reason: str
) -> None:
    found = [read(text, None, f"Outlet {number}") for number, text in enumerate((one, other))]
    slot = Slot("occ-1", "event", "be", tuple(Filler(claims[0], None) for _, _, claims in found), ())
    elements = Elements({article.id: Tree(notes.parse) for article, notes, _ in found})
    reasons = {own.about: judgement.reason for own, judgement in elements.shared(slot, [])}
    assert reasons[element] == reason


APART = [
    ("The supplier closed a plant.", "The supplier opened a plant."),  # no word tells of which plant
    ("The driver fled the scene.", "The driver did not flee the scene."),  # one denies it
    ("The company took part.", "The company took place."),  # a verb that tells nothing
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_is_not_told_in_the_same_terms(read: Read, one: str, other: str) -> None:
    assert shared(read, one, other) == {}


def test_what_is_told_alike_already_is_not_told_again(read: Read) -> None:
    texts = ("The driver fled the scene.", "Later a man fled the scene on foot.", "A woman was hurt.")
    assert shared(read, *texts) == {"deed flee scene": {0, 1}}
    assert shared(read, *texts, core=(0, 1)) == {}


def test_one_report_alone_shares_nothing(read: Read) -> None:
    assert shared(read, "The driver fled the scene.") == {}
