"""Who does what to whom, where and when in a clause: arguments by meaning."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from crosswire.records import Annotations, Argument, Entity, Mention
from crosswire.text.clauses import agent, is_passive, subject
from crosswire.text.syntax import Tree

Role = Literal["agent", "patient", "recipient", "attribute", "place", "time", "source", "other"]


class Names:
    """The names stage's marks of one article, by place."""

    def __init__(self, annotations: Annotations) -> None:
        self.entities: dict[str, Entity] = {e.id: e for e in annotations.entities}
        self._mentions = sorted(annotations.mentions, key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self._mentions]

    def at(self, start: int, end: int) -> Mention | None:
        """The mention that holds a head token's span, the one that ends with it first."""
        held = None
        for k in range(bisect_right(self._starts, start) - 1, max(-1, bisect_right(self._starts, start) - 9), -1):
            mention = self._mentions[k]
            if mention.end == end:
                return mention
            if mention.end > end:
                held = mention
        return held


def _phrase(tree: Tree, i: int) -> tuple[int, int]:
    """Character span of the noun phrase at i without relative clauses and appositions."""
    keep = {i}
    for child in tree.children(i):
        if tree.tokens[child].dep not in ("relcl", "appos", "acl", "punct", "advcl", "parataxis", "ccomp"):
            keep.update(tree.subtree(child))
    first = last = i
    while first - 1 in keep:
        first -= 1
    while last + 1 in keep:
        last += 1
    return tree.tokens[first].start, tree.tokens[last].end


def _argument(tree: Tree, text: str, i: int, role: Role, names: Names) -> Argument:
    token = tree.tokens[i]
    start, end = _phrase(tree, i)
    mention = names.at(token.start, token.end)
    entity = names.entities.get(mention.entity) if mention else None
    return Argument(
        role,
        start,
        end,
        text[start:end],
        token.lemma,
        entity.id if entity else None,
        entity.canonical if entity else None,
    )


def _oblique(tree: Tree, i: int, names: Names, times: Sequence[tuple[int, int]]) -> Role:
    """The role of a prepositional phrase's noun: a time, a place, or something else."""
    start, end = tree.span(i)
    if any(a < end and start < b for a, b in times):
        return "time"
    mention = names.at(tree.tokens[i].start, tree.tokens[i].end)
    entity = names.entities.get(mention.entity) if mention else None
    return "place" if entity and entity.kind == "place" else "other"


def arguments(
    tree: Tree,
    text: str,
    head: int,
    predicate: int,
    names: Names,
    times: Sequence[tuple[int, int]],
) -> tuple[Argument, ...]:
    """The participants of the clause at ``head`` whose meaning is carried by ``predicate``: the
    subject is restored from wherever it stands, a passive's subject is the patient and its
    by-phrase the agent. In text order. ``times`` are the spans of time expressions."""
    found: dict[int, Role] = {}
    passive = is_passive(tree, predicate)
    who = subject(tree, head)
    if who is not None and tree.tokens[who].dep != "expl":
        found[who] = "patient" if passive else "agent"
    by = agent(tree, predicate) if passive else None
    if by is not None:
        found[by] = "agent"
    roles: dict[str, Role] = {
        "dobj": "patient",
        "dative": "recipient",
        "attr": "attribute",
        "acomp": "attribute",
        "oprd": "attribute",
    }
    for verb in dict.fromkeys((head, predicate)):
        for child in tree.children(verb):
            dep = tree.tokens[child].dep
            if dep in roles:
                nouns = tree.children(child, "pobj") if tree.tokens[child].pos == "ADP" else [child]
                for noun in nouns:
                    found.setdefault(noun, roles[dep])
            elif dep == "npadvmod":
                found.setdefault(child, "time" if _oblique(tree, child, names, times) == "time" else "other")
            elif dep == "prep":
                for noun in tree.children(child, "pobj"):
                    found.setdefault(noun, _oblique(tree, noun, names, times))
    return tuple(_argument(tree, text, i, role, names) for i, role in sorted(found.items()))
