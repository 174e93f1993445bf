"""Which articles of a story copy which: shared passages, their share, their direction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import Literal

from crosswire.records import Annotations, Article, Copy, Passage
from crosswire.stories.credit import credited
from crosswire.stories.passages import Shared, passages
from crosswire.stories.quotes import quoted_spans
from crosswire.stories.shingles import GRAM, in_order, meetings, shingles, starts
from crosswire.stories.words import Word, covered, forms, words
from crosswire.text.origins import Families, same_outlet
from crosswire.text.publication import published_within

# Equal words, outside of quotations that both carry, that make a passage (the annotators' 12).
PASSAGE_WORDS = 12
# Equal words in a row, without an edit, that it has somewhere: formulas that everybody writes ("late on
# Monday, according to") are shorter. On the labelled pairs and the gold 4 to 6 find the same; 8 loses one
# of 25 of the gold.
UNBROKEN = 6
# Share of what one article says in its own voice that stands in the other, from which it is a near
# copy and rests on it. Precision/recall against the pairs labelled by reading (tests/copies, tuned on
# the odd topics of ECB+): .45 .91/.93, .48 .95/.91, .52 .98/.91, .56 .98/.88, .66 1.0/.61. In the gold
# clusters the two near copies have .74 and .89, the fullest of 25 others .61, .45, .39.
NEAR_COPY = 0.52
# One text is the other cut short when it has this share there, the other has this much less, and what
# they share begins at the longer one's top: reports are cut from the end. Where the longer one has a
# lead of its own, it may as well be the shorter one with more put in, and nothing tells which.
CONTAINED = 0.6
LARGER = 0.2
TOP = 12
# Words in a row of a near copy without any run of its giver's that are its own reporting: a sentence
# that an editor has merely put into other words is shorter.
OWN_WORDS = 30

Direction = Literal["time", "credit", "containment", "unknown"]


@dataclass(frozen=True, slots=True)
class _Text:
    """An article's body as words, and which of them are quoted."""

    article: Article
    annotations: Annotations | None
    words: list[Word]
    quoted: list[bool]


def copies(
    articles: Sequence[Article], annotations: Mapping[str, Annotations], families: Families = ()
) -> tuple[Copy, ...]:
    """Every pair of articles that share a passage of at least 12 equal words, giver and taker.

    A quotation that both carry is no copying: each may have heard it. The share counts the
    taker's body words in shared passages. ``articles`` must come in the story's order, which
    names the giver when nothing tells the direction. Pairs are found through an index of
    shingles, so that time grows with the articles and not with their pairs.
    """
    runs = shingles(forms(article, "body") for article in articles)
    text = cache(lambda number: _text(articles[number], annotations.get(articles[number].id)))
    order = cache(lambda number: in_order(runs[number]))
    found = []
    for i, j in meetings(runs):
        common = starts(runs[i], runs[j], order(j))
        shared = [passage for passage in passages(common, UNBROKEN) if passage.equal >= PASSAGE_WORDS]
        shared = [passage for passage in shared if _telling(passage, text(i), text(j))]
        if shared:
            found.append(_copy(text(i), text(j), shared, common, families))
    return tuple(found)


def _text(article: Article, annotations: Annotations | None) -> _Text:
    body = words(article, "body")
    return _Text(article, annotations, body, covered(quoted_spans(article, annotations), body))


def _telling(shared: Shared, left: _Text, right: _Text) -> bool:
    """Whether enough words stand in a row, over light edits, that are not a quotation in both. In
    pieces between quotations it takes twice as many: "he said" is how everyone quotes."""
    own = _own(shared, left, right)
    longest = max((len(list(run)) for is_own, run in groupby(own) if is_own), default=0)
    return longest >= PASSAGE_WORDS or sum(own) >= 2 * PASSAGE_WORDS


def _own(shared: Shared, left: _Text, right: _Text) -> list[bool]:
    """For each equal word of the passage whether it is more than a quotation that both carry."""
    return [
        not (left.quoted[run.left + k] and right.quoted[run.right + k])
        for run in shared.runs
        for k in range(run.length)
    ]


def _rests(left: _Text, right: _Text, shared: Sequence[Shared]) -> float:
    """The share of its own voice that one of the two has in common with the other, of the fuller
    one. What is all quotation is weighed as if half of it were not."""
    own = sum(sum(_own(passage, left, right)) for passage in shared)
    return max(own / max(len(text.words) / 2, text.quoted.count(False)) for text in (left, right))


def _copy(
    left: _Text, right: _Text, shared: Sequence[Shared], common: Sequence[tuple[int, int]], families: Families
) -> Copy:
    equal = sum(passage.equal for passage in shared)
    left_share, right_share = equal / len(left.words), equal / len(right.words)
    giver_is_left, direction = _direction(left, right, shared, families)
    giver, taker = (left, right) if giver_is_left else (right, left)
    spans = [(_span(left, *passage.left), _span(right, *passage.right)) for passage in shared]
    near = _rests(left, right, shared) >= NEAR_COPY
    taken = sorted({place[giver_is_left] for place in common})
    return Copy(
        giver=giver.article.id,
        taker=taker.article.id,
        share=round(right_share if giver_is_left else left_share, 4),
        kind="near-copy" if near else "shared-passages",
        direction=direction,
        passages=tuple(Passage(a, b) if giver_is_left else Passage(b, a) for a, b in spans),
        own=_own_stretches(taker, taken) if near else (),
    )


def _own_stretches(taker: _Text, taken: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The taker's stretches of OWN_WORDS or more, as offsets, that hold no run of the giver's words;
    ``taken`` is where such runs start, in order."""
    edges = [(0, 0), *((start, start + GRAM) for start in taken), (len(taker.words), len(taker.words))]
    gaps = [(before[1], after[0]) for before, after in pairwise(edges)]
    return tuple(_span(taker, first, last) for first, last in gaps if last - first >= OWN_WORDS)


def _direction(left: _Text, right: _Text, shared: Sequence[Shared], families: Families) -> tuple[bool, Direction]:
    """Whether the left text gave, and by what that was told: a credit line is the taker's own
    word; then the times of publication; then one text being the other cut short."""
    left_credits = _credits(left, right.article, families)
    if left_credits != _credits(right, left.article, families):
        return not left_credits, "credit"
    first, second = published_within(left.article), published_within(right.article)
    if first and second and (first[1] < second[0] or second[1] < first[0]):
        return first[1] < second[0], "time"
    equal = sum(passage.equal for passage in shared)
    left_share, right_share = equal / len(left.words), equal / len(right.words)
    if max(left_share, right_share) >= CONTAINED and abs(left_share - right_share) >= LARGER:
        left_is_longer = right_share > left_share
        if min((passage.left if left_is_longer else passage.right)[0] for passage in shared) < TOP:
            return left_is_longer, "containment"
    return True, "unknown"


def _credits(text: _Text, other: Article, families: Families) -> bool:
    if other.outlet is None or (text.article.outlet and same_outlet(text.article.outlet, other.outlet, families)):
        return False
    named = set(credited(text.article, families))
    if text.annotations:
        named.update(name for citation in text.annotations.citations for name in citation.on)
    return any(same_outlet(name, other.outlet, families) for name in sorted(named))


def _span(text: _Text, first: int, last: int) -> tuple[int, int]:
    return text.words[first].start, text.words[last - 1].end
