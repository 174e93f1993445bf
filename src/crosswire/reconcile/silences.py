"""Who left it out for certain, and whether that report could have known.

A report is called silent where nothing in it can tell the same: no claim of it comes near in meaning,
and no sentence of it, its title among them, has the words. Where that is not sure nothing is said.
"""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from math import log

import numpy as np
from numpy.typing import NDArray

from crosswire.ports import Meaning
from crosswire.records import Annotations, Article, Claim, Silence, Slot
from crosswire.text.publication import published_within

# Likeness of a claim's vector to those of another report's claims and sentences, below which that report does
# not tell it, unless a sentence has much of its words; and below which it does not if it has neither its predicate
# nor two of its words in one sentence. With the vectors before the layers of meaning (.40 and .56) 130 reports called
# silent in ten dossiers were read one by one: 24 told it and 7 some of it, and none of these was called so any more; in
# seven further dossiers three of 100 told some of it, which FEW takes away. On 166 stories marked whole, 2.4 % and 18 %
# of 14,339 claims that another report tells too had been less alike to it than those bounds; of the new vectors' these
# bounds leave as many, and 28 % and 69 % (25 % and 66 %) of 27,359 that it does not tell.
NEAR, FAR = 0.33, 0.485
# Share of a claim's content words, by weight, in one sentence, from which it may tell it (with SHARED words
# where a sentence has claims; with one in a title and the like, of which nothing but the words is known).
WORDS, SHARED = 0.5, 2
FEW = 3  # content words of a claim of which one alone touches it: "found the bodies", "the bodies were discovered"
PLAIN = frozenset({"NOUN", "VERB", "ADJ", "NUM"})
CONTENT = PLAIN | {"PROPN"}
# What fills these slots is named in most reports of a story, whatever they tell of it.
NAMING = frozenset({"actor", "speaker"})
NOWHERE = np.zeros(0, dtype=np.int64)
LIGHT = frozenset({"be", "have", "do", "say", "tell"})

Window = tuple[datetime, datetime] | None
Mask = NDArray[np.bool_]
BLOCK = 1024  # claims whose likeness to all others is held at once


def silences(
    telling: Collection[str], articles: Sequence[Article], unsure: Collection[str] = ()
) -> tuple[Silence, ...]:
    """The articles (in order) that are neither among those that tell nor among those of which it is
    ``unsure``. One published after a report that tells could have known; one published before all of them
    could not have had it from them; None where the stated times do not order the two."""
    told = [published_within(a) for a in articles if a.id in telling]
    known = [window for window in told if window]
    first_told = min((window[1] for window in known), default=None)
    before_all = min((window[0] for window in known), default=None) if len(known) == len(told) else None

    def could_have_known(own: Window) -> bool | None:
        if own is None:
            return None
        if first_told and first_told <= own[0]:
            return True
        return False if before_all and own[1] < before_all else None

    silent = [a for a in articles if a.id not in telling and a.id not in unsure]
    return tuple(Silence(a.id, could_have_known(published_within(a))) for a in silent)


class Tellers:
    """Which articles of a story may tell what a claim tells, in whatever words. Sentences are found by an index of
    their words, and what is found is marked by article, so that a claim is never held against each report in turn."""

    def __init__(
        self,
        slots: Sequence[Slot],
        articles: Sequence[Article],
        annotations: Mapping[str, Annotations],
        vectors: Mapping[str, Meaning],
    ) -> None:
        claims = {f.claim.id: f.claim for slot in slots for f in slot.fillers}
        happening = (slot for slot in slots if slot.kind == "event")
        self._aligned = {slot.occurrence: {f.claim.article for f in slot.fillers} for slot in happening}
        told: dict[str, list[Claim]] = {article.id: [] for article in articles}
        for claim in claims.values():
            told[claim.article].append(claim)
        self._articles = tuple(told)
        self._number = {key: n for n, key in enumerate(dict.fromkeys((*told, *annotations)))}
        self._tokens = {key: notes.parse.tokens for key, notes in annotations.items()}
        self._starts = {key: [token.start for token in tokens] for key, tokens in self._tokens.items()}
        self._having: dict[str, list[int]] = {}
        for key, tokens in self._tokens.items():
            for lemma in dict.fromkeys(token.lemma.casefold() for token in tokens):
                self._having.setdefault(lemma, []).append(self._number[key])
        self._likeness = _likeness(told, vectors, len(self._number))
        self._known: dict[str, Mask] = {}
        self._found: dict[tuple[frozenset[str], float, int, bool, frozenset[str]], Mask] = {}
        homes: list[int] = []
        claimless: list[bool] = []
        holding: dict[frozenset[str], dict[str, list[int]]] = {CONTENT: {}, PLAIN: {}}
        for key, notes in annotations.items():
            claimed = {claim.sentence for claim in told.get(key, ()) if claim.id in vectors}
            for number, sentence in enumerate(notes.parse.sentences):
                for kinds, held in holding.items():
                    for word in self._words(key, sentence.start, sentence.end, kinds):
                        held.setdefault(word, []).append(len(homes))
                homes.append(self._number[key])
                claimless.append(number not in claimed)
        self._homes, self._claimless = np.array(homes, dtype=np.int64), np.array(claimless, dtype=bool)
        self._holding = {
            kinds: {word: np.array(numbers) for word, numbers in held.items()} for kinds, held in holding.items()
        }

    def of(self, slot: Slot) -> frozenset[str]:
        """The articles that may answer a slot: of a claim that does they come near the meaning, or a
        sentence of theirs has its words, or the figure, time or place that answers. Of what happened each that
        was aligned with it: a claim that was found not to belong may still tell it in other words."""
        found = self._none()
        for article in self._aligned.get(slot.occurrence, ()) if slot.kind == "event" else ():
            found[self._number[article]] = True
        for filler in slot.fillers:
            claim, filling = filler.claim, filler.filling
            found |= self._telling(claim)
            if filling is not None and slot.kind not in NAMING:
                found |= self._held(self._words(claim.article, filling.start, filling.end), WORDS)
        return frozenset(key for key, number in self._number.items() if found[number])

    def _none(self) -> Mask:
        return np.zeros(len(self._number), dtype=bool)

    def _telling(self, claim: Claim) -> Mask:
        """The articles that may tell a claim; it may answer several questions."""
        known = self._known.get(claim.id)
        if known is None:
            words = self._words(claim.article, claim.start, claim.end)
            known = self._held(words, WORDS, SHARED) | self._held(words, WORDS, claimless=True)
            likeness = self._likeness.get(claim.id)
            if likeness is not None:
                known = known | (likeness >= FAR) | (self._touching(claim) & (likeness >= NEAR))
            self._known[claim.id] = known
        return known

    def _touching(self, claim: Claim) -> Mask:
        """The articles that have the claim's predicate, or in one sentence two of its words that are no names
        (one where they are few)."""
        words = self._words(claim.article, claim.start, claim.end, PLAIN)
        if not words:
            return ~self._none()
        having = self._none()
        predicate = claim.predicate.casefold()
        if predicate not in LIGHT:
            having[self._having.get(predicate, [])] = True
        return having | self._held(words, 0.0, SHARED if len(words) > FEW else 1, kinds=PLAIN)

    def _held(
        self,
        words: frozenset[str],
        share: float,
        least: int = 1,
        claimless: bool = False,
        kinds: frozenset[str] = CONTENT,
    ) -> Mask:
        """The articles with a sentence (one that is ``claimless``, or any) that holds that share of the words, each
        weighed by how few of the story's sentences have it, and at least so many of them."""
        asked = (words, share, least, claimless, kinds)
        if asked not in self._found:
            self._found[asked] = self._look_up(*asked)
        return self._found[asked]

    def _look_up(self, words: frozenset[str], share: float, least: int, claimless: bool, kinds: frozenset[str]) -> Mask:
        count = len(self._homes)
        holding = [self._holding[kinds].get(word, NOWHERE) for word in sorted(words)]
        rare = [log(1 + count / max(1, len(numbers))) for numbers in holding]
        found = self._none()
        if holding:
            places = np.concatenate(holding)
            held = np.bincount(places, weights=np.repeat(rare, [len(n) for n in holding]), minlength=count)
            enough = (np.bincount(places, minlength=count) >= least) & (held >= share * sum(rare))
            found[self._homes[enough & self._claimless if claimless else enough]] = True
        return found

    def _words(self, key: str, start: int, end: int, kinds: frozenset[str] = CONTENT) -> frozenset[str]:
        """The lemmas of the content words between two offsets of an article."""
        starts = self._starts.get(key, [])
        inside = self._tokens.get(key, ())[bisect_left(starts, start) : bisect_left(starts, end)]
        return frozenset(t.lemma.casefold() for t in inside if t.pos in kinds and t.lemma.casefold() not in LIGHT)


def _likeness(
    told: Mapping[str, Sequence[Claim]], vectors: Mapping[str, Meaning], articles: int
) -> dict[str, NDArray[np.float32]]:
    """By claim id, for each article by number (there are so many; those that are ``told`` of come first): the most
    that a claim of it, or its sentence, is like the claim in meaning; 0 where it has none."""
    held = [(n, claim.id) for n, claims in enumerate(told.values()) for claim in claims if claim.id in vectors]
    if not held:
        return {}
    numbers, firsts = np.unique(np.array([n for n, _ in held]), return_index=True)
    mine = np.stack([vectors[one].own for _, one in held])
    sentences = np.stack([vectors[one].sentence for _, one in held])
    found: dict[str, NDArray[np.float32]] = {}
    for first in range(0, len(held), BLOCK):
        rows = mine[first : first + BLOCK]
        likeness = np.zeros((len(rows), articles), dtype=np.float32)
        likeness[:, numbers] = np.maximum.reduceat(np.maximum(rows @ mine.T, rows @ sentences.T), firsts, axis=1)
        found |= {one: row for (_, one), row in zip(held[first : first + BLOCK], likeness, strict=True)}
    return found
