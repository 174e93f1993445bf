"""Passages that two texts share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.stories.passages import EDIT, Shared, passages
from crosswire.stories.shingles import GRAM, shingles, starts


def shared_by(left: list[str], right: list[str]) -> list[Shared]:
    return passages(starts(*shingles([left, right])))


def between(left: str, right: str) -> list[Shared]:
    return shared_by(left.split(), right.split())


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        ("a b c d e f", "a b c d e f", [6]),
        ("a b c d e f", "x a b c d e f y", [6]),
        ("a b c", "a b c", []),
        ("a b c d x e f g h", "a b c d y z e f g h", [8]),
        ("a b c d e f g h", "a b c d v w x y z e f g h", [4, 4]),
        # What was left out begins with the word that follows it.
        ("a b c d e u v w x y z e f g h i", "a b c d e f g h i", [4, 5]),
        # What was put in begins with the word that follows it.
        ("a b c d e f g h", "a b c d e v w e f g h", [8]),
        ("e f g h a b c d", "a b c d e f g h", [4, 4]),
    ],
)
def test_equal_words(left: str, right: str, equal: list[int]) -> None:
    assert sorted(shared.equal for shared in between(left, right)) == equal
    assert sorted(shared.equal for shared in between(right, left)) == equal


WORDS = st.lists(st.sampled_from("abcdefg"), max_size=60)


@given(WORDS, WORDS)
def test_every_run_is_equal_and_no_word_stands_in_two(left: list[str], right: list[str]) -> None:
    found = shared_by(left, right)
    for shared in found:
        for run in shared.runs:
            assert left[run.left : run.left + run.length] == right[run.right : run.right + run.length]
        for first, second in zip(shared.runs, shared.runs[1:], strict=False):
            assert 0 <= second.left - first.left - first.length <= EDIT
            assert 0 <= second.right - first.right - first.length <= EDIT
    for side in ("left", "right"):
        used = [i for shared in found for i in range(*getattr(shared, side))]
        assert len(used) == len(set(used))


@given(WORDS, WORDS)
def test_a_text_that_stands_whole_in_another_is_found_whole(before: list[str], after: list[str]) -> None:
    text = [f"w{n}" for n in range(3 * GRAM)]
    assert between(" ".join(text), " ".join([*before, *text, *after]))[0].equal == len(text)
