"""The questions that claims are asked: what fills each, and when two fillers answer the same one."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.utils import default_process

from crosswire.align.bearing import fates_clash, same_question
from crosswire.align.dated import dates
from crosswire.align.figures import is_idiom, is_whole, likelihood, nearness, other_people, other_way, told_otherwise
from crosswire.align.held import (
    VERBATIM,
    Held,
    LazyLink,
    before,
    clash,
    new_toll,
    other_owner,
    other_places,
    part_of_sum,
)
from crosswire.align.places import STEM, mentioned_places, named_places, one_spot, place_likeness, tells_where
from crosswire.align.totals import totals
from crosswire.records import Annotations, Argument, Claim, Quantity, TimeExpression
from crosswire.text.answers import compare_answers, compare_times, near_times, one_figure
from crosswire.text.names import word_set
from crosswire.text.numbers import last_digit
from crosswire.text.parties import (
    apart,
    argument_of,
    is_people,
    one_thing,
    other_deed,
    parties,
    party_in,
    same_party,
    two_doers,
)

NOT_ASKED = frozenset({"ordinal"})
# When is asked only where two claims head the same verb or are this sure to tell of the same, and
# a figure that bears on nothing clear meets another only then: a clause's time or figure often
# belongs to something else in the sentence.
SURE = 0.6
# Two figures that cannot both hold answer one question only where bearing, nearness and link
# together are this strong; most figures differ because they count different things. (1.5 before the layers of meaning,
# 1.42 before links knew words one by one: no more of the gold's, but one of an example story.)
CLASHING = 1.4
# ... and the claims are this likely to tell of the same: read on unseen reports, two in three clashes below .25 were of
# two things (ships, records, games). On the gold .2 finds no conflict more and takes one update for one.
CLASHING_LINK = 0.25
# ... and are not held to count two things by what surrounds the figures and what they are (``figures``); where that is
# this sure of one thing, nothing else need speak for it but a link. Chosen on pairs of figures judged one by one in
# stories that nothing else was tuned on (docs/decisions/20-figures.md) and on the gold together.
DOUBTFUL = 0.15
DOUBTFUL_IF_SURE = 0.1  # in one occurrence, where the link is SURE
DOUBTFUL_ACROSS = 0.2  # in two occurrences
LIKELY = 0.4
LIKELY_LINK = 0.2
# Two times that cannot both hold date one happening only where one verb heads both claims, both stand with the same
# words, nobody else does it, and the claims are this likely to tell of the same.
SAME_TIME = 0.5
# ... or where one verb heads what surely one party did ("the mayor died on Friday", "on Thursday"), whatever else the
# clauses tell. Read on unseen reports: of those within a week two in three date one happening, of others none.
OTHER_DAY = 0.15
# A time that stands before the noun of a thing dates what another claim tells of it where they are this likely.
OF_ONE_THING = 0.3
# A direction asks "where" of linked claims whatever their verbs; an address spelt alike names one
# place by itself.
SAME_PLACE = 0.3
# A quotation is known again by its words: this many at least, this alike (of 100) in any order.
SAME_WORDS_LEAST = 5
SAME_WORDS = 80.0
# Reported words carry less: only nearly the same sentence is one statement.
SAME_REPORT = 90.0
# Who did it and where are asked of claims that one verb heads and that are this likely to tell of
# the same deed; without the verb, agents of different deeds gather under one question.
SAME_DEED = 0.3
# Claims that one verb heads are asked who did it even across occurrences when this likely to tell of the same.
SURE_DEED = 0.7
NEVER = 2.0
# The same figure, time or place in two claims of an occurrence answers one question whatever their verbs and nouns,
# but joins nothing that clashes (``slots.HARMLESS``): "five sites", "five locations".
EQUAL = 0.1
# ... where the claims are this likely to tell of the same, for a figure: small ones are everywhere. With .3 precision
# and recall of alignment are .737 / .436 on clusters only scored, with .6 .748 / .436 (gold: .756 and .758 / .548).
EQUAL_FIGURE = 0.6
EQUAL_TIME = 0.2  # in two occurrences

Filling = Quantity | TimeExpression | Argument
Hold = Callable[[Claim, Annotations], Sequence[Filling]]
Match = Callable[[Held, Held, LazyLink], float]
"""How likely two things held answer one question; 0 when they do not."""
Judge = Callable[[Held, Held, LazyLink], float | None]


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    table = tomllib.loads(files("crosswire.align").joinpath("slots.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


def _same_quantity(a: Held, b: Held, link: LazyLink) -> float:
    p, q = a.filling, b.filling
    assert isinstance(p, Quantity)
    assert isinstance(q, Quantity)
    if p.kind == q.kind == "ordinal":
        return 0.5 if _same_streak(a, b, link) else 0.0
    if p.kind == q.kind == "score" and clash(a, b):
        return 0.5 if _same_standing(a, b, link) else 0.0
    if not comparable(a, b, link):
        return 0.0
    owned = p.text.lower() != q.text.lower() and (other_owner(a, b) or other_owner(b, a))
    if link.score < VERBATIM and (owned or other_way(a, b)):
        return 0.0
    if clash(a, b):
        return 0.0 if other_places(a, b) else 0.5 if _is_hedged_apart(a, b, link) else one_question(a, b, link)
    far = nearness(p, q) < (0 if p.kind == "count" else 0.5)
    if far and p.value != q.value and link.score < VERBATIM:
        return 0.0  # "more than a week" would hold a year as well, "at least 12" a million
    if is_whole(a.claim, p) and is_whole(b.claim, q):
        return 0.0
    bearing = same_question(a.bearing, b.bearing, p.kind == "count")
    if bearing >= 1.0 or (bearing and link.score >= SURE):
        return bearing + 2.0
    if p.value is not None and p.value == q.value and not fates_clash(a.bearing, b.bearing):
        return EQUAL if link.score >= EQUAL_FIGURE or _is_told_apart(p, q) else 0.0
    return 0.0


def _same_streak(a: Held, b: Held, link: LazyLink) -> bool:
    """Whether two places in a row clash: each of a row without a gap ("for a fifth straight night", "a sixth straight
    night"), of one thing."""
    p, q = a.filling, b.filling
    assert isinstance(p, Quantity)
    assert isinstance(q, Quantity)
    if not (p.noun and q.noun and one_thing(p.noun, q.noun)) or link.score < CLASHING_LINK:
        return False
    told = all(STREAK.match(x.claim.text, x.filling.end - x.claim.start) for x in (a, b))
    return told and clash(a, b) and not two_doers(a.claim, b.claim)


def _same_standing(a: Held, b: Held, link: LazyLink) -> bool:
    """Whether two scores that clash are one, of a game or a record: all but one of their figures are the same, and both
    claims name somebody in common. Of any two that differ most are of two games or votes."""
    one, other = (re.findall(r"\d+", x.filling.text) for x in (a, b))
    alike = len(one) == len(other) and sum(m == n for m, n in zip(one, other, strict=True)) == len(one) - 1
    named = bool(_names(a.claim) & _names(b.claim)) and not two_doers(a.claim, b.claim)
    return alike and named and link.score >= SURE


def _is_told_apart(p: Quantity, q: Quantity) -> bool:
    """Whether two equal figures are of one thing by themselves: somebody's age, or one that is not round of the same
    thing."""
    digits = re.sub(r"\D", "", f"{p.value:.10g}").strip("0")
    named = p.kind != "count" or bool(p.noun and q.noun and one_thing(p.noun, q.noun))
    return p.kind == "age" or (len(digits) > 1 and named)


def one_question(a: Held, b: Held, link: LazyLink, judge: Judge = likelihood) -> float:
    """How strong the reasons are that two comparable quantities that cannot both hold answer one question; 0 where they
    do not. ``judge`` says how likely that is by what surrounds them and what they are."""
    counted = isinstance(a.filling, Quantity) and a.filling.kind == "count"
    bearing = same_question(a.bearing, b.bearing, counted)
    if (told_otherwise(a, b) and not link.is_repeated) or (_counts_sources(a) and _counts_sources(b)):
        return 0.0
    if _of_games(a, b) and link.score < VERBATIM and not (a.people & b.people or _one_player(a.claim, b.claim)):
        return 0.0
    strength = _clash_strength(a, b, link, bearing)
    if strength:
        slip = link.score >= SURE and _in_two_scales(a, b)
        if new_toll(a, b) or link.is_repeated or slip:
            return strength
        likely = judge(a, b, link)
        return strength if likely is None or likely >= _doubtful(link) else 0.0
    if (link.score < LIKELY_LINK and bearing < 1.0) or fates_clash(a.bearing, b.bearing):
        return 0.0
    likely = judge(a, b, link) if a.bearing.part == b.bearing.part else None
    return likely if likely is not None and likely >= LIKELY else 0.0


def _doubtful(link: LazyLink) -> float:
    """The likelihood from which two figures that rules join stay joined."""
    if not link.within:
        return DOUBTFUL_ACROSS
    return DOUBTFUL_IF_SURE if link.score >= SURE else DOUBTFUL


def _clash_strength(a: Held, b: Held, link: LazyLink, bearing: float) -> float:
    """How strong the reasons are that two figures that cannot both hold answer one question; 0 where any speaks
    against it."""
    p, q = a.filling, b.filling
    assert isinstance(p, Quantity)
    assert isinstance(q, Quantity)
    slip = link.score >= SURE and one_figure(p, q)
    if not bearing:
        return 0.0
    if a.bearing.part != b.bearing.part or (link.score < CLASHING_LINK and not new_toll(a, b)):
        return 0.0
    if (p.kind == "count" or (p.noun and q.noun)) and bearing < 1.0 and link.score < SURE:
        return 0.0  # "a 7-yard run", "a 9-yard pass": not of one thing
    if link.score < VERBATIM and (two_doers(a.claim, b.claim) or other_people(a, b)):
        return 0.0
    near = 1.0 if slip else nearness(p, q)
    if (near <= 0 and link.score < VERBATIM) or _other_line(a.claim, b.claim) or part_of_sum(a, b):
        return 0.0
    strength = bearing / 2 + near + link.score
    return strength / 4 if strength >= CLASHING else 0.0


def _is_hedged_apart(a: Held, b: Held, link: LazyLink) -> bool:
    """Whether two figures are one number of which surely linked claims tell what excludes each other ("more than 50
    percent", "up to 50 percent"): two things are seldom of one number."""
    p, q = a.filling, b.filling
    assert isinstance(p, Quantity)
    assert isinstance(q, Quantity)
    told = p.value is not None and (p.value, p.unit) == (q.value, q.unit) and bool(p.hedge and q.hedge)
    return told and link.score >= SURE and a.bearing.part == b.bearing.part and not two_doers(a.claim, b.claim)


def _in_two_scales(a: Held, b: Held) -> bool:
    """Whether one figure of two digits or more is told in two scales ("$2.2 billion", "$2.2 trillion")."""
    p, q = a.filling, b.filling
    assert isinstance(p, Quantity)
    assert isinstance(q, Quantity)
    digits = re.sub(r"\D", "", f"{p.value or 0:.10g}").strip("0")
    return p.unit == q.unit and p.value != q.value and len(digits) > 1 and one_figure(p, q)


def _counts_sources(held: Held) -> bool:
    """Whether a figure counts those who told a report something ("three officials said"): each report has its own."""
    who, figure = argument_of(held.claim, "agent"), held.filling
    within = who is not None and who.start <= figure.start and figure.end <= who.end
    return within and held.claim.predicate in _lists()["speech"]


def _of_games(a: Held, b: Held) -> bool:
    """Whether two figures are of a game's or a player's statistics, of which one match has dozens of one noun: the
    claims must be nearly the same words, or name one player."""
    figures = [h.filling for h in (a, b) if isinstance(h.filling, Quantity) and h.filling.kind in ("count", "length")]
    nouns = {h.bearing.noun for h in (a, b)} | {word for figure in figures for word in (figure.noun, figure.unit)}
    return bool(figures and nouns & _lists()["statistics"])


def _one_player(a: Claim, b: Claim) -> bool:
    """Whether two claims tell what one person, by name or by a pronoun that means him, did."""
    one, other = party_in(a, "agent"), party_in(b, "agent")
    return same_party(one, other) and one is not None and one.kind == "name"


def comparable(a: Held, b: Held, link: LazyLink) -> bool:
    """Whether two quantities can be held against each other: of one measure, and ages that are equal or of whom both
    claims name."""
    p, q = a.filling, b.filling
    assert isinstance(p, Quantity)
    assert isinstance(q, Quantity)
    slip = link.score >= SURE and one_figure(p, q)
    if p.kind in NOT_ASKED or not (_one_measure(p, q) or (slip and p.kind == q.kind)):
        return False
    return p.kind != "age" or p.value == q.value or bool(_names(a.claim) & _names(b.claim))


def _one_measure(p: Quantity, q: Quantity) -> bool:
    """Whether two quantities can be held against each other: counts, one measure, or sums whose rate is told."""
    return p.kind == q.kind and (p.kind == "count" or p.base_unit == q.base_unit or bool(p.worth and q.worth))


def _other_line(a: Claim, b: Claim) -> bool:
    """Whether two claims give several figures for the same things and not one of them meets: "13 homers and 43 runs",
    "33 homers and 121 runs" are of two seasons. What befell people ("seven dead and 40 hurt") is told apart in full
    where reports differ."""
    outcomes = [
        compare_answers(p, q).outcome
        for p in a.quantities
        for q in b.quantities
        if p.kind == q.kind and p.noun and q.noun and one_thing(p.noun, q.noun) and not is_people(p.noun)
    ]
    return len(outcomes) > 1 and set(outcomes) == {"disjoint"}


def _names(claim: Claim) -> set[str]:
    return set(re.findall(r"\b[A-Z][\w’'-]{2,}", claim.text))


def _same_time(a: Held, b: Held, link: LazyLink) -> float:
    p, q = a.filling, b.filling
    assert isinstance(p, TimeExpression)
    assert isinstance(q, TimeExpression)
    if a.claim.polarity != b.claim.polarity:
        return 0.0
    same_verb = a.claim.predicate == b.claim.predicate
    found = compare_times(p, q)
    if found == "disjoint":
        if link.score >= OF_ONE_THING and near_times(p, q) and _is_last_so(a) and _is_last_so(b):
            return 0.5
        if same_verb:
            sure = OTHER_DAY if same_party(*parties(a.claim, b.claim)) else SAME_TIME
        else:
            sure = SAME_TIME if _one_deed(a.claim, b.claim) else VERBATIM
        known = same_verb and (link.is_repeated or (link.score >= VERBATIM and _one_sum(a.claim, b.claim)))
        told = link.score >= sure and _one_place(a, b, link) and (near_times(p, q) or known)
        told = told or (link.score >= OF_ONE_THING and near_times(p, q) and (_of_thing(a, b) or _of_thing(b, a)))
        told = told and not other_deed(a.claim, b.claim) and not (_met_elsewhere(a, b) or _met_elsewhere(b, a))
        told = (
            told
            and _is_start(a) == _is_start(b)
            and not any(AS_OF.search(before(h.claim, h.filling.start)) for h in (a, b))
        )
        return 0.5 if told else 0.0
    if not link.within:  # the same hour, or day of one thing ("Sunday's quake", "the quake struck on Sunday")
        one_thing_told = p.kind == q.kind == "time" or bool(_dated(a) & _dated(b))
        return EQUAL if found == "same" and link.score >= EQUAL_TIME and one_thing_told else 0.0
    if same_verb or link.score >= SURE:
        return {"same": 2.0, "contains": 1.5, "overlaps": 1.0}.get(found, 0.0)
    return EQUAL if found in ("same", "contains") else 0.0


def _one_deed(a: Claim, b: Claim) -> bool:
    """Whether two claims tell in two verbs what may be one deed ("hired", "signed") and that it was done."""
    done = a.status == b.status == "actual" and not (a.modality or b.modality)
    return done and any({a.predicate, b.predicate} <= row for row in _deeds())


@cache
def _deeds() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row.split()) for row in sorted(_lists()["one_deed"]))


def _of_thing(a: Held, b: Held) -> bool:
    """Whether a time stands before the noun of a thing ("in a Tuesday letter"), and the other with the verb that did,
    made or befell just that ("wrote a letter on Wednesday")."""
    thing, claim = a.bearing.before, b.claim
    if thing is None or b.bearing.before is not None or b.bearing.governors != {claim.predicate}:
        return False
    return claim.predicate[:STEM] == thing[:STEM] or any(
        x.head == thing for x in claim.arguments if x.role in ("agent", "patient")
    )


def _met_elsewhere(held: Held, other: Held) -> bool:
    """Whether the claim of a time tells another beside it that the other claim's may be ("was there from May 2010 to
    June 2011", "in 2010"; "signed Lee on Tuesday and Orr today", "on Wednesday")."""
    own, told = held.filling, other.filling
    assert isinstance(told, TimeExpression)
    beside = (t for t in held.claim.times if t.start != own.start and t.kind in ("date", "time"))
    day = told.grain in ("day", "part") and "WXX" in told.value  # no year of another thing is a day of the week
    return any(compare_times(t, told) != "disjoint" for t in beside if not (day and t.grain == "year"))


def _one_sum(a: Claim, b: Claim) -> bool:
    """Whether two claims tell one sum of money: what it was paid for is one deed, however far apart its dates are
    ("sold for $30 million in 1957", "in 1967")."""
    sums = [{(q.value, q.unit) for q in c.quantities if q.kind == "money" and q.value is not None} for c in (a, b)]
    return bool(sums[0] & sums[1])


def _dated(held: Held) -> frozenset[str]:
    """What a time stands with: the words above it, and whoever does or meets with what they tell."""
    governors, claim = held.bearing.governors, held.claim
    if claim.predicate not in governors:
        return governors
    parties_told = (x.head for x in claim.arguments if x.role in ("agent", "patient"))
    return governors | {head for head in parties_told if head.lower() not in _lists()["pronouns"]}


def _one_place(a: Held, b: Held, link: LazyLink) -> bool:
    """Whether two times stand with the same words, or each with its claim's own verb ("charged after a shooting on
    Friday" dates no charge), or with none in claims that are nearly word for word the same."""
    if a.bearing.governors and b.bearing.governors:
        same_verb = a.claim.predicate == b.claim.predicate
        own = all(_is_own(x, same_verb) for x in (a, b))
        return own or a.bearing.governors == b.bearing.governors
    return link.score >= VERBATIM


OF = re.compile(r"\bof\s+(?:the\s+)?$", re.IGNORECASE)  # "the rule of May"
# "Two suits had been filed as of Tuesday": the day up to which it is known, not that of the deed.
AS_OF = re.compile(r"\bas of\s+(?:late |early )?$", re.IGNORECASE)


# "Fell to 40 from 52 in May": when it was 52.
START = re.compile(
    r"\bfrom\s+(?:\w+\s+)?\S*\d\S*(?:\s+(?:percent|per cent|(?:m|b|tr)illion|points))?\s+(?:in|on)\s+$", re.IGNORECASE
)


def _is_start(held: Held) -> bool:
    """Whether a time dates the figure from which something changed."""
    return START.search(before(held.claim, held.filling.start)) is not None


# "The fastest pace since 2008", "the largest rise since 2009"
LAST_SO = re.compile(r"\b(?:\w{2,}est|most|worst|best|first|record)\b[^.;]*\bsince\s+(?:\w+\s+)?$", re.IGNORECASE)


def _is_last_so(held: Held) -> bool:
    """Whether a time tells when a thing was last so much, which is one time in whatever words the thing is told."""
    return LAST_SO.search(before(held.claim, held.filling.start)) is not None


def _is_own(held: Held, same_verb: bool) -> bool:
    """Whether a time stands with its claim's own verb; where that is the ``same_verb`` as the other's, also behind a
    party to the deed, on which the parse hangs it as often ("voters in 2009 approved", "proposed the rule in May"), or
    a span of time ("sentenced to two years Monday")."""
    above, claim, start = held.bearing.governors, held.claim, held.filling.start
    if above == {claim.predicate} or not same_verb or OF.search(before(claim, start)):
        return above == {claim.predicate}
    behind = {x.head for x in claim.arguments if x.role in ("agent", "patient") and x.start < start}
    return claim.predicate in above and above <= behind | {claim.predicate} | _lists()["spans"]


def _same_role(a: Held, b: Held, link: LazyLink) -> float:
    p, q = a.filling, b.filling
    assert isinstance(p, Argument)
    assert isinstance(q, Argument)
    if p.role != q.role or (a.claim.predicate, a.claim.polarity) != (b.claim.predicate, b.claim.polarity):
        return 0.0
    sure = VERBATIM if p.role == "agent" else SURE
    if link.score < SAME_DEED or (link.score < sure and _other_matter(a.claim, b.claim, p.role)):
        return 0.0
    return 1.0 + (p.head == q.head)


def _other_matter(a: Claim, b: Claim, role: str) -> bool:
    """Whether two claims that one verb heads tell of two matters by what else they tell than in one role: of two doers,
    or, where the verb tells nothing by itself ("be", "have"), of two things ("were tired", "were sure")."""
    light = a.predicate in _lists()["light"]
    if role != "agent":
        one, other = party_in(a, "agent"), party_in(b, "agent")
        named = one is not None and other is not None and one.kind == other.kind == "name"
        return (light or named) and apart(one, other) and not _doers(a) & _doers(b)
    if not light:
        return False
    told = [_told(c) for c in (a, b)]
    return any(told) and not told[0] & told[1]


def _doers(claim: Claim) -> set[str]:
    return {x.text.lower() for x in claim.arguments if x.role == "agent"}


def _told(claim: Claim) -> set[str]:
    """The beginnings of the words that a claim's verb has behind it, without the short ones."""
    told = (x.text for x in claim.arguments if x.role in ("patient", "attribute"))
    return {word[:STEM] for text in told for word in re.findall(r"[^\W\d_]{4,}", text.lower())}


def _same_spot(a: Held, b: Held, link: LazyLink) -> float:
    """Places by role, and the same place named in two claims of one occurrence where it bears on one thing: the same
    words stand above it, or the claims are sure to tell of the same."""
    p, q = a.filling, b.filling
    assert isinstance(p, Argument)
    assert isinstance(q, Argument)
    if p in a.claim.arguments and q in b.claim.arguments and (role := _same_role(a, b, link)):
        return role
    return EQUAL if one_spot(a, b, link) else 0.0


def _times(claim: Claim, notes: Annotations) -> list[TimeExpression]:
    lists = _lists()
    wrote = claim.predicate == "write" and any(
        x.role == "patient" and x.head in lists["letters"] for x in claim.arguments
    )
    if claim.predicate in lists["speech"] - lists["announced"] and not wrote:
        return []
    return [t for t in claim.times if t.kind in ("date", "time") and t.text.lower() != "now" and dates(claim, t, notes)]


def _counted(argument: Argument, claim: Claim) -> bool:
    """Whether an argument is there for its figure ("twelve people"), which has a point of its own."""
    return any(argument.start <= q.start and q.end <= argument.end for q in claim.quantities if q.kind == "count")


def _arguments(*roles: str) -> Callable[[Claim, Annotations], list[Argument]]:
    def hold(claim: Claim, notes: Annotations) -> list[Argument]:
        if claim.predicate in _lists()["speech"] or claim.polarity == "denied" or claim.status == "asked":
            return []  # of what was not done, or is only asked, nobody asks who did it, or where
        return [
            a
            for a in claim.arguments
            if a.role in roles
            and a.text.lower() not in _lists()["pronouns"]
            and not (a.role == "agent" and a.text.lower() in _lists()["objective"])
            and not _counted(a, claim)
        ]

    return hold


def _speakers(claim: Claim, notes: Annotations) -> list[Argument]:
    """Who is quoted, or reported, with words enough to be known again."""
    if not claim.said_by or len(claim.text.split()) < SAME_WORDS_LEAST:
        return []
    who = claim.said_by[0]
    party = who.name.rsplit(None, 1)[-1].lower() in _lists()["parties"]
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
    """Whether reported words (no quotation) have two named speakers of one kind who share no word of their names but
    what bodies are ("Motors"): a spokeswoman may speak for her company, but hardly the same sentence be two companies'.
    Where they are the same, the speaker is told by the claim and asked for nowhere."""
    one, two = a.claim.said_by[0], b.claim.said_by[0]
    bodies = word_set("organization_words")
    names = [{w for w in s.name.split() if w[:1].isupper() and w.lower() not in bodies} for s in (one, two)]
    return one.kind == two.kind and bool(names[0] and names[1]) and not names[0] & names[1]


def _directions(claim: Claim, notes: Annotations) -> list[Argument]:
    return list(named_places(claim))


def _places(claim: Claim, notes: Annotations) -> list[Argument]:
    """Where the verb says it happened, and the places named after a preposition anywhere in the claim."""
    held = _arguments("place")(claim, notes)
    ends = {a.end for a in held}
    named = [*held, *(a for a in mentioned_places(claim, notes) if a.end not in ends)]
    return [a for a in named if tells_where(claim, a)]


# Behind a place in a row: in one without a gap.
STREAK = re.compile(r"\s+(?:straight|consecutive|successive)\b", re.IGNORECASE)
# "The two met", "all three": whom it counts is told elsewhere, and how many is no news.
ANAPHOR = re.compile(r"\b(?:the|these|those|all)\s+$", re.IGNORECASE)


# "A phase two trial": a figure that is part of a name counts nothing.
LABEL = re.compile(r"\b(?:phase|stage|article|section|title|chapter|part)\s+$", re.IGNORECASE)
# "Claims exceeded 1 million": a floor that the verb tells.
PASSING = re.compile(r"\b(?:exceed(?:s|ed)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping))\s+$", re.IGNORECASE)


def _figures(claim: Claim, notes: Annotations) -> list[Quantity]:
    own = (q for q in claim.quantities if not (_is_anaphor(claim, q) or is_idiom(claim, q) or _is_label(claim, q)))
    return [*(_passed(claim, q) for q in own), *totals(claim)]


def _is_label(claim: Claim, quantity: Quantity) -> bool:
    return quantity.kind == "count" and LABEL.search(before(claim, quantity.start)) is not None


def _passed(claim: Claim, quantity: Quantity) -> Quantity:
    """A figure as it is, or as one of which there is more where the verb before it says so."""
    if quantity.hedge or quantity.value is None or not PASSING.search(before(claim, quantity.start)):
        return quantity
    scale = quantity.base_low / quantity.low if quantity.low else 1.0
    # As of "more than", short of the next round figure, of which one would tell instead.
    high = quantity.high + 0.999 * max(quantity.high / 10, last_digit(quantity.value))
    return replace(quantity, hedge="more than", high=high, base_high=high * scale)


def _is_anaphor(claim: Claim, quantity: Quantity) -> bool:
    """Whether a bare number in one word stands for people or things that were told before."""
    bare = quantity.kind == "count" and quantity.noun is None and quantity.text.isalpha()
    return bare and ANAPHOR.search(before(claim, quantity.start)) is not None


def _same_place(a: Held, b: Held, link: LazyLink) -> float:
    p, q = a.filling, b.filling
    assert isinstance(p, Argument)
    assert isinstance(q, Argument)
    return place_likeness(p, q) if p.head == "address" or link.score >= SAME_PLACE else 0.0


# What fills a slot, when two of it answer one question, and how likely claims of two occurrences must be to tell of the
# same for what they hold to meet all the same.
DIMENSIONS: tuple[tuple[Hold, Match, float], ...] = (
    (_figures, _same_quantity, 0.0),
    (_times, _same_time, OTHER_DAY),
    (_arguments("agent"), _same_role, SURE_DEED),
    (_arguments("patient", "attribute"), _same_role, NEVER),
    (_places, _same_spot, NEVER),
    (_directions, _same_place, 0.0),
    (_speakers, _same_words, 0.0),
)
