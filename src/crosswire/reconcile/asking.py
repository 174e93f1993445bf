"""Asking of what a claim puts into a slot: when, where, who."""

import re
from collections.abc import Iterator

from crosswire.reconcile.clause import Clause, sentence
from crosswire.reconcile.phrases import Phrases, personal_noun, table
from crosswire.records import Argument, Claim, TimeExpression

Asked = Iterator[tuple[str, float]]
"""Questions without their mark, each with what it costs in readability."""


def when(claim: Claim, time: TimeExpression, phrases: Phrases) -> Asked:
    """When the claim's happening was."""
    inside = phrases.at(time.start, time.end)
    happening = _happening_at(phrases, inside)
    if happening:
        yield f"When was {happening}", 0.5
    clause = _clause_above(claim, phrases, inside)
    whose = next((i for i in inside if _dates_a_noun(phrases, i, inside)), None)
    if whose is not None and not happening and (dated := phrases.noun(phrases.tokens[whose].head, inside)):
        known = "’s " in dated or "'s " in dated or re.match(r"(?:an?|the)\b", dated)
        yield f"What date is given for {definite(dated) if known else f'the {dated}'}", 0.8
    elif clause.is_verb and clause.lemma == "end" and clause.tokens[clause.verb.head].lemma in COVERED:
        yield f"Which {clause.tokens[clause.verb.head].lemma} do the figures cover", 0.6  # "in the week ended May 4"
    elif clause.is_verb:
        without = _time_piece(clause, time)
        top = phrases.top(inside)
        if top is not None and phrases.tokens[top].dep in ("dobj", "nsubj", "nsubjpass"):
            return  # "marks a year in office"
        before = phrases.tokens[phrases.tokens[top].head].text.lower() if top is not None else ""
        behind = claim.text[time.end - claim.start :].lstrip(" -–")
        ahead = claim.text[: time.start - claim.start]
        changed = CHANGED.search(ahead) if re.search(r"\bfrom\b", ahead) else None
        if changed and clause.lemma in table()["words"]["changes"]:
            yield from _first(clause, "since when" if changed[1] == "from" else "by when", without)
            return
        if before == "from" and re.match(r"(?:to|until|till|through)\b|\d", behind):
            yield from _first(clause, "from when", without)
            return
        if top is not None and before == "of" and phrases.tokens[phrases.tokens[top].head - 1].text.lower() == "as":
            before = "as of"
        ends = [
            k for k in phrases.tree.children(clause.i, "prep") if phrases.tokens[k].text.lower() in ("until", "till")
        ]
        if top is not None and any(top in phrases.tree.subtree(k) for k in ends):
            before = "until"  # "stayed until the vote in May"
        yield from _first(clause, WHEN.get(before, "when"), without)


def _dates_a_noun(phrases: Phrases, i: int, inside: list[int]) -> bool:
    """Whether a time tells of which day a thing is: "March's concert", "the May 1 deadline"."""
    token, above = phrases.tokens[i], phrases.tokens[phrases.tokens[i].head]
    if token.head in inside or above.pos != "NOUN" or phrases.is_number(token.head):
        return False
    return token.dep == "poss" or (token.dep in ("nmod", "compound") and above.lemma.lower() not in HOURS)


CHANGED = re.compile(r"\b(from|to) (?:about |nearly |roughly )?[\d.,]+ ?(?:%|percent)?(?: [a-z]+)? in $")
"""What stands before the time from which a figure changed, or to which: "rose from 6,100 in 2016"."""
COVERED = ("week", "month", "quarter")
WHEN = {"until": "until when", "till": "until when", "through": "until when", "since": "since when", "by": "by when"}
WHEN |= {"to": "to what date", "as of": "as of when"}
"""What is asked of a time behind a preposition that makes an end of it, or a beginning."""


def where(claim: Claim, place: Argument, phrases: Phrases) -> Asked:
    """Where the claim's happening was."""
    inside = phrases.at(place.start, place.end)
    if told := _stands_with(phrases, inside):
        yield told, 1.2 + 0.6 * told.startswith("Where is")
    clause = _clause_above(claim, phrases, inside)
    if clause.is_verb and _stands_where(clause, inside):
        top = phrases.top(inside)
        link = phrases.tokens[phrases.tokens[top].head].text.lower() if top is not None else ""
        if link == "to" and clause.lemma not in table()["words"]["moving"]:
            return  # "a warning to Arden"
        lead = "from where" if link == "from" and clause.lemma in table()["words"]["moving"] else "where"
        yield from _first(clause, lead, _piece(clause, place.start, place.end))


def _stands_with(phrases: Phrases, inside: list[int]) -> str | None:
    """Where the happening was that a place stands with ("the unrest in Ordell"); where the person is from ("Ines Dorn
    of Ordell", "an Ordell miner")."""
    tokens = phrases.tokens
    top = phrases.top(inside)
    if top is None:
        return None
    above, link = tokens[top].head, ""
    if tokens[top].dep == "pobj" and tokens[above].dep == "prep":
        above, link = tokens[above].head, tokens[above].text.lower()
    elif tokens[top].dep not in ("compound", "nmod", "poss"):
        return None
    without = set(inside) | ({tokens[top].head, *phrases.tree.subtree(tokens[top].head)} if link else set())
    thing = definite(phrases.noun(above, without) or "")
    if not thing or "’s " in thing or above in inside or phrases.is_plural(above) or re.match(r"(?:the )?\d", thing):
        return None
    if phrases.is_person(above) and tokens[above].tag == "NNP":
        return f"Where was {thing} from" if link in ("of", "from") else None
    if tokens[above].lemma.lower() in table()["happenings"]["standing"] and link in ("", "in", "at", "near", "outside"):
        return f"Where is {thing if re.match(r'the |[A-Z]', thing) else f'the {thing}'}"
    if tokens[above].pos != "NOUN":
        return None
    bare = not re.match(r"the |[A-Z]", thing)
    thing = f"the {thing}" if bare else thing
    if link in ("", "in", "at", "near", "outside", "on") and is_happening(tokens[above].lemma.lower()):
        return f"Where was {thing}"
    lemma = tokens[above].lemma.lower()
    one = (
        link in ("", "from")
        and tokens[above].tag == "NN"
        and personal_noun(lemma)
        and lemma not in table()["people"]["bodies"]
    )
    return f"Where was {thing} from" if one else None


def _stands_where(clause: Clause, inside: list[int]) -> bool:
    """Whether a place tells where the clause's verb happened: behind a preposition of place, not
    within its subject or its object."""
    tokens = clause.tokens
    for k in clause.tree.children(clause.i):
        if not set(inside) & set(clause.tree.subtree(k)):
            continue
        if _elsewhere(clause, k, inside):
            return False
        if tokens[k].dep == "prep":
            return tokens[k].text.lower() in table()["words"]["places"]
        if tokens[k].dep in ("xcomp", "acomp", "attr"):  # "kept Arden safe" tells of Arden
            top = clause.phrases.top(inside)
            if tokens[k].dep == "acomp" and clause.copular and tokens[k].lemma.lower() not in LYING:
                return False  # "is interested in Arden"
            return top == k or tokens[inside[0] if top is None else top].dep in ("pobj", "advmod", "npadvmod")
        return tokens[k].dep in ("advmod", "npadvmod")
    return True


def _elsewhere(clause: Clause, part: int, inside: list[int]) -> bool:
    """Whether a place within a part behind the verb is that of another happening, of which the part tells: "charged in
    the killing of two men in Ordell", "spoke on the anniversary of the fire in Ordell"."""
    tokens, found = clause.tokens, clause.phrases.top(inside)
    with_it = clause.tokens[part].text.lower() in ("in", "at", "during") and clause.lemma not in JUDGING
    while found is not None and found not in (part, tokens[found].head) and not with_it:
        found = tokens[found].head
        noun = tokens[found]
        of_deed = noun.pos == "VERB" and noun.dep == "pcomp"
        if found != part and (of_deed or (noun.pos == "NOUN" and is_happening(noun.lemma.lower()))):
            return True
    return False


LYING = ("present", "absent", "active", "available", "safe", "popular", "common", "due", "alive", "dead", "visible")
"""What somebody or something is in a place."""
JUDGING = ("charge", "accuse", "convict", "sentence", "indict", "acquit", "suspect", "blame", "sue", "investigate")
"""What is done about a happening, elsewhere."""


def _first(clause: Clause, lead: str, without: set[int]) -> Asked:
    """The clause asked with a question word, else turned to what was done."""
    asked = clause.asked(lead, without)
    if asked is None:
        done = clause.undergone()
        asked = sentence(lead, done[:1].lower() + done[1:]) if done else None
    if asked and not (clause.subject() == "there" and not clause.rest(without)):
        if lead == "when" and clause.copular and not clause.rest(without):
            subject = clause.subject_head
            if subject is None or not is_happening(clause.tokens[subject].lemma.lower()):
                return
        hollow = table()["words"]["speech"] + RELATING + (table()["words"]["needy"] if lead == "where" else [])
        mute = clause.lemma in hollow and not clause.passive and not clause.rest(without)
        bare = lead == "when" and not clause.passive and not clause.copular and not clause.rest(without)
        yield asked, clause.rough + 1.0 * clause.misread() + 5.0 * mute + 0.4 * bare


RELATING = ["result", "relate", "pertain", "apply", "point", "concern", "lead", "contribute", "respond"]
"""Verbs behind which what looks like a place is what they relate to."""


def _clause_above(claim: Claim, phrases: Phrases, inside: list[int]) -> Clause:
    """The clause of the verb that a span hangs under, no higher than the claim's own."""
    nearest = verb_above(claim, phrases, inside[0]) if inside else None
    return Clause(claim, phrases, nearest).governing()


def _happening_at(phrases: Phrases, inside: list[int]) -> str | None:
    """The happening whose name a time stands with: "Friday's attack", "the attack on Friday"."""
    tokens = phrases.tokens
    top = phrases.top(inside)
    if top is None:
        return None
    above = tokens[top].head
    if tokens[top].dep == "pobj" and tokens[above].dep == "prep" and tokens[above].text.lower() in ("on", "in", "of"):
        above = tokens[above].head
    elif tokens[top].dep not in ("poss", "nmod", "compound", "npadvmod", "amod"):
        return None
    if tokens[above].pos != "NOUN" or not is_happening(tokens[above].lemma.lower()):
        return None
    below = {j for k in phrases.tree.children(above) for j in phrases.tree.subtree(k) if set(inside) & {k, j}}
    hanging = [k for k in phrases.tree.children(above) if below & set(phrases.tree.subtree(k))]
    text = phrases.noun(above, {j for k in hanging for j in phrases.tree.subtree(k)})
    if text is None or tokens[above].tag == "NNS":
        return None
    bare = not [k for k in phrases.tree.children(above, "det", "poss") if k not in hanging]
    return f"the {text}" if bare else definite(text)


def is_happening(lemma: str) -> bool:
    """Whether a noun's lemma names something that happens, by the word or by its ending."""
    words = table()["happenings"]
    return lemma in words["nouns"] or (lemma.endswith(tuple(words["suffixes"])) and lemma not in words["not_suffixes"])


def who(claim: Claim, actor: Argument, lead: str, phrases: Phrases) -> Asked:
    """Who did it, or to whom or what it was done. ``lead`` is "who" or "what"."""
    clause = Clause(claim, phrases).governing()
    if not clause.is_verb:
        return
    inside = set(phrases.at(actor.start, actor.end))
    done_to = actor.role != "agent"
    part = _part_of(clause, inside)
    if clause.copular and any(
        personal_noun(clause.tokens[k].lemma.lower()) for k in clause.tree.children(clause.i, "attr")
    ):
        lead = "who"
    elif clause.copular and clause.tree.children(clause.i, "attr") and phrases.kind(actor.entity) != "person":
        lead = "what" if actor.head.lower() not in PERSONS and not personal_noun(actor.head.lower()) else lead
    if part is None and done_to == clause.passive and actor.role != "attribute":
        asked = clause.told(lead)
        if asked:
            yield asked, clause.rough + _told_cost(clause, lead)
    elif clause.passive and not done_to:
        done = clause.done_by()
        if done:
            yield sentence(lead, done[:1].lower() + done[1:]), clause.rough
    elif part is not None and clause.copular and clause.tokens[part].dep == "acomp":
        return
    elif part is not None and clause.copular:
        yield from _said_to_be(clause)
    elif part is not None:
        yield from _of_part(clause, part, inside, lead)


def _said_to_be(clause: Clause) -> Asked:
    """What somebody or something is said to be."""
    plural, subject = clause.plural(), clause.subject()
    if subject and subject != "there" and not clause.verbs.headline:
        yield f"What {'are' if plural else 'is'} {subject} said to be", 0.6 + clause.rough


def _of_part(clause: Clause, part: int, inside: set[int], lead: str) -> Asked:
    """What fills a part behind the verb."""
    hanging = clause.tokens[part]
    if hanging.dep == "acomp" or clause.lemma == "plead" or _idiom(clause, part):
        return
    direct = hanging.dep in ("dobj", "dative", "oprd", "attr")
    adposition = hanging.text.lower() if hanging.dep in ("prep", "dative") and hanging.pos == "ADP" else None
    if hanging.dep == "attr":
        lead = "what"
    whole = set(clause.tree.subtree(part))
    if not direct and adposition is None:  # within "wants to meet the Queen"
        whole = inside | {j for i in inside for j in clause.tree.subtree(i)}
    asked = clause.asked(lead, whole)
    if asked:
        yield sentence(asked, adposition), clause.rough + 0.1 + 1.0 * clause.misread()
    elif hanging.dep == "dobj":
        done = clause.undergone(lead)
        if done:
            yield done, clause.rough + (3.0 if lead == "what" else 0.5) * (not clause.rest(whole))


def _idiom(clause: Clause, part: int) -> bool:
    """Whether verb and object say one thing together: "took effect", "gave rise"."""
    bare = clause.tokens[part].tag == "NN" and not clause.tree.children(part)
    return bare and clause.tokens[part].dep == "dobj" and clause.lemma in ("take", "give", "make", "have", "get", "pay")


def _told_cost(clause: Clause, lead: str) -> float:
    """What "who" or "what" and a clause cost: little with an object, much without."""
    if clause.rest() in ("", clause.particle()):
        return 0.5 if clause.passive else 3.5
    return (1.0 if " " in clause.rest() else 2.5) * (lead == "what" and clause.copular)


PLACEHOLDER = "\u0001"


def how_long_after(claim: Claim, span: tuple[int, int], phrases: Phrases) -> Asked:
    """How long after or before something it was: "12 days after the fire", "two hours later"."""
    inside = phrases.at(*span)
    tokens = phrases.tokens
    if not inside or inside[-1] + 1 >= len(tokens):
        return
    link = inside[-1] + 1
    word = tokens[link].text.lower()
    clause = _clause_above(claim, phrases, inside)
    between = range(link, clause.i)
    if clause.is_verb and tokens[link].dep == "mark" and tokens[link].head == clause.i and word in ("after", "before"):
        told = clause.told(PLACEHOLDER)
        if told and (subject := clause.subject()):
            fronted = 2.5 * (tokens[inside[-1]].head == clause.i)  # of what it was so long after, nothing is said
            yield f"How long was it {word} {told.replace(PLACEHOLDER, subject, 1)}", clause.rough + 0.3 + fronted
        return
    if not clause.is_verb or link == clause.i or (between and all(tokens[k].text != "," for k in between)):
        return  # "a day after a judge ordered it": the clause is what it was after
    without = _piece(clause, *span) | {*inside, link, *phrases.tree.subtree(link)}
    if word in ("later", "earlier", "ago"):
        asked = clause.asked("how long ago" if word == "ago" else f"how much {word}", without)
    else:
        objects = phrases.tree.children(link, "pobj") if word in ("after", "before") else []
        event = phrases.noun(objects[0]) if objects else None
        bare = objects and tokens[objects[0]].tag == "NN" and not phrases.tree.children(objects[0], "det", "poss")
        if event and bare and not phrases.uncounted(objects[0]):
            event = f"the {event}"
        asked = clause.asked(f"how long {word} {definite(event)}", without) if event else None
    if asked:
        yield asked, clause.rough + 0.3


def _part_of(clause: Clause, inside: set[int]) -> int | None:
    """The part under the verb that an argument is, or hangs in by a preposition or an infinitive."""
    for k in clause.tree.children(clause.i, "dobj", "dative", "attr", "acomp", "prep", "oprd"):
        heads = {k, *clause.tree.children(k, "pobj")} if clause.tokens[k].pos == "ADP" else {k}
        if heads & inside:
            return k
    below = [j for k in clause.tree.children(clause.i, "xcomp") for j in clause.tree.children(k, "dobj")]
    return next((clause.tokens[j].head for j in below if j in inside), None)


def personal(actor: Argument, phrases: Phrases | None = None) -> bool:
    """Whether one asks "who" for an actor: a person, a body of people that does something, or a noun
    of either."""
    kind = phrases.kind(actor.entity) if phrases else None
    if kind in ("organization", "place") and actor.role != "agent":
        return False  # asked "who" by verbs alone
    if actor.role != "agent" and (kind == "other" or actor.head.lower() in table()["people"]["bodies"]):
        return False
    if kind in ("person", "organization", "role") or actor.head.lower() in PERSONS:
        return True
    if kind == "other":
        return personal_noun(actor.head.lower())
    text = re.sub(r"^[Tt]he (?=[A-Z])", "", actor.text)
    named = actor.entity is not None and text[:1].isupper() and not re.match(r"(?:The|A|An)\s[a-z]", text)
    return named or personal_noun(actor.head.lower())


PERSONS = frozenset(("he", "she", "him", "her", "i", "me", "who", "everyone", "someone", "somebody", "anyone"))


def verb_above(claim: Claim, phrases: Phrases, noun: int) -> int | None:
    """The verb nearest above a noun, no higher than the claim's own."""
    for above in phrases.tree.ancestors(noun):
        if above == claim.token or (phrases.tokens[above].pos == "VERB" and phrases.tokens[above].dep != "prep"):
            return above  # not "following the vote"
    return None


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


def _time_piece(clause: Clause, time: TimeExpression) -> set[int]:
    """As ``_piece``; of a time deep within another phrase ("out of the race on Thursday") its own preposition alone."""
    tokens, tree = clause.tokens, clause.tree
    inside = clause.phrases.at(time.start, time.end)
    top = clause.phrases.top(inside)
    if top is None or tokens[top].dep != "pobj":
        return _piece(clause, time.start, time.end)
    link = tokens[top].head
    above = tokens[link].head
    place = tokens[above].dep == "pobj" and tokens[above].lemma.lower() not in HOURS
    deep = above != clause.i and tokens[above].pos in ("VERB", "ADJ") and tokens[link].dep in ("prep", "agent")
    if not deep and (tokens[link].text.lower() != "on" or not place):
        return _piece(clause, time.start, time.end)
    return {*inside, *tree.subtree(link)}


HOURS = ("morning", "afternoon", "evening", "night", "day", "week", "eve", "anniversary", "end", "start", "hour")


def hanging(clause: Clause, noun: int) -> tuple[int | None, str | None]:
    """By which part a noun hangs on the clause's verb, and how ("nsubj", "dobj", "prep for")."""
    token = clause.tokens[noun]
    if not clause.is_verb:
        return None, None
    if token.head == clause.i:
        return noun, token.dep
    above = clause.tokens[token.head]
    if token.dep == "pobj" and above.head == clause.i:
        return token.head, "agent" if above.dep == "agent" else f"prep {above.text.lower()}"
    linked = above.dep == "prep" and clause.tokens[above.head].dep in ("acomp", "oprd", "advmod", "prt")
    if token.dep == "pobj" and linked and clause.tokens[above.head].head == clause.i:
        return token.head, f"prep {above.text.lower()}"  # "pleaded guilty to", "revised upward to"
    if noun == clause.subject_head:
        return noun, "nsubjpass" if clause.passive else "nsubj"
    return None, None
