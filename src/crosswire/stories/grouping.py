"""Articles to stories: rare shared words find the pairs, average-link clustering the stories."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

import numpy as np

from crosswire.records import Annotations, Article, Story, content_id
from crosswire.stories.clustering import Matrix, average_link
from crosswire.stories.vectors import Vector, vector, weight
from crosswire.text.publication import order, published_within

# Average cosine at which two groups are one story. Odd topics of ECB+ (two similar events each),
# pairwise precision/recall: .20 .68/.98, .22 .69/.98, .25 .70/.95; BASIL triples (150 articles,
# much of it one subject): .20 .73/.99, .22 .78/.97, .25 .84/.95. Every gold cluster, taken alone,
# stays one story up to .29, so .22 keeps whole what a reporter put together. Even topics of ECB+,
# not looked at before: pairwise F1 .85 (.77/.94), B-cubed F1 .91.
SAME_STORY = 0.22
# In the gold and the examples 7 pairs of reports share over half of their runs of five words: 5 of
# them are at least this alike. Of the pairs that share under a quarter one is, a close rewrite.
COPIED = 0.75
# Two articles are compared when they share two of each one's heaviest words, those of at least
# this weight (in fewer than one of 33 passages). Of the pairs above the threshold this finds
# .998 in ECB+, all in BASIL and .986 in NeuS, among 1 of 32 of NeuS's pairs.
SIGNATURE_WORDS = 40
SIGNATURE_WEIGHT = 3.5
SHARED_WORDS = 2
# A word in more articles than this links each only to the next so many, in order of publication.
FULL_POSTING = 512
NEIGHBOURS = 128
# Likeness fades with the days between two dated articles. All three reports of a BASIL event lie
# within three days; some ECB+ events have follow-ups months later. Pairwise precision/recall by
# days in full and days to fade to 1/e: no fading, BASIL .78/.97, ECB+ (odd) .69/.98; 7 and 30,
# 1.0/.97 and .69/.93; 7 and 60, .94/.97 and .69/.97.
SAME_DAYS = 7.0
FADE_DAYS = 60.0
# More than likeness can change by rounding.
ROUNDING = 1e-5
# Columns of a matrix that are multiplied at a time, so that memory stays small.
BLOCK = 4096


def group(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> tuple[Story, ...]:
    """Group mixed articles into stories, the largest first; a lone article is a story of one.

    Likeness is the cosine of word vectors under fixed weights. Only articles that share heavy
    words are compared; groups are merged by average link (UPGMA) while they stay alike enough.
    The result depends neither on the order of the articles nor on other stories among them.
    """
    ordered = sorted(articles, key=order)
    vectors = [vector(article) for article in ordered]
    days = _days(ordered)
    found = []
    for component in _components(vectors, days):
        likeness = _likeness([vectors[i] for i in component], days[component])
        # A copy and its original count as one report in every average.
        mass = 1.0 / (likeness >= COPIED).sum(axis=1).clip(min=1)
        for rows in average_link(likeness, SAME_STORY, mass.tolist()):
            members = [ordered[component[row]] for row in rows]
            found.append(_story(members, likeness[np.ix_(rows, rows)], annotations))
    place = {article.id: number for number, article in enumerate(ordered)}
    return tuple(sorted(found, key=lambda story: (-len(story.articles), place[story.articles[0]])))


def _components(vectors: Sequence[Vector], days: Matrix) -> list[list[int]]:
    """Articles connected by pairs that are alike enough: no story reaches beyond one, since two
    groups whose average passes the threshold hold a pair that does."""
    root = list(range(len(vectors)))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for i, j in _candidates(vectors):
        a, b = find(i), find(j)
        if a == b or _cosine(vectors[i], vectors[j]) < SAME_STORY - ROUNDING:
            continue
        if _likeness([vectors[i], vectors[j]], days[[i, j]])[0, 1] >= SAME_STORY:
            root[max(a, b)] = min(a, b)
    members: dict[int, list[int]] = {}
    for i in range(len(vectors)):
        members.setdefault(find(i), []).append(i)
    return list(members.values())


def _candidates(vectors: Sequence[Vector]) -> list[tuple[int, int]]:
    """Pairs of articles that share enough of their heaviest words."""
    postings: dict[str, list[int]] = {}
    for i, weighed in enumerate(vectors):
        telling = (w for w in sorted(weighed, key=lambda w: (-weighed[w], w)) if weight(w) >= SIGNATURE_WEIGHT)
        for word in islice(telling, SIGNATURE_WORDS):
            postings.setdefault(word, []).append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for posting in postings.values():
        reach = len(posting) if len(posting) <= FULL_POSTING else NEIGHBOURS
        for place, i in enumerate(posting):
            shared.update((i, j) for j in posting[place + 1 : place + 1 + reach])
    return sorted(pair for pair, count in shared.items() if count >= SHARED_WORDS)


def _cosine(left: Vector, right: Vector) -> float:
    if len(right) < len(left):
        left, right = right, left
    return sum(value * right[word] for word, value in left.items() if word in right)


def _likeness(vectors: Sequence[Vector], days: Matrix) -> Matrix:
    """Cosines of all pairs, faded by the days between them, to six places: so far they do not
    depend on the order in which products are summed."""
    column = {word: k for k, word in enumerate(sorted({word for weighed in vectors for word in weighed}))}
    total = np.zeros((len(vectors), len(vectors)))
    for first in range(0, len(column), BLOCK):
        block = np.zeros((len(vectors), BLOCK))
        for row, weighed in enumerate(vectors):
            for word, value in weighed.items():
                if first <= column[word] < first + BLOCK:
                    block[row, column[word] - first] = value
        total += block @ block.T
    return np.round(total * _nearness(days), 6)


def _days(articles: Sequence[Article]) -> Matrix:
    """For each article the first and last day, as a number, on which it can have been published;
    not a number when nothing is stated."""
    within = [published_within(article) for article in articles]
    return np.array([[w[0].timestamp(), w[1].timestamp()] if w else [np.nan, np.nan] for w in within]) / 86400


def _nearness(days: Matrix) -> Matrix:
    """For all pairs how far their days let them tell of one event: 1 when near or not known."""
    gap = np.maximum(days[:, None, 0] - days[None, :, 1], days[None, :, 0] - days[:, None, 1])
    faded: Matrix = np.exp(-np.maximum(0.0, gap - SAME_DAYS) / FADE_DAYS)
    return np.where(np.isnan(gap), 1.0, faded)


def _story(members: list[Article], likeness: Matrix, annotations: Mapping[str, Annotations]) -> Story:
    by_centrality = sorted(
        zip(members, likeness.sum(axis=0), strict=True), key=lambda m: (-round(m[1], 6), order(m[0]))
    )
    central = by_centrality[0][0]
    ids = tuple(article.id for article in sorted(members, key=order))
    return Story(content_id("story", *sorted(ids)), _headline(central, annotations.get(central.id)), ids)


def _headline(article: Article, annotations: Annotations | None) -> str:
    """The article's title, or its first sentence, or its source when it has no words."""
    if article.title:
        return article.title
    for line in article.lines:
        if line.kind in ("title", "body"):
            sentences = annotations.parse.sentences if annotations else ()
            end = next((s.end for s in sentences if s.start >= line.start and s.end <= line.end), line.end)
            return " ".join(article.text[line.start : end].split())
    return article.source
