"""Whether two names are one, with the reason: the same letters, spelling, sound, romanisation or characters.

Pure and deterministic. A score of SAME_NAME or more says that the two can be one name; whether they are one in a
story is for the caller to say, who knows where they stand."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from crosswire.text.name_bodies import body_match, is_body
from crosswire.text.name_folds import folded
from crosswire.text.name_garbles import run_together, scrambled, spelt_out
from crosswire.text.name_scripts import frames, patterns, spells
from crosswire.text.name_tongues import kinds, notion_keys
from crosswire.text.name_wholes import (
    ACRONYM,
    GLUED,
    brief,
    clipped,
    exonyms,
    glued,
    joined_with_slip,
    numeral,
    one_place,
)
from crosswire.text.name_words import Word, given_rows, is_known, known_words, misspelt, word_likeness
from crosswire.text.names import is_acronym_of, normalise, plain_letters, surname, word_set
from crosswire.text.numerals import table
from crosswire.text.readings import first_characters, same_characters, translated
from crosswire.text.scripts import latin
from crosswire.text.sounds import slavic, sound_alike, sound_key
from crosswire.text.syllables import Words, japanese, korean, mandarin, meet, orders, spelt, wade_giles

SAME_NAME = 0.8
SURE = 0.93  # each word the same, or the same in another romanisation
LONG = 6  # letters from which a word that stands alone may be misspelt
SCRAMBLE = 0.82  # letters changed about, or a surname's initial: can be one, too little to join two names by it alone
CAP = 0.6  # two names of one tongue that are spelt rightly in it and differ


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How likely two names are one, 0 to 1, and the reason. ``characters`` says that it rests on readings of the
    same characters in two tongues: what translation does to a name, even within one report."""

    score: float
    reason: str
    characters: bool = False


_GLIDE = re.compile("(?<=[b-df-hj-np-t])y(?=[aeou])")
NOTHING = NameMatch(0.0, "nothing alike")


@lru_cache(maxsize=65536)
def match_names(a: str, b: str) -> NameMatch:
    """Whether two names can be one name, and why: the surest reason that holds.

    Takes names as reports print them, in any script that text/scripts.py reads. Symmetric."""
    left, right = folded(a), folded(b)
    if not left or not right:
        return NOTHING
    if found := _whole(a, b, left, right):
        return found
    if is_body(a) or is_body(b):
        return NameMatch(*body_match(a, b))
    left, right = spelt_out(left, a, right), spelt_out(right, b, left)
    across = spells(patterns(a), right) or spells(patterns(b), left)
    other_script = NameMatch(0.88, "what another script makes of the same name") if across else NOTHING
    people = _people(left, right, a, b)
    if "vowels" in people.reason and (latin(a) != a or latin(b) != b):
        people = NameMatch(min(people.score, CAP), "letters of a script that leaves vowels out")
    unsure = people.score < SURE or ("sound" in people.reason and len(left) > 1)  # "Chen Ming" and "Chen Meng" are two
    if unsure and _two_of_one_tongue(left, right):
        people = NameMatch(min(people.score, CAP), "two names of one tongue, each spelt rightly")
    if people.score < SAME_NAME and scrambled(left, right) and not (_eastern(left) and _eastern(right)):
        changed = set(left) ^ set(right)
        if not changed <= known_words():  # "Roland", "Arnold"
            return NameMatch(SCRAMBLE, "the same letters, changed about")
    if people.score < SAME_NAME and joined_with_slip(a, b) and not _two_of_one_tongue(left, right):
        return NameMatch(SCRAMBLE, "joined or split otherwise, 1 letter otherwise")
    if _eastern(left) and _eastern(right):
        if people.score < SAME_NAME and _glide_lost(left, right):
            return NameMatch(SCRAMBLE, "a Korean syllable without its y")
        return max((people, other_script, *(sign(left, right) for sign in _TONGUES)), key=lambda m: m.score)
    return max(people, _translated(left, right), other_script, key=lambda m: m.score)


def _whole(a: str, b: str, left: Words, right: Words) -> NameMatch | None:
    """What two names tell as a whole, before any word of them is held against another."""
    if numeral(a) and numeral(b) and numeral(a) != numeral(b):
        return NameMatch(0.3, "other numbers")  # "Elizabeth I", "Elizabeth II"
    if left == right and {numeral(a), numeral(b)} & {"Jr", "Sr"} and numeral(a) != numeral(b):
        return NameMatch(0.75, "one name, of father and son")
    if left == right and not is_body(a):
        return NameMatch(1.0, "the same letters")
    joined = "".join(left) == "".join(right) or run_together(a) == run_together(b)
    if run_together(a) == run_together(b)[::-1] and len(run_together(a)) >= LONG:
        return NameMatch(SCRAMBLE, "the same letters, from the last to the first")
    if left != right and (joined or glued(left, right) or glued(right, left)):
        return NameMatch(1.0, "the same letters, joined or split otherwise")
    if (brief(a) and is_acronym_of(a, b)) or (brief(b) and is_acronym_of(b, a)):
        return NameMatch(0.9, "one is the other's initials")
    if clipped(left, right) or clipped(right, left):
        return NameMatch(0.85, "one is put together from the other's beginnings")
    if all(len(words) == 1 and name.isupper() and len(name) <= ACRONYM for words, name in ((left, a), (right, b))):
        return NameMatch(0.3, "two acronyms")
    if one_place(left, right):
        return NameMatch(0.95, "two names of one place")
    return None


@lru_cache(maxsize=65536)
def similarity(a: str, b: str) -> float:
    """How likely two names are one name spelled twice, 0 to 1: the score of match_names()."""
    return match_names(a, b).score


@cache
def _place_starts() -> frozenset[str]:
    return frozenset((*table("same_names.toml")["sides"], *table("same_names.toml")["place_starts"]))


# --- signs from the tongues of East Asia -------------------------------------------------------------------------


@lru_cache(maxsize=16384)
def _eastern(words: Words) -> bool:
    """Whether a name can be read in a tongue of East Asia at all."""
    return bool(first_characters(words) or korean(words) or mandarin(words) or spelt(words, wade_giles))


def _chinese(left: Words, right: Words) -> NameMatch:
    for a, b in ((left, right), (right, left)):
        for turned in orders(a):
            if meet(mandarin(turned), mandarin(b)) >= 2:
                return NameMatch(0.95, "the same Chinese syllables")
            if meet(mandarin(turned), spelt(b, wade_giles)) >= 2:
                return NameMatch(0.92 if not mandarin(b) else 0.85, "one Chinese name in pinyin and in Wade-Giles")
    return NOTHING


def _korean(left: Words, right: Words) -> NameMatch:
    alike = meet(korean(left), korean(right))
    return NameMatch(0.95, "one Korean name in two romanisations") if alike else NOTHING


def _characters(left: Words, right: Words) -> NameMatch:
    if len(left) == len(right) == 1 and is_known(left[0]) and is_known(right[0]):
        return NOTHING  # "Miyagi", "Miyazaki"
    if len(left) > 1 < len(right) and _two_of_one_tongue(left, right):
        return NOTHING
    shared = same_characters(left, right)
    if shared is None:
        return NOTHING
    one, other = shared.tongues
    score = {1: 0.65, 2: 0.88}.get(shared.characters, 0.93)  # one character is a homophone of many
    return NameMatch(score, f"readings of the same {shared.characters} characters, in {one} and in {other}", True)


def _translated(left: Words, right: Words) -> NameMatch:
    """A given name that stays while the surname's characters are put into English words."""
    for a, b in ((left, right), (right, left)):
        for word in a if len(a) == 2 else ():
            rest = tuple(w for w in a if w != word)
            if not any(sorted(rest + meaning) == sorted(b) for meaning in translated(word)):
                continue
            if not set(rest) & (word_set("given_male") | word_set("given_female")):  # "James Wang", "James King"
                return NameMatch(0.85, f"{word.title()} put into English")
    return NOTHING


_TONGUES: tuple[Callable[[Words, Words], NameMatch], ...] = (_chinese, _korean, _characters)


def _glide_lost(left: Words, right: Words) -> bool:
    """Whether two Korean names of three syllables differ in the "y" of one syllable of the given name alone, which is
    as easily lost as it makes another name ("Pong-ryul", "Pyong-ryul")."""
    changed = [(i, a, b) for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b]
    if len(left) != len(right) or len(left) != 3 or len(changed) != 1 or not changed[0][0]:
        return False
    _, a, b = changed[0]
    lost = _GLIDE.sub("", a) == _GLIDE.sub("", b) and len(a) != len(b)
    return lost and bool(korean(left) and korean(right)) and not mandarin(left) and not mandarin(right)


def _two_of_one_tongue(left: Words, right: Words) -> bool:
    """Whether both names are rightly spelt names of one tongue: then one is no misspelling of the other."""
    if len(left) != len(right) and (len(left) == 1 or len(right) == 1):
        return False
    if mandarin(left) and mandarin(right):
        return True
    return len(left) > 1 and bool(korean(left) and korean(right))


# --- people and places -------------------------------------------------------------------------------------------


def _people(left: Words, right: Words, a: str, b: str) -> NameMatch:
    """Names word by word: each word of the shorter one needs its like in the longer; the worst pair weighs most."""
    short, long = sorted((left, right), key=lambda words: (len(words), words))
    if len(short) == 1 and len(long) > 1:
        return _alone(short[0], long, b if long == right else a)
    short, long = sorted(_joined(short, long), key=lambda words: (len(words), words))
    if _initials_clash(short, long):
        return NameMatch(0.4, "other initials")
    pairs = [_at_the_end(pair, short, long) for pair in _pair(short, long)]
    scores = [word.score for word, _, _ in pairs]
    slips = sum("otherwise" in word.reason for word, _, _ in pairs)
    several = len(short) > 2  # three words that agree outweigh what is missing beside them
    score = 0.75 * min(scores) + 0.25 * sum(scores) / len(scores) - 0.02 * max(0, slips - 1)
    order = [j for _, _, j in sorted(pairs, key=lambda p: p[1])]
    turned = order != sorted(order)
    if turned and slips:
        score -= 0.02 if several else 0.05
    free = [w for j, w in enumerate(long) if j not in order]
    if len(long) == 1 and slips and (len(long[0]) < LONG or _longer_by_slips(short[0], long[0])):
        score = min(score, 0.7)  # "Snow", "Snoe"; "Marib", "Maribor"
    if not turned and len(short) > 1 and 1 in (len(short[-1]), len(long[-1])) and short[-1] != long[-1]:
        score = min(score, SCRAMBLE)  # "Ilse B." can be many
    heavy = [w for w in free if len(w) > 1 and w not in _light() and w not in short]
    missing = any(w not in _light() for w in free)
    score = min(score, 0.97) - (0.02 if several else 0.05) * missing - 0.02 * len(heavy)
    known = all(w in known_words() for w in long)
    slip_of_known = bool(slips) and len(long) == 2 and all({short[i], long[j]} & known_words() for _, i, j in pairs)
    if turned and (known or slip_of_known):
        score = min(score, CAP)  # "Hans Friedrich", "Friedrich Hans"; "John Martin", "Martin Johns"
    order = [j for j in order if long[j] not in word_set("particles")]
    kept = sorted(order)
    if turned and "bin" in short and "bin" in long and short.index("bin") == long.index("bin"):
        score = min(score, CAP)  # "Osk bin Ali", "Ali bin Osk"
    if kept and all(order != kept[i:] + kept[:i] for i in range(len(kept))):
        moved = {long[j] for j, k in zip(order, kept, strict=True) if j != k}
        if moved <= known_words() or "bin" in long or _two_of_one_tongue(short, long):
            score = min(score, 0.75)  # "Omar Ali Osk", "Ali Omar Osk": father and son
    noted = "(" in a + b  # "Ilse Bergman (Germany)"
    if free and free[-1] == long[-1] and long[-1] in _branches() and not noted:
        score = min(score, CAP)  # "Banco Osk", "Banco Osk Chile"
    if any(_half_of_double(w, free, x) for w in free for x in (a, b)):
        score -= 0.1  # "Jean-Marie" is not "Marie"
    return NameMatch(max(0.0, score), _reason(pairs, turned, free))


def _longer_by_slips(one: str, other: str) -> bool:
    """Whether a lone word would be another one in which two letters are wrong, and has more or fewer letters."""
    return (
        len(one) != len(other) and min(len(one), len(other)) < GLUED and "letters" in word_likeness(one, other).reason
    )


def _half_of_double(word: str, free: list[str], name: str) -> bool:
    """Whether a word that only one name has is the first half of a double name whose second half both have."""
    found = re.search(rf"(?i)\b{re.escape(word)}-(\w+)", name) if len(word) > 3 else None
    return found is not None and plain_letters(found[1]) not in free


@cache
def _branches() -> frozenset[str]:
    """Countries and trades that end the name of a branch and that no person has for a name."""
    words = {*table("same_names.toml")["places"], *table("body_names.toml")["trade_words"]}
    return frozenset(words) - frozenset(table("body_names.toml")["surnames_too"])


@cache
def _light() -> frozenset[str]:
    """Words that one form of a name may have more at no cost."""
    return word_set("particles") | word_set("honorifics") | word_set("suffixes")


def _joined(short: Words, long: Words) -> tuple[Words, Words]:
    """Two words of one name that the other writes as one ("Ahmadi-Nejad") or as two initials ("JD")."""
    for one, other in ((short, long), (long, short)):
        strange = [word for word in one if word not in other]
        syllables = _two_of_one_tongue(one, other)  # "Su" is not "S. U."
        for i in range(len(other) - 1) if strange and len(other) > 2 else ():
            glued, initials = other[i] + other[i + 1], other[i][0] + other[i + 1][0]
            for word in strange:
                near = len(word) > 4 and abs(len(word) - len(glued)) <= 2 and sound_alike(word, glued)
                if (near and len(one) > 1 and word[0] == glued[0]) or word in (glued, "" if syllables else initials):
                    merged = (*other[:i], word, *other[i + 2 :])
                    return (one, merged) if other is long else (merged, one)
    return short, long


def _reason(pairs: list[tuple[Word, int, int]], turned: bool, free: list[str]) -> str:
    reasons = list(dict.fromkeys(word.reason for word, _, _ in pairs if word.reason != "the same"))
    reasons += ["in another order"] * turned + [f"without {' '.join(w.title() for w in free)}"] * bool(free)
    return ", ".join(reasons) or "the same words"


def _alone(word: str, long: Words, full: str) -> NameMatch:
    """One word against a full name: the surname can stand for its bearer, a given name or a place's hardly."""
    last = normalise(surname(full)).split()
    if _place_starts().intersection(long[:-1]):
        return NameMatch(0.4, "a place named after another")  # "New Kelland"
    if [word] == last or (last and word_likeness(word, last[-1]).score >= 0.9):
        return NameMatch(0.75, "the surname alone")  # a family's: whether one person's alone, the story tells
    if word in long:
        return NameMatch(0.5, "one word of the name")
    best = max(word_likeness(word, w).score for w in long)
    return NameMatch(0.5 * best, "like one word of the name")


def _initials_clash(short: Words, long: Words) -> bool:
    """Whether both names hold initials and neither has all of the other's ("George W." and "George H. W.")."""
    one, other = ([w for w in words if len(w) == 1] for words in (short, long))
    full = {w[0] for w in (*short, *long) if len(w) > 1}
    return bool(one) and bool(other) and sorted(one) != sorted(other) and not (set(one) ^ set(other)) <= full


def _pair(short: Words, long: Words) -> list[tuple[Word, int, int]]:
    """Each word of the shorter name with its best free partner in the longer: likeness and both places."""
    ranked = sorted(
        ((word_likeness(a, b), i, j) for i, a in enumerate(short) for j, b in enumerate(long)),
        key=lambda p: (-p[0].score, abs(p[1] - p[2]), p[1], p[2]),
    )
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for word, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((word, i, j))
    return pairs


def _at_the_end(pair: tuple[Word, int, int], short: Words, long: Words) -> tuple[Word, int, int]:
    """A pair of words; of two last words that look like a man's and a woman's name, what they are as surnames."""
    word, i, j = pair
    ends = len(short) > 1 and (i, j) == (len(short) - 1, len(long) - 1) and "woman" in word.reason
    if ends and _of_one_sex({*short} & {*long}):
        return Word(SCRAMBLE, "a man's and a woman's form beside one given name"), i, j
    return (ends and misspelt(short[i], long[j])) or word, i, j


def _of_one_sex(words: set[str]) -> bool:
    """Whether one of these words is a man's or a woman's given name and no other one's ("Irina Belov")."""
    return not words.isdisjoint(word_set("given_male") ^ word_set("given_female"))


# --- which names to match at all ---------------------------------------------------------------------------------


@lru_cache(maxsize=16384)
def name_keys(name: str) -> tuple[str, ...]:
    """Keys such that two names that can be one share at least one: what to compare with what, without all pairs.

    The beginning, the end and the sound of each word (a slip leaves one of them), and for names that read as East
    Asian the characters that they can be written with."""
    words = folded(name)
    whole = "".join(words)
    keys = {f"all {whole}", f"letters {''.join(sorted(whole))}", *(f"frame {frame}" for frame in frames(name))}
    if whole in exonyms():
        keys.add(f"place {exonyms()[whole]}")
    for word in words:
        if len(word) >= 2:
            keys |= {f"begins {word[:3]}", f"ends {word[-3:]}", f"sounds {sound_key(slavic(word))}"}
            keys |= {f"mora {heard}" for heard in [japanese(word)] if heard}
            keys |= {f"given {row}" for row in given_rows(word)}
    for syllable in sorted(s for way in (*korean(words), *mandarin(words), *spelt(words, wade_giles)) for s in way[0]):
        keys.add(f"syllable {syllable}")
    if is_body(name) or not name.isascii() or not kinds().isdisjoint(words):
        keys.update(notion_keys(name))
    for character in first_characters(words):
        keys.add(f"character {character}")
    return tuple(sorted(keys))
