"""Training: windows of articles, labels by CRF, links, and the teacher's vectors kept."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from crosswire.engines.tagger_decode import Found, Links, best_labels, bucket, linked
from crosswire.engines.tagger_input import SIZES, Window, windows
from tagger.corpus import tokens_of
from tagger.model import LINK, WIDTH, Tagger, crf_loss
from tagger.prepare import Sample
from tagger.scoring import Triple, count

Floats = NDArray[np.float32]
Halves = NDArray[np.float16]
Taught = tuple[Floats, Halves]  # the untrained encoder's vectors of an article's sentences, and of its pieces
CLS, SEP = 101, 102
FIRST = 1  # pieces before a window's own: [CLS]


def batch_of(parts: Sequence[tuple[Sample, Window]]) -> dict[str, Tensor]:
    """Pad windows of samples to one batch."""
    n, width = len(parts), max(w.last - w.first for _, w in parts) + 2
    ids, rows = np.zeros((n, width), np.int64), np.zeros((n, width, len(SIZES)), np.int64)
    mask = np.zeros((n, width), bool)
    words = [tokens_in(s, w.first, w.last) for s, w in parts]
    count = max(b - a for a, b in words)
    word, labels, lengths = np.zeros((n, count), np.int64), np.zeros((n, count), np.int64), np.ones(n, np.int64)
    for k, ((s, w), (a, b)) in enumerate(zip(parts, words, strict=True)):
        size = w.last - w.first
        ids[k, 0], ids[k, size + 1] = CLS, SEP
        ids[k, 1 : size + 1], rows[k, 1 : size + 1] = (
            s.pieces.ids[w.first : w.last],
            s.pieces.features[w.first : w.last],
        )
        mask[k, : size + 2] = True
        word[k, : b - a] = s.pieces.word[a:b] - w.first + FIRST
        labels[k, : b - a] = s.labels[a:b]
        lengths[k] = max(1, b - a)
    arrays = {"ids": ids, "features": rows, "mask": mask, "word": word, "labels": labels, "lengths": lengths}
    return {k: torch.from_numpy(v) for k, v in arrays.items()}


def tokens_in(sample: Sample, first: int, last: int) -> tuple[int, int]:
    """The tokens whose piece stands in [first, last)."""
    word = sample.pieces.word
    return int(np.searchsorted(word, first)), int(np.searchsorted(word, last))


def link_loss(model: Tagger, vectors: Tensor, sample: Sample, span: tuple[int, int]) -> list[Tensor]:
    """Cross entropies: each cue's source among the window's sources or none, each content's cue among its cues."""
    first, last = span

    def inside(parts: Sequence[tuple[int, int]]) -> bool:
        return all(first <= a and b <= last for a, b in parts)

    links = [x for x in sample.links if len(x[1]) == 1 and inside(x[1])]
    if not links:
        return []
    cues = [x[1][0] for x in links]
    sources = sorted({p for x in links for p in x[0] if inside((p,))})
    parts = [(p, n) for n, x in enumerate(links) for p in x[2] if inside((p,))]

    def mean(which: int, spans: Sequence[tuple[int, int]]) -> Tensor:
        v = vectors[:, which * LINK : (which + 1) * LINK]
        a, b = torch.tensor([a - first for a, _ in spans]), torch.tensor([b - 1 - first for _, b in spans])
        return (v[a] + v[b]) / 2

    losses = []
    known = [n for n, x in enumerate(links) if inside(x[0])]
    if sources and known:
        own = [cues[n] for n in known]
        places = torch.tensor([[bucket(c, s, cues) for s in sources] for c in own])
        scores = mean(0, own) @ mean(1, sources).T / 8 + model.source_bias(places)[..., 0]
        scores = torch.cat([scores, model.no_source.expand(len(own), 1)], 1)
        target = torch.tensor([sources.index(links[n][0][0]) if links[n][0] else len(sources) for n in known])
        losses.append(F.cross_entropy(scores, target, reduction="none"))
    if parts and len(cues) > 1:
        spans = [p for p, _ in parts]
        places = torch.tensor([[bucket(c, p, cues) for c in cues] for p in spans])
        scores = mean(3, spans) @ mean(2, cues).T / 8 + model.content_bias(places)[..., 0]
        losses.append(F.cross_entropy(scores, torch.tensor([n for _, n in parts]), reduction="none"))
    return losses


def meaning_loss(
    model: Tagger,
    states: Tensor,
    sample: Sample,
    w: Window,
    teacher: Taught,
    rng: np.random.Generator,
) -> list[Tensor]:
    """How far the window's vectors of sentences, and of a random stretch of each, are from the teacher's of the
    sentence alone (1 - cosine)."""
    whole, pieces = teacher
    starts = sample.pieces.starts
    mine, theirs = [], []
    for n in range(len(starts) - 1):
        a, b = starts[n], starts[n + 1]
        if a < w.first or b > w.last or b - a < 2:
            continue
        mine.append(states[a - w.first + FIRST : b - w.first + FIRST].mean(0))
        theirs.append(whole[n])
        i, j = sorted(rng.integers(a, b + 1, 2))
        if j - i >= 2:
            mine.append(states[i - w.first + FIRST : j - w.first + FIRST].mean(0))
            theirs.append(pieces[i:j].astype(np.float32).mean(0))
    if not mine:
        return []
    return [1 - F.cosine_similarity(model.meaning(torch.stack(mine)), torch.from_numpy(np.stack(theirs)), dim=1)]


def teach(model: Tagger, samples: Sequence[Sample]) -> list[Taught]:
    """The untrained encoder's vectors: of each sentence alone, and of its pieces."""
    found = [
        (np.zeros((len(s.pieces.starts) - 1, WIDTH), np.float32), np.zeros((s.pieces.starts[-1], WIDTH), np.float16))
        for s in samples
    ]
    sentences = [
        (min(510, b - a), k, n, a)
        for k, s in enumerate(samples)
        for n, (a, b) in enumerate(pairwise(s.pieces.starts))
        if b > a
    ]
    sentences.sort(reverse=True)
    model.eval()
    done = 0
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        while done < len(sentences):
            width = sentences[done][0] + 2
            chosen = sentences[done : done + max(1, 4000 // width)]
            ids, mask = (
                torch.zeros(len(chosen), width, dtype=torch.long),
                torch.zeros(len(chosen), width, dtype=torch.bool),
            )
            for r, (size, k, _, a) in enumerate(chosen):
                ids[r, 0], ids[r, size + 1] = CLS, SEP
                ids[r, 1 : size + 1] = torch.from_numpy(samples[k].pieces.ids[a : a + size])
                mask[r, : size + 2] = True
            states = model.encoder(ids, torch.zeros(*ids.shape, len(SIZES), dtype=torch.long), mask).float().numpy()
            for r, (size, k, n, a) in enumerate(chosen):
                found[k][0][n] = states[r, : size + 2].mean(0)
                found[k][1][a : a + size] = states[r, 1 : size + 1]
            done += len(chosen)
    return found


def epoch_windows(
    samples: Sequence[Sample], rng: np.random.Generator, longest: int
) -> Iterator[list[tuple[int, Window]]]:
    """Windows of all articles, cut anew each time, batched by like length in random order."""
    parts = []
    for n, s in enumerate(samples):
        core = int(rng.integers(longest * 2 // 3, longest + 1))
        skip = int(rng.integers(0, len(s.pieces.starts) - 1)) if rng.random() < 0.5 else 0
        head = s.pieces.starts[skip]
        for a, b in ((0, head), (head, s.pieces.starts[-1])):
            starts = tuple(x - a for x in s.pieces.starts if a <= x <= b)
            if b > a:
                parts += [
                    (n, Window(w.first + a, w.last + a, w.begin + a, w.end + a)) for w in windows(starts, core, 0)
                ]
    parts = [p for p in parts if len(range(*tokens_in(samples[p[0]], p[1].first, p[1].last)))]
    noise = rng.random(len(parts)) * 60
    parts = [parts[k] for k in np.argsort([p[1].last - p[1].first + noise[k] for k, p in enumerate(parts)])]
    batches: list[list[tuple[int, Window]]] = []
    now: list[tuple[int, Window]] = []
    for p in parts:
        if now and (len(now) + 1) * (p[1].last - p[1].first + 2) > 2100:
            batches.append(now)
            now = []
        now.append(p)
    batches.append(now)
    return iter([batches[k] for k in rng.permutation(len(batches))])


def scores_of(model: Tagger, sample: Sample, core: int, context: int) -> tuple[Floats, Floats]:
    """An article's label scores and link vectors, each token's from the window in whose core it stands."""
    size = len(sample.parse.tokens)
    scores, vectors = np.zeros((size, 7), np.float32), np.zeros((size, 4 * LINK), np.float32)
    parts = [(sample, w) for w in windows(sample.pieces.starts, core, context)]
    parts = [p for p in parts if len(range(*tokens_in(sample, p[1].begin, p[1].end)))]
    for k in range(0, len(parts), 8):
        b = batch_of(parts[k : k + 8])
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            e, v, _ = model(b["ids"], b["features"], b["mask"], b["word"], b["lengths"])
        for r, (_, w) in enumerate(parts[k : k + 8]):
            a = tokens_in(sample, w.first, w.last)[0]
            i, j = tokens_in(sample, w.begin, w.end)
            scores[i:j], vectors[i:j] = e[r, i - a : j - a].numpy(), v[r, i - a : j - a].float().numpy()
    return scores, vectors


def links_of(model: Tagger) -> Links:
    """The learned tables of the links."""
    return Links(
        model.source_bias.weight.detach().numpy()[:, 0],
        model.content_bias.weight.detach().numpy()[:, 0],
        float(model.no_source.detach()),
    )


def found_in(model: Tagger, sample: Sample, core: int = 128, context: int = 40) -> list[Found]:
    """The attributions of an article."""
    scores, vectors = scores_of(model, sample, core, context)
    path = best_labels(scores, model.start.detach().numpy(), model.moves.detach().numpy())
    return linked(path, vectors, links_of(model))


def triples(found: Sequence[Found], sample: Sample) -> list[Triple]:
    """Found attributions as sets of tokens."""

    def words(spans: Sequence[tuple[int, int]]) -> frozenset[int]:
        return frozenset(i for a, b in spans for i in range(a, b) if sample.parse.tokens[i].text.strip())

    return [(words(f.source), words((f.cue,)), words(f.content)) for f in found]


def gold_triples(sample: Sample) -> list[Triple]:
    """The corpus's attributions as sets of tokens."""
    return [
        (tokens_of(g.source, sample.parse), tokens_of(g.cue, sample.parse), tokens_of(g.content, sample.parse))
        for g in sample.gold
    ]


def evaluate(model: Tagger, samples: Sequence[Sample], core: int = 128, context: int = 40) -> Counter[str]:
    """Counts over articles."""
    model.eval()
    total: Counter[str] = Counter()
    for s in samples:
        total += count(gold_triples(s), triples(found_in(model, s, core, context), s))
    return total


def train(
    model: Tagger,
    samples: Sequence[Sample],
    teacher: Sequence[Taught],
    epochs: int,
    rate: float,
    head_rate: float,
    keep: float,
    seed: int,
    after: Callable[[int], None],
    longest: int = 192,
) -> None:
    """Train in place; ``after`` is called with the number of each epoch done."""
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    model.encoder.words.weight.requires_grad_(False)
    old = [p for n, p in model.encoder.named_parameters() if p.requires_grad and not n.startswith("features")]
    tables = list(model.encoder.features.parameters())
    new = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    groups = [{"params": old, "lr": rate}, {"params": tables, "lr": 3 * rate}, {"params": new, "lr": head_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * sum(1 for _ in epoch_windows(samples, np.random.default_rng(0), longest))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (0.08 * steps)) * max(0.02, 1 - s / steps)
    )
    step, start = 0, time.time()
    shown = {"labels": 0.0, "link": 0.0, "meaning": 0.0}
    for epoch in range(epochs):
        for chosen in epoch_windows(samples, rng, longest):
            model.train()
            parts = [(samples[n], w) for n, w in chosen]
            b = batch_of(parts)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores, vectors, states = model(b["ids"], b["features"], b["mask"], b["word"], b["lengths"])
            words = int(b["lengths"].sum())
            labels = crf_loss(scores, b["labels"], b["lengths"], model.start, model.moves) / words
            links, kept = [], []
            for r, (n, w) in enumerate(chosen):
                links += link_loss(model, vectors[r], samples[n], tokens_in(samples[n], w.first, w.last))
                if keep:
                    kept += meaning_loss(model, states[r], samples[n], w, teacher[n], rng)
            zero = torch.zeros(())
            link = torch.cat(links).mean() if links else zero
            meaning = torch.cat(kept).mean() if kept else zero
            loss = labels + 0.2 * link + keep * meaning
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(old + tables + new, 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            for name, value in (("labels", labels), ("link", link), ("meaning", meaning)):
                shown[name] += float(value.detach())
            if step % 50 == 0:
                print(
                    f"epoch {epoch + 1} step {step}/{steps} {time.time() - start:.0f} s "
                    + " ".join(f"{k} {v / 50:.4f}" for k, v in shown.items()),
                    flush=True,
                )
                shown = dict.fromkeys(shown, 0.0)
        after(epoch + 1)
