"""The named signals by which two claims of different articles are held to tell of the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crosswire.align.views import View
from crosswire.align.wordwise import wordwise
from crosswire.ports import Words

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

NAMES = (
    "meaning of the sentences",
    "meaning of the clauses",
    "meaning word by word",
    "shared words",
    "one's words in the other",
    "weight of shared words",
    "shared words of the sentences",
    "one sentence's words in the other",
    "weight of the sentences' shared words",
    "shared words around the clauses",
    "rarest shared word",
    "shared names",
    "weight of shared names",
    "same predicate",
    "shared verbs",
    "equal numbers",
    "numbers that differ",
    "nearest of its article",
    "rank in its article",
    "behind the nearest",
    "distance in place",
    "both lead",
    "length of the shorter",
    "difference in length",
    "one is denied",
    "both are speech",
    "one is speech",
)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of views by row, with what was measured over the whole story: cosines of their
    sentences and of their own words, and as the sum over both directions: whether each is the
    nearest of its article to the other, its rank there (log), and how far it falls behind."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    cosine_sentence: Floats
    cosine_clause: Floats
    nearest: Floats
    rank: Floats
    behind: Floats


def measure(pairs: Pairs, views: Sequence[View], rarity: Mapping[str, float], words: Sequence[Words]) -> Floats:
    """Every signal of every pair: a row a pair, a column for each of NAMES. ``words``
    are those of each view, as ports.Meaning has them. All signals are symmetric in the two claims."""
    shared = _words(pairs, views, rarity)
    place = np.array([v.place for v in views], dtype=np.float64)
    lead = np.array([v.lead for v in views], dtype=bool)
    length = np.array([v.length for v in views], dtype=np.float64)
    denied = np.array([v.claim.polarity == "denied" for v in views], dtype=bool)
    speech = np.array([bool(v.claim.said_by) for v in views], dtype=bool)
    i, j = pairs.left, pairs.right
    columns = [
        pairs.cosine_sentence,
        pairs.cosine_clause,
        wordwise(i, j, words),
        *shared,
        pairs.nearest,
        pairs.rank,
        pairs.behind,
        np.abs(place[i] - place[j]),
        lead[i] & lead[j],
        np.minimum(length[i], length[j]) / 30,
        np.abs(np.log((length[i] + 1) / (length[j] + 1))),
        denied[i] != denied[j],
        speech[i] & speech[j],
        speech[i] != speech[j],
    ]
    return np.column_stack([np.asarray(c, dtype=np.float64) for c in columns])


class _Sets:
    """Sets of words, one a view, as sorted numbers, with the words' rarities in whole millionths: sums of whole numbers
    do not depend on an order."""

    def __init__(self, sets: Sequence[frozenset[str]], rarity: Mapping[str, float]) -> None:
        known = sorted(set().union(*sets)) if sets else []
        number = {word: n for n, word in enumerate(known)}
        self._weight = np.array([round(rarity.get(word, 0.0) * 1e6) for word in known], dtype=np.int64)
        self._size = np.array([len(words) for words in sets], dtype=np.int64)
        self._first = np.cumsum(self._size) - self._size
        self._word = np.array([n for words in sets for n in sorted(number[w] for w in words)], dtype=np.int64)
        owner = np.repeat(np.arange(len(sets)), self._size)
        self._known = max(1, len(known))
        self._held = owner * self._known + self._word
        self.total = _summed(owner, self._weight[self._word], len(sets))

    def shared(self, left: Integers, right: Integers) -> tuple[Integers, Integers]:
        """The words that the sets of some pairs share: the number of the pair, and the word's weight, by pair."""
        pair = np.repeat(np.arange(len(left)), self._size[left])
        first = np.cumsum(self._size[left]) - self._size[left]
        word = self._word[np.arange(len(pair)) - first[pair] + self._first[left][pair]]
        key = right[pair] * self._known + word
        at = np.minimum(np.searchsorted(self._held, key), max(0, len(self._held) - 1))
        found = self._held[at] == key if len(self._held) else np.zeros(0, dtype=bool)
        return pair[found], self._weight[word[found]]


def _summed(owner: Integers, values: Integers, count: int) -> Integers:
    """The sum of the values of each owner."""
    return np.bincount(owner, weights=values, minlength=count).astype(np.int64)


class _Shared:
    """What the sets of some pairs share, a value a pair."""

    def __init__(self, sets: _Sets, left: Integers, right: Integers) -> None:
        self._pair, self._weights = sets.shared(left, right)
        self._left, self._right = sets.total[left], sets.total[right]

    def count(self) -> Integers:
        """How many words."""
        return np.bincount(self._pair, minlength=len(self._left))

    def weight(self) -> Integers:
        """Their rarities' sum."""
        return _summed(self._pair, self._weights, len(self._left))

    def rarest(self) -> Integers:
        """The rarity of the rarest; 0 where there is none."""
        found = np.zeros(len(self._left), dtype=np.int64)
        np.maximum.at(found, self._pair, self._weights)
        return found

    def overlap(self) -> tuple[Floats, Floats]:
        """Weighted Jaccard, and the share of the lighter side (containment); 0 where there is nothing to share."""
        shared = self.weight()
        union, lighter = self._left + self._right - shared, np.minimum(self._left, self._right)
        return shared / np.maximum(union, 1), shared / np.maximum(lighter, 1)


def _words(pairs: Pairs, views: Sequence[View], rarity: Mapping[str, float]) -> list[Floats]:
    """The columns that compare words and numbers: what one claim's words, its sentence's, and the rest of that share
    with the other's."""
    i, j, count = pairs.left, pairs.right, len(pairs.left)
    own, whole, beside, named, verbal = (
        _Shared(_Sets(sets, rarity), i, j)
        for sets in (
            [v.lemmas for v in views],
            [v.sentence_lemmas for v in views],
            [v.rest for v in views],
            [v.names for v in views],
            [v.verbs for v in views],
        )
    )
    jaccard, containment = own.overlap()
    jaccard_s, containment_s = whole.overlap()
    rest, _ = beside.overlap()
    equal, clash = np.array([_numbers(views[a], views[b]) for a, b in zip(i, j, strict=True)]).reshape(count, 2).T
    numbers: dict[str, int] = {}
    predicate = np.array([numbers.setdefault(v.claim.predicate, len(numbers)) for v in views], dtype=np.int64)
    return [
        jaccard,
        containment,
        np.minimum(own.weight() / 1e6, 30.0) / 10,
        jaccard_s,
        containment_s,
        np.minimum(whole.weight() / 1e6, 30.0) / 10,
        rest,
        own.rarest() / 1e6,
        np.minimum(named.count(), 4),
        np.minimum(named.weight() / 1e6, 20.0),
        predicate[i] == predicate[j],
        np.minimum(verbal.count(), 3),
        np.minimum(equal, 3),
        (clash > 0) & (equal == 0),
    ]


def _numbers(a: View, b: View) -> tuple[int, int]:
    """How many equal quantities, and how many of one kind and unit that differ."""
    if not (a.quantities and b.quantities):
        return 0, 0
    equal = clash = 0
    for p in a.quantities:
        for q in b.quantities:
            if p.kind == q.kind and p.base_unit == q.base_unit:
                meets = p.base_low <= q.base_high and q.base_low <= p.base_high
                equal, clash = equal + meets, clash + (not meets)
    return equal, clash


def log_rank(rank: NDArray[np.int64]) -> Floats:
    """Ranks on a scale where the first few count most."""
    return np.log1p(rank.astype(np.float64))
