"""Places that a claim's words fix: directions from a named place, and addresses."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from rapidfuzz.fuzz import ratio

from crosswire.align.held import Held, LazyLink, before
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


# The same place named in two claims whose words above it differ ("the strike at Karrow", "was held in Karrow") answers
# one question where they are this likely to tell of the same ...
SURE = 0.8
# ... or this likely where both say that something is in it or by it. Of the points of "where" in 49 stories read by eye
# this unmakes seven, six of them wrong; with .6 as many right ones went.
LIKELY = 0.4
STEM = 5  # letters by which a deed's verb and its noun meet: "shoot", "shooting"
INSIDE = re.compile(
    r"\b(?:in|at|near|off|outside|inside|around)\s+(?:(?!(?:from|to|on|across|for|towards?)\b)[\w'’.,-]+\s+){0,5}$"
)
# "Met with Karrow", "by Karrow": a party.
PARTY = re.compile(r"\b(?:with|by|about|against|versus|vs\.?|like|as|than)\s+(?:the\s+)?$", re.IGNORECASE)


def tells_where(claim: Claim, place: Argument) -> bool:
    """Whether the words before a place do not make it a party."""
    return PARTY.search(before(claim, place.start)) is None


def one_spot(a: Held, b: Held, link: LazyLink) -> bool:
    """Whether two places of one name, in claims of one occurrence, bear on one thing: words above them that meet, or
    claims likely to tell of the same; neither may only tell which thing is meant ("the Karrow inquiry")."""
    p, q = a.filling, b.filling
    if not isinstance(p, Argument) or not isinstance(q, Argument) or _names(p).isdisjoint(_names(q)):
        return False
    if _tells_which(a, b) or _tells_which(b, a):
        return False
    above = [{word[:STEM] for word in x.bearing.governors} for x in (a, b)]
    inside = all(INSIDE.search(before(x.claim, x.filling.start)) for x in (a, b))
    return bool(above[0] & above[1]) or link.score >= (LIKELY if inside else SURE)


def _names(place: Argument) -> set[str]:
    return {place.text.lower(), (place.name or place.text).lower()}


def _tells_which(a: Held, b: Held) -> bool:
    """Whether a place only stands before a noun that is no site ("the Karrow inquiry", not "a Karrow hospital") and on
    which the other place does not bear."""
    noun = a.bearing.before
    return noun not in (None, b.bearing.before, *_sites()) and noun not in b.bearing.governors


@cache
def _sites() -> frozenset[str]:
    table = tomllib.loads(files("crosswire.align").joinpath("places.toml").read_text("utf-8"))
    return frozenset(table["sites"])
