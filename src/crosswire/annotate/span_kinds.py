"""What kind of thing a name stands for, where the sentence tells it better than the recogniser."""

import re
from bisect import bisect_left
from dataclasses import replace

from crosswire.annotate.attribution_words import words
from crosswire.annotate.name_span import NameSpan
from crosswire.records import NameKind, Parse, Token
from crosswire.text.names import normalise, word_set
from crosswire.text.numerals import table
from crosswire.text.syntax import Tree


def tokens_of(parse: Parse, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of a span, where it has two or more."""
    low = bisect_left(parse.tokens, start, key=lambda t: t.start)
    high = bisect_left(parse.tokens, end, key=lambda t: t.start)
    found = tuple(t for t in parse.tokens[low:high] if t.tag != "POS")
    return found if len(found) > 1 else ()


_WITHIN = frozenset({"in", "near", "across", "outside", "throughout"})


def _stands_in(span: NameSpan, parse: Parse, first: int) -> bool:
    """Whether things are said to be in what a span names, as they are in no person."""
    end = bisect_left([t.start for t in parse.tokens[first : first + 8]], span.end) + first
    if not first < end <= len(parse.tokens):
        return False
    token = parse.tokens[end - 1]
    head = parse.tokens[token.head]
    follows = parse.tokens[end].text if end < len(parse.tokens) else "."
    if token.dep != "pobj" or follows in ("'s", "’s"):
        return False
    return head.lemma in _WITHIN or (head.lemma == "of" and parse.tokens[head.head].lemma in word_set("place_heads"))


def no_nationality(parse: Parse, first: int, last: int, bearers: frozenset[str]) -> NameKind:
    """What a lone word is that the recogniser takes for a people's: a body where it is letters, a person where one of
    that surname is named in full."""
    word = parse.tokens[first].text
    if last - first != 1 or word.lower() in word_set("nationalities"):
        return "nationality"
    if 3 <= len(word) <= 5 and word.isupper():
        return "organization"
    return "person" if word in bearers and not _OF_A_PEOPLE.search(word) else "nationality"


def two_places(parse: Parse, first: int, last: int) -> tuple[int, ...]:
    """The tokens of two places that the recogniser takes for one name: "Osk and Vell" of "the villages of Osk and
    Vell"."""
    tokens = parse.tokens[first:last]
    joined = len(tokens) == 3 and tokens[1].text == "and" and tokens[0].text.istitle() and tokens[2].text.istitle()
    return (first, last - 1) if joined and _behind_places(parse, first) else ()


def _behind_places(parse: Parse, first: int) -> bool:
    """Whether "villages" or "villages of" stands right before a token."""
    before = parse.tokens[first - 1] if first else None
    if before is not None and before.text == "of" and first > 1:
        before = parse.tokens[first - 2]
    return before is not None and before.tag == "NNS" and before.lemma in word_set("place_heads")


def _among_places(parse: Parse, first: int) -> bool:
    """Whether a name of one word is among those that "villages" or "towns of" opens, the first or joined to it."""
    top = parse.tokens[first].head if parse.tokens[first].dep == "conj" else first
    return _behind_places(parse, top) and parse.tokens[top].pos == "PROPN"


def by_syntax(span: NameSpan, parse: Parse, tree: Tree, first: int) -> NameSpan:
    """A name that stands where a place does is a place's, whatever the recogniser says; a capital
    that says or does what only a government can is one ("Tokyo rejected the offer")."""
    if span.kind == "person" and not span.title and _stands_in(span, parse, first):
        return replace(span, kind="place")
    if span.kind in ("person", "organization") and first < len(parse.tokens) and _among_places(parse, first):
        return replace(span, kind="place")
    if span.kind == "organization" and (_is_one_of_two(span, parse, tree, first) or _is_who(span, parse, tree, first)):
        return replace(span, kind="person")
    if span.kind == "place" and _is_bearer(span, parse, first):
        return replace(span, kind="person")
    if span.kind == "organization" and _holds_office(span, parse, tree, first):
        return replace(span, kind="person")
    if span.kind == "nationality" and _names_one(span, parse, tree, first):
        return replace(span, kind="other")
    if (
        span.kind != "place"
        or normalise(span.name) not in table("names.toml")["capitals"]
        or first >= len(parse.tokens)
    ):
        return span
    token = parse.tokens[first]
    head = parse.tokens[token.head]
    if token.dep in ("nsubj", "conj") and head.pos in ("VERB", "AUX", "PROPN"):
        verb = head if head.pos != "PROPN" else parse.tokens[head.head]
        if verb.lemma in word_set("government_acts"):
            return replace(span, kind="organization", government=True)
    if _stands_for_government(parse, tree, first):
        return replace(span, kind="organization", government=True)
    return span


_TOGETHER = frozenset({"speak", "talk", "meet", "marry", "embrace", "argue", "dine", "chat", "kiss", "grow"})


def _is_one_of_two(span: NameSpan, parse: Parse, tree: Tree, first: int) -> bool:
    """Whether what the recogniser takes for a body does with a person what people do together ("Paul Dietz and
    Ivo Salt spoke by telephone")."""
    words = span.name.split()
    if len(words) != 2 or not all(w.istitle() for w in words) or set(normalise(span.name).split()) & _not_borne():
        return False
    last = next((i for i in range(first, min(first + 4, len(parse.tokens))) if parse.tokens[i].end == span.end), None)
    if last is None:
        return False
    people = [e for e in parse.entities if e.label == "PERSON"]
    beside = [parse.tokens[last].head] if parse.tokens[last].dep == "conj" else tree.children(last, "conj")
    for other in beside:
        top = other if parse.tokens[last].dep == "conj" else last
        verb = parse.tokens[top].head
        named = any(e.start <= parse.tokens[other].start < e.end for e in people)
        if named and parse.tokens[top].dep == "nsubj" and parse.tokens[verb].lemma in _TOGETHER:
            return True
    return False


def _is_who(span: NameSpan, parse: Parse, tree: Tree, first: int) -> bool:
    """Whether a "who" behind a name of two or three words tells of a person ("Felipe Calder, who was president")."""
    words = span.name.split()
    if not 2 <= len(words) <= 3 or set(normalise(span.name).split()) & _not_borne():
        return False
    last = next((i for i in range(first, min(first + 5, len(parse.tokens))) if parse.tokens[i].end == span.end), None)
    clauses = tree.children(last, "relcl") if last is not None else []
    return any(parse.tokens[k].text.lower() == "who" for c in clauses for k in tree.children(c, "nsubj", "nsubjpass"))


def _is_bearer(span: NameSpan, parse: Parse, first: int) -> bool:
    """Whether a lone word that the recogniser takes for a place does something, in an article that has a person of that
    surname ("Moreland wrote" beside a Victoria Moreland)."""
    if " " in span.name or first >= len(parse.tokens) or normalise(span.name) in table("names.toml")["capitals"]:
        return False
    token = parse.tokens[first]
    if token.dep != "nsubj" or parse.tokens[token.head].pos != "VERB" or token.end != span.end:
        return False
    spoken = (t.text for e in parse.entities if e.label == "PERSON" for t in tokens_of(parse, e.start, e.end)[-1:])
    return span.name in spoken


def _holds_office(span: NameSpan, parse: Parse, tree: Tree, first: int) -> bool:
    """Whether an office for one person stands beside a name ("Priebus, the chairman of the committee, said")."""
    if set(normalise(span.name).split()) & _not_borne() or span.name.isupper():
        return False
    last = next((i for i in range(first, min(first + 4, len(parse.tokens))) if parse.tokens[i].end == span.end), None)
    beside = tree.children(last, "appos") if last is not None else []
    return any(parse.tokens[k].lemma in words().sources["of_one"] and parse.tokens[k].tag == "NN" for k in beside)


def _not_borne() -> frozenset[str]:
    return word_set("organization_words") | word_set("place_words") | word_set("thing_words")


_OF_A_PEOPLE = re.compile(r"(?:an|ese|ish|ch|ic|i|crat|ist|man|eek|iss|jew|dane|turk|pole|swede)$", re.IGNORECASE)


def _names_one(span: NameSpan, parse: Parse, tree: Tree, i: int) -> bool:
    """Whether a word that the recogniser takes for a people's stands as one name does: a bare singular
    that does or suffers something ("Tanoca left")."""
    if " " in span.name or i >= len(parse.tokens) or _OF_A_PEOPLE.search(span.name):
        return False
    token = parse.tokens[i]
    return token.tag == "NNP" and token.dep in ("nsubj", "nsubjpass", "dobj") and not tree.children(i, "det", "amod")


def _stands_for_government(parse: Parse, tree: Tree, i: int) -> bool:
    """Whether a capital owns what only a state has ("Tokyo's nuclear program") or is one side of what
    states have with each other ("talks with Tokyo", "between Paris and Tokyo")."""
    tokens = parse.tokens
    head = tokens[tokens[i].head]
    if tokens[i].dep == "poss":
        return head.lemma in word_set("state_things")
    while tokens[i].dep == "conj" and tokens[tokens[i].head].pos == "PROPN" and tokens[i].head != i:
        i = tokens[i].head
        head = tokens[tokens[i].head]
    if tokens[i].dep != "pobj" or head.text.lower() not in ("with", "between", "against", "from", "toward", "towards"):
        return False
    over = tokens[head.head]
    both = head.text.lower() == "between" and bool(tree.children(i, "conj"))
    return over.lemma in word_set("state_dealings") and (both or head.text.lower() != "between")
