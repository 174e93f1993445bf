"""What keyboards, scanners and haste do to a name's letters: signs for letters, other orders, words cut short."""

import re
from functools import lru_cache

from crosswire.text.names import normalise, plain_letters
from crosswire.text.scripts import latin

_SIGNS = str.maketrans("$@€", "sae")
_LETTERS = str.maketrans("əƏħĦɗƙɓŋ", "aAhHdkbn")  # of Latin alphabets, that have no plain letter inside
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # soft hyphens, joiners and marks of direction
_BORN = re.compile(r",?\s*\(?\b(?:born|b\.|d\.?o\.?b\.?:?)\s*(?:in |on )?(?:[\w ]* )?\d{4}\b\)?", re.IGNORECASE)
DIGITS = str.maketrans("013457", "oieast")  # what stands for a letter inside a word
_MIXED = re.compile(r"\b[a-z](?=[a-z]*\d)[a-z013457]+\b")  # a word of letters and of digits that are like letters
_CODED = re.compile(r"(?=[a-z]+\d{1,2}[a-z])(?:[a-z]+[013457]{1,2})+[a-z]*(?:[a-z][013457])?$")
SCRAMBLED = 5  # letters of a word that may stand in any order: fewer make other names ("Lena", "Neal")


def signs_as_letters(name: str) -> str:
    """A name with what stands for a letter inside its words as that letter ("Ca$tro", "Ba@sim"), without signs that
    nobody sees, and without when its bearer was born."""
    name = _HIDDEN.sub("", name.replace("_", " ")).translate(_LETTERS)
    name = _BORN.sub("", name) or name
    return re.sub(r"(?<=\w)[$@€]+(?=\w|$|\s)", lambda m: m[0].translate(_SIGNS), name)


def digits_as_letters(plain: str) -> str:
    """A name in lower case with the digits inside its words as letters ("s4m5ung"). Codes stay as they are ("ar16",
    "b2b"): they have no letters to spare, and stand alone."""
    several = len(_MIXED.findall(plain)) > 1
    return _MIXED.sub(lambda m: _as_letters(m[0], several), plain)


def _as_letters(word: str, several: bool) -> str:
    letters = sum(c.isalpha() for c in word)
    digits = len(word) - letters
    inside = len(word) > 3 and letters > 1.5 * digits and _CODED.match(word)
    return word.translate(DIGITS) if inside or (several and letters >= digits) else word


def scanned(word: str) -> str:
    """A word as a scanner may print it ("Thombury" for "Thornbury")."""
    return word.replace("rn", "m").replace("vv", "w")


def scrambled(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names have word for word the same letters, in long words in any order, or all of them from the last
    letter to the first, as text that runs from right to left comes out ("gelO")."""
    if len(left) != len(right) or len(left) < 2 or _sorted_letters(left) != _sorted_letters(right):
        return False
    changed = set(left) ^ set(right)
    backwards = sorted(word[::-1] for word in left) == sorted(right)
    return backwards or (bool(changed) and min(map(len, changed)) >= SCRAMBLED)


@lru_cache(maxsize=16384)
def _sorted_letters(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted("".join(sorted(word)) for word in words))


@lru_cache(maxsize=16384)
def run_together(name: str) -> str:
    """All letters of a name in one word, Arabic articles among them ("alqaida")."""
    return normalise(latin(signs_as_letters(name))).replace(" ", "")


def spelt_out(words: tuple[str, ...], name: str, others: tuple[str, ...]) -> tuple[str, ...]:
    """A person's words with those that a dot cuts short as initials, where one other word begins so ("Yu. Osk",
    "Alex. Osk")."""
    for short in re.findall(r"(?<!\w)(\w{2,5})\.(?=[\s\-]?\w)", latin(name)) if "." in name else ():
        cut = plain_letters(short)
        if cut in words and cut not in others and sum(word.startswith(cut) for word in others) == 1:
            words = tuple(cut[0] if word == cut else word for word in words)
    return words
