"""Cutting a sentence into clauses over its dependency parse."""

import itertools
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from crosswire.claims.governed import (
    behind_pronoun,
    governed,
    is_bare,
    is_hoped,
    is_ignored,
    is_infinitive,
    is_real,
    is_set_apart,
    is_unknown,
    is_vain,
)
from crosswire.claims.negations import is_not, opens_with_none
from crosswire.claims.standing import is_extracted
from crosswire.claims.words import words
from crosswire.text.syntax import Tree

OPENING = ("ROOT", "conj", "ccomp", "parataxis", "relcl", "advcl", "acl", "pcomp", "csubj", "csubjpass", "dep", "appos")
FINITE = ("VBD", "VBZ", "VBP", "MD")
SMALL = 4  # tokens: shorter participles and infinitives stay with what governs them
ANTECEDENT = 6  # tokens of a noun phrase that its relative clause takes along
BEFORE_NOUN = ("det", "amod", "compound", "nummod", "poss", "nmod", "case", "quantmod", "punct", "advmod", "npadvmod")
ADVERBIAL = frozenset({"after", "before", "by", "since", "while", "when", "despite", "without", "besides", "upon"})
JOINED = 40  # tokens: a longer clause sheds an inner clause, with the words before it
STUB = 10  # words of a clause that is not told without what it calls for ("the harbour union called | for it to sail")
CLIMB = 4  # tokens up to the preposition that one who is called on stands behind
FEW = 5  # words of a clause that goes on with what it makes or lets be ("The court allowed |her to sail")
LED = 45  # tokens of a clause with what leads to it


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: the token that heads it, and its own tokens in text order (an unbroken range of
    them in ``first``..``last``, half-open, is its span)."""

    head: int
    first: int
    last: int
    own: tuple[int, ...]


def _words(tree: Tree, indices: list[int] | set[int]) -> int:
    return sum(tree.tokens[i].pos not in ("PUNCT", "SPACE") for i in indices)


def heads(tree: Tree, first: int, last: int) -> list[int]:
    """The tokens of the sentence [first, last) that head a clause with content of its own."""
    tokens = tree.tokens
    found = []
    for i in range(first, last):
        token = tokens[i]
        if token.head == i:
            found.append(i)
            continue
        if token.pos not in ("VERB", "AUX") or token.dep not in OPENING:
            continue
        if _shares_limit(tree, i):
            continue
        size = _words(tree, list(tree.subtree(i)))
        finite = token.tag in FINITE or bool(tree.children(i, "nsubj", "nsubjpass", "expl"))
        if token.dep == "pcomp" and (tokens[token.head].text.lower() not in ADVERBIAL or size < 5):
            continue
        if token.dep in ("acl", "pcomp", "appos", "dep") or not finite:
            infinitive = any(tokens[c].tag == "TO" for c in tree.children(i, "aux"))
            if token.dep == "conj" and not infinitive and not _verbal(tree, token.head):
                continue
            if size < SMALL or (infinitive and token.dep in ("acl", "conj", "advcl", "ccomp") and size < 6):
                continue
        if token.dep == "relcl" and size < 3:
            continue
        if token.dep == "conj" and not _verbal(tree, token.head) and not finite:
            continue
        found.append(i)
    return found


def _shares_limit(tree: Tree, i: int) -> bool:
    """Whether a verb is joined to one whose denial or limit holds for it too: "was not damaged |or sold", "is poorly
    trained |and equipped"."""
    over = tree.tokens[i].head
    if tree.tokens[i].dep != "conj" or tree.children(i, "nsubj", "nsubjpass", "aux", "auxpass", "expl", "neg", "mark"):
        return False
    joined = {tree.tokens[k].text.lower() for k in tree.children(over, "cc")}
    if joined & {"or", "nor"} and tree.children(over, "neg"):
        return True
    limits = [k for k in tree.children(over, "advmod") if tree.tokens[k].text.lower() in words()["lists"]["limits"]]
    return any(k == over - 1 for k in limits) and tree.tokens[over].tag == "VBN"


def _verbal(tree: Tree, i: int) -> bool:
    return tree.tokens[i].pos in ("VERB", "AUX") or tree.tokens[i].head == i


def owned(tree: Tree, head: int, others: frozenset[int]) -> list[int]:
    """The tokens under a clause's head that no clause below it owns, in text order."""
    stack, found = [head], []
    while stack:
        i = stack.pop()
        found.append(i)
        stack.extend(c for c in tree.children(i) if c not in others)
    return sorted(found)


def cut(tree: Tree, first: int, last: int, barred: frozenset[int], apart: frozenset[int] = frozenset()) -> list[Clause]:
    """Cut the sentence [first, last) into clauses. ``barred`` tokens (cues and their speakers)
    break a clause and stand in none; what hangs on nouns ``apart`` ("a report |that it sank") is told without them."""
    tops = heads(tree, first, last)
    marks = frozenset(tops)
    small = [h for h in tops if tree.tokens[h].head != h and h not in barred and _is_small(tree, h, marks)]
    marks -= frozenset(small)
    leads = {k: h for h in marks if (k := _leading(tree, h, small)) is not None}
    clauses: list[Clause] = []
    for head in (h for h in tops if h in marks):
        own = [i for i in owned(tree, head, marks | leads.keys()) if i not in barred]
        for lead in (k for k, h in leads.items() if h == head):
            own = sorted({*own, *(i for i in owned(tree, lead, marks) if i not in barred)})
        if own:
            pieces = _pieces(tree, head, own, barred)
            clauses.extend(_with_antecedent(tree, piece, barred | apart) for piece in pieces)
    return _filled(tree, _led(tree, clauses))


def _led(tree: Tree, clauses: list[Clause]) -> list[Clause]:
    """The clauses, each that only leads to the next joined to it: "there is no proof |that it sank", "did not let |it
    sink". Where it denies something else than the next tells, it stays the head: "not the first time |that it sank"."""
    leads = {c.head: c for c in clauses}
    for clause in clauses:
        key = _owner(tree, _lead(tree, clause.head), leads)
        lead = leads.get(key)
        if not lead or key == clause.head or not lead.first < clause.first <= lead.last + 2:
            continue
        last = max(lead.last, clause.last)
        if last - lead.first > LED:
            continue
        if _is_let(tree, clause.head) and _words(tree, {*lead.own}) > FEW:
            continue
        other = _tells_other(tree, clause.head, lead.head)
        own = tuple(sorted({*lead.own, *clause.own}))
        spurned = tree.tokens[lead.head].lemma in words()["lists"]["spurning"]
        if _is_purpose(tree, clause.head) and _words(tree, {*clause.own}) > SMALL and not spurned:
            leads[key] = replace(lead, last=last)
            continue
        del leads[key]
        leads[clause.head] = Clause(lead.head if other else clause.head, lead.first, last, own)
    return list(leads.values())


def _is_let(tree: Tree, head: int) -> bool:
    """Whether a clause is what somebody or something lets, helps or sees be, and no denial and no order holds for it:
    "allowed |her to sail", "saw |it sink"."""
    over = tree.tokens[head].head
    if tree.tokens[head].dep != "ccomp" or not is_bare(tree, head) or governed(tree, head).denied:
        return False
    return tree.tokens[over].lemma not in ("get", "have") or is_real(tree, over)


def _tells_other(tree: Tree, head: int, lead: int) -> bool:
    """Whether a clause's lead tells something else than the clause: "not the first time that it sank", "has to get |it
    sold"."""
    over = tree.tokens[head].head
    if _is_measure(tree, head) or _is_purpose(tree, head) or caller(tree, head) >= 0 or is_ignored(tree, head):
        return True
    if tree.tokens[over].lemma in words()["lists"]["vague"] and tree.tokens[over].dep != "attr":
        return True
    if tree.tokens[over].dep == "attr":
        return bool(tree.children(lead, "neg"))
    return tree.tokens[over].lemma in ("get", "have") and is_bare(tree, head) and not governed(tree, head).denied


def _owner(tree: Tree, i: int, leads: Mapping[int, Clause]) -> int:
    """The head of the clause that a token stands in, or -1."""
    return next((k for k in (i, *tree.ancestors(i)) if k in leads), -1) if i >= 0 else -1


def _lead(tree: Tree, head: int) -> int:
    """The verb of the clause that only leads to the clause that a token heads, -1 where none does."""
    tokens, over, dep = tree.tokens, tree.tokens[head].head, tree.tokens[head].dep
    above = tokens[over].head
    if (calls := caller(tree, head)) >= 0:
        return calls
    if over >= head or any(t.text == "," for t in tokens[over + 1 : head]):
        return -1
    if _completes_noun(tree, head) or _is_measure(tree, head) or is_extracted(tree, head):
        return over
    if dep in ("ccomp", "advcl", "xcomp") and tokens[over].dep != "attr":
        return over if _is_completed(tree, head) else -1
    if dep not in ("acl", "relcl", "ccomp") or tokens[over].dep != "attr" or tokens[above].lemma != "be":
        return -1
    bare = tokens[over].lemma == "time" or tokens[over].pos == "PRON" or dep != "relcl"  # "not someone |who sails"
    return above if (bare and tree.children(above, "neg")) or tree.children(above, "expl") else -1


def _completes_noun(tree: Tree, head: int) -> bool:
    """Whether a noun says little without the clause that a token heads: "an attempt |to sell it", "all |that she has",
    "is the man |who sold it"."""
    noun, dep = tree.tokens[tree.tokens[head].head], tree.tokens[head].dep
    if dep == "advcl" and noun.pos == "NOUN":  # "calls |for her to sell it"
        return is_infinitive(tree, head)
    if dep not in ("acl", "relcl") or noun.pos not in ("NOUN", "PRON", "DET", "PROPN"):
        return False
    if is_infinitive(tree, head):
        return noun.pos != "PROPN"
    said = noun.pos == "NOUN" and (noun.dep == "attr" or noun.lemma in words()["lists"]["vague"])
    return dep == "relcl" and (noun.pos in ("PRON", "DET") or said)


def caller(tree: Tree, head: int) -> int:
    """The verb that calls on somebody for what an infinitive behind him tells, whatever the parser hangs it on:
    "calling for the mayor |to sell it"; -1 where none does."""
    first = tree.token_range(head)[0]
    if not is_infinitive(tree, head) or first == 0 or tree.tokens[first].tag != "TO":
        return -1
    for k in itertools.islice(itertools.chain((first - 1,), tree.ancestors(first - 1)), CLIMB):
        over = tree.tokens[k].head
        called = tree.tokens[k].dep == "prep" and tree.tokens[k].text.lower() in ("for", "on", "upon")
        if called and tree.tokens[over].lemma in words()["lists"]["urging"] and tree.tokens[over].pos == "VERB":
            return over
    return -1


def _is_measure(tree: Tree, head: int) -> bool:
    """Whether a clause is what something is measured by: "larger |than she thought", "began |an hour after it sank"."""
    if any(tree.tokens[k].text.lower() == "than" for k in tree.children(head, "mark")):
        return True
    spans = [k for k in tree.children(head, "npadvmod") if k + 1 in tree.children(head, "mark", "advmod")]
    return tree.tokens[head].dep == "advcl" and bool(spans)


def _is_purpose(tree: Tree, head: int) -> bool:
    """Whether a clause is what a noun is for: "an attempt |to sell it"."""
    return _completes_noun(tree, head) and is_infinitive(tree, head)


def _is_completed(tree: Tree, head: int) -> bool:
    """Whether a verb tells otherwise without the clause under it: "will have |it towed", "did not know |when it
    sails", "did not know |that it had sunk"."""
    over, begins = tree.tokens[head].head, tree.tokens[tree.token_range(head)[0]]
    if begins.tag in ("WRB", "WP", "WDT") or begins.text.lower() in ("if", "whether"):
        return is_unknown(tree, over) or _is_complement(tree, head)
    thought = tree.tokens[head].dep == "ccomp" and tree.tokens[over].lemma in words()["lists"]["beliefs"]
    if is_ignored(tree, head) or is_vain(tree, head) or is_set_apart(tree, head) or _is_wanted(tree, head):
        return True
    if is_hoped(tree, head) or (thought and tree.children(over, "neg")):
        return True
    if tree.tokens[head].dep != "ccomp" or not is_bare(tree, head):
        return False
    return not is_infinitive(tree, head) or tree.tokens[over].lemma in words()["lists"]["causing"]


def _is_complement(tree: Tree, head: int) -> bool:
    """Whether a clause that begins with a question word is the thing that its verb is about: "holds |what it calls a
    drill", "the question is |who pays"."""
    over, begins = tree.tokens[tree.tokens[head].head], tree.tokens[tree.token_range(head)[0]]
    return tree.tokens[head].dep == "ccomp" and (over.lemma == "be" or begins.text.lower() == "what")


def _is_wanted(tree: Tree, head: int) -> bool:
    """Whether an infinitive with its own subject is what somebody wants, asks or expects: "expects |it to sail"."""
    over = tree.tokens[tree.tokens[head].head]
    if tree.tokens[head].dep != "ccomp" or not is_infinitive(tree, head):
        return False
    return over.lemma in words()["lists"]["urging"] and bool(tree.children(head, "nsubj", "nsubjpass"))


def _filled(tree: Tree, clauses: list[Clause]) -> list[Clause]:
    """The clauses, each whose few words tell nothing without the clause behind them with that one's words as well: "the
    harbour police have found |that it sank", "called |for it to sail"."""
    stubs = {c.head: c for c in clauses if _words(tree, {*c.own}) <= STUB and tree.tokens[c.head].pos == "VERB"}
    for clause in clauses:
        over, first = tree.tokens[clause.head].head, tree.token_range(clause.head)[0]
        stub, wanted = stubs.get(over), tree.tokens[first].text.lower() == "for" and tree.tokens[first].dep == "mark"
        near = stub is not None and over < clause.first and stub.first < clause.first <= stub.last + 2
        if stub and near and wanted and clause.last - stub.first <= LED:
            stubs[over] = replace(stub, last=clause.last)
    return [stubs.get(c.head, c) for c in clauses]


def _is_small(tree: Tree, head: int, marks: frozenset[int]) -> bool:
    """Whether a clause has too few words of its own to be read alone: "to announce", "it appears"
    keeps its subject and stays, "that follow" does not."""
    own = [i for i in owned(tree, head, marks) if tree.tokens[i].pos not in ("PUNCT", "SPACE", "CCONJ", "SCONJ")]
    subject = any(tree.tokens[c].tag not in ("WP", "WDT") for c in tree.children(head, "nsubj", "nsubjpass", "expl"))
    shared = tree.tokens[head].dep == "conj" and tree.tokens[head].tag in ("VBD", "VBZ", "VBP")  # "… and sank"
    return len(own) < 3 and not subject and not shared


def _leading(tree: Tree, head: int, small: Collection[int]) -> int | None:
    """The preposition or short verb over a clause that belongs to it: "after leaving", "without him asking", "which
    means |that it sank"."""
    if (behind := behind_pronoun(tree, head)) is not None:
        return behind
    token, over = tree.tokens[head], tree.tokens[head].head
    preposition = token.dep == "pcomp" and tree.tokens[over].dep == "prep"
    return over if over < head and (preposition or (token.dep == "ccomp" and over in small)) else None


def _with_antecedent(tree: Tree, clause: Clause, barred: frozenset[int]) -> Clause:
    """A relative clause or participle with the short noun phrase before it that it tells about, and its "not"; a clause
    that goes on with "nor" with that."""
    if clause.first and tree.tokens[clause.first - 1].text.lower() == "nor":
        return replace(clause, first=clause.first - 1)
    noun = tree.tokens[clause.head].head
    if tree.tokens[clause.head].dep not in ("relcl", "acl") or not 0 < clause.first - noun <= 2:
        return clause
    between = range(noun + 1, clause.first)
    if any(tree.tokens[k].text not in (",", "who", "that", "which") for k in between):
        return clause
    first = noun
    for k in range(noun - 1, max(noun - ANTECEDENT, tree.parse.sentences[tree.tokens[noun].sentence].first) - 1, -1):
        if tree.tokens[k].head not in range(k, noun + 1) or tree.tokens[k].dep not in BEFORE_NOUN:
            break
        first = k
    if first and is_not(tree, first - 1, noun):
        first -= 1
    return clause if any(k in barred for k in range(first, clause.first)) else replace(clause, first=first)


def _pieces(tree: Tree, head: int, own: list[int], barred: frozenset[int]) -> list[Clause]:
    """A clause as one range where it may be, else its part with the head and the parts left over:
    a barred token always breaks it, an inner clause does where the whole grows too long."""
    while len(own) > 1 and tree.tokens[own[-1]].pos in ("PUNCT", "SPACE", "CCONJ"):
        own = own[:-1]
    while len(own) > 1 and tree.tokens[own[0]].pos in ("PUNCT", "SPACE", "CCONJ") and not _is_neither(tree, own[0]):
        own = own[1:]
    long = own[-1] + 1 - own[0] > JOINED and not opens_with_none(tree, head)
    groups: list[list[int]] = [[own[0]]]
    for before, i in itertools.pairwise(own):
        hole = range(before + 1, i)
        if any(k in barred for k in hole) or (long and len(hole) > 2):
            groups.append([])
        groups[-1].append(i)
    pieces = []
    for group in groups:
        core = head in group
        if core or _words(tree, group) >= 3:
            top = head if core else _top(tree, group)
            pieces.append(Clause(top, group[0], group[-1] + 1, tuple(group)))
    return pieces


def _is_neither(tree: Tree, i: int) -> bool:
    """Whether a token denies what it opens: "neither the mayor nor the council sold it"."""
    return tree.tokens[i].text.lower() == "neither"


def _top(tree: Tree, group: list[int]) -> int:
    """The token of a group that the others hang on."""
    inside = set(group)
    verbs = [i for i in group if tree.tokens[i].pos in ("VERB", "AUX") and tree.tokens[i].dep not in ("amod", "aux")]
    for i in [*verbs, *group]:
        if tree.tokens[i].head not in inside and tree.tokens[i].pos not in ("PUNCT", "SPACE"):
            return i
    return group[0]
