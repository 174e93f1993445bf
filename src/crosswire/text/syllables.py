"""Syllables of East Asian names: how a word parts into them, and which spellings of them are one.

Mandarin in pinyin and Wade-Giles, Korean in its three usual romanisations, Japanese in Hepburn, Kunrei and typed kana.
The tables (syllables.toml) follow the published definitions of these systems."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import product
from typing import Any

from crosswire.text.numerals import table

Words = tuple[str, ...]
Options = tuple[frozenset[str], ...]  # for each syllable of a name, what it can be
LONGEST = 7  # letters of one syllable ("zhuang" has six, a reading of one Japanese character up to seven)
LONGEST_CHINESE = 4  # syllables of a surname and a given name
MOST = 6  # syllables or characters of a name; longer ones are of another tongue


def _rules() -> dict[str, Any]:
    return table("syllables.toml")


def cuts(word: str, known: Callable[[str], frozenset[str]], limit: int = MOST) -> Iterator[Options]:
    """Every way to part a word into pieces that ``known`` has something for, as what each piece can be."""
    if not word:
        yield ()
    if limit == 0:
        return
    for end in range(1, min(LONGEST, len(word)) + 1):
        if options := known(word[:end]):
            for rest in cuts(word[end:], known, limit - 1):
                yield (options, *rest)


@lru_cache(maxsize=4096)
def spelt(words: Words, known: Callable[[str], frozenset[str]]) -> tuple[Options, ...]:
    """Every way to part a whole name; no syllable crosses from one word into the next."""
    ways: list[Options] = [()]
    for word in words:
        ways = [(*way, *cut) for way in ways for cut in cuts(word, known, MOST - len(way)) if cut]
    return tuple(ways)


def meet(a: tuple[Options, ...], b: tuple[Options, ...]) -> int:
    """The number of syllables in which two names can be one throughout, 0 where they can't."""
    fits = (len(x) for x in a for y in b if len(x) == len(y) and all(p & q for p, q in zip(x, y, strict=True)))
    return max(fits, default=0)


def orders(words: Words) -> tuple[Words, ...]:
    """A name's words as they stand, and with the last or the first of them at the other end."""
    turned = (words, words[-1:] + words[:-1], words[1:] + words[:1])
    return tuple(dict.fromkeys(turned))


# --- Mandarin ----------------------------------------------------------------------------------------------------


@cache
def _pinyin() -> frozenset[str]:
    return frozenset(_rules()["pinyin"].split())


@cache
def pinyin(syllable: str) -> frozenset[str]:
    """The syllable itself where pinyin has it."""
    return frozenset({syllable}) & _pinyin()


@cache
def wade_giles(syllable: str) -> frozenset[str]:
    """What a syllable in Wade-Giles, as papers print it, can be in pinyin ("chin": jin, qin)."""
    rules = _rules()["wade_giles"]
    found = set(rules["whole"].get(syllable, ()))
    foreign = syllable[:1] in tuple("bdgqxzr") or (syllable[:1] == "c" and syllable[1:2] != "h")
    for cut in () if foreign else range(min(3, len(syllable))):
        head, rest = syllable[:cut], syllable[cut:]
        for first, last in product(rules["initials"].get(head, [head]), [rest, *rules["finals"].get(rest, [])]):
            found |= pinyin(first + last)
    return frozenset(found)


def mandarin(words: Words) -> tuple[Options, ...]:
    """The ways to read a name as pinyin; a Chinese name has four syllables at most."""
    return tuple(way for way in spelt(words, pinyin) if len(way) <= LONGEST_CHINESE)


# --- Korean ------------------------------------------------------------------------------------------------------


@cache
def _korean() -> Mapping[str, frozenset[str]]:
    """Every spelling of a Korean syllable with what it can be in the Revised Romanization."""
    rules = _rules()["korean"]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for first, vowel, last in product(rules["initials"], rules["vowels"], rules["finals"]):
        spellings = product(rules["initials"][first], rules["vowels"][vowel], rules["finals"][last])
        for parts in spellings:
            found["".join(parts)].add(first + vowel + last)
    return {spelling: frozenset(found[spelling]) for spelling in sorted(found)}


@cache
def korean_syllable(syllable: str) -> frozenset[str]:
    """What a syllable can be in the Revised Romanization ("jung": jung, jeong)."""
    return _korean().get(syllable, frozenset())


@lru_cache(maxsize=4096)
def korean(words: Words) -> tuple[Options, ...]:
    """The ways to read a name as Korean: a surname, first or last, and one or two syllables; or one word alone."""
    if len(words) == 1:
        return tuple(way for way in spelt(words, korean_syllable) if 2 <= len(way) <= 3)
    surnames = _rules()["korean"]["surnames"]
    ways = []
    for turned in orders(words):
        if turned[0] in surnames:
            ways += [(frozenset(surnames[turned[0]]), *w) for w in spelt(turned[1:], korean_syllable) if len(w) <= 2]
    return tuple(way for way in ways if 2 <= len(way) <= 3)


# --- Japanese ----------------------------------------------------------------------------------------------------

_KUNREI = (
    (r"ou|oo|oh(?=[^aeiouy]|$)", "o"),
    (r"uu", "u"),
    (r"tch|cch", "tch"),
    (r"jy", "j"),
    (r"sh(?=i)", "s"),
    (r"sh", "sy"),
    (r"ch(?=i)", "t"),
    (r"ch", "ty"),
    (r"ts(?=u)", "t"),
    (r"j(?=i)", "z"),
    (r"j", "zy"),
    (r"dz", "z"),
    (r"f(?=u)", "h"),
    (r"m(?=[bpm])", "n"),
    (r"du", "zu"),
    (r"di", "zi"),
)
_MORAS = re.compile(r"(?:(?:[kgsztdnhbpmr]y?|[yw])?[aeiou]|n(?![aeiouy])|[kpst](?=[kpst]))+")


@lru_cache(maxsize=16384)
def japanese(word: str) -> str | None:
    """A Japanese word in Kunrei with its vowels short, whatever system it came in; None where it can't be one."""
    for pattern, letters in _KUNREI:
        word = re.sub(pattern, letters, word)
    return word if _MORAS.fullmatch(word) else None
