"""Asking of what a claim puts into a slot: how many, how long, when, where, who."""

import re
from collections.abc import Iterator

from crosswire.reconcile.clause import Clause, sentence
from crosswire.reconcile.inflection import plural
from crosswire.reconcile.phrases import Phrases, table
from crosswire.records import Argument, Claim, Quantity, TimeExpression

Asked = Iterator[tuple[str, float]]
"""Questions without their mark, each with what it costs in readability."""


def when(claim: Claim, time: TimeExpression, phrases: Phrases) -> Asked:
    """When the claim's happening was."""
    clause = Clause(claim, phrases)
    asked = clause.asked("when", _piece(clause, time.start, time.end)) if clause.is_verb else None
    if asked:
        yield asked, 0.0


def where(claim: Claim, place: Argument, phrases: Phrases) -> Asked:
    """Where the claim's happening was."""
    clause = Clause(claim, phrases)
    asked = clause.asked("where", _piece(clause, place.start, place.end)) if clause.is_verb else None
    if asked:
        yield asked, 0.0


def who(claim: Claim, actor: Argument, phrases: Phrases) -> Asked:
    """Who did it."""
    clause = Clause(claim, phrases)
    if not clause.is_verb:
        return
    lead = "who" if personal(actor) else "what"
    if clause.passive:
        done = clause.done_by()
        if done:
            yield sentence(lead, done[:1].lower() + done[1:]), 0.0
        return
    asked = clause.told(lead)
    if asked:
        yield asked, 0.0 if clause.rest() else 1.0


def personal(actor: Argument) -> bool:
    """Whether one asks "who" for an actor: a person, a body of people, or a noun of either."""
    words = table()["people"]
    head = actor.head.lower()
    if head in words["nouns"] or head in words["roles"]:
        return True
    named = actor.entity is not None and actor.text[:1].isupper() and not re.match(r"(?:The|A|An)\s[a-z]", actor.text)
    return named or (head.endswith(tuple(words["suffixes"])) and head not in words["not_suffixes"])


def how_much(claim: Claim, quantity: Quantity, phrases: Phrases, about: str) -> Asked:
    """How many, how long, how much: of the clause where the quantity hangs on its verb, else of
    the noun that it measures."""
    inside = phrases.at(quantity.start, quantity.end)
    tokens = phrases.tokens
    top = next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), None)
    if top is None:
        return
    noun = top
    if tokens[top].dep in ("nummod", "quantmod", "amod", "compound", "npadvmod") and tokens[tokens[top].head].pos in (
        "NOUN",
        "PROPN",
    ):
        noun = tokens[top].head
    if quantity.kind == "count":
        yield from _how_many(claim, quantity, phrases, noun, inside, about)
    else:
        yield from _measured(claim, quantity, phrases, noun, inside)


def _how_many(claim: Claim, quantity: Quantity, phrases: Phrases, noun: int, inside: list[int], about: str) -> Asked:
    things = _things(phrases, noun, inside, quantity, about)
    fate = next((f for f, verbs in table()["fates"].items() if claim.predicate in verbs), None)
    clause = Clause(claim, phrases)
    part, kind = _hanging(clause, noun)
    if fate and kind in ("nsubjpass", "dobj") and (things is None or things == "people"):
        yield f"How many people {fate}", -0.5
        return
    if things is None:
        return
    lead = f"how many {things}"
    asked: str | None = None
    if kind in ("nsubj", "nsubjpass"):
        asked = clause.told(sentence(lead))
    elif kind == "dobj" and part is not None:
        asked = clause.asked(lead, set(phrases.tree.subtree(part)))
    elif kind == "agent":
        done = clause.done_by()
        asked = sentence(lead, done[:1].lower() + done[1:]) if done else None
    elif kind and kind.startswith("prep ") and part is not None:
        asked = clause.asked(f"{kind[5:]} {lead}", set(phrases.tree.subtree(part)))
    if asked:
        yield asked, 0.0
    yield f"How many {things} were there", 1.8


def _things(phrases: Phrases, noun: int, inside: list[int], quantity: Quantity, about: str) -> str | None:
    """The counted things in the plural, with the adjectives between number and noun."""
    token = phrases.tokens[noun]
    if token.pos not in ("NOUN", "PROPN") or token.tag == "CD":
        if quantity.noun or about:
            return plural((quantity.noun or about).lower())
        return "people" if quantity.unit == "person" else None
    lemma = token.lemma.lower() if token.tag in ("NN", "NNS") else (quantity.noun or token.lemma).lower()
    if not re.fullmatch(r"[a-z][a-z-]*", lemma):
        return None
    between = [
        k
        for k in phrases.tree.children(noun, "amod", "compound")
        if k < noun and (k not in inside or phrases.tokens[k].pos in ("NOUN", "ADJ", "PROPN")) and _plain(phrases, k)
    ]
    return " ".join([*(phrases.tokens[k].text for k in between[-2:]), plural(lemma)])


def _plain(phrases: Phrases, k: int) -> bool:
    token = phrases.tokens[k]
    return token.text.isalpha() and token.pos != "NUM" and token.lemma.lower() not in table()["words"]["hedging"]


def _measured(claim: Claim, quantity: Quantity, phrases: Phrases, noun: int, inside: list[int]) -> Asked:
    clause = Clause(claim, phrases)
    lead = table()["leads"].get(quantity.kind, "how much")
    part, kind = _hanging(clause, noun)
    tokens = phrases.tokens
    hollow = tokens[noun].lemma.lower() in table()["hollow"]["nouns"] or noun in inside
    of = _of_what(phrases, noun, quantity)
    if of:
        lead = f"how many {plural(quantity.unit)} of {of}"
    if part is not None and kind and hollow:
        gone = set(phrases.tree.subtree(part))
        if kind in ("dobj", "attr", "npadvmod", "acomp", "advmod", "oprd") or kind in (
            "prep for",
            "prep of",
            "prep at",
        ):
            changed = quantity.kind == "percent" and claim.predicate in table()["words"]["changes"]
            asked = clause.asked("by how much" if changed else lead, gone)
            if asked:
                yield asked, 0.0
        elif kind.startswith("prep "):
            asked = clause.asked(
                f"{kind[5:]} {'how much' if kind == 'prep by' and quantity.kind == 'percent' else lead}", gone
            )
            if asked:
                yield asked, 0.2
    template = table()["measures"].get(quantity.kind)
    if not template:
        return
    thing = _thing(phrases, noun, inside) if not hollow else None
    if thing is None and hollow and quantity.kind in ("magnitude", "length", "duration") and clause.is_verb:
        thing = clause.subject() if clause.copular or claim.predicate in table()["words"]["measuring"] else None
    if thing:
        yield template.rstrip("?").format(thing), 0.3


def _of_what(phrases: Phrases, noun: int, quantity: Quantity) -> str | None:
    """ "Fencing" for "55 miles of fencing"."""
    if (
        quantity.kind not in ("length", "area", "mass", "volume")
        or not quantity.unit.isalpha()
        or len(quantity.unit) < 3
    ):
        return None
    for of in phrases.tree.children(noun, "prep"):
        objects = phrases.tree.children(of, "pobj")
        if phrases.tokens[of].text.lower() == "of" and objects:
            return phrases.noun(objects[0])
    return None


def _thing(phrases: Phrases, noun: int, inside: list[int]) -> str | None:
    """The measured thing with a definite article: "a 20-minute call" gives "the call"."""
    token = phrases.tokens[noun]
    if token.pos not in ("NOUN", "PROPN"):
        return None
    text = phrases.noun(noun, set(inside))
    if not text:
        return None
    text = re.sub(r"^(?:an?|another|one)\s+", "the ", text, flags=re.IGNORECASE)
    bare = token.pos == "NOUN" and not phrases.tree.children(noun, "det", "poss")
    return f"the {text}" if bare else text


def _piece(clause: Clause, start: int, end: int) -> set[int]:
    """The tokens that a question for a span leaves out: its whole phrase under the verb."""
    inside = set(clause.phrases.at(start, end))
    for k in clause.tree.children(clause.i):
        below = set(clause.tree.subtree(k))
        if inside & below and clause.tokens[k].dep in ("prep", "npadvmod", "advmod", "attr", "acomp"):
            return inside | below
    return inside


def _hanging(clause: Clause, noun: int) -> tuple[int | None, str | None]:
    """By which part a noun hangs on the clause's verb, and how ("nsubj", "dobj", "prep for")."""
    token = clause.tokens[noun]
    if not clause.is_verb:
        return None, None
    if token.head == clause.i:
        return noun, token.dep
    above = clause.tokens[token.head]
    if token.dep == "pobj" and above.head == clause.i:
        return token.head, "agent" if above.dep == "agent" else f"prep {above.text.lower()}"
    if noun == clause.subject_head:
        return noun, "nsubjpass" if clause.passive else "nsubj"
    return None, None
