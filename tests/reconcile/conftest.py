"""Slots filled from invented sentences, read by the real parser, one article a sentence."""

from collections.abc import Callable, Sequence
from functools import cache

import pytest

from crosswire.annotate import annotate
from crosswire.claims import extract
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.reconcile import reconcile
from crosswire.records import (
    Annotations,
    Argument,
    Article,
    Claim,
    Filler,
    Line,
    Lineage,
    Link,
    Origin,
    Point,
    PointKind,
    Quantity,
    Signal,
    Slot,
    TimeExpression,
    content_id,
)

Row = str | tuple[str, str | None] | tuple[str, str | None, str | None]
"""A sentence, then when it was published, then by which outlet."""


@cache
def read(text: str, published: str | None, outlet: str | None) -> tuple[Article, Annotations, tuple[Claim, ...]]:
    key = content_id("article", text, published, outlet)
    lines = (Line(0, len(text), "body"),)
    source = f"{outlet or key}.txt"
    article = Article(key, source, text, outlet, None, None, published, None, "en", None, lines, "0")
    annotations = annotate(article, SpacyParser().parse(article))
    return article, annotations, extract(article, annotations)


@pytest.fixture(name="read", scope="session")
def reader() -> Callable[..., tuple[Article, Annotations, tuple[Claim, ...]]]:
    """A function from a sentence, its time and its outlet to the report, its marks and its claims."""
    return read


def _fill(claims: Sequence[Claim], kind: PointKind, role: str) -> Filler:
    """The first filling of a kind that a claim of the sentence holds."""
    for claim in claims:
        fillings: list[Quantity | TimeExpression | Argument | None] = []
        if kind in ("count", "quantity", "money", "duration"):
            same = {"count": ("count",), "money": ("money",), "duration": ("duration",)}
            fillings = [q for q in claim.quantities if kind not in same or q.kind in same[kind]]
        elif kind in ("date", "time"):
            fillings = [t for t in claim.times if t.kind in ("date", "time")]
        elif kind in ("actor", "place"):
            fillings = [a for a in claim.arguments if a.role == (role if kind == "actor" else "place")]
        else:
            fillings = [None]
        if fillings:
            return Filler(claim, fillings[0])
    raise AssertionError(f"nothing of kind {kind} in {[c.text for c in claims]}")


def _link(left: Claim, right: Claim, score: float) -> Link:
    """A link with the signals of two claims that share their words."""
    values = {"one's words in the other": 0.6, "shared words": 0.6, "weight of shared words": 1.0}
    values |= {"meaning of the clauses": 1.0, "meaning word by word": 1.0}
    signals = tuple(Signal(name, value, 0.0, "") for name, value in values.items())
    return Link(left.id, right.id, score, signals)


@pytest.fixture(scope="session")
def judged() -> Callable[..., Point]:
    """A function from a kind and sentences of different reports to the point that they make."""

    def run(kind: PointKind, *rows: Row, about: str | None = None, score: float = 0.9, role: str = "agent") -> Point:
        full = [(row, None, None) if isinstance(row, str) else (*row, None, None)[:3] for row in rows]
        texts = [read(str(text), published, outlet) for text, published, outlet in full]
        articles = tuple(article for article, _, _ in texts)
        fillers = tuple(_fill(claims, kind, role) for _, _, claims in texts)
        noun = next((f.filling.noun for f in fillers if isinstance(f.filling, Quantity) and f.filling.noun), "")
        links = tuple(_link(a.claim, b.claim, score) for n, a in enumerate(fillers) for b in fillers[n + 1 :])
        origins = tuple(Origin(content_id("origin", a.id), (a.id,), "alone") for a in articles)
        slot = Slot("occ-1", kind, noun if about is None else about, fillers, links)
        lineage = Lineage((), (), origins)
        points = reconcile([slot], articles, lineage, (), annotations={a.id: n for a, n, _ in texts})
        kinds = {kind} if kind != "event" else {"event", "polarity", "status"}
        (point,) = [
            point for point in points if point.kind in kinds and (point.kind == kind or point.verdict != "agree")
        ]
        return point

    return run


@pytest.fixture(scope="session")
def read_text() -> Callable[[str], tuple[Article, Annotations, tuple[Claim, ...]]]:
    """A function from a text to the article that it makes, its annotations and its claims."""
    return lambda text: read(text, None, None)
