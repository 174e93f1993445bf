"""Claims of a story to occurrences, and occurrences to slots."""

from collections.abc import Mapping, Sequence

from crosswire.align.bearing import bearings
from crosswire.align.candidates import candidates
from crosswire.align.cluster import cluster
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
    claim stands in exactly one "event" slot; quantities and dates add slots of their own."""
    views = view_claims(articles, annotations, claims, vectors)
    links = link(views, vectors, linker or load_linker())
    groups = cluster([v.article for v in views], {(i, j): x.score for (i, j), x in links.items()})
    bears = {article.id: bearings(annotations[article.id]) for article in articles}
    lone = [c for c in claims if c.id not in vectors]
    slots = [event_slot(content_id("occ", c.id), [c], {}) for c in lone]
    occurrence_of: dict[str, str] = {}
    for group in groups:
        members = [views[i].claim for i in group]
        occurrence = content_id("occ", *sorted(c.id for c in members))
        occurrence_of |= {c.id: occurrence for c in members}
        pairs = [(i, j) for n, i in enumerate(group) for j in group[n + 1 :] if (i, j) in links]
        slots.append(event_slot(occurrence, members, {(links[p].left, links[p].right): links[p] for p in pairs}))
    strong = {(x.left, x.right): x for x in links.values() if x.score >= LINKED}
    figures = {article.id: annotations[article.id].quantities for article in articles}
    slots += typed_slots([v.claim for v in views], strong, occurrence_of, bears, figures)
    return tuple(slots)


def link(views: Sequence[View], vectors: Mapping[str, Vectors], linker: Linker) -> dict[tuple[int, int], Link]:
    """Score every candidate pair; returns the links worth keeping by the pair's rows."""
    rare = rarity(views)
    links: dict[tuple[int, int], Link] = {}
    for pair in candidates(views, vectors):
        signals = measure(pair, rare)
        score = linker.probability(signals)
        if score >= KEEP:
            left, right = pair.left.claim.id, pair.right.claim.id
            links[pair.left.row, pair.right.row] = Link(left, right, round(score, 4), linker.explain(signals))
    return links
