"""What a firm's, a building's or a station's name may leave out or say otherwise and still be the same one's."""

import re
from collections.abc import Sequence
from functools import cache

from crosswire.text.name_words import is_known, is_surname
from crosswire.text.names import word_set

_FORMS = frozenset("ltd limited inc incorporated corp corporation llc plc gmbh co ag sa nv bv llp lp spa".split())
# Last words of what is built, and what may stand before them without making it another.
_BUILT = frozenset(
    "cemetery airport stadium arena hospital park bridge museum library hotel station theater theatre".split()
)
_FILLING = frozenset(
    "memorial international national municipal regional general community public medical metropolitan metro".split()
)
_AIR = frozenset({"tv", "fm", "am", "dt", "ld", "television", "radio"})
_CALL = re.compile(r"[kw][a-z]{2,3}")
STEM = 6  # letters that two words for one trade begin with ("distribution", "distributors")
OWN = 5  # letters of a firm's own name; shorter ones several firms have
PHRASE = 2


def without_form(words: Sequence[str]) -> list[str]:
    """A firm's words without the legal form that ends them; all of them where one word or no form is left."""
    cut = len(words)
    while cut > PHRASE and words[cut - 1] in _FORMS:
        cut -= 1
    return list(words[:cut])


def is_firm(words: Sequence[str]) -> bool:
    """Whether a plain name ends with a firm's legal form."""
    return words[-1] in _FORMS


@cache
def same_firm(one: str, other: str) -> bool:
    """Whether two plain names are one firm's with its trade said otherwise: one legal form, one name of its own, and
    another word of the same stem ("delta distribution ltd", "delta distributors ltd")."""
    a, b = one.split(), other.split()
    if a == b or len(a) != len(b) or a[-1] != b[-1] or a[-1] not in _FORMS or a[0] != b[0]:
        return False
    own = len(a[0]) >= OWN and not is_surname(a[0]) and not is_known(a[0]) and a[0] not in word_set("public_words")
    return own and all(
        x == y or (x[:STEM] == y[:STEM] and min(len(x), len(y)) > STEM) for x, y in zip(a, b, strict=True)
    )


def is_built(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a name is that of something built, without "Memorial" and the like ("Osk Cemetery")."""
    if len(short) < PHRASE or short[-1] not in _BUILT or (short[0], short[-1]) != (long[0], long[-1]):
        return False
    return [w for w in long if w not in _FILLING] == list(short)


def is_station(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a name is a station's call sign, which the longer one has with its kind or its town ("wkld tv")."""
    if len(short) != 1 or not _CALL.fullmatch(short[0]) or len(long) != PHRASE:
        return False
    return (long[0] == short[0] and long[1] in _AIR) or long[1] == short[0]
