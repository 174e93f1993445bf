"""Occurrences to slots: which questions of an occurrence its claims answer, and with what."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.utils import default_process

from crosswire.align.bearing import Bearing, fates_clash, is_people, same_question
from crosswire.align.places import named_places, place_likeness
from crosswire.align.totals import totals
from crosswire.records import Argument, Claim, Filler, Link, PointKind, Quantity, Slot, TimeExpression
from crosswire.text.answers import compare_answers, compare_times, one_figure

KIND_OF_QUANTITY: Mapping[str, PointKind] = {"count": "count", "money": "money", "duration": "duration"}
NOT_ASKED = frozenset({"ordinal", "score"})
# When is asked only where two claims head the same verb or are this sure to tell of the same, and
# a figure that bears on nothing clear meets another only then: a clause's time or figure often
# belongs to something else in the sentence.
SURE = 0.6
# Two figures that cannot both hold answer one question only where bearing, nearness and link
# together are this strong; most figures differ because they count different things.
CLASHING = 1.5
# Two times that cannot both hold date one happening only where one verb heads both claims and
# they are this likely to tell of the same.
SAME_TIME = 0.5
# ... or they are nearly word for word the same, whatever their verbs.
VERBATIM = 0.9
# A direction asks "where" of linked claims whatever their verbs; an address spelt alike names one
# place by itself.
SAME_PLACE = 0.3
# A quotation is known again by its words: this many at least, this alike (of 100) in any order.
SAME_WORDS_LEAST = 5
SAME_WORDS = 80.0
# Reported words carry less: only nearly the same sentence is one statement.
SAME_REPORT = 90.0
# What a party to an event is called when no person speaks for it ("the Northern side").
PARTIES = frozenset(("side", "government", "camp", "delegation", "team", "party", "ministry", "office", "military"))
# Figures of one report within this ratio may be one figure told twice ("about 250", "247").
ONE_VALUE = 1.05
# Who did it and where are asked of claims that one verb heads and that are this likely to tell of
# the same deed; without the verb, agents of different deeds gather under one question.
SAME_DEED = 0.3
# Claims that one verb heads are asked who did it even across occurrences when this likely to tell of the same.
SURE_DEED = 0.7
NEVER = 2.0
# Who spoke and when is told by who said what, not asked of the speech itself.
SPEECH = frozenset(("say", "tell", "add", "report", "write", "announce", "state", "declare", "note", "comment"))
# ... but for what is said once, as a deed of its own day.
ANNOUNCED = frozenset(("announce", "declare"))
PRONOUNS = frozenset(  # arguments that name nobody
    ("i", "you", "he", "she", "it", "we", "they", "this", "that", "these", "those")
    + ("who", "which", "what", "one", "another", "some", "many")
)


@dataclass(frozen=True, slots=True)
class Held:
    """What a claim holds that may answer a question, and what a quantity or time bears on."""

    claim: Claim
    filling: Quantity | TimeExpression | Argument
    bearing: Bearing


@dataclass(frozen=True, slots=True)
class LazyLink:
    """A link's score, and how to get the link in full."""

    score: float
    full: Callable[[], Link]


Match = Callable[[Held, Held, LazyLink], float]
"""How likely two things held answer one question; 0 when they do not."""


def event_slot(occurrence: str, claims: Sequence[Claim], links: Sequence[Link]) -> Slot:
    """The slot of one occurrence's whole claims, with the links between them."""
    inside = tuple(sorted(links, key=lambda link: (link.left, link.right)))
    return Slot(occurrence, "event", claims[0].predicate, tuple(Filler(c, None) for c in claims), inside)


def typed_slots(
    claims: Sequence[Claim],
    links: Mapping[tuple[str, str], LazyLink],
    occurrence_of: Mapping[str, str],
    bearings: Mapping[str, Mapping[int, Bearing]],
    figures: Mapping[str, Sequence[Quantity]],
) -> Iterator[Slot]:
    """Yield the slots of a story that ask for a quantity, a time, an actor or a place, each
    answered by claims of two articles or more. Quantities follow the links beyond an occurrence: a
    figure is often given in passing, in a clause that tells of something else. ``links`` holds those strong enough, by
    claim ids; ``bearings`` what each article's quantities and times bear on, by start;
    ``figures`` all quantities of each article."""
    near = {key: x for key, x in links.items() if occurrence_of[key[0]] == occurrence_of[key[1]]}
    for hold, match, far in DIMENSIONS:
        held = {c.id: [Held(c, f, _bearing(c, f, bearings[c.article])) for f in hold(c)] for c in claims}
        reach = near | {key: x for key, x in links.items() if x.score >= far}
        for group, used in _groups(held, reach, match, figures):
            kind, about = _ask(group)
            fillers = tuple(Filler(h.claim, h.filling) for h in group)
            yield Slot(occurrence_of[group[0].claim.id], kind, about, fillers, tuple(used))


def _bearing(claim: Claim, filling: Quantity | TimeExpression | Argument, known: Mapping[int, Bearing]) -> Bearing:
    """What a filling bears on: a sum, on what its last part does, but as the whole."""
    nothing = Bearing(None, frozenset(), frozenset())
    last = next((q for q in claim.quantities if filling.start < q.start and q.end <= filling.end), None)
    if isinstance(filling, Quantity) and last is not None:
        return replace(known.get(last.start, nothing), part=False)
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
    group = [[n] for n in range(len(items))]
    edges = [
        (-score, -link.score, index[id(a)], index[id(b)], link)
        for (left, right), link in sorted(links.items())
        for a in held.get(left, [])
        for b in held.get(right, [])
        if (score := match(a, b, link)) > 0 and not _told_elsewhere(a, b, link, figures)
    ]
    used: list[tuple[int, LazyLink]] = []
    for _, _, i, j, link in sorted(edges, key=lambda edge: edge[:4]):
        if group[i] is not group[j] and _apart(items, group[i], group[j]):
            continue
        used.append((i, link))
        if group[i] is not group[j]:
            merged = sorted(group[i] + group[j])
            for n in merged:
                group[n] = merged
    for n, members in enumerate(group):
        if members[0] == n and len({items[m].claim.article for m in members}) > 1:
            yield [items[m] for m in members], [link.full() for i, link in used if i in members]


def _apart(items: Sequence[Held], left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether joining two groups would put two things of one claim, or two clashing ones of one
    article, under one question."""
    for i in left:
        for j in right:
            a, b = items[i], items[j]
            if a.claim.id == b.claim.id or fates_clash(a.bearing, b.bearing):
                return True
            if a.claim.article == b.claim.article and (_clash(a, b) or _differ(a, b)):
                return True
    return False


def _differ(a: Held, b: Held) -> bool:
    """Whether one report's two figures name different values, whatever their hedges allow: "at
    least 5.9" and "6.4" in one report are two quakes."""
    p, q = a.filling, b.filling
    if not (isinstance(p, Quantity) and isinstance(q, Quantity)) or p.value is None or q.value is None:
        return False
    low, high = sorted((abs(p.base_low), abs(q.base_low)))
    return p.value != q.value and high > ONE_VALUE * low


def _told_elsewhere(a: Held, b: Held, link: LazyLink, figures: Mapping[str, Sequence[Quantity]]) -> bool:
    """Whether two clashing figures are no answers to one question because one of the articles
    gives the other's figure too, beside its own: 23 caught in one report, 12 of them Somalis in
    it and in the next. Of 257 clashing pairs of linked gold claims this keeps 47, with nearly all
    true ones among them. Claims that are nearly word for word the same have one place for each
    figure, so there only the claim itself is looked at."""
    p, q = a.filling, b.filling
    if not (isinstance(p, Quantity) and isinstance(q, Quantity) and _clash(a, b)):
        return False
    here, there = figures[a.claim.article], figures[b.claim.article]
    if link.score >= VERBATIM:
        here, there = a.claim.quantities, b.claim.quantities
    return _has(there, p, b.bearing.noun) or _has(here, q, a.bearing.noun)


def _has(figures: Sequence[Quantity], quantity: Quantity, noun: str | None) -> bool:
    """Whether an article gives the figure for the same kind of thing, or one that it may mean."""
    return any(
        f.kind == quantity.kind
        and compare_answers(f, quantity).outcome == "same"
        and (not f.noun or f.noun in (noun, quantity.noun) or (is_people(f.noun) and is_people(quantity.noun)))
        for f in figures
    )


def _clash(a: Held, b: Held) -> bool:
    p, q = a.filling, b.filling
    if isinstance(p, Quantity) and isinstance(q, Quantity):
        return compare_answers(p, q).outcome == "disjoint"
    if isinstance(p, TimeExpression) and isinstance(q, TimeExpression):
        return compare_times(p, q) == "disjoint"
    return False


def _same_quantity(a: Held, b: Held, link: LazyLink) -> float:
    p, q = a.filling, b.filling
    assert isinstance(p, Quantity)
    assert isinstance(q, Quantity)
    slip = link.score >= SURE and one_figure(p, q)
    if p.kind != q.kind or p.kind in NOT_ASKED or (p.base_unit != q.base_unit and p.kind != "count" and not slip):
        return 0.0
    bearing = same_question(a.bearing, b.bearing, p.kind == "count")
    if not bearing:
        return 0.0
    if not _clash(a, b):
        return bearing + 2.0 if bearing >= 1.0 or link.score >= SURE else 0.0
    if a.bearing.part != b.bearing.part or (p.kind == "age" and not _names(a.claim) & _names(b.claim)):
        return 0.0
    strength = bearing / 2 + (1.0 if slip else _nearness(p, q)) + link.score
    return strength / 4 if strength >= CLASHING else 0.0


def _names(claim: Claim) -> set[str]:
    return set(re.findall(r"\b[A-Z][\w’'-]{2,}", claim.text))


def _nearness(p: Quantity, q: Quantity) -> float:
    """1 for figures within half of each other, 0.5 within three times, else 0, and -1 beyond a
    hundred times: a mistaken or stale figure is seldom far from the right one, another thing's
    figure often is."""
    low, high = sorted((max(p.base_low, 1e-9), max(q.base_low, 1e-9)))
    if high > 100 * low and low > 1e-9:
        return -1.0
    return 1.0 if high <= 1.5 * low else 0.5 if high <= 3 * low else 0.0


def _same_time(a: Held, b: Held, link: LazyLink) -> float:
    p, q = a.filling, b.filling
    assert isinstance(p, TimeExpression)
    assert isinstance(q, TimeExpression)
    same_verb = a.claim.predicate == b.claim.predicate
    if not same_verb and link.score < SURE:
        return 0.0
    if _clash(a, b) and not (link.score >= (SAME_TIME if same_verb else VERBATIM)):
        return 0.0
    return {"same": 2.0, "contains": 1.5, "overlaps": 1.0, "disjoint": 0.5}.get(compare_times(p, q), 0.0)


def _same_role(a: Held, b: Held, link: LazyLink) -> float:
    p, q = a.filling, b.filling
    assert isinstance(p, Argument)
    assert isinstance(q, Argument)
    if p.role != q.role or a.claim.predicate != b.claim.predicate or link.score < SAME_DEED:
        return 0.0
    return 1.0 + (p.head == q.head)


# "PORT SALL, Sept 3 (Borough Wire) - ": a report's own place and day, before its first claim.
DATELINE = re.compile(r"\s*\([^)]{2,40}\)\s*[-–—]|\s*[-–—]{1,2}\s")


def _times(claim: Claim) -> list[TimeExpression]:
    if claim.predicate in SPEECH - ANNOUNCED:
        return []
    return [t for t in claim.times if t.kind in ("date", "time") and not _in_dateline(claim, t)]


def _in_dateline(claim: Claim, time: TimeExpression) -> bool:
    before, after = claim.text[: max(0, time.start - claim.start)], claim.text[time.end - claim.start :]
    return bool(re.match(r"[A-Z][A-Z .'-]+, ", before) and DATELINE.match(after))


def _counted(argument: Argument, claim: Claim) -> bool:
    """Whether an argument is there for its figure ("twelve people"), which has a point of its own."""
    return any(argument.start <= q.start and q.end <= argument.end for q in claim.quantities if q.kind == "count")


def _arguments(*roles: str) -> Callable[[Claim], list[Argument]]:
    def hold(claim: Claim) -> list[Argument]:
        if claim.predicate in SPEECH:
            return []
        return [
            a for a in claim.arguments if a.role in roles and a.text.lower() not in PRONOUNS and not _counted(a, claim)
        ]

    return hold


def _speakers(claim: Claim) -> list[Argument]:
    """Who is quoted, or reported, with words enough to be known again."""
    if not claim.said_by or len(claim.text.split()) < SAME_WORDS_LEAST:
        return []
    who = claim.said_by[0]
    party = who.name.rsplit(None, 1)[-1].lower() in PARTIES
    if who.kind not in ("person", "organization") and not party:
        return []
    return [Argument("source", who.start, who.end, who.text, who.name, None, who.name)]


def _same_words(a: Held, b: Held, link: LazyLink) -> float:
    if a.claim.polarity != b.claim.polarity:
        return 0.0
    likeness = token_sort_ratio(a.claim.text, b.claim.text, processor=default_process)
    if not (a.claim.quoted and b.claim.quoted) and not (likeness >= SAME_REPORT and _two_speakers(a, b)):
        return 0.0
    return likeness / 100 if likeness >= SAME_WORDS else 0.0


def _two_speakers(a: Held, b: Held) -> bool:
    """Whether reported words (no quotation) have two named speakers of one kind who share no word of their names: a
    spokeswoman may speak for her company, but hardly the same sentence be two companies'. Where they are the same, the
    speaker is told by the claim and asked for nowhere."""
    one, two = a.claim.said_by[0], b.claim.said_by[0]
    names = [{w for w in s.name.split() if w[:1].isupper()} for s in (one, two)]
    return one.kind == two.kind and bool(names[0] and names[1]) and not names[0] & names[1]


def _named_places(claim: Claim) -> list[Argument]:
    return list(named_places(claim))


def _same_place(a: Held, b: Held, link: LazyLink) -> float:
    p, q = a.filling, b.filling
    assert isinstance(p, Argument)
    assert isinstance(q, Argument)
    return place_likeness(p, q) if p.head == "address" or link.score >= SAME_PLACE else 0.0


# What fills a slot, when two of it answer one question, and how likely claims of two occurrences must be to tell of the
# same for what they hold to meet all the same.
DIMENSIONS: tuple[tuple[Callable[[Claim], Sequence[Quantity | TimeExpression | Argument]], Match, float], ...] = (
    (lambda claim: (*claim.quantities, *totals(claim)), _same_quantity, 0.0),
    (_times, _same_time, NEVER),
    (_arguments("agent"), _same_role, SURE_DEED),
    (_arguments("patient", "attribute"), _same_role, NEVER),
    (_arguments("place"), _same_role, NEVER),
    (_named_places, _same_place, 0.0),
    (_speakers, _same_words, 0.0),
)
