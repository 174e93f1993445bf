"""The tagger: MiniLM, tuned on PolNeAR to mark who says what, as int8 ONNX behind the Reader port; upper layers
of their own, on the same lower ones, make the vectors of meaning."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosswire.engines.minilm import load_tokenizer, options_for, unit
from crosswire.engines.tagger_decode import LABELS, LINK, Floats, Found, Links, best_labels, linked
from crosswire.engines.tagger_input import SIZES, Integers, Pieces, Window, pieces, windows
from crosswire.errors import MissingModel
from crosswire.ports import Vectors
from crosswire.records import Article, Parse, Utterance

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Span = tuple[int, int]
WIDTH = 384  # of a piece's state
CORE, CONTEXT = 168, 24  # pieces of a window, and of what is read round it
NEAR = 2  # tokens on either side that a token's labels look at
CLS, SEP = 101, 102
MODEL, UPPER, TABLES = "data/tagger.onnx", "data/meaning.onnx", "data/tagger.npz"


def has_tagger() -> bool:
    """Whether the tagger's weights are installed."""
    return all(files("crosswire.engines").joinpath(name).is_file() for name in (MODEL, UPPER))


@cache
def load_session(threads: int, name: str) -> "InferenceSession":
    """Load a graph's ONNX session once: MODEL, or UPPER, the layers of meaning. Raises MissingModel when the
    weights are absent."""
    import onnxruntime

    if not has_tagger():
        raise MissingModel("the tagger's weights are not installed: pip install crosswire")
    model = files("crosswire.engines").joinpath(name).read_bytes()
    return onnxruntime.InferenceSession(model, options_for(threads), providers=["CPUExecutionProvider"])


@dataclass(frozen=True, slots=True)
class Tables:
    """What is used outside the graph: the moves between labels, the links' scores by place, and the
    turn that makes states of pieces into vectors of meaning."""

    start: Floats
    moves: Floats
    links: Links
    turn: Floats
    shift: Floats


@cache
def load_tables() -> Tables:
    """Load the tables that lie beside the graph."""
    with files("crosswire.engines").joinpath(TABLES).open("rb") as file, np.load(file) as stored:
        scales = stored["scales"]
        links = Links(
            stored["source"], stored["content"], float(stored["no_source"][0]), float(scales[0]), float(scales[1])
        )
        turn, shift = (stored[name].astype(np.float32) for name in ("meaning", "meaning_bias"))
        return Tables(stored["start"], stored["moves"], links, turn, shift)


class SpeechReading:
    """One article as the tagger read it: who says what, and what its lower layers made of its word pieces, window by
    window, from which the vectors are made when they are asked for."""

    def __init__(
        self, utterances: tuple[Utterance, ...], places: Integers, lower: Sequence[tuple[Window, Floats]], threads: int
    ) -> None:
        self.utterances, self.lower = utterances, lower
        self._starts, self._ends = places[:, 0], places[:, 1]
        self._upper, self._tables = load_session(threads, UPPER), load_tables()

    def vectors(self, sentences: Sequence[tuple[Span, Sequence[Span]]]) -> list[Vectors]:
        """Unit vectors of sentences and of spans in them; see ports.Reading."""
        states = self._states()
        return [np.stack([self._vector(states, s) for s in (sentence, *spans)]) for sentence, spans in sentences]

    def _states(self) -> Floats:
        """Every piece's state of meaning, turned, from the window in whose core it stands."""
        states: Floats = np.zeros((len(self._starts), WIDTH), dtype=np.float32)
        for window, lower in self.lower:
            (upper,) = self._upper.run(["states"], {"lower": lower})
            states[window.begin : window.end] = upper[
                0, window.begin - window.first + 1 : window.end - window.first + 1
            ]
        return states @ self._tables.turn.T + self._tables.shift

    def pieces(self, span: Span) -> Span:
        """The word pieces of a stretch of the text; where none stands, the one that comes next."""
        first = int(np.searchsorted(self._ends, span[0], side="right"))
        return first, max(first + 1, int(np.searchsorted(self._starts, span[1])))

    def _vector(self, states: Floats, span: Span) -> Vectors:
        inside = states[slice(*self.pieces(span))]
        pooled = inside.mean(axis=0) if len(inside) else self._tables.shift
        return unit(pooled).astype(np.float32)


class SpeechReader:
    """Reads an article in windows, one a run: what a run computes is scaled by what shares it, so a window's answer
    depends on its own words alone; and what is held at once fits a core's cache, which is faster than a batch."""

    def __init__(self, threads: int = 1) -> None:
        self._threads, self._session = threads, load_session(threads, MODEL)
        self._tokenizer = load_tokenizer(None)
        self._tables = load_tables()

    def read(self, article: Article, parse: Parse) -> SpeechReading:
        """Mark who says what in an article, and keep what its vectors are made of; see ports.Reader."""
        pieced = pieces(article, parse, self._tokenizer)
        labels, vectors, lower = self.scores(pieced, len(parse.tokens))
        path = best_labels(labels, self._tables.start, self._tables.moves)
        found = linked(path, vectors, self._tables.links)
        return SpeechReading(tuple(_utterance(f, parse) for f in found), pieced.places, lower, self._threads)

    def scores(self, pieced: Pieces, size: int) -> tuple[Floats, Floats, list[tuple[Window, Floats]]]:
        """Every token's label scores and link vectors, each from the window in whose core it stands, and each window
        with what the lower layers made of its pieces."""
        labels: Floats = np.zeros((size, LABELS), dtype=np.float32)
        vectors: Floats = np.zeros((size, 4 * LINK), dtype=np.float32)
        lower = []
        for window in windows(pieced.starts, CORE, CONTEXT):
            own, feed = _feed(pieced, window)
            labels[own], vectors[own], below = self._session.run(["labels", "links", "lower"], feed)
            lower.append((window, below))
        return labels, vectors, lower


def _feed(read: Pieces, window: Window) -> tuple[slice, dict[str, NDArray[Any]]]:
    """The tokens in the core of a window, and the graph's inputs for it."""
    inside = slice(window.first, window.last)
    ids = np.concatenate(([CLS], read.ids[inside], [SEP]))
    rows = np.zeros((len(ids), len(SIZES)), dtype=np.int64)
    rows[1:-1] = read.features[inside]
    edges = (window.first, window.last, window.begin, window.end)
    first, last, begin, end = (int(at) for at in np.searchsorted(read.word, edges))
    around = np.arange(begin, end)[:, None] + np.arange(-NEAR, NEAR + 1)
    stands = (around >= first) & (around < last)
    words = np.where(stands, read.word[around.clip(first, max(first, last - 1))] - window.first + 1, 0)
    near = stands[..., None].astype(np.float32)
    return slice(begin, end), {"ids": ids[None], "features": rows[None], "words": words, "near": near}


def _utterance(found: Found, parse: Parse) -> Utterance:
    def chars(span: tuple[int, int]) -> tuple[int, int]:
        return parse.tokens[span[0]].start, parse.tokens[span[1] - 1].end

    return Utterance(chars(found.cue), tuple(map(chars, found.source)), tuple(map(chars, found.content)))
