"""Sums that a claim gives in two parts: "four soldiers and two other people" are six people, "eight pupils and two
teachers" ten."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from crosswire.records import Claim, Quantity
from crosswire.text.parties import is_people

# The second part says that it adds to the first.
OTHER = re.compile(r"\s*[\w-]+\s+(?:others?|more|further|additional)\b", re.IGNORECASE)
# What may stand between the parts: the first one's noun and a comma or "and", no verb of its own.
BETWEEN = re.compile(r"(?:\s*[\w'’-]+){0,4}\s*(?:,|,?\s+and|,?\s+plus)\s*", re.IGNORECASE)


def totals(claim: Claim) -> Iterator[Quantity]:
    """Yield the sums of a claim's counts of which the second is said to come on top of the first. A
    sum counts what the second part does, and its words run from the first part to the second."""
    counts = [q for q in claim.quantities if q.kind == "count"]
    for first, second in pairwise(counts):
        if first.value is None or second.value is None or first.hedge or second.hedge:
            continue
        between = claim.text[first.end - claim.start : second.start - claim.start]
        if _adds(claim, first, second) and BETWEEN.fullmatch(between):
            total = first.value + second.value
            end = _end(claim, second)
            yield replace(
                second,
                start=first.start,
                end=end,
                text=claim.text[first.start - claim.start : end - claim.start],
                value=total,
                low=total,
                high=total,
                base_low=total,
                base_high=total,
                also=(),
            )


def _adds(claim: Claim, first: Quantity, second: Quantity) -> bool:
    """Whether a count comes on top of the one before it: "two others", or people of two kinds ("eight pupils and two
    teachers")."""
    kinds = first.noun != second.noun and is_people(first.noun) and is_people(second.noun)
    return kinds or OTHER.match(claim.text, second.start - claim.start) is not None


def _end(claim: Claim, quantity: Quantity) -> int:
    """Where the counted noun ends, if it follows its figure closely."""
    stem = re.escape((quantity.noun or "")[:4])
    ahead = claim.text[quantity.start - claim.start :]
    noun = re.match(rf"(?:[\w-]+\s+){{1,4}}?{stem}\w*", ahead, re.IGNORECASE) if stem else None
    return quantity.start + noun.end() if noun else quantity.end
