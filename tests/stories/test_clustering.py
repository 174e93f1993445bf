"""Average link by nearest-neighbour chains gives what merging the nearest pair again and again gives."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.stories.clustering import Matrix, average_link


def plainly(likeness: Matrix, threshold: float) -> list[list[int]]:
    """Average link as its definition says: recompute every average, merge the best pair."""
    groups = [[i] for i in range(len(likeness))]
    while len(groups) > 1:
        best = max(
            (float(likeness[np.ix_(a, b)].mean()), -i, -j)
            for i, a in enumerate(groups)
            for j, b in enumerate(groups)
            if i < j
        )
        if best[0] < threshold:
            break
        groups[-best[1]] = sorted(groups[-best[1]] + groups.pop(-best[2]))
    return sorted(groups)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 14), st.integers(0, 10_000), st.sampled_from([0.3, 0.5, 0.61, 0.7]))
def test_as_its_definition(size: int, seed: int, threshold: float) -> None:
    random = np.random.default_rng(seed).random((size, size))
    likeness = (random + random.T) / 2
    np.fill_diagonal(likeness, 1.0)
    assert average_link(likeness, threshold) == plainly(likeness, threshold)


def test_a_chain_of_neighbours_does_not_make_one_group() -> None:
    likeness = np.array([[1, 0.6, 0.0], [0.6, 1, 0.5], [0.0, 0.5, 1]])
    assert average_link(likeness, 0.4) == [[0, 1], [2]]
