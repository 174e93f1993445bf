"""Grouping what fills a slot by its answer, and which groups were joined."""

from hypothesis import given
from hypothesis import strategies as st

from crosswire.reconcile.judgement import first_of_each, group_fillers, linked
from crosswire.records import Claim, Filler, Link, Quantity, Slot
from crosswire.text.answers import compare_answers, unplaced


def filler(number: int, low: int, high: int) -> Filler:
    text = f"{low} to {high}"
    claim = Claim(
        f"claim {number}", f"article {number}", 0, 0, len(text), text, 0, "die", "affirmed", "actual", None, None, None,
        (), (), (), (), None, None, None, False,
    )  # fmt: skip
    value = low if low == high else None
    figure = Quantity(number, number + 4, text, "count", value, low, high, "person", None, None, low, high, "person")
    return Filler(claim, figure)


FILLERS = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 2)), max_size=12).map(
    lambda rows: tuple(filler(n, low, low + more) for n, (low, more) in enumerate(rows))
)


def value(one: Filler) -> Quantity:
    assert isinstance(one.filling, Quantity)
    return unplaced(one.filling)


def same(a: Filler, b: Filler) -> bool:
    return compare_answers(value(a), value(b)).outcome == "same"


@given(FILLERS)
def test_asking_each_value_once_groups_as_asking_every_filler(fillers: tuple[Filler, ...]) -> None:
    assert group_fillers(fillers, same, value) == group_fillers(fillers, same)


@given(FILLERS)
def test_every_filler_stands_in_one_group_in_order(fillers: tuple[Filler, ...]) -> None:
    groups = group_fillers(fillers, same, value)
    assert sorted((f for group in groups for f in group), key=fillers.index) == list(fillers)
    assert [fillers.index(group[0]) for group in groups] == sorted(fillers.index(group[0]) for group in groups)


def test_a_value_is_asked_once_however_many_give_it() -> None:
    asked = []

    def counting(a: Filler, b: Filler) -> bool:
        asked.append((a, b))
        return same(a, b)

    fillers = tuple(filler(n, 1 + n % 3, 1 + n % 3) for n in range(300))
    assert [len(group) for group in group_fillers(fillers, counting, value)] == [100, 100, 100]
    assert len(asked) < 310


def test_the_first_of_each_value_comes_in_order() -> None:
    fillers = [filler(0, 2, 2), filler(1, 1, 1), filler(2, 2, 2), filler(3, 3, 3), filler(4, 1, 1)]
    assert list(first_of_each(fillers, value)) == [fillers[0], fillers[1], fillers[3]]


def test_groups_are_linked_where_two_of_their_claims_are() -> None:
    fillers = tuple(filler(n, n, n) for n in range(4))
    links = (Link("claim 3", "claim 0", 0.9, ()), Link("claim 1", "claim 2", 0.9, ()), Link("claim 0", "else", 0.9, ()))
    slot = Slot("occ", "count", "person", fillers, links)
    groups = [fillers[:1], fillers[1:3], fillers[3:]]
    assert {pair for pair in linked(slot, groups) if pair[0] < pair[1]} == {(0, 2)}
