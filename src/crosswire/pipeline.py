"""The stages in order: start reading here.

map (an article at a time)     capture -> article -> annotations -> claims
group (the gathering step)     articles -> stories
map (a story at a time)        claims -> slots -> points, lineage, silences, timeline
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from crosswire import acquire, align, annotate, claims, read, reconcile, stories
from crosswire.errors import NothingReadable
from crosswire.ports import WHOLE, Encoder, Meaning, Parser, Progress, Reader, Reading, Vectors, Words
from crosswire.records import Annotations, Article, Claim, Dossier, Parse, Story, StoryFindings, Unreadable, Utterance
from crosswire.settings import Settings
from crosswire.text.publication import order

SIGNS = frozenset({"PUNCT", "SPACE"})
AHEAD = 2  # articles that are parsed before the first of them must have been read


@dataclass(frozen=True, slots=True)
class Marked:
    """An article with all that was found in it alone."""

    article: Article
    annotations: Annotations
    claims: tuple[Claim, ...]


def _silent(stage: str, done: int, total: int) -> None:
    """The progress of a caller that asked for none."""


def compare(
    inputs: Sequence[str],
    settings: Settings | None = None,
    stdin: bytes | None = None,
    progress: Progress | None = None,
) -> Dossier:
    """Read the inputs (files, folders, ``-``, http(s) addresses) and reconcile what they report.

    Returns the dossier; what could not be read stands in its ``unreadable``. Raises
    NothingReadable when no input gave an article, MissingModel when a model is not installed."""
    from crosswire.engines.spacy_parser import SpacyParser

    settings = settings or Settings()
    articles, unreadable = gather(inputs, settings, stdin)
    if not articles:
        reasons = "\n".join(f"{u.source}: {u.error}" for u in unreadable)
        raise NothingReadable(reasons or "no input was given")
    return compare_articles(articles, unreadable, SpacyParser(), default_reader(settings), settings, progress)


def default_reader(settings: Settings) -> Reader:
    """The tagger, whose one pass also gives the vectors; where its weights are absent or the
    settings ask for rules alone, the encoder."""
    from crosswire.engines.minilm import EncoderReader, MiniLmEncoder
    from crosswire.engines.tagger import SpeechReader, has_tagger

    return SpeechReader() if settings.tagger and has_tagger() else EncoderReader(MiniLmEncoder())


def gather(
    inputs: Sequence[str], settings: Settings, stdin: bytes | None = None
) -> tuple[tuple[Article, ...], tuple[Unreadable, ...]]:
    """Acquire and read the inputs: the articles, and what gave none with the reason."""
    articles: dict[str, Article] = {}
    unreadable: list[Unreadable] = []
    for capture in acquire.captures(inputs, settings, stdin):
        result = capture if isinstance(capture, Unreadable) else read.read(capture, settings)
        if isinstance(result, Unreadable):
            unreadable.append(result)
        elif result.id in articles:
            twin = articles[result.id].source
            unreadable.append(Unreadable(result.source, f"the same article as {twin}; counted once"))
        else:
            articles[result.id] = result
    return tuple(articles.values()), tuple(sorted(set(unreadable), key=lambda u: (u.source, u.error)))


def compare_articles(
    articles: Iterable[Article],
    unreadable: tuple[Unreadable, ...],
    parser: Parser,
    reader: Reader | Encoder,
    settings: Settings,
    progress: Progress | None = None,
) -> Dossier:
    """Reconcile articles that were read already. The order of ``articles`` does not matter. With an
    Encoder for a reader, attributions are found by rules alone."""
    from crosswire.engines.minilm import EncoderReader

    tell = progress or _silent
    reader = reader if isinstance(reader, Reader) else EncoderReader(reader)
    ordered = sorted(articles, key=order)
    marked, vectors = read_all(ordered, parser, reader, settings, tell)
    grouped = stories.group(tuple(ordered), {key: m.annotations for key, m in marked.items()})
    findings = []
    for number, story in enumerate(grouped):
        tell("comparing", number, len(grouped))
        findings.append(find(story, marked, vectors, settings))
    tell("comparing", len(grouped), len(grouped))
    return Dossier(tuple(ordered), unreadable, tuple(findings))


def mark(article: Article, parser: Parser) -> Marked:
    """Annotate one article by rules alone and extract its claims."""
    return marked_with(article, parser.parse(article), ())


def marked_with(article: Article, parse: Parse, utterances: Sequence[Utterance]) -> Marked:
    """Annotate one parsed article with what a tagger marked in it, and extract its claims."""
    annotations = annotate.annotate(article, parse, utterances)
    return Marked(article, annotations, claims.extract(article, annotations))


def read_all(
    articles: Sequence[Article], parser: Parser, reader: Reader, settings: Settings, tell: Progress
) -> tuple[dict[str, Marked], dict[str, Meaning]]:
    """Parse and mark each article; the reader works on other threads meanwhile, an article or two
    behind the parser, and what those have not begun when its turn comes is read at once. Returns the
    marks by article id and, where there is more than one article to compare, the vectors by claim id."""
    marked: dict[str, Marked] = {}
    jobs: list[Future[dict[str, Meaning]]] = []
    with ThreadPoolExecutor(max(1, settings.threads - 1)) as pool:

        def finish(article: Article, parse: Parse, reading: Future[Reading]) -> None:
            found = reader.read(article, parse) if reading.cancel() else reading.result()
            marked[article.id] = marked_with(article, parse, found.utterances)
            if len(articles) > 1:
                jobs.append(pool.submit(encode_article, marked[article.id], found))

        waiting: deque[tuple[Article, Parse, Future[Reading]]] = deque()
        for number, article in enumerate(articles):
            tell("reading", number, len(articles))
            parse = parser.parse(article)
            waiting.append((article, parse, pool.submit(reader.read, article, parse)))
            if len(waiting) > AHEAD:
                finish(*waiting.popleft())
        while waiting:
            finish(*waiting.popleft())
        tell("reading", len(articles), len(articles))
        vectors: dict[str, Meaning] = {}
        for number, job in enumerate(jobs):
            tell("encoding", number, len(jobs))
            vectors |= job.result()
        tell("encoding", len(jobs), len(jobs))
    return marked, vectors


def encode_article(marked: Marked, reading: Reading) -> dict[str, Meaning]:
    """What one article's claims tell as vectors, by claim id. Quantities that nothing surrounds on a side have nought
    there."""
    parse = marked.annotations.parse
    claims_in: dict[int, list[Claim]] = {}
    for claim in marked.claims:
        claims_in.setdefault(claim.sentence, []).append(claim)
    around = {
        c.id: [side for at in align.figures_of(c) for side in align.surroundings(parse, *at)] for c in marked.claims
    }
    words = {c.id: words_of(c, parse) for c in marked.claims}
    asked = []
    for number, inside in claims_in.items():
        sentence = parse.sentences[number]
        spans = [s for c in inside for s in ((c.start, c.end), *words[c.id], *around[c.id]) if s]
        asked.append(((sentence.start, sentence.end), spans))
    vectors: dict[str, Meaning] = {}
    for found, inside in zip(reading.vectors(asked), claims_in.values(), strict=True):
        rows = iter(found[1:])
        for c in inside:
            own = next(rows)
            told = [next(rows) for _ in words[c.id]]
            sides = [next(rows) if side else np.zeros_like(own) for side in around[c.id]]
            around_it, by_word = (np.array(part).reshape(-1, own.size) for part in (sides, told))
            vectors[c.id] = Meaning(found[0], own, around_it, in_parts(by_word))
    return vectors


def words_of(claim: Claim, parse: Parse) -> list[tuple[int, int]]:
    """The places of a claim's words: its tokens that are no signs."""
    sentence = parse.sentences[claim.sentence]
    inside = (t for t in parse.tokens[sentence.first : sentence.last] if claim.start <= t.start and t.end <= claim.end)
    return [(t.start, t.end) for t in inside if t.pos not in SIGNS]


def in_parts(rows: Vectors) -> Words:
    """Unit vectors in whole parts; see ports.Meaning."""
    return np.clip(np.rint(rows * WHOLE), -127, 127).astype(np.int8)


def find(
    story: Story, marked: Mapping[str, Marked], vectors: Mapping[str, Meaning], settings: Settings | None = None
) -> StoryFindings:
    """Reconcile one story; a story of one article has nothing to be aligned with."""
    members = [marked[key] for key in story.articles]
    articles = tuple(m.article for m in members)
    annotations = {m.article.id: m.annotations for m in members}
    claims_of = tuple(claim for m in members for claim in m.claims)
    known = vectors if len(members) > 1 else {}
    lineage = stories.trace(articles, annotations, (settings or Settings()).families)
    names = align.join_names(articles, annotations)
    slots = align.align(articles, annotations, claims_of, known)
    points = reconcile.reconcile(slots, articles, lineage, names, annotations=annotations, vectors=known)
    timeline = reconcile.timeline(points, claims_of)
    wordings = reconcile.wordings(articles, annotations, names, lineage)
    return StoryFindings(story, points, lineage, names, timeline, wordings)
