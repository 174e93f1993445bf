"""What two names tell as a whole: rulers' numbers, words run together or put together, other names of places."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from crosswire.text.names import plain_letters, tidy, word_set
from crosswire.text.numerals import table
from crosswire.text.scripts import latin
from crosswire.text.syllables import Words, orders

ACRONYM = 5  # letters up to which a name in capitals alone is taken for an acronym
GLUED = 10  # letters from which one word can be a whole name, in any order
_NUMERAL = re.compile(r"(?:[JS]r\.?|I{1,3}|IV|VI{0,3}|IX|X{1,2}(?:I{0,3}|IV|VI{0,3}|IX))$")


@lru_cache(maxsize=16384)
def brief(name: str) -> bool:
    """Whether a name has so few letters that it can be another's initials."""
    return sum(map(str.isalnum, tidy(name))) <= ACRONYM + 4


def numeral(name: str) -> str:
    """The number of a ruler or of a namesake in a family that ends a name ("II", "Jr"), or nothing."""
    words = tidy(name).split()
    found = _NUMERAL.match(words[-1]) if len(words) > 1 else None
    return found[0].rstrip(".") if found else ""


def glued(one: Words, other: Words) -> bool:
    """Whether a long word is all of the other name, the surname first or last ("Bergmanilse")."""
    return len(one) == 1 and len(one[0]) >= GLUED and any(one[0] == "".join(turn) for turn in orders(other))


def joined_with_slip(a: str, b: str) -> bool:
    """Whether two names have their words joined or split otherwise, and one letter is wrong besides, or stands where
    the hyphen was ("Ilsebxergman"). Initials are no words to join."""
    one, other = (plain_letters(latin(name)).split() for name in (a, b))
    whole, again = "".join(one), "".join(other)
    if len(one) == len(other) or min(len(whole), len(again)) < GLUED or min(map(len, (*one, *other))) < 2:
        return False
    return OSA.distance(whole, again) == 1


@cache
def exonyms() -> Mapping[str, int]:
    """Each name of a place that has several, its words joined ("cotedivoire"), with the number of its row."""
    rows = table("same_names.toml")["exonyms"]
    return {form.replace(" ", ""): number for number, row in enumerate(rows) for form in row}


def one_place(left: Words, right: Words) -> bool:
    """Whether two names are names of one place by the table ("Peking", "Beijing")."""
    rows = exonyms()
    number = rows.get("".join(left))
    return number is not None and number == rows.get("".join(right))


def clipped(left: Words, right: Words) -> bool:
    """Whether a word is put together from the beginnings of a body's words ("Centcom" for "Central Command")."""
    if len(left) != 1 or len(right) < 2:
        return False
    rest = left[0]
    words = [w for w in right if w not in word_set("acronym_gaps")]
    for first in range(len(words) - 1):
        parts = [(n, m) for n in range(3, 6) for m in range(3, 6) if n + m == len(rest)]
        a, b = words[first : first + 2]
        if first + 2 == len(words) and any(a[:n] + b[:m] == rest for n, m in parts):
            return True
    return False
