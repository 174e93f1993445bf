"""Names of other scripts in Latin letters: enough to hold them against names in English reports."""

import unicodedata
from functools import cache, lru_cache

from crosswire.text.numerals import table

_SYLLABLES, _LAST = 0xAC00, 0xD7A3  # Unicode's Korean syllables: (initial x 21 + vowel) x 28 + final


@lru_cache(maxsize=4096)
def latin(name: str) -> str:
    """A name in Latin letters: Cyrillic, Greek and Arabic letter by letter, Korean and kana by sound, Chinese
    characters in pinyin where the table of readings has them. A name in Latin letters stays as it is."""
    if name.isascii() or all(unicodedata.name(c, "").startswith("LATIN") for c in name if c.isalpha()):
        return name
    return "".join(_letter(c) for c in unicodedata.normalize("NFC", name))


@cache
def _letter(c: str) -> str:
    lower = c.lower()
    letters = table("scripts.toml")["letters"]
    if lower in letters:
        plain = str(letters[lower])
        return plain if c == lower else plain.capitalize()
    if _SYLLABLES <= ord(c) <= _LAST:
        return _hangul(ord(c) - _SYLLABLES) + " "
    if c in _pinyin():
        return _pinyin()[c]
    if c == "・":
        return " "
    words = unicodedata.name(c, "").split(" LETTER ")
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
