"""The teacher of the layers of meaning: all-mpnet-base-v2 (Apache-2.0, 109 million parameters), too large to ship,
whose last layers are trained on the labelled stories as the pupil's are."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import MPNetModel

from crosswire.engines.tagger_input import Window
from tagger.meaning import Floats, Place, Told, Upper

SHARED = 8  # layers that stay as they are, of twelve
CORE, CONTEXT = 168, 24  # pieces of a window, as the tagger has them
START, END = 0, 2  # the frame of a window


class Teacher(Upper):
    """The encoder's last layers; its first ones read texts once, and keep what training needs of them. ``folder`` holds
    the model as its makers publish it."""

    width = 768

    def __init__(self, folder: Path) -> None:
        nn.Module.__init__(self)
        whole = MPNetModel.from_pretrained(folder, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
        self.layers = whole.encoder.layer[SHARED:]
        self.bias = whole.encoder.relative_attention_bias
        self.meaning = nn.Linear(self.width, self.width)
        nn.init.eye_(self.meaning.weight)
        nn.init.zeros_(self.meaning.bias)
        # Not modules of this one: they are not trained.
        self._below = [
            whole.embeddings.to(torch.bfloat16).eval(),
            whole.encoder.layer[:SHARED].to(torch.bfloat16).eval(),
        ]
        self._bucket = whole.encoder.relative_position_bucket
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def groups(self, rate: float) -> list[dict[str, object]]:
        """See Upper: the turn, which begins as none, learns faster."""
        layers = [*self.layers.parameters(), *self.bias.parameters()]
        return [{"params": layers, "lr": rate}, {"params": list(self.meaning.parameters()), "lr": 3 * rate}]

    def above(self, x: Tensor, mask: Tensor) -> Tensor:
        """See Upper."""
        bias = self._bias(x.shape[1])
        for layer in self.layers:
            x = _first(layer(x, mask, position_bias=bias))
        return x

    def _bias(self, length: int) -> Tensor:
        """What the distance of two pieces adds to their attention."""
        at = torch.arange(length)
        return self.bias(self._bucket(at[None] - at[:, None], num_buckets=32)).permute(2, 0, 1)[None]

    def told(self, text: str, claims: Sequence[Place], points: Sequence[frozenset[int]]) -> Told:
        """A report as the first layers read it, with the points of its claims by their places."""
        pieced = self._tokenizer.encode(text, add_special_tokens=False)
        places: NDArray[np.int64] = np.array(pieced.offsets).reshape(-1, 2)
        lower = []
        for begin in range(0, max(1, len(pieced.ids)), CORE):
            end = min(len(pieced.ids), begin + CORE)
            window = Window(max(0, begin - CONTEXT), min(len(pieced.ids), end + CONTEXT), begin, end)
            lower.append((window, self._lower(pieced.ids[window.first : window.last])))
        own = tuple(_pieces(places, claim) for claim in claims)
        return Told(tuple(lower), own, own, tuple(points))

    def _lower(self, ids: Sequence[int]) -> Floats:
        embed, layers = self._below
        with torch.no_grad():
            x = embed(torch.tensor([[START, *ids, END]]))
            bias = self._bias(x.shape[1]).to(torch.bfloat16)
            for layer in layers:
                x = _first(layer(x, None, position_bias=bias))
        found: Floats = x[0].to(torch.float16).numpy()
        return found

    def taught(self, reports: Sequence[Told]) -> Floats:
        """The vectors of all claims of a story, in order."""
        self.eval()
        with torch.no_grad():
            rows: Floats = np.concatenate([own.numpy().astype(np.float16) for own, _ in self.vectors(reports)])
        return rows


def _first(given: Tensor | tuple[Tensor, ...]) -> Tensor:
    return given[0] if isinstance(given, tuple) else given


def _pieces(places: NDArray[np.int64], span: Place) -> Place:
    """The word pieces of a stretch of the text; where none stands, the one that comes next."""
    first = int(np.searchsorted(places[:, 1], span[0], side="right"))
    return first, max(first + 1, int(np.searchsorted(places[:, 0], span[1])))
