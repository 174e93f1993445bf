"""Who says what, measured on PolNeAR's dev part: rules alone, the tagger alone, both joined, and a peer.

    python tools/polnear.py            print the table, and put it into docs/quality.md
    python tools/polnear.py --check    write nothing; fail below a floor of tests/floors.toml

The corpus is looked for in $CROSSWIRE_CORPORA, then in ../shared/corpora beside the checkout. The peer, textacy's
direct quotations, is measured where textacy is installed (it is no dependency); elsewhere the page keeps the peer's
column, with when it was measured. Exact: the same words, all parts of a broken span counted as one; shared: F1 over
the words that both give the role.
"""

import argparse
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import corpora
from crosswire import annotate, pipeline
from crosswire.engines.spacy_parser import SpacyParser, load_pipeline
from crosswire.engines.tagger import SpeechReader, has_tagger
from crosswire.records import Article, Attribution, Parse, Utterance
from crosswire.settings import Settings
from page import PAGE, put
from quality import FLOORS
from tagger.corpus import Gold, annotation_of, read_annotation, tokens_of
from tagger.scoring import Triple, count, ratios

PEER = "textacy"
BEGIN, END = "<!-- polnear: begin (tools/polnear.py) -->", "<!-- polnear: end -->"
MEASURES = (
    ("source", "Source, exact"),
    ("cue", "Cue, exact"),
    ("content", "Content, exact"),
    ("content_words", "Content, shared words"),
    ("linked", "all three, exact"),
    ("linked_overlap", "all three, overlapping"),
)
Span = tuple[int, int]
Said = tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]  # source, cue, content as characters
Read = tuple[Article, Parse, tuple[Gold, ...]]


def corpus() -> Path | None:
    """Return PolNeAR's folder, or None where there is none."""
    folder = corpora.folder() / "polnear"
    return folder if (folder / "dev").is_dir() else None


def read(folder: Path, parser: SpacyParser, every: int = 1) -> Iterator[Read]:
    """Yield every n-th article of a part of the corpus, read and parsed as Crosswire reads any file, with its gold."""
    articles, _ = pipeline.gather([str(p) for p in sorted((folder / "text").glob("*.txt"))[::every]], Settings())
    for article in articles:
        gold = read_annotation(annotation_of(folder, Path(article.source).stem))
        yield article, parser.parse(article), gold


def of_attributions(attributions: Sequence[Attribution]) -> list[Said]:
    """Attributions as the corpus has them: one a cue, with the source that stands nearest to it."""
    by_cue: dict[Span, list[Attribution]] = {}
    for a in attributions:
        by_cue.setdefault((a.cue_start, a.cue_end), []).append(a)
    found: list[Said] = []
    for cue, parts in by_cue.items():
        contents = tuple(sorted({c for a in parts for c in a.contents}))
        near = sorted(parts[0].chain, key=lambda s: min(abs(s.end - cue[0]), abs(s.start - cue[1])))
        found.append((tuple((s.start, s.end) for s in near[:1]), (cue,), contents))
    return [f for f in found if f[2]]


def of_utterances(utterances: Sequence[Utterance]) -> list[Said]:
    """A tagger's utterances as the corpus has them."""
    return [(u.source, (u.cue,), u.content) for u in utterances]


def textacy_quotations(article: Article, parse: Parse) -> list[Said]:
    """The peer's direct quotations. Raises ImportError where it is not installed."""
    from textacy.extract import direct_quotations

    found: list[Said] = []
    for line in article.lines:
        if line.kind in ("body", "title"):
            doc = load_pipeline()(article.text[line.start : line.end])
            try:
                triples = list(direct_quotations(doc))
            except ValueError:  # it refuses a line whose marks do not pair
                continue
            for t in triples:
                spans = [
                    [(line.start + w.idx, line.start + w.idx + len(w)) for w in words] for words in (t.speaker, t.cue)
                ]
                content = (line.start + t.content.start_char, line.start + t.content.end_char)
                found.append((tuple(spans[0]), tuple(spans[1]), (content,)))
    return found


def triple(said: Said, parse: Parse) -> Triple:
    """Characters to tokens."""
    return tokens_of(said[0], parse), tokens_of(said[1], parse), tokens_of(said[2], parse)


def systems(reader: SpeechReader | None) -> dict[str, Callable[[Article, Parse], list[Said]]]:
    """What is measured, by its name in the table."""

    def rules(article: Article, parse: Parse) -> list[Said]:
        return of_attributions(annotate.annotate(article, parse).attributions)

    found: dict[str, Callable[[Article, Parse], list[Said]]] = {"rules alone": rules}
    if reader is not None:
        read_by = reader.read
        found["tagger alone"] = lambda article, parse: of_utterances(read_by(article, parse).utterances)
        found["joined"] = lambda article, parse: of_attributions(
            annotate.annotate(article, parse, read_by(article, parse).utterances).attributions
        )
    try:
        import textacy.extract  # noqa: F401

        found[f"{PEER} {version(PEER)}, {datetime.now(UTC):%B %Y}"] = textacy_quotations
    except ImportError:
        pass
    return found


def measure(articles: Sequence[Read], system: Callable[[Article, Parse], list[Said]]) -> Counter[str]:
    """Count a system's answers over articles."""
    total: Counter[str] = Counter()
    for article, parse, gold in articles:
        right = [triple((g.source, g.cue, g.content), parse) for g in gold]
        total += count(right, [triple(said, parse) for said in system(article, parse)])
    return total


def table(counts: dict[str, Counter[str]], articles: int, page: str = "") -> str:
    """The page's measured part in Markdown: F1, and precision and recall beneath. Where the peer was not measured now,
    its column is the page's own."""
    rows = [[f"{articles} articles", *counts], ["---"] * (len(counts) + 1)]
    for key, label in MEASURES:
        rows.append([label, *("{2:.3f} ({0:.2f} / {1:.2f})".format(*ratios(c, key)) for c in counts.values())])
    if not any(name.startswith(PEER) for name in counts):
        for row, cell in zip(rows, peer_column(page), strict=False):
            row.append(cell)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def peer_column(page: str) -> list[str]:
    """The peer's column of the table on the page, its head first; nothing where there is none."""
    stood = page.partition(BEGIN)[2].partition(END)[0]
    rows = [re.split(r" *\| *", line.strip("| ")) for line in stood.strip().splitlines()]
    at = next((n for n, head in enumerate(rows[0]) if head.startswith(PEER)), None) if rows else None
    return [] if at is None else [row[at] for row in rows]


def below(counts: dict[str, Counter[str]], floors: dict[str, dict[str, float]]) -> list[str]:
    """A line for each floor that is not reached."""
    found = []
    for name, wanted in floors.items():
        for key, floor in wanted.items():
            value = ratios(counts[name], key)[2] if name in counts else 0.0
            if value < floor:
                found.append(f"{name}, {key}: {value:.3f} is below the floor {floor:.3f}")
    return found


def main() -> int:
    """Measure; then write the page, or check the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail below a floor of tests/floors.toml")
    args = parser.parse_args()
    folder = corpus()
    if folder is None:
        print("polnear: SKIPPED, no corpus: set CROSSWIRE_CORPORA or put it into ../shared/corpora", file=sys.stderr)
        return 0
    articles = list(read(folder / "dev", SpacyParser()))
    counts = {
        name: measure(articles, system) for name, system in systems(SpeechReader() if has_tagger() else None).items()
    }
    measured = table(counts, len(articles), PAGE.read_text("utf-8"))
    print(measured)
    failures = below(counts, tomllib.loads(FLOORS.read_text("utf-8")).get("polnear", {}))
    for line in failures:
        print(f"polnear: {line}", file=sys.stderr)
    if not args.check:
        put(BEGIN, END, measured)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
