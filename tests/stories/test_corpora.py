"""Grouping and copies on the research corpora and the gold clusters: floors that never go down."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import build
import pytest

import copies
import corpora
from crosswire.records import Article
from crosswire.stories import group, trace

SHARED = Path(__file__).resolve().parents[3] / "shared"
CORPORA = corpora.folder()
GOLD = Path(os.environ.get("CROSSWIRE_GOLD", SHARED / "gold"))

pytestmark = pytest.mark.corpora
needs_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason=f"no research corpora at {CORPORA}")
needs_gold = pytest.mark.skipif(not GOLD.is_dir(), reason=f"no gold clusters at {GOLD}")


def ecb_plus(parity: int) -> Iterator[tuple[Article, str]]:
    """Articles of ECB+ topics of this parity, each with the event (half of a topic) that it tells of."""
    for topic, article in copies.ecb_plus(addresses=True):
        if topic % 2 == parity:
            yield article, str(topic) + article.source.lstrip("0123456789_")


def basil() -> Iterator[tuple[Article, str]]:
    """BASIL's articles, dated, each with its event."""
    return ((article, event) for event, article in copies.basil())


def pairwise(labelled: list[tuple[Article, str]]) -> tuple[float, float]:
    """Precision and recall over pairs of articles held to tell of one event."""
    label = {article.id: event for article, event in labelled}
    stories = group([article for article, _ in labelled], {})
    met = sum(n * (n - 1) // 2 for s in stories for n in Counter(label[key] for key in s.articles).values())
    said = sum(len(s.articles) * (len(s.articles) - 1) // 2 for s in stories)
    true = sum(n * (n - 1) // 2 for n in Counter(label.values()).values())
    return met / said, met / true


@needs_corpora
@pytest.mark.parametrize(
    ("corpus", "precision", "recall"),
    [("ecb-odd", 0.65, 0.95), ("ecb-even", 0.73, 0.92), ("basil", 0.92, 0.95)],
)
def test_grouping(corpus: str, precision: float, recall: float) -> None:
    labelled = list(basil() if corpus == "basil" else ecb_plus(parity=corpus == "ecb-odd"))
    if not labelled:
        pytest.skip(f"{corpus} is not among the corpora")
    measured = pairwise(labelled)
    assert measured[0] >= precision
    assert measured[1] >= recall


def three_of_each(labelled: Iterator[tuple[Article, str]]) -> list[list[Article]]:
    """Three articles of each event, in the order of the events."""
    events: dict[str, list[Article]] = {}
    for article, event in labelled:
        events.setdefault(event, []).append(article)
    return [events[event][:3] for event in sorted(events)]


@needs_corpora
@pytest.mark.parametrize(
    ("corpus", "whole", "apart"), [("ecb-odd", 0.95, 0.93), ("ecb-even", 0.97, 0.97), ("basil", 1.0, 0.97)]
)
def test_few_articles_of_one_event_are_one_story_and_of_two_are_two(corpus: str, whole: float, apart: float) -> None:
    events = three_of_each(basil() if corpus == "basil" else ecb_plus(parity=corpus == "ecb-odd"))
    if not events:
        pytest.skip(f"{corpus} is not among the corpora")
    assert sum(len(group(articles, {})) == 1 for articles in events) >= whole * len(events)
    far = len(events) // 2  # the halves of a topic of ECB+ stand side by side
    pairs = [events[n] + events[n - far] for n in range(len(events))]
    assert sum(len(group(articles, {})) > 1 for articles in pairs) >= apart * len(pairs)


def cluster(folder: Path) -> list[Article]:
    return [build.article(path.read_text(encoding="utf-8"), path.stem) for path in sorted(folder.glob("*.txt"))]


@needs_gold
def test_each_gold_cluster_is_one_story() -> None:
    folders = sorted(path.parent for path in GOLD.glob("*/gold.json"))
    assert [f.name for f in folders if len(group(cluster(f), {})) != 1] == []


@needs_gold
def test_copies_of_the_gold_clusters() -> None:
    right = said = true = 0
    for path in sorted(GOLD.glob("*/gold.json")):
        articles = cluster(path.parent)
        stem = {article.id: article.source for article in articles}
        found = {frozenset((stem[c.giver], stem[c.taker])) for c in trace(articles, {}).copies}
        wanted = {frozenset(c["docs"]) for c in json.loads(path.read_text(encoding="utf-8")).get("copies", [])}
        assert found <= {frozenset(pair) for pair in combinations(stem.values(), 2)}
        right, said, true = right + len(found & wanted), said + len(found), true + len(wanted)
    assert right / said >= 0.95
    assert right / true >= 0.9
