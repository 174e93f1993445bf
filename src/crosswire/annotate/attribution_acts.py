"""Verbs of saying that tell of something done and not said: "rejected the motion", "claimed 12 lives"."""

from crosswire.annotate.attribution_words import Stance, words
from crosswire.text.syntax import Tree

SPEAKING = ("persons", "anonymous", "bodies", "firms", "offices", "titles", "documents")


def marked_that(tree: Tree, i: int) -> bool:
    """Whether "that" introduces the clause at i."""
    return any(tree.tokens[c].text.lower() == "that" for c in tree.children(i, "mark"))


def is_act(tree: Tree, i: int, lemma: str, stance: Stance) -> bool:
    """Whether the verb tells of something done and not said: "rejected the motion", "it would encourage
    investors", where a thing is what does it."""
    things = {tree.tokens[o].lemma for o in tree.children(i, "dobj", "nsubjpass")}
    clause = any(marked_that(tree, c) for o in tree.children(i, "dobj") for c in tree.children(o, "acl", "relcl"))
    return (
        _undoes(tree, i, stance, things, clause)
        or _takes(tree, i, lemma, things, clause)
        or (stance == "believed" and any(k == i + 1 and tree.tokens[k].text == "of" for k in tree.children(i, "prep")))
        or (lemma in ("find", "reveal", "show") and (_convicts(tree, i) or _of_itself(tree, i)))
        or (lemma == "hear" and not any(tree.tokens[k].lemma in words().lists["hearings"] for k in _subjects(tree, i)))
        or _meets(tree, i, lemma, things)
        or (lemma == "confirm" and _votes(tree, i, things))
        or (lemma == "assure" and not things)  # "assured that the three stay": made sure
        or (lemma == "tell" and bool(things & {"lie", "joke"}))
        or (lemma == "add" and _by_a_thing(tree, i, lemma) and bool(things) and not tree.children(i, "ccomp"))
        or (lemma in ("show", "indicate", "reveal") and _leaves_open(tree, i))
        or (lemma == "carry" and bool(tree.children(i, "prt")))
        or (lemma in ("begin", "continue") and _goes_to(tree, i))  # "as the crowd began to cry"
        or (lemma == "object" and not tree.children(i, "ccomp"))
        or (lemma == "call" and _rings(tree, i))
        or (lemma == "plead" and bool({t.text.lower() for t in tree.tokens[i + 1 : i + 3]} & words().lists["pleas"]))
        or (lemma in words().lists["animate"] and _by_a_thing(tree, i, lemma))
    )


def _subjects(tree: Tree, i: int) -> list[int]:
    return tree.children(i, "nsubj")


def _undoes(tree: Tree, i: int, stance: Stance, things: set[str], clause: bool) -> bool:
    """ "rejected the motion": by a ruling or a deed."""
    acted = stance == "denied" and bool(things & words().lists["acted_on"])
    return acted and not clause and not tree.children(i, "ccomp")


def _takes(tree: Tree, i: int, lemma: str, things: set[str], clause: bool) -> bool:
    """ "claimed 12 lives", "assumed office", "will defend his title"."""
    lists = words().lists
    if lemma == "defend":
        return (not things or bool(things & lists["defended"])) and not tree.children(i, "ccomp")
    if lemma == "assert" and things & {"right", "privilege", "control", "authority", "power", "claim", "independence"}:
        return not clause and not tree.children(i, "ccomp")
    return (lemma == "assume" and bool(things & lists["assumed"])) or (
        lemma == "claim" and bool(things & lists["claimed"]) and not clause
    )


def _meets(tree: Tree, i: int, lemma: str, things: set[str]) -> bool:
    """ "question a woman about the fire", "found him hiding", "showed no emotion": deeds."""
    if lemma == "question":
        people = words().sources["persons"] | words().sources["anonymous"]
        return bool(things & people) and not tree.children(i, "ccomp")
    if lemma == "find":
        clauses = [c for c in tree.children(i, "ccomp", "xcomp") if tree.tokens[c].tag == "VBG" and c > i + 1]
        return bool(clauses) and not any(tree.children(c, "mark", "aux") for c in clauses)
    if lemma == "refer":  # "referring to a law that": what is meant; "referred to it as a hoax" calls it something
        links = [k for k in tree.children(i, "prep") for k in (k, *tree.subtree(k))]
        named = any(t.text in ('"', "“", "``", "''") for t in tree.tokens[i + 1 : i + 4])
        return not named and not any(tree.tokens[k].text.lower() == "as" for k in links)
    return lemma == "show" and bool(things & words().lists["felt"])


def _leaves_open(tree: Tree, i: int) -> bool:
    """ "The footage did not show whether": a thing that keeps no silence."""
    marks = {tree.tokens[m].text.lower() for c in tree.children(i, "ccomp") for m in tree.children(c, "mark")}
    return bool(tree.children(i, "neg")) and "whether" in marks


def _goes_to(tree: Tree, i: int) -> bool:
    """Whether "to" and another verb stand behind a verb of beginning."""
    return any(tree.tokens[k].text.lower() == "to" for c in tree.children(i, "xcomp") for k in tree.children(c, "aux"))


def _votes(tree: Tree, i: int, things: set[str]) -> bool:
    """ "The Senate confirmed two nominations", "an illness, which confirmed what they knew": a vote, a sign."""
    tokens = tree.tokens
    for who in _subjects(tree, i):
        noun = tokens[tokens[who].head].head if tokens[who].text.lower() in ("which", "that") else who
        if noun != who and tokens[i].dep == "relcl" and tokens[noun].pos == "NOUN":
            people = {one for name in (*SPEAKING, "outlet_words") for one in words().sources[name]}
            return tokens[noun].lemma not in people
    return bool(things & words().lists["confirmed"]) and not tree.children(i, "ccomp")


def _by_a_thing(tree: Tree, i: int, lemma: str) -> bool:
    """ "it would encourage investors", "the new ferry promises lower costs"."""
    subjects = [tree.tokens[k] for k in _subjects(tree, i)]
    if lemma == "promise" and not tree.children(i, "xcomp", "ccomp"):
        people = {one for name in SPEAKING for one in words().sources[name]}
        return any(t.pos == "NOUN" and t.lemma not in people for t in subjects)
    return bool({t.text.lower() for t in subjects} & {"it", "this", "that", "which", "these", "those"})


def _convicts(tree: Tree, i: int) -> bool:
    """ "found the captain guilty": a verdict."""
    below = [k for c in tree.children(i, "ccomp", "oprd", "xcomp", "dobj", "acomp") for k in (c, *tree.children(c))]
    return any(tree.tokens[k].text.lower() in ("guilty", "liable", "innocent") for k in below)


def _of_itself(tree: Tree, i: int) -> bool:
    """ "found itself in court", "revealed himself as"."""
    below = [k for c in tree.children(i, "ccomp", "dobj") for k in (c, *tree.children(c, "nsubj"))]
    return any(tree.tokens[k].text.lower().endswith(("self", "selves")) for k in below)


def _rings(tree: Tree, i: int) -> bool:
    """ "called his mother to break the news": by telephone."""
    ends = [c for c in tree.children(i, "xcomp", "advcl") if tree.tokens[c].tag == "VB" and c > i]
    dialled = {tree.tokens[o].lemma.lower() for o in tree.children(i, "dobj")} & {"number", "hotline", "911", "cab"}
    if dialled and not tree.children(i, "oprd", "ccomp"):
        return True
    named = tree.children(i, "oprd") or any(t.text in ('"', "“", "``", "''") for t in tree.tokens[i + 1 : i + 12])
    return bool(tree.children(i, "dobj")) and bool(ends) and not named
