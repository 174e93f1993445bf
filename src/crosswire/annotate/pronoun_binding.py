"""Whom a pronoun cannot mean by the build of its sentence: its own verb's subject, its own noun."""

from collections.abc import Container
from functools import cache

from crosswire.annotate.person_words import people_words
from crosswire.records import Token
from crosswire.text.syntax import Tree

SUBJECT = frozenset({"nsubj", "nsubjpass"})
RELATIVE = frozenset({"WP", "WDT"})
REACH = 6  # clauses up through which a subject that is left out is looked for


def is_possessive(token: Token) -> bool:
    """Whether a pronoun is one before its noun: "his", and "her" in "her car"."""
    return token.text.lower() == "his" or (token.text.lower() == "her" and (token.tag == "PRP$" or token.dep == "poss"))


def is_reflexive(token: Token) -> bool:
    """Whether a pronoun is "himself" or "herself"."""
    return token.text.lower() in ("himself", "herself")


@cache
def _near() -> frozenset[str]:
    return people_words()["near"]


def subject_of(tree: Tree, verb: int, people: Container[int], depth: int = 0) -> int | None:
    """The token of a verb's subject: its own, or the one understood of an infinitive, a participle, a
    second verb ("knocking him down", "tried to help her"). ``people`` are the tokens that mean somebody: only such an
    object does what an infinitive tells ("asked Lee to help", not "took a chair to pin"). None where none is found."""
    tokens = tree.tokens
    own = tree.children(verb, "nsubj", "nsubjpass", "csubj")
    if own:
        first = own[0]
        if tokens[first].tag in RELATIVE and tokens[verb].dep == "relcl":
            return tokens[verb].head
        return first
    head = tokens[verb].head
    if head == verb or depth >= REACH:
        return None
    if tokens[verb].dep == "acl":
        return head
    if tokens[verb].dep == "pcomp":
        head = tokens[head].head
    if tokens[verb].dep in ("xcomp", "ccomp"):
        told = [k for k in tree.children(head, "dobj") if k in people]
        if told:
            return told[0]
    while tokens[head].pos not in ("VERB", "AUX") and tokens[head].head != head:
        if tokens[head].dep in ("prep", "acomp", "attr", "pcomp", "amod"):
            head = tokens[head].head
        else:
            return None
    return subject_of(tree, head, people, depth + 1) if tokens[head].pos in ("VERB", "AUX") else None


def governor(tree: Tree, i: int) -> int | None:
    """The verb whose object a pronoun is, by itself or behind a preposition; None for a subject, a possessive,
    and where a subject may speak of himself ("took his daughter with him")."""
    tokens = tree.tokens
    token = tokens[i]
    if is_possessive(token):
        return None
    if token.dep in ("dobj", "dative", "iobj", "oprd", "attr"):
        return token.head if tokens[token.head].pos in ("VERB", "AUX") else None
    if token.dep in SUBJECT and token.text.lower() in ("him", "her", "himself", "herself"):
        over = tokens[token.head].head  # "wanted him to go"
        return over if tokens[over].pos in ("VERB", "AUX") and over != token.head else None
    if token.dep == "pobj" and tokens[token.head].dep in ("prep", "agent", "dative"):
        over = tokens[token.head].head
        if tokens[over].pos in ("VERB", "AUX") and tokens[token.head].text.lower() not in _near():
            return over
    return None


def barred(tree: Tree, i: int, people: Container[int]) -> frozenset[int]:
    """The tokens before which a pronoun's sentence does not let it stand: the subject and the other objects of
    the verb whose object it is, and for a possessive its own noun with what stands beside it."""
    tokens = tree.tokens
    found: set[int] = set()
    verb = governor(tree, i)
    if verb is not None:
        subject = subject_of(tree, verb, people)
        found.update(k for k in (subject, *tree.children(verb, "dobj", "dative", "agent")) if k is not None and k != i)
        if subject is not None:
            found.update(tree.children(subject, "conj"))
    if is_possessive(tokens[i]):
        noun = tokens[i].head
        found.add(noun)
        found.update(k for k in tree.children(noun, "appos", "compound", "nmod", "conj"))
        if tokens[noun].dep == "appos":
            found.add(tokens[noun].head)
        if tokens[noun].dep == "attr":
            found.update(tree.children(tokens[noun].head, *SUBJECT))
    return frozenset(found)
