"""Claims of a story to occurrences, and occurrences to slots."""

from collections.abc import Mapping, Sequence

from crosswire.align.bearing import Bearing, bearings
from crosswire.align.candidates import candidates
from crosswire.align.cluster import cluster
from crosswire.align.linker import Linker, load_linker
from crosswire.align.signals import measure
from crosswire.align.slots import slots_of
from crosswire.align.views import View, rarity, view_claims
from crosswire.ports import Vectors
from crosswire.records import Annotations, Article, Claim, Filler, Link, Quantity, Slot, content_id

# A link is kept when the claims are at least this likely to tell of the same; clustering needs
# the weak ones too, since their mean decides.
KEEP = 0.05


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
    figures = {article.id: annotations[article.id].quantities for article in articles}
    slots = [slot for group in groups for slot in _slots([views[i] for i in group], links, bears, figures)]
    lone = [c for c in claims if c.id not in vectors]
    slots += [Slot(content_id("occ", c.id), "event", c.predicate, (Filler(c, None),), ()) for c in lone]
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


def _slots(
    views: Sequence[View],
    links: Mapping[tuple[int, int], Link],
    bears: Mapping[str, Mapping[int, Bearing]],
    figures: Mapping[str, Sequence[Quantity]],
) -> list[Slot]:
    rows = [v.row for v in views]
    inside = {
        (links[i, j].left, links[i, j].right): links[i, j]
        for n, i in enumerate(rows)
        for j in rows[n + 1 :]
        if (i, j) in links
    }
    claims = [v.claim for v in views]
    bearing_of = {(c.id, start): bearing for c in claims for start, bearing in bears[c.article].items()}
    occurrence = content_id("occ", *sorted(c.id for c in claims))
    return list(slots_of(occurrence, claims, inside, bearing_of, figures))
