"""The tagger in PyTorch: a BERT of six layers over windows of word pieces, a GRU over the words, labels and links."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from crosswire.engines.tagger_input import SIZES

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
UPPER = 4  # last layers that nearness of meaning has of its own
LABELS = 7
NEAR = 2  # words on either side that a word's labels look at once more
LINK = 64  # dimensions of a link vector; four of them a word


def dropped(x: Tensor, share: float, training: bool) -> Tensor:
    """Dropout of the same dimensions at every place of a window: as good here, and its few random numbers cost
    nothing (a number for each value takes a processor as long as the products do)."""
    if not training or not share:
        return x
    keep = torch.empty(x.shape[0], 1, x.shape[-1]).bernoulli_(1 - share) / (1 - share)
    return x * keep.to(x.dtype)


class Attention(torch.autograd.Function):  # type: ignore[misc]
    """Scaled dot-product attention whose way back is half as long on a processor as PyTorch's own."""

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
        n, heads, length, width = q.shape
        q, k, v = ((q * width**-0.5).flatten(0, 1), k.flatten(0, 1), v.flatten(0, 1))
        scores = torch.bmm(q, k.transpose(1, 2)).view(n, heads, length, length).add_(mask)
        weights = torch.softmax(scores, -1).flatten(0, 1)
        ctx.save_for_backward(q, k, v, weights)
        ctx.shape = (n, heads, length, width)
        return torch.bmm(weights, v).view(ctx.shape)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> Any:
        q, k, v, weights = ctx.saved_tensors
        g = grads[0].reshape(q.shape)
        by_weight = torch._softmax_backward_data(torch.bmm(g, v.transpose(1, 2)), weights, -1, weights.dtype)
        to_q = torch.bmm(by_weight, k) * ctx.shape[3] ** -0.5
        to_k, to_v = torch.bmm(by_weight.transpose(1, 2), q), torch.bmm(weights.transpose(1, 2), g)
        return to_q.view(ctx.shape), to_k.view(ctx.shape), to_v.view(ctx.shape), None


class Layer(nn.Module):  # type: ignore[misc]
    """One transformer layer of BERT, normalised after each sum."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        n, length, _ = x.shape
        q, k, v = self.qkv(x).view(n, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = Attention.apply(q, k, v, mask).transpose(1, 2).reshape(n, length, WIDTH)
        x = self.norm1(x + dropped(self.out(seen), self.dropout, self.training))
        return self.norm2(x + dropped(self.down(F.gelu(self.up(x))), self.dropout, self.training))


class Encoder(nn.Module):  # type: ignore[misc]
    """MiniLM, whose pieces also carry the features of their tokens, added to the embeddings from nothing on."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.features = nn.ModuleList(nn.Embedding(size, WIDTH, padding_idx=0) for size in SIZES)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = dropout
        for table in self.features:
            nn.init.zeros_(table.weight)

    def load(self, path: Path) -> None:
        """Take over the weights of sentence-transformers/all-MiniLM-L6-v2 (safetensors)."""
        from safetensors.torch import load_file

        w = load_file(str(path))
        w = {k.removeprefix("bert."): v for k, v in w.items()}
        state = self.state_dict()
        state["words.weight"] = w["embeddings.word_embeddings.weight"]
        state["places.weight"] = (
            w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]
        )
        for end in ("weight", "bias"):
            state[f"norm.{end}"] = w[f"embeddings.LayerNorm.{end}"]
            for n in range(LAYERS):
                old, new = f"encoder.layer.{n}.", f"layers.{n}."
                state[f"{new}qkv.{end}"] = torch.cat(
                    [w[f"{old}attention.self.{x}.{end}"] for x in ("query", "key", "value")]
                )
                state[f"{new}out.{end}"] = w[f"{old}attention.output.dense.{end}"]
                state[f"{new}norm1.{end}"] = w[f"{old}attention.output.LayerNorm.{end}"]
                state[f"{new}up.{end}"] = w[f"{old}intermediate.dense.{end}"]
                state[f"{new}down.{end}"] = w[f"{old}output.dense.{end}"]
                state[f"{new}norm2.{end}"] = w[f"{old}output.LayerNorm.{end}"]
        self.load_state_dict(state)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        x = self.words(ids) + self.places.weight[: ids.shape[1]]
        for n, table in enumerate(self.features):
            x = x + table(features[..., n])
        x = dropped(self.norm(x), self.dropout, self.training)
        half = torch.is_autocast_enabled("cpu")
        attend = torch.zeros(mask.shape, dtype=torch.bfloat16 if half else x.dtype).masked_fill(~mask, -1e4)[
            :, None, None
        ]
        for layer in self.layers:
            x = layer(x, attend)
        return x


class Tagger(nn.Module):  # type: ignore[misc]
    """Encoder states -> labels' scores and link vectors of words, and vectors of meaning of pieces."""

    def __init__(self, dropout: float = 0.1, head_dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.near = nn.Linear((2 * NEAR + 1) * WIDTH, WIDTH)
        self.labels = nn.Linear(WIDTH, LABELS)
        self.links = nn.Linear(WIDTH, 4 * LINK)
        self.meaning = nn.Linear(WIDTH, WIDTH)
        self.start = nn.Parameter(torch.zeros(LABELS))
        self.moves = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.source_bias = nn.Embedding(BUCKETS, 1)
        self.content_bias = nn.Embedding(BUCKETS, 1)
        self.no_source = nn.Parameter(torch.zeros(1))
        self.head_dropout = head_dropout
        nn.init.eye_(self.meaning.weight)
        nn.init.zeros_(self.meaning.bias)
        for table in (self.source_bias, self.content_bias):
            nn.init.zeros_(table.weight)

    def forward(
        self, ids: Tensor, features: Tensor, mask: Tensor, word: Tensor, lengths: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Pieces of windows, the piece of each word, and how many words a window has; returns the words' label
        scores and link vectors, and the pieces' states."""
        states = self.encoder(ids, features, mask)
        inside = torch.arange(word.shape[1])[None] < lengths[:, None]
        x = states.gather(1, word[..., None].expand(-1, -1, WIDTH)) * inside[..., None]
        x = dropped(x, self.head_dropout, self.training)
        wide = F.pad(x, (0, 0, NEAR, NEAR))
        wide = torch.cat([wide[:, k : k + x.shape[1]] for k in range(2 * NEAR + 1)], -1)
        x = x + dropped(F.gelu(self.near(wide)), self.head_dropout, self.training)
        return self.labels(x).float(), self.links(x).float(), states.float()


BUCKETS = 48


def crf_loss(scores: Tensor, labels: Tensor, lengths: Tensor, start: Tensor, moves: Tensor) -> Tensor:
    """Negative log likelihood of the label sequences under a linear-chain CRF, summed."""
    _n, width, _ = scores.shape
    inside = torch.arange(width)[None] < lengths[:, None]
    at = scores.gather(2, labels[..., None])[..., 0]
    steps = moves[labels[:, :-1], labels[:, 1:]]
    gold = (at * inside).sum() + (steps * inside[:, 1:]).sum() + start[labels[:, 0]].sum()
    alpha = start + scores[:, 0]
    for t in range(1, width):
        new = torch.logsumexp(alpha[:, :, None] + moves, 1) + scores[:, t]
        alpha = torch.where(inside[:, t, None], new, alpha)
    return torch.logsumexp(alpha, 1).sum() - gold
