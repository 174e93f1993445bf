"""Slots to points."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from crosswire.ports import Meaning
from crosswire.reconcile.belonging import belonging, unsure
from crosswire.reconcile.between import between
from crosswire.reconcile.callers import asks_caller, caller_slots, judge_callers
from crosswire.reconcile.cores import Things, core_slots, cores
from crosswire.reconcile.elements import Elements
from crosswire.reconcile.events import judge_core, judge_event, opposed, plain, worded
from crosswire.reconcile.judgement import Judgement, part_of, told_by_article
from crosswire.reconcile.measuring import answering
from crosswire.reconcile.misquotes import misquotes
from crosswire.reconcile.offices import is_office, judge_office, office_slots
from crosswire.reconcile.passages import Passages
from crosswire.reconcile.persons import told_of_people, unasked
from crosswire.reconcile.printed import SAME_PRINT, Printed
from crosswire.reconcile.quantities import judge_quantities
from crosswire.reconcile.questions import Asker
from crosswire.reconcile.reasons import WHOLE, reason
from crosswire.reconcile.rebuttals import REBUTTED, rebuttals, rebutted
from crosswire.reconcile.roles import Namebook, judge_roles
from crosswire.reconcile.silences import Tellers, silences
from crosswire.reconcile.spellings import judge_spelling, spelling_slots
from crosswire.reconcile.times import judge_times
from crosswire.records import (
    Account,
    Annotations,
    Answer,
    Article,
    Claim,
    Filler,
    Lineage,
    Link,
    Name,
    Point,
    Quantity,
    Slot,
    TimeExpression,
    Verdict,
    content_id,
    supporting,
)
from crosswire.text.origins import Origins
from crosswire.text.syntax import Tree

# A dossier keeps this many of each link's signals, the weightiest; a story of five articles would
# else be mostly signals that moved nothing.
SHOWN = 6
FITTING: tuple[Verdict, ...] = ("agree", "compatible")
"""Verdicts of points in which a claim may stand that perhaps belongs elsewhere: what clashes or supersedes is judged
by itself."""
OF_WORDS = ("speaker", "wording")
"""Kinds whose claims repeat each other's words, or hold one name: they belong."""
ORDER: dict[Verdict, int] = {"conflict": 0, "update": 1, "compatible": 2, "agree": 3, "single": 4}


def reconcile(
    slots: Sequence[Slot],
    articles: Sequence[Article],
    lineage: Lineage,
    names: Sequence[Name] = (),
    annotations: Mapping[str, Annotations] | None = None,
    vectors: Mapping[str, Meaning] | None = None,
) -> tuple[Point, ...]:
    """Judge every slot of a story. Returns its points: conflicts first, then updates, compatible,
    agreed and single ones; within each those told by most articles first, then in reading order. What two
    reports or more of a happening tell alike is a point of its own ("polarity"), which tells who did it as well,
    where they agree. Who is merely described differently ("Brik", "the man") has no point of its own: the
    happening's tells it.
    The questions are formed from ``annotations`` (by article id); without them a point asks of
    its topic alone. Who is silent is told by the words of the annotations and the claims' ``vectors``."""
    by_id = {article.id: article for article in articles}
    book = Namebook(names)
    tellers = Tellers(slots, articles, annotations or {}, vectors or {})
    outlets = {a.id: a.outlet for a in articles if a.outlet}
    origins = Origins(lineage, outlets)
    texts = {article.id: article.text for article in articles}
    rank = {article.id: n for n, article in enumerate(articles)}
    things = Things(annotations or {}, book)
    printed = Printed(texts, annotations or {})
    trees = {article: Tree(notes.parse) for article, notes in (annotations or {}).items()}
    passages, elements = Passages(texts, trees), Elements(trees)
    asker = Asker(annotations or {}, names, passages)
    judged: list[tuple[Slot, Judgement]] = []
    told_alike: list[frozenset[str]] = []
    judged += rebutted((s for s in slots if s.kind == "event"), rebuttals(_by_article(slots)))
    judged += misquotes(slots, names, articles, annotations or {})
    offices = office_slots(slots, names, articles, annotations or {})
    callers = caller_slots(slots, names, articles, annotations or {})
    for slot in (*slots, *spelling_slots(slots, names, articles, annotations or {}), *offices, *callers):
        if slot.kind == "polarity":
            turn = opposed(slot)
            if turn and turn[1].verdict == "conflict":
                judged.append(turn)
            continue
        if slot.kind != "event":
            fit = answering(slot, trees)
            if fit:
                judged.append((fit, judge(fit, by_id, book)))
            continue
        alike = cores(slot, things)
        turn = opposed(slot, alike)
        if turn:
            judged.append(turn)
        turned = {f.claim.id for f in turn[0].fillers} if turn else set()
        for own in belonging(slot, alike):
            rest = [f for f in own.fillers if f.claim.id not in turned]  # what clashes is shown once
            if rest:
                whole = own if len(rest) == len(own.fillers) else part_of(own, own.kind, own.about, rest)
                found = judge_event(whole, alike, printed)
                judged.append((whole, found))
                judged += elements.shared(whole, alike) if found.verdict == "compatible" else ()
            judged += [(core, judge_core(core)) for core in core_slots(own, alike) if _is_tied(core)]
        told_alike += [frozenset(f.claim.id for f in core) for core in alike]
    judged += unasked(told_of_people(slots, names, articles, annotations or {}), judged)
    points = without_clashes(
        told_once(
            point(slot, judgement, articles, outlets, origins, asker, tellers, texts, trees, passages)
            for slot, judgement in _disputed_once(judged, book)
            if slot.kind != "actor" or is_office(slot) or asks_caller(slot) or _is_news(slot, judgement, told_alike)
        )
    )

    def key(p: Point) -> tuple[int, int, int, int, str]:
        first = min((rank[c.article], c.start) for a in p.accounts for c in a.claims)
        return (ORDER[p.verdict], -_told(p)[0], *first, p.id)

    return tuple(sorted(points, key=key))


def _by_article(slots: Sequence[Slot]) -> list[list[Claim]]:
    """The claims of a story, each article's in the order of their places."""
    return [[claim for claim, _ in told] for _, told in sorted(told_by_article(slots).items())]


def without_clashes(points: Sequence[Point]) -> Iterator[Point]:
    """Points as they are, but that none whose claims clash elsewhere says that they fit together: its reason leads to
    what they clash in."""
    conflicts = [p for p in points if p.verdict == "conflict"]
    sides: dict[str, set[tuple[int, int]]] = {}
    for number, p in enumerate(conflicts):
        for side, account in enumerate(p.accounts):
            for c in account.claims:
                sides.setdefault(c.claim, set()).add((number, side))
    for p in points:
        own = {c.claim for a in p.accounts for c in a.claims} if p.verdict == "compatible" else set()
        told = {side for claim in own for side in sides.get(claim, ())}
        clashing = [number for number, count in Counter(number for number, _ in told).items() if count > 1]
        if clashing:
            question = conflicts[min(clashing)].question
            p = replace(p, reason=f"They clash in one point: “{question}” The rest fits together.")
        yield p


def _disputed_once(judged: Iterable[tuple[Slot, Judgement]], book: Namebook) -> Iterator[tuple[Slot, Judgement]]:
    """Whose words they are is asked once of a quotation, however many claims it holds: the slots that the same speakers
    of the same reports give differently are one; where some clash ("Lee", "Orr"), those in which it is less sure who
    is meant ("Lee", "he") add nothing."""
    disputed: dict[frozenset[tuple[str, str]], list[tuple[Slot, Judgement]]] = {}
    for slot, judgement in judged:
        if slot.kind == "speaker" and judgement.verdict in ("conflict", "compatible"):
            speakers = frozenset((f.claim.article, f.claim.said_by[0].name) for f in slot.fillers)
            disputed.setdefault(speakers, []).append((slot, judgement))
        else:
            yield slot, judgement
    for found in disputed.values():
        slots = [slot for slot, judgement in found if judgement.verdict == "conflict"] or [slot for slot, _ in found]
        fillers, links = (f for slot in slots for f in slot.fillers), (x for slot in slots for x in slot.links)
        whole = replace(slots[0], fillers=tuple(fillers), links=tuple(links))
        yield whole, judge_roles(whole, book)


def _is_news(slot: Slot, judgement: Judgement, told_alike: Sequence[frozenset[str]]) -> bool:
    """Whether who did it is told by no other point."""
    if judgement.verdict != "agree":
        return judgement.verdict != "compatible"
    claims = {f.claim.id for f in slot.fillers}
    return not any(claims <= core for core in told_alike)


def _asked_once(points: Iterable[Point]) -> list[Point]:
    """Of what is told alike of one occurrence and asked in the same words, only what most reports tell."""
    kept: list[Point] = []
    asked: dict[tuple[str, str], int] = {}
    for point in points:
        question = (point.occurrence, point.question)
        if point.kind != "polarity" or point.verdict != "agree":
            kept.append(point)
        elif question in asked:
            kept[asked[question]] = max(kept[asked[question]], point, key=_told)
        else:
            asked[question] = len(kept)
            kept.append(point)
    return kept


def told_once(points: Iterable[Point]) -> list[Point]:
    """Without what is told alike ("polarity") where another agreed point holds all of its claims: that one's question
    says it as well. Of two with the same claims the first stays; the pieces of what is printed in the same words do."""
    kept = _asked_once(points)
    claims = {p.id: {(c.claim, c.start, c.end) for a in p.accounts for c in a.claims} for p in kept}
    agreed = [p for p in kept if p.verdict == "agree" and all(signal.name != SAME_PRINT for signal in p.signals)]
    holding: dict[tuple[str, int, int], list[int]] = {}
    for number, p in enumerate(agreed):
        for claim in sorted(claims[p.id]):
            holding.setdefault(claim, []).append(number)

    def is_held(number: int) -> bool:
        own = claims[agreed[number].id]
        rivals = set.intersection(*(set(holding[claim]) for claim in own)) - {number}
        return any(r < number or agreed[r].kind != "polarity" or len(claims[agreed[r].id]) > len(own) for r in rivals)

    gone = {p.id for number, p in enumerate(agreed) if p.kind == "polarity" and is_held(number)}
    return [p for p in kept if p.id not in gone]


def _told(point: Point) -> tuple[int, int]:
    """How many articles tell a point, and in how many claims."""
    claims = [c for a in point.accounts for c in a.claims]
    return len({c.article for c in claims}), len(claims)


def judge(slot: Slot, articles: dict[str, Article], book: Namebook) -> Judgement:
    """Compare what fills a slot, by its kind."""
    if is_office(slot):
        return judge_office(slot)
    if asks_caller(slot):
        return judge_callers(slot)
    if slot.kind in ("count", "quantity", "money", "duration"):
        return judge_quantities(slot, articles)
    if slot.kind in ("date", "time"):
        return judge_times(slot)
    if slot.kind in ("actor", "place", "speaker"):
        return judge_roles(slot, book)
    if slot.kind == "wording":
        return judge_spelling(slot)
    return judge_event(slot)


def point(
    slot: Slot,
    judgement: Judgement,
    articles: Sequence[Article],
    outlets: Mapping[str, str],
    origins: Origins,
    asker: Asker,
    tellers: Tellers,
    texts: Mapping[str, str],
    trees: Mapping[str, Tree],
    passages: Passages,
) -> Point:
    """Write a judged slot down as a point."""
    perhaps = unsure(slot) if judgement.verdict in FITTING and slot.kind not in OF_WORDS else frozenset[str]()
    shown = _shown(slot, judgement, passages)
    accounts = tuple(account(answer, told, origins, perhaps) for answer, told in shown)
    if judgement.verdict == "compatible" and len(accounts) == 1 < len(judgement.accounts):
        judgement = replace(judgement, verdict="agree", reason="The reports say the same.")
    telling = {f.claim.article for f in slot.fillers}
    clash = judgement.clash
    sides = [judgement.accounts[i][1] for i in clash] if clash and judgement.verdict == "conflict" else None
    rebuttal = any(signal.name == REBUTTED for signal in judgement.signals)  # what is denied is asked, not the denial
    sure, doubtful = _sure(slot, perhaps), len(perhaps) == len(slot.fillers)
    asked = asker.question(sure, [filler for side in (sides or ())[: 1 if rebuttal else None] for filler in side])
    filled = [(f.claim, f.filling or f.claim) for f in slot.fillers]
    answers = sorted((claim.id, filling.start, filling.end) for claim, filling in filled)
    stands = _between(slot, *sides) if sides else None
    if rebuttal and sides and all(filler.claim.said_by for filler in sides[0]):
        stands = "speakers"  # the denier need not be anybody's source
    return Point(
        content_id("point", slot.kind, [list(a) for a in answers]),
        slot.occurrence,
        asked,
        slot.kind,
        judgement.verdict,
        stands,
        (_alike_but_for(accounts) if (slot.kind, judgement.verdict) == ("event", "compatible") else None)
        or reason(sure, judgement, _supported(accounts), stands, outlets, texts, trees, asked, doubtful),
        accounts,
        # Who does not name somebody leaves nothing out; some name them only as a speaker, outside any claim.
        silences(telling, articles, tellers.of(slot)) if slot.kind != "wording" else (),
        judgement.signals,
        tuple(Link(link.left, link.right, link.score, link.signals[:SHOWN]) for link in slot.links),
    )


def _is_tied(core: Slot) -> bool:
    """Whether some claims of a core surely tell of the same; what only perhaps does agrees on nothing."""
    return len(unsure(core)) < len(core.fillers)


def _sure(slot: Slot, perhaps: frozenset[str]) -> Slot:
    """The slot of the claims that surely belong; the slot itself where none or all do."""
    sure = [f for f in slot.fillers if f.claim.id not in perhaps]
    return part_of(slot, slot.kind, slot.about, sure) if 0 < len(sure) < len(slot.fillers) else slot


def _supported(accounts: Sequence[Account]) -> Sequence[Account]:
    """Accounts without what only perhaps belongs; as they are where nothing else is there."""
    kept = [replace(a, claims=claims) for a in accounts if (claims := tuple(c for c in a.claims if not c.perhaps))]
    return kept or accounts


def _alike_but_for(accounts: Sequence[Account]) -> str | None:
    """The reason of a point whose claims that surely belong all show the same words, while others that perhaps do say
    more; None of any other."""
    told = [c for a in accounts for c in a.claims]
    same = len({plain(c.value) for c in told if not c.perhaps}) == 1
    return "Told alike; only what perhaps belongs says more." if same and any(c.perhaps for c in told) else None


def _between(slot: Slot, left: Sequence[Filler], right: Sequence[Filler]) -> Literal["reports", "speakers"]:
    """Who said the same words, and how a name is spelled, is for the reports to agree on."""
    return "reports" if slot.kind in ("speaker", "wording") else between(left, right)


def _shown(slot: Slot, judgement: Judgement, passages: Passages) -> Iterable[tuple[str, Sequence[tuple[Filler, str]]]]:
    """The accounts of a judgement, each claim with the answer that it gives as shown."""
    if slot.kind in WHOLE:
        return passages.answers(judgement.accounts)
    return (
        (answer, [(f, f.filling.text if f.filling else worded(f.claim)) for f in fillers])
        for answer, fillers in judgement.accounts
    )


def account(
    answer: str, told: Sequence[tuple[Filler, str]], origins: Origins, perhaps: frozenset[str] = frozenset()
) -> Account:
    """One answer with its claims, each with its own answer as shown, and the independent origins behind them.
    ``perhaps`` are the claims (ids) that may not belong."""
    answers = tuple(_answer(filler, value, filler.claim.id in perhaps) for filler, value in told)
    rooted = [(a.article, a.start, a.end, a.said_by) for a in supporting(answers)]
    return Account(answer, origins.of(rooted), answers)


def _answer(filler: Filler, value: str, perhaps: bool) -> Answer:
    claim, filling = filler.claim, filler.filling
    own = filling.hedge if isinstance(filling, Quantity | TimeExpression) else None
    softened = dict.fromkeys(word for word in (own, claim.hedge, claim.modality, claim.condition) if word)
    hedge = "; ".join(softened) or None
    said_by = tuple(source.name for source in claim.said_by)
    return Answer(
        claim.id, claim.article, claim.start, claim.end, claim.text, value, said_by, hedge, claim.cue, claim.stance,
        perhaps,
    )  # fmt: skip
