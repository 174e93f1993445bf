"""What several reports print in the same words, however their sentences were cut into claims."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from crosswire.reconcile.deeds import listed
from crosswire.records import Annotations, Claim, Filler
from crosswire.text.denials import tells_denial

SAME_PRINT = "printed in the same words"
"""The name of the signal on which such an agreement rests."""
# A sentence holds a claim that has this part of its words there, in their order; what it lacks may be little words and
# other forms ("the way we'd like", "the way we like"), no figure, name or denial.
HELD = 0.85
LEAST = 3
"""Words of which fewer stand in any sentence by chance: they must stand there side by side."""
LITTLE = 4
STEM = 5
MORE = 2
"""Longer words that one report's quotation has beyond another's, to say more."""
QUOTED_WORDS = 5
"""Words that a claim quotes, to tell what it tells."""
MARKS = re.compile(r'[“”"]')
QUOTED = re.compile(r'[“"]([^“”"]+)')
LESS = frozenset(("not", "no", "never", "nor", "without"))


class Printed:
    """The words of a story's reports. ``texts`` and ``annotations`` are by article id."""

    def __init__(self, texts: Mapping[str, str], annotations: Mapping[str, Annotations]) -> None:
        self._texts, self._annotations = texts, annotations
        self._known: dict[str, frozenset[str]] = {}

    def alike(self, fillers: Sequence[Filler]) -> bool:
        """Whether every report of some claims prints the words of all of them, but for those that only say who spoke:
        in its own claims, or in the sentences of those or right beside them where none quotes more in the same
        breath."""
        told = [f.claim for f in fillers if not is_tag(f.claim)]
        reports = {claim.article for claim in told}
        if len(reports) < 2 or not reports <= self._annotations.keys():
            return False
        if _told_alike(told):
            return True
        sentences = {article: tuple(self._around(article, told)) for article in sorted(reports)}
        return not any(self._quotes_more(claim, reports) for claim in told if claim.quoted) and all(
            any(_holds(sentence, _words(claim.text)) for sentence in sentences[article])
            for claim in told
            for article in sorted(reports - {claim.article})
        )

    def _quotes_more(self, claim: Claim, reports: Collection[str]) -> bool:
        """Whether the quotations in a claim's sentence have words that another of the reports has nowhere."""
        sentence = self._annotations[claim.article].parse.sentences[claim.sentence]
        quoted = " ".join(QUOTED.findall(self._texts[claim.article][sentence.start : sentence.end]))
        own = {word[:STEM] for word in _words(quoted) if len(word) >= LITTLE}
        return any(len(own - self._stems(article)) >= MORE for article in reports)

    def _stems(self, article: str) -> frozenset[str]:
        if article not in self._known:
            self._known[article] = frozenset(word[:STEM] for word in _words(self._texts[article]))
        return self._known[article]

    def _around(self, article: str, told: Sequence[Claim]) -> Iterator[tuple[str, ...]]:
        """The words of each sentence of one report's claims, and of those beside them."""
        sentences = self._annotations[article].parse.sentences
        near = {n for c in told if c.article == article for n in (c.sentence - 1, c.sentence, c.sentence + 1)}
        for number in sorted(near):
            if 0 <= number < len(sentences):
                sentence = sentences[number]
                yield _words(self._texts[article][sentence.start : sentence.end])


def _told_alike(told: Sequence[Claim]) -> bool:
    """Whether the claims of each report hold the words of every other's, however they are cut, and none is denied by
    what stands outside its words."""
    if any(c.polarity == "denied" and not tells_denial(c.text) for c in told):
        return False
    pools: dict[str, tuple[str, ...]] = {}
    for claim in sorted(told, key=lambda c: (c.article, c.start, c.end)):
        pools[claim.article] = pools.get(claim.article, ()) + _words(claim.text)
    return all(
        _holds(words, _core_words(claim.text))
        for claim in told
        for article, words in pools.items()
        if article != claim.article
    )


def _core_words(text: str) -> tuple[str, ...]:
    """The words that a claim quotes, where they are many and most of it and what leads to them denies nothing: "accused
    the port of “closing the pier by night”"; else all its words."""
    parts = MARKS.split(text)
    first = 0 if "”" in text[: text.find("“") if "“" in text else len(text)] else 1
    quoted = tuple(word for part in parts[first::2] for word in _words(part))
    led = " ".join(parts[1 - first :: 2])
    plain = len(quoted) >= max(QUOTED_WORDS, len(_words(led))) and not tells_denial(led)
    return quoted if plain else _words(text)


def is_tag(claim: Claim) -> bool:
    """Whether a claim says only that somebody spoke: "Inspector Ann Lee said on Monday", "Lee ended her post"."""
    things = [x for x in claim.arguments if x.role in ("patient", "attribute", "recipient") and not x.name]
    if claim.polarity == "denied":
        return False
    if claim.predicate in listed("publishing") and things and not claim.said_by:
        return all(x.head.lower() in listed("messages") for x in things)
    return claim.predicate in listed("saying", "announcing") and not things


def _holds(sentence: tuple[str, ...], claim: tuple[str, ...]) -> bool:
    """Whether a sentence has a claim's words in their order, and no denial among them that the claim lacks."""
    if not claim:
        return True
    if len(claim) <= LEAST:
        return any(sentence[n : n + len(claim)] == claim for n in range(len(sentence) - len(claim) + 1))
    if LCSseq.similarity(claim, sentence) < HELD * len(claim):
        return False
    met = [step for step in LCSseq.opcodes(claim, sentence) if step.tag == "equal"]
    window = sentence[met[0].dest_start : met[-1].dest_end]
    stems = {word[:STEM] for word in window}
    lacking = [word for word in claim if word[:STEM] not in stems]
    added = LESS.intersection(window) - set(claim)
    return not added and all(len(word) < LITTLE and word not in LESS and not word.isdigit() for word in lacking)


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> tuple[str, ...]:
    """The words of a text, without their marks: "can't" and "[cant]" are one."""
    return tuple(re.findall(r"[^\W_]+", re.sub(r"(?<=\w)['’](?=\w)", "", text.casefold())))
