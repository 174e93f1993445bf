"""Whether what a cue holds can stand alone, or is part of what its verb needs.

A verb takes complements of several kinds (Huddleston and Pullum, "The Cambridge Grammar of the English Language", 2002,
chapters 4, 11 and 14). A content clause with its own subject tells something by itself: "said |the ferry sank". An
object, an infinitive, what a preposition governs and a clause out of which a relative pronoun is taken do not: "accused
|Delta Shipping of theft", "urged |the crew to stay", "a bill that he said |is too dear"."""

from collections.abc import Collection

from crosswire.text.syntax import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
VERBS = frozenset({"VERB", "AUX"})
NEEDED = frozenset({"dobj", "dative", "attr", "acomp", "oprd", "xcomp", "pcomp", "ccomp", "prep", "pobj", "agent"})
GOVERNED = frozenset({"of", "for", "as", "on", "upon", "at", "to", "from", "against", "about", "with"})  # by a verb
OPENS = frozenset({":", '"', "“", "‘", "'", "``", "`"})  # what somebody's own words stand behind
SIGNS = frozenset({"PUNCT", "SPACE"})
BOUND = frozenset({"dobj", "pobj", "attr", "nsubj", "nsubjpass"})  # what a noun is to the verb or preposition over it
SETTING = frozenset({"in", "with", "via"})  # "said in a statement |that"


def stands_alone(tree: Tree, cue: int, content: Collection[int]) -> bool:
    """Whether the content of a cue (token indices) tells something without the cue."""
    if cue in content and is_dependent(tree, cue):  # "blamed for reportedly |selling it"
        return False
    said = [k for k in sorted(content) if tree.tokens[k].pos not in SIGNS]
    tops = [k for k in said if tree.tokens[k].head not in content or tree.tokens[k].head == k]
    if tree.tokens[said[0]].text.lower() == "that" and tree.tokens[said[0]].dep == "mark":
        return True
    if tree.tokens[cue].lemma == "say" and any(tree.tokens[k].dep == "dobj" for k in tops):
        return True  # nobody says a thing: the parser took a clause's subject for one
    if any(is_extracted(tree, k) and tree.tokens[k].head == cue for k in tops):
        return False
    return any(_is_clause(tree, cue, k, content) for k in tops) or not any(_is_needed(tree, cue, k) for k in tops)


def is_extracted(tree: Tree, head: int) -> bool:
    """Whether a noun's relative clause only leads to the clause of a head, out of which the relative pronoun is taken:
    "a bill that he says |is too dear", "the deal he said |they had broken" only where the pronoun stands there."""
    over = tree.tokens[head].head
    if tree.tokens[head].dep != "ccomp" or tree.tokens[over].dep != "relcl" or over > head:
        return False
    if any(tree.tokens[k].tag in ("WDT", "WP") for k in tree.children(head) if k < over):
        return True
    finite = any(tree.tokens[k].tag in FINITE for k in (head, *tree.children(head, "aux", "auxpass")))
    return finite and not tree.children(head, *SUBJECTS)


def _is_clause(tree: Tree, cue: int, head: int, content: Collection[int]) -> bool:
    """Whether a verb has its own subject within the content ("the ferry sank", "that the pier be shut"; "Delta to shut
    pier", where the cue is one of saying), or is an imperative."""
    if tree.tokens[head].pos not in VERBS:
        return False
    infinitive = any(tree.tokens[k].tag == "TO" for k in tree.children(head, "aux"))
    subject = any(k in content for k in tree.children(head, *SUBJECTS))
    if infinitive:
        return subject and tree.tokens[cue].lemma == "say"
    quoted = tree.tokens[max(0, min(content) - 1)].text in OPENS or tree.tokens[min(content)].text in OPENS
    return subject or (quoted and tree.tokens[head].tag == "VB" and not tree.children(head, *SUBJECTS))


def _is_needed(tree: Tree, cue: int, top: int) -> bool:
    """Whether a word hangs on a cue as what it needs: its object, an infinitive, what its preposition governs."""
    token = tree.tokens[top]
    if token.dep not in NEEDED or top < cue:
        return False
    if token.dep == "prep" and token.text.lower() not in GOVERNED:
        return False
    if token.dep == "ccomp" and any(tree.tokens[k].tag in FINITE for k in (top, *tree.children(top, "aux", "auxpass"))):
        return False
    over = token.head
    while tree.tokens[over].pos == "ADP" and over != cue and tree.tokens[over].head != over:
        over = tree.tokens[over].head
    return over == cue


def wanted(tree: Tree, content: Collection[int]) -> int | None:
    """The infinitive that a cue's content is, whatever its verb is called ("urged |the crew to stay", "vowed |to stay",
    "called on |the crew to stay"): what is asked or promised is the matter of the clause; None where it is no
    infinitive."""
    said = [k for k in sorted(content) if tree.tokens[k].pos not in SIGNS]
    tops = [k for k in said if tree.tokens[k].head not in content or tree.tokens[k].head == k]
    found = [k for k in tops if any(tree.tokens[j].tag == "TO" for j in tree.children(k, "aux"))]
    return found[0] if len(found) == 1 else None


def is_dependent(tree: Tree, cue: int) -> bool:
    """Whether a cue is itself what another verb needs: "continues |to defend", "blamed for |calling", "holds |what it
    calls a drill"."""
    asks = any(tree.tokens[k].tag == "WP" for k in tree.children(cue) if k < cue)
    return tree.tokens[cue].dep in ("xcomp", "pcomp") or (tree.tokens[cue].dep == "ccomp" and asks)


def is_bound(tree: Tree, noun: int) -> bool:
    """Whether a noun that holds what somebody says is itself what its clause tells of: "confirmed a report |that",
    "was spurred by his claims |that"; not one that only names where it was said ("in a statement |that")."""
    token = tree.tokens[noun]
    if token.pos != "NOUN" or token.dep not in BOUND:
        return False
    preposition = tree.tokens[token.head]
    if token.dep == "pobj" and preposition.text.lower() == "to":
        return tree.tokens[preposition.head].text.lower() != "according"
    return token.dep != "pobj" or preposition.text.lower() not in SETTING
