"""Verbs of saying that tell of something done and not said: "rejected the motion", "claimed 12 lives"."""

from crosswire.annotate.attribution_words import Stance, words
from crosswire.text.syntax import Tree


def marked_that(tree: Tree, i: int) -> bool:
    """Whether "that" introduces the clause at i."""
    return any(tree.tokens[c].text.lower() == "that" for c in tree.children(i, "mark"))


def is_act(tree: Tree, i: int, lemma: str, stance: Stance) -> bool:
    """Whether the verb tells of something done and not said: "rejected the motion", "it would encourage
    investors", where a thing is what does it."""
    lists = words().lists
    things = {tree.tokens[o].lemma for o in tree.children(i, "dobj", "nsubjpass")}
    clause = any(marked_that(tree, c) for o in tree.children(i, "dobj") for c in tree.children(o, "acl", "relcl"))
    if stance == "denied" and things & lists["acted_on"] and not clause and not tree.children(i, "ccomp"):
        return True
    if stance == "believed" and any(
        k == i + 1 and tree.tokens[k].text.lower() == "of" for k in tree.children(i, "prep")
    ):
        return True
    if lemma == "defend" and (not things or things & lists["defended"]) and not tree.children(i, "ccomp"):
        return True
    if lemma in ("find", "reveal", "show") and (_convicts(tree, i) or _of_itself(tree, i)):
        return True
    if lemma == "call" and _rings(tree, i):
        return True
    if lemma == "assume" and things & lists["assumed"]:
        return True
    if lemma == "claim" and things & lists["claimed"] and not clause:
        return True
    if lemma == "plead" and {t.text.lower() for t in tree.tokens[i + 1 : i + 3]} & lists["pleas"]:
        return True
    who = {tree.tokens[k].text.lower() for k in tree.children(i, "nsubj")}
    return lemma in lists["animate"] and bool(who & {"it", "this", "that", "which", "these", "those"})


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
    named = tree.children(i, "oprd") or any(t.text in ('"', "“", "``", "''") for t in tree.tokens[i + 1 : i + 12])
    return bool(tree.children(i, "dobj")) and bool(ends) and not named
