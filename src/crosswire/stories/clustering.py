"""Average-link clustering of a matrix of likeness, and what hangs together by pairs."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

GONE = -1.0
"""What a merged or finished row holds, below every likeness."""


def average_link(likeness: Matrix, threshold: float, mass: Sequence[float] | None = None) -> list[list[int]]:
    """Groups of rows, each in ascending order, such that no two groups' average likeness reaches
    the threshold. ``mass`` says how much each row counts in an average (1 each when absent).

    By nearest-neighbour chains (Murtagh, "A survey of recent advances in hierarchical clustering
    algorithms", 1983), which give average link's own tree in a time that grows with the square of
    the rows: no merger can bring a group nearer to a third than its parts were, so mutual nearest
    neighbours may merge at once, and a group whose nearest lies below the threshold is done.
    """
    alike = likeness.copy()
    np.fill_diagonal(alike, GONE)
    groups = {i: [i] for i in range(len(alike))}
    masses = list(mass) if mass is not None else [1.0] * len(alike)
    done: list[list[int]] = []
    chain: list[int] = []
    while groups:
        if not chain:
            chain.append(min(groups))
        i = chain[-1]
        j = int(alike[i].argmax())
        if len(chain) > 1 and alike[i, chain[-2]] == alike[i, j]:
            j = chain[-2]
        if alike[i, j] < threshold:
            done.append(sorted(groups.pop(chain.pop())))
            _drop(alike, i)
        elif len(chain) > 1 and j == chain[-2]:
            del chain[-2:]
            _merge(alike, groups, masses, i, j)
        else:
            chain.append(j)
    return sorted(done)


def connected(parts: Sequence[Sequence[int]], pairs: Iterable[Sequence[int]]) -> list[list[int]]:
    """The items of ``parts`` in groups that are connected by ``pairs``, each in ascending order;
    pairs with an item that stands in no part are left out."""
    root = {item: item for part in parts for item in part}

    def find(item: int) -> int:
        while root[item] != item:
            root[item] = root[root[item]]
            item = root[item]
        return item

    for i, j in pairs:
        if i in root and j in root:
            a, b = find(i), find(j)
            root[max(a, b)] = min(a, b)
    members: dict[int, list[int]] = {}
    for item in sorted(root):
        members.setdefault(find(item), []).append(item)
    return list(members.values())


def _merge(alike: Matrix, groups: dict[int, list[int]], masses: list[float], i: int, j: int) -> None:
    """Make i and j one group, under i."""
    a, b = masses[i], masses[j]
    masses[i] = a + b
    merged = np.where(alike[i] == GONE, GONE, (alike[i] * a + alike[j] * b) / (a + b))
    alike[i], alike[:, i] = merged, merged
    alike[i, i] = GONE
    groups[i] += groups.pop(j)
    _drop(alike, j)


def _drop(alike: Matrix, i: int) -> None:
    alike[i], alike[:, i] = GONE, GONE
