"""Articles to stories: rare shared words find the pairs, average-link clustering the stories."""

from collections.abc import Mapping, Sequence

import numpy as np

from crosswire.records import Annotations, Article, Story, content_id
from crosswire.stories.clustering import Matrix, average_link, connected
from crosswire.stories.rows import Rows, candidates, cosines, likeness, rows
from crosswire.stories.vectors import vector
from crosswire.text.publication import order, published_within

# Average cosine at which two groups are one story. Odd topics of ECB+ (two similar events each),
# pairwise precision/recall: .20 .68/.98, .22 .69/.98, .25 .70/.95; BASIL triples (150 articles,
# much of it one subject): .20 .73/.99, .22 .78/.97, .25 .84/.95. Every gold cluster, taken alone,
# stays one story up to .29, so .22 keeps whole what a reporter put together. Even topics of ECB+,
# not looked at before: pairwise F1 .85 (.77/.94), B-cubed F1 .91.
SAME_STORY = 0.22
# No more than FEW articles were mostly put together by somebody who takes them for one event, and need be no more alike
# than this. Of events given alone, .22 leaves 68 in 100 triples of short leads whole (277 of NeuS), 95 of BASIL and 91
# of ECB+; .14 leaves 82, 100 and 96, .12 leaves 86, 100 and 96. Two unrelated events given together are one story in
# none to 7 of 1,000, either way; two similar ones (the twins of ECB+'s topics, three reports each) in 10 of 18 at .12,
# in 8 at .22.
ALONE = 0.12
FEW = 12
# In the gold and the examples 7 pairs of reports share over half of their runs of five words: 5 of
# them are at least this alike. Of the pairs that share under a quarter one is, a close rewrite.
COPIED = 0.75
# Likeness fades with the days between two dated articles. All three reports of a BASIL event lie
# within three days; some ECB+ events have follow-ups months later. Pairwise precision/recall by
# days in full and days to fade to 1/e: no fading, BASIL .78/.97, ECB+ (odd) .69/.98; 7 and 30,
# 1.0/.97 and .69/.93; 7 and 60, .94/.97 and .69/.97.
SAME_DAYS = 7.0
FADE_DAYS = 60.0
# More than likeness can change by rounding.
ROUNDING = 1e-5
# Articles connected by pairs that are alike are clustered together up to this many, for which the
# matrix of all pairs takes 32 MB; more are first parted where pairs are less alike, step by step,
# until what is left are copies of one text.
LARGEST = 2000
STEP = 0.02


def group(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> tuple[Story, ...]:
    """Group mixed articles into stories, the largest first; a lone article is a story of one.

    Likeness is the cosine of word vectors under fixed weights. Only articles that share heavy
    words are compared; groups are merged by average link (UPGMA) while they stay alike enough.
    The result depends neither on the order of the articles nor, of more than FEW, on other stories among them.
    """
    ordered = sorted(articles, key=order)
    table = rows([vector(article) for article in ordered])
    days = _days(ordered)
    found = []
    least = ALONE if len(ordered) <= FEW else SAME_STORY
    for component in _components(table, days, least):
        if len(component) > LARGEST:
            found.append(_story([ordered[i] for i in component], np.zeros((1, len(component))), annotations))
            continue
        alike = np.round(likeness(table, component) * _nearness(days[component]), 6)
        # A copy and its original count as one report in every average.
        mass = 1.0 / (alike >= COPIED).sum(axis=1).clip(min=1)
        for members in average_link(alike, least, mass.tolist()):
            told = [ordered[component[row]] for row in members]
            found.append(_story(told, alike[np.ix_(members, members)], annotations))
    place = {article.id: number for number, article in enumerate(ordered)}
    return tuple(sorted(found, key=lambda story: (-len(story.articles), place[story.articles[0]])))


def _components(table: Rows, days: Matrix, least: float) -> list[list[int]]:
    """Articles connected by pairs that are alike enough: no story reaches beyond one, since two
    groups whose average passes the threshold hold a pair that does."""
    pairs = candidates(table)
    alike = cosines(table, pairs) * _nearness_of(days[pairs[:, 0]], days[pairs[:, 1]])
    parts, bound = [list(range(len(days)))], least - ROUNDING
    done: list[list[int]] = []
    while parts and bound < COPIED:
        kept = alike >= bound
        pairs, alike = pairs[kept], alike[kept]
        joined = connected(parts, pairs.tolist())
        done += [part for part in joined if len(part) <= LARGEST]
        parts, bound = [part for part in joined if len(part) > LARGEST], bound + STEP
    return sorted(done + parts)


def _days(articles: Sequence[Article]) -> Matrix:
    """For each article the first and last day, as a number, on which it can have been published;
    not a number when nothing is stated."""
    within = [published_within(article) for article in articles]
    spans = [[w[0].timestamp(), w[1].timestamp()] if w else [np.nan, np.nan] for w in within]
    return np.array(spans, dtype=np.float64).reshape(-1, 2) / 86400


def _nearness(days: Matrix) -> Matrix:
    """For all pairs how far their days let them tell of one event: 1 when near or not known."""
    return _nearness_of(days[:, None], days[None, :])


def _nearness_of(left: Matrix, right: Matrix) -> Matrix:
    gap = np.maximum(left[..., 0] - right[..., 1], right[..., 0] - left[..., 1])
    faded: Matrix = np.exp(-np.maximum(0.0, gap - SAME_DAYS) / FADE_DAYS)
    return np.where(np.isnan(gap), 1.0, faded)


def _story(members: list[Article], alike: Matrix, annotations: Mapping[str, Annotations]) -> Story:
    by_centrality = sorted(zip(members, alike.sum(axis=0), strict=True), key=lambda m: (-round(m[1], 6), order(m[0])))
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
