"""A word of a name as English papers would spell it, whatever land's paper it stands in ("Chruschtschow")."""

import re
from functools import cache, lru_cache
from itertools import product

from crosswire.text.numerals import table

SHORT = 5  # letters of a word that may be read so: in shorter ones every system finds something
MOST = 16  # readings of one word

Rule = tuple[re.Pattern[str], tuple[str, ...]]


@cache
def _systems() -> tuple[tuple[re.Pattern[str], tuple[Rule, ...]], ...]:
    """Each system's signs and its rules: a pattern, and the sounds that it can be."""
    rows = table("name_spellings.toml")["systems"]
    rules = [tuple((re.compile(pattern), tuple(sounds)) for pattern, *sounds in row["rules"]) for row in rows]
    return tuple((re.compile(row["signs"]), each) for row, each in zip(rows, rules, strict=True))


@lru_cache(maxsize=16384)
def english_spellings(word: str) -> tuple[str, ...]:
    """The ways in which English papers may spell a word that stands in the spelling of another tongue; the word
    itself is not among them. Nothing for short words and for those without a sign of any system."""
    if len(word) < SHORT:
        return ()
    found = {way for signs, rules in _systems() if signs.search(word) for way in _ways(word, rules)}
    return tuple(sorted(found - {word}))[:MOST]


def _ways(word: str, rules: tuple[Rule, ...]) -> set[str]:
    ways = {word}
    for pattern, sounds in rules:
        ways = {each for way in ways for each in _replaced(way, pattern, sounds)}
    return ways


def _replaced(word: str, pattern: re.Pattern[str], sounds: tuple[str, ...]) -> set[str]:
    """A word with each place where a pattern stands replaced by one of its sounds, in every way (two places)."""
    if len(sounds) == 1:
        return {pattern.sub(sounds[0], word)}
    parts = pattern.split(word, maxsplit=2)
    choices = product(sounds, repeat=len(parts) - 1)
    return {
        parts[0] + "".join(sound + part for sound, part in zip(chosen, parts[1:], strict=True)) for chosen in choices
    }
