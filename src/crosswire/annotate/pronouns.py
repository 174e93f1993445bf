"""Pronouns, only where one person alone can be meant."""

from bisect import bisect_right
from collections.abc import Callable

from crosswire.records import Article, Entity, Mention, Parse, Token
from crosswire.text.names import normalise, word_set
from crosswire.text.syntax import Tree

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_SUBJECT = ("nsubj", "nsubjpass")


def resolve_pronouns(
    article: Article, parse: Parse, tree: Tree, entities: tuple[Entity, ...], mentions: tuple[Mention, ...]
) -> list[Mention]:
    """Mentions for "he" and "she" whose person is safe: the only one named in the same sentence
    before them, else the subject (or the only person) of the sentence before. A person once called
    "he" is never "she" (first use and "Mr."/"Mrs." decide)."""
    people = {e.id for e in entities if e.kind == "person"}
    sex = _known_sex(article, mentions, people, entities)
    by_sentence: dict[int, list[Mention]] = {}
    sentence_of = _sentence_index(parse)
    for mention in mentions:
        if mention.entity in people:
            by_sentence.setdefault(sentence_of(mention.start), []).append(mention)
    found: list[Mention] = []
    last_subject: dict[int, str] = {}
    joined: dict[int, set[str]] = {}
    for i, token in enumerate(parse.tokens):
        word = token.text.lower()
        if token.dep in _SUBJECT:
            named = next(
                (m.entity for m in by_sentence.get(token.sentence, []) if m.start <= token.start < m.end), None
            )
            if named and tree.tokens[token.head].head == token.head:
                last_subject[token.sentence] = named
                joined[token.sentence] = _joined(tree, i, by_sentence.get(token.sentence, []))
        if word not in _HE and word not in _SHE:
            continue
        wanted = "m" if word in _HE else "f"
        entity = _referent(token, wanted, by_sentence, last_subject, joined, sex)
        if entity is None:
            continue
        sex.setdefault(entity, wanted)
        found.append(Mention(token.start, token.end, token.text, entity, "pronoun"))
        by_sentence.setdefault(token.sentence, []).append(found[-1])
        if token.dep in _SUBJECT and token.sentence not in last_subject:
            last_subject[token.sentence] = entity
    return found


def _referent(
    token: Token,
    wanted: str,
    by_sentence: dict[int, list[Mention]],
    last_subject: dict[int, str],
    joined: dict[int, set[str]],
    sex: dict[str, str],
) -> str | None:
    def compatible(mentions: list[Mention]) -> list[str]:
        ids = [m.entity for m in mentions if m.start < token.start and sex.get(m.entity, wanted) == wanted]
        return list(dict.fromkeys(ids))

    here = compatible(by_sentence.get(token.sentence, []))
    if len(here) == 1:
        return here[0]
    if len(here) > 1:
        known = [e for e in here if sex.get(e) == wanted]
        if len(known) == 1:
            return known[0]
        subject = last_subject.get(token.sentence)
        return subject if subject in here else None
    for back in (1, 2):
        before = compatible(by_sentence.get(token.sentence - back, []))
        if len(before) == 1:
            return before[0]
        if before:
            known = [e for e in before if sex.get(e) == wanted]
            subject = last_subject.get(token.sentence - back)
            either = [e for e in before if e in joined.get(token.sentence - back, ()) and sex.get(e, wanted) == wanted]
            if either:
                return None
            if subject in before:
                return subject
            return known[0] if len(known) == 1 else None
    return None


def _joined(tree: Tree, i: int, named: list[Mention]) -> set[str]:
    """The people who share a subject with the one at token i: "Lee and his lawyer, Carl Orr, left"."""
    others = [k for c in tree.children(i, "conj") for k in (c, *tree.children(c, "appos"))]
    return {m.entity for k in others for m in named if m.start <= tree.tokens[k].start < m.end}


def _sentence_index(parse: Parse) -> Callable[[int], int]:
    """From a character offset to the index of its sentence."""
    starts = [s.start for s in parse.sentences]
    return lambda offset: max(0, bisect_right(starts, offset) - 1)


def _known_sex(
    article: Article, mentions: tuple[Mention, ...], people: set[str], entities: tuple[Entity, ...]
) -> dict[str, str]:
    """What forms of address in the text say, and common given names."""
    found: dict[str, str] = {}
    for entity in entities:
        given = normalise(entity.canonical).split()[:1]
        if entity.id in people and given and " " in entity.canonical:
            if given[0] in word_set("given_male"):
                found[entity.id] = "m"
            elif given[0] in word_set("given_female"):
                found[entity.id] = "f"
    for mention in mentions:
        if mention.entity not in people:
            continue
        before = article.text[max(0, mention.start - 12) : mention.start].lower()
        if before.rstrip(" .").endswith((" mr", " sir", " king", " prince", " lord")) or before.rstrip(" .") in (
            "mr",
            "sir",
        ):
            found.setdefault(mention.entity, "m")
        elif before.rstrip(" .").endswith(
            (" mrs", " ms", " miss", " dame", " queen", " princess", " lady")
        ) or before.rstrip(" .") in ("mrs", "ms"):
            found.setdefault(mention.entity, "f")
    return found
