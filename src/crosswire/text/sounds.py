"""How words of names sound across romanisations: letters that rival spellings exchange are made one."""

import re
from functools import lru_cache

# What rival spellings of Arabic, Persian and Slavic names exchange; in this order.
_SOUNDS = (
    (r"[ao]w(?=[bdfghjkmnpstz]|r$)", "o"),
    (r"ph", "f"),
    (r"ck", "k"),
    (r"kh", "k"),
    (r"th", "t"),
    (r"gh", "g"),
    (r"dh", "d"),
    (r"dj|dzh|dsch", "j"),
    (r"tsch|tch", "c"),
    (r"sch", "sh"),
    (r"ch|cz", "c"),
    (r"sh|sz|š", "s"),
    (r"zh|ž", "z"),
    (r"ts|tz", "c"),
    (r"q", "k"),
    (r"x", "ks"),
    (r"w", "v"),
    (r"j", "y"),
    (r"ou|oo|u", "o"),
    (r"ee|ie|ei|ey|ay|ai|y|i", "e"),
    (r"c(?=[aouk]|$)", "k"),
    (r"h(?![aeo])", ""),
    (r"(.)\1", r"\1"),
)
# Endings of Slavic names, and their beginnings, in one spelling each.
_SLAVIC = (
    (r"(?:sk|zk)(?:yy|yi|iy|ii|ij|y|i)$", "ski"),
    (r"(?:sk|zk)(?:aya|aia|aja|aa|a)$", "ska"),
    (r"(?<=[bcdfghklmnprstvz])(?:yy|iy|ii|yi|ij|y|i)$", "i"),
    (r"(?:[yi]?[oe]|i)(?:v|w|ff)$", "ov"),
    (r"(?:[yi]?[oe])(?:v|w)(?=(?:a|ich|ych|itch)$)", "ov"),
    (r"(?<=ov|ev)(?:ich|ych|itch|yc|ic)$", "ich"),
    (r"enka$", "enko"),
    (r"^(?:ye|je|ie)", "e"),
    (r"^(?:yu|ju|iu)", "yu"),
    (r"^(?:ya|ja|ia)", "ya"),
    (r"(?<=t)s(?=[ei])", ""),
    (r"(?<=[ao])u(?=[bdgkmnpstvz])", "v"),
)
# A vowel may be spelt as its neighbour, not as one two steps away ("Khalid", "Khaled"; not "Khamenei", "Khomeini").
_VOWELS = (
    (r"ay|ai|ei|ey|ae|ie", "e"),
    (r"au|[ao]w(?=[bdfghjkmnpstz]|r$)", "o"),
    (r"oo|ou", "u"),
    (r"ee|y", "i"),
)
_NEAR = frozenset({"ae", "ei", "ou"})


@lru_cache(maxsize=16384)
def sound_key(word: str) -> str:
    """A word's rough sound across romanisations: letters that rival spellings exchange are made
    one ("Heydar" and "Heidar", "Mohammed" and "Muhamad"), vowels after the first are dropped."""
    key = _sounds(word)
    return key[:1] + re.sub(r"[aeo]", "", key[1:])


@lru_cache(maxsize=16384)
def _sounds(word: str) -> str:
    for pattern, letter in _SOUNDS:
        word = re.sub(pattern, letter, word)
    return word


@lru_cache(maxsize=16384)
def slavic(word: str) -> str:
    """A word in one spelling of Slavic endings ("-sky", "-skyy", "-ov", "-ow"), for comparison by sound."""
    for pattern, letters in _SLAVIC:
        word = re.sub(pattern, letters, word)
    return word


@lru_cache(maxsize=16384)
def somali(word: str) -> str:
    """A word in Somali spelling as English papers spell it ("Xasan", "Cabdi"); other words mostly stay as they are."""
    word = re.sub(r"^c(?=[aiou])", "", word)
    return re.sub(r"([aeiou])\1", r"\1", word.replace("x", "h"))


def vowels_agree(a: str, b: str) -> bool:
    """Whether the vowels of two words that sound alike can be the same: each the same or a neighbour."""
    left, right = _vowels(a), _vowels(b)
    if len(left) != len(right):
        left, right = left[:1], right[:1]  # one of them may be written without its vowels
    return all(x == y or x + y in _NEAR or y + x in _NEAR for x, y in zip(left, right, strict=False))


@lru_cache(maxsize=16384)
def _vowels(word: str) -> str:
    for pattern, letter in _VOWELS:
        word = re.sub(pattern, letter, word)
    return re.sub(r"[^aeiou]", "", word)


@lru_cache(maxsize=65536)
def sound_alike(a: str, b: str) -> bool:
    """Whether two words are one in rival romanisations: the same consonants in order, vowels that agree.

    Two consonants at least: shorter keys ("Li", "Lu") tell nothing."""
    for x, y in ((a, b), (slavic(a), slavic(b)), (somali(a), somali(b))):
        left, right = _consonants(x), _consonants(y)
        if left == right and len(left) >= 2 and vowels_agree(x, y) and _one_has_all_vowels(x, y):
            return True
    return False


def _one_has_all_vowels(a: str, b: str) -> bool:
    """Whether one word has a vowel at each place among the consonants where the other has one: a vowel may be left
    out ("Aleksandr"), not moved ("Castro", "Castor")."""
    one, other = _vowel_places(a), _vowel_places(b)
    return one <= other or other <= one


@lru_cache(maxsize=16384)
def _vowel_places(word: str) -> frozenset[int]:
    """After how many consonants a word's vowels stand; an "h" is not counted, which comes and goes."""
    word = _sounds(word).replace("h", "")
    return frozenset(len(re.sub("[aeo]", "", word[:i])) for i, letter in enumerate(word) if letter in "aeo")


@lru_cache(maxsize=16384)
def _consonants(word: str) -> str:
    """The sound key without an opening vowel; an opening "G" is spelt "K" or "Q" as well ("Gaddafi")."""
    key = re.sub(r"^[aeo]", "", sound_key(word))
    return "k" + key[1:] if key.startswith("g") else key
