"""Names as strings: their plain form, their parts, acronyms, and how alike two of them are."""

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from crosswire.text.numerals import table

_HYPHEN = re.compile(r"(?<=\w)\s?[-‑–]\s?(?=\w)")
_POSSESSIVE = re.compile(r"\s?['’`]\s?s?$", re.IGNORECASE)


@cache
def word_set(key: str) -> frozenset[str]:
    """A list of names.toml for membership tests."""
    return frozenset(table("names.toml")[key])


@lru_cache(maxsize=16384)
def tidy(name: str) -> str:
    """A name as one would print it: breaks of a tokeniser mended ("Kim Jong - un", "Gomes 's"),
    the possessive and surrounding punctuation dropped."""
    name = " ".join(name.replace("\\n", " ").split()).strip(" \"“”'‘’,;:()[]")
    name = _HYPHEN.sub("-", name)
    name = _POSSESSIVE.sub("", name)
    return name.strip()


@lru_cache(maxsize=16384)
def normalise(name: str) -> str:
    """The plain form for comparison: lower case, no accents, no dots, no honorific, no possessive."""
    plain = unicodedata.normalize("NFKD", strip_honorifics(tidy(name)).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = (
        plain.replace("ø", "o")
        .replace("ł", "l")
        .replace("đ", "d")
        .replace("ß", "ss")
        .replace("æ", "ae")
        .replace("ı", "i")
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
    """A name without leading titles and trailing "Jr." and the like."""
    tokens = split_title(name)[1].split()
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
    Association", small words counted or left out ("DoJ", "UAE")."""
    letters = re.sub(r"[.\s]", "", tidy(short))
    letters = letters.removesuffix("s") if letters[:-1].isupper() else letters
    if not (2 <= len(letters) <= 8 and sum(c.isupper() for c in letters) >= 2 and letters.isalpha()):
        return False
    tokens = [t for t in re.split(r"[\s\-/]+", tidy(full)) if t and (t[0].isalpha() or t == "&")]
    if tokens and tokens[0].lower() == "the":
        tokens = tokens[1:]
    if len(tokens) < 2:
        return False
    every = "".join(t[0] for t in tokens).casefold()
    main = "".join(t[0] for t in tokens if t.casefold() not in word_set("acronym_gaps")).casefold()
    wanted = letters.casefold()
    return wanted in (every, main) or (
        len(wanted) >= 3 and wanted + main[len(wanted) :] == main and len(main) - len(wanted) == 1
    )


_SOUNDS = (
    (r"ph", "f"),
    (r"ck", "k"),
    (r"kh", "k"),
    (r"th", "t"),
    (r"gh", "g"),
    (r"sch", "sh"),
    (r"tch|ch|cz|tsch", "c"),
    (r"sh|sz|š", "s"),
    (r"zh|ž", "z"),
    (r"ts|tz", "c"),
    (r"q", "k"),
    (r"x", "ks"),
    (r"w", "v"),
    (r"dj|dzh", "j"),
    (r"j", "y"),
    (r"ou|oo|u", "o"),
    (r"ee|ie|ei|ey|ay|ai|y|i", "e"),
    (r"c(?=[aouk]|$)", "k"),
    (r"h(?![aeo])", ""),
    (r"(.)\1", r"\1"),
)


@lru_cache(maxsize=16384)
def sound_key(word: str) -> str:
    """A word's rough sound across romanisations: letters that rival spellings exchange are made
    one ("Heydar" and "Heidar", "Mohammed" and "Muhamad"), vowels after the first are dropped."""
    key = word
    for pattern, letter in _SOUNDS:
        key = re.sub(pattern, letter, key)
    return key[:1] + re.sub(r"[aeo]", "", key[1:])


def _sex(given: str) -> str | None:
    """Whether a given name is a man's or a woman's, where it is a common one."""
    return "m" if given in word_set("given_male") else "f" if given in word_set("given_female") else None


@lru_cache(maxsize=65536)
def _word_likeness(a: str, b: str) -> float:
    """How alike two words of names are, 0 to 1: spelling and sound, initials by their letter."""
    if a == b:
        return 1.0
    nicknames = table("names.toml")["nicknames"]
    if nicknames.get(a, a) == nicknames.get(b, b):
        return 0.95
    if _sex(a) is not None and _sex(b) is not None and _sex(a) != _sex(b):
        return 0.3  # "John" and "Jane" are spelled alike and are two people
    if min(len(a), len(b)) == 1:
        return 0.8 if a[0] == b[0] else 0.0
    spelled = Levenshtein.normalized_similarity(a, b)
    winkler = JaroWinkler.similarity(a, b)
    if sound_key(a) == sound_key(b) and len(sound_key(a)) >= 2:
        return max(0.9, spelled)
    heard = Levenshtein.normalized_similarity(sound_key(a), sound_key(b))
    return max(spelled, 0.5 * heard + 0.5 * spelled, winkler - 0.12 if winkler > 0.85 else 0.0)


@lru_cache(maxsize=65536)
def similarity(a: str, b: str) -> float:
    """How likely two names are one name spelled twice, 0 to 1.

    Words are paired in the order that serves best; the worst pair weighs most, so that one
    differing given name keeps two people of a surname apart, while rival spellings of every word
    stay high. A name that is part of the other (surname alone) scores 0.85; an acronym 0.9."""
    left, right = normalise(a), normalise(b)
    if not left or not right:
        return 0.0
    if left == right or left.replace(" ", "") == right.replace(" ", ""):
        return 1.0
    if is_acronym_of(a, b) or is_acronym_of(b, a):
        return 0.9
    short, long = sorted((left.split(), right.split()), key=len)
    if set(short) <= set(long):
        return 0.85 if len(short) > 1 or short[0] in (long[-1], long[0]) else 0.5
    pairs = _pair(short, long)
    worst, mean = min(pairs), sum(pairs) / len(pairs)
    whole = Levenshtein.normalized_similarity("".join(short), "".join(long))
    score = max(0.6 * worst + 0.4 * mean, whole if whole > 0.85 and worst > 0.6 else 0.0)
    # Each word without a partner takes a little off: "John Smith" against "John Peter Smith".
    return max(0.0, score - 0.07 * (len(long) - len(short)) - (0.1 if len(short) == 1 and len(long) > 1 else 0.0))


def _pair(short: list[str], long: list[str]) -> list[float]:
    """The likeness of each word of the shorter name with its best free partner in the longer."""
    ranked = sorted(
        ((_word_likeness(a, b), -abs(i - j), i, j) for i, a in enumerate(short) for j, b in enumerate(long)),
        reverse=True,
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    scores: list[float] = []
    for score, _, i, j in ranked:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            scores.append(score)
    return scores
