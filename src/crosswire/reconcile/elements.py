"""What reports of a happening tell in the same terms, however else they tell it: its elements."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from crosswire.reconcile.deeds import listed
from crosswire.reconcile.events import judge_core
from crosswire.reconcile.judgement import Judgement
from crosswire.records import Claim, Filler, Link, Slot
from crosswire.text.syntax import Tree

Element = tuple[str, ...]
STEM = 6
"""Letters by which the forms of one word meet."""
SHORTEST = 3
"""Letters of a word that tells of which thing one speaks."""
THINGS = frozenset(("NOUN", "PROPN"))
TELLING = THINGS | {"ADJ", "VERB"}
DONE_TO = ("dobj", "nsubjpass", "oprd", "attr")
PLACING = frozenset(("in", "at", "near", "on", "outside", "from"))


SPEAK = "speak of"
"""In the reason of such an agreement, before the terms that the reports share: they need not share more."""


class Elements:
    """The elements of a story's claims. ``trees`` are its reports' parses by article id."""

    def __init__(self, trees: Mapping[str, Tree]) -> None:
        self._trees = trees
        self._known: dict[str, frozenset[Element]] = {}

    def of(self, claim: Claim) -> frozenset[Element]:
        """The elements of a claim: a noun or a name with each word that tells of which ("health", "supplier"), a verb
        with what it is done to ("flee", "scene"), a name with its being a place. After the Basic Elements by which
        summaries are compared (Hovy, Lin, Zhou and Fukumoto 2006), without their relations."""
        if claim.id not in self._known:
            tree = self._trees.get(claim.article)
            self._known[claim.id] = frozenset(_elements(claim, tree)) if tree else frozenset()
        return self._known[claim.id]

    def shared(self, slot: Slot, cores: Sequence[Sequence[Filler]]) -> Iterator[tuple[Slot, Judgement]]:
        """Yield for each element that claims of two reports or more of an occurrence hold, and affirm or deny alike, a
        slot of these claims and that they agree on it; not where one of the ``cores`` has just these."""
        known: set[frozenset[str]] = {frozenset(f.claim.id for f in core) for core in cores}
        leading: dict[str, list[Link]] = {}
        for link in slot.links:
            leading.setdefault(link.left, []).append(link)
        holding: dict[Element, list[Filler]] = {}
        for filler in slot.fillers:
            for element in sorted(self.of(filler.claim)):
                holding.setdefault(element, []).append(filler)
        for element, fillers in sorted(holding.items()):
            ids = frozenset(f.claim.id for f in fillers)
            reports = {f.claim.article for f in fillers}
            if len(reports) > 1 and ids not in known and len({f.claim.polarity for f in fillers}) == 1:
                known.add(ids)
                links = (link for f in fillers for link in leading.get(f.claim.id, ()) if link.right in ids)
                own = Slot(slot.occurrence, "polarity", " ".join(element), tuple(fillers), tuple(links))
                terms = min((_terms(f.claim, element) for f in fillers), key=len)
                yield own, replace(judge_core(own), reason=f"{SPEAK} “{terms}”")


def _terms(claim: Claim, element: Element) -> str:
    """The words of a claim that are an element, as it has them."""
    found = [re.search(rf"(?<!\w){re.escape(stem)}[\w’'-]*", claim.text, re.IGNORECASE) for stem in element[1:]]
    words = sorted((m.start(), m.end(), m.group()) for m in found if m)
    joined = ""
    for n, (start, _, word) in enumerate(words):
        joined += ("" if not n else " " if start - words[n - 1][1] < 2 else " … ") + word
    return joined or " … ".join(element[1:])


def _elements(claim: Claim, tree: Tree) -> Iterator[Element]:
    inside = set(tree.at(claim.start, claim.end))
    for n in sorted(inside):
        token = tree.tokens[n]
        if token.pos in THINGS and token.dep != "compound":
            for m in _telling_of_which(tree, n, inside):
                if _stem(tree, m) != _stem(tree, n):
                    one, other = sorted((_stem(tree, n), _stem(tree, m)))
                    yield "thing", one, other
        if token.pos == "VERB" and token.lemma.lower() not in listed("light", "vague", "saying"):
            yield from (("deed", _stem(tree, n), _stem(tree, m)) for m in _done_to(tree, n, inside))
        if token.pos == "PROPN" and token.dep == "pobj" and tree.tokens[token.head].text.lower() in PLACING:
            yield "place", _stem(tree, n)


def _telling_of_which(tree: Tree, noun: int, inside: Set[int]) -> Iterator[int]:
    """The words of a noun's phrase that tell of which it is: those before it, and those behind its "of"."""
    found = tree.children(noun, "compound", "amod", "nmod")
    found += [n for word in found for n in tree.children(word, "compound", "amod", "conj")]
    for of in (n for n in tree.children(noun, "prep") if tree.tokens[n].text.lower() == "of"):
        for n in tree.children(of, "pobj"):
            found += [n, *tree.children(n, "compound", "amod")]
    for n in found:
        if n in inside and tree.tokens[n].pos in TELLING and len(tree.tokens[n].text) >= SHORTEST:
            yield n


def _done_to(tree: Tree, verb: int, inside: Set[int]) -> Iterator[int]:
    """What a deed is done to: its object, a passive's subject; without these, what its prepositions govern."""
    things = tree.children(verb, *DONE_TO)
    things = things or [n for p in tree.children(verb, "prep") for n in tree.children(p, "pobj")]
    return (n for n in things if n in inside and tree.tokens[n].pos in THINGS)


def _stem(tree: Tree, n: int) -> str:
    return tree.tokens[n].lemma.lower()[:STEM]
