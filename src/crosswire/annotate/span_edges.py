"""What belongs to a name at its edges and what does not: a nationality, an office, a third syllable, a hyphen."""

from crosswire.annotate.citation_media import outlet_in
from crosswire.annotate.person_words import is_person
from crosswire.records import NameKind, Parse
from crosswire.text.names import KOREAN_SURNAMES, normalise, word_set

_PREFIXES = frozenset("trans pan anglo indo sino euro afro al el saint st rolls mercedes coca".split())
_OFFICES = frozenset({"CEO", "CFO", "COO", "CTO", "Chairman", "Chairwoman", "Spokesman", "Spokeswoman", "Spokesperson"})
_BODIES = frozenset(
    "department office ministry agency bureau court committee commission council board assembly authority party".split()
)
_ORDERS = frozenset(
    "build clean count defend demand end fix free feed heal keep mend move protect reclaim rebuild restore rock save"
    " secure stop support teach unite watch".split()
)  # verbs with which bodies call themselves: "Save the Harbor"
_HEADS = frozenset({"chief", "director", "chairman", "chairwoman", "officer", "judge", "manager"})
_LINKS = frozenset({"a", "de", "la", "le", "upon", "sur", "on", "en"})


def opens_with_nationality(parse: Parse, first: int, last: int, kind: NameKind, bearers: frozenset[str]) -> bool:
    """Whether a person's name of two words or more stands behind a nationality ("American Hasim Orr"); what the
    recogniser takes for a body is a person where its last word alone is taken for one."""
    tokens = parse.tokens
    if last - first < 3 or tokens[first].text.lower() not in word_set("nationalities"):
        return False
    return kind == "person" or (kind == "organization" and tokens[last - 1].text in bearers)


def before_open_bracket(parse: Parse, first: int, last: int) -> int:
    """Where a name ends that runs into a bracket which it does not close ("Delta Rescue League (DRL")."""
    texts = [t.text for t in parse.tokens[first:last]]
    return first + texts.index("(") if "(" in texts[1:] and ")" not in texts else last


def behind_office(parse: Parse, first: int, last: int, kind: NameKind) -> tuple[int, NameKind]:
    """Where somebody's name begins, and that it is a person's, in a span that opens with a place and an office
    ("Maren Governor Ines Osk")."""
    for i in range(first + 1, last - 2):
        behind = parse.tokens[i + 1 : last]
        office = parse.tokens[i].text.istitle() and parse.tokens[i].text.lower() in word_set("role_ends") | _HEADS
        words = ("organization_words", "place_words", "role_ends", "titles", "thing_words")
        named = len(behind) <= 3 and all(t.text.istitle() and t.text.isalpha() for t in behind)
        if office and named and not any(t.text.lower() in word_set(key) for t in behind for key in words):
            return i + 1, "person"
    return first, kind


def letters_before_office(parse: Parse, first: int, last: int, kind: NameKind) -> int:
    """Where a body's letters end that the recogniser joined with half of an office ("DRL Harbor" of "the DRL Harbor
    Director")."""
    letters = parse.tokens[first].text
    if kind != "organization" or last - first != 2 or last >= len(parse.tokens):
        return last
    office = parse.tokens[last].text.istitle() and parse.tokens[last].text.lower() in word_set("role_ends") | _HEADS
    short = 3 <= len(letters) <= 5 and letters.isupper() and parse.tokens[first + 1].text.istitle()
    return first + 1 if office and short else last


def is_role(name: str) -> bool:
    """Whether a name is only an office with its place ("Patrol Agent", "City Attorney", "Maren Governor")."""
    words = normalise(name).split()
    given = words[0] in word_set("given_male") or words[0] in word_set("given_female") if words else True
    return len(words) > 1 and not given and words[-1] in word_set("role_ends") | _HEADS


def goes_on(parse: Parse, last: int, name: str) -> bool:
    """Whether a Korean or Chinese name of two words has its third behind it ("Moon Jae In")."""
    parts, token = name.split(), parse.tokens[last]
    return (
        len(parts) == 2
        and parts[0] in KOREAN_SURNAMES
        and len(parts[1]) <= 5
        and token.text.isalpha()
        and token.text.istitle()
        and len(token.text) <= 4
        and token.sentence == parse.tokens[last - 1].sentence
        and token.start - parse.tokens[last - 1].end == 1
        and normalise(parts[1]) not in word_set("given_male") | word_set("given_female")
    )


def given_before(parse: Parse, first: int, last: int, taken: frozenset[int]) -> bool:
    """Whether the recogniser gave only the surname of a name of two words ("Finn" of "Asa Finn"): a capitalised
    word that nothing else claims hangs right before it."""
    if last - first != 1 or not first or parse.tokens[first].text.lower() in word_set("organization_words"):
        return False
    token = parse.tokens[first - 1]
    plain = token.text.lower()
    if token.pos != "PROPN" or not token.text.istitle() or not token.text.isalpha() or token.start in taken:
        return False
    if token.head != first or token.dep != "compound" or len(token.text) < 3 or is_person(plain):
        return False
    before = parse.tokens[first - 2] if first > 1 and parse.tokens[first - 2].sentence == token.sentence else None
    alone = before is None or before.pos not in ("PROPN", "ADJ", "NUM") or before.text in (",", ".")
    words = ("titles", "honorifics", "not_names", "nationalities", "organization_words", "place_words", "role_ends")
    return alone and not any(plain in word_set(key) for key in words)


def surname_behind(parse: Parse, first: int, last: int, taken: frozenset[int]) -> bool:
    """Whether the recogniser gave only the given name of a name of two words ("Tim" of "Tim Mead"): a capitalised word
    that nothing else claims stands right behind it, and it hangs on that."""
    if last - first != 1 or last >= len(parse.tokens):
        return False
    token, behind = parse.tokens[first], parse.tokens[last]
    given = token.text.lower() in word_set("given_male") | word_set("given_female")
    hung = token.head == last and token.dep == "compound" and behind.pos == "PROPN"
    plain = behind.text.istitle() and behind.text.isalpha() and behind.start not in taken
    words = ("organization_words", "place_words", "titles", "honorifics", "not_names", "role_ends", "thing_words")
    return given and hung and plain and not any(behind.text.lower() in word_set(key) for key in words)


def small_behind(parse: Parse, last: int) -> bool:
    """Whether a surname whose first part is written small stands right behind a given name ("Ilse berg-Mann")."""
    words = parse.tokens[last : last + 3]
    if len(words) < 3 or words[1].text != "-" or not words[2].text.istitle():
        return False
    return words[0].pos == words[2].pos == "PROPN" and words[0].text.islower()


def runs_into_person(parse: Parse, first: int, last: int, kind: NameKind, bearers: frozenset[str]) -> bool:
    """Whether the recogniser joined an outlet with the person behind it: "in the Delta Post Orr said"."""
    if kind != "organization" or last - first < 3 or parse.tokens[last - 1].text not in bearers:
        return False
    if parse.tokens[last - 2].text == ",":
        return True  # "in a talk with the Post , Orr said"
    name = " ".join(t.text for t in parse.tokens[first : last - 1]).removeprefix("the ")
    return outlet_in(name) is not None and last < len(parse.tokens) and parse.tokens[last].pos == "VERB"


def follows_office(parse: Parse, first: int, last: int) -> bool:
    """Whether a name's first word is the department of the office before it: "Secretary of the Harbor Ken Salt"."""
    tokens = parse.tokens
    begin = first + (tokens[first].text.lower() == "the")
    link = first - 1 - (tokens[first - 1].text.lower() == "the") if first else -1
    if link < 1 or tokens[link].text.lower() != "of" or last - begin != 3:
        return False
    office = (
        tokens[link - 1].text.lower() in word_set("titles") | word_set("role_ends") and tokens[link - 1].text.istitle()
    )
    return office and tokens[begin + 1].text.lower() in word_set("given_male") | word_set("given_female")


def orders(parse: Parse, first: int, last: int) -> bool:
    """Whether a body's name is an order with its object ("Mend the Harbor")."""
    words = parse.tokens[first:last]
    return words[0].text.lower() in _ORDERS and all(t.text.istitle() for t in (words[0], *words[2:]))


def without_office(parse: Parse, first: int, last: int, kind: NameKind) -> tuple[int, NameKind]:
    """Where a name ends, and of what it is one, without an office behind a body's ("Delta Motors CEO") and without the
    poll that bears its makers' names ("Delta Herald Poll")."""
    end = last
    while end - first > 1 and parse.tokens[end - 1].text in _OFFICES:
        end -= 1
    if end < last:
        return end, "organization" if kind in ("person", "other") else kind
    return (last - 1, "organization") if last - first > 2 and parse.tokens[last - 1].text == "Poll" else (last, kind)


def names_a_body(title: str, name: str, kind: NameKind) -> bool:
    """Whether what looks like a title is a body's first word: "Justice" of "Justice Department", "General" of "General
    Assembly"."""
    words = normalise(name).split()
    if words and words[-1] in word_set("thing_words"):
        return True
    plain = title.lower() in ("justice", "general")
    return kind == "organization" and plain and bool(words) and (words[0] in _BODIES or words[-1] in _BODIES)


def without_role(name: str) -> str:
    """A person's full name without the trade that opens a sentence before it ("Goalkeeper Tim Stroud")."""
    words = name.split()
    given = words[0].lower() in word_set("given_male") | word_set("given_female")
    return " ".join(words[1:]) if len(words) > 2 and not given and is_person(words[0].lower()) else name


def joins_by_hyphen(parse: Parse, j: int) -> bool:
    """Whether a hyphen, or a small word between two, goes on with a name ("Mar-a-Lago", "Trans-Pacific")."""
    tokens = parse.tokens
    if j + 1 >= len(tokens) or j < 1 or tokens[j].sentence != tokens[j - 1].sentence:
        return False
    if tokens[j].text == "-":
        follow = tokens[j + 1].text
        return tokens[j - 1].text.lower() in _PREFIXES or follow in _LINKS or tokens[j - 1].text in _LINKS
    return tokens[j].text in _LINKS and tokens[j - 1].text == "-" and tokens[j + 1].text == "-"
