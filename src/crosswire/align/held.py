"""What claims hold that may answer a question, and when two of it cannot both be the answer."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from crosswire.align.bearing import Bearing
from crosswire.align.totals import totals
from crosswire.ports import Vectors
from crosswire.records import Argument, Claim, Link, Quantity, TimeExpression
from crosswire.text.answers import compare_answers, compare_times
from crosswire.text.gazetteer import compare_places
from crosswire.text.parties import is_people, one_thing, two_doers

# Claims that are nearly word for word the same, whatever their verbs.
VERBATIM = 0.9
# ... so that one is the other but for a figure, a day or a name.
REPEATED = 0.5
# Figures of one report within this ratio may be one figure told twice ("about 250", "247").
ONE_VALUE = 1.05
# Names in a row behind a preposition: "with the Harriers and the Gulls".
NAMED = r"(?:the\s+)?[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*)*"
JOINED = r",\s+|,?\s+and\s+"
LISTED = re.compile(rf"\b(?:in|at|with|for|from|across|of|on|by|to)\s+({NAMED}(?:(?:{JOINED}){NAMED})+)")


OWNED = re.compile(r"\b([A-Z][\w’'-]+)\s*\([^()]*$")  # a name before an open bracket


@dataclass(frozen=True, slots=True)
class Held:
    """What a claim holds that may answer a question, what a quantity or time bears on, the words of the names of
    the people whom the claim names, the vectors of what surrounds a quantity, where they are known, and the place that
    is named beside a quantity."""

    claim: Claim
    filling: Quantity | TimeExpression | Argument
    bearing: Bearing
    people: frozenset[str] = frozenset()
    around: Vectors | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class LazyLink:
    """A link's score, how to get the link in full, and whether both its claims stand in one occurrence."""

    score: float
    full: Callable[[], Link]
    within: bool = True

    def signal(self, name: str) -> float:
        """The value of a signal of the link; 0 where it has none."""
        return next((s.value for s in self.full().signals if s.name == name), 0.0)

    @property
    def is_repeated(self) -> bool:
        """Whether the claims are so much the same words that each has one place for what the other has there."""
        return self.score >= VERBATIM and self.signal("shared words") >= REPEATED


def differ(a: Held, b: Held) -> bool:
    """Whether one report's two figures name different values, whatever their hedges allow ("at
    least 5.9" and "6.4" in one report are two quakes), or sums of two named parties ("the Gulls bid at least $3
    million", "the Harriers bid $3 million"), or are told of other people ("Quist has 14 points, Brik has 14")."""
    p, q = a.filling, b.filling
    if not (isinstance(p, Quantity) and isinstance(q, Quantity)) or p.value is None or q.value is None:
        return False
    if a.people and b.people and a.people.isdisjoint(b.people):
        return True
    two_owners = two_doers(a.claim, b.claim) or other_owner(a, b) or other_owner(b, a)
    if p.kind == "money" and p.text.lower() != q.text.lower() and two_owners:
        return True
    low, high = sorted((abs(p.base_low), abs(q.base_low)))
    return p.value != q.value and high > ONE_VALUE * low


def other_owner(a: Held, b: Held) -> bool:
    """Whether one figure stands in brackets behind a name ("the Gulls (two years, $3 million)") that the other claim
    lacks."""
    if isinstance(a.filling, Quantity) and a.filling.kind in ("score", "age"):
        return False  # "the Gulls (5-10)": whoever it is of is told by what they did
    owner = OWNED.search(a.claim.text, 0, max(0, a.filling.start - a.claim.start))
    return owner is not None and re.search(rf"\b{re.escape(owner[1])}\b", b.claim.text) is None


def told_elsewhere(a: Held, b: Held, link: LazyLink, figures: Mapping[str, Sequence[Quantity]]) -> bool:
    """Whether two clashing figures are no answers to one question because one of the articles
    gives the other's figure too, beside its own: 23 caught in one report, 12 of them Somalis in
    it and in the next. Of 257 clashing pairs of linked gold claims this keeps 47, with nearly all
    true ones among them. Claims that are nearly word for word the same have one place for each
    figure, so there only the claim itself is looked at."""
    p, q = a.filling, b.filling
    if not (isinstance(p, Quantity) and isinstance(q, Quantity) and clash(a, b)) or new_toll(a, b):
        return False
    here, there = figures[a.claim.article], figures[b.claim.article]
    if link.score >= VERBATIM:
        here, there = a.claim.quantities, b.claim.quantities
    return _has(there, p, b.bearing.noun) or _has(here, q, a.bearing.noun)


def new_toll(a: Held, b: Held) -> bool:
    """Whether one figure gives the toll as it has become and the other counts the dead before: in whatever words, and
    though one report gives both."""
    return a.bearing.toll != b.bearing.toll and a.bearing.fates == b.bearing.fates == {"death"}


def before(claim: Claim, start: int) -> str:
    """A claim's words up to a place in its article."""
    return claim.text[: max(0, start - claim.start)]


def part_of_sum(a: Held, b: Held) -> bool:
    """Whether one of two figures is of a part of what the other sums up: "54 games with the Harriers", "157 with the
    Harriers and the Gulls" (the larger stands before names in a row, of which the other claim has some but not all);
    "eight" of "eight pupils and two teachers", and "ten"."""
    p, q = a.filling, b.filling
    if not (isinstance(p, Quantity) and isinstance(q, Quantity)):
        return False
    few, many, part, whole = (a, b, p, q) if p.base_high < q.base_low else (b, a, q, p)
    sums = (s for s in totals(few.claim) if s.start <= part.start and part.end <= s.end)
    if any(compare_answers(s, whole).outcome != "disjoint" for s in sums):
        return True
    row = LISTED.search(many.claim.text, max(0, many.filling.end - many.claim.start))
    if row is None:
        return False
    named = [name.split()[-1] for name in re.split(JOINED, row[1])]
    told = [re.search(rf"\b{re.escape(name)}\b", few.claim.text) is not None for name in named]
    return any(told) and not all(told)


def other_places(a: Held, b: Held) -> bool:
    """Whether two figures stand beside the names of places that lie apart: "8 percent in Virginia", "in Georgia"."""
    return a.place is not None and b.place is not None and compare_places(a.place, b.place) == "apart"


def _has(figures: Sequence[Quantity], quantity: Quantity, noun: str | None) -> bool:
    """Whether an article gives the figure for the same kind of thing, or one that it may mean."""
    return any(
        f.kind == quantity.kind
        and (
            not f.noun
            or any(one_thing(f.noun, other) for other in (noun, quantity.noun) if other)
            or (is_people(f.noun) and is_people(quantity.noun))
        )
        and compare_answers(f, quantity).outcome == "same"
        for f in figures
    )


def clash(a: Held, b: Held) -> bool:
    """Whether two quantities or two times cannot both answer one question."""
    p, q = a.filling, b.filling
    if isinstance(p, Quantity) and isinstance(q, Quantity):
        return compare_answers(p, q).outcome == "disjoint"
    if isinstance(p, TimeExpression) and isinstance(q, TimeExpression):
        return compare_times(p, q) == "disjoint"
    return False
