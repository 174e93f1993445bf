"""Asking of a quantity that a claim gives: how many, how long, how much, how strong."""

import re

from crosswire.reconcile.asking import Asked, definite, hanging, verb_above
from crosswire.reconcile.clause import Clause, sentence
from crosswire.reconcile.inflection import plural
from crosswire.reconcile.phrases import Phrases, personal_noun, table
from crosswire.records import Claim, Quantity


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
    if tokens[top].dep in ("nummod", "quantmod", "amod", "compound", "nmod", "npadvmod") and above.pos in (
        "NOUN",
        "PROPN",
    ):
        noun = tokens[top].head
    if quantity.kind == "count":
        yield from _how_many(claim, quantity, phrases, noun, inside, about)
    else:
        yield from _measured(claim, quantity, phrases, noun, inside)


def _how_many(claim: Claim, quantity: Quantity, phrases: Phrases, noun: int, inside: list[int], about: str) -> Asked:
    if age := _age(claim, phrases, noun, inside):
        yield age, 0.0
        return
    if any(t.start <= phrases.tokens[noun].start < t.end for t in claim.times):
        return  # "250,000 Wednesday"
    things = _things(phrases, noun, inside, quantity, about)
    said = (claim.predicate, phrases.tokens[noun].lemma.lower())
    fate = next((f for f, verbs in table()["fates"].items() if set(said) & set(verbs)), None)
    if fate and said[1] in ("die", "dead"):
        yield f"How many people {fate}", 0.0  # "12 DIE ON FERRY", read as a noun
        return
    clause = Clause(claim, phrases, verb_above(claim, phrases, noun))
    part, kind = hanging(clause, noun)
    if phrases.tokens[noun].lemma.lower() in table()["words"]["months"]:
        part, kind = None, None  # "2.6 million in August": the parse hangs the figure on the month
    if fate and kind in ("nsubjpass", "dobj") and (things is None or things == "people"):
        yield f"How many people {fate}", -0.5
        return
    moved = kind in MOVED and clause.lemma in (*table()["words"]["changes"], *MOVING)
    if moved and phrases.tokens[noun].tag == "CD" and (things is None or clause.lemma not in MOVING):
        things = ""  # "claims fell to 498,000"
    if things is None and kind == "dobj" and phrases.tokens[noun].tag == "CD" and clause.lemma in REACHING:
        asked = clause.asked("what number", set(phrases.tree.subtree(noun)))  # "claims exceeded 700,000"
        yield from [(asked, clause.rough)] if asked else []
    if things is None:
        return
    lead = f"how many {things}".rstrip()
    if counted := _of_clause(clause, noun, part, kind, lead):
        yield counted
    if things:
        yield from _of_noun(claim, phrases, noun, lead)


def _of_clause(clause: Clause, noun: int, part: int | None, kind: str | None, lead: str) -> tuple[str, float] | None:
    """How many, of the clause on whose verb the counted noun hangs."""
    phrases, asked, cost = clause.phrases, None, 0.0
    if kind in ("nsubj", "nsubjpass"):
        asked = clause.told(sentence(lead))
        cost = 0.0 if clause.passive or clause.rest() else 0.7
    elif kind == "dobj" and part is not None:
        asked = clause.asked(lead, set(phrases.tree.subtree(part))) or clause.undergone(lead)
    elif kind == "agent":
        done = clause.done_by()
        asked = sentence(lead, done[:1].lower() + done[1:]) if done else None
    elif part is not None and kind and _within(kind):
        asked = clause.asked(f"{kind[5:]} {lead}", set(phrases.tree.subtree(part)))
        cost = 0.0 if lead == "how many" else 0.5
    elif phrases.tokens[noun].dep == "npadvmod" and phrases.tokens[noun].head == clause.i:  # "was arrested three times"
        asked = clause.asked(lead, set(phrases.tree.subtree(noun)))
    return (asked, cost + clause.rough) if asked else None


def _of_noun(claim: Claim, phrases: Phrases, noun: int, lead: str) -> Asked:
    """How many, of the counted noun and what narrows it down: "two men charged with arson"."""
    for k in phrases.tree.children(noun, "acl"):
        inner = Clause(claim, phrases, k)
        if k > noun and inner.passive and phrases.tokens[k].end <= claim.end and (told := inner.told(sentence(lead))):
            yield told, 0.8 + inner.rough + 1.0 * (not inner.rest())
    after = _after(phrases, noun)
    yield sentence(lead, after, "are reported"), 1.2 if after else 1.6


def _within(kind: str) -> bool:
    """Whether a noun hangs on its verb by a preposition that opens no aside: none of "despite two goals"."""
    return kind.startswith("prep ") and (kind in TIMED or kind[5:] not in table()["words"]["asides"])


def _person(clause: Clause) -> bool:
    """Whether the clause tells of a person."""
    head = clause.subject_head
    if head is None:
        return False
    named = clause.phrases.is_person(head) or clause.phrases.stands_for(head)
    return bool(named) or personal_noun(clause.tokens[head].lemma.lower())


TIMED = ("prep by", "prep after", "prep before", "prep until")
MOVING = ("revise", "raise", "lower", "cut", "reduce")
REACHING = ("exceed", "top", "surpass", "reach", "pass", "hit", "near", "approach", "cross", "number", "total")
MOVED = ("prep to", "prep from", "prep by", "prep below", "prep above", "prep under", "prep over", "prep past")


def _age(claim: Claim, phrases: Phrases, noun: int, inside: list[int]) -> str | None:
    """How old somebody was, of a number that is an age by its place: "Dorn died at 81", "Dorn turned 80"."""
    token = phrases.tokens[noun]
    clause = Clause(claim, phrases, verb_above(claim, phrases, noun))
    if noun not in inside or token.tag != "CD" or not re.fullmatch(r"[1-9]\d|1[01]\d", token.text):
        return None
    _, kind = hanging(clause, noun)
    who, head = clause.subject(), clause.subject_head
    if not who or head is None or not (phrases.is_person(head) or phrases.stands_for(head)):
        return None
    if kind == "prep at" and clause.lemma == "die":
        return f"At what age did {who} die"
    turned = kind == "dobj" and clause.lemma == "turn"
    aged = kind == "attr" and clause.copular and token.end >= claim.end - 1
    return f"How old was {who}" if turned or aged else None


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
    if token.pos not in ("NOUN", "PROPN") or token.tag == "CD" or token.lemma.lower() in table()["words"]["scales"]:
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
    if phrases.is_person(noun) or (token.tag == "NNP" and not phrases.headline(token.sentence)):
        return None  # "306 to Dorn's 232", "a .44 Magnum"
    if token.tag in ("NNS", "NNPS") and (token.pos == "PROPN" or token.text[1:] != token.text[1:].lower()):
        return token.text
    if not re.fullmatch(r"[a-z][a-z-]+", lemma) or (len(lemma) < 3 and lemma not in ("ox", "tv")):
        return None
    between = [k for k in phrases.tree.children(noun, "amod", "compound") if k < noun and _plain(phrases, k)]
    return " ".join([*(phrases.tokens[k].text for k in between[-1:]), plural(lemma)])


def _plain(phrases: Phrases, k: int) -> bool:
    token = phrases.tokens[k]
    numeric = phrases.is_number(k) and token.pos != "ADJ" and token.tag != "NN"
    words = table()["words"]
    vague = token.lemma.lower() in words["hedging"] or token.lemma.lower() in words["scales"]
    return token.text.isalpha() and token.text == token.text.lower() and not numeric and not vague


def _measured(claim: Claim, quantity: Quantity, phrases: Phrases, noun: int, inside: list[int]) -> Asked:
    tokens = phrases.tokens
    follows = tokens[inside[-1] + 1].text.lower() if inside[-1] + 1 < len(tokens) else ""
    if follows in table()["words"]["shifting"]:
        return  # "two days after": a time, not a duration
    if quantity.kind == "money" and (worth := _worth(phrases, inside)):
        yield worth, 0.0
        return
    clause = Clause(claim, phrases, verb_above(claim, phrases, noun))
    part, kind = hanging(clause, noun)
    above = tokens[noun].head
    if kind is None and tokens[noun].dep == "npadvmod" and tokens[above].head == clause.i:
        part, kind = above, "npadvmod"  # "30 km north of Ordell"
    if quantity.kind in ("percent", "ratio", "speed", "magnitude"):
        yield from _rated(clause, noun, inside)
    hollow = tokens[noun].lemma.lower() in table()["hollow"]["nouns"] or noun in inside
    if part is not None and kind and hollow:
        aged = quantity.kind == "age" and not kind.startswith("prep ")
        lead = None if aged and not _person(clause) else _lead(claim, quantity, phrases, noun, kind)
        asked = clause.asked(lead, set(phrases.tree.subtree(part))) if lead else None
        if lead and asked is None and kind == "dobj":
            asked = clause.undergone(lead)
        if asked and kind == "prep to" and quantity.kind == "duration":
            risen = clause.lemma in table()["words"]["changes"]
            lead = f"to how many {plural(quantity.unit)}"
            asked = clause.asked(lead, set(phrases.tree.subtree(part))) if risen else f"{asked} to"
        if asked:
            yield asked, clause.rough + 1.0 * clause.misread() + 2.5 * asked.startswith("With ")
    template = table()["measures"].get(quantity.kind)
    astray = quantity.kind == "length" and re.match(r"north|south|east|west|from|off|away|inland", follows)
    if not template or astray:
        return
    thing = _thing(phrases, noun, inside) if not hollow else _owner(phrases, noun)
    if thing is None and clause.is_verb and (clause.copular or claim.predicate in table()["words"]["measuring"]):
        thing = _subject_without(clause, inside) if quantity.kind in ("magnitude", "length", "duration") else None
    aged = quantity.kind == "age" and not phrases.is_person(noun)
    if aged and not (thing and personal_noun(tokens[noun].lemma.lower())) and tokens[noun].pos == "NOUN":
        return  # "a vaccine for ages 5 to 11"
    if thing and quantity.kind == "age" and tokens[noun].pos == "PROPN" and re.match(r"the [A-Z]", thing):
        thing = thing[4:]
    if thing and not (quantity.kind == "duration" and personal_noun(tokens[noun].lemma.lower())):
        tall = quantity.kind == "length" and personal_noun(thing.split()[-1].lower())
        shown = "tall" if tall else follows if follows in ("wide", "high", "tall", "deep", "thick") else "long"
        verb = "were" if thing != clause.subject() and phrases.tokens[noun].tag == "NNS" and not hollow else "was"
        yield template.rstrip("?").replace("How long", f"How {shown}").replace("was", verb).format(thing), 0.3


def of_score(claim: Claim, score: Quantity, phrases: Phrases) -> Asked:
    """The score of the game that it stands with ("a 3-1 win over Brik"); to what record somebody rose or fell."""
    tokens, inside = phrases.tokens, phrases.at(score.start, score.end)
    top = phrases.top(inside)
    if top is None:
        return
    above = tokens[top].head
    words = table()["words"]
    if tokens[top].dep in ("nummod", "amod", "compound", "nmod") and tokens[above].lemma.lower() in words["games"]:
        game = definite(phrases.noun(above, set(inside)) or "")
        if game and not re.match(r"(?:his|her|their|its)\b", game):
            game = game if re.match(r"the |[A-Z]|.*[’']s? ", game) else f"the {game}"
            yield f"What was the {'vote in' if tokens[above].lemma in VOTED else 'score of'} {game}", 0.8
    clause = Clause(claim, phrases, verb_above(claim, phrases, top))
    part, kind = hanging(clause, top)
    who, head = (
        clause.subject() if clause.copular and kind in ("attr", "acomp", "npadvmod") else None,
        clause.subject_head,
    )
    if who and head is not None and who != "there":
        if tokens[head].lemma.lower() in TALLIES:
            yield f"What {'were' if clause.plural() else 'was'} {who}", 0.4 + clause.rough
        elif tokens[head].pos == "PROPN":
            yield (
                sentence(f"what record did {who} have", clause.rest(set(phrases.tree.subtree(top)))),
                0.6 + clause.rough,
            )
    named = inside[0] - 2
    if named >= 0 and tokens[named + 1].text == "(" and tokens[named].pos == "PROPN":  # "The Osprey (11-4) won"
        name = phrases.noun(named, set(inside)) if not phrases.tree.children(named, "prep") else None
        if name:
            yield f"What record did {phrases.with_article(named, name)} have", 0.8
    if part is not None and kind == "prep to" and clause.lemma in (*words["changes"], "improve", "move", "go"):
        asked = clause.asked("to what record", set(phrases.tree.subtree(part)))
        if asked:
            yield asked, clause.rough


TALLIES = ("vote", "score", "tally", "count", "result", "margin", "record")
VOTED = ("decision", "ruling", "verdict")


def _rated(clause: Clause, noun: int, inside: list[int]) -> Asked:
    """At what rate or share: "grew at an annual rate of 6 percent", "half of the flights were cancelled"."""
    tokens, phrases = clause.tokens, clause.phrases
    above_at = tokens[noun].head
    above = tokens[above_at]
    if above.text.lower() in ("up", "down") and above.head == clause.i and tokens[noun].dep == "npadvmod":
        if asked := clause.asked("by how much", set(phrases.tree.subtree(above_at))):
            yield f"{asked} {above.text.lower()}", clause.rough
        return
    part, kind = hanging(clause, noun)
    if noun in inside and kind in ("nsubj", "nsubjpass"):
        of = [k for k in phrases.tree.children(noun, "prep") if tokens[k].text.lower() == "of"]
        objects = phrases.tree.children(of[0], "pobj") if of else []
        whole = phrases.noun(objects[0]) if objects else None
        if whole and (told := clause.told(f"What share of {whole}")):
            yield told, clause.rough
        return
    rate_at, without = noun, set(inside)
    link = tokens[noun].head
    if noun in inside and tokens[noun].dep == "pobj" and tokens[link].text.lower() == "of":
        rate_at, without = tokens[link].head, set(phrases.tree.subtree(link))
        part, kind = hanging(clause, rate_at)
    if rate_at in inside or tokens[rate_at].lemma.lower() not in RATES or part is None or kind is None:
        return
    rate = re.sub(r"^(?:an?|the) ", "", phrases.noun(rate_at, without) or "")
    lead = f"what {rate}" if kind == "dobj" else f"{kind[5:]} what {rate}" if kind.startswith("prep ") else ""
    if rate and lead and (asked := clause.asked(lead, set(phrases.tree.subtree(part)))):
        yield asked, clause.rough


RATES = ("rate", "level", "pace", "speed", "share", "margin", "average", "percentage", "growth", "magnitude")

HEDGES = frozenset(("a", "an", "about", "around", "at", "some", "up", "to", "nearly", "more", "than", "over", "least"))


def _worth(phrases: Phrases, inside: list[int]) -> str | None:
    """ "Jewels worth €2 million", "€2 million worth of jewels": what the sum is the worth of."""
    tokens = phrases.tokens
    last = inside[-1] + 1
    thing: str | None = None
    top: int | None = None
    if last + 1 < len(tokens) and (tokens[last].text.lower(), tokens[last + 1].text.lower()) == ("worth", "of"):
        top = next(iter(phrases.tree.children(last + 1, "pobj")), None)
        thing = phrases.noun(top) if top is not None else None
    else:
        i = inside[0] - 1
        while i > 0 and (tokens[i].text.lower() in HEDGES or tokens[i].lemma == "estimated"):
            i -= 1
        if tokens[i].text.lower() != "worth":
            return None
        top = tokens[i].head if tokens[tokens[i].head].pos in ("NOUN", "PROPN") else i - 1
        thing = phrases.noun(top, set(phrases.tree.subtree(i))) if tokens[top].pos in ("NOUN", "PROPN") else None
    if thing is None or top is None:
        return None
    thing = definite(thing)
    if thing == phrases.tokens[top].text.lower():
        thing = f"the {thing}"
    return f"How much {'were' if phrases.is_plural(top) else 'was'} {thing} worth"


def _owner(phrases: Phrases, noun: int) -> str | None:
    """What a noun of measure belongs to: "a quake" of "a quake with a magnitude of 6.1"."""
    tokens, below = phrases.tokens, noun
    for above in phrases.tree.ancestors(noun):
        if tokens[above].pos in ("VERB", "AUX"):
            return None
        if tokens[above].pos == "NOUN" and tokens[above].lemma.lower() not in table()["hollow"]["nouns"]:
            text = phrases.noun(above, set(phrases.tree.subtree(below)))
            return definite(text) if text and " " in text and not phrases.is_plural(above) else None
        below = above
    return None


def _subject_without(clause: Clause, inside: list[int]) -> str | None:
    """The clause's subject with a definite article, less the phrase that holds the measure."""
    head = clause.subject_head
    if head is None or clause.phrases.is_person(head):
        return None
    kids = clause.tree.children(head)
    hanging = [k for k in kids if clause.tokens[k].dep == "acl" or set(inside) & set(clause.tree.subtree(k))]
    below = {j for k in hanging for j in clause.tree.subtree(k)}
    if head in clause.tree.ancestors(clause.i):
        below |= set(clause.tree.subtree(clause.i))
    return definite(clause.phrases.noun(head, below) or "") or None


def _lead(claim: Claim, quantity: Quantity, phrases: Phrases, noun: int, kind: str) -> str | None:
    """What the question opens with when the quantity itself hangs on the verb; None where no
    question word fits how it hangs."""
    lead: str = table()["leads"].get(quantity.kind, "how much")
    if quantity.kind == "money" and claim.predicate in table()["words"]["paying"]:
        lead = "how much"
    of = _of_what(phrases, noun, quantity)
    if of:
        lead = f"how many {plural(quantity.unit)} of {of}"
    if quantity.kind == "percent" and claim.predicate in table()["words"]["changes"]:
        return f"{kind[5:]} what share" if kind in ("prep to", "prep from") else "by how much"
    if quantity.kind == "age" and kind in ("dobj", "npadvmod", "advmod", "oprd"):
        return None  # "effective in teens ages 12 to 15"
    if quantity.kind == "length" and AWAY.match(_next(phrases, noun, quantity)):
        return "how far away"
    if kind in ("dobj", "attr", "npadvmod", "acomp", "advmod", "oprd"):
        return lead
    if not kind.startswith("prep "):
        return None
    if quantity.kind in ("duration", "length"):
        return lead if kind[5:] in ("for", "of", "in", "over", "at", "to", "up", "about", "within") else None
    if quantity.kind == "age" and kind in ("prep of", "prep at"):
        return "at what age"
    return lead if kind in ("prep of", "prep at") and quantity.kind != "money" else f"{kind[5:]} {lead}"


AWAY = re.compile(r"north|south|east|west|off|away|inland")


def _next(phrases: Phrases, noun: int, quantity: Quantity) -> str:
    """The word behind a quantity."""
    inside = phrases.at(quantity.start, quantity.end) or [noun]
    return phrases.tokens[inside[-1] + 1].text.lower() if inside[-1] + 1 < len(phrases.tokens) else ""


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
    text = definite(re.split(r",| and ", text)[0])
    bare = token.pos == "NOUN" and not phrases.tree.children(noun, "det", "poss")
    return f"the {text}" if bare else text
