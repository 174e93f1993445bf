"""Re-reads a dossier: every span, chain, count and verdict step that can be worked out again."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.provenance.lineage import lineage_faults, read_lineage
from crosswire.provenance.points import point_faults
from crosswire.provenance.wordings import wording_faults
from crosswire.records import Article
from crosswire.text.origins import Origins

Document = Mapping[str, Any]
Reader = Callable[[str], Article | None]
"""Reads a source again; None when it is not at hand any more."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold: where in the dossier, and what is wrong there."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def verify(document: Document, read_source: Reader | None = None) -> tuple[Fault, ...]:
    """Return everything in a document (of the right shape) that does not hold; empty is good.

    With ``read_source`` the articles' sources are read again too: the bytes must have the same
    digest, and the text read from them must be the same, character for character. A source that
    is not at hand (None) is no fault."""
    found = [*_articles(document, read_source)]
    articles = {article["id"]: article for article in document["articles"]}
    for story in document["stories"]:
        found.extend(_story(story, articles))
    found.extend(_unique(document))
    return tuple(Fault(where, what) for where, what in found)


def _articles(document: Document, read_source: Reader | None) -> Iterator[tuple[str, str]]:
    for article in document["articles"]:
        size = len(article["text"])
        for line in article.get("lines", ()):
            if not 0 <= line["start"] < line["end"] <= size:
                yield article["source"], f"a line runs from {line['start']} to {line['end']} in a text of {size}"
        if read_source is not None and (again := read_source(article["source"])) is not None:
            if article.get("digest") not in (None, again.digest):
                yield article["source"], "the source has changed since: its bytes have another digest"
            elif again.text != article["text"]:
                yield article["source"], "the text is not what the source says: reading it again gives another"


def _story(story: Document, articles: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    where = f"story {story['id']}"
    for key in story["articles"]:
        if key not in articles:
            yield where, f"has the article {key!r}, which the dossier does not hold"
    known = {key: articles[key] for key in story["articles"] if key in articles}
    lineage = read_lineage(story["lineage"])
    outlets = {key: article["outlet"] for key, article in known.items() if article.get("outlet")}
    origins = Origins(lineage, outlets) if lineage is not None else None
    claims = {
        claim.get("id") for point in story["points"] for account in point["accounts"] for claim in account["claims"]
    }
    for point in story["points"]:
        for what in point_faults(point, known, origins, claims):
            yield f"point {point['id']} ({point['question']})", what
    for what in lineage_faults(story["lineage"], known):
        yield f"{where}, lineage", what
    for wording in story.get("wordings", ()):
        for what in wording_faults(wording, known, origins):
            yield f"wording {wording['id']}", what
    yield from ((f"{where}, names", what) for what in _names(story, known))
    yield from ((f"{where}, timeline", what) for what in _timeline(story))


def _names(story: Document, articles: Mapping[str, Document]) -> Iterator[str]:
    for name in story["names"]:
        for variant in name["variants"]:
            article = articles.get(variant["article"])
            if article is None:
                yield f"{name['canonical']!r} has a variant in {variant['article']!r}, which is not of the story"
            elif variant["text"] not in article["text"]:
                yield f"{variant['text']!r} does not stand in {article['source']}"


def _timeline(story: Document) -> Iterator[str]:
    points = {point["id"] for point in story["points"]}
    for entry in story["timeline"]:
        if entry["point"] not in points:
            yield f"{entry['stated']!r} leads to the point {entry['point']!r}, which the story does not have"
        if entry.get("start") and entry.get("end") and entry["start"] > entry["end"]:
            yield f"{entry['stated']!r} ends before it starts"


def _unique(document: Document) -> Iterator[tuple[str, str]]:
    kinds = {
        "article": [article["id"] for article in document["articles"]],
        "story": [story["id"] for story in document["stories"]],
        "point": [point["id"] for story in document["stories"] for point in story["points"]],
    }
    for kind, ids in kinds.items():
        yield from ((f"{kind} {key}", "the id stands twice") for key, count in Counter(ids).items() if count > 1)
    placed = Counter(key for story in document["stories"] for key in dict.fromkeys(story["articles"]))
    for key, count in placed.items():
        if count > 1:
            yield f"article {key}", f"stands in {count} stories"
