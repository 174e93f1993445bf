"""Articles to stories: rare shared words find the pairs, average-link clustering the stories."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from crosswire.records import Annotations, Article, Story, content_id
from crosswire.stories.vectors import vector
from crosswire.text.publication import order, published_within

# Average cosine at which two groups are one story. Odd topics of ECB+ (two similar events each),
# pairwise precision/recall: .20 .68/.98, .22 .69/.98, .25 .70/.95; BASIL triples (150 articles,
# much of it one subject): .20 .73/.99, .22 .78/.97, .25 .84/.95. Every gold cluster, taken alone,
# stays one story up to .29, so .22 keeps whole what a reporter put together. Even topics of ECB+,
# not looked at before: pairwise F1 .85 (.77/.94), B-cubed F1 .91.
SAME_STORY = 0.22
# An article's heaviest words, by which it finds candidates; 60 lose none of the pairs above the
# threshold in ECB+ and BASIL.
SIGNATURE_WORDS = 60
# A word in more articles than this links each only to its next neighbours.
FULL_POSTING = 256
NEIGHBOURS = 32
# Likeness fades with the days between two dated articles. All three reports of a BASIL event lie
# within three days; some ECB+ events have follow-ups months later. Pairwise precision/recall by
# days in full and days to fade to 1/e: no fading, BASIL .78/.97, ECB+ (odd) .69/.98; 7 and 30,
# 1.0/.97 and .69/.93; 7 and 60, .94/.97 and .69/.97.
SAME_DAYS = 7.0
FADE_DAYS = 60.0

Vector = Mapping[str, float]


def group(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> tuple[Story, ...]:
    """Group mixed articles into stories, the largest first; a lone article is a story of one.

    Likeness is the cosine of word vectors under fixed weights. Only articles that share a heavy
    word are compared; groups are merged by average link (UPGMA) while they stay alike enough.
    The result depends neither on the order of the articles nor on other stories among them.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    vectors = [vector(article) for article in ordered]
    stories = [
        _story([ordered[i] for i in members], likeness, annotations)
        for component in _components(ordered, vectors)
        for members, likeness in _clusters(ordered, vectors, component)
    ]
    dated = {article.id: order(article) for article in ordered}
    return tuple(sorted(stories, key=lambda story: (-len(story.articles), dated[story.articles[0]])))


def _components(articles: Sequence[Article], vectors: Sequence[Vector]) -> list[list[int]]:
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
        if a != b and _likeness(articles[i], articles[j], vectors[i], vectors[j]) >= SAME_STORY:
            root[max(a, b)] = min(a, b)
    members: dict[int, list[int]] = {}
    for i in range(len(vectors)):
        members.setdefault(find(i), []).append(i)
    return list(members.values())


def _candidates(vectors: Sequence[Vector]) -> list[tuple[int, int]]:
    """Pairs of articles that share one of their heaviest words."""
    postings: dict[str, list[int]] = {}
    for i, weighed in enumerate(vectors):
        for word in sorted(weighed, key=lambda w: (-weighed[w], w))[:SIGNATURE_WORDS]:
            postings.setdefault(word, []).append(i)
    pairs: set[tuple[int, int]] = set()
    for posting in postings.values():
        reach = len(posting) if len(posting) <= FULL_POSTING else NEIGHBOURS
        for place, i in enumerate(posting):
            pairs.update((i, j) for j in posting[place + 1 : place + 1 + reach])
    return sorted(pairs)


def _likeness(a: Article, b: Article, left: Vector, right: Vector) -> float:
    """Cosine of two articles, faded by the days between them where both are dated."""
    if len(right) < len(left):
        left, right = right, left
    cosine = sum(value * right[word] for word, value in sorted(left.items()) if word in right)
    return round(cosine * _nearness(a, b), 6)


def _nearness(a: Article, b: Article) -> float:
    first, second = published_within(a), published_within(b)
    if first is None or second is None:
        return 1.0
    gap = max(first[0] - second[1], second[0] - first[1]).total_seconds() / 86400
    return float(np.exp(-max(0.0, gap - SAME_DAYS) / FADE_DAYS))


def _clusters(
    articles: Sequence[Article], vectors: Sequence[Vector], component: list[int]
) -> list[tuple[list[int], NDArray[np.float64]]]:
    """Average-link clusters of one component, each with its own matrix of likeness."""
    if len(component) == 1:
        return [(component, np.ones((1, 1)))]
    words = sorted({word for i in component for word in vectors[i]})
    column = {word: k for k, word in enumerate(words)}
    matrix = np.zeros((len(component), len(words)))
    for row, i in enumerate(component):
        matrix[row, [column[word] for word in vectors[i]]] = list(vectors[i].values())
    near = np.array([[_nearness(articles[i], articles[j]) for j in component] for i in component])
    likeness = np.round(matrix @ matrix.T * near, 6)
    return [
        ([component[k] for k in rows], likeness[np.ix_(rows, rows)]) for rows in _average_link(likeness, SAME_STORY)
    ]


def _average_link(likeness: NDArray[np.float64], threshold: float) -> list[list[int]]:
    """Merge the two most alike groups until none reach the threshold; rows in ascending order."""
    alike = likeness.copy()
    np.fill_diagonal(alike, -1.0)
    groups = {i: [i] for i in range(len(alike))}
    while len(groups) > 1:
        i, j = sorted(int(k) for k in np.unravel_index(int(alike.argmax()), alike.shape))
        if alike[i, j] < threshold:
            break
        a, b = len(groups[i]), len(groups[j])
        merged = (alike[i] * a + alike[j] * b) / (a + b)
        alike[i], alike[:, i] = merged, merged
        alike[i, i] = -1.0
        alike[j], alike[:, j] = -1.0, -1.0
        for k in range(len(alike)):
            if k not in groups or k == j:
                alike[i, k] = alike[k, i] = -1.0
        groups[i] += groups.pop(j)
    return [sorted(rows) for rows in groups.values()]


def _story(members: list[Article], likeness: NDArray[np.float64], annotations: Mapping[str, Annotations]) -> Story:
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
