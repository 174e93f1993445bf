"""PolNeAR's articles as arrays for training: pieces, features, labels and links, and the teacher's vectors."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from crosswire import pipeline
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.engines.tagger_input import Pieces, pieces
from crosswire.records import Article, Parse
from crosswire.settings import Settings
from tagger.corpus import Gold, annotation_of, read_annotation, tokens_of

Integers = NDArray[np.int64]
B_SOURCE, B_CUE, B_CONTENT = 1, 3, 5


@dataclass(frozen=True)
class Sample:
    """One article: its pieces; a label for each token (0 outside, then begin and inside of source, cue, content);
    and each attribution's fragments as token ranges (source, cue, content)."""

    article: Article
    parse: Parse
    pieces: Pieces
    labels: Integers
    links: tuple[tuple[tuple[tuple[int, int], ...], ...], ...]
    gold: tuple[Gold, ...]


def fragments(indices: frozenset[int], parse: Parse) -> tuple[tuple[int, int], ...]:
    """Token indices as unbroken half-open ranges; white space between two does not break one."""
    found: list[list[int]] = []
    for i in sorted(indices):
        if found and all(not parse.tokens[k].text.strip() for k in range(found[-1][1], i)):
            found[-1][1] = i + 1
        else:
            found.append([i, i + 1])
    return tuple((a, b) for a, b in found)


def labelled(article: Article, parse: Parse, gold: tuple[Gold, ...], tokenizer: Tokenizer) -> Sample:
    """Make a sample of an article and its annotation."""
    labels = np.zeros(len(parse.tokens), dtype=np.int64)
    links = [tuple(fragments(tokens_of(s, parse), parse) for s in (g.source, g.cue, g.content)) for g in gold]
    for role, begin in ((2, B_CONTENT), (0, B_SOURCE), (1, B_CUE)):  # a cue wins over what it stands in
        for link in links:
            for a, b in link[role]:
                labels[a] = begin
                labels[a + 1 : b] = begin + 1
    for i in range(1, len(labels)):  # what a cue or source has cut goes on as a new beginning
        if labels[i] in (2, 4, 6) and labels[i - 1] not in (labels[i] - 1, labels[i]):
            labels[i] -= 1
    return Sample(article, parse, pieces(article, parse, tokenizer), labels, tuple(links), gold)


def load(folder: Path) -> list[tuple[Article, Parse, tuple[Gold, ...]]]:
    """Read and parse every article of a part of the corpus as Crosswire reads any file."""
    parser = SpacyParser()
    articles, _ = pipeline.gather(sorted(str(p) for p in (folder / "text").glob("*.txt")), Settings())
    return [(a, parser.parse(a), read_annotation(annotation_of(folder, Path(a.source).stem))) for a in articles]
