"""How a clause colours its proposition: negation, modality, condition, hedge, status."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from crosswire.text.denials import UNLIKELY
from crosswire.text.syntax import Tree

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


@cache
def words() -> dict[str, dict[str, frozenset[str]]]:
    """The lists of words.toml."""
    data = tomllib.loads(files("crosswire.claims").joinpath("words.toml").read_text("utf-8"))
    return {part: {name: frozenset(w) for name, w in lists.items()} for part, lists in data.items()}


def _infinitive(tree: Tree, i: int) -> int | None:
    for child in tree.children(i, "xcomp", "acomp", "advcl"):
        if tree.tokens[child].dep == "acomp":
            deeper = _infinitive(tree, child)
            if deeper is not None:
                return deeper
        elif tree.tokens[child].dep == "xcomp" and any(tree.tokens[c].tag == "TO" for c in tree.children(child, "aux")):
            return child
    return None


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
        if below is None or tree.children(at, "dobj"):
            break
        via = [c for c in tree.children(at, "acomp") if _infinitive(tree, c) == below]
        kind = "denied" if _is_yet_to(tree, below) else _governor(tree.tokens[via[0] if via else at].lemma)
        if kind is None:
            break
        path.extend([at, *via])
        kinds.append(kind)
        at = below
    return at, path, kinds


def _is_yet_to(tree: Tree, verb: int) -> bool:
    """Whether something has not been done: "has yet to vote", "is yet to appear"."""
    return any(tree.tokens[k].tag == "TO" and tree.tokens[k - 1].text.lower() == "yet" for k in tree.children(verb))


def _negated(tree: Tree, chain: Sequence[int]) -> bool:
    negations = words()["lists"]["negations"]
    for i in chain:
        for child in tree.children(i):
            token = tree.tokens[child]
            negates = token.dep == "neg" or (
                token.dep in ("advmod", "preconj", "cc") and token.text.lower() in negations
            )
            if negates and not _adds(tree, child):
                return True
            if token.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
                if token.text.lower() in negations or _is_no_one(tree, child):
                    return True
                if any(_is_plain_no(tree, d) for d in tree.children(child, "det", "neg")):
                    return True
                if any(_is_not_one(tree, d) for d in tree.children(child, "neg", "advmod", "preconj")):
                    return True
    return False


def _notion(tree: Tree, head: int) -> int | None:
    """The noun that makes a that-clause a notion of somebody's: "the idea that it is enough"."""
    over = tree.tokens[head].head
    if tree.tokens[head].dep not in ("acl", "ccomp") or over >= head:
        return None
    that = any(tree.tokens[k].text.lower() == "that" for k in tree.children(head, "mark"))
    return over if that and tree.tokens[over].lemma in words()["lists"]["notions"] else None


def _is_folly(tree: Tree, over: int) -> bool:
    """Whether it is called folly to believe or to say what a clause under a verb tells."""
    lists, above = words()["lists"], tree.tokens[over].head
    if tree.tokens[over].lemma not in (*lists["beliefs"], *lists["claiming"]) or tree.tokens[above].lemma != "be":
        return False
    called = any(tree.tokens[k].lemma in lists["folly"] for k in tree.children(above, "acomp", "attr"))
    return called and not any(not _adds(tree, k) for k in tree.children(above, "neg"))


def _is_disbelieved(tree: Tree, head: int, notion: int | None) -> bool:
    """Whether the one who speaks does not believe a clause: "I don't think that it is enough", "it is wrong to say that
    it is enough", "she mocked the idea that it is enough", whose ``notion`` it is."""
    over = tree.tokens[head].head
    if notion is not None:
        return tree.tokens[tree.tokens[notion].head].lemma in words()["lists"]["scorning"]
    if tree.tokens[head].dep != "ccomp" or over > head:
        return False
    if _is_folly(tree, over):
        return True
    if tree.tokens[over].lemma not in words()["lists"]["beliefs"]:
        return False
    who = [tree.tokens[k].text.lower() for k in tree.children(over, "nsubj")]
    denials = [k for k in tree.children(over, "neg") if not _adds(tree, k)]
    return bool(denials) and bool(who) and who[0] in ("i", "we")


def _adds(tree: Tree, negation: int) -> bool:
    """Whether a negation begins "not only" and its like, which denies nothing."""
    follows = tree.tokens[negation + 1].text.lower() if negation + 1 < len(tree.tokens) else ""
    return follows in words()["lists"]["adding"]


QUOTES = frozenset("\"'“”‘’`")


def _is_plain_no(tree: Tree, d: int) -> bool:
    """Whether a determiner denies: "no ferry", not "no fewer than 20 ferries" nor the "no" that is quoted or has a
    determiner of its own ("the only no vote")."""
    before, word, follows = (
        tree.tokens[k].text.lower() if 0 <= k < len(tree.tokens) else "" for k in range(d - 1, d + 2)
    )
    if word != "no" or follows in ("fewer", "less", "more"):
        return False
    return (
        not (before in QUOTES and follows in QUOTES)
        and not tree.children(tree.tokens[d].head, "poss")
        and not any(tree.tokens[k].text.lower() in ("the", "a") for k in tree.children(tree.tokens[d].head, "det"))
    )


def _is_not_one(tree: Tree, d: int) -> bool:
    """Whether "not" opens a participant: "not a one", "not one ferry", not "not only ferries"."""
    follows = tree.tokens[d + 1].text.lower() if d + 1 < len(tree.tokens) else ""
    return tree.tokens[d].text.lower() == "not" and follows in ("a", "an", "one", "many", "all", "everyone")


def _is_no_one(tree: Tree, child: int) -> bool:
    """Whether a participant is "no-one", however the tokeniser cut it."""
    first = max(0, child - 2)
    return "".join(t.text.strip() for t in tree.tokens[first : child + 1]).lower() in ("no-one", "noone", "no–one")


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
    notion = _notion(tree, head)
    chain = [*path, predicate]
    modal = [c for i in chain for c in tree.children(i, "aux") if tokens[c].tag == "MD"]
    negated = (_negated(tree, chain) or _is_disbelieved(tree, head, notion)) != bool({"denied", "doubted"} & set(kinds))
    modality = _text(tree, text, [*modal, *path]) if modal or path else None
    own_words = [tokens[i].text.lower() for i in own]
    hedges = [w for w in own_words if w in table["lists"]["hedges"]]
    softened = [*hedges, *(tokens[k].text.lower() for k in (notion,) if k is not None)]
    condition = _condition(tree, text, head)
    marks = {tokens[c].text.lower() for c in tree.children(head, "mark", "advmod")}
    asked = "whether" in marks or (tokens[head].dep == "ccomp" and "if" in marks)
    question = tokens[head].head == head and text[tokens[tree.token_range(head)[1] - 1].start] == "?"
    hypothetical = bool(marks & {"if", "unless"}) and not asked
    status = _status(asked or question, hypothetical or condition is not None, modal, kinds, hedges, tree)
    return Colour(
        predicate,
        "denied" if negated else "affirmed",
        modality,
        condition,
        "whether" if asked else next(iter(softened), None),
        "possible" if notion is not None and not asked else status,
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
