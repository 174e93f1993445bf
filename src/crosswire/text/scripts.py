"""Names of other scripts in Latin letters: enough to hold them against names in English reports."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from crosswire.text.abugidas import INDIC, by_its_name, in_order_of_sounds, without_own_vowels
from crosswire.text.numerals import table

_SYLLABLES, _LAST = 0xAC00, 0xD7A3  # Unicode's Korean syllables: (initial x 21 + vowel) x 28 + final


@lru_cache(maxsize=4096)
def latin(name: str) -> str:
    """A name in Latin letters: Cyrillic, Greek, Arabic and other alphabets letter by letter, Korean and kana by
    sound, Chinese characters in pinyin where the table of readings has them. Latin letters stay as they are."""
    if name.isascii() or all(unicodedata.name(c, "").startswith("LATIN") for c in name if c.isalpha()):
        return name
    name = in_order_of_sounds(name)
    name = re.sub("|".join(_together()), lambda m: _cased(_together()[m[0].lower()], m[0]), name, flags=re.IGNORECASE)
    letters = "".join(_letter(c) for c in unicodedata.normalize("NFC", name))
    return without_own_vowels(letters) if INDIC.search(name) else letters


@cache
def _letters() -> Mapping[str, str]:
    rows = table("scripts.toml")["alphabets"]
    pairs = (pair for row in rows for pair in zip(row["letters"].split(), row["latin"].split(), strict=True))
    return {**table("scripts.toml")["letters"], **dict(pairs)}


@cache
def _together() -> Mapping[str, str]:
    return dict(table("scripts.toml")["together"])


def _cased(latin_letters: str, letters: str) -> str:
    return latin_letters if letters == letters.lower() else latin_letters.capitalize()


@cache
def _letter(c: str) -> str:
    base = unicodedata.normalize("NFD", c.lower())[0]  # a Greek letter without its accent
    for letter in (c.lower(), base):
        if letter in _letters():
            sound = _letters()[letter]
            return _cased(sound if sound != "-" or INDIC.match(c) else "", c)
    if _SYLLABLES <= ord(c) <= _LAST:
        return _hangul(ord(c) - _SYLLABLES) + " "
    if c in _pinyin():
        return _pinyin()[c] + " "
    if c in "・·":
        return " "
    name = unicodedata.name(c, "")
    if (sound_of_sign := by_its_name(name)) is not None:
        return sound_of_sign
    words = name.split(" LETTER ")
    return words[1].removeprefix("SMALL ").lower() if words[0] in ("KATAKANA", "HIRAGANA") else c


def _hangul(number: int) -> str:
    parts = table("scripts.toml")["hangul"]
    initial, vowel, final = number // 588, number // 28 % 21, number % 28
    chosen = (parts["initials"].split()[initial], parts["vowels"].split()[vowel], parts["finals"].split()[final])
    return "".join(chosen).replace("-", "")


@cache
def _pinyin() -> dict[str, str]:
    rows = (row.split("|") for row in table("readings.toml")["rows"])
    return {row[0].strip(): row[1].split()[0] for row in rows}
