"""The named signals by which two claims of different articles are held to tell of the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crosswire.align.views import View

Floats = NDArray[np.float64]

NAMES = (
    "meaning of the sentences",
    "meaning of the clauses",
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


def measure(pairs: Pairs, views: Sequence[View], rarity: Mapping[str, float]) -> Floats:
    """Every signal of every pair: a row a pair, a column for each of NAMES. All are symmetric in
    the two claims."""
    weights = _Weights(rarity)
    words = np.array(
        [_words(views[i], views[j], weights) for i, j in zip(pairs.left, pairs.right, strict=True)], dtype=np.float64
    ).reshape(len(pairs.left), WORDS)
    place = np.array([v.place for v in views], dtype=np.float64)
    lead = np.array([v.lead for v in views], dtype=bool)
    length = np.array([v.length for v in views], dtype=np.float64)
    denied = np.array([v.claim.polarity == "denied" for v in views], dtype=bool)
    speech = np.array([bool(v.claim.said_by) for v in views], dtype=bool)
    i, j = pairs.left, pairs.right
    columns = [
        pairs.cosine_sentence,
        pairs.cosine_clause,
        *words.T,
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


class _Weights:
    """Sums of rarities, in whole millionths so that the order of a set never matters, each set's
    sum kept once."""

    def __init__(self, rarity: Mapping[str, float]) -> None:
        self._of = {lemma: round(weight * 1e6) for lemma, weight in rarity.items()}
        self._sums: dict[frozenset[str], int] = {}

    def total(self, lemmas: frozenset[str]) -> int:
        found = self._sums.get(lemmas)
        if found is None:
            found = self._sums[lemmas] = self.shared(lemmas)
        return found

    def shared(self, lemmas: frozenset[str]) -> int:
        return sum(self._of.get(lemma, 0) for lemma in lemmas)

    def rarest(self, lemmas: frozenset[str]) -> float:
        return max((self._of.get(lemma, 0) for lemma in lemmas), default=0) / 1e6


# Columns that compare words and numbers pair by pair.
WORDS = 14


def _words(a: View, b: View, weights: _Weights) -> tuple[float, ...]:
    common = a.lemmas & b.lemmas
    around = a.sentence_lemmas & b.sentence_lemmas
    shared = weights.shared(common)
    shared_s = weights.shared(around)
    jaccard, containment = _overlap(shared, weights.total(a.lemmas), weights.total(b.lemmas))
    jaccard_s, containment_s = _overlap(shared_s, weights.total(a.sentence_lemmas), weights.total(b.sentence_lemmas))
    rest, _ = _overlap(weights.shared(a.rest & b.rest), weights.total(a.rest), weights.total(b.rest))
    names = a.names & b.names
    equal, clash = _numbers(a, b) if a.quantities and b.quantities else (0, 0)
    return (
        jaccard,
        containment,
        min(shared / 1e6, 30.0) / 10,
        jaccard_s,
        containment_s,
        min(shared_s / 1e6, 30.0) / 10,
        rest,
        weights.rarest(common),
        min(len(names), 4),
        min(weights.shared(names) / 1e6, 20.0),
        a.claim.predicate == b.claim.predicate,
        min(len(a.verbs & b.verbs), 3),
        min(equal, 3),
        clash > 0 and equal == 0,
    )


def _overlap(shared: int, left: int, right: int) -> tuple[float, float]:
    """Weighted Jaccard, and the share of the lighter side (containment)."""
    union, lighter = left + right - shared, min(left, right)
    return shared / union if union else 0.0, shared / lighter if lighter else 0.0


def _numbers(a: View, b: View) -> tuple[int, int]:
    """How many equal quantities, and how many of one kind and unit that differ."""
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
