"""What comes in from outside: the learned, remote or stateful parts, each behind a Protocol."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from crosswire.records import Article, Parse, Utterance

Vectors = NDArray[np.float32]
Words = NDArray[np.int8]
Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how many of its items are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a claim tells, as vectors: those of its sentence and of its own words as a whole; a row for either side of
    each of its quantities (``align.surroundings``), or none at all; and a row for each of its words, in whole parts of
    WHOLE, so that products of words are exact in whatever order they are taken."""

    sentence: Vectors
    own: Vectors
    around: Vectors
    words: Words


WHOLE = 256  # a word's unit vector is held in so many parts of 1, each at most 127


class Parser(Protocol):
    """Text to syntax and names."""

    def parse(self, article: Article) -> Parse:
        """Parse the title and body lines of an article. The result depends on it alone."""
        ...


class Encoder(Protocol):
    """Text to vectors of meaning."""

    def encode(self, texts: Sequence[str], spans: Sequence[Sequence[tuple[int, int]]]) -> list[Vectors]:
        """Return, for each text, unit vectors: one row for the whole text and then one for each
        span of it (read in the text's context). The result depends on the arguments alone; an
        article's sentences are encoded in one call, so that other articles never matter."""
        ...


class Reading(Protocol):
    """One article as a language model read it."""

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """Who says what, in order of the cues; none where nothing learned marks speech."""
        ...

    def vectors(self, sentences: Sequence[tuple[tuple[int, int], Sequence[tuple[int, int]]]]) -> list[Vectors]:
        """Return, for each sentence with spans in it (offsets into the article's text), unit vectors
        of meaning: one row for the sentence and then one for each span."""
        ...


@runtime_checkable
class Reader(Protocol):
    """An article, read in one pass for who says what and for vectors of meaning."""

    def read(self, article: Article, parse: Parse) -> Reading:
        """Read an article whose syntax is known. The result depends on it alone."""
        ...
