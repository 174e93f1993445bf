"""How a clause colours its proposition: negation, modality, condition, hedge, status."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from crosswire.claims.governed import governed
from crosswire.claims.negations import negated
from crosswire.claims.words import words
from crosswire.text.denials import UNLIKELY
from crosswire.text.syntax import Tree

# What is so "tomorrow" or "next week" is still to come, whatever its tense.
TOMORROW = "tomorrow"
SPANS = frozenset({"week", "weekend", "month", "year", "season", "spring", "summer", "fall", "autumn", "winter"})

Status = Literal["actual", "planned", "possible", "asked", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Colour:
    """What colours a claim; ``predicate`` is the token that carries its meaning ("wants to run"
    is headed by "run")."""

    predicate: int
    polarity: Literal["affirmed", "denied"]
    modality: str | None
    condition: str | None
    hedge: str | None
    status: Status


def _infinitive(tree: Tree, i: int) -> int | None:
    for child in tree.children(i, "xcomp", "acomp", "advcl"):
        if tree.tokens[child].dep == "acomp":
            deeper = _infinitive(tree, child)
            if deeper is not None:
                return deeper
        elif tree.tokens[child].dep == "xcomp" and any(tree.tokens[c].tag == "TO" for c in tree.children(child, "aux")):
            return child
    return None


def _is_to(tree: Tree, verb: int) -> int | None:
    """The "to" of what somebody "is to" do or what is "to be" done; not that of "the aim is to close it"."""
    over = tree.tokens[verb].head
    to = next((k for k in tree.children(verb, "aux") if tree.tokens[k].tag == "TO"), None)
    if to is None or tree.tokens[verb].dep != "xcomp" or tree.tokens[over].lemma != "be" or verb < over:
        return None
    more = (
        tree.children(over, "acomp", "attr", "neg") or tree.children(verb, "neg") or tree.tokens[verb].lemma == "blame"
    )
    if more or not all(tree.tokens[k].tag == "RB" for k in range(over + 1, to)):
        return None
    own = [tree.tokens[k] for k in tree.children(over, "nsubj", "nsubjpass")]
    who = any(t.tag in ("NNP", "NNPS", "PRP") and t.text.lower() != "it" for t in own)
    passive = any(t.tag in ("NN", "NNS") for t in own) and tree.children(verb, "auxpass")
    return to if who or passive else None


def _is_ahead(tree: Tree, verb: int) -> bool:
    """Whether a verb of the present tells what is "tomorrow" or "next week"."""
    tokens = tree.tokens
    help_ = [k for k in tree.children(verb, "aux", "auxpass") if tokens[k].tag in ("VBZ", "VBP")]
    present = tokens[verb].tag in ("VBZ", "VBP") or (help_ and tokens[help_[0]].lemma == "be")
    if not present or tokens[verb].lemma in ("be", "have", "seem"):
        return False
    days = tree.children(verb, "npadvmod", "nsubj", "advmod")
    spans = [k for k in days if tokens[k].dep == "npadvmod" and tokens[k].lemma in SPANS]
    return any(tokens[k].text.lower() == TOMORROW for k in days) or any(
        tokens[j].text.lower() == "next" for k in spans for j in tree.children(k, "amod")
    )


def _governor(lemma: str) -> str | None:
    kinds = words()["governors"] | {"doubted": UNLIKELY}
    return next((name for name, lemmas in kinds.items() if lemma in lemmas), None)


def _descend(tree: Tree, head: int) -> tuple[int, list[int], list[str]]:
    """The verb that carries the meaning under a head, the verbs and adjectives passed on the way,
    and what each makes of it."""
    path: list[int] = []
    kinds: list[str] = []
    at = head
    for _ in range(4):
        below = _infinitive(tree, at)
        if below is None or (tree.children(at, "dobj") and not _is_yet_to(tree, below)):
            break
        via = [c for c in tree.children(at, "acomp") if _infinitive(tree, c) == below]
        kind = "denied" if _is_yet_to(tree, below) else _governor(tree.tokens[via[0] if via else at].lemma)
        if kind is None and _is_to(tree, below) is not None:
            kind = "planned"
        if kind is None:
            break
        path.extend([at, *via])
        kinds.append(kind)
        at = below
    return at, path, kinds


def _is_yet_to(tree: Tree, verb: int) -> bool:
    """Whether something has not been done: "has yet to vote", "is yet to appear"."""
    return any(tree.tokens[k].tag == "TO" and tree.tokens[k - 1].text.lower() == "yet" for k in tree.children(verb))


def _is_joined_by_nor(tree: Tree, head: int) -> bool:
    """Whether a clause goes on with a denial: "…, nor will he stay"."""
    first = tree.token_range(head)[0]
    return tree.tokens[head].dep == "conj" and first > 0 and tree.tokens[first - 1].text.lower() == "nor"


def _is_turned_down(tree: Tree, own: Sequence[int]) -> bool:
    """Whether words without a verb are an answer that denies: "No, not on Monday"."""
    said = [tree.tokens[i] for i in own if tree.tokens[i].pos not in ("PUNCT", "SPACE")]
    opening = [t.text.lower() for t in said[:2]]
    return opening == ["no", "not"] and not any(t.pos in ("VERB", "AUX") for t in said)


def _text(tree: Tree, text: str, indices: list[int]) -> str:
    return " ".join(text[tree.tokens[i].start : tree.tokens[i].end] for i in sorted(set(indices)))


def _condition(tree: Tree, text: str, head: int) -> str | None:
    for child in tree.children(head, "advcl"):
        for mark in tree.children(child, "mark", "advmod"):
            if tree.tokens[mark].text.lower() in ("if", "unless", "provided", "assuming"):
                start, end = tree.span(child)
                return text[start:end]
    return None


def colour(tree: Tree, text: str, head: int, own: Sequence[int]) -> Colour:
    """Read a clause's colour off its head and own tokens. Rules over the words of words.toml."""
    table = words()
    tokens = tree.tokens
    predicate, path, kinds = _descend(tree, head)
    over = governed(tree, head)
    chain = [*path, predicate]
    modal = [c for i in chain for c in tree.children(i, "aux") if tokens[c].tag == "MD"]
    to = _is_to(tree, predicate)
    denied = (negated(tree, chain) or _is_joined_by_nor(tree, head) or _is_turned_down(tree, own)) != over.denied
    denied = denied != bool({"denied", "doubted"} & set(kinds))
    colours = [*(k for k in (over.wish, to) if k is not None), *modal, *path]
    modality = _text(tree, text, colours) if colours else None
    own_words = [tokens[i].text.lower() for i in own]
    hedges = [w for w in own_words if w in table["lists"]["hedges"]]
    softened = [*hedges, *(tokens[k].text.lower() for k in (over.notion,) if k is not None)]
    condition = _condition(tree, text, head)
    marks = {tokens[c].text.lower() for c in tree.children(head, "mark", "advmod")}
    asked = "whether" in marks or (tokens[head].dep == "ccomp" and "if" in marks) or over.status == "asked"
    question = tokens[head].head == head and text[tokens[tree.token_range(head)[1] - 1].start] == "?"
    hypothetical = bool(marks & {"if", "unless"}) and not asked
    if _is_ahead(tree, predicate):
        kinds.append("planned")
    status = _status(asked or question, hypothetical or condition is not None, modal, kinds, hedges, tree)
    if over.status == "planned" and status == "actual":
        status = "planned"
    return Colour(
        predicate,
        "denied" if denied else "affirmed",
        modality,
        condition,
        "whether" if asked else next(iter(softened), None),
        "possible" if over.status == "possible" and not asked else status,
    )


def _status(
    asked: bool, hypothetical: bool, modal: list[int], kinds: list[str], hedges: list[str], tree: Tree
) -> Status:
    table = words()
    modals = [tree.tokens[m].text.lower() for m in modal]
    if asked:
        return "asked"
    if hypothetical or any(m in table["modals"]["hypothetical"] for m in modals):
        return "hypothetical"
    if any(m in table["modals"]["possible"] for m in modals) or {"possible", "doubted"} & set(kinds):
        return "possible"
    if any(m in table["modals"]["planned"] for m in modals) or "planned" in kinds:
        return "planned"
    if any(h in table["lists"]["doubt"] for h in hedges):
        return "possible"
    return "actual"
