"""Scripts whose signs are syllables or wear their vowels as marks, in Latin letters: Indic, Thai, Lao, Ethiopic.

Unicode names the signs of these scripts by their sound ("BENGALI VOWEL SIGN UU"), so that no table is needed for most
of them; scripts.toml has the others. Signs of Indic scripts stay apart by a hyphen until a word is whole."""

import re

INDIC = re.compile("[\u0900-\u0dff]")  # Devanagari to Sinhala: consonants with an "a" of their own
_SILENT = re.compile("[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c")  # Thai letters that a sign makes mute
_LEADING = re.compile("([\u0e40-\u0e44\u0ec0-\u0ec4])([\u0e01-\u0e2e\u0e81-\u0eae])")  # vowels before their consonant
_SCRIPTS = "BENGALI|GURMUKHI|GUJARATI|ORIYA|TAMIL|TELUGU|KANNADA|MALAYALAM"
_SIGN = re.compile(rf"(?:{_SCRIPTS}) (LETTER|VOWEL SIGN|SIGN) ?(CHILLU |KHANDA |VOCALIC )?([A-Z]+)$")
_NASAL = re.compile(rf"(?:{_SCRIPTS}) (?:SIGN ANUSVARA|SIGN CANDRABINDU|SIGN BINDI|TIPPI)$")
_LONG = {"aa": "a", "ii": "i", "uu": "u", "ee": "e", "oo": "o"}


def in_order_of_sounds(name: str) -> str:
    """A name with the vowels that Thai and Lao write before a consonant behind it, and without mute letters."""
    return _LEADING.sub(r"\2\1", _SILENT.sub("", name))


def without_own_vowels(letters: str) -> str:
    """An Indic script in Latin letters without the "a" that a consonant has of itself: before the sign of another
    vowel, which opens with a hyphen, and at a word's end after a vowel ("Rahula", "Rajesha")."""
    ended = re.sub(r"(?<=[aeiou])(chh|[bcdgkpst]h|[b-df-hj-np-tv-z])a\b", r"\1", letters)
    return re.sub(r"a?-", "", ended)


def by_its_name(name: str) -> str | None:
    """What a sign of these scripts is in Latin letters, by its name in Unicode; None for other signs."""
    if name.startswith("ETHIOPIC SYLLABLE "):
        return _ethiopic(name.removeprefix("ETHIOPIC SYLLABLE ").lower())
    if _NASAL.match(name):
        return "n"
    found = _SIGN.match(name)
    if not found:
        return "" if re.match(_SCRIPTS, name) else None  # a mark of length or of breath
    kind, special, sound = found[1], found[2] or "", found[3].lower()
    if kind == "SIGN":
        return "-" if sound == "virama" else ""
    if special == "VOCALIC ":
        return "-" * (kind == "VOWEL SIGN") + "ri"
    if sound.strip("aeiou"):
        return _consonant(sound).removesuffix("a" if special else "")
    return "-" * (kind == "VOWEL SIGN") + _LONG.get(sound, sound)


def _consonant(sound: str) -> str:
    """A consonant by its name: those said further back ("TTA") as the others, "CA" and "CHA" as "ch"."""
    sound = {"llla": "zha", "ssa": "sha", "ca": "cha", "yya": "ya"}.get(sound, sound)
    return re.sub(r"^(.)\1+", r"\1", sound)


def _ethiopic(sound: str) -> str:
    """A syllable of the Ethiopic script by its name: the first order is an "e", the sixth no vowel."""
    bare = re.sub("^(?:glottal|pharyngeal) ", "", sound)
    if bare != sound:
        return {"aa": "a", "ee": "e"}.get(bare, bare)
    for end, vowel in (("aa", "a"), ("ee", "e"), ("a", "a" if bare in ("ha", "hha", "xa") else "e"), ("e", "")):
        if bare.endswith(end):
            return re.sub(r"^([b-df-hj-np-tv-z])\1", r"\1", bare.removesuffix(end)).replace("x", "h") + vowel
    return bare
