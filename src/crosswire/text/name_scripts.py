"""A name in a script that leaves out vowels, or that puts foreign names into syllables, against one in Latin letters.

Letter by letter such a name reads "mhmwd" or "beilake"; here each letter or syllable is what English papers may write
for it, and a Latin word has to be one of these, whole."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from crosswire.text.name_garbles import signs_as_letters
from crosswire.text.numerals import table
from crosswire.text.scripts import latin
from crosswire.text.syllables import orders

LETTERS, SYLLABLES = 3, 4  # of a whole name, that are no vowels, at least: fewer fit too much
_ARABIC, _HEBREW = re.compile("[\u0600-\u06ff]"), re.compile("[\u0590-\u05ff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ABUGIDA = re.compile("[\u0900-\u0eff\u1200-\u137f\u1780-\u17ff]")  # Indic scripts, Thai, Lao, Ethiopic and Khmer
_UNWRITTEN = re.compile("[\u0e00-\u0eff\u1780-\u17ff]")  # Thai, Lao and Khmer do not write every vowel
_SYLLABIC = re.compile("[\u3040-\u30ff\uac00-\ud7a3\u4e00-\u9fff]")
_BETWEEN = re.compile(r"[\s・·‧•\-]+")  # words of a name; in syllables a dot stands there ("贝拉克·奥巴马")
_VOWELS = "aeiou"
_ROUGH = str.maketrans("dks", "ttt")  # what syllables of other tongues exchange ("弗拉基米尔" is Vladimir)


@cache
def _rules(name: str) -> Mapping[str, str]:
    return dict(table("name_scripts.toml")[name])


@cache
def _chinese() -> Mapping[str, str]:
    return {character: sound for sound, row in _rules("chinese").items() for character in row}


@lru_cache(maxsize=4096)
def patterns(name: str) -> tuple[re.Pattern[str], ...]:
    """For each word of a name in such a script, what it can be in English papers; nothing where a sign is unknown, or
    where all of it has too few consonants. A foreign name in syllables has its words apart."""
    words = [word for word in _BETWEEN.split(signs_as_letters(name)) if word]
    if _ARABIC.search(name):
        shapes = [_letters(re.sub("^ال(?=..)", "", word), "arabic", "[aeiou]?") for word in _servants(words)]
    elif _HEBREW.search(name):
        shapes = [_letters(word, "hebrew", "[aeiou]{0,2}") for word in words]
    elif _CYRILLIC.search(name):
        shapes = [_letters(re.sub(r"(.)\1+", r"\1", word.lower()), "cyrillic", "") for word in words]
    elif _ABUGIDA.search(name):
        unwritten = "[aeo]?" if _UNWRITTEN.search(name) else ""
        shapes = [_letters(re.sub(r"(.)\1+", r"\1", latin(word).lower()), "abugida", unwritten) for word in words]
    elif _SYLLABIC.search(name) and len(words) > 1:
        shapes = [_syllables(word) for word in words]
    else:
        return ()
    told = sum(letters for _, letters in shapes)
    if told < (SYLLABLES if _SYLLABIC.search(name) else LETTERS) or not all(letters for _, letters in shapes):
        return ()
    return tuple(re.compile(shape) for shape, _ in shapes)


def _servants(words: list[str]) -> list[str]:
    """Arabic words with a servant's name as two ("عبدالله")."""
    return re.sub(r"\bعبدال(?=\w{2})", "عبد ", " ".join(words)).split()


def _letters(word: str, script: str, between: str) -> tuple[str, int]:
    rules = _rules(script)
    units = re.findall("|".join(sorted(map(re.escape, rules), key=len, reverse=True)), word)
    if "".join(units) != word:
        return "", 0
    weak = ("", "o", "i", "e")
    strong = sum(not any(re.fullmatch(rules[unit], vowel) for vowel in weak) for unit in units)
    return between.join(rules[unit] for unit in units) + (between or "e?"), strong


def _syllables(word: str) -> tuple[str, int]:
    """A word of syllables: their consonants, with any vowels between them, "r" and "l" before a consonant left out
    as such scripts leave them out."""
    if all(c in _chinese() for c in word):
        sounds = " ".join(_chinese()[c] for c in word)
    else:
        sounds = re.sub(r"[lr]\s*[lr]|r", "l", latin(re.sub("[ーッっ]", "", word)).lower()).replace(" ", "")
    if not sounds.isascii():
        return "", 0
    sounds = re.sub(rf"ng?(?=\s?n)|g(?<=[{_VOWELS}]ng)(?!\s?[{_VOWELS}])", "", sounds)  # "tang na de" for "Donald"
    sounds = re.sub(r"n(?=\s?[bp])", "ng", sounds)  # before these an "n" can be "m" as well
    found = re.findall(rf"ch|sh|zh|ts|kk|jj|ng(?=\s?[bp])|[b-df-hj-np-tv-z]|[{_VOWELS}]+", sounds)
    rules, loose = _rules("syllables"), rf"[{_VOWELS}yh]*[rlw]?[{_VOWELS}yh]*"
    parts = [rules[sound] for sound in found if sound[0] not in _VOWELS]
    return "v?" + loose + loose.join(parts) + loose, sum(bool(part) and not part.endswith("?") for part in parts)


def spells(found: tuple[re.Pattern[str], ...], words: tuple[str, ...]) -> bool:
    """Whether a name's words in plain Latin letters can be a name of another script, the surname first or last."""
    if not found or len(found) != len(words):
        return False
    once = tuple(re.sub(r"(.)\1+", r"\1", word) for word in words)
    return any(all(p.fullmatch(w) for p, w in zip(found, turn, strict=True)) for turn in orders(once))


@lru_cache(maxsize=16384)
def frames(name: str) -> tuple[str, ...]:
    """Keys under which a name in any script is found with the same name in another: for each word its consonants in
    six classes, without those that scripts leave out; and for all words together in three, as syllables have them."""
    words = _BETWEEN.split(name.lower())
    found = []
    for word in words:
        spelt = "".join(_chinese()[c] if c in _chinese() and len(words) > 1 else latin(c) for c in word).lower()
        found.append(re.sub(r"(.)\1+", r"\1", re.sub(r"[^bdkmsr]", "", _classes(re.sub("ng(?![aeiou])", "n", spelt)))))
    rough = (re.sub(r"(.)\1+", r"\1", frame.replace("r", "").translate(_ROUGH)) for frame in found)
    whole = " ".join(sorted(rough))
    return tuple(frame for frame in (*found, whole) if len(frame) > (1 if frame in found else SYLLABLES))


def _classes(spelt: str) -> str:
    spelt = re.sub("[csz]h|ts|tz|dj|ph", lambda m: {"p": "b"}.get(m[0][0], "s"), re.sub("[kg]h", "k", spelt))
    return spelt.translate(str.maketrans("pfvtgqcxzjnl", "bbbdkkkkssmr"))
