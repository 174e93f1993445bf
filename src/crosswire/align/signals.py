"""The named signals by which two claims of different articles are held to tell of the same."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.align.views import View


@dataclass(frozen=True, slots=True)
class Pair:
    """Two views with what was measured over the whole story: cosines of their sentences and of
    their own words, and the rank of each among the other's article as the other sees it (0 is
    the nearest) with how far it falls behind the nearest."""

    left: View
    right: View
    cosine_sentence: float
    cosine_clause: float
    rank: tuple[int, int]
    behind: tuple[float, float]


def _weight(lemmas: frozenset[str], rarity: Mapping[str, float]) -> float:
    return sum(rarity.get(lemma, 0.0) for lemma in sorted(lemmas))


def _overlap(a: frozenset[str], b: frozenset[str], rarity: Mapping[str, float]) -> tuple[float, float, float]:
    """Shared weight, weighted Jaccard, and share of the lighter side (containment)."""
    shared, left, right = _weight(a & b, rarity), _weight(a, rarity), _weight(b, rarity)
    union, lighter = left + right - shared, min(left, right)
    return shared, shared / union if union > 0 else 0.0, shared / lighter if lighter > 0 else 0.0


def _numbers(pair: Pair) -> tuple[int, int]:
    """How many equal quantities, and how many of one kind and unit that differ."""
    equal = clash = 0
    for a in pair.left.quantities:
        for b in pair.right.quantities:
            if a.kind != b.kind or a.base_unit != b.base_unit:
                continue
            if a.base_low <= b.base_high and b.base_low <= a.base_high:
                equal += 1
            else:
                clash += 1
    return equal, clash


def measure(pair: Pair, rarity: Mapping[str, float]) -> dict[str, float]:
    """Every signal of a pair by name. All are symmetric in the two claims."""
    a, b = pair.left, pair.right
    shared, jaccard, containment = _overlap(a.lemmas, b.lemmas, rarity)
    shared_s, jaccard_s, containment_s = _overlap(a.sentence_lemmas, b.sentence_lemmas, rarity)
    names = a.names & b.names
    equal, clash = _numbers(pair)
    rest = _overlap(a.sentence_lemmas - a.lemmas, b.sentence_lemmas - b.lemmas, rarity)[1]
    return {
        "meaning of the sentences": pair.cosine_sentence,
        "meaning of the clauses": pair.cosine_clause,
        "shared words": jaccard,
        "one's words in the other": containment,
        "weight of shared words": min(shared, 30.0) / 10,
        "shared words of the sentences": jaccard_s,
        "one sentence's words in the other": containment_s,
        "weight of the sentences' shared words": min(shared_s, 30.0) / 10,
        "shared words around the clauses": rest,
        "rarest shared word": max((rarity.get(w, 0.0) for w in a.lemmas & b.lemmas), default=0.0),
        "shared names": float(min(len(names), 4)),
        "weight of shared names": min(_weight(names, rarity), 20.0),
        "same predicate": float(a.claim.predicate == b.claim.predicate),
        "shared verbs": float(min(len(a.verbs & b.verbs), 3)),
        "equal numbers": float(min(equal, 3)),
        "numbers that differ": float(clash > 0 and equal == 0),
        "nearest of its article": float((pair.rank[0] == 0) + (pair.rank[1] == 0)),
        "rank in its article": math.log1p(pair.rank[0]) + math.log1p(pair.rank[1]),
        "behind the nearest": pair.behind[0] + pair.behind[1],
        "distance in place": abs(a.place - b.place),
        "both lead": float(a.lead and b.lead),
        "length of the shorter": min(a.length, b.length) / 30,
        "difference in length": abs(math.log((a.length + 1) / (b.length + 1))),
        "one is denied": float(a.claim.polarity != b.claim.polarity),
        "both are speech": float(bool(a.claim.said_by) and bool(b.claim.said_by)),
        "one is speech": float(bool(a.claim.said_by) != bool(b.claim.said_by)),
    }
