"""Denials of what somebody is reported to have said: those that name it by a word ("Lee denied it", right behind), and
those that tell it once more ("denied that Park had urged her to sail")."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosswire.reconcile.deeds import listed
from crosswire.reconcile.events import worded
from crosswire.reconcile.judgement import Judgement
from crosswire.reconcile.reasons import brief
from crosswire.records import Argument, Claim, Filler, Signal, Slot
from crosswire.text.parties import argument_of

REBUTTED = "what one tells another denies"
"""The name of the signal on which such a conflict rests."""
# How many sentences before it a denial reaches: "it" stands for the last one, "the allegations" for one of two.
REACH = {"denied_thing": 1, "denied_words": 2}
# "The allegations", "such a thing": with more words of its own it says itself what is denied.
LONGEST = 3
# What other reports tell is what is denied where it is linked this surely with it.
SURE = 0.8

# What somebody is told to have said and what is denied that he said are one where they share so much of the fewer
# words, one of them no name.
SAME_WORDS = 0.5
STEM = 5
# "There is no such fact": with more words it says itself what there is not.
SHORT = 6

NO_SUCH = re.compile(
    r"(?:there (?:is|was|has been) no|no such|(?:that|this|it) (?:is|was) (?:not|false|untrue))\b", re.IGNORECASE
)
# "The suggestion that he drank", "any claim": what is denied is told, or nothing is meant that was told before.
POINTING = re.compile(r"(?:the|those|these|that|this|such|his|her|their|its|.*['’]s?)\s", re.IGNORECASE)
CONTENT = re.compile(r"\s+(?:that|of|about|over|by|from|in which|he|she|they)\b")
# "The source who tipped them off": what is told of somebody in passing.
RELATIVE = re.compile(r"(?:\S+\s){0,4}(?:who|which|whose)\b")


def rebuttals(told: Iterable[Sequence[Claim]]) -> dict[str, list[Claim]]:
    """What is denied, by claim id, with the claims that deny it; ``told`` are each article's claims in the order of
    their places. Somebody is reported to deny "it", "such a thing" or "the allegations" right behind words that the
    report gives somebody else; what he goes on to deny in the same breath belongs to it."""
    found: dict[str, list[Claim]] = {}
    reports = list(told)
    for claims in reports:
        for place, claim in enumerate(claims):
            for target in _denied(claim, claims[:place]):
                found.setdefault(target.id, []).extend((claim, *_in_one_breath(claim, claims[place + 1 :])))
    spoken: dict[str, list[Claim]] = {}
    for told_claim in (c for claims in reports for c in claims if c.said_by and c.stance != "denied"):
        for word in _words(told_claim.said_by[0].name):
            spoken.setdefault(word, []).append(told_claim)
    for denial in (c for claims in reports for c in claims if c.stance == "denied" and c.said_by):
        doer, _, what = denial.text.partition(f" {denial.predicate[:3]}")
        if denial.polarity == "denied":
            own = _of_himself(denial)
            for target in {c.id: c for word in sorted(_words(doer) | own) for c in spoken.get(word, ())}.values():
                passed_on = not own or len(target.said_by) > 1  # what he says himself he does not deny
                if passed_on and _is_what_was_said(what, target):
                    found.setdefault(target.id, []).append(denial)
    return found


def _of_himself(denial: Claim) -> set[str]:
    """The words of the denier's name where he denies that he said something himself: "denied that he had urged her"."""
    who, said = argument_of(denial, "agent"), _words(denial.said_by[0].name)
    return said if who and who.text.lower() in ("he", "she") and _words(who.name or "") & said else set()


def _is_what_was_said(what: str, told: Claim) -> bool:
    """Whether what somebody denies that another said is what a claim tells as that other's words: "denied that Park had
    urged |her not to sail", "Park told her not to sail, aides said"."""
    speaker = _words(told.said_by[0].name)
    return _alike(_stems(what, speaker), _stems(told.text, speaker))


def _alike(left: Mapping[str, bool], right: Mapping[str, bool]) -> bool:
    """Whether two texts share so much of the fewer words, one of them no name."""
    shared = left.keys() & right.keys()
    plain = any(not (left[stem] or right[stem]) for stem in shared)
    return plain and len(shared) >= max(2, SAME_WORDS * min(len(left), len(right)))


def _stems(text: str, speaker: set[str]) -> dict[str, bool]:
    """The words of a text by their first letters, without its speaker's name, and whether each is a name."""
    out = {word[:STEM] for word in speaker}
    told = ((word[:STEM].lower(), word[0].isupper()) for word in re.findall(r"[^\W\d_]{4,}", text))
    return {stem: is_name for stem, is_name in told if stem not in out}


def _denied(claim: Claim, before: Sequence[Claim]) -> list[Claim]:
    """The claims of the nearest sentence before a denial, or of its own, that are somebody else's words; none for what
    is no denial, or says itself what it denies."""
    if NO_SUCH.match(claim.text) and len(claim.text.split()) < SHORT and claim.said_by and "such" in claim.text:
        told = [c for c in before if 0 <= claim.sentence - c.sentence <= 1 and _is_anothers(c, claim)]
        return [c for c in told if c.sentence == max(t.sentence for t in told)]
    what = _thing_denied(claim)
    if what is None or claim.modality or claim.condition:
        return []
    reach = next((n for words, n in REACH.items() if what.head.lower() in listed(words)), -1)
    within = claim.start <= what.end + 1 and what.end <= claim.end  # "That" may stand right before the claim
    pointing = what.head.lower() in listed("denied_thing") or POINTING.match(what.text)  # not "reports", "any report"
    if reach < 0 or not (within and pointing) or len(what.text.split()) > LONGEST:
        return []
    if reach and CONTENT.match(claim.text[max(0, what.end - claim.start) :]):
        return []
    if any(c.sentence == claim.sentence for c in before):  # "After the crew sued, she denied the claims"
        reach = 0
    whose = re.match(r"(.+)['’]s? ", what.text)  # "Dahl's allegations" are what Dahl said
    told = [c for c in before if 0 <= claim.sentence - c.sentence <= reach and _is_anothers(c, claim)]
    if whose:
        told = [c for c in told if any(_words(whose[1]) & _words(s.name) for s in c.said_by)]
    nearest = max((c.sentence for c in told), default=-1)
    return [c for c in told if c.sentence == nearest]


def _thing_denied(claim: Claim) -> Argument | None:
    """The word for what a claim denies: "Lee denied it", "the report is false", "that is not true", "that
    was a false report"."""
    if claim.predicate in listed("denying") and claim.polarity == "affirmed" and argument_of(claim, "agent"):
        return argument_of(claim, "patient")
    judged = argument_of(claim, "attribute")
    if claim.predicate != "be" or judged is None or not claim.said_by:
        return None
    wrong = listed("untrue") if claim.polarity == "affirmed" else listed("true")
    held = judged.head.lower() in wrong or (
        judged.head.lower() in listed("denied_words") and not wrong.isdisjoint(judged.text.lower().split())
    )
    return argument_of(claim, "agent") if held else None


def _in_one_breath(denial: Claim, after: Sequence[Claim]) -> Iterator[Claim]:
    """The denials in the denier's own words that stand right behind: "denied it. “There is no such fact.”"."""
    own = _denier(denial)
    for claim in after:
        near = claim.sentence - denial.sentence <= 1 and bool(claim.said_by)
        denies = claim.polarity == "denied" or NO_SUCH.match(claim.text)
        if near and denies and own & _words(claim.said_by[0].name):
            yield claim


def _is_anothers(claim: Claim, denial: Claim) -> bool:
    """Whether a claim is words that somebody other than the denier is reported to have said."""
    own = _denier(denial)
    told = claim.predicate not in listed("saying", "announcing") and RELATIVE.match(claim.text) is None
    return bool(claim.said_by) and told and not any(own & _words(s.name) for s in claim.said_by)


def _denier(denial: Claim) -> set[str]:
    """The words of the name of whoever denies, which may stand beside an office: "the mayor, Ann Lee, denied it"."""
    if denial.said_by and (denial.predicate == "be" or NO_SUCH.match(denial.text)):
        return set().union(*(_words(s.name) for s in denial.said_by))
    who = argument_of(denial, "agent")
    before = denial.text[: max(0, denial.text.find(f" {denial.predicate[:3]}"))]
    said = denial.said_by[0].name if denial.stance == "denied" and denial.said_by else ""
    named = who.name or who.text if who else ""
    return _words(f"{named} {said}") | _words(" ".join(re.findall(r"\b[A-Z]\w+", before)))


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w{3,}", name.lower()))


def rebutted(slots: Iterable[Slot], found: Mapping[str, Sequence[Claim]]) -> Iterator[tuple[Slot, Judgement]]:
    """Yield the conflicts of event slots of which claims are denied (``found``, see ``rebuttals``) and that two reports
    or more tell or deny: for each denial one, that which most reports tell."""
    best: dict[str, tuple[int, Slot, list[Filler]]] = {}
    for slot in slots:
        targets = {f.claim.id for f in slot.fillers} & found.keys()
        if not targets:
            continue
        tied = {
            x
            for link in slot.links
            if link.score >= SURE
            for x in (link.left, link.right)
            if targets & {link.left, link.right}
        }
        denials = {d.id: d for t in targets for d in found[t]}
        told = [f for f in slot.fillers if f.claim.id in targets]
        alike = [f for f in slot.fillers if f.claim.id in (targets | tied) - denials.keys() and _is_told(f, told)]
        for denial in sorted(denials.values(), key=lambda d: d.id):
            reports = len({f.claim.article for f in alike})
            if denial.id not in best or reports > best[denial.id][0]:
                best[denial.id] = (reports, slot, alike)
    sides: dict[str, tuple[Slot, list[Filler], list[str]]] = {}
    for denied_by, (_, slot, alike) in best.items():
        sides.setdefault(slot.occurrence, (slot, alike, []))[2].append(denied_by)
    every = {d.id: d for claims in found.values() for d in claims}
    for slot, alike, ids in sides.values():
        yes, no = tuple(alike), tuple(Filler(every[i], None) for i in ids)
        if len({f.claim.article for f in (*yes, *no)}) > 1:
            yield _conflict(slot, yes, no)


def _is_told(filler: Filler, told: Sequence[Filler]) -> bool:
    """Whether a claim is one of those that are denied (``told``), or tells much the same in much the same words."""
    own = _stems(filler.claim.text, set())
    return filler in told or any(
        f.claim.polarity == filler.claim.polarity and _alike(own, _stems(f.claim.text, set())) for f in told
    )


def _conflict(slot: Slot, yes: tuple[Filler, ...], no: tuple[Filler, ...]) -> tuple[Slot, Judgement]:
    ids = {f.claim.id for f in yes}
    links = tuple(link for link in slot.links if {link.left, link.right} <= ids)
    told, denied = worded(yes[0].claim), worded(no[0].claim)
    signal = Signal(REBUTTED, 1.0, 0.0, f"{told} / {denied}")
    reason = f"Told (“{brief(told)}”) and denied (“{brief(denied)}”)."
    accounts = ((told, yes), (denied, no))
    urged = yes[0].claim.stance == "urged" and no[0].claim.predicate not in (*listed("denying"), "be")
    return Slot(slot.occurrence, "polarity", slot.about, (*yes, *no), links), Judgement(
        "conflict",
        reason,
        accounts,
        (signal,),
        (1, 0) if urged else (0, 1),  # that it was asked for is what is asked
    )
