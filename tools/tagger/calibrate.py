"""The links' scores by place, fitted after training on whole articles of the training part: in training a cue
competes with those of its window only, in an article with all that stand near."""

from collections.abc import Iterable

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from crosswire.engines.tagger_decode import BUCKETS, Links, bucket, mean, near
from tagger.prepare import Sample

Floats = NDArray[np.float32]
Case = tuple[list[float], list[int], int]  # dot products, buckets, which is right (their number: none)


def cases(sample: Sample, vectors: Floats) -> tuple[list[Case], list[Case]]:
    """The choices of a source for each gold cue, and of a cue for each gold fragment of content."""
    cue_source, source_key, cue_content, content_key = np.split(vectors, 4, axis=1)
    links = [x for x in sample.links if len(x[1]) == 1]
    cues = sorted({x[1][0] for x in links})
    spans = sorted({p for x in links for p in x[0]})
    sources: list[Case] = []
    contents: list[Case] = []
    for own, (cue,), parts in links:
        others = [spans[k] for k in near(cue, spans)]
        right = others.index(own[0]) if own and own[0] in others else len(others)
        if others and (not own or right < len(others)):
            dots = [float(mean(source_key, s) @ mean(cue_source, cue)) / 8 for s in others]
            sources.append((dots, [bucket(cue, s, cues) for s in others], right))
        for part in parts:
            others = [cues[k] for k in near(part, cues)]
            if cue in others:
                dots = [float(mean(cue_content, c) @ mean(content_key, part)) / 8 for c in others]
                contents.append((dots, [bucket(c, part, cues) for c in others], others.index(cue)))
    return sources, contents


def fit(sources: list[Case], contents: list[Case]) -> tuple[Links, float, float]:
    """Fit both tables; returns them with how often each choice is then right."""
    (scale_s, bias_s, none), share_s = _fit(sources, True)
    (scale_c, bias_c, _), share_c = _fit(contents, False)
    return Links(bias_s, bias_c, none, scale_s, scale_c), share_s, share_c


def _fit(found: list[Case], may_be_none: bool) -> tuple[tuple[float, Floats, float], float]:
    width = max(len(dots) for dots, _, _ in found) + 1
    dots, places = torch.full((len(found), width), -1e4), torch.zeros((len(found), width), dtype=torch.long)
    target = torch.zeros(len(found), dtype=torch.long)
    for n, (values, buckets, right) in enumerate(found):
        dots[n, : len(values)] = torch.tensor(values)
        places[n, : len(values)] = torch.tensor(buckets)
        target[n] = right if right < len(values) else width - 1
    stands = dots > -1e3
    scale, bias, none = torch.tensor(1.0), torch.zeros(BUCKETS), torch.tensor(0.0)
    weights = [scale.requires_grad_(), bias.requires_grad_(), none.requires_grad_()]
    optimiser = torch.optim.LBFGS(weights, max_iter=200, line_search_fn="strong_wolfe")

    def scores() -> torch.Tensor:
        values = torch.where(stands, dots * scale + bias[places], torch.tensor(-1e4))
        if may_be_none:
            values = torch.cat([values[:, :-1], none.expand(len(found), 1)], 1)
        return values

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        value = F.cross_entropy(scores(), target) + 1e-4 * (bias**2).sum()
        value.backward()
        return value

    optimiser.step(loss)
    share = float((scores().argmax(1) == target).float().mean())
    return (float(scale.detach()), bias.detach().numpy(), float(none.detach())), share


def gather(found: Iterable[tuple[Sample, Floats]]) -> tuple[list[Case], list[Case]]:
    """The cases of many articles."""
    sources: list[Case] = []
    contents: list[Case] = []
    for sample, vectors in found:
        a, b = cases(sample, vectors)
        sources += a
        contents += b
    return sources, contents
