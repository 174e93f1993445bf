"""Names of bodies (firms, offices, outlets) against each other: legal forms, rival spellings, word order, numbers."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from crosswire.text.name_garbles import digits_as_letters, scanned, signs_as_letters
from crosswire.text.name_tongues import ACROSS, across_tongues
from crosswire.text.name_words import is_surname, known_words, near_sound, one_given
from crosswire.text.names import plain_letters, tidy, word_set
from crosswire.text.numerals import find_numbers, table
from crosswire.text.scripts import latin
from crosswire.text.sounds import sound_alike

LONG = 4  # letters of a word in which one may be wrong, where other words agree; in twice as many, two
BRAND = 5  # letters of a word that alone stands for a firm ("Harbortec" for "Harbortec Motor Company")
MENDED = 7  # letters of a word of many bodies that is put right where one is wrong; shorter ones are other names
SHORTER = 6  # the same for a number in words ("Severn" is none) and for a word of a legal form ("Kaisha")
_GROUPS = frozenset({"group", "holdings"})
_NUMBER = re.compile(r"\d+|[ivxl]+$")
_KNOWN_AS = re.compile(  # another name behind a name
    r"[,\s]*\(?\b(?:formerly|d/?b/?a|f/?k/?a|a/?k/?a|t/a|trading as|doing business as|(?:also )?known as)\b.*",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*\(([A-Z]{3,6})\)")  # letters of the name before them ("Osk Steel (OST)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@cache
def _list(key: str) -> frozenset[str]:
    """A list of words of body_names.toml for membership tests."""
    return frozenset(table("body_names.toml")[key])


@cache
def _sides() -> frozenset[str]:
    return frozenset(table("same_names.toml")["sides"])


@cache
def _spellings() -> Mapping[str, str]:
    """Every phrase with the one that stands for it."""
    tables = table("body_names.toml")
    rows = [*tables["legal_forms"], *tables["body_words"], *table("nations.toml")["nations"]]
    return {form: row[0] for row in rows for form in row[1:]}


@cache
def _phrases() -> re.Pattern[str]:
    longest = sorted(_spellings(), key=lambda form: (-len(form), form))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")


@cache
def _trades() -> frozenset[str]:
    """What bodies are and do: words that any of them may have in its name."""
    return word_set("organization_words") | word_set("public_words") | _list("body_signs") | _list("trade_words")


@cache
def _countries() -> frozenset[str]:
    """The words of countries, without the adjectives that stand for them."""
    nations = (row[0] for row in table("nations.toml")["nations"])
    return frozenset((*nations, *(country.casefold() for country in table("names.toml")["capitals"].values())))


@cache
def _forms() -> frozenset[str]:
    """The words of legal forms in their short form."""
    return frozenset(word for row in table("body_names.toml")["legal_forms"] for word in row[0].split())


def _unmarked(name: str) -> str:
    """A name with its signs as letters ("3%" as "3 percent", "People's" as "Peoples"), without ".com"."""
    name = _KNOWN_AS.sub("", name) or name
    name = _BRACKETED.sub(lambda m: "" if _within(m[1].lower(), name[: m.start()].lower()) else m[0], name)
    for form, letters in table("body_names.toml")["native_forms"].items():
        name = name.replace(form, f" {letters} ")
    name = re.sub(
        r"(?<=\w)\.(?:com|net|org)\b",
        "",
        tidy(latin(signs_as_letters(name))).replace("%", " percent").replace("+", " and "),
    )
    return re.sub(r"(?<=\w)['’](?=[dglnrsty]\b)", "", name)  # "People's", "Eng'g"


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    """A body's words, each phrase in the form that stands for it, each number in digits ("Forty-four", "44th")."""
    plain = plain_letters(re.sub(r"\b(?:\w\.)+\w(?:\.|\b)", lambda m: m[0].replace(".", "") + " ", _unmarked(name)))
    plain = re.sub(r"^(?:mv|m v|mts|motor vessel) (?=\w{3})", "", plain)  # a ship's letters
    plain = re.sub(r"\bfourty", "forty", plain.replace("&", " and "))
    plain = re.sub(r"\b(\w{2,5}ty)(?=(?:one|two|three|four|five|six|seven|eight|nine)\b)", r"\1 ", plain)
    plain = re.sub(r"\b(?:no|nr|number) ?(?=\d)", "", plain)  # "Plant No. 5"
    plain = " ".join(_mended(word) for word in plain.split())
    plain = _phrases().sub(lambda m: _spellings()[m[0]], plain)
    for number in reversed(tuple(find_numbers(plain))):
        if number.form in ("words", "ordinal") and number.value is not None:
            plain = f"{plain[: number.start]}{number.value:g}{plain[number.end :]}"
    plain = re.sub(r"\b([2-9])0 ([1-9])\b", r"\1\2", plain)  # "Forty 4"
    words = [_digits(word) for word in digits_as_letters(plain).split()]
    return tuple(word for i, word in enumerate(words) if i == 0 or word != words[i - 1] or word.isdigit())


def _digits(word: str) -> str:
    """A Roman number up to 49 in digits ("xiv", "xliv"); another word as it is."""
    if not re.fullmatch(r"(?:x{0,3}|xl(?=..))(?:ix|iv|v?i{0,3})", word):
        return word
    values = [_ROMAN[letter] for letter in word]
    return str(sum(-v if v < max(values[i:]) else v for i, v in enumerate(values)))


@cache
def _rightly_spelt() -> frozenset[str]:
    """The words that many bodies have, those of their legal forms and of numbers, long enough to be told when they
    are misspelt."""
    numbers = table("numerals.toml")
    counted = {*numbers["small"], *numbers["tens"], *numbers["scales"], *numbers["ordinals"]}
    forms = {word for row in table("body_names.toml")["legal_forms"] for form in row for word in form.split()}
    short = {word for word in counted | forms if len(word) >= SHORTER}
    return frozenset({*short, *(word for word in _right() if len(word) >= MENDED), "group"})


@cache
def _right() -> frozenset[str]:
    """The words that are right as they are: those that many bodies have, long or short, and those of legal forms."""
    return _trades() | _list("empty_words") | {word for form in _spellings() for word in form.split()}


@cache
def _scanned() -> Mapping[str, str]:
    return {scanned(form): form for form in sorted(_rightly_spelt())}


@lru_cache(maxsize=16384)
def _mended(word: str) -> str:
    """A word that many bodies have, put right where it is misspelt ("Aktiengeselschaft", "Corparation"): one letter
    otherwise than one such word, and no such word or name itself."""
    if len(word) < LONG or any(word in words for words in (_rightly_spelt(), _right(), known_words())):
        return word
    if word in _list("not_misspelt"):
        return word
    if scanned(word) != word and (mended := _scanned().get(scanned(word))):
        return mended  # "Cornpany"
    every = _rightly_spelt() | {form for form in _right() if len(form) > LONG}
    near = {form for form in every if _opens_alike(form, word) and OSA.distance(form, word) == 1}
    short = {_spellings().get(form, form) for form in near}  # "Technologie" is near two forms of one word
    return min(near) if len(short) == 1 and near <= _rightly_spelt() else word  # "Macine" is near two words


def _opens_alike(form: str, word: str) -> bool:
    """Whether a misspelt word can be one of these by its first letters: the same, changed about, or of a long word."""
    return form[0] == word[0] or form[:2] == word[1::-1] or min(len(form), len(word)) >= 2 * LONG


@cache
def _signs() -> frozenset[str]:
    """Words that tell a body, in English and in other tongues."""
    own = word_set("organization_words") | word_set("public_words") | _list("body_signs")
    return own | frozenset(table("body_tongues.toml")["signs"])


@lru_cache(maxsize=16384)
def is_body(name: str) -> bool:
    """Whether a name is a body's by its words; a few letters tell a legal form only where one stands ("Se Ri Osk")."""
    words = _words(name)
    signs = _signs()
    if len(words) > 1 and re.search(r"\b\d+(?:st|nd|rd|th)?\b|\d[A-Z][a-z]{3}|\w %|^[IVX]{2,5} [A-Z]", name):
        return True
    if len(words) < 2 or not (signs | _forms()).intersection(words):
        return len(words) > 1 and "&" in name
    long_forms = {word for word in words if len(word) > 3} & _forms()
    return bool(signs.intersection(words) or long_forms) or words[-1] in _forms() or words[0] in _list("front_forms")


@lru_cache(maxsize=65536)
def body_match(a: str, b: str) -> tuple[float, str]:
    """How likely two names are one body, and why: by their words as they stand, or else in two tongues."""
    score, reason = _of_one_tongue(a, b)
    return (score < ACROSS and across_tongues(a, b)) or (score, reason)


def _of_one_tongue(a: str, b: str) -> tuple[float, str]:
    """The same for words as they stand. A legal form may be missing; another one is another firm."""
    left, right = _spelt_out(a, _words(a), _words(b)), _spelt_out(b, _words(b), _words(a))
    if left == right or _garbled_form(left, right):
        return (1.0, "the same words") if left == right else (0.85, "the same words, the legal form misspelt")
    forms = [[w for w in words if w in _forms()] for words in (left, right)]
    if all(forms) and not any(_kindred(x, y) for x in forms[0] for y in forms[1]):
        return 0.4, "another legal form"
    one, other = ([w for w in words if w not in _forms() | _list("empty_words")] for words in (left, right))
    if (left_in := _GROUPS & set(left)) and (right_in := _GROUPS & set(right)) and left_in != right_in:
        return 0.6, "a group and a holding"
    if not one or not other:
        return 0.3, "no name besides the form"
    if one == other and _trades().issuperset(one):
        return 0.5, "no name besides trade and form"
    if one == other or "".join(one) == "".join(other):
        return 0.97, "the same words, the legal form aside"
    if sorted(one) == sorted(other):
        public = word_set("public_words").intersection(one)  # a firm's words have their order
        of_place = len(one) > 2 and ("of" in left) != ("of" in right)  # "Central Bank of Osk", "Osk Central Bank"
        return (0.93 if public else 0.85 if of_place else 0.75), "the same words in another order"
    if _brand_of(left, right) or _brand_of(right, left):
        return 0.85, "the firm's own word alone"
    if _initials_of(one, other) or _initials_of(other, one):
        return 0.88, "the same words, some by their initials"
    return _near(one, other, len(left))


def _spelt_out(name: str, words: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """A body's words, those with a dot as the one word of the other name that begins so ("Harbor Dev. Bank")."""
    if "." not in name:
        return words
    dotted = {plain_letters(word) for word in re.findall(r"\w{3,}(?=\.)", name)}
    fits = {word: [long for long in other if long.startswith(word) and len(long) > len(word)] for word in dotted}
    return tuple(fits[word][0] if len(fits.get(word, ())) == 1 else word for word in words)


def _garbled_form(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names differ in one letter of the legal form alone ("Gmbh", "Gmph"; "PJSC", "PJSCC"), one of them
    being none."""
    wrong = [(x, y) for x, y in zip(left, right, strict=False) if x != y]
    if len(left) != len(right) or len(wrong) != 1 or len(left) < 2:
        return False
    one, other = wrong[0]
    strange, form = (one, other) if other in _forms() else (other, one)
    if strange in _forms() | _right() or form not in _forms():
        return False
    spellings = {form, *(s for s, short in _spellings().items() if short == form and len(s) >= LONG)}
    return any(OSA.distance(strange, spelling) == 1 for spelling in spellings)


def _kindred(a: str, b: str) -> bool:
    """Whether two legal forms are one or translate each other."""
    return a == b or any({a, b} <= set(kin) for kin in table("body_names.toml")["kindred_forms"])


@cache
def _said() -> frozenset[str]:
    """What a firm's own name may leave out: trade, region, legal form."""
    trade = word_set("organization_words") - word_set("public_words") | _list("body_signs")
    return trade | _list("regions") | _list("empty_words") | _forms()


def _brand_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name is a firm's own, and the rest of the longer name says its trade, its region, its form."""
    if len(short) >= len(long) or not _forms().intersection(long[len(short) :]):
        return False
    if len("".join(short)) < BRAND or _said().intersection(short) or set(short) <= known_words():
        return False
    own, rest = long[: len(short)], long[len(short) :]
    return _said().issuperset(rest) and OSA.distance(" ".join(short), " ".join(own)) <= 1


def _singular(word: str) -> str:
    return re.sub("ies$", "y", word) if word.endswith("ies") else word.removesuffix("s")


def _initials_of(short: list[str], long: list[str]) -> bool:
    """Whether a name has the initials where another has the words ("PLA Navy"), all other words the same; or the
    initials of every word ("P&G")."""
    if len(short) == len(long) and "".join(short) == "".join(word[0] for word in long):
        return len(short) > 1 and len("".join(long)) >= 2 * BRAND
    rest = [word for word in short if word not in _countries() and word not in long] if len(short) == 2 else []
    if len(rest) == 1 and rest[0] == "".join(w[0] for w in long) and len(long) > 1:
        return True  # "PLA China"
    for i, word in enumerate(short):
        initials = 2 <= len(word) <= 5 and word == "".join(w[0] for w in long[i : i + len(word)])
        if initials and short[:i] + short[i + 1 :] == long[:i] + long[i + len(word) :]:
            return True
    return False


def _slips(a: str, b: str) -> int:
    """How many letters are wrong between two words, each as it may stand as well ("Dutck Bank", "Bancca Osk")."""
    return min(OSA.distance(x, y) for x in (a, *_as_well(a)) for y in (b, *_as_well(b)))


@cache
def _as_well(word: str) -> tuple[str, ...]:
    """The other spellings of a word that stands for them, and what is of a country."""
    adjectives = next((row[1:] for row in table("nations.toml")["nations"] if row[0] == word), ())
    spelt = (form for form, short in _spellings().items() if short == word and len(form) > LONG and " " not in form)
    return (*adjectives, *spelt)


def _cut_short(a: str, b: str) -> bool:
    """Whether one word is the beginning of the other, which many bodies have ("Petrochem"), or what is left of it
    without its vowels ("Hldngs")."""
    short, long = sorted((a, b), key=len)
    if short in _right() or long not in _right() or short[0] != long[0]:
        return False
    bare = len(short) > 2 and not re.search("[aeiouy]", short) and _within(short, long)
    return bare or (len(short) > LONG and long.startswith(short))


def _within(short: str, long: str) -> bool:
    """Whether the letters of a word stand in another one in this order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def _near(one: list[str], other: list[str], whole: int) -> tuple[float, str]:
    if len(one) != len(other):
        glued, again = "".join(one), "".join(other)
        numbered = any(map(str.isdigit, glued + again))
        if not numbered and min(len(glued), len(again)) >= 2 * BRAND and OSA.distance(glued, again) == 1:
            return 0.85, "joined or split otherwise, 1 letter otherwise"
        return _joined_otherwise(*sorted((one, other), key=len))
    wrong = [(x, y) for x, y in zip(one, other, strict=True) if _singular(x) != _singular(y)]
    if not wrong:
        return 0.93, "one and many"
    if any(_NUMBER.fullmatch(x) or _NUMBER.fullmatch(y) for x, y in wrong):
        return 0.3, "other numbers"
    if len(wrong) == 2 and all(min(map(len, pair)) > LONG and OSA.distance(*pair) == 1 for pair in wrong):
        return 0.85, "1 letter otherwise in two words"
    if len(wrong) == 1 and not any(words.issuperset(wrong[0]) for words in (_sides(), _trades())):
        x, y = wrong[0]
        if len(one) > 1 and _cut_short(x, y):
            return 0.88, "a word cut short"
        if reason := _misspelt(x, y, len(one) > 1, whole):
            return 0.88, reason
    return 0.5, "other words"


def _joined_otherwise(short: list[str], long: list[str]) -> tuple[float, str]:
    """Two names of which one has two words where the other has one, by sound ("Al Nur", "Alnoor")."""
    for i in range(len(long) - 1) if len(long) == len(short) + 1 else ():
        rest = long[:i] + long[i + 2 :] == short[:i] + short[i + 1 :]
        if (
            rest
            and min(len(short[i]), len(long[i]) + len(long[i + 1])) > LONG
            and sound_alike(short[i], long[i] + long[i + 1])
        ):
            return 0.85, "joined or split otherwise, the same sound in other letters"
    return 0.7, "one says more"


def _misspelt(x: str, y: str, several: bool, whole: int) -> str:
    """Why one word of a body can be another spelling of one that the other body has in its place, or nothing."""
    sounded = min(len(x), len(y)) > LONG and sound_alike(x, y)
    if known_words().issuperset((x, y)) and not (sounded and one_given(x, y)):
        return ""
    slips, short = _slips(x, y), min(len(x), len(y))
    needed = LONG - 1 if whole > 3 else LONG if several else LONG + 1
    allowed = 2 if max(len(x), len(y)) >= 2 * LONG else 1 if max(len(x), len(y)) >= needed else 0
    alike = len(x) == len(y) or short < LONG  # "Oil", "Foil"
    near = x[0] == y[0] or x[:2] == y[1::-1] or (short > LONG and near_sound(x[0], y[0]))
    other_word = whole <= 3 and alike and not near and short < 2 * LONG  # "Ministry of Health", "Ministry of Wealth"
    other_word = other_word or any(w in _trades() and is_surname(v) for w, v in ((x, y), (y, x)))  # "Clement"
    sounds = [bool(re.search("[aeiouy]", word)) for word in (x, y)]
    changed_about = short >= LONG and sorted(x) == sorted(y)
    common = any(word in _trades() for word in (x, y))
    letters = (
        any(sounds) if whole > 3 or common else all(sounds) or changed_about
    )  # "LXC" is no word: another is another
    if not letters or other_word:
        return ""
    if sounded:
        return "the same sound in other letters"
    return f"{slips} letter{'s' * (slips > 1)} otherwise" if slips <= max(allowed, changed_about) else ""
