"""Which claims of an occurrence its point holds: what is told with others, not what only shares a word with them."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from importlib.resources import files

from crosswire.reconcile.judgement import part_of
from crosswire.records import Filler, Link, Slot

# A claim that no core holds stays in its occurrence's point only where its tie to a claim of another report is this
# strong, in log-odds: where something is told alike, and where nothing is. Chosen on the gold
# and on the clusters that may be read (docs/decisions/35-ties.md): bounds of .1 and .5 where nothing is told alike give
# verdicts of .778 and .787 on the gold, .3 gives .787 and loses less of alignment than .5 does.
TIED = -0.2
TIED_ALONE = 0.3
# A claim is sure to belong from this tie on; of times, which exclude each other more often than figures do, from this.
# Of the claims in points that fit together or agree, on clusters that nothing was fitted on, 3 in 100 of the sure ones
# tell none of the gold's points that another report tells there, and 14 in 100 of the others.
SURE = 1.0
SURE_OF_TIME = 0.5
TIMES = ("date", "time", "duration")
WHOLE = ("event", "polarity")
"""Kinds of slots that whole claims fill."""


def belonging(slot: Slot, cores: Sequence[Sequence[Filler]]) -> Iterator[Slot]:
    """Yield the slot of the claims that belong to an occurrence's point: those of one of its ``cores`` and those that
    are closely tied to a claim of another report; then a slot for each claim that does not belong, alone. Where no
    two reports' claims belong, each stands alone. Nothing is lost: every claim stands in one of the slots."""
    article = {f.claim.id: f.claim.article for f in slot.fillers}
    kept = {f.claim.id for core in cores for f in core}
    least = TIED if cores else TIED_ALONE
    for link in _tying(slot, article, least):
        kept |= {link.left, link.right}
    if len(set(article.values())) == 1:
        kept = set(article)
    if kept:
        own = [filler for filler in slot.fillers if filler.claim.id in kept]
        yield part_of(slot, slot.kind, own[0].claim.predicate, own)
    for filler in slot.fillers:
        if filler.claim.id not in kept:  # alone it has no links
            yield Slot(slot.occurrence, slot.kind, filler.claim.predicate, (filler,), ())


def unsure(slot: Slot) -> frozenset[str]:
    """The claims (ids) of a slot that are not surely tied to a claim of another report there; of whole claims, those
    that are only tied to each other, apart from what most reports tell, as well. None of a slot whose claims were
    brought together without links."""
    article = {f.claim.id: f.claim.article for f in slot.fillers}
    least = SURE_OF_TIME if slot.kind in TIMES else SURE
    tied: dict[str, set[str]] = {}
    for link in _tying(slot, article, least):
        tied.setdefault(link.left, set()).add(link.right)
        tied.setdefault(link.right, set()).add(link.left)
    if not slot.links:
        return frozenset()
    if slot.kind not in WHOLE:
        return frozenset(article) - tied.keys()
    groups = _connected([claim for claim in article if claim in tied], tied)
    most = max(groups, key=lambda group: (len({article[claim] for claim in group}), len(group)), default=set[str]())
    return frozenset(article) - most


def _tying(slot: Slot, article: Mapping[str, str], least: float) -> Iterator[Link]:
    """The links of a slot between claims of two reports (``article`` by claim) that tie them at least so strongly."""
    return (link for link in slot.links if article[link.left] != article[link.right] and tie(link) >= least)


def _connected(claims: Sequence[str], tied: Mapping[str, Set[str]]) -> list[set[str]]:
    """The claims in groups of those that are tied to each other, if only through others, in their order."""
    groups: list[set[str]] = []
    for claim in claims:
        if any(claim in group for group in groups):
            continue
        group, waiting = {claim}, [claim]
        while waiting:
            near = tied[waiting.pop()] - group
            group |= near
            waiting += sorted(near)
        groups.append(group)
    return groups


def tie(link: Link) -> float:
    """How likely two claims of one occurrence tell of the same, as log-odds: of the link's score and its signals, by
    weights fitted (``belonging.toml``) where every claim of the story was marked."""
    intercept, score, weights = _weights()
    return intercept + score * link.score + sum(weights[signal.name] * signal.value for signal in link.signals)


@cache
def _weights() -> tuple[float, float, dict[str, float]]:
    table = tomllib.loads(files("crosswire.reconcile").joinpath("belonging.toml").read_text("utf-8"))
    return table["intercept"], table["score"], table["weights"]
