"""Who stands before a pronoun: the people named, by whatever word, and those without a name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.annotate.person_words import is_person, people_words, sex_of
from crosswire.records import Entity, Mention
from crosswire.text.names import normalise, word_set
from crosswire.text.syntax import Tree

SUBJECT = frozenset({"nsubj", "nsubjpass"})
CALLED = frozenset({"name", "call", "identify", "know"})
DOING = SUBJECT | {"dobj"}
BOTH = frozenset(
    "lindsey ashley kelly alex tracy chris sam terry leslie casey taylor jamie jordan robin dana pat kim".split()
)  # given names that women and men bear
DEFINITE = frozenset({"the", "this", "that"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody at token ``at``: ``who`` is an entity's id, or "#" and a token where he has no name; ``sex`` "m", "f"
    or None where nothing tells; ``role`` his place in the clause (a key of the weights)."""

    at: int
    who: str
    sex: str | None
    role: str
    named: bool


def role_of(tree: Tree, i: int) -> str:
    """The place of a token in its clause: "subject" (of a main clause), "inner" (of another), "object",
    "possessor", "owner" (of a main subject), "other"."""
    tokens = tree.tokens
    while tokens[i].dep in ("conj", "appos") and tokens[tokens[i].head].pos in ("NOUN", "PROPN", "PRON"):
        if tokens[i].head == i:
            break
        i = tokens[i].head
    token = tokens[i]
    if token.dep in SUBJECT or (token.dep == "pobj" and tokens[token.head].dep == "agent"):
        verb = token.head if token.dep in SUBJECT else tokens[token.head].head
        while tokens[verb].dep == "conj" and tokens[verb].head != verb:
            verb = tokens[verb].head
        return "subject" if tokens[verb].head == verb else "inner"
    if token.dep in ("dobj", "dative", "iobj"):
        return "object"
    if token.dep == "poss":
        return "owner" if role_of(tree, token.head) == "subject" else "possessor"
    return "other"


def people(
    tree: Tree, entities: Sequence[Entity], mentions: Sequence[Mention], persons: Mapping[str, str | None]
) -> list[Candidate]:
    """Everybody whom a noun or a name of the article means, in text order. ``persons`` are the entities that are
    people, with their sex."""
    kinds = {e.id: e.kind for e in entities}
    at = {m.start: m for m in mentions}
    tied = _tied(tree, mentions, persons)
    found: list[Candidate] = []
    i = 0
    while i < len(tree.tokens):
        token = tree.tokens[i]
        mention = at.get(token.start)
        if mention is not None:
            last = i
            while last + 1 < len(tree.tokens) and tree.tokens[last + 1].start < mention.end:
                last += 1
            head = _head(tree, i, last)
            named = mention.entity in persons
            if named or (tree.tokens[head].dep in DOING and kinds[mention.entity] == "other"):
                found.append(Candidate(head, mention.entity, persons.get(mention.entity), role_of(tree, head), named))
            i = last + 1
            continue
        if _stands_alone(tree, i):
            lemma = token.lemma.lower()
            definite = any(tree.tokens[k].text.lower() in DEFINITE for k in tree.children(i, "det"))
            whose = tied.get(lemma, set()) if definite else set()
            if len(whose) == 1:
                (who,) = whose
                found.append(Candidate(i, who, persons[who], role_of(tree, i), True))
            else:
                who = f"#{lemma}" if not tree.children(i, "poss") else f"#{i}"
                found.append(Candidate(i, who, sex_of(lemma), role_of(tree, i), False))
        i += 1
    return sorted([*found, *_relative(tree, found)], key=lambda c: c.at)


def _relative(tree: Tree, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Whom "who" means: the noun that its clause hangs on, or the name beside that noun."""
    at = {c.at: c for c in found}
    for i, token in enumerate(tree.tokens):
        if token.text.lower() == "who" and token.dep in SUBJECT and tree.tokens[token.head].dep == "relcl":
            noun = tree.tokens[token.head].head
            someone = at.get(noun) or (at.get(tree.tokens[noun].head) if tree.tokens[noun].dep == "appos" else None)
            if someone is not None:
                yield replace(someone, at=i, role="inner")
            elif tree.tokens[noun].tag in ("NN", "NNP"):
                yield Candidate(i, f"#{i}", None, "inner", False)


def _tied(tree: Tree, mentions: Sequence[Mention], persons: Mapping[str, str | None]) -> dict[str, set[str]]:
    """For each noun the people beside whose name it stands ("the actress Ann Lee", "Lee is a nurse")."""
    found: dict[str, set[str]] = {}
    for mention, first, last in _spans(tree, mentions):
        if mention.entity in persons:
            for k in _beside(tree, first, last):
                found.setdefault(tree.tokens[k].lemma.lower(), set()).add(mention.entity)
    return found


def _spans(tree: Tree, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, int, int]]:
    """The mentions with the tokens that they begin and end with."""
    starts = {t.start: i for i, t in enumerate(tree.tokens)}
    for mention in mentions:
        first = last = starts.get(mention.start, -1)
        if first >= 0:
            while last + 1 < len(tree.tokens) and tree.tokens[last + 1].start < mention.end:
                last += 1
            yield mention, first, last


def _head(tree: Tree, first: int, last: int) -> int:
    inside = range(first, last + 1)
    return next((k for k in inside if tree.tokens[k].head not in inside), last)


def _stands_alone(tree: Tree, i: int) -> bool:
    """Whether a noun is one person of whom no name stands beside it."""
    token = tree.tokens[i]
    if token.tag == "NNP" and token.dep in DOING:
        return True
    if token.text.lower() in people_words()["somebody"]:
        return True
    if (
        token.tag != "NN"
        or not is_person(token.lemma.lower())
        or token.dep in ("compound", "amod", "appos", "attr", "nmod")
    ):
        return False
    if token.dep == "pobj" and tree.tokens[token.head].text.lower() == "as":
        return False
    named = [
        n
        for k in tree.children(i, "acl")
        if tree.tokens[k].lemma in CALLED
        for n in tree.children(k, "oprd", "dobj", "prep")
    ]
    return not named and not any(tree.tokens[k].pos == "PROPN" for k in tree.children(i, "appos"))


def known_sex(tree: Tree, entities: Sequence[Entity], mentions: Sequence[Mention]) -> dict[str, str | None]:
    """What common given names, forms of address and nouns beside a name ("the actress Ann Lee", "his wife, Portia")
    tell of the sex of each person of an article; None where they tell nothing, or both."""
    told: dict[str, list[str]] = {e.id: [] for e in entities if e.kind == "person"}
    for entity in entities:
        given = normalise(entity.canonical).split()[:1]
        if entity.id in told and given and " " in entity.canonical and given[0] not in BOTH:
            sex = [s for s in "mf" if given[0] in word_set(f"given_{'male' if s == 'm' else 'female'}")]
            told[entity.id] += sex * 2 if len(sex) == 1 else []
    for mention, first, last in _spans(tree, mentions):
        if mention.entity in told:
            told[mention.entity] += _told_beside(tree, first, last)
    return {who: _one(signs) for who, signs in told.items()}


def _one(signs: list[str]) -> str | None:
    men, women = signs.count("m"), signs.count("f")
    return None if men == women else "m" if men > women else "f"


def _told_beside(tree: Tree, first: int, last: int) -> list[str]:
    tokens, lists = tree.tokens, people_words()
    words = [tokens[k].text.lower() for k in (first - 1, first) if 0 <= k < last]  # not "King" alone
    signs = ["m" for w in words if w in lists["called_male"]] + ["f" for w in words if w in lists["called_female"]]
    return signs * 2 + [s for k in _beside(tree, first, last) if (s := sex_of(tokens[k].lemma.lower()))]


def _beside(tree: Tree, first: int, last: int) -> list[int]:
    """The nouns that tell what somebody is: before his name, in apposition to it, said of him."""
    tokens = tree.tokens
    head = _head(tree, first, last)
    beside = [k for k in tree.children(head, "compound", "appos", "nmod", "amod") if not first <= k <= last]
    if tokens[head].dep == "appos":
        beside.append(tokens[head].head)
    if tokens[head].dep in SUBJECT and tokens[tokens[head].head].lemma == "be":
        beside += tree.children(tokens[head].head, "attr")
    return [k for k in beside if tokens[k].tag == "NN"]
