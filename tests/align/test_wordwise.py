"""Nearness word by word: each word's nearest in the other claim, rare words before common ones."""

import numpy as np
import pytest

from crosswire.align.wordwise import wordwise
from crosswire.pipeline import in_parts
from crosswire.ports import Words

AXES = np.kron(np.eye(6), np.full(8, 8**-0.5)).astype(np.float32)  # unit vectors, none near another
THE, SHELL, CAMP, GUEST, PALACE, SLEEP = range(6)


def claim(*words: int) -> Words:
    return in_parts(AXES[list(words)].reshape(-1, AXES.shape[1]))


def near(words: list[Words], *pairs: tuple[int, int]) -> list[float]:
    left, right = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return [round(float(value), 4) for value in wordwise(left, right, words)]


def test_equal_words_are_nearest_and_others_far() -> None:
    same, other = near([claim(SHELL, CAMP), claim(CAMP, SHELL), claim(GUEST, PALACE)], (0, 1), (0, 2))
    assert same == pytest.approx(1.0, abs=0.02)
    assert other == 0.0


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    everywhere = [claim(THE, GUEST), claim(THE, PALACE), claim(THE, SLEEP), claim(THE, CAMP)]
    common, rare = near([claim(THE, SHELL), *everywhere, claim(SHELL, SLEEP)], (0, 1), (0, 5))
    assert rare > common > 0


def test_it_is_the_same_from_either_side_and_in_any_order() -> None:
    words = [claim(THE, SHELL), claim(SHELL), claim(CAMP, THE, SLEEP), claim(GUEST)]
    pairs = [(0, 1), (0, 2), (1, 2), (2, 3)]
    forth = near(words, *pairs)
    assert near(words, *[(b, a) for a, b in pairs]) == forth
    assert near(words, *pairs[::-1]) == forth[::-1]


@pytest.mark.parametrize("pairs", [[], [(0, 1)], [(1, 0), (1, 1)]])
def test_a_claim_without_words_is_near_to_nothing(pairs: list[tuple[int, int]]) -> None:
    assert near([claim(SHELL, CAMP), claim()], *pairs) == [0.0] * len(pairs)
    assert near([claim(), claim()], *pairs) == [0.0] * len(pairs)
