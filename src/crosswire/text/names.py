"""Names as strings: their plain form, their parts, and acronyms. How alike two are: text/name_match.py."""

import re
import unicodedata
from functools import cache, lru_cache

from crosswire.text.numerals import table

_HYPHEN = re.compile(r"(?<=\w)\s?[-‑–]\s?(?=\w)")
_POSSESSIVE = re.compile(r"\s?['’`]\s?s?$", re.IGNORECASE)
_MANY_OWN = re.compile(r"(?<=[a-z]s) (['’])(?= [A-Z])")
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,3}$")  # a word that is an abbreviation itself ("U.S.", "UN")
_LANDS = frozenset({("us",), ("uk",), ("united", "states"), ("united", "kingdom")})


@cache
def word_set(key: str) -> frozenset[str]:
    """A list of names.toml for membership tests."""
    return frozenset(table("names.toml")[key])


@lru_cache(maxsize=16384)
def tidy(name: str) -> str:
    """A name as one would print it: breaks of a tokeniser mended ("Kim Jong - un", "Gomes 's",
    "Workers ' Party"), the possessive and surrounding punctuation dropped."""
    name = " ".join(name.replace("\\n", " ").split()).strip(" \"“”'‘’,;:()[]")
    name = _MANY_OWN.sub(r"\1", _HYPHEN.sub("-", name))
    name = _POSSESSIVE.sub("", name)
    return name.strip()


@lru_cache(maxsize=16384)
def normalise(name: str) -> str:
    """The plain form for comparison: lower case, no accents, no dots, no honorific, no possessive."""
    return plain_letters(strip_honorifics(tidy(name)))


def run_together(name: str) -> str:
    """The letters of a name as an address or a handle has them ("deltaherald")."""
    return normalise(name).replace(" ", "")


def plain_letters(text: str) -> str:
    """Words in lower case, without accents, dots and marks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = (
        plain.replace("ø", "o")
        .replace("ł", "l")
        .replace("đ", "d")
        .replace("ß", "ss")
        .replace("æ", "ae")
        .replace("ı", "i")
        .replace("þ", "th")
        .replace("ð", "d")
        .replace("œ", "oe")
    )
    plain = re.sub(r"\.(?=\w\b)|\.", "", plain)
    return re.sub(r"[^\w&]+", " ", plain).strip()


def _bare(word: str) -> str:
    return word.strip(".,").casefold()


@lru_cache(maxsize=8192)
def split_title(name: str) -> tuple[str, str]:
    """A name parted into its leading titles and the rest: ("Prime Minister", "Ann Lee")."""
    tokens = tidy(name).split()
    cut = 0
    while cut < len(tokens) - 1:
        for width in (3, 2, 1):
            phrase = " ".join(_bare(t) for t in tokens[cut : cut + width])
            if cut + width < len(tokens) and (
                phrase in word_set("titles") or (width == 1 and phrase in word_set("honorifics"))
            ):
                cut += width
                break
        else:
            break
    if cut and _bare(tokens[-1]) in word_set("organization_words") | word_set("place_words"):
        return "", " ".join(tokens)  # "General Motors", "Justice Department", "King County"
    return " ".join(tokens[:cut]), " ".join(tokens[cut:])


def strip_honorifics(name: str) -> str:
    """A name without leading titles and trailing "Jr." and the like; a body's number stays ("Ferry Fund II")."""
    tokens = split_title(name)[1].split()
    if len(tokens) > 1 and _bare(tokens[-2]) in word_set("organization_words"):
        return " ".join(tokens)
    while len(tokens) > 1 and _bare(tokens[-1]) in word_set("suffixes"):
        tokens.pop()
    return " ".join(tokens).rstrip(",")


@lru_cache(maxsize=8192)
def surname(name: str) -> str:
    """The part of a person's name that stands alone later: the last word with its particles
    ("de la Cruz"), or the first where a hyphenated given name follows ("Kim Jong-un" is Kim)."""
    tokens = strip_honorifics(name).split()
    if not tokens:
        return ""
    if len(tokens) == 2 and re.fullmatch(r"[A-Z][a-z]+-[a-z]+", tokens[1]):
        return tokens[0]
    if len(tokens) == 3 and tokens[0] in KOREAN_SURNAMES:
        return tokens[0]
    first = len(tokens) - 1
    while first > 1 and _bare(tokens[first - 1]) in word_set("particles"):
        first -= 1
    return " ".join(tokens[first:])


KOREAN_SURNAMES = frozenset(
    {
        "Kim",
        "Moon",
        "Park",
        "Lee",
        "Yoon",
        "Roh",
        "Chung",
        "Choi",
        "Kang",
        "Cho",
        "Ri",
        "Pak",
        "Xi",
        "Hu",
        "Mao",
        "Deng",
        "Wen",
        "Tsai",
        "Chen",
        "Ma",
    }
)


@lru_cache(maxsize=65536)
def is_acronym_of(short: str, full: str) -> bool:
    """Whether ``short`` abbreviates ``full`` by its initials: "NRA" or "N.R.A." for "National Rifle
    Association", small words counted or left out ("DoJ", "UAE"), a number kept ("SMW4"), the land before
    a body counted or left out ("USGS", "CBP" for "U.S. Customs and Border Protection")."""
    letters = re.sub(r"[.\s]", "", tidy(short))
    letters = letters.removesuffix("s") if letters[:-1].isupper() else letters
    signs = sum(c.isupper() or c.isdigit() for c in letters)
    if not (2 <= len(letters) <= 8 and signs >= 2 and re.fullmatch(r"[^\W\d_]+\d*", letters)):
        return False
    numbered = letters[-1].isdigit()
    tokens = re.split(r"[\s\-/]+", tidy(full))
    tokens = [t for t in tokens if t and (t[0].isalpha() or t == "&" or (numbered and t.isdigit()))]
    if tokens and tokens[0].lower() == "the":
        tokens = tokens[1:]
    if _spells(letters.casefold(), tokens):
        return True
    if tokens and tokens[-1] == "Police" and _spells(letters.casefold(), [*tokens, "Department"]):
        return True  # "KPD" for "Kelland Police"
    rest = next((tokens[n:] for n in (1, 2) if tuple(normalise(t) for t in tokens[:n]) in _LANDS), [])
    return len(letters) > 2 and _spells(letters.casefold(), rest)


def _spells(wanted: str, tokens: list[str]) -> bool:
    """Whether letters are the initials of two words or more; a word that is an abbreviation gives all its letters."""
    if len(tokens) < 2:
        return False
    shouted = all(t.isupper() for t in tokens)
    firsts = [_first_letters(t, whole=not shouted) for t in tokens]
    every = "".join(firsts)
    main = "".join(f for f, t in zip(firsts, tokens, strict=True) if t.casefold() not in word_set("acronym_gaps"))
    if firsts[0] == wanted:
        return False  # "NBC", "NBC News"
    cut = not wanted[-1].isdigit() and len(wanted) >= 3 and main.startswith(wanted) and len(main) - len(wanted) == 1
    return wanted in (every, main) or cut


def _first_letters(token: str, whole: bool) -> str:
    if token.isdigit():
        return token
    return re.sub(r"\.", "", token).casefold() if whole and _LETTERS.match(token) else token[0].casefold()
