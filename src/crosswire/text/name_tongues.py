"""Names of bodies in two tongues: each word is put into the notions that it can stand for, and all words of one name
have to be in the other, in any order, for word order differs by tongue ("Banco Central de Osk")."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from crosswire.text.name_garbles import signs_as_letters
from crosswire.text.name_scripts import patterns
from crosswire.text.name_wholes import exonyms
from crosswire.text.name_words import is_known
from crosswire.text.names import plain_letters, tidy
from crosswire.text.numerals import table
from crosswire.text.readings import same_characters
from crosswire.text.scripts import latin
from crosswire.text.sounds import slavic, sound_alike

PHRASE = 5  # words of the longest phrase of the table
FOLDED = 4  # letters of a Slavic word without its ending; shorter ones have to be as they are in the table
SOUND = 5  # letters from which a name of its own may be spelt otherwise
ACROSS = 0.88  # words of a table in another order: as sure as what another script makes of a name
COMPOUND = 9  # letters from which a word can be two
ENGLISH, SLAVIC, GERMAN = "en", "sla", "de"
_EAST = re.compile("[\u3040-\u30ff\uac00-\ud7a3\u4e00-\u9fff]+")
_ARABIC = re.compile("[\u0600-\u06ff]")
_ENDING = re.compile("(?:ogo|oho|ih|iv|ov|ei|im|om|[aeiou]+)$")
_OF_PLACE = re.compile("(.{2,}?)(t?sk)(?:[aeiouy]+|ogo|oho|[iy]kh)$")  # "tulskiy"
_FOLDS = (
    ("shch|sch|shh", "sh"),
    ("kh", "h"),
    ("ts|cz", "c"),
    ("[yij][eo]", "e"),
    ("[yij]a", "a"),
    ("[yij]u", "u"),
    ("[yj]", "i"),
    (r"(.)\1+", r"\1"),
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or phrase of a body's name: what it can stand for in which tongue, or a name of its own. ``forms`` holds
    the legal form that it can be, ``raw`` what stands there in its own script."""

    word: str
    raw: str
    senses: frozenset[tuple[int, str]] = frozenset()
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A body's name word by word; ``foreign`` are the tongues of its words that are not English."""

    tokens: tuple[Token, ...]
    of: bool
    foreign: frozenset[str] = field(default=frozenset())


@cache
def _rows() -> tuple[tuple[Mapping[str, list[str]], bool, bool], ...]:
    """Each notion's words by tongue, whether it names a public body, whether it says what a body does or is of."""
    groups = table("body_tongues.toml")["notions"]
    return tuple((row, group["public"], group.get("quality", False)) for group in groups for row in group["rows"])


@cache
def _senses() -> Mapping[str, frozenset[tuple[int, str]]]:
    """What each word and phrase can stand for: the number of a notion, with a tongue. Countries' adjectives too."""
    found: defaultdict[str, set[tuple[int, str]]] = defaultdict(set)
    adjectives = {row[0]: row[1:] for row in table("nations.toml")["nations"]}
    heads = {row[0] for row in table("body_names.toml")["legal_forms"]}
    for number, (row, _, _) in enumerate(_rows()):
        for tongue, forms in row.items():
            for form in forms:
                if tongue != ENGLISH or form not in heads:
                    found[form].add((number, tongue))
                for adjective in adjectives.get(form, ()) if tongue == ENGLISH else ():
                    found[adjective].add((number, tongue))
    return {form: frozenset(senses) for form, senses in found.items()}


@cache
def _slavic_senses() -> Mapping[str, frozenset[tuple[int, str]]]:
    found: defaultdict[str, set[tuple[int, str]]] = defaultdict(set)
    for number, (row, _, _) in enumerate(_rows()):
        for form in row.get(SLAVIC, ()):
            found[_folded(form.split())].add((number, SLAVIC))
    return {form: frozenset(senses) for form, senses in found.items() if len(form) > FOLDED}


def _folded(words: list[str]) -> str:
    return " ".join(_fold(word) for word in words)


@lru_cache(maxsize=16384)
def _fold(word: str) -> str:
    """A Slavic word in one transliteration, without its ending; a mark stands where one was ("severn-")."""
    for pattern, letters in _FOLDS:
        word = re.sub(pattern, letters, word)
    bare = _ENDING.sub("", word)
    return bare + "-" * (bare != word)


@cache
def _legal() -> Mapping[str, tuple[str, ...]]:
    rows = table("body_names.toml")["legal_forms"]
    forms = {form: tuple(row[0].split()) for row in rows for form in row}
    notions = {form: (row[ENGLISH][0],) for row, _, _ in _rows() for forms_ in row.values() for form in forms_}
    heads = {head for head in notions.values() if head[0] in ("co", "corp")}
    return {**{form: head for form, head in notions.items() if head in heads}, **forms}


@cache
def _eastern() -> re.Pattern[str]:
    """What East Asian names of bodies hold; a character alone only where it ends the name."""
    forms = sorted((form for form in _senses() if _EAST.fullmatch(form)), key=lambda form: (-len(form), form))
    return re.compile("|".join(form if len(form) > 1 else f"{form}$" for form in forms))


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(table("body_tongues.toml")[key])


@lru_cache(maxsize=8192)
def body(name: str) -> Body:
    """A name as a body's, in any tongue of the table."""
    for form, letters in table("body_names.toml")["native_forms"].items():
        name = name.replace(form, f" {letters} ")
    name = re.sub(r"\b(?:\w\.)+\w(?:\.|\b)", lambda m: m[0].replace(".", "") + " ", tidy(signs_as_letters(name)))
    name = _EAST.sub(lambda m: _eastern().sub(lambda form: f" {form[0]} ", m[0]), name)
    units = list(_units(name))
    tokens = [token for token in _phrases(units) if token.forms or token.senses or token.word not in _list("empty")]
    tongues = [{tongue for _, tongue in token.senses} for token in tokens]
    foreign = frozenset(tongue for each in tongues if ENGLISH not in each for tongue in each)
    of = any(word in _list("of") for word, _ in units)
    return Body(tuple(tokens), of, foreign)


def _units(name: str) -> Iterator[tuple[str, str]]:
    """The words of a name, plain and as they stand."""
    for raw in re.split(r"[^\w&'’№]+", name):
        if _EAST.search(raw):
            yield (raw if raw in _senses() else latin(raw).replace(" ", "").lower()), raw
        elif _ARABIC.search(raw):
            bare = re.sub("^(?:و?ال|لل)(?=..)", "", raw)
            yield next((word for word in (raw, bare) if word in _senses()), latin(bare)), bare
        else:
            for word in plain_letters(latin(raw)).lower().split():
                yield from ((part, part) for part in _parts(word))


@lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...]:
    """A German word put together from two of the table as these two ("Maschinenfabrik")."""
    if len(word) < COMPOUND or word in _senses():
        return (word,)
    cuts = ((word[:i], word[i:]) for i in range(FOLDED, len(word) - FOLDED + 1))
    return next((cut for cut in cuts if all(_is_german(part) for part in cut)), (word,))


def _is_german(word: str) -> bool:
    return any(tongue == GERMAN for _, tongue in _senses().get(word, ()))


def _phrases(units: list[tuple[str, str]]) -> Iterator[Token]:
    """A name's words as tokens, the longest phrases of the tables first."""
    place = 0
    while place < len(units):
        for length in range(min(PHRASE, len(units) - place), 0, -1):
            words = [word for word, _ in units[place : place + length]]
            phrase = " ".join(words)
            senses = _senses().get(phrase) or _slavic_senses().get(_folded(words), frozenset())
            if senses or phrase in _legal() or length == 1:
                yield Token(phrase, units[place][1], senses, _legal().get(phrase, ()))
                place += length
                break


def across_tongues(a: str, b: str) -> tuple[float, str] | None:
    """How likely two names of bodies are one in two tongues, and why; nothing where neither has a foreign word, or
    where a word of one is not in the other. Symmetric."""
    left, right = body(a), body(b)
    if left.foreign == right.foreign or not left.tokens or not right.tokens:
        return None
    pairs = _paired(left.tokens, right.tokens)
    if pairs is None or not _enough(pairs, left, right):
        return None
    return ACROSS, "the same words in another tongue"


@cache
def kinds() -> frozenset[str]:
    """Words of what bodies are, in any tongue ("plant", "sharika")."""
    words = (form for row, _, quality in _rows() if not quality for forms in row.values() for form in forms)
    return frozenset(form for form in words if len(form) >= FOLDED)


@lru_cache(maxsize=16384)
def notion_keys(name: str) -> tuple[str, ...]:
    """Keys under which a body's name is found with the same name in another tongue: what it does, or where it says
    nothing of that, every notion of it."""
    found = sorted({number for token in body(name).tokens for number, _ in token.senses})
    telling = [
        number for number in found if _rows()[number][2] and _rows()[number][0][ENGLISH][0] not in _list("common")
    ]
    return tuple(f"notion {number}" for number in telling or found)


def _paired(left: tuple[Token, ...], right: tuple[Token, ...]) -> list[tuple[Token, Token]] | None:
    """Each word of a name with its like in the other one; legal forms have to agree where both have one."""
    free = list(right)
    alone: list[Token] = []
    pairs: list[tuple[Token, Token]] = []
    for test in (_same_word, _same_notion, _same_name):
        for token in left if test is _same_word else tuple(alone):
            like = next((other for other in free if test(token, other)), None)
            if like is not None:
                free.remove(like)
                pairs.append((token, like))
                alone = [each for each in alone if each is not token]
            elif test is _same_word:
                alone.append(token)
    own, others = ([t for t in tokens if not t.forms] for tokens in (alone, free))
    if own or others:
        if not own or not others or any(t.senses for t in (*own, *others)):
            return None
        if "".join(t.word for t in own) != "".join(t.word for t in others):
            return None
        pairs.append((own[0], others[0]))
    forms = [{form for t in tokens for form in t.forms} for tokens in (left, right)]
    return pairs if not all(forms) or _agree(*forms) else None


def _agree(one: set[str], other: set[str]) -> bool:
    """Whether two names can have these legal forms though they are one body's."""
    return bool(one & other) or any(
        one & set(row) and other & set(row) for row in table("body_tongues.toml")["form_classes"]
    )


def _same_word(a: Token, b: Token) -> bool:
    return a.word == b.word and bool(a.forms) == bool(b.forms)


def _same_notion(a: Token, b: Token) -> bool:
    """Whether two words stand for one notion in two tongues; two words of one tongue are two."""
    return any(x == y and one != other for x, one in a.senses for y, other in b.senses)


def _same_name(a: Token, b: Token) -> bool:
    """Whether two names of places or firms are one: the same sound, a place and what is of it ("Tulskiy", "Tula"),
    another name of the place, readings of the same characters, a name without vowels."""
    if a.senses or b.senses or a.forms or b.forms or any(map(str.isdigit, a.word + b.word)):
        return False
    if _of_place(a.word, b.word) or _of_place(b.word, a.word):
        return True
    row = exonyms().get(a.word)
    if row is not None and row == exonyms().get(b.word):
        return True
    return _same_sound(a.word, b.word) or _other_script(a, b) or _other_script(b, a)


def _of_place(adjective: str, place: str) -> bool:
    found = _OF_PLACE.fullmatch(adjective)
    if not found:
        return False
    stem, rest = found.groups()
    stems = {stem, stem + rest, re.sub("(?<=...)[ei]n$", "", stem)}  # "penzenskiy"
    names = {place, slavic(place), *(form for form in exonyms() if exonyms()[form] == exonyms().get(place, -1))}
    bare = {re.sub("[aoiy]+$|(?<=v)l$", "", name) for name in names if len(name) > 2}
    return bool(stems & bare) or stem + rest in names


def _same_sound(a: str, b: str) -> bool:
    if slavic(a) == slavic(b):
        return True
    return min(len(a), len(b)) >= SOUND and not (is_known(a) and is_known(b)) and a[0] == b[0] and sound_alike(a, b)


def _other_script(a: Token, b: Token) -> bool:
    if _EAST.search(a.raw) and b.word.isascii():
        shared = same_characters(tuple(latin(a.raw).split()), (b.word,))
        return shared is not None and shared.characters == len(a.raw) > 1
    if not _ARABIC.search(a.raw):
        return False
    row = exonyms().get(b.word)
    names = [b.word, *(form for form in exonyms() if exonyms()[form] == row)]
    return any(pattern.fullmatch(name) for pattern in patterns(a.raw) for name in names)


def _enough(pairs: list[tuple[Token, Token]], left: Body, right: Body) -> bool:
    """Whether what two names share tells them from other bodies: a name of its own beside its kind, two words of a
    public body, three words of any. Of two words, "Bank of Osk" is not "Osk Bank"."""
    rows = _rows()
    shared = [{n for n, _ in a.senses} & {n for n, _ in b.senses} for a, b in pairs]
    own = sum(not each for each in shared)
    public = any(rows[n][1] for each in shared for n in each)
    forms = any(t.forms for t in left.tokens) and any(t.forms for t in right.tokens)
    if len(pairs) > 2 or (forms and len(pairs) > 1):
        return True
    if len(pairs) < 2:
        return bool(own) and forms
    place = any(not each or all(rows[n][2] for n in each) for each in shared)
    quality = public and not own
    ordered = _orderless(left, right) or left.of == right.of
    return (quality or ordered) and (bool(own) or public or (left.of and right.of)) and place


def _orderless(left: Body, right: Body) -> bool:
    """Whether the tongue of one name says nothing of the order of its words."""
    foreign = left.foreign | right.foreign
    genitive = foreign == {SLAVIC} and not any(_OF_PLACE.fullmatch(t.word) for t in (*left.tokens, *right.tokens))
    return genitive or bool(foreign & _list("orderless"))
