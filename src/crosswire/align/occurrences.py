"""Claims of a story to occurrences, and occurrences to slots."""

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np

from crosswire.align.bearing import bearings
from crosswire.align.candidates import candidates
from crosswire.align.cluster import cluster
from crosswire.align.held import LazyLink
from crosswire.align.linker import Linker, load_linker
from crosswire.align.signals import measure
from crosswire.align.slots import event_slot, typed_slots
from crosswire.align.views import View, rarity, view_claims
from crosswire.ports import Vectors
from crosswire.records import Annotations, Article, Claim, Link, Slot, content_id

# A link is kept when the claims are at least this likely to tell of the same; clustering needs
# the weak ones too, since their mean decides.
KEEP = 0.05
# A link alone lets two claims answer one typed question from this probability on.
LINKED = 0.1


def align(
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    claims: Sequence[Claim],
    vectors: Mapping[str, Vectors],
    linker: Linker | None = None,
) -> tuple[Slot, ...]:
    """Align the claims of one story: which tell of the same occurrence, and which of its
    questions each answers.

    ``articles`` are the story's, in order; ``annotations`` theirs by id; ``vectors`` two rows a
    claim by claim id (its sentence, its own words), absent for a story of one article. Every
    claim stands in exactly one "event" slot; what it says in detail adds slots of its own."""
    views = view_claims(articles, annotations, claims, vectors)
    links = Links(views, vectors, linker or load_linker())
    lone = [c for c in claims if c.id not in vectors]
    slots = [event_slot(content_id("occ", c.id), [c], ()) for c in lone]
    occurrence_of: dict[str, str] = {}
    for group in cluster([v.article for v in views], links.scores):
        members = [views[i].claim for i in group]
        occurrence = content_id("occ", *sorted(c.id for c in members))
        occurrence_of |= {c.id: occurrence for c in members}
        inside = [links.link(i, j) for n, i in enumerate(group) for j in group[n + 1 :] if (i, j) in links.scores]
        slots.append(event_slot(occurrence, members, inside))
    bears = {article.id: bearings(article, annotations[article.id]) for article in articles}
    slots += typed_slots([v.claim for v in views], links.above(LINKED), occurrence_of, bears, annotations)
    return tuple(slots)


class Links:
    """The links of a story: every score worth keeping by the pair's rows, and each link in full
    only when somebody asks for it."""

    def __init__(self, views: Sequence[View], vectors: Mapping[str, Vectors], linker: Linker) -> None:
        pairs = candidates(views, vectors)
        self._views, self._linker = views, linker
        self._signals = measure(pairs, views, rarity(views))
        scores = linker.probabilities(self._signals)
        kept = np.flatnonzero(scores >= KEEP)
        self._row = {(int(pairs.left[n]), int(pairs.right[n])): int(n) for n in kept}
        self.scores = {key: round(float(scores[n]), 4) for key, n in self._row.items()}
        self._made: dict[tuple[int, int], Link] = {}

    def link(self, i: int, j: int) -> Link:
        """The link between two rows, with the signals behind it."""
        if (i, j) not in self._made:
            left, right = self._views[i].claim.id, self._views[j].claim.id
            signals = self._linker.explain(self._signals[self._row[i, j]])
            self._made[i, j] = Link(left, right, self.scores[i, j], signals)
        return self._made[i, j]

    def above(self, least: float) -> Mapping[tuple[str, str], LazyLink]:
        """The links of at least this score, by claim ids."""
        return {
            (self._views[i].claim.id, self._views[j].claim.id): LazyLink(score, partial(self.link, i, j))
            for (i, j), score in self.scores.items()
            if score >= least
        }
