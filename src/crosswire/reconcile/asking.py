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


def who(claim: Claim, actor: Argument, lead: str, phrases: Phrases) -> Asked:
    """Who did it, or to whom or what it was done. ``lead`` is "who" or "what"."""
    clause = Clause(claim, phrases)
    if not clause.is_verb:
        return
    done_to = actor.role != "agent"
    if done_to == clause.passive and not (done_to and actor.role == "recipient"):
        asked = clause.told(lead)
        if asked:
            yield asked, _told_cost(clause, lead)
    elif clause.passive:
        done = clause.done_by()
        if done:
            yield sentence(lead, done[:1].lower() + done[1:]), 0.0
    else:
        part = _part_of(clause, actor)
        if clause.copular:
            subject = clause.subject()
            if subject and subject != "there" and part is not None:
                yield f"What is said of {subject}", 0.5
            return
        asked = clause.asked(lead, set(clause.tree.subtree(part))) if part is not None else None
        if asked and part is not None:
            hanging = clause.tokens[part]
            stranded = hanging.text.lower() if hanging.dep in ("prep", "dative") and hanging.pos == "ADP" else None
            yield sentence(asked, stranded), 0.1


def _told_cost(clause: Clause, lead: str) -> float:
    """What "who" or "what" and a clause cost: little with an object, much without."""
    if not clause.rest():
        return 0.5 if clause.passive else 3.5
    return 1.0 * (lead == "what" and clause.copular)


def _part_of(clause: Clause, actor: Argument) -> int | None:
    """The part under the verb that an argument is, or hangs in by a preposition."""
    inside = set(clause.phrases.at(actor.start, actor.end))
    for k in clause.tree.children(clause.i, "dobj", "dative", "attr", "prep", "oprd"):
        heads = {k, *clause.tree.children(k, "pobj")} if clause.tokens[k].pos == "ADP" else {k}
        if heads & inside:
            return k
    return None


def personal(actor: Argument) -> bool:
    """Whether one asks "who" for an actor: a person, a body of people, or a noun of either."""
    named = actor.entity is not None and actor.text[:1].isupper() and not re.match(r"(?:The|A|An)\s[a-z]", actor.text)
    return named or personal_noun(actor.head.lower())


def personal_noun(head: str) -> bool:
    """Whether a noun's lemma means people, by the word or by its ending."""
    words = table()["people"]
    if head in words["nouns"] or head in words["roles"]:
        return True
    return head.endswith(tuple(words["suffixes"])) and head not in words["not_suffixes"]


def how_much(claim: Claim, quantity: Quantity, phrases: Phrases, about: str) -> Asked:
    """How many, how long, how much: of the clause where the quantity hangs on its verb, else of
    the noun that it measures."""
    inside = phrases.at(quantity.start, quantity.end)
    tokens = phrases.tokens
    top = next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), None)
    if top is None:
        return
    noun = top
    above = tokens[tokens[top].head]
    if quantity.kind == "age" and tokens[top].dep == "appos" and above.pos in ("NOUN", "PROPN"):
        noun = tokens[top].head
    if tokens[top].dep in ("nummod", "quantmod", "amod", "compound", "npadvmod") and above.pos in ("NOUN", "PROPN"):
        noun = tokens[top].head
    if quantity.kind == "count":
        yield from _how_many(claim, quantity, phrases, noun, inside, about)
    else:
        yield from _measured(claim, quantity, phrases, noun, inside)


def _how_many(claim: Claim, quantity: Quantity, phrases: Phrases, noun: int, inside: list[int], about: str) -> Asked:
    things = _things(phrases, noun, inside, quantity, about)
    fate = next((f for f, verbs in table()["fates"].items() if claim.predicate in verbs), None)
    clause = Clause(claim, phrases, _verb_above(claim, phrases, noun))
    part, kind = _hanging(clause, noun)
    if phrases.tokens[noun].lemma.lower() in table()["words"]["months"]:
        part, kind = None, None  # "2.6 million in August": the parse hangs the figure on the month
    if fate and kind in ("nsubjpass", "dobj") and (things is None or things == "people"):
        yield f"How many people {fate}", -0.5
        return
    if things is None:
        return
    lead = f"how many {things}"
    asked: str | None = None
    cost = 0.0
    if kind in ("nsubj", "nsubjpass"):
        asked = clause.told(sentence(lead))
        cost = 0.0 if clause.rest() or clause.passive else 0.7
    elif kind == "dobj" and part is not None:
        asked = clause.asked(lead, set(phrases.tree.subtree(part)))
    elif kind == "agent":
        done = clause.done_by()
        asked = sentence(lead, done[:1].lower() + done[1:]) if done else None
    elif kind and kind.startswith("prep ") and part is not None:
        asked = clause.asked(f"{kind[5:]} {lead}", set(phrases.tree.subtree(part)))
        cost = 0.5
    if asked:
        yield asked, cost
    after = _after(phrases, noun)
    yield sentence(lead, after, "are reported"), 1.2 if after else 1.6


def _verb_above(claim: Claim, phrases: Phrases, noun: int) -> int | None:
    """The verb nearest above a noun, no higher than the claim's own."""
    for above in phrases.tree.ancestors(noun):
        if above == claim.token or phrases.tokens[above].pos == "VERB":
            return above
    return None


def _after(phrases: Phrases, noun: int) -> str | None:
    """What narrows the counted things down: "in the crew", "wounded by glass"."""
    for k in phrases.tree.children(noun, "prep", "acl"):
        words = [j for j in sorted(phrases.tree.subtree(k)) if phrases.tokens[j].dep != "punct"]
        if k > noun and phrases.tokens[k].tag in ("IN", "VBN", "VBG") and len(words) <= 5:
            return phrases.text(words)
    return None


def _things(phrases: Phrases, noun: int, inside: list[int], quantity: Quantity, about: str) -> str | None:
    """The counted things in the plural, with the adjective between number and noun."""
    token = phrases.tokens[noun]
    if token.pos != "NOUN" or token.tag == "CD" or token.lemma.lower() in table()["words"]["scales"]:
        lemma = (quantity.noun or about).lower()
        if (
            not lemma
            or lemma in table()["words"]["scales"]
            or lemma in table()["words"]["months"]
            or not lemma.isalpha()
        ):
            return "people" if quantity.unit == "person" else None
        return plural(lemma)
    lemma = token.lemma.lower()
    if not re.fullmatch(r"[a-z][a-z-]*", lemma):
        return None
    between = [k for k in phrases.tree.children(noun, "amod", "compound") if k < noun and _plain(phrases, k)]
    return " ".join([*(phrases.tokens[k].text for k in between[-1:]), plural(lemma)])


def _plain(phrases: Phrases, k: int) -> bool:
    token = phrases.tokens[k]
    numeric = phrases.is_number(k) and token.pos != "ADJ" and token.tag != "NN"
    vague = token.lemma.lower() in table()["words"]["hedging"]
    return token.text.isalpha() and token.text == token.text.lower() and not numeric and not vague


def _measured(claim: Claim, quantity: Quantity, phrases: Phrases, noun: int, inside: list[int]) -> Asked:
    tokens = phrases.tokens
    follows = tokens[inside[-1] + 1].text.lower() if inside[-1] + 1 < len(tokens) else ""
    if follows in table()["words"]["shifting"]:
        return  # "two days after": a time, not a duration
    clause = Clause(claim, phrases, _verb_above(claim, phrases, noun))
    part, kind = _hanging(clause, noun)
    hollow = tokens[noun].lemma.lower() in table()["hollow"]["nouns"] or noun in inside
    if part is not None and kind and hollow:
        lead = _lead(claim, quantity, phrases, noun, kind)
        asked = clause.asked(lead, set(phrases.tree.subtree(part))) if lead else None
        if asked and kind == "prep to" and quantity.kind == "duration":
            asked += " to"
        if asked:
            yield asked, 1.0 * clause.misread() + 2.5 * asked.startswith("With ")
    template = table()["measures"].get(quantity.kind)
    astray = quantity.kind == "length" and re.match(r"north|south|east|west|from|off|away|inland", follows)
    if not template or astray:
        return
    thing = _thing(phrases, noun, inside) if not hollow else None
    if thing is None and clause.is_verb and (clause.copular or claim.predicate in table()["words"]["measuring"]):
        thing = definite(clause.subject() or "") if quantity.kind in ("magnitude", "length", "duration") else None
    if thing and not (quantity.kind == "duration" and personal_noun(tokens[noun].lemma.lower())):
        shown = follows if follows in ("wide", "high", "tall", "deep", "thick") else "long"
        verb = "were" if thing != clause.subject() and phrases.tokens[noun].tag == "NNS" and not hollow else "was"
        yield template.rstrip("?").replace("How long", f"How {shown}").replace("was", verb).format(thing), 0.3


def _lead(claim: Claim, quantity: Quantity, phrases: Phrases, noun: int, kind: str) -> str | None:
    """What the question opens with when the quantity itself hangs on the verb; None where no
    question word fits how it hangs."""
    lead: str = table()["leads"].get(quantity.kind, "how much")
    of = _of_what(phrases, noun, quantity)
    if of:
        lead = f"how many {plural(quantity.unit)} of {of}"
    if quantity.kind == "percent" and claim.predicate in table()["words"]["changes"]:
        return "by how much"
    if kind in ("dobj", "attr", "npadvmod", "acomp", "advmod", "oprd"):
        return lead
    if not kind.startswith("prep "):
        return None
    if quantity.kind in ("duration", "length"):
        return lead if kind[5:] in ("for", "of", "in", "over", "at", "to", "up", "about", "within") else None
    return lead if kind in ("prep of", "prep at") and quantity.kind != "money" else f"{kind[5:]} {lead}"


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
    text = definite(text.split(" and ")[0])
    bare = token.pos == "NOUN" and not phrases.tree.children(noun, "det", "poss")
    return f"the {text}" if bare else text


def definite(text: str) -> str:
    """ "A call" gives "the call"."""
    return re.sub(r"^(?:an?|another|one)\s+", "the ", text, flags=re.IGNORECASE)


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
