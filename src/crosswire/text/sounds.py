"""How words of names sound across romanisations: letters that rival spellings exchange are made one."""

import re
from functools import lru_cache

from crosswire.text.name_spellings import english_spellings

# What rival spellings of Arabic, Persian and Slavic names exchange; in this order.
_CONSONANTS = (
    (r"(?<=[ao])w(?=[bdfghjkmnpstz]|r$)", "u"),
    (r"ph", "f"),
    (r"ck", "k"),
    (r"c(?=[aouk]|$)", "k"),  # before "ch" and "ts" become one letter: "Chan" is not "Khan"
    (r"kh", "k"),
    (r"gu(?=[ei])", "g"),
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
    (r"h(?![aeiouy])", ""),
    (r"([^aeiouy])\1", r"\1"),
)
_SOUNDS = (
    *_CONSONANTS,
    (r"au(?=[bdfgkmnpstz]|r$)", "o"),
    (r"ou|oo|u", "o"),
    (r"ee|ie|ei|ey|ay|ai|y|i", "e"),
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
# Vowels between two consonants in one spelling each, the whole of them.
_VOWELS = {
    **dict.fromkeys(("ay", "ai", "ei", "ey", "ae", "ie", "eh", "ah"), "e"),
    **dict.fromkeys(("au", "aw", "ow"), "o"),
    **dict.fromkeys(("oo", "ou", "uu"), "u"),
    **dict.fromkeys(("ee", "y", "iy", "yy", "ii", "ij"), "i"),
}
# A vowel may be spelt as its neighbour, not as one two steps away ("Khalid", "Khaled"; not "Khamenei", "Khomeini").
SYSTEM = 5  # letters from which a word in another land's spelling may also differ in a neighbouring vowel
LONG = 7  # letters of a word that may lack a vowel and spell another otherwise ("Wells" and "Willis" may not)
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


@lru_cache(maxsize=65536)
def sound_alike(a: str, b: str) -> bool:
    """Whether two words are one in rival romanisations: the same consonants in order, vowels that agree.

    Two consonants at least: shorter keys ("Li", "Lu") tell nothing."""
    if any(_alike(x, y) for x, y in ((a, b), (slavic(a), slavic(b)), (somali(a), somali(b)))):
        return True
    return any(_same_reading(slavic(x), slavic(b)) for x in english_spellings(a)) or any(
        _same_reading(slavic(a), slavic(y)) for y in english_spellings(b)
    )


def _alike(a: str, b: str) -> bool:
    left, right = _consonants(a), _consonants(b)
    opens = {a[0], b[0]} != {"g", "c"}  # "Gaddafi" is "Kadhafi", but "Gray" is not "Carey"
    return opens and left == right and len(left) >= 2 and _vowels_agree(a, b)


def _same_reading(a: str, b: str) -> bool:
    """Whether a word of another tongue, as English papers may spell it, is one that stands in an English paper: the
    same consonants, each vowel the same, or a neighbour in longer words."""
    if a == b:
        return True
    left, right = _vowels(a), _vowels(b)
    if sound_key(a) != sound_key(b) or len(left) != len(right) or min(len(a), len(b)) < SYSTEM:
        return False
    long = min(len(a), len(b)) >= LONG
    return all(x == y or (long and len(x) == len(y) and _neighbours(x, y)) for x, y in zip(left, right, strict=True))


def _vowels_agree(a: str, b: str) -> bool:
    """Whether the vowels between the same consonants can be the same: each the same or a neighbour. One word may lack
    some inside ("Aleksandr") or a silent "e" at its end, where all others are the same."""
    left, right = _vowels(a), _vowels(b)
    if len(left) != len(right):
        return False
    pairs = list(zip(left, right, strict=True))
    if "".join(pairs[-1]) == "e" and re.search("[^aeiouy]e$", a if pairs[-1][0] else b):
        pairs.pop()
    missing = [place for place, (x, y) in enumerate(pairs) if bool(x) != bool(y)]
    long = max(len(a), len(b)) >= LONG
    if not missing:
        return all(_neighbours(x, y) and (long or len(x) == len(y)) for x, y in pairs)
    one_lacks = len({bool(pairs[place][0]) for place in missing}) == 1  # "Castro" and "Castor" lack one each
    inside = (long or missing[0] > 0) and missing[-1] < len(left) - 1
    both = [pair for place, pair in enumerate(pairs) if place not in missing]
    return one_lacks and inside and all(x == y or (long and _neighbours(x, y)) for x, y in both)


def _neighbours(a: str, b: str) -> bool:
    """Whether two vowels or rows of vowels can be spellings of one: neighbours, or one row with a vowel more."""
    if len(a) != len(b):
        one_more = min(len(a), len(b)) > 0 and abs(len(a) - len(b)) == 1
        return one_more and (set(a) < set(b) or set(b) < set(a))
    return all(x == y or x + y in _NEAR or y + x in _NEAR for x, y in zip(a, b, strict=True))


@lru_cache(maxsize=16384)
def _vowels(word: str) -> tuple[str, ...]:
    """The vowels before, between and after a word's consonants, each row of them in one spelling ("ya" as "ia")."""
    found = re.split(r"[^aeiouy]", _consonants_only(word))
    plain = (re.sub(r"(.)(?=\1)", "", v.replace("y", "i")) for v in found)
    return tuple(_VOWELS.get(v, p) for v, p in zip(found, plain, strict=True))


@lru_cache(maxsize=16384)
def _consonants_only(word: str) -> str:
    """A word with its consonants in one spelling and its vowels as they are."""
    for pattern, letter in _CONSONANTS:
        word = re.sub(pattern, letter, word)
    return word


@lru_cache(maxsize=16384)
def _consonants(word: str) -> str:
    """The sound key without an opening vowel; an opening "G" is spelt "K" or "Q" as well ("Gaddafi")."""
    key = re.sub(r"^[aeo]", "", sound_key(word))
    return "k" + key[1:] if key.startswith("g") else key
