"""Claims of a story to occurrences, and occurrences to slots."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np

from crosswire.align.bearing import bearings
from crosswire.align.candidates import IN_ALL, candidates, word_for_word
from crosswire.align.cluster import cluster
from crosswire.align.held import LazyLink
from crosswire.align.linker import Linker, load_linker
from crosswire.align.signals import measure
from crosswire.align.slots import denied_slots, event_slot, typed_slots
from crosswire.align.views import View, rarity, view_claims
from crosswire.ports import Meaning
from crosswire.records import KEPT_LINKS, Annotations, Article, Claim, Link, Slot, content_id

# A link is kept when the claims are at least this likely to tell of the same; clustering needs
# the weak ones too, since their mean decides.
KEEP = 0.05
# A link alone lets two claims answer one typed question from this probability on.
LINKED = 0.1

Pair = tuple[int, int]


def align(
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    claims: Sequence[Claim],
    vectors: Mapping[str, Meaning],
    linker: Linker | None = None,
) -> tuple[Slot, ...]:
    """Align the claims of one story: which tell of the same occurrence, and which of its
    questions each answers.

    ``articles`` are the story's, in order; ``annotations`` theirs by id; ``vectors`` by
    claim id, absent for a story of one article. Every
    claim stands in exactly one "event" slot; what it says in detail adds slots of its own."""
    views = view_claims(articles, annotations, claims, vectors)
    links = Links(views, vectors, linker or load_linker())
    lone = [c for c in claims if c.id not in vectors]
    slots = [event_slot(content_id("occ", c.id), [c], ()) for c in lone]
    groups = links.groups()
    occurrence_of: dict[str, str] = {}
    for group, own in zip(groups, links.within(groups), strict=True):
        members = [views[i].claim for i in group]
        occurrence = content_id("occ", *sorted(c.id for c in members))
        occurrence_of |= {c.id: occurrence for c in members}
        slots.append(event_slot(occurrence, members, [links.link(i, j) for i, j in own]))
    bears = {article.id: bearings(article, annotations[article.id]) for article in articles}
    near = links.above(LINKED, groups)
    slots += typed_slots([v.claim for v in views], near, occurrence_of, bears, annotations, vectors)
    slots += denied_slots({v.claim.id: v.claim for v in views}, near, occurrence_of)
    return tuple(slots)


class Links:
    """The links of a story: every score worth keeping by the pair's rows, and each link in full
    only when somebody asks for it."""

    def __init__(self, views: Sequence[View], vectors: Mapping[str, Meaning], linker: Linker) -> None:
        self.twins = word_for_word(views)
        pairs = candidates(views, vectors, self.twins)
        self._views, self._linker = views, linker
        self._signals = measure(pairs, views, rarity(views), [vectors[v.claim.id].words for v in views])
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

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The rows by occurrence: a claim is compared with its nearest, and with those whose nearest it is."""
        return cluster([v.article for v in self._views], self.scores, partners=2 * IN_ALL, twins=self.twins)

    def within(self, groups: Sequence[Sequence[int]]) -> list[list[Pair]]:
        """For each group the pairs of its rows that are linked, of each row the KEPT_LINKS strongest at least."""
        home = {i: n for n, group in enumerate(groups) for i in group}
        found: list[list[Pair]] = [[] for _ in groups]
        for i, j in self._strongest([(i, j) for i, j in self.scores if home[i] == home[j]]):
            found[home[i]].append((i, j))
        return found

    def above(self, least: float, groups: Sequence[Sequence[int]]) -> Mapping[tuple[str, str], LazyLink]:
        """The links of at least this score, by claim ids: within a group as ``within``, and beside them the
        KEPT_LINKS strongest at least of each row with rows of other groups."""
        home = {i: n for n, group in enumerate(groups) for i in group}
        strong = [pair for pair, score in self.scores.items() if score >= least]
        inside = self._strongest([(i, j) for i, j in strong if home[i] == home[j]])
        across = self._strongest([(i, j) for i, j in strong if home[i] != home[j]])
        return {
            (self._views[i].claim.id, self._views[j].claim.id): LazyLink(
                self.scores[i, j], partial(self.link, i, j), home[i] == home[j]
            )
            for i, j in sorted(inside + across)
        }

    def _strongest(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The pairs that are among the KEPT_LINKS strongest of either row, in order."""
        held: Counter[int] = Counter()
        found = []
        for i, j in sorted(pairs, key=lambda pair: (-self.scores[pair], pair)):
            if held[i] < KEPT_LINKS or held[j] < KEPT_LINKS:
                found.append((i, j))
            held[i] += 1
            held[j] += 1
        return sorted(found)
