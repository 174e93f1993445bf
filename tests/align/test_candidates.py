"""Which claims are compared: the nearest of each other article, a bounded number in all, copies of one text once."""

import numpy as np
import pytest

from crosswire.align.candidates import COPIES, FLOOR, IN_ALL, PER_ARTICLE, candidates, word_for_word
from crosswire.align.views import View
from crosswire.ports import Meaning
from crosswire.records import Claim

LOW = FLOOR - 0.05


def view(row: int, article: int, text: str = "") -> View:
    text = text or f"told {row}"
    claim = Claim(
        f"claim {row}", f"article {article}", 0, 0, len(text), text, 0, "tell", "affirmed", "actual", None, None, None,
        (), (), (), (), None, None, None, False,
    )  # fmt: skip
    words = frozenset(text.split())
    return View(claim, row, article, 0.0, False, words, words, frozenset(), frozenset(), frozenset(), (), len(words))


def around(views: list[View], turns: dict[int, float]) -> dict[str, Meaning]:
    """Meanings on a circle: two views are as alike as the cosine of the angle between their turns."""
    made = {}
    for v in views:
        turn = turns.get(v.row, 0.0)
        one = np.array([np.cos(turn), np.sin(turn)], dtype=np.float32)
        made[v.claim.id] = Meaning(one, one, np.zeros((0, 2), np.float32), np.zeros((0, 2), np.int8))
    return made


def pairs(views: list[View], vectors: dict[str, Meaning]) -> list[tuple[int, int]]:
    found = candidates(views, vectors, word_for_word(views))
    return list(zip(found.left.tolist(), found.right.tolist(), strict=True))


def test_no_claims_give_no_pairs() -> None:
    assert pairs([], {}) == []


def test_claims_of_one_article_and_claims_far_apart_are_not_compared() -> None:
    views = [view(0, 0), view(1, 0), view(2, 1), view(3, 1)]
    assert pairs(views, around(views, {3: float(np.arccos(LOW))})) == [(0, 2), (1, 2)]


def test_a_claim_meets_the_nearest_of_another_article_alone() -> None:
    views = [view(0, 0), *(view(row, 1) for row in range(1, 12))]
    found = pairs(views, around(views, {row: row / 20 for row in range(12)}))
    assert {j for i, j in found if i == 0} >= set(range(1, PER_ARTICLE + 1))
    ranks = candidates(views, around(views, {row: row / 20 for row in range(12)}), {})
    assert ranks.nearest[0] == 2.0
    assert ranks.rank[0] == 0.0
    assert ranks.behind[0] == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("count", [60, 120, 240])
def test_pairs_grow_with_the_claims_and_not_with_their_square(count: int) -> None:
    """Each claim is the only one of its article, and all tell the same in other words."""
    views = [view(row, row) for row in range(count)]
    found = pairs(views, around(views, {row: row / count for row in range(count)}))
    assert len(found) <= IN_ALL * count
    assert all(i < j for i, j in found)
    assert len(set(found)) == len(found)
    assert {row for pair in found for row in pair} == set(range(count))


def test_the_order_of_the_claims_moves_no_pair() -> None:
    turns = [((7 * n) % 30) / 30 for n in range(30)]
    views = [view(row, row // 2) for row in range(30)]
    there = {(views[i].claim.id, views[j].claim.id) for i, j in pairs(views, around(views, dict(enumerate(turns))))}
    turned = [view(29 - row, row // 2) for row in range(29, -1, -1)]
    back = around(turned, {29 - row: turn for row, turn in enumerate(turns)})
    names = {v.row: f"claim {29 - v.row}" for v in turned}
    assert {tuple(sorted((names[i], names[j]))) for i, j in pairs(turned, back)} == {tuple(sorted(p)) for p in there}


def test_copies_of_one_text_are_compared_as_one() -> None:
    """Two texts, of which sixty reports each print one word for word: the copies do not hide the other text."""
    texts = ("the bridge gave way", "the bridge collapsed")
    views = [view(row, row, texts[row % 2] + " " * (row % 3)) for row in range(120)]
    twins = word_for_word(views)
    assert len(twins) == 120 - 2 * COPIES
    assert all(views[i].claim.text.split() == views[j].claim.text.split() and i > j for i, j in twins.items())
    found = pairs(views, around(views, {row: 0.1 * (row % 2) for row in range(120)}))
    assert {tuple(sorted(pair)) for pair in twins.items()} <= set(found)
    core = [pair for pair in found if not set(pair) & set(twins)]
    assert len(core) == 2 * COPIES * (2 * COPIES - 1) // 2


def test_one_article_that_repeats_itself_has_no_twin() -> None:
    assert word_for_word([view(row, 0, "he said") for row in range(40)]) == {}
