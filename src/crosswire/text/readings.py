"""Names that can be readings of the same characters: a Japanese name read in Chinese, a Chinese one in Japanese.

Most garbled East Asian names in translated news come of this. The table (readings.toml) holds the commonest
characters; a name that it does not cover is simply not joined this way."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from crosswire.text.numerals import table
from crosswire.text.syllables import Options, Words, korean_syllable, meet, orders, pinyin, spelt, wade_giles

_COLUMNS = {"Chinese": 1, "Japanese": 2, "Korean": 3, "Cantonese": 4}
# Inside a Japanese word a reading's first sound is often voiced ("kawa", "Ogawa").
_VOICED = (("k", "g"), ("sh", "j"), ("s", "z"), ("ts", "z"), ("ch", "j"), ("t", "d"), ("h", "b"), ("f", "b"))


@dataclass(frozen=True, slots=True)
class Shared:
    """Two names that can be the same characters: how many, and in which tongues they are read."""

    characters: int
    tongues: tuple[str, str]


@cache
def _long_vowels_short(word: str) -> str:
    return re.sub(r"([ou])u|oo|oh(?=[^aeiouy]|$)", lambda m: m[1] or "o", word)


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    rows = (tuple(cell.strip() for cell in row.split("|")) for row in table("readings.toml")["rows"])
    return tuple((*row, *[""] * (6 - len(row))) for row in rows)


@cache
def _characters(tongue: str) -> Mapping[str, frozenset[str]]:
    """Each reading of a tongue with the characters that have it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in _rows():
        for reading in row[_COLUMNS[tongue]].split():
            found[reading].add(row[0])
            for plain, voiced in _VOICED if tongue == "Japanese" else ():
                if reading.startswith(plain) and not (plain in ("s", "t") and reading[1:2] in ("h", "s")):
                    found[voiced + reading[len(plain) :]].add(row[0])
    return {reading: frozenset(found[reading]) for reading in sorted(found)}


@cache
def _words() -> Mapping[str, tuple[Words, frozenset[str]]]:
    """Each word that is read as a whole: its pinyin and its Japanese readings."""
    rows = (tuple(cell.strip() for cell in row.split("|")) for row in table("readings.toml")["words"])
    return {row[0]: (tuple(row[1].split()), frozenset(row[2].split())) for row in rows}


@cache
def _japanese(reading: str) -> frozenset[str]:
    return _characters("Japanese").get(reading, frozenset())


@cache
def _of_wholes() -> Mapping[str, frozenset[str]]:
    """Each syllable of the words that are read as a whole, with their characters."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for chars, (sounds, _) in _words().items():
        for char, sound in zip(chars, sounds, strict=True):
            found[sound].add(char)
    return {sound: frozenset(found[sound]) for sound in sorted(found)}


def _with_sounds(sounds: frozenset[str]) -> frozenset[str]:
    tables = (_characters("Chinese"), _of_wholes())
    return frozenset[str]().union(*(found.get(s, frozenset()) for s in sorted(sounds) for found in tables))


@cache
def _chinese(syllable: str) -> frozenset[str]:
    return _with_sounds(pinyin(syllable))


@cache
def _older_chinese(syllable: str) -> frozenset[str]:
    return _with_sounds(wade_giles(syllable))


@cache
def _korean(syllable: str) -> frozenset[str]:
    heard = korean_syllable(syllable) | frozenset(table("syllables.toml")["korean"]["surnames"].get(syllable, ()))
    # Surnames drop an r or n that the character has elsewhere ("Lee", "Roh").
    return frozenset[str]().union(*(_characters("Korean").get(s, frozenset()) for s in sorted(heard)))


@cache
def _cantonese(syllable: str) -> frozenset[str]:
    return _characters("Cantonese").get(syllable, frozenset())


_READERS: Mapping[str, Callable[[str], frozenset[str]]] = {
    "Japanese": _japanese,
    "Chinese": _chinese,
    "Chinese in Wade-Giles": _older_chinese,
    "Korean": _korean,
    "Cantonese": _cantonese,
}


@cache
def written(words: Words, tongue: str) -> tuple[Options, ...]:
    """The ways to write a name's syllables in characters, each as the characters that could stand there."""
    if tongue in ("Korean", "Cantonese") and len(words) < 2:
        return ()  # too short to be told from other tongues
    if tongue == "Japanese":
        words = tuple(_long_vowels_short(word) for word in words)
    ways = list(spelt(words, _READERS[tongue]))
    if tongue == "Japanese" and len(words) <= 2:
        ways += _as_whole_words(words)
    return tuple(ways)


def _as_whole_words(words: Words) -> list[Options]:
    """The ways in which at least one word is read as a whole ("Aso")."""
    each = [
        [tuple(frozenset({c}) for c in chars) for chars, (_, readings) in _words().items() if word in readings]
        for word in words
    ]
    ways: list[Options] = [()]
    for word, wholes in zip(words, each, strict=True):
        ways = [(*way, *more) for way in ways for more in (*wholes, *spelt((word,), _japanese))]
    return ways if any(each) else []


@cache
def same_characters(a: Words, b: Words) -> Shared | None:
    """Whether two names can be two readings of the same characters, in two tongues, the surname first or last."""
    best: Shared | None = None
    for one in _READERS:
        for other in _READERS:
            if one.split()[0] == other.split()[0]:
                continue
            turns = [(a, b)]
            if len(a) > 1 < len(b):
                turns += [(a, turned) for turned in orders(b)[1:]] + [(turned, b) for turned in orders(a)[1:]]
            for left, right in turns:
                count = meet(written(left, one), written(right, other))
                if count > (best.characters if best else 0):
                    best = Shared(count, (one, other))
    return best


@cache
def _wholes() -> Mapping[str, frozenset[str]]:
    """Each reading of a word that is read as a whole, with the words."""
    readings = sorted({reading for _, all_readings in _words().values() for reading in all_readings})
    return {reading: frozenset(c for c, (_, every) in _words().items() if reading in every) for reading in readings}


def same_whole(a: str, b: str) -> str | None:
    """The characters that have both words as readings in one tongue ("Suga", "Kan"), where the table holds them."""
    one, other = _wholes().get(_long_vowels_short(a)), _wholes().get(_long_vowels_short(b))
    return min(one & other, default=None) if one and other else None


@cache
def translated(word: str) -> tuple[tuple[str, ...], ...]:
    """The English words that stand for a Japanese or Chinese surname's characters ("Kuroda": black, field)."""
    meanings = {row[0]: row[5] for row in _rows() if row[5]}
    ways: set[tuple[str, ...]] = set()
    for tongue in ("Japanese", "Chinese"):
        for way in written((word,), tongue):
            options = [sorted({meanings[c] for c in chars if c in meanings}) for chars in way]
            ways |= {()} if not all(options) else _each(options)
    return tuple(sorted(ways - {()}))


def _each(options: list[list[str]]) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = {()}
    for meanings in options:
        found = {(*way, meaning) for way in found for meaning in meanings}
    return found


@cache
def first_characters(words: Words) -> tuple[str, ...]:
    """Every character that a name can begin with, in any tongue, the surname first or last."""
    turns = [(turned, tongue) for turned in orders(words) for tongue in _READERS]
    return tuple(sorted({c for turned, tongue in turns for way in written(turned, tongue) for c in way[0]}))


@cache
def begin_alike(a: Words, b: Words) -> bool:
    """Whether two names can begin with the same character, read in two tongues: a sign of one name read wrongly, no
    proof ("Takaichi", "Kaohsiung")."""
    first = {tongue: {c for way in written(a, tongue) for c in way[0]} for tongue in _READERS}
    other = {tongue: {c for way in written(b, tongue) for c in way[0]} for tongue in _READERS}
    return any(first[x] & other[y] for x in _READERS for y in _READERS if x.split()[0] != y.split()[0])
