"""Comparing whole claims: do they say the same, more or less, or contradict each other?"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations

from crosswire.reconcile.deeds import deeds, exclusive, listed
from crosswire.reconcile.judgement import Judgement, group_fillers, part_of
from crosswire.reconcile.phrases import poorness
from crosswire.reconcile.printed import SAME_PRINT, Printed, is_tag
from crosswire.records import Claim, Filler, Link, PointKind, Signal, Slot
from crosswire.text.answers import compare_answers, compare_times
from crosswire.text.denials import UNLIKELY, tells_denial
from crosswire.text.parties import Party, apart, argument_of, is_people, one_thing, parties, party_in, same_party

ONLY_SPOKE = "only who spoke"
"""The signal of a point whose claims tell no more than that somebody spoke."""
# Two claims that differ in polarity contradict each other only when they are this sure to tell of
# the same and head the same verb: a negation elsewhere in the clause is common. On the gold .55 finds one conflict
# more than .7 and raises no alarm more.
SURE = 0.55
# Where one report tells of a hurt to a thing and another denies it in another verb of harm.
SURE_OF_HARM = 0.55
# What one report tells as planned and another as done is one happening only where this sure.
SURE_OF_DEED = 0.45
# ... and share this much of their words (weighted Jaccard).
OVERLAP = 0.3
# What will be, of which another report may hold that it is improbable.
FORETOLD = frozenset(("planned", "hypothetical"))
# Where the noun carries the claim and the verb says only that it is there, less of the rest need be shared.
SURE_OF_EXISTENCE = 0.5
OVERLAP_OF_EXISTENCE = 0.2
# "The war was Orr's choice", "was not Orr's choice": one is denied, which lowers the link itself, but all else is one.
LIKELY_STATE = 0.3
OVERLAP_OF_STATE = 0.6
# Claims with two verbs ("will not allow", "will permit") contradict each other only where nearly all else is one.
VERBATIM = 0.9
OVERLAP_BUT_THE_VERB = 0.55
# Claims that share this part of all their words, by their first letters, say the same in another order or form. Of
# the points of two reports that this finds on 38 stories nearly all do; from .6 on every other one does not.
SAME_WORDS = 0.8
# Of the agreed points of 2 claims in which two verbs shared no more than this part of the words, on 368 stories, four
# of five told different things or one more than the other.
SHARED_WORDS = 0.5
STEM = 5
# What is planned and what is done are one deed, whoever is told to do it, where so many words tell of what.
MATTER = 3
TRIFLES = frozenset("a an the that is are was were be been of to in on at for has have had s".split())
# So many words that two speakers share are one utterance of one of them.
LONG = 6
FIRST_PERSON = r"\b(?:i|we|me|us|my|our)\b"
# What stands before the verb of "was, kept or is now listening".
PROGRESSIVE = r"(?:\b(?:am|is|are|was|were|be|been|being|keep|keeps|kept)|[’']s|[’']re|[’']m)\b[\w’' ]*$"
# Who did no more than suppose it affirms nothing: "many have speculated that".
SUPPOSED = re.compile(r"(?:speculat|surmis|guess|wonder|rumou?r)\w*", re.IGNORECASE)
NEGATION = r"\b(?:not|cannot|never|no|nor|none|nobody|nothing|neither|without)\b|n[’']t\b"
# Who would not be named is not somebody of whom another report tells that he was named.
UNNAMED = re.compile(
    r"\b(?:declined|refused|asked not|did not want|spoke) .*\b(?:named|identified|quoted)\b", re.IGNORECASE
)
# "Has not yet been released", "is yet to be released", not "and yet".
NOT_YET = re.compile(
    r"(?:\bnot|n[’']t) yet\b|\b(?:has|have|had|is|are|was|were) yet to\b|n[’']t .{1,60} yet\b|\bnot .{1,60} yet\b",
    re.IGNORECASE,
)
# Names with no word behind them that may be a verb: "Mayor Lee ".
NAMED = r"(?-i:(?:[A-Z][\w.’'-]*\s){0,4}[A-Z][\w.’'-]*[^s\s]\s)"
# "Inaccurate", "unsafe", "disloyal".
OPPOSITE = re.compile(r"(?:in|un|im|ir|il|dis|non)(\w{4,})")
RETURNING = re.compile(r"\b(?:again|previously|formerly|once|used to)\b", re.IGNORECASE)
# "Will allow her to sail", not "would allow", "to allow".
LETTING = re.compile(
    r"(?P<softened>\b(?:would|could|may|might|should|to|if)\b[\w ]{0,20})?"
    r"\b(?:allow|permit|let|enabl|help|forc|caus)(?:e?s|e|t?ed|t?ing)?\b",
    re.IGNORECASE,
)
# Who did not speak to somebody did not meet him, whatever else he may have said.
TALKING = re.compile(r"\b(?:speak|spoke|spoken|speaks) (?:to|with)\b", re.IGNORECASE)
UNDONE = re.compile(r"\bto (?:be|have)\b|\b(?:is|are) being\b", re.IGNORECASE)
# "Did not learn of it until Tuesday": on Tuesday she did.
NOT_UNTIL = re.compile(r"(?:\bnot|n[’']t|\bnever)\b.{1,80}\b(?:until|till)\b", re.IGNORECASE)
PASSIVE = r"\b(?:is|are|was|were|be|been|being|gets?|got)\b"


def judge_event(slot: Slot, cores: Sequence[Sequence[Filler]] = (), printed: Printed | None = None) -> Judgement:
    """Judge a slot of whole claims. One article only: single. The reports say the same where one of the ``cores`` (what
    is told alike) holds every claim and none differs, or where all print the same words (``printed``): agree. Else one
    says more than another: compatible."""
    if len({f.claim.article for f in slot.fillers}) == 1:
        return Judgement("single", "Only one report tells this.", ((worded(slot.fillers[0].claim), slot.fillers),))
    alike = any(len(core) == len(slot.fillers) for core in cores) and not any(
        _otherwise(a.claim, b.claim) for a, b in combinations(slot.fillers, 2)
    )
    pairs = [(a.claim, b.claim) for a, b in combinations(slot.fillers, 2)]
    alike = alike and all(any(_worded_alike(f.claim, g.claim) for g in slot.fillers) for f in slot.fillers)
    alike = alike or all(_same_words(*pair) for pair in pairs)
    same = printed is not None and printed.alike(slot.fillers) and not any(two_utterances(*pair) for pair in pairs)
    if alike or same:
        told = ((_representative(slot.fillers), slot.fillers),)
        signals = () if alike else (Signal(SAME_PRINT, 1.0, 0.0, told[0][0]),)
        return Judgement("agree", "The reports say the same.", told, signals)
    accounts = _accounts(slot, cores)
    if len(accounts) == 1:  # told alike, but not in like words
        accounts = _accounts(slot, ())
    tags = all(is_tag(f.claim) for f in slot.fillers)
    signals = (Signal(ONLY_SPOKE, 1.0, 0.0, slot.about),) if tags else ()
    return Judgement("compatible", "One says more than another; nothing in them clashes.", accounts, signals)


def _worded_alike(a: Claim, b: Claim) -> bool:
    """Whether claims of two reports share more than ``SHARED_WORDS`` of the fewer words, or head one verb and share
    another word or the thing it acts on: what only names the same ("asked by the governor", "was the governor's idea")
    or has only its verb in common ("waited a year", "waited on the pier") is not the same."""
    if a.article == b.article:
        return False
    one, other = ({word[:STEM] for word in plain(c.text)} - TRIFLES for c in (a, b))
    if len(one & other) > SHARED_WORDS * min(len(one), len(other)):
        return True
    beside = {stem for stem in one & other if stem[:2] != a.predicate[:2]}  # no form of the verb
    return a.predicate == b.predicate and bool(beside or _things(a) & _things(b))


def two_utterances(a: Claim, b: Claim) -> bool:
    """Whether two speakers say something short each of himself, be it in the same words: "we're hopeful". The same
    long words are one utterance, whoever is right about its speaker."""
    if not all(c.said_by and c.said_by[0].name[:1].isupper() for c in (a, b)):
        return False
    left, right = (set(re.findall(r"\w{3,}", c.said_by[0].name.lower())) for c in (a, b))
    if left & right or not all(re.search(FIRST_PERSON, c.text, re.IGNORECASE) for c in (a, b)):
        return False
    one, other = set(plain(a.text)), set(plain(b.text))
    return len(one & other) < max(LONG, SAME_WORDS * min(len(one), len(other)))


def _same_words(a: Claim, b: Claim) -> bool:
    """Whether two claims of one kind say the same in the same words, but for their order, their forms and trifles."""
    if a.polarity != b.polarity or a.status != b.status or two_utterances(a, b):
        return False
    if _bare(a) == _bare(b):
        return True
    one, other = ({word[:STEM] for word in _bare(c)[2]} - TRIFLES for c in (a, b))
    return len(one & other) >= SAME_WORDS * len(one | other) and bool(one | other) and not _otherwise(a, b)


def _bare(claim: Claim) -> tuple[str, str, tuple[str, ...]]:
    """What two claims in the same words have in common, whatever their capitals and marks."""
    return claim.polarity, claim.status, plain(claim.text)


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> tuple[str, ...]:
    """The words of a text, whatever their capitals and marks."""
    return tuple(re.findall(r"[^\W_]+", text.casefold()))


def opposed(slot: Slot, cores: Sequence[Sequence[Filler]] = ()) -> tuple[Slot, Judgement] | None:
    """What one report of an occurrence affirms and another denies ("polarity", a conflict), or one tells as planned
    and another as done ("status", an update), with the claims that say the same as either; None where nothing is."""
    claims = [f.claim for f in slot.fillers]
    if len({c.article for c in claims}) == 1:
        return None
    links = {(link.left, link.right): link for link in slot.links}
    if found := denial(claims, links):
        a, b = found
        yes, no = (a, b) if a.polarity == "affirmed" else (b, a)
        signal = Signal("one affirms what the other denies", 1.0, 0.0, f"{a.predicate}: {a.text} / {b.text}")
        reason = f"Affirmed (“{_short(yes)}”) and denied (“{_short(no)}”)."
        accounts = _accounts(slot, cores, a, b)[:2]
        return _about(slot, "polarity", accounts), Judgement("conflict", reason, accounts, (signal,), (0, 1))
    if found := contrary(claims, links):
        a, b = found
        signal = Signal(
            "deeds that exclude each other", 1.0, 0.0, f"{a.predicate} / {b.predicate}: {a.text} / {b.text}"
        )
        accounts = _accounts(slot, (), a, b)[:2]
        reason = f"“{_short(a)}” against “{_short(b)}”."
        return _about(slot, "polarity", accounts), Judgement("conflict", reason, accounts, (signal,), (0, 1))
    if found := completion(claims, links):
        planned, done = found
        signal = Signal("planned in one, done in the other", 1.0, 0.0, f"{planned.text} / {done.text}")
        reason = f"Still to come in one (“{_short(planned)}”), done in the other."
        accounts = _states(slot, links, cores, planned, done)
        return _about(slot, "status", accounts), Judgement("update", reason, accounts, (signal,))
    return None


def _states(
    slot: Slot, links: Mapping[tuple[str, str], Link], cores: Sequence[Sequence[Filler]], planned: Claim, done: Claim
) -> tuple[tuple[str, tuple[Filler, ...]], ...]:
    """The accounts of what was to come and of what came, each with the claims that tell the deed in that state: those
    that tell it alike, and those that are linked as surely with either claim."""

    def tells(claim: Claim, state: Claim, other: Claim, core: Sequence[Filler]) -> bool:
        if not _same_state(claim, state):
            return False
        sure = any(
            link is not None and link.score >= SURE_OF_DEED and _told_of_one_deed(claim, told, link)
            for told in (state, other)
            if told.article != claim.article
            for link in [_between(claim, told, links)]
        )
        return sure or any(f.claim.id == claim.id for f in core)

    found = []
    for state, other in ((planned, done), (done, planned)):
        core = next(group for _, group in _accounts(slot, cores, state) if any(f.claim.id == state.id for f in group))
        fillers = tuple(f for f in slot.fillers if tells(f.claim, state, other, core))
        found.append((_representative(fillers, state), fillers))
    return tuple(found)


def _same_state(a: Claim, b: Claim) -> bool:
    """Whether two claims tell of one deed as equally real."""
    one = a.predicate == b.predicate or bool(deeds(a.predicate, plain(a.text)) & deeds(b.predicate, plain(b.text)))
    real = [_is_headline_plan(c) or c.status == "planned" for c in (a, b)]
    return one and a.polarity == b.polarity and real[0] == real[1] and (real[0] or a.status == b.status)


def _about(slot: Slot, kind: PointKind, accounts: Sequence[tuple[str, tuple[Filler, ...]]]) -> Slot:
    """The slot of an occurrence's claims that give these accounts."""
    ids = {f.claim.id for _, fillers in accounts for f in fillers}
    return part_of(slot, kind, slot.about, (f for f in slot.fillers if f.claim.id in ids))


def denial(claims: Sequence[Claim], links: Mapping[tuple[str, str], Link]) -> tuple[Claim, Claim] | None:
    """The surest pair of claims of two articles (or two speakers) of which one denies what the
    other affirms."""
    pairs = [
        (link.score, a, b)
        for a, b, link in _linked(claims, links)
        if a.polarity != b.polarity
        and ((a.status == b.status and _firm(a) and _firm(b)) or _doubted(a, b) or _let(a, b))
        and _opposite(a, b, link)
        and not _another(a, b, link)
        and not (_is_unasserted(a) or _is_unasserted(b) or (_negates(a) and _negates(b)))
        and not (_is_of_denied(a, claims) or _is_of_denied(b, claims) or _of_another_way(a, b))
        and not (_says_the_opposite(a, b) or _says_the_opposite(b, a))
        and not any(_to_come(no, yes) and _came(no, yes) for no, yes in ((a, b), (b, a)) if no.polarity == "denied")
        and not _both_ways(a, b, link, claims, links)
    ]
    best = max(pairs, key=lambda p: p[0], default=None)
    return (best[1], best[2]) if best else None


def _says_the_opposite(one: Claim, other: Claim) -> bool:
    """Whether one claim has a word for the opposite of a word of the other: "is inaccurate" and "is not accurate" deny
    the same."""
    words = set(plain(other.text))
    opposites = (match for word in plain(one.text) if (match := OPPOSITE.fullmatch(word)) and word not in words)
    return any(match[1] in words and match[1] not in plain(one.text) for match in opposites)


def _both_ways(a: Claim, b: Claim, link: Link, claims: Sequence[Claim], links: Mapping[tuple[str, str], Link]) -> bool:
    """Whether one of the two reports, or the one whom it quotes, says what the other does as well, no less alike: "the
    Earth is not the objective, man is" in both contradicts nobody."""
    return any(
        c.article == one.article
        and not (c.start < one.end and one.start < c.end)  # a piece of what it says
        and c.said_by[:1] == one.said_by[:1]
        and c.polarity == other.polarity
        and met.score >= link.score
        for one, other in ((a, b), (b, a))
        for c in claims
        if (met := _between(c, other, links))
    )


def _another(a: Claim, b: Claim, link: Link) -> bool:
    """Whether two claims are told of two parties, or of parties that their words leave open ("it", "they") and only a
    very sure link would make one; or are one speaker's own words, who says two things."""
    one, other = parties(a, b)
    if _unlike(one, other) or (a.article == b.article and a.said_by[:1] == b.said_by[:1]):
        return True
    if _once(a) != _once(b) or _other_place_in_order(a, b):
        return True
    doers = argument_of(a, "agent") and argument_of(b, "agent")
    hidden = doers is not None and one is None and other is None
    if _hides_one(a, b) and not same_party(one, other):
        return True
    return (hidden or _hides_one(a, b)) and link.score < VERBATIM


def _hides_one(a: Claim, b: Claim) -> bool:
    """Whether one claim names what the other leaves open: "praised it", "did not praise the timetable"."""
    told = all(argument_of(c, "patient") for c in (a, b))
    return told and (party_in(a, "patient") is None) != (party_in(b, "patient") is None)


def _unlike(one: Party | None, other: Party | None) -> bool:
    """Whether two parties are surely not one, in whatever words: "the company" may be "the firm"."""
    nouns = one is not None and other is not None and one.kind == other.kind == "noun"
    if nouns and one and other and any(one_thing(p, q) for p in one.words for q in other.words):
        return False
    return apart(one, other)


def _other_place_in_order(a: Claim, b: Claim) -> bool:
    """Whether two claims number their things, and otherwise: a third down is not the fourth."""
    ordinals = [{q.value for q in c.quantities if q.kind == "ordinal"} for c in (a, b)]
    return all(ordinals) and not ordinals[0] & ordinals[1]


def _once(claim: Claim) -> bool:
    """Whether a claim tells what had been so before ("he had owned it for years"), which "does not" denies not."""
    return re.search(r"\bhad (?:not |never |n't )?(?:been )?\w+(?:ed|en|n|t)\b", claim.text) is not None


def _is_unasserted(claim: Claim) -> bool:
    """Whether a claim's verb is a gerund or a bare infinitive, which names a thing without saying that it is so: "what
    revealing his name would do", "the box listening to the court", "fight for the poor"; or somebody is set apart from
    those of whom it is so ("Unlike the others, Lee did not sign")."""
    if claim.text.lower().startswith("unlike ") or UNNAMED.search(claim.text):
        return True
    if (
        claim.text.split(" ")[0].lower() == claim.predicate
        and claim.status == "actual"
        and claim.polarity == "affirmed"
    ):
        return True
    forms = re.finditer(rf"\b{re.escape(claim.predicate.removesuffix('e'))}\w*", claim.text, re.IGNORECASE)
    found = [form for form in forms if form.group().lower().endswith("ing")]
    return bool(found) and not any(re.search(PROGRESSIVE, claim.text[: form.start()], re.IGNORECASE) for form in found)


def _is_of_denied(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether what a claim affirms is a piece of what its report denies ("does not have plans | to build a pier"), or
    what it denies was so up to a time ("did not learn of it until Tuesday")."""
    if claim.polarity == "denied":
        return NOT_UNTIL.search(claim.text) is not None
    return any(
        c.polarity == "denied" and c.article == claim.article and c.start <= claim.start and claim.end <= c.end
        for c in claims
    )


def _of_another_way(a: Claim, b: Claim) -> bool:
    """Whether one claim denies only the way or means in which the other tells of another ("did not die by drowning",
    "died by fire")."""
    ways = [
        set(re.findall(r"\b(?:by|because of|due to|through) (?:an? |the )?([^\W\d_]+)", c.text.lower())) for c in (a, b)
    ]
    return a.predicate == b.predicate and all(ways) and not ways[0] & ways[1]


def _negates(claim: Claim) -> bool:
    """Whether a claim's words hold a negation: where two do, one of them may only stand elsewhere ("I feel we weren't",
    "I didn't feel we were")."""
    return re.search(NEGATION, claim.text, re.IGNORECASE) is not None


@cache
def _rumour() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(listed('rumour')))})s? (?:that|of|he|she|it|they)\b", re.IGNORECASE)


def _firm(claim: Claim) -> bool:
    """Whether a claim says outright that something is, will or can be so, or is not; a rumour says nothing outright,
    nor does an attempt."""
    first = (claim.modality or "").split(" ")[0]
    if _rumour().search(claim.text) or first in listed("attempted") or SUPPOSED.match(claim.cue or ""):
        return False
    if claim.status == "actual":
        return True
    reported = first == "would" and bool(claim.said_by) and claim.condition is None
    return claim.status == "planned" or first in listed("certain") or reported


def _doubted(a: Claim, b: Claim) -> bool:
    """Whether one claim foretells what the other holds to be unlikely."""
    yes, no = (a, b) if a.polarity == "affirmed" else (b, a)
    doubt = UNLIKELY.intersection((no.modality or "").lower().split())
    return bool(doubt) and yes.status in FORETOLD and not (yes.condition or no.condition)


def _let(a: Claim, b: Claim) -> bool:
    """Whether one claim tells that somebody is let do what he is not let do in the other: "will allow her to sail",
    "will not permit her to sail". What is let is no more than possible, but that it is let is told outright."""
    yes, no = (a, b) if a.polarity == "affirmed" else (b, a)
    outright = yes.status == "possible" and yes.modality is None and no.modality is None and no.status == "actual"
    told = [LETTING.search(c.text) for c in (yes, no)]
    return outright and all(told) and not any(match and match["softened"] for match in told)


def _opposite(a: Claim, b: Claim, link: Link) -> bool:
    """Whether a negation in one of two claims denies the other: they share verb and words, or
    both say of the same thing that it is or is not there."""
    if a.predicate == b.predicate == "be" and _state(a) & _state(b):
        alike = link.score >= LIKELY_STATE and _shared(link) >= OVERLAP_OF_STATE
        if alike or link.score >= SURE_OF_EXISTENCE:
            return True
    if {a.predicate, b.predicate} & listed("speech") and not (TALKING.search(a.text) and TALKING.search(b.text)):
        return False
    if {a.predicate, b.predicate} <= listed("existence") and _things(a) & _things(b):
        one_doer = same_party(party_in(a, "agent"), party_in(b, "agent"))
        if not ({a.predicate, b.predicate} & listed("impersonal") or one_doer):
            return False
        return link.score >= SURE_OF_EXISTENCE and _shared(link) >= OVERLAP_OF_EXISTENCE
    if {a.predicate, b.predicate} <= listed("harm") and _hurt(a) & _hurt(b):
        return link.score >= SURE_OF_HARM
    if a.predicate == b.predicate:
        return link.score >= SURE and _shared(link) >= OVERLAP
    return link.score >= VERBATIM and _shared(link) >= OVERLAP_BUT_THE_VERB and _one_party(a, b) and _one_object(a, b)


def _one_party(a: Claim, b: Claim) -> bool:
    """Whether two claims are surely told of one party."""
    return same_party(*parties(a, b))


def _one_object(a: Claim, b: Claim) -> bool:
    return same_party(party_in(a, "patient"), party_in(b, "patient"))


def _hurt(claim: Claim) -> set[str]:
    """The words of what a claim says was hurt."""
    hurt = (x.text.lower() for x in claim.arguments if x.role == "patient")
    return {word for text in hurt for word in re.findall(r"[^\W\d_]{4,}", text)}


def _shared(link: Link) -> float:
    return next((s.value for s in link.signals if s.name == "shared words"), 0.0)


def contrary(claims: Sequence[Claim], links: Mapping[tuple[str, str], Link]) -> tuple[Claim, Claim] | None:
    """The surest pair of claims of two reports that tell, of one party or thing, two deeds of which only one was done
    ("resigned", "was fired"; "postponed the vote", "cancelled the vote")."""
    pairs = [
        (link.score, a, b)
        for a, b, link in _linked(claims, links)
        if link.score >= SURE_OF_DEED
        and a.article != b.article
        and a.polarity == b.polarity == "affirmed"
        and a.status == b.status
        and not (a.condition or b.condition)
        and (_excludes(a, b) or _excludes(b, a))
        and not (_once(a) or _once(b) or _other_figure(a, b) or _other_place_in_order(a, b))
        and not any((c.article, c.predicate) in {(a.article, b.predicate), (b.article, a.predicate)} for c in claims)
    ]
    best = max(pairs, key=lambda p: p[0], default=None)
    return (best[1], best[2]) if best else None


def _excludes(a: Claim, b: Claim) -> bool:
    """Whether a table of deeds holds the two claims' verbs as such of which one excludes the other, and the same party
    is named in the roles that it gives them, or a thing of which both tell more than a word ("the trip" may be two)."""
    for one, role, other, to in exclusive():
        who = party_in(a, role)
        if a.predicate in one and b.predicate in other and same_party(who, party_in(b, to)):
            return (who is not None and who.kind == "name") or len(_matter(a, b)) > 1
    return False


def completion(claims: Sequence[Claim], links: Mapping[tuple[str, str], Link]) -> tuple[Claim, Claim] | None:
    """The surest pair of which one tells as still to come what the other tells as done."""
    pairs = [
        (link.score, ahead, done)
        for a, b, link in _linked(claims, links)
        if link.score >= SURE_OF_DEED and not (a.quoted and b.quoted)
        for ahead, done in ((a, b), (b, a))
        if _to_come(ahead, done) and _came(ahead, done) and _told_of_one_deed(a, b, link)
    ]
    best = max(pairs, key=lambda p: p[0], default=None)
    return (best[1], best[2]) if best else None


def _to_come(ahead: Claim, done: Claim) -> bool:
    """Whether a claim tells what was awaited, or had not happened yet, when it was told."""
    if ahead.polarity == "denied":
        return ahead.status == "actual" and NOT_YET.search(ahead.text) is not None
    return (ahead.status == "planned" or _is_headline_plan(ahead)) and _awaited(ahead, done)


def _came(ahead: Claim, done: Claim) -> bool:
    """Whether a claim tells a deed as done, and by whom."""
    real = done.polarity == "affirmed" and done.status == "actual" and not (done.modality or done.condition)
    return real and (_done(done) or _headed(ahead, done)) and _has_doer(done)


def _told_of_one_deed(a: Claim, b: Claim, link: Link) -> bool:
    """Whether two claims tell one deed, be it in two verbs ("drops out of the race", "ended her bid"): of one verb that
    tells a deed of itself or with its thing ("make an announcement"), or of verbs that tell one and share more than who
    did it."""
    if a.predicate == b.predicate:
        bare = a.predicate in listed("existence", "light", "vague")
        if bare and (a.predicate in listed("impersonal") or not _acted_on(a) & _acted_on(b)):
            return False
    elif not deeds(a.predicate, plain(a.text)) & deeds(b.predicate, plain(b.text)) or not _share_more(a, b):
        return False
    return _one_deed(a, b, link)


def _acted_on(claim: Claim) -> set[str]:
    return {x.head.lower() for x in claim.arguments if x.role == "patient"}


def _share_more(a: Claim, b: Claim) -> bool:
    """Whether two claims share a word that does not name who did it."""
    return bool(_matter(a, b))


def _matter(a: Claim, b: Claim) -> set[str]:
    """The words, by their first letters, that two claims share, without those that name who did it and the deed,
    figures, times and words that tell nothing by themselves."""
    doers = {word for c in (a, b) if (who := argument_of(c, "agent")) for word in plain(f"{who.text} {who.name or ''}")}
    marked = [mark.text for c in (a, b) for mark in c.quantities] + [mark.text for c in (a, b) for mark in c.times]
    told = {word for text in marked for word in plain(text)} | listed("function")
    shared = {w[:STEM] for w in plain(a.text) if len(w) >= STEM - 1 and w not in told} & {
        w[:STEM] for w in plain(b.text)
    }
    return shared - {word[:STEM] for word in doers} - {a.predicate[:STEM], b.predicate[:STEM]}


def _one_deed(a: Claim, b: Claim, link: Link) -> bool:
    """Whether two claims of one deed name one party of it, or two in whatever roles ("Lee met Orr", "Orr met
    with Lee"), or share so many words that tell of what that the deed is one however its doer and thing are called."""
    if len(_named(a) & _named(b)) > 1 and a.article != b.article and not _other_place_in_order(a, b):
        return True
    if _same_matter(a, b):
        return True
    one = (_one_party(a, b) or _one_object(a, b)) and not apart(party_in(a, "patient"), party_in(b, "patient"))
    return one and not _another(a, b, link)


def _same_matter(a: Claim, b: Claim) -> bool:
    """Whether two claims of two reports tell of known doers who are not two names, and share ``MATTER`` words that
    name neither them nor the deed: "the board is set to accept the ferry plan of Mayor Lee", "its chairman accepted the
    ferry plan"."""
    one, other = party_in(a, "agent"), party_in(b, "agent")
    if one is None or other is None or (one.kind == other.kind == "name" and apart(one, other)):
        return False
    return a.article != b.article and len(_matter(a, b)) >= MATTER and not _other_place_in_order(a, b)


def _named(claim: Claim) -> set[str]:
    """The last words of the names of a claim's parties."""
    return {x.name.split()[-1].lower() for x in claim.arguments if x.name}


def _is_headline_plan(claim: Claim) -> bool:
    """Whether a headline tells by an infinitive what is to come: "Mayor Lee to Close Pier", not "Lee Votes to Close
    It", whose verb may be read as a name."""
    plain_title = claim.sentence == 0 and claim.status == "actual" and not claim.modality
    return plain_title and re.match(rf"{NAMED}to {claim.predicate}\b", claim.text, re.IGNORECASE) is not None


def _plan(claim: Claim) -> str:
    """The word that tells that something is planned: "set" of "was set to"."""
    if _is_headline_plan(claim):
        return "to"
    words = [word for word in (claim.modality or "").lower().split() if word not in listed("being")]
    return words[0] if words else ""


def _awaited(planned: Claim, done: Claim) -> bool:
    """Whether what is planned was still to come when it was told, and came: it is "set" or "expected" to, or will be at
    a time that the deed's own does not exclude. "Will replace" beside "has replaced" tells one announcement in two
    tenses, and what was so "previously" or will be "again" is not one deed."""
    if RETURNING.search(planned.text) or RETURNING.search(done.text):
        return False
    if _plan(planned) not in listed("awaited"):
        dated = _plan(planned) in listed("coming") and any(t.kind in ("date", "time") for t in planned.times)
        if not dated:
            return False
    return not any(compare_times(p, d) == "disjoint" for p in planned.times for d in done.times)


def _headed(planned: Claim, done: Claim) -> bool:
    """Whether a deed is told in the present of a headline, where a plan is told as one: "Set to Sign", "Signs"; not
    beside another headline's infinitive, which tells the same news in the other tense ("to Sign", "Signs")."""
    present = re.search(rf"\b{re.escape(done.predicate)}e?s\b", done.text, re.IGNORECASE)
    words = _plan(planned) in listed("awaited") and not _is_headline_plan(planned)
    return words and done.sentence == 0 and not done.times and present is not None


def _has_doer(claim: Claim) -> bool:
    """Whether a claim names who did it, or tells it in the passive, which needs nobody: a doer whom the parser missed
    may be another's."""
    return argument_of(claim, "agent") is not None or re.search(PASSIVE, claim.text, re.IGNORECASE) is not None


def _done(claim: Claim) -> bool:
    """Whether a claim tells its deed in a past form: no infinitive ("the bill to become law"), present or progressive
    ("is challenging", "plays on Saturday"), as far as its words show; a verb whose past is its base form ("cut") is
    not taken for done."""
    if claim.modality or claim.condition or UNDONE.search(claim.text):
        return False
    bare = claim.predicate.removesuffix("e")
    stem, last, ending = re.escape(bare), re.escape(bare[-1:]), re.escape(re.sub("y$", "ies", bare))
    return not re.search(rf"\b(?:{stem}(?:e|s|es|ing|{last}ing)?|{ending})\b", claim.text, re.IGNORECASE)


def _between(a: Claim, b: Claim, links: Mapping[tuple[str, str], Link]) -> Link | None:
    return links.get((a.id, b.id)) or links.get((b.id, a.id))


def _linked(claims: Sequence[Claim], links: Mapping[tuple[str, str], Link]) -> list[tuple[Claim, Claim, Link]]:
    place = {claim.id: n for n, claim in enumerate(claims)}
    met = {(min(i, j), max(i, j)): link for (a, b), link in links.items() for i, j in [(place[a], place[b])]}
    return [(claims[i], claims[j], link) for (i, j), link in sorted(met.items(), key=lambda item: item[0])]


def _accounts(
    slot: Slot, cores: Sequence[Sequence[Filler]], *first: Claim
) -> tuple[tuple[str, tuple[Filler, ...]], ...]:
    """The claims that say the same: of one of the ``cores``, and not different in doer, state or figures. The accounts
    of the ``first`` claims come first, in their order and under their words."""
    sharing = [{f.claim.id for f in core} for core in cores]
    homes = {f.claim.id: {n for n, core in enumerate(sharing) if f.claim.id in core} for f in slot.fillers}

    def same(a: Filler, b: Filler) -> bool:
        if _same_words(a.claim, b.claim):
            return True
        return bool(homes[a.claim.id] & homes[b.claim.id]) and not _otherwise(a.claim, b.claim)

    ranks = {claim.id: n for n, claim in enumerate(first)}
    groups = group_fillers(sorted(slot.fillers, key=lambda f: ranks.get(f.claim.id, len(ranks))), same)
    place = {f.claim.id: n for n, f in enumerate(slot.fillers)}
    ordered = (tuple(sorted(group, key=lambda f: place[f.claim.id])) for group in groups)
    return tuple((_representative(group, *first), group) for group in ordered)


def judge_core(slot: Slot) -> Judgement:
    """Judge a slot of claims that tell a thing alike: they agree on it, whatever each adds."""
    answer = min((f.claim for f in slot.fillers), key=lambda claim: (poorness(claim.text), claim.text))
    return Judgement("agree", "The reports tell it alike.", ((worded(answer), slot.fillers),))


def _otherwise(a: Claim, b: Claim) -> bool:
    """Whether two claims that are alike do not say the same: one affirms and one denies; one tells what somebody
    wants, plans or refuses and one only the deed ("A refused to meet B" says more than "the meeting did not take
    place"); or doer, state or figures differ."""
    told = a.polarity == b.polarity and (a.modality is None) == (b.modality is None)
    return not told or _other_doer(a, b) or _other_state(a, b) or _other_figure(a, b)


def _other_doer(a: Claim, b: Claim) -> bool:
    """Whether one verb has in two reports doers who are not told in like words: "a farmer found", "Ines Dorn found"."""
    if a.predicate != b.predicate or a.article == b.article:
        return False
    one, other = party_in(a, "agent"), party_in(b, "agent")
    return one is not None and other is not None and not same_party(one, other)


def _other_figure(a: Claim, b: Claim) -> bool:
    """Whether two claims count or measure the same things with figures that cannot both hold, and with none
    that can."""
    outcomes = {
        compare_answers(p, q).outcome
        for p in a.quantities
        for q in b.quantities
        if p.kind == q.kind and (p.kind != "count" or _one_noun(p.noun, q.noun))
    }
    return "disjoint" in outcomes and not outcomes & {"same", "compatible"}


def _one_noun(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one_thing(one, other) or (is_people(one) and is_people(other))


def _other_state(a: Claim, b: Claim) -> bool:
    """Whether two claims say with "be" what or where something is, and name nothing in common:
    "was on the bridge", "was asleep in his cabin"."""
    if not a.predicate == b.predicate == "be":
        return False
    left, right = _state(a), _state(b)
    return bool(left and right and not left & right)


def _things(claim: Claim) -> set[str]:
    return {x.head for x in claim.arguments if x.role in ("patient", "attribute", "other")}


def _state(claim: Claim) -> set[str]:
    return {x.head for x in claim.arguments if x.role in ("attribute", "place", "other")}


def _representative(fillers: Sequence[Filler], *preferred: Claim) -> str:
    """The claim shown for an account: a preferred one if it is there, else the one of middle
    length, which says enough without the rest of its sentence."""
    ids = {c.id for c in preferred}
    claims = [f.claim for f in fillers if f.claim.id in ids] or [f.claim for f in fillers]
    claims.sort(key=lambda c: (len(c.text), c.text))
    return worded(claims[len(claims) // 2])


def worded(claim: Claim, words: str | None = None) -> str:
    """A claim's words, or those that it is shown by, as an answer; where it is denied and the denial stands outside
    them ("I don't think that …"), that is said."""
    words = claim.text if words is None else words
    return f"denied: {words}" if claim.polarity == "denied" and not tells_denial(words) else words


def _short(claim: Claim, limit: int = 90) -> str:
    return claim.text if len(claim.text) <= limit else claim.text[: limit - 1].rsplit(" ", 1)[0] + "…"
