"""Which claims of an occurrence its point holds."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.reconcile import reconcile
from crosswire.reconcile.belonging import SURE, SURE_OF_TIME, TIED, TIED_ALONE, belonging, tie, unsure
from crosswire.records import (
    Account,
    Annotations,
    Article,
    Claim,
    Filler,
    Lineage,
    Link,
    Origin,
    PointKind,
    Signal,
    Slot,
    supporting,
)

Read = Callable[[str], tuple[Article, Annotations, tuple[Claim, ...]]]
Tie = tuple[int, int, float]

TELLINGS = (
    "Pavel Quist was arrested in Vellin.",
    "Police arrested Pavel Quist at his home.",
    "Officers led Pavel Quist away.",
    "Pavel Quist owns a mill in Vellin.",
)


def occurrence(read_text: Read, ties: Sequence[Tie]) -> Slot:
    """An occurrence of four reports' claims with ties of given strength between them by number."""
    claims = [read_text(text)[2][0] for text in TELLINGS]
    links = [_link(claims[i].id, claims[j].id, strength) for i, j, strength in ties]
    return Slot("occ-1", "event", claims[0].predicate, tuple(Filler(claim, None) for claim in claims), tuple(links))


def _link(left: str, right: str, strength: float) -> Link:
    """A link whose tie is this strong, by the nearness of the clauses alone."""
    bare = tie(Link(left, right, 0.5, ()))
    each = tie(Link(left, right, 0.5, (Signal("meaning of the clauses", 1.0, 0.0, ""),))) - bare
    return Link(left, right, 0.5, (Signal("meaning of the clauses", (strength - bare) / each, 0.0, ""),))


def told(slot: Slot, cores: Sequence[Sequence[int]] = ()) -> list[list[int]]:
    """The claims of each slot that comes of an occurrence, by number."""
    numbers = {f.claim.id: n for n, f in enumerate(slot.fillers)}
    found = belonging(slot, [[slot.fillers[n] for n in core] for core in cores])
    return [[numbers[f.claim.id] for f in own.fillers] for own in found]


STRONG, WEAK = TIED_ALONE + 0.05, TIED_ALONE - 0.05
DRAWN = [
    ("all are tied", [(0, 1, STRONG), (1, 2, STRONG), (2, 3, STRONG)], [], [[0, 1, 2, 3]]),
    ("one shares a name only", [(0, 1, STRONG), (1, 2, STRONG), (0, 3, -2.0)], [], [[0, 1, 2], [3]]),
    ("nothing is tied", [(0, 1, WEAK), (2, 3, WEAK)], [], [[0], [1], [2], [3]]),
    ("a core needs no tie", [], [[0, 1]], [[0, 1], [2], [3]]),
    (
        "where something is told alike, a weaker tie will do",
        [(1, 2, TIED + 0.05), (0, 3, -2.0)],
        [[0, 1]],
        [[0, 1, 2], [3]],
    ),
]


@pytest.mark.parametrize(("ties", "cores", "drawn"), [row[1:] for row in DRAWN], ids=[row[0] for row in DRAWN])
def test_what_belongs(read_text: Read, ties: list[Tie], cores: list[list[int]], drawn: list[list[int]]) -> None:
    assert told(occurrence(read_text, ties), cores) == drawn


def test_one_report_alone_is_not_looked_at(read_text: Read) -> None:
    _, _, claims = read_text("Pavel Quist owns a mill. Pavel Quist was arrested.")
    slot = Slot("occ-1", "event", "own", tuple(Filler(claim, None) for claim in claims), ())
    assert list(belonging(slot, ())) == [slot]


@pytest.mark.parametrize(
    ("name", "grows"),
    [
        ("meaning of the clauses", True),
        ("meaning word by word", True),
        ("equal numbers", True),
        ("numbers that differ", False),
        ("one is denied", False),
    ],
)
def test_what_ties_claims_and_what_loosens_them(name: str, grows: bool) -> None:
    bare, with_it = (Link("a", "b", 0.5, tuple(Signal(name, 1.0, 0.0, "") for _ in range(n))) for n in (0, 1))
    assert (tie(with_it) > tie(bare)) is grows


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3), st.floats(-3.0, 3.0)), max_size=6))
def test_nothing_is_lost_and_nothing_told_twice(read_text: Read, ties: list[Tie]) -> None:
    slots = told(occurrence(read_text, [(i, j, strength) for i, j, strength in ties if i < j]))
    assert sorted(n for own in slots for n in own) == [0, 1, 2, 3]
    assert all(len(own) == 1 for own in slots[1:])


FIRM, LOOSE = SURE + 0.05, SURE - 0.05
DOUBTED: list[tuple[str, PointKind, list[Tie], set[int]]] = [
    ("all are surely tied", "event", [(0, 1, FIRM), (1, 2, FIRM), (2, 3, FIRM)], set()),
    ("one is not", "event", [(0, 1, FIRM), (1, 2, FIRM), (2, 3, LOOSE)], {3}),
    ("none is", "event", [(0, 1, LOOSE), (2, 3, LOOSE)], {0, 1, 2, 3}),
    ("two apart from what most reports tell", "event", [(0, 1, FIRM), (2, 3, FIRM), (1, 2, LOOSE)], {2, 3}),
    ("figures are alike wherever they stand", "count", [(0, 1, FIRM), (2, 3, FIRM)], set()),
    ("times need less", "date", [(0, 1, SURE_OF_TIME + 0.05), (2, 3, SURE_OF_TIME - 0.05)], {2, 3}),
    ("brought together without links", "actor", [], set()),
]


@pytest.mark.parametrize(("kind", "ties", "doubted"), [row[1:] for row in DOUBTED], ids=[row[0] for row in DOUBTED])
def test_what_only_perhaps_belongs(read_text: Read, kind: PointKind, ties: list[Tie], doubted: set[int]) -> None:
    slot = replace(occurrence(read_text, ties), kind=kind)
    assert unsure(slot) == {slot.fillers[n].claim.id for n in doubted}


def test_a_point_is_told_by_what_surely_belongs(read_text: Read) -> None:
    """Its claims that only perhaps do are marked, and neither its question nor its reason nor its origins rest on
    them."""
    slot = occurrence(read_text, [(0, 1, FIRM), (1, 3, LOOSE), (0, 2, -2.0)])
    told = [read_text(text) for text in TELLINGS]
    origins = tuple(Origin(article.id, (article.id,), "alone") for article, _, _ in told)
    notes = {article.id: annotations for article, annotations, _ in told}
    points = reconcile([slot], [article for article, _, _ in told], Lineage((), (), origins), (), annotations=notes)
    (whole,) = [p for p in points if p.kind == "event" and p.verdict == "compatible"]
    doubted = [c.text for account in whole.accounts for c in account.claims if c.perhaps]
    assert doubted == ["Pavel Quist owns a mill in Vellin"]
    assert "mill" not in whole.question + whole.reason
    assert max(account.origins for account in whole.accounts) <= 2
    everyone = Account("", 1, tuple(replace(c, perhaps=True) for a in whole.accounts for c in a.claims))
    assert len(supporting(everyone.claims)) == 3
