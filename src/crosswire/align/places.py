"""Places that a claim's words fix: directions from a named place, and addresses."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from rapidfuzz.fuzz import ratio

from crosswire.records import Annotations, Argument, Claim
from crosswire.text.mentioned import mentioned

# "Independent" and "Independence" score 87, "Philip" and "Phillips" 86, "Church" and "High" 40.
# Short names of two streets can score above as well ("Mill", "Hill": 75): a known weakness.
ALIKE = 70.0


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = tomllib.loads(files("crosswire.align").joinpath("places.toml").read_text("utf-8"))
    direction = "|".join(sorted(table["directions"], key=len, reverse=True))
    street = "|".join(table["thoroughfares"])
    name = r"[A-Z][\w.'’-]*"
    return (
        re.compile(rf"\b({direction})(?:ern\s+\w+)?\s+of\s+((?:the\s+)?{name}(?:\s+{name})*)"),
        re.compile(rf"\b({name}(?:\s+{name}){{0,2}})\s+({street})\b"),
    )


def named_places(claim: Claim) -> Iterator[Argument]:
    """Yield the directions ("east of Aden": head "of aden") and addresses ("Mill Street": head
    "street") in a claim's words, as place arguments with their spans."""
    direction, address = _patterns()
    for match in direction.finditer(claim.text):
        yield _argument(claim, match, "of " + match.group(2).lower())
    for match in address.finditer(claim.text):
        yield _argument(claim, match, "address")


BEFORE = re.compile(
    r"\b(?:in|at|near|outside|inside|from|to|on|off|around|of|across|towards?)\s+(?:(?:the|an?)\s+)?(?:[\w'’.-]+\s+){0,4}$"
)


def mentioned_places(claim: Claim, notes: Annotations) -> Iterator[Argument]:
    """Yield the places named in a claim after a preposition, wherever in its phrases: "by the shop on the
    corner of Mill Square". What stands between is at most four words."""
    for mention, entity in mentioned(claim, notes):
        if entity.kind == "place" and BEFORE.search(claim.text[: mention.start - claim.start]):
            text = mention.text
            yield Argument("place", mention.start, mention.end, text, text.lower(), entity.id, entity.canonical)


def _argument(claim: Claim, match: re.Match[str], head: str) -> Argument:
    start, end = claim.start + match.start(), claim.start + match.end()
    return Argument("place", start, end, match.group(), head, None, None)


def place_likeness(a: Argument, b: Argument) -> float:
    """How likely two such places answer one question (0 to 2): directions from one place always,
    addresses when their names are spelt alike."""
    if a.head != b.head:
        return 0.0
    if a.head != "address":
        return 2.0
    left, right = (x.text.lower().rsplit(None, 1)[0] for x in (a, b))
    return 1.0 + (left == right) if ratio(left, right) >= ALIKE else 0.0
