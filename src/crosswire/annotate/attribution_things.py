"""What cannot speak: the things that a parse makes the subject of a word of telling."""

from crosswire.annotate.attribution_words import words
from crosswire.annotate.person_words import is_person
from crosswire.text.syntax import Tree

SPEAKING = ("persons", "anonymous", "documents", "bodies", "outlet_words", "firms", "offices", "titles")
DOERS = ("er", "or", "ist", "ian", "eer", "ee")  # "listeners", "economists"
CROWDS = frozenset(
    "crowd faction bloc side camp caucus wing gang band opposition public family couple pair trio duo regime militia"
    " community military electorate staff crew leadership majority minority delegation coalition alliance state country"
    " nation city town county percent group dozen most many some several few half".split()
)

COUNTS = frozenset({"number", "handful", "lot", "rest", "average", "measure"})


def is_thing(tree: Tree, i: int) -> bool:
    """Whether token i is a common noun for nothing that speaks: no person, no body, no document."""
    token, lists = tree.tokens[i], words().sources
    if token.pos != "NOUN" or token.tag not in ("NN", "NNS") or not token.text[:1].islower():
        return False
    counted = [o for p in tree.children(i, "prep") for o in tree.children(p, "pobj")]
    if token.lemma in COUNTS:  # "a number of clerks", "the whole number"
        return not counted or is_thing(tree, counted[0])
    doers = token.tag == "NNS" and token.lemma.endswith(DOERS)
    known = token.lemma in CROWDS or is_person(token.lemma) or any(token.lemma in lists[name] for name in SPEAKING)
    return not (known or doers)
