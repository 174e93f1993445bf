"""Scores of attributions against PolNeAR: exact spans, shared words, and whole attributions."""

from collections import Counter
from collections.abc import Sequence

Words = frozenset[int]
Triple = tuple[Words, Words, Words]  # source, cue, content as tokens
ROLES = ("source", "cue", "content")


def count(gold: Sequence[Triple], found: Sequence[Triple]) -> Counter[str]:
    """Count one article. Exact: a role's set of tokens (all fragments of it) is the same; shared: tokens in the role
    in both; linked: an attribution with all three roles the same, or overlapping by half of their union."""
    counts: Counter[str] = Counter()
    for n, role in enumerate(ROLES):
        g, f = {t[n] for t in gold if t[n]}, {t[n] for t in found if t[n]}
        counts += Counter({f"{role}.gold": len(g), f"{role}.found": len(f), f"{role}.right": len(g & f)})
        gw, fw = {i for t in g for i in t}, {i for t in f for i in t}
        counts += Counter(
            {f"{role}_words.gold": len(gw), f"{role}_words.found": len(fw), f"{role}_words.right": len(gw & fw)}
        )
    for name, same in (("linked", _same), ("linked_overlap", _alike)):
        left = list(found)
        for right in gold:
            hit = next((t for t in left if same(right, t)), None)
            if hit is not None:
                left.remove(hit)
                counts[f"{name}.right"] += 1
        counts += Counter({f"{name}.gold": len(gold), f"{name}.found": len(found)})
    return counts


def _same(a: Triple, b: Triple) -> bool:
    return a == b


def _alike(a: Triple, b: Triple) -> bool:
    return all((not x and not y) or len(x & y) * 2 >= len(x | y) > 0 for x, y in zip(a, b, strict=True))


def ratios(counts: Counter[str], name: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of a measure."""
    right, found, gold = (counts[f"{name}.{x}"] for x in ("right", "found", "gold"))
    p, r = right / max(1, found), right / max(1, gold)
    return p, r, 2 * p * r / (p + r) if right else 0.0
