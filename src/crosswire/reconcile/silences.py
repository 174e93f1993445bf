"""Who left it out for certain, and whether that report could have known.

A report is called silent where nothing in it can tell the same: no claim of it comes near in meaning,
and no sentence of it, its title among them, has the words. Where that is not sure nothing is said.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from math import log

import numpy as np

from crosswire.ports import Vectors
from crosswire.records import Annotations, Article, Claim, Filler, Silence, Slot
from crosswire.text.publication import published_within

# Likeness of a claim's vector to those of another report's claims and sentences, below which that report does
# not tell it, unless a sentence has much of its words; and below which it does not if it has neither its predicate
# nor two of its words in one sentence. Of 130 reports called silent in ten dossiers, read one by one, 24 told it and
# 7 some of it: none of these is called so any more, and 27 of the 76 that did not tell it still are. The least
# alike that told it has .53. In seven further dossiers 3 of 100 told some of it with .50 for NEAR (39 of the 76
# kept); .40 and FEW take all three away.
NEAR, FAR = 0.40, 0.56
# Share of a claim's content words, by weight, in one sentence, from which it may tell it (with SHARED words
# where a sentence has claims; with one in a title and the like, of which nothing but the words is known).
WORDS, SHARED = 0.5, 2
FEW = 3  # content words of a claim of which one alone touches it: "found the bodies", "the bodies were discovered"
PLAIN = frozenset({"NOUN", "VERB", "ADJ", "NUM"})
CONTENT = PLAIN | {"PROPN"}
# What fills these slots is named in most reports of a story, whatever they tell of it.
NAMING = frozenset({"actor", "speaker"})
LIGHT = frozenset({"be", "have", "do", "say", "tell"})

Window = tuple[datetime, datetime] | None


def silences(
    telling: Collection[str], articles: Sequence[Article], unsure: Collection[str] = ()
) -> tuple[Silence, ...]:
    """The articles (in order) that are neither among those that tell nor among those of which it is
    ``unsure``. One published after a report that tells could have known; one published before all of them
    could not have had it from them; None where the stated times do not order the two."""
    told = [published_within(a) for a in articles if a.id in telling]
    silent = [a for a in articles if a.id not in telling and a.id not in unsure]
    return tuple(Silence(a.id, _could_have_known(published_within(a), told)) for a in silent)


class Tellers:
    """Which articles of a story may tell what a claim tells, in whatever words."""

    def __init__(
        self,
        slots: Sequence[Slot],
        articles: Sequence[Article],
        annotations: Mapping[str, Annotations],
        vectors: Mapping[str, Vectors],
    ) -> None:
        claims = {f.claim.id: f.claim for slot in slots for f in slot.fillers}
        told: dict[str, list[Claim]] = {article.id: [] for article in articles}
        for claim in claims.values():
            told[claim.article].append(claim)
        self._articles = tuple(told)
        self._tokens = {key: notes.parse.tokens for key, notes in annotations.items()}
        self._starts = {key: [token.start for token in tokens] for key, tokens in self._tokens.items()}
        self._lemmas = {key: {token.lemma.casefold() for token in tokens} for key, tokens in self._tokens.items()}
        self._likeness = _likeness(told, vectors)
        self._known: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._sentences: list[tuple[str, bool]] = []
        self._holding: dict[frozenset[str], dict[str, list[int]]] = {CONTENT: {}, PLAIN: {}}
        for key, notes in annotations.items():
            claimed = {claim.sentence for claim in told.get(key, ()) if claim.id in vectors}
            for number, sentence in enumerate(notes.parse.sentences):
                for kinds, holding in self._holding.items():
                    for word in self._words(key, sentence.start, sentence.end, kinds):
                        holding.setdefault(word, []).append(len(self._sentences))
                self._sentences.append((key, number in claimed))

    def of(self, slot: Slot) -> frozenset[str]:
        """The articles that may answer a slot: of a claim that does they come near the meaning, or a
        sentence of theirs has its words, or the figure, time or place that answers."""
        found: set[str] = set()
        for filler in slot.fillers:
            found |= self._telling(filler, slot.kind in NAMING)
        return frozenset(found)

    def _telling(self, filler: Filler, named: bool) -> set[str]:
        claim, filling = filler.claim, filler.filling
        if claim.id not in self._known:  # a claim answers several questions
            words = self._words(claim.article, claim.start, claim.end)
            self._known[claim.id] = frozenset(self._worded(words)), frozenset(self._touching(claim))
        worded, touching = self._known[claim.id]
        found = set(worded)
        if filling is not None and not named:
            found |= self._held(self._words(claim.article, filling.start, filling.end), WORDS)
        likeness = self._likeness.get(claim.id, {})
        unlike = [key for key in self._articles if key not in found and likeness.get(key, 0.0) >= NEAR]
        close = {key for key in unlike if likeness[key] >= FAR}
        return found | close | (touching & set(unlike))

    def _worded(self, words: Collection[str]) -> set[str]:
        """The articles with a sentence that has much of a claim's words."""
        return self._held(words, WORDS, SHARED) | self._held(words, WORDS, claimless=True)

    def _touching(self, claim: Claim) -> set[str]:
        """The articles that have the claim's predicate, or in one sentence two of its words that are no names
        (one where they are few)."""
        words = self._words(claim.article, claim.start, claim.end, PLAIN)
        if not words:
            return set(self._articles)
        predicate = claim.predicate.casefold()
        having = {key for key in self._articles if predicate not in LIGHT and predicate in self._lemmas.get(key, ())}
        return having | self._held(words, 0.0, SHARED if len(words) > FEW else 1, kinds=PLAIN)

    def _held(
        self,
        words: Collection[str],
        share: float,
        least: int = 1,
        claimless: bool = False,
        kinds: frozenset[str] = CONTENT,
    ) -> set[str]:
        """The articles with a sentence that holds that share of the words, each weighed by how few of the
        story's sentences have it, and at least so many of them."""
        count: Counter[int] = Counter()
        weight: dict[int, float] = {}
        total = 0.0
        for word in sorted(words):
            holding = self._holding[kinds].get(word, [])
            rare = log(1 + len(self._sentences) / max(1, len(holding)))
            total += rare
            for number in holding:
                count[number] += 1
                weight[number] = weight.get(number, 0.0) + rare
        enough = [self._sentences[n] for n, held in weight.items() if count[n] >= least and held >= share * total]
        return {key for key, claimed in enough if not (claimless and claimed)}

    def _words(self, key: str, start: int, end: int, kinds: frozenset[str] = CONTENT) -> set[str]:
        """The lemmas of the content words between two offsets of an article."""
        starts = self._starts.get(key, [])
        inside = self._tokens.get(key, ())[bisect_left(starts, start) : bisect_left(starts, end)]
        return {t.lemma.casefold() for t in inside if t.pos in kinds and t.lemma.casefold() not in LIGHT}


def _likeness(told: Mapping[str, Sequence[Claim]], vectors: Mapping[str, Vectors]) -> dict[str, dict[str, float]]:
    """By claim id and article: the most that a claim of it, or its sentence, is like the claim in meaning."""
    held = {key: [claim.id for claim in claims if claim.id in vectors] for key, claims in told.items()}
    keys = [key for key, ids in held.items() if ids]
    found: dict[str, dict[str, float]] = {}
    for own in keys:
        mine = np.stack([vectors[one][1] for one in held[own]])
        for other in keys:
            rows = np.concatenate([vectors[one] for one in held[other]])
            for one, likeness in zip(held[own], (mine @ rows.T).max(axis=1), strict=True):
                found.setdefault(one, {})[other] = float(likeness)
    return found


def _could_have_known(own: Window, told: Sequence[Window]) -> bool | None:
    known = [window for window in told if window]
    if own is None or not known:
        return None
    if any(last <= own[0] for _, last in known):
        return True
    if len(known) == len(told) and all(own[1] < first for first, _ in known):
        return False
    return None
