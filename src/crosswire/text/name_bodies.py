"""Names of bodies (firms, offices, outlets) against each other: legal forms, rival spellings, word order, numbers."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from crosswire.text.name_words import known_words
from crosswire.text.names import plain_letters, tidy, word_set
from crosswire.text.numerals import find_numbers, table
from crosswire.text.scripts import latin

LONG = 4  # letters of a word in which one may be wrong, where other words agree; in twice as many, two
_NUMBER = re.compile(r"\d+|[ivx]+$")


@cache
def _spellings() -> tuple[tuple[str, str], ...]:
    """Every phrase with the one that stands for it, the longest first."""
    rows = [*table("same_names.toml")["legal_forms"], *table("same_names.toml")["body_words"]]
    pairs = [(form, row[0]) for row in rows for form in row[1:]]
    return tuple(sorted(pairs, key=lambda p: (-len(p[0]), p)))


@cache
def _forms() -> frozenset[str]:
    return frozenset(row[0] for row in table("same_names.toml")["legal_forms"])


@cache
def _empty() -> frozenset[str]:
    return frozenset(table("same_names.toml")["empty_words"])


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    plain = plain_letters(re.sub(r"\b((?:\w\.){2,})", lambda m: m[1].replace(".", ""), tidy(latin(name))))
    plain = re.sub(r"\bfourty\b", "forty", plain.replace("&", " and "))
    for phrase, stands in _spellings():
        plain = re.sub(rf"\b{re.escape(phrase)}\b", stands, plain)
    for number in reversed(tuple(find_numbers(plain))):
        if number.form == "words" and number.value is not None:
            plain = f"{plain[: number.start]}{number.value:g}{plain[number.end :]}"
    return tuple(_long_form(word) for word in plain.split())


@lru_cache(maxsize=4096)
def _long_form(word: str) -> str:
    """A long legal form that is misspelt ("Aktiengeselschaft"), put right."""
    near = (s for form, s in _spellings() if s in _forms() and len(form) > 12 and OSA.distance(form, word) == 1)
    return next(near, word)


@lru_cache(maxsize=16384)
def is_body(name: str) -> bool:
    """Whether a name is a body's by its words."""
    words = _words(name)
    signs = word_set("organization_words") | word_set("public_words") | _forms()
    return len(words) > 1 and (bool(signs.intersection(words)) or "&" in name)


@lru_cache(maxsize=65536)
def body_match(a: str, b: str) -> tuple[float, str]:
    """How likely two names are one body, and why. A legal form may be missing; another one is another firm."""
    left, right = _words(a), _words(b)
    if left == right:
        return 1.0, "the same words"
    forms = [{w for w in words if w in _forms()} for words in (left, right)]
    loose = set(table("same_names.toml")["loose_forms"])
    if all(forms) and forms[0] - loose != forms[1] - loose and not forms[0] & forms[1]:
        return 0.4, "another legal form"
    one, other = ([w for w in words if w not in _forms() | _empty()] for words in (left, right))
    if not one or not other:
        return 0.3, "no name besides the form"
    if one == other or "".join(one) == "".join(other):
        return 0.97, "the same words, the legal form aside"
    if sorted(one) == sorted(other):
        return 0.93, "the same words in another order"
    return _near(one, other, len(left))


def _near(one: list[str], other: list[str], whole: int) -> tuple[float, str]:
    if len(one) != len(other):
        return 0.7, "one says more"
    wrong = [(x, y) for x, y in zip(one, other, strict=True) if x != y]
    if any(_NUMBER.fullmatch(x) or _NUMBER.fullmatch(y) for x, y in wrong):
        return 0.3, "other numbers"
    if len(wrong) == 1:
        length, slips = max(map(len, wrong[0])), OSA.distance(*wrong[0])
        needed = LONG - 1 if whole > 3 else LONG if len(one) > 1 else LONG + 1
        allowed = 2 if length >= 2 * LONG else 1 if length >= needed else 0
        if slips <= allowed and not set(wrong[0]) <= known_words():
            return 0.88, f"{slips} letter{'s' * (slips > 1)} otherwise"
    return 0.5, "other words"
