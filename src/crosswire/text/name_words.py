"""One word of a name against one of another: how likely they are one word, and why."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from crosswire.text.name_garbles import scanned
from crosswire.text.numerals import table
from crosswire.text.readings import same_whole
from crosswire.text.sounds import slavic, sound_alike
from crosswire.text.syllables import japanese, korean_syllable, pinyin, wade_giles

# Slips of the pen: so many letters of a word may be wrong, by its length.
SLIPS = ((4, 1), (6, 2), (12, 3))
STEM = 5  # letters besides a surname's ending in which two may be wrong ("Simonov" and "Safonov" are two)
SHORT = 0.02  # four letters of which one is wrong are as often another name ("Hall", "Hill")
OPENING = 0.15  # a slip in the first letter is rare ("Kishida" and "Nishida" are two) unless it sounds nearly the same
_NEAR_SOUNDS = frozenset(map(frozenset, "sz ck bp dt gk vw fv jy gh gj kq cs ie ou".split()))
_BARE = re.compile("[aeiou]")
_VIETNAMESE = re.compile(
    "(?:b|ch?|d|gh?|gi|h|kh?|l|m|n(?:gh?|h)?|ph?|qu|r|s|t[hr]?|v|x)?[aeiouy]{1,3}(?:ch?|m|n[gh]?|p|t)?"
)
_INITIALS = frozenset(map(frozenset, "vw jy iy ey kq".split()))  # of one name as other lands' papers spell it
SURNAME = 8  # letters from which "-o" and "-a" end surnames, which have no woman's form in their tongues
# The share of it in a word of eight letters or more, where little else can be meant ("Nazarbayev", "Mazarbayev"), and
# where one of two is a given name and the other is none ("Harold", "Jarold").
LONG_OPENING = 0.6
BARE = 0.82  # "Vldmr": no name has no vowel, but several names can have these consonants
TINY = 0.8  # a word of three letters with one wrong: enough beside a word that is the same
SAME, NEAR, UNLIKE = 1.0, 0.93, 0.3


@dataclass(frozen=True, slots=True)
class Word:
    """How alike two words are, 0 to 1, and why."""

    score: float
    reason: str


@cache
def _givens() -> Mapping[str, frozenset[int]]:
    """Each form of a given name with the numbers of the rows that hold it: rows of same_names.toml, and each
    nickname of names.toml with its full form."""
    nicknames: Mapping[str, str] = table("names.toml")["nicknames"]
    families = [[full, *(nick for nick in nicknames if nicknames[nick] == full)] for full in set(nicknames.values())]
    heads: defaultdict[str, set[str]] = defaultdict(set)  # rows of one full name are one: "Sasha" is "Oleksandr" too
    for head, *others in (*table("same_names.toml")["given"], *sorted(families)):
        heads[head] |= {head, *others}
    rows = list(heads.values())
    forms = sorted({form for row in rows for form in row})
    return {form: frozenset(n for n, row in enumerate(rows) if form in row) for form in forms}


@cache
def known_words() -> frozenset[str]:
    """Names that are well known as they are, so that two of them are two names."""
    names, same = table("names.toml"), table("same_names.toml")
    words = [*names["given_male"], *names["given_female"], *same["places"], *same["other_given"], *names["capitals"]]
    words += [country.casefold() for country in names["capitals"].values()]
    return frozenset(words) | frozenset(_givens())


@cache
def _known_japanese() -> frozenset[str | None]:
    return frozenset(japanese(word) for word in table("same_names.toml")["japanese"].split())


@cache
def _surnames() -> frozenset[str]:
    return frozenset(table("surnames.toml")["surnames"].split())


def is_surname(word: str) -> bool:
    """Whether a word is one of the common surnames of the table."""
    return word in _surnames()


def is_known(word: str) -> bool:
    """Whether a word is a well-known name as it is spelt."""
    return word in known_words() or japanese(word) in _known_japanese()


def is_given(word: str) -> bool:
    """Whether a word is a form of a given name that has others."""
    return word in _givens()


def given_rows(word: str) -> frozenset[int]:
    """The numbers of the rows of given names that hold a word: two forms of one name share a row."""
    return _givens().get(word, frozenset())


@cache
def one_given(a: str, b: str) -> bool:
    """Whether two words are forms of one given name: a nickname, or the name in another tongue."""
    return bool(given_rows(a) & given_rows(b))


@cache
def _articles() -> frozenset[str]:
    return frozenset(table("same_names.toml")["articles"])


def near_sound(a: str, b: str) -> bool:
    """Whether two letters that open words sound nearly the same."""
    return frozenset((a, b)) in _NEAR_SOUNDS


@lru_cache(maxsize=16384)
def _without_vowels(word: str) -> str:
    return _BARE.sub("", word)


def _is_little(word: str) -> bool:
    return word in _articles() or word == "bin"


@lru_cache(maxsize=65536)
def word_likeness(a: str, b: str) -> Word:
    """How likely two words of names are one. The surest reason counts; two known names are two."""
    if a == b:
        return Word(SAME, "the same")
    if min(len(a), len(b)) == 1:
        same = a[0] == b[0] or frozenset((a[0], b[0])) in _INITIALS
        same = same and ({a[0], b[0]} != {"e", "y"} or {a[:2], b[:2]} & {"ye"} != set() or len(a) == len(b))
        return Word(0.88, "an initial") if same else Word(0.0, "other initials")
    if _articles().issuperset((a, b)):
        return Word(NEAR, "another small word")  # "van der", "van den"
    if one_given(a, b):
        return Word(0.95, "forms of one given name")
    if characters := same_whole(a, b):
        return Word(NEAR, f"readings of {characters}")
    heard, other = japanese(a), japanese(b)
    if heard is not None and heard == other and len(heard) > 2:
        return Word(NEAR, "one Japanese word in two romanisations")
    if is_known(a) and is_known(b):
        return Word(UNLIKE, "two well-known names")
    common = {a, b} <= _surnames()
    spanish = common and a.replace("z", "s") == b.replace("z", "s")  # "Mendes" in Portuguese, "Mendez" in Spanish
    sound = (
        spanish
        or _once(a) == _once(b)
        or scanned(a) == scanned(b)
        or (sound_alike(a, b) and not (_woman_of(a, b) or _woman_of(b, a)))
    )
    if sound and not (common and _said_otherwise(a, b)):
        return Word(NEAR, "the same sound in other letters")
    if common:
        return Word(UNLIKE, "two common surnames")
    return _slip("abdul" if a == "abd" else a, "abdul" if b == "abd" else b)


def _said_otherwise(a: str, b: str) -> bool:
    """Whether two common surnames that nearly sound alike do not: another first vowel ("Barry", "Berry"), or a
    consonant doubled in one alone that makes a vowel short ("Hall", "Hale"; not "Matthews", "Mathews")."""
    a, b = (re.sub("^mac", "mc", word) for word in (a, b))
    first = {(re.findall("[aeiouy]", word) or [""])[0] for word in (a, b)}
    if len(first) > 1 and first != {"o", "u"}:
        return True  # "Scholz" and "Schulz" are one name of old
    single = [re.sub(r"([^aeiouy])\1+", r"\1", word) for word in (a, b)]
    doubled = [word != once for word, once in zip((a, b), single, strict=True)]
    return doubled[0] != doubled[1] and single[0] != single[1]


@lru_cache(maxsize=16384)
def _once(word: str) -> str:
    """A word with every doubled letter once ("uun")."""
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=16384)
def _syllable(word: str) -> bool:
    """Whether a word can be a syllable of a Chinese, Korean, Japanese or Vietnamese name."""
    eastern = pinyin(word) or wade_giles(word) or korean_syllable(word) or japanese(word)
    return bool(eastern or _VIETNAMESE.fullmatch(word))


@cache
def _allowed(length: int) -> int:
    """How many letters of a word of this length may be wrong."""
    return max((slips for letters, slips in SLIPS if length >= letters), default=0)


def _slip(a: str, b: str) -> Word:
    """Two words that differ in a few letters: the more letters they share, the likelier a misspelling."""
    if len(a) != len(b) and min(len(a), len(b)) > 2 and min(a, b, key=len) == _without_vowels(max(a, b, key=len)):
        return Word(BARE, "without its vowels")
    length, wrong = max(len(a), len(b)), OSA.distance(a, b)
    allowed = _allowed(length)
    if length == 3 and wrong == 1 and ((a[0] == b[0] and is_known(a) != is_known(b)) or _is_little(a) != _is_little(b)):
        return Word(TINY, "1 letter otherwise")  # "Joe", "Jne"; "von", "vzn": one is a word of names, the other none
    if length == 3 and wrong == 1 and a[0] == b[0] and min(len(a), len(b)) > 1 and _syllable(a) != _syllable(b):
        return Word(TINY, "1 letter otherwise, which makes no syllable")  # "Wen", "Wqn"
    if wrong > allowed or (wrong > 1 and (_ending_aside(a, b) < STEM or _other_consonants(a, b))):
        return Word((1 - wrong / length) * 0.75, "other letters")
    if _woman_of(a, b) or _woman_of(b, a):
        return Word(0.55, "a man's and a woman's form")
    short = SHORT * (length == min(SLIPS)[0])
    opening = OPENING * (a[0] != b[0] and not near_sound(a[0], b[0]))
    if wrong == 1 and a[:2] == b[1::-1]:
        opening = 0.0  # "Mcaron": no name is another with its first two letters changed about
    cut = min(len(a), len(b)) >= STEM and (a[1:] == b or b[1:] == a)  # its first letter lost
    alone = cut or min(len(a), len(b)) >= SURNAME or (min(len(a), len(b)) > STEM and is_given(a) != is_given(b))
    opening *= LONG_OPENING if wrong == 1 and alone else 1
    return Word(0.96 - 0.5 * wrong / length - opening - short, f"{wrong} letter{'s' * (wrong > 1)} otherwise")


def misspelt(a: str, b: str) -> Word | None:
    """What stands at the end of two names where one ends in "a" and is no woman's form of a surname: only the Slavic
    endings have one ("Orlova"; "Starmera" is misspelt), and no surname in "-o" or in "-i" has ("Castra", "Macra")."""
    short, long = sorted((a, b), key=lambda word: (len(word), word.endswith("a")))
    slavic_end = re.search("(?:[oe][vwy]|ff|[iy]n|[stc]k[iy]*|[iy]y)$", short)
    other_vowel = re.fullmatch("(.*[^kiy])(?:o|i)", short)
    another = other_vowel is not None and long == other_vowel[1] + "a"
    if (long != short + "a" or slavic_end) and not another:
        return None
    return None if is_known(a) or is_known(b) else Word(0.96 - 0.5 / len(long), "1 letter otherwise")


def _other_consonants(a: str, b: str) -> bool:
    """Whether one word has a letter more and another consonant besides: no slip does both ("Turki", "Turabi")."""
    if len(a) == len(b) or _ending_aside(a, b) >= SURNAME:
        return False
    one, other = (re.sub(r"(.)\1+", r"\1", re.sub("[aeiouyw]", "", word)) for word in (a, b))
    two_more = abs(len(a) - len(b)) > 1 and one != other  # "Merk", "Merkel"
    return two_more or OSA.distance(one, other) > abs(len(one) - len(other))


def _ending_aside(a: str, b: str) -> int:
    """The letters of the longer of two words without the ending of surnames that both have."""
    shared = max(
        (len(end) for end in table("same_names.toml")["surname_endings"] if a.endswith(end) and b.endswith(end)),
        default=0,
    )
    return max(len(a), len(b)) - shared


def _woman_of(a: str, b: str) -> bool:
    """Whether the second word is a woman's form of the first ("Gorbachev", "Gorbacheva"; "Angelo", "Angela")."""
    if slavic(a) == slavic(b):
        return False  # "Lukashenko", "Lukashenka"
    if len(a) >= 5 and b.startswith(a) and b[len(a) :] in ("le", "ie", "ina", "ine"):
        return True  # "Daniel", "Danielle"
    if b == a + "e" and a in table("names.toml")["given_male"]:
        return True  # "Simon", "Simone"
    if min(len(a), len(b)) >= SURNAME and a.endswith("o") and b.endswith("a"):
        return False  # "Villanuevo", "Villanueva"
    stem = a.removesuffix("o")
    stem = re.sub(r"(?<=[knlrtd])(?:yy|iy|ii|yi|y|i)$", "", stem)
    return len(stem) >= 4 and b in (stem + "a", stem + "aya", stem + "aia")
