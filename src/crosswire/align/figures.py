"""How likely two figures that cannot both hold answer one question: by what surrounds them, and by what they are."""

import math
import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np

from crosswire.align.bearing import same_question
from crosswire.align.held import Held, LazyLink, before
from crosswire.align.places import STEM
from crosswire.ports import Vectors
from crosswire.records import Claim, Parse, Quantity
from crosswire.text.parties import two_doers

# What surrounds a figure: so many words before it and behind it, without the figure itself.
REACHES = (2, 5)
SIDES = 2 * len(REACHES)
SMALL = 5.0  # below, figures are everywhere
TIMES = 5.0  # logarithm beyond which one figure is not more unlike another

Span = tuple[int, int]


def figures_of(claim: Claim) -> list[Span]:
    """The places of a claim's own quantities, in the order in which their vectors stand."""
    return [(quantity.start, quantity.end) for quantity in claim.quantities]


def surroundings(parse: Parse, start: int, end: int) -> tuple[Span | None, ...]:
    """The words before and behind a figure (offsets of the text), for each of REACHES; None where its sentence has
    none there."""
    tokens = parse.tokens
    first, last = (bisect_left(tokens, at, key=lambda token: token.start) for at in (start, end))
    if first == len(tokens):
        return (None,) * SIDES
    sentence = parse.sentences[tokens[first].sentence]
    found: list[Span | None] = []
    for reach in REACHES:
        before, behind = max(sentence.first, first - reach), min(sentence.last, last + reach)
        found.append((tokens[before].start, tokens[first - 1].end) if before < first else None)
        found.append((tokens[last].start, tokens[behind - 1].end) if last < behind else None)
    return tuple(found)


Weights = tuple[float, Mapping[str, float]]
"""The intercept, and the weight of each signal, in log-odds."""


def likelihood(a: Held, b: Held, link: LazyLink) -> float | None:
    """The probability that two figures that cannot both hold answer one question, by weights fitted
    (``figures.toml``) on pairs of figures that were judged one by one; None where it is not known what surrounds
    them."""
    signals = measured(a, b, link)
    return None if signals is None else probability(signals, _weights())


def probability(signals: Mapping[str, float], weights: Weights) -> float:
    """The probability that signals have by weights."""
    intercept, each = weights
    return 1.0 / (1.0 + math.exp(-intercept - sum(each[name] * value for name, value in signals.items())))


def measured(a: Held, b: Held, link: LazyLink) -> dict[str, float] | None:
    """The signals of two figures; None where it is not known what surrounds them."""
    p, q = a.filling, b.filling
    if a.around is None or b.around is None or not isinstance(p, Quantity) or not isinstance(q, Quantity):
        return None
    low, high = sorted(max(x.base_low or x.base_high, 1e-9) for x in (p, q))
    return {
        "what surrounds them": _alike(a.around, b.around),
        "nearness": nearness(p, q),
        "times as large": min(TIMES, math.log(high / max(low, 0.5))),
        "two named doers": float(two_doers(a.claim, b.claim)),
        "other people": float(other_people(a, b)),
        "other things counted": float(not same_question(a.bearing, b.bearing, p.kind == "count")),
        "figures of the claims": float(len(a.claim.quantities) + len(b.claim.quantities)),
        "both small": float(high < SMALL),
        "hedges": float(bool(p.hedge) + bool(q.hedge)),
        "rarest shared word": link.signal("rarest shared word"),
    }


def other_people(a: Held, b: Held) -> bool:
    """Whether two claims name people, and not one in common: another boxer's wins, another man's fall."""
    return bool(a.people and b.people) and not a.people & b.people


# "One-on-one talks", "a one-to-one draw": no figure of anything.
PAIRED = re.compile(r"-(?:on|to|by|off|sided|time|way)\b")
WHOLE = re.compile(r"\d\S*(?:\s+\w+){0,2}\s+out\s+of\s+(?:a\s+total\s+of\s+|the\s+)?$", re.IGNORECASE)
# "Up 13,000", "fell by 40", "five rounds sooner", "2,000 points lower": by how much something differs.
SHIFT = re.compile(
    r"\b(?:up|down|(?:ris|rose|rais|grew|grow|increas|climb|jump|gain|fall|fell|drop|declin|shr[aiu]nk|cut|reduc|lower|slipp|"
    r"widen|narrow)\w*(?:\s+\w+){0,2}\s+by)\s*$",
    re.IGNORECASE,
)
SHIFTED = re.compile(
    r"(?:\s*-?\s*[\w%]+)?\s+(?:higher|lower|sooner|later|earlier|faster|slower|ahead|behind|short|shy)\b", re.IGNORECASE
)
# "The first eight points", "the previous three months": so many as the writer looks at.
CHOSEN = re.compile(r"\b(first|last|next|past|previous|final|latest|preceding|coming|opening|top)\s*$", re.IGNORECASE)
# So many families are not so many children, and so many women not so many people.
SORTS = (frozenset(("family", "household", "couple")), frozenset(("man", "woman")))
# "Three months until the vote", "with 60 days to go": of the report's own day.
LEFT = re.compile(r"\s+(?:until|till|to\s+go|left|remaining|from\s+now)\b", re.IGNORECASE)
# "More than a million doses each": no total.
EACH = re.compile(r"(?:\s+[\w-]+){0,4}?\s+(?:each|apiece)\b", re.IGNORECASE)
# "The prior week's figure", "from 719,000 a week earlier": of the time before.
PERIOD = r"(?:week|month|quarter|year)"
BEFORE = re.compile(rf"\b(?:prior|previous|preceding|last)\s+{PERIOD}[’']s\b", re.IGNORECASE)
EARLIER = re.compile(
    rf"(?:\s+[\w-]+){{0,2}}?\s+(?:(?:an?|the|one)\s+{PERIOD}\s+(?:earlier|before|ago|prior)"
    rf"|(?:in\s+)?the\s+(?:prior|previous)\s+{PERIOD}|from\s+last\s+{PERIOD})\b",
    re.IGNORECASE,
)
AWAY = re.compile(r"\s+(?:ago|from now)\b", re.IGNORECASE)


def is_idiom(claim: Claim, quantity: Quantity) -> bool:
    """Whether a number's word is part of an idiom ("one-on-one")."""
    words = quantity.text.isalpha() or quantity.text.lower() == "no one"
    return words and PAIRED.match(claim.text, quantity.end - claim.start) is not None


def is_whole(claim: Claim, quantity: Quantity) -> bool:
    """Whether a figure is only the whole of which another is told ("9 of the seats, out of a total of 40"): that two
    reports know it alike is no news."""
    return WHOLE.search(before(claim, quantity.start)) is not None


def other_way(a: Held, b: Held) -> bool:
    """Whether of two durations one is how far off something lies ("two years ago") and the other how long another thing
    took."""
    if not all(isinstance(x.filling, Quantity) and x.filling.kind == "duration" for x in (a, b)):
        return False
    away = [_is_followed(x, AWAY) for x in (a, b)]
    above = [{word[:STEM] for word in x.bearing.governors} for x in (a, b)]
    return away[0] != away[1] and above[0].isdisjoint(above[1])


def told_otherwise(a: Held, b: Held) -> bool:
    """Whether two figures that differ tell of two things by how they are told: one by how much something differs and
    the other how much it is; one for each; a stretch that the writer chose ("the previous three months"); of the
    week before; of families and of children; the length of one thing; how long something is off, which changes by the
    day."""
    return (
        _is_shift(a) != _is_shift(b)
        or _chosen(a) != _chosen(b)
        or _is_followed(a, EACH) != _is_followed(b, EACH)
        or _is_earlier(a) != _is_earlier(b)
        or _of_other_sort(a.bearing.noun, b.bearing.noun)
        or _of_another_thing(a, b)
        or _of_another_thing(b, a)
        or any(_is_duration(x) and _is_followed(x, LEFT) for x in (a, b))
    )


def _of_other_sort(one: str | None, other: str | None) -> bool:
    return bool(one and other) and any((one in sort) != (other in sort) for sort in SORTS)


def _is_earlier(held: Held) -> bool:
    return BEFORE.search(before(held.claim, held.filling.start)) is not None or _is_followed(held, EARLIER)


def _is_followed(held: Held, words: re.Pattern[str]) -> bool:
    """Whether words of a kind stand right behind a filling."""
    return words.match(held.claim.text, held.filling.end - held.claim.start) is not None


def _of_another_thing(a: Held, b: Held) -> bool:
    """Whether a length stands before the one thing that has it ("a 40-yard pass"), of which the other claim, which has
    a length by itself ("108 yards"), tells nothing."""
    p, q = a.filling, b.filling
    if not (isinstance(p, Quantity) and isinstance(q, Quantity)) or p.kind != "length" or not p.noun or q.noun:
        return False
    return p.noun[:STEM] not in b.claim.text.lower()


def _is_shift(held: Held) -> bool:
    if _is_duration(held):
        return False  # "six months later" is when
    return SHIFT.search(before(held.claim, held.filling.start)) is not None or _is_followed(held, SHIFTED)


def _is_duration(held: Held) -> bool:
    return isinstance(held.filling, Quantity) and held.filling.kind == "duration"


def _chosen(held: Held) -> str | None:
    found = CHOSEN.search(before(held.claim, held.filling.start))
    return found[1].lower() if found else None


def nearness(p: Quantity, q: Quantity) -> float:
    """1 for figures within half of each other, 0.5 within three times, else 0, and -1 beyond a
    hundred times: a mistaken or stale figure is seldom far from the right one, another thing's
    figure often is."""
    if p.worth and q.worth and p.unit != q.unit:
        low, high = sorted(x.worth[1] or x.worth[2] for x in (p, q) if x.worth)
        return 1.0 if high <= 1.5 * low else 0.5 if high <= 3 * low else 0.0
    low, high = sorted(max(x.base_low or x.base_high, 1e-9) for x in (p, q))  # "less than 5" is near to 5
    if None in (p.value, q.value):  # "hundreds of thousands" is near to 1.8 million
        low = max(low, min(p.base_high, q.base_high, high))
    if high > 100 * low and low > 1e-9:
        return -1.0
    return 1.0 if high <= 1.5 * low else 0.5 if high <= 3 * low else 0.0


def _alike(a: Vectors, b: Vectors) -> float:
    """The cosine of what surrounds two figures, side by side."""
    left, right = a.astype(np.float64).ravel(), b.astype(np.float64).ravel()
    return round(float(left @ right) / (float(np.linalg.norm(left) * np.linalg.norm(right)) or 1.0), 6)


@cache
def _weights() -> Weights:
    table = tomllib.loads(files("crosswire.align").joinpath("figures.toml").read_text("utf-8"))
    return table["intercept"], table["weights"]
