"""Train the layers by which two claims are near in meaning, and write their weights.

    python tools/train_meaning.py --teacher FOLDER                   needs the `train` group of pyproject.toml
    python tools/train_meaning.py --belonging                        fits what ties a claim to its point

FOLDER holds sentence-transformers/all-mpnet-base-v2 as its makers publish it (Apache-2.0). Its last four layers are
trained first, on the stories of tools/tagger/points.tsv (ECB+, BASIL, NewsWCL50, NeuS, read as tools/tagger/stories.py
does), none of them a gold cluster; then our own layers, on the same stories and on others without labels, to set the
claims of one point apart as the labels do and as the teacher does. They begin as the shipped ones, with the tagger's
below them, and stand on what the shipped tagger's graph gives. After each epoch both are measured on the gold, which
they never see. Two quiet cores take about an hour. Writes meaning.onnx, and the turn into tagger.npz.

With --belonging, stories are aligned with the shipped linker, and the links inside their occurrences are weighed by
whether the two claims share a point: reconcile/belonging.toml, a logistic regression. The stories are the short ones of
tools/tagger/short.tsv, on which the shipped layers were not trained; those of points.tsv, a half of the topics with
vectors of layers that the other half trained, without a teacher; and the gold's, whose few links count more.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch

import corpora
from contradictions import labelled as searched
from crosswire import align, pipeline, reconcile
from crosswire.align.signals import NAMES
from crosswire.engines import tagger as runtime
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.ports import Meaning
from crosswire.records import Article, Claim
from crosswire.settings import Settings
from quality import Mention, clusters, gold_folder, load_scorer, mentions
from tagger import export
from tagger.meaning import Floats, Place, Told, Upper, begun, measured, train
from tagger.stories import SHORT, Labelled, stories, topic, unlabelled
from train import regress

DATA = Path(runtime.__file__).resolve().parent / "data"
EPOCHS, RATE, SEED = 3, 3e-4, 0
LESSONS, SLOWLY = 2, 5e-5  # epochs and learning rate of the teacher
UNLABELLED, DRAWN = 900, 3  # events without labels, and the seed by which they are drawn
TOGETHER = 4  # events without labels a step

GOLD_WEIGHT = 20.0  # of a link of the gold's, as there are 2,400 beside 60,000 of marked stories; 5 to 60 do alike
BELONGING = Path(reconcile.__file__).resolve().parent / "belonging.toml"

Points = Callable[[Claim], frozenset[int]]
Rows = tuple[list[list[float]], list[bool]]
Read = tuple[Labelled, Sequence[Told]]


class Teller:
    """Reads articles as Crosswire does, and keeps what training needs of them."""

    def __init__(self) -> None:
        self._parser, self._reader = SpacyParser(), runtime.SpeechReader()
        self.marked: dict[str, pipeline.Marked] = {}

    def told(self, article: Article, points: Points) -> Told:
        """A report with the points that each of its claims tells."""
        parse = self._parser.parse(article)
        reading = self._reader.read(article, parse)
        marked = pipeline.marked_with(article, parse, reading.utterances)
        self.marked[article.source], claims = marked, marked.claims
        sentences = [parse.sentences[c.sentence] for c in claims]
        return Told(
            tuple((window, below[0].astype(np.float16)) for window, below in reading.lower),
            tuple(reading.pieces((c.start, c.end)) for c in claims),
            tuple(reading.pieces((s.start, s.end)) for s in sentences),
            tuple(points(c) for c in claims),
            tuple(tuple(map(reading.pieces, pipeline.words_of(c, parse))) for c in claims),
        )


def labelled(teller: Teller, chosen: Sequence[Labelled]) -> list[list[Told]]:
    """The stories to train on."""
    return [
        [teller.told(a, partial(_marked, points)) for a, points in zip(story.reports, story.points, strict=True)]
        for story in chosen
    ]


def _marked(points: dict[Place, frozenset[int]], claim: Claim) -> frozenset[int]:
    """The points of a claim: those marked at its place, else, as claims are cut otherwise since, at places that cover
    half of the shorter. A claim that no label names tells what no other report tells."""
    if (own := points.get((claim.start, claim.end))) is not None:
        return own
    found = (p for place, p in points.items() if _covers(place, (claim.start, claim.end)))
    return frozenset[int]().union(*found)


def _covers(a: Place, b: Place) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and 2 * shared >= min(a[1] - a[0], b[1] - b[0])


def others(known: Sequence[Labelled]) -> list[list[Article]]:
    """Stories without labels to train on, several events a step."""
    names = {story.name for story in known}
    events = [articles for name, _, articles, _ in searched() if name not in names]
    sources = {a.source for story in known for a in story.reports} | {a.source for e in events for a in e}
    events += [list(reports) for reports in unlabelled(sources, UNLABELLED, DRAWN)]
    return [[a for e in events[n : n + TOGETHER] for a in e] for n in range(0, len(events), TOGETHER)]


def gold(folder: Path, teller: Teller) -> list[Read]:
    """The gold clusters, with the points that their claims cover."""
    score = load_scorer(folder)

    def covered(told: list[Mention], claim: Claim) -> frozenset[int]:
        return frozenset(m.point for m in told if score.covers((claim.start, claim.end), (m.start, m.end)))

    found: list[Read] = []
    for cluster in clusters(folder):
        articles, _ = pipeline.gather(sorted(str(p) for p in cluster.glob("*.txt")), Settings())
        told = mentions(cluster, articles)
        reports = [teller.told(article, partial(covered, told[article.id])) for article in articles]
        found.append((Labelled(f"gold-{cluster.name}", tuple(articles), ()), reports))
    return found


def ties(model: Upper, read: Read, marked: Mapping[str, pipeline.Marked], whole: bool = True) -> Rows:
    """The links inside the occurrences of a story: score and signals, and whether both claims share a point. Unless the
    story was marked ``whole``, only those of claims that both tell some point."""
    story, told = read
    model.eval()
    with torch.no_grad():
        rows = [
            (own.numpy(), sentence.numpy(), [pipeline.in_parts(w.numpy()) for w in words])
            for (own, sentence), words in zip(model.vectors(told), model.words(told), strict=True)
        ]
    parts: dict[str, list[int]] = {}
    for n, report in enumerate(story.reports):
        parts.setdefault(event(story, report.source), []).append(n)
    x: list[list[float]] = []
    y: list[bool] = []
    for numbers in parts.values():
        members = [marked[story.reports[n].source] for n in numbers]
        claims = [
            (c, told[n].points[k], rows[n], k)
            for n, m in zip(numbers, members, strict=True)
            for k, c in enumerate(m.claims)
        ]
        points = {c.id: p for c, p, _, _ in claims}
        none = np.zeros((0, model.width), np.float32)
        vectors = {c.id: Meaning(sentence[k], own[k], none, words[k]) for c, _, (own, sentence, words), k in claims}
        annotations = {m.article.id: m.annotations for m in members}
        slots = align.align([m.article for m in members], annotations, tuple(c for c, *_ in claims), vectors)
        article = {c.id: c.article for c, *_ in claims}
        for link in (link for slot in slots if slot.kind == "event" for link in slot.links):
            here, there = points[link.left], points[link.right]
            if article[link.left] != article[link.right] and (whole or (here and there)):
                values = {signal.name: signal.value for signal in link.signals}
                x.append([link.score, *(values.get(name, 0.0) for name in NAMES)])
                y.append(bool(here & there))
    return x, y


def event(story: Labelled, report: str) -> str:
    """The event of a report: NeuS's short reports of several events stand in one story."""
    return report.rsplit("-", 1)[0] if story.name.startswith("neus") else story.name


def fit_belonging(long: Sequence[Read], short: Sequence[Read], held: Sequence[Read], teller: Teller) -> None:
    """Weigh the links of all stories, long ones by halves, and write reconcile/belonging.toml."""
    topics = sorted({topic(story.name) for story, _ in long})
    half = {name: n % 2 for n, name in enumerate(np.random.default_rng(SEED).permutation(topics).tolist())}
    shipped = Upper(begin())
    rows = [ties(shipped, read, teller.marked) for read in short]
    for other in (0, 1):
        model = Upper(begun(DATA / "tagger.onnx"))  # what is shipped was trained on both halves
        train(model, [t for s, t in long if half[topic(s.name)] != other], EPOCHS, RATE, SEED, lambda _: None)
        rows += [ties(model, read, teller.marked) for read in long if half[topic(read[0].name)] == other]
    count = sum(len(y) for _, y in rows)
    rows += [ties(shipped, read, teller.marked, whole=False) for read in held]
    x, y = (
        np.array([link for links, _ in rows for link in links]),
        np.array([label for _, labels in rows for label in labels]),
    )
    weight = np.where(np.arange(len(y)) < count, 1.0, GOLD_WEIGHT)
    intercept, found, centre = regress(x, y.astype(np.int64), 0.1, weight)
    score, *each = (round(float(w), 4) for w in found)
    head = "# Made by tools/train_meaning.py; do not edit by hand. Log-odds a unit of each signal and of the score."
    lines = [head, f"intercept = {round(intercept - float(found @ centre), 4)}", f"score = {score}", "", "[weights]"]
    lines += [f'"{name}" = {weight}' for name, weight in zip(NAMES, each, strict=True)]
    BELONGING.write_text("\n".join(lines) + "\n", "utf-8")


def begin() -> Any:
    """The weights to begin with: the shipped ones."""
    return begun(DATA / "tagger.onnx", DATA / "meaning.onnx")


def lessons(
    folder: Path, teller: Teller, labels: Sequence[Sequence[Told]], texts: Sequence[Sequence[Article]]
) -> list[Floats]:
    """A teacher's vectors of the claims of all stories, those with labels first, on which it is trained."""
    from tagger.teacher import Teacher

    def claims(article: Article) -> list[Place]:
        return [(c.start, c.end) for c in teller.marked[article.source].claims]

    teacher = Teacher(folder)
    read = [
        [teacher.told(a.text, claims(a), told.points) for a, told in zip(articles, story, strict=True)]
        for articles, story in zip(texts, labels, strict=False)
    ]
    train(teacher, read, LESSONS, SLOWLY, SEED, lambda _: None)
    found = [teacher.taught(story) for story in read]
    for articles in texts[len(labels) :]:
        bare = ((a, claims(a)) for a in articles)
        found.append(teacher.taught([teacher.told(a.text, own, [frozenset()] * len(own)) for a, own in bare]))
    return found


def learn(teacher: Path, out: Path, teller: Teller, chosen: Sequence[Labelled], told: Sequence[Sequence[Told]]) -> None:
    """Train the layers of meaning as the labels and the teacher tell, and write them into ``out``."""
    folder = gold_folder()
    assert folder is not None
    bare = others(chosen)
    model, held = Upper(begin()), [reports for _, reports in gold(folder, teller)]
    more = [[teller.told(article, lambda _: frozenset()) for article in articles] for articles in bare]
    taught = lessons(teacher, teller, told, [*(s.reports for s in chosen), *bare])

    def show(epoch: int) -> None:
        precision, best = measured(model, held)
        print(f"gold after epoch {epoch}: average precision {precision:.3f}, best F1 {best:.3f}", flush=True)

    show(0)
    known = taught[: len(told)]
    train(model, [*told, *told, *more], EPOCHS, RATE, SEED, show, [*known, *known, *taught[len(told) :]])
    arrays = {k: v.detach().float().numpy() for k, v in model.state_dict().items()}
    export.write_upper(arrays, out / "meaning.onnx", out / "tagger.npz")
    print("weights", {p.name: p.stat().st_size for p in sorted(out.glob("meaning.*"))})


def main() -> int:
    """Train, measure on the gold after each epoch, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--teacher", type=Path, help="folder of all-mpnet-base-v2; without it the layers stay")
    parser.add_argument("--belonging", action="store_true", help="write reconcile/belonging.toml as well")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, default=DATA, help="folder of tagger.npz, that the weights are written to")
    args = parser.parse_args()
    folder = gold_folder()
    if folder is None or not (corpora.folder() / "ecbplus").is_dir():
        sys.exit("no gold or no corpora: set CROSSWIRE_GOLD and CROSSWIRE_CORPORA")
    torch.set_num_threads(args.threads)
    if not (args.teacher or args.belonging):
        parser.error("nothing to train: --teacher or --belonging")
    teller, chosen = Teller(), stories()
    told = labelled(teller, chosen)
    if args.teacher:
        learn(args.teacher, args.out, teller, chosen, told)
    if args.belonging:
        short = stories(SHORT)
        read = list(zip(short, labelled(teller, short), strict=True))
        fit_belonging(list(zip(chosen, told, strict=True)), read, gold(folder, teller), teller)
    return 0


if __name__ == "__main__":
    sys.exit(main())
