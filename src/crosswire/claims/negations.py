"""Whether a verb is negated by what hangs on it."""

import re
from collections.abc import Sequence

from crosswire.claims.words import words
from crosswire.text.syntax import Tree

QUOTES = frozenset("\"'“”‘’`")
NUMBERED = re.compile(r"[Nn]o\.? ?\d|No\.")


def negated(tree: Tree, chain: Sequence[int]) -> bool:
    """Whether one of some verbs is negated: by a word of its own, or by a participant that is nobody or nothing."""
    negations = words()["lists"]["negations"]
    for i in chain:
        for child in tree.children(i):
            token = tree.tokens[child]
            negates = token.dep == "neg" or (
                token.dep in ("advmod", "preconj", "cc") and token.text.lower() in negations
            )
            if negates and not adds(tree, child) and not _contrasts(tree, i, child):
                return True
            if token.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
                if (token.text.lower() in negations and not _is_number(tree, child)) or _is_no_one(tree, child):
                    return True
                if any(is_plain_no(tree, d) for d in tree.children(child, "det", "neg")):
                    return True
                nots = tree.children(child, "neg", "advmod", "preconj")
                if any(_is_not_one(tree, d) and not _contrasts(tree, child, d) for d in nots):
                    return True
                if _is_neither(tree, child):
                    return True
    return False


def adds(tree: Tree, negation: int) -> bool:
    """Whether a negation begins "not only" and its like, which denies nothing."""
    follows = tree.tokens[negation + 1].text.lower() if negation + 1 < len(tree.tokens) else ""
    return follows in words()["lists"]["adding"]


def _contrasts(tree: Tree, head: int, negation: int) -> bool:
    """Whether "not" behind a comma sets something apart from what is told before it: "sails to Brik, not to Sall"."""
    if negation <= head or tree.tokens[negation - 1].text != "," or tree.tokens[negation].text.lower() != "not":
        return False
    if tree.tokens[head].pos not in ("VERB", "AUX"):
        return True
    return any(head < k < negation and tree.tokens[k].pos not in ("ADV", "PUNCT", "CCONJ") for k in tree.children(head))


def is_plain_no(tree: Tree, d: int) -> bool:
    """Whether a determiner denies: "no ferry", not "no fewer than 20 ferries" nor the "no" that is quoted or has a
    determiner of its own ("the only no vote"), or stands for "number" ("No. 5")."""
    before, word, follows = (
        tree.tokens[k].text.lower() if 0 <= k < len(tree.tokens) else "" for k in range(d - 1, d + 2)
    )
    if word != "no" or follows in ("fewer", "less", "more") or _is_number(tree, d):
        return False
    return (
        not (before in QUOTES and follows in QUOTES)
        and not tree.children(tree.tokens[d].head, "poss")
        and not any(tree.tokens[k].text.lower() in ("the", "a") for k in tree.children(tree.tokens[d].head, "det"))
    )


def _is_number(tree: Tree, i: int) -> bool:
    """Whether "No." stands for "number" ("No. 5"), however the tokeniser cut it."""
    behind = "".join(t.text for t in tree.tokens[i : i + 3])
    return NUMBERED.match(behind) is not None


def _is_neither(tree: Tree, child: int) -> bool:
    """Whether a participant is neither of two: "neither ferry", "neither the mayor nor the council"."""
    return any(tree.tokens[k].text.lower() == "neither" for k in tree.children(child, "det", "preconj", "cc", "advmod"))


def is_not(tree: Tree, i: int, noun: int) -> bool:
    """Whether a token is the "not" of a noun without a verb: "not a ferry built in Brik"."""
    return tree.tokens[i].text.lower() == "not" and tree.tokens[i].head == noun and not adds(tree, i)


def opens_with_none(tree: Tree, verb: int) -> bool:
    """Whether the subject before a verb is nobody or nothing, which a claim of the verb may not lose: "none of the
    ferries", "no other ferry"."""
    for child in tree.children(verb, "nsubj", "nsubjpass"):
        word = tree.tokens[tree.token_range(child)[0]].text.lower()
        if child < verb and (word in ("no", "none", "neither", "nobody", "nothing", "not") or _is_no_one(tree, child)):
            return True
    return False


def _is_not_one(tree: Tree, d: int) -> bool:
    """Whether "not" opens a participant: "not a one", "not one ferry", not "not only ferries"."""
    follows = tree.tokens[d + 1].text.lower() if d + 1 < len(tree.tokens) else ""
    return tree.tokens[d].text.lower() == "not" and follows in ("a", "an", "one", "many", "all", "everyone")


def _is_no_one(tree: Tree, child: int) -> bool:
    """Whether a participant is "no-one", however the tokeniser cut it."""
    first = max(0, child - 2)
    return "".join(t.text.strip() for t in tree.tokens[first : child + 1]).lower() in ("no-one", "noone", "no–one")
