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
    if lemma == "assume" and things & lists["assumed"]:
        return True
    if lemma == "claim" and things & lists["claimed"] and not clause:
        return True
    if lemma == "plead" and {t.text.lower() for t in tree.tokens[i + 1 : i + 3]} & lists["pleas"]:
        return True
    who = {tree.tokens[k].text.lower() for k in tree.children(i, "nsubj")}
    return lemma in lists["animate"] and bool(who & {"it", "this", "that", "which", "these", "those"})
