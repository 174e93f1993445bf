"""One speaker's sentence that reports quote with other words in one place."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from rapidfuzz.distance import OSA

from crosswire.reconcile.judgement import Judgement, told_by_article
from crosswire.reconcile.wordings import LIGHT, Remark, remarks_of
from crosswire.records import Annotations, Argument, Article, Claim, Filler, Name, Signal, Slot

OTHER_WORDS = "one sentence quoted in two ways"
"""The name of the signal on which such a conflict rests."""
MARK = re.compile(r"[“”\"]|``|''")
IN_BRACKETS = re.compile(r"\[[^\]]*$")
OPENING = frozenset(("“", "``"))
LEAST = 5  # words that two versions share ...
ALIKE = 0.75  # ... and what part of the shorter one they are
ALIKE_OTHERS = 0.85  # ... where the speakers are named differently
LONGEST = 3  # words that differ in one place
LONG = 4  # letters: a shorter word that differs is a trifle
SHARED = 2  # telling words that two versions share
COMMON = 30  # remarks that hold a word from which it tells nothing of two that share it


def misquotes(
    slots: Sequence[Slot], names: Sequence[Name], articles: Sequence[Article], annotations: Mapping[str, Annotations]
) -> Iterator[tuple[Slot, Judgement]]:
    """Yield a "wording" conflict for each two quotations of one sentence that differ in a word or a few.

    What stands in quotation marks are the speaker's own words, so of two versions of a sentence that differ in what
    tells something ("the strength to go on", "the health to go on") one is misquoted. Spelling, inflection,
    contractions, abbreviations, figures and what a version leaves out or sets in brackets are no other words. Of three
    versions the first two are shown. ``slots`` are the story's, whose event slots hold every claim."""
    known = {(v.article, v.text.casefold()): n.canonical for n in names for v in n.variants}
    texts, claims = {a.id: a.text for a in articles}, told_by_article(slots)
    spoken = [r for a in articles if a.id in annotations for r in remarks_of(a, annotations[a.id], known) if r.quoted]
    seen: set[frozenset[str]] = set()
    places: set[tuple[str, int]] = set()
    for left, right in _pairs(spoken):
        for ours, theirs in _other_words(left, right, texts):
            both = frozenset((_shown(left, ours, texts).lower(), _shown(right, theirs, texts).lower()))
            spots = {(r.article, r.places[at[0]][0]) for r, at in ((left, ours), (right, theirs))}
            if both in seen or spots & places:
                continue
            seen.add(both)
            places |= spots
            sides = [_filler(r, at, texts, claims) for r, at in ((left, ours), (right, theirs))]
            if all(sides):
                fillers = tuple(filler for side in sides if side for filler, _ in [side])
                answers = [_shown(left, ours, texts), _shown(right, theirs, texts)]
                signal = Signal(OTHER_WORDS, 1.0, 0.0, " / ".join(answers))
                accounts = tuple((answer, (filler,)) for answer, filler in zip(answers, fillers, strict=True))
                home = next(side[1] for side in sides if side)
                speaker = max((left.said_by[0], right.said_by[0]), key=lambda name: (len(name.split()), name))
                reason = f"Quoted as “{answers[0]}” and as “{answers[1]}”."
                yield (
                    Slot(home, "wording", speaker, fillers, ()),
                    Judgement("conflict", reason, accounts, (signal,), (0, 1)),
                )


def asked_of_words(slot: Slot) -> str | None:
    """What a slot of this module asks; None for any other slot."""
    fillings = [f.filling for f in slot.fillers]
    if slot.kind != "wording" or not all(isinstance(x, Argument) and x.role == "patient" for x in fillings):
        return None
    left, right = (x.text for x in fillings[:2] if isinstance(x, Argument))
    return f"Did {slot.about} say “{left}” or “{right}”"


def _pairs(spoken: Sequence[Remark]) -> Iterator[tuple[Remark, Remark]]:
    """Pairs of different reports' remarks that share telling words."""
    holders: dict[str, list[int]] = defaultdict(list)
    for k, remark in enumerate(spoken):
        for word in sorted(remark.telling):
            holders[word].append(k)
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if len(held) <= COMMON:
            shared.update(combinations(held, 2))
    for (a, b), count in sorted(shared.items()):
        if count >= SHARED and spoken[a].article != spoken[b].article:
            yield spoken[a], spoken[b]


Words = tuple[int, int]
"""Some words of a remark, by number."""


def _other_words(left: Remark, right: Remark, texts: Mapping[str, str]) -> list[tuple[Words, Words]]:
    """The places where two versions of one sentence have other words; none where they are not one sentence."""
    steps = SequenceMatcher(None, left.words, right.words, autojunk=False).get_opcodes()
    shared = sum(b - a for what, a, b, _, _ in steps if what == "equal")
    alike = ALIKE if left.speaker == right.speaker else ALIKE_OTHERS
    if shared < max(LEAST, alike * min(len(left.words), len(right.words))):
        return []
    found: list[tuple[Words, Words]] = []
    for number, (what, a, b, c, d) in enumerate(steps):
        if what != "replace":
            continue
        (a, b), (c, d) = _spoken(left, (a, b), texts), _spoken(right, (c, d), texts)
        if max(b - a, d - c) > LONGEST:
            return []
        if a == b or c == d:
            continue
        begun = number and (number + 1 < len(steps) or a >= LEAST)
        inside = _is_quoted(left, (a, b), texts) and _is_quoted(right, (c, d), texts)
        if begun and inside and _tells(left.words[a:b], right.words[c:d]):
            found.append(((a, b), (c, d)))
    return found


def _spoken(remark: Remark, words: Words, texts: Mapping[str, str]) -> Words:
    """Some words of a remark without those at their ends that a report put in brackets for the speaker's."""
    first, last = words
    text = texts[remark.article]
    added = {k for k in range(first, last) if IN_BRACKETS.search(text[remark.start : remark.places[k][0]])}
    while first in added:
        first += 1
    while last - 1 in added and last > first:
        last -= 1
    return (first, last) if added.isdisjoint(range(first, last)) else (last, last)


def _is_quoted(remark: Remark, words: Words, texts: Mapping[str, str]) -> bool:
    """Whether some words stand within the marks of a quotation, as far as their line shows, and no mark among them."""
    text, (first, last) = texts[remark.article], words
    start, end = remark.places[first][0], remark.places[last - 1][1]
    line = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before, behind = MARK.findall(text, line[0], start), MARK.findall(text, end, line[1] if line[1] >= 0 else len(text))
    if before:
        opened = before[-1] in OPENING or (before[-1] == '"' and before.count('"') % 2 == 1)
    else:
        opened = not behind or not (behind[0] in OPENING or (behind[0] == '"' and behind.count('"') % 2 == 0))
    return opened and not MARK.search(text, start, end)


STANDING_FOR = frozenset("it them him her he she they this that these those one ones its their his hers theirs".split())
"""Words that stand for others."""


def _tells(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether other words, of which one is telling, say something else, or in other words: no spelling, inflection,
    contraction, abbreviation or figure."""
    if any(words <= STANDING_FOR for words in (set(one), set(other))):
        return False  # "restart it", "restart the mill"
    joined = ["".join(words).replace("'", "") for words in (one, other)]
    if any(character.isdigit() for character in "".join(joined)):
        return False
    changes = OSA.distance(*joined)
    if changes <= 2 or (joined[0][:LONG] == joined[1][:LONG] and changes <= LONG):
        return False
    if any(len(a) < LONG and b.startswith(a) for a, b in (joined, joined[::-1])):
        return False  # "Gen.", "General"
    return any(len(word) >= LONG and word not in LIGHT for words in (one, other) for word in words)


def _filler(
    remark: Remark, words: Words, texts: Mapping[str, str], claims: Mapping[str, Sequence[tuple[Claim, str]]]
) -> tuple[Filler, str] | None:
    """The shortest claim around some words of a remark, filled by them, and its occurrence."""
    start, end = remark.places[words[0]][0], remark.places[words[1] - 1][1]
    around = [(c, home) for c, home in claims.get(remark.article, ()) if c.start < end and start < c.end]
    if not around:
        return None
    claim, home = min(around, key=lambda told: (told[0].end - told[0].start, told[0].start))
    text = _shown(remark, words, texts)
    return Filler(claim, Argument("patient", start, end, text, text, None, None)), home


def _shown(remark: Remark, words: Words, texts: Mapping[str, str]) -> str:
    """Some words of a remark as its report prints them, with the word before."""
    start = remark.places[max(0, words[0] - 1)][0]
    return " ".join(texts[remark.article][start : remark.places[words[1] - 1][1]].split())
