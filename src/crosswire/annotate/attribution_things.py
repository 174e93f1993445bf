"""What cannot speak, and verbs of telling that tell nothing: the things that a parse makes the subject of a word of
telling, and words whose subject it lost."""

from crosswire.annotate.attribution_words import words
from crosswire.annotate.person_words import is_person
from crosswire.records import Token
from crosswire.text.clauses import SUBJECTS, is_passive
from crosswire.text.syntax import Tree

SPEAKING = ("persons", "anonymous", "documents", "bodies", "outlet_words", "firms", "offices", "titles")
DOERS = ("er", "or", "ist", "ian", "eer", "ee")  # "listeners", "economists"
CROWDS = frozenset(
    "crowd faction bloc side camp caucus wing gang band opposition public family couple pair trio duo regime militia"
    " community military electorate staff crew leadership majority minority delegation coalition alliance state country"
    " nation city town county percent group dozen most many some several few half".split()
)

SAYING = frozenset({"say", "state", "read", "stipulate", "specify", "provide"})
COUNTS = frozenset({"number", "handful", "lot", "rest", "average", "measure"})


def is_thing(tree: Tree, i: int) -> bool:
    """Whether token i is a common noun for nothing that speaks: no person, no body, no document."""
    token, lists = tree.tokens[i], words().sources
    if token.pos != "NOUN" or token.tag not in ("NN", "NNS") or not token.text[:1].islower():
        return False
    counted = [o for p in tree.children(i, "prep") for o in tree.children(p, "pobj")]
    if token.lemma in COUNTS:  # "a number of clerks", "the whole number"
        return not counted or is_thing(tree, counted[0])
    if token.lemma in words().sources["rules"] and _over(tree, i).lemma in SAYING:
        return False  # "the code that says: “…”"
    doers = token.tag == "NNS" and token.lemma.endswith(DOERS)
    known = token.lemma in CROWDS or is_person(token.lemma) or any(token.lemma in lists[name] for name in SPEAKING)
    return not (known or doers)


def _over(tree: Tree, i: int) -> Token:
    """The verb that a noun is the subject of, or whose relative clause hangs on it."""
    verbs = [k for k in tree.children(i, "relcl", "acl") if tree.tokens[k].lemma in SAYING]
    return tree.tokens[verbs[0] if verbs else tree.tokens[i].head]


def is_no_word(tree: Tree, i: int) -> bool:
    """Whether a verb of telling has lost its subject in the parse, tells what a gathering is for, or only that words
    are to come."""
    return _is_cut_off(tree, i) or _is_gathering(tree, i) or _is_ahead(tree, i)


def _is_cut_off(tree: Tree, i: int) -> bool:
    """Whether a finite verb behind a conjunction has lost its subject to it in the parse: "were told to leave after a
    hole in the yard's wall threatened to let the water in"."""
    over = tree.tokens[i].head
    links = [
        *tree.children(i, "mark"),
        *(k for verb in (over, *tree.children(over, "xcomp")) for k in tree.children(verb, "prep")),
    ]
    marked = any(tree.tokens[k].text.lower() in ("after", "before", "as", "until") for k in links if over < k < i)
    finite = tree.tokens[i].tag in ("VBD", "VBZ", "VBP") and tree.tokens[i].dep == "advcl"
    return finite and marked and not tree.children(i, *SUBJECTS, "expl")


def _is_ahead(tree: Tree, i: int) -> bool:
    """Whether a passive tells that somebody will say something, whose words they are: "“…,” Lee is expected to say"."""
    told = (k for k in tree.children(i, "xcomp") if words().stance.get(tree.tokens[k].lemma) == "said")
    return is_passive(tree, i) and tree.tokens[i].lemma in ("expect", "schedule", "set") and any(told)


def _is_gathering(tree: Tree, i: int) -> bool:
    """Whether a participle tells what a gathering before it is for: "police cleared a protest calling for a vote"."""
    before = tree.tokens[i - 1].lemma if i else ""
    return tree.tokens[i].tag == "VBG" and before in words().lists["gatherings"]
