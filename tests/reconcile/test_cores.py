"""What reports of one happening tell alike."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.reconcile.cores import Things, core_slots, cores
from crosswire.reconcile.roles import Namebook
from crosswire.records import Annotations, Article, Claim, Filler, Link, Signal, Slot

Read = Callable[[str], tuple[Article, Annotations, tuple[Claim, ...]]]


def alike(read_text: Read, texts: Sequence[str], score: float, held: float = 0.6) -> list[set[int]]:
    """The cores of an occurrence that holds the first claim of each text, as the numbers of the texts."""
    read = [read_text(text) for text in texts]
    claims = [found[0] for _, _, found in read]
    signals = (Signal("one's words in the other", held, 0.0, ""),)
    links = tuple(Link(a.id, b.id, score, signals) for n, a in enumerate(claims) for b in claims[n + 1 :])
    slot = Slot("occ-1", "event", claims[0].predicate, tuple(Filler(c, None) for c in claims), links)
    found = cores(slot, Things({article.id: notes for article, notes, _ in read}, Namebook(())))
    whole = [slot for slot in core_slots(slot, found) if len(slot.fillers) == len(claims)]
    assert not whole, "the happening's own point tells the whole of it"
    numbers = {claim.id: n for n, claim in enumerate(claims)}
    return [{numbers[f.claim.id] for f in core} for core in found]


ONE_DEED = [
    ("Police arrested Pavel Quist on Monday.", "Pavel Quist was arrested at his home in Vellin.", True),
    ("The storm tore the roof off the school.", "The roof of the market was torn off.", True),
    ("Ines Dorn met the mayor.", "Ines Dorn met her lawyer.", True),
    ("Police arrested Pavel Quist.", "Police arrested a baker in Tarn.", True),
    # Two deeds, and nothing but the name in common.
    ("Police arrested Pavel Quist.", "Pavel Quist owns a mill.", False),
    # One affirms, one denies; one plans, one did.
    ("Police arrested Pavel Quist.", "Police did not arrest Pavel Quist.", False),
    ("Ines Dorn will open the bridge.", "Ines Dorn opened the bridge.", False),
    # Figures and times that differ are for points of their own.
    ("The fire killed twelve people.", "The fire killed nine people.", False),
    ("The bridge opened on March 3, 2024.", "The bridge opened on March 4, 2024.", False),
    ("The fire killed twelve people.", "The fire killed 12 people.", True),
    # A verb that tells no deed.
    ("Ines Dorn said little.", "Ines Dorn said too much.", False),
]


@pytest.mark.parametrize(("one", "other", "core"), ONE_DEED)
def test_one_deed_and_a_party_to_it(read_text: Read, one: str, other: str, core: bool) -> None:
    assert alike(read_text, [one, other], 0.3) == ([{0, 1}] if core else [])


ARRESTS = ("Police arrested Pavel Quist in Tarn.", "Police in Tarn have arrested Pavel Quist.")


def test_much_the_same_claims_by_two_things_are_one_core(read_text: Read) -> None:
    texts = [*ARRESTS, "Pavel Quist was arrested.", "Police arrested a man in Tarn."]
    assert alike(read_text, texts, 0.3) == [{0, 1, 2, 3}]


def test_times_that_differ_keep_much_the_same_claims_apart(read_text: Read) -> None:
    texts = [*ARRESTS, "Pavel Quist was arrested on March 3, 2024.", "Police arrested a man in Tarn on March 4, 2024."]
    assert alike(read_text, texts, 0.3) == [{0, 1, 2}, {0, 1, 3}]


def test_that_somebody_spoke_is_nothing_told_alike(read_text: Read) -> None:
    frames = ("Ines Dorn of the Karrow Council said on Monday.", "Ines Dorn of the Karrow Council told reporters.")
    assert alike(read_text, frames, 0.9) == []
    told = ("Ines Dorn announced a ban on rafts.", "Ines Dorn announced the ban.")
    assert alike(read_text, told, 0.9) == [{0, 1}]


WITHOUT_THE_VERB = ("Pavel Quist fled the scene on foot.", "Pavel Quist left the scene by the back door.")


@pytest.mark.parametrize(
    ("score", "held", "core"), [(0.7, 0.6, True), (0.7, 0.3, False), (0.5, 0.6, False), (0.9, 0.6, True)]
)
def test_two_things_and_a_likely_link_without_the_verb(read_text: Read, score: float, held: float, core: bool) -> None:
    assert alike(read_text, WITHOUT_THE_VERB, score, held) == ([{0, 1}] if core else [])


BESIDE_NAMES = [
    # Who it was and who was met is not yet what was told.
    ("Owner Ines Dorn of Karrow Mills flew to Sall.", "Owner Ines Dorn of Karrow Mills sang a song.", 0.4, False),
    ("Owner Ines Dorn of Karrow Mills made a sale.", "Owner Ines Dorn of Karrow Mills announced the sale.", 0.4, True),
    # ... unless the words are nearly the same.
    ("Ines Dorn of Karrow Mills went too far.", "Ines Dorn of Karrow Mills came too far.", 0.8, True),
]


@pytest.mark.parametrize(("one", "other", "held", "core"), BESIDE_NAMES)
def test_beside_names_a_word_must_be_shared(read_text: Read, one: str, other: str, held: float, core: bool) -> None:
    assert alike(read_text, [one, other], 0.7, held) == ([{0, 1}] if core else [])


def test_what_two_speakers_say_each_of_himself_is_not_one_thing(read_text: Read) -> None:
    assert alike(read_text, ["“We win the cup,” Ines Dorn said.", "“We win the cup,” Jon Park said."], 0.9) == []
    assert alike(read_text, ["“We win the cup,” Ines Dorn said.", "“We win the cup,” said Dorn."], 0.9) == [{0, 1}]
    long = "“We shall build the harbor wall again before the winter storms,”"
    assert alike(read_text, [f"{long} Ines Dorn said.", f"{long} Jon Park said."], 0.9) == [{0, 1}]


def test_a_core_within_an_occurrence(read_text: Read) -> None:
    texts = ("Pavel Quist was arrested on Monday.", "Police arrested Pavel Quist.", "The mill burned all night.")
    assert alike(read_text, texts, 0.3) == [{0, 1}]


@given(order=st.permutations(range(4)))
def test_the_order_of_the_claims_changes_no_core(read_text: Read, order: list[int]) -> None:
    texts = (
        "Police arrested Pavel Quist.",
        "Pavel Quist was arrested in Vellin.",
        "Pavel Quist owns the mill.",
        "The mill of Pavel Quist burned.",
    )
    found = alike(read_text, [texts[n] for n in order], 0.9)
    assert {frozenset(order[n] for n in core) for core in found} == {
        frozenset(core) for core in alike(read_text, texts, 0.9)
    }
