"""Occurrences to slots: which questions of an occurrence its claims answer, and with what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from crosswire.align.bearing import Bearing
from crosswire.align.dimensions import DIMENSIONS, NEVER, Filling, Hold, Match
from crosswire.align.figures import SIDES, figures_of
from crosswire.align.groups import Groups
from crosswire.align.held import Held, LazyLink, told_elsewhere
from crosswire.align.places import mentioned_places
from crosswire.align.rates import exchange_rates
from crosswire.ports import Meaning, Vectors
from crosswire.records import Annotations, Argument, Claim, Filler, Link, PointKind, Quantity, Slot, TimeExpression
from crosswire.text.mentioned import mentioned

KIND_OF_QUANTITY: Mapping[str, PointKind] = {"count": "count", "money": "money", "duration": "duration"}
# Matches below this only add what agrees: they never bring two clashing things under one question.
HARMLESS = 0.2
# Claims of two occurrences from which one may deny what the other tells.
DENIED = 0.6
STATES = frozenset({"be", "have"})
# A figure is told of a place that is named so many characters from it.
BESIDE = 45


def event_slot(occurrence: str, claims: Sequence[Claim], links: Sequence[Link]) -> Slot:
    """The slot of one occurrence's whole claims, with the links between them."""
    inside = tuple(sorted(links, key=lambda link: (link.left, link.right)))
    return Slot(occurrence, "event", claims[0].predicate, tuple(Filler(c, None) for c in claims), inside)


def typed_slots(
    claims: Sequence[Claim],
    links: Mapping[tuple[str, str], LazyLink],
    occurrence_of: Mapping[str, str],
    bearings: Mapping[str, Mapping[int, Bearing]],
    annotations: Mapping[str, Annotations],
    vectors: Mapping[str, Meaning] = MappingProxyType({}),
) -> Iterator[Slot]:
    """Yield the slots of a story that ask for a quantity, a time, an actor or a place, each
    answered by claims of two articles or more. Quantities follow the links beyond an occurrence: a
    figure is often given in passing, in a clause that tells of something else. ``links`` holds those strong enough, by
    claim ids; ``bearings`` what each article's quantities and times bear on, by start;
    ``annotations`` those of each article; ``vectors`` by claim id, as ``align`` takes them."""
    near = {key: x for key, x in links.items() if x.within}
    figures = {article: notes.quantities for article, notes in annotations.items()}
    holder = Holder(claims, bearings, annotations, vectors)
    for hold, match, far in DIMENSIONS:
        reach = near if far >= NEVER else near | {key: x for key, x in links.items() if x.score >= far}
        for group, used in _groups(holder.of(hold), reach, match, figures):
            kind, about = _ask(group)
            fillers = tuple(Filler(h.claim, h.filling) for h in group)
            yield Slot(occurrence_of[group[0].claim.id], kind, about, fillers, tuple(used))


def denied_slots(
    claims: Mapping[str, Claim], links: Mapping[tuple[str, str], LazyLink], occurrence_of: Mapping[str, str]
) -> Iterator[Slot]:
    """Yield, for each two occurrences, a slot of the claims by which one may deny what the other tells: a surely linked
    pair of one verb that tells a deed, one affirmed and one denied. That it is denied is told among other things than
    that it is so, and groups them otherwise. ``claims`` by id; ``links`` as ``typed_slots`` takes them."""
    met: dict[tuple[str, str], list[LazyLink]] = {}
    for (a, b), link in links.items():
        if link.within or link.score < DENIED or claims[a].polarity == claims[b].polarity:
            continue
        if claims[a].predicate == claims[b].predicate and claims[a].predicate not in STATES:
            one, other = sorted((occurrence_of[a], occurrence_of[b]))
            met.setdefault((one, other), []).append(link)
    for (occurrence, _), found in sorted(met.items(), key=lambda item: item[0]):
        whole = [link.full() for link in found]
        ids = dict.fromkeys(key for link in whole for key in (link.left, link.right))
        fillers = tuple(Filler(claims[key], None) for key in ids)
        yield Slot(occurrence, "polarity", claims[whole[0].left].predicate, fillers, tuple(whole))


class Holder:
    """What the claims of a story hold that may answer a question. Takes what ``typed_slots`` takes."""

    def __init__(
        self,
        claims: Sequence[Claim],
        bearings: Mapping[str, Mapping[int, Bearing]],
        annotations: Mapping[str, Annotations],
        vectors: Mapping[str, Meaning],
    ) -> None:
        self._claims, self._bearings, self._annotations, self._vectors = claims, bearings, annotations, vectors
        self._rates = exchange_rates([q for notes in annotations.values() for q in notes.quantities])
        self._places = {c.id: tuple(mentioned_places(c, annotations[c.article])) for c in claims}
        self._people = {c.id: _people(c, annotations[c.article]) for c in claims}

    def of(self, hold: Hold) -> dict[str, list[Held]]:
        """What ``hold`` finds in each claim, by claim id."""
        return {c.id: [self._held(c, f) for f in hold(c, self._annotations[c.article])] for c in self._claims}

    def _held(self, claim: Claim, filling: Filling) -> Held:
        bearing = _bearing(claim, filling, self._bearings[claim.article])
        around = _around(claim, filling, self._vectors)
        filled = self._rates.priced(filling) if isinstance(filling, Quantity) else filling
        beside = _beside(filling, self._places[claim.id]) if isinstance(filling, Quantity) else None
        return Held(claim, filled, bearing, self._people[claim.id], around, beside)


def _beside(quantity: Quantity, places: Sequence[Argument]) -> str | None:
    """The place named nearest to a quantity, within reach."""
    gaps = ((max(p.start - quantity.end, quantity.start - p.end), n) for n, p in enumerate(places))
    gap, nearest = min(gaps, default=(BESIDE + 1, 0))
    return places[nearest].name if gap <= BESIDE else None


def _people(claim: Claim, notes: Annotations) -> frozenset[str]:
    named = (entity.canonical for _, entity in mentioned(claim, notes) if entity.kind == "person")
    return frozenset(word.lower() for name in named for word in name.split() if len(word) > 2)


def _around(claim: Claim, filling: Filling, vectors: Mapping[str, Meaning]) -> Vectors | None:
    """The vectors of what surrounds one of a claim's own quantities."""
    known = vectors.get(claim.id)
    if known is None or not isinstance(filling, Quantity) or not len(known.around):
        return None
    told, at = figures_of(claim), (filling.start, filling.end)
    return known.around[SIDES * told.index(at) :][:SIDES] if at in told else None


def _bearing(claim: Claim, filling: Filling, known: Mapping[int, Bearing]) -> Bearing:
    """What a filling bears on: a sum, on what its last part does, but as the whole."""
    nothing = Bearing(None, frozenset(), frozenset())
    last = next((q for q in claim.quantities if filling.start < q.start and q.end <= filling.end), None)
    if isinstance(filling, Quantity) and last is not None:
        return replace(known.get(last.start, nothing), part=False)
    if isinstance(filling, Argument):  # "the Straits of Karrow": what its name bears on
        return next((known[at] for at in range(filling.start, filling.end) if at in known), nothing)
    return known.get(filling.start, nothing)


def _ask(group: Sequence[Held]) -> tuple[PointKind, str]:
    first = group[0].filling
    if isinstance(first, Argument) and first.role == "source":
        return "speaker", group[0].claim.predicate
    if isinstance(first, Argument):
        return ("place" if first.role == "place" else "actor"), group[0].claim.predicate
    if isinstance(first, TimeExpression):
        return ("time" if first.kind == "time" else "date"), group[0].claim.predicate
    abouts = [h.bearing.noun for h in group if h.bearing.noun]
    about = max(sorted(set(abouts)), key=abouts.count) if abouts else ""
    return KIND_OF_QUANTITY.get(first.kind, "quantity"), about


def _groups(
    held: Mapping[str, list[Held]],
    links: Mapping[tuple[str, str], LazyLink],
    match: Match,
    figures: Mapping[str, Sequence[Quantity]],
) -> Iterator[tuple[list[Held], list[Link]]]:
    """Join what linked claims hold on one question; yield each joined group of two articles or
    more with the links that joined it. The surest pairs join first, and nothing joins that would
    make an article clash with itself: two figures of one report answer two questions."""
    items = [h for claim in held for h in held[claim]]
    index = {id(h): n for n, h in enumerate(items)}
    groups = Groups(items)
    edges = [
        (-score, -link.score, index[id(a)], index[id(b)], link)
        for (left, right), link in links.items()
        for a in held.get(left, [])
        for b in held.get(right, [])
        if (score := match(a, b, link)) > 0 and not told_elsewhere(a, b, link, figures)
    ]
    used: list[tuple[int, LazyLink]] = []
    for score, _, i, j, link in sorted(edges, key=lambda edge: edge[:4]):
        if groups.join(i, j, -score < HARMLESS):
            used.append((i, link))
    joined: dict[int, list[LazyLink]] = {}
    for i, link in used:
        joined.setdefault(groups.home[i], []).append(link)
    for members in groups.all():
        if len({items[m].claim.article for m in members}) > 1:
            yield [items[m] for m in members], [link.full() for link in joined[groups.home[members[0]]]]
