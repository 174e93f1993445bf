"""Re-reads one utterance: its versions stand in articles of the story, what differs stands in them, origins add up."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from crosswire.provenance.points import chain_faults
from crosswire.text.origins import Origins

Document = Mapping[str, Any]


def wording_faults(wording: Document, articles: Mapping[str, Document], origins: Origins | None) -> Iterator[str]:
    """Yield what does not hold in an utterance. ``articles`` are the story's, by id; ``origins`` counts
    its roots (None when the document does not list the origins)."""
    versions = wording["versions"]
    told = [version["article"] for version in versions]
    if len(told) < 2 or len(set(told)) != len(told):
        yield "an utterance takes two versions, each of another article"
    for version in versions:
        article = articles.get(version["article"])
        if article is None:
            yield f"a version is of the article {version['article']!r}, which is not of the story"
            continue
        start, end = version["start"], version["end"]
        where = f"{article['source']} {start}:{end}"
        if not 0 <= start < end <= len(article["text"]):
            yield f"{where} lies outside of the text"
        elif not version["said_by"]:
            yield f"{where} is said by nobody"
        edges = [start, *(edge for stretch in version["differs"] for edge in stretch), end]
        if any(len(stretch) != 2 for stretch in version["differs"]) or any(a > b for a, b in pairwise(edges)):
            yield f"{where}: what differs does not stand in it"
        yield from chain_faults(version, article, where)
    if origins is not None:
        rooted = [(v["article"], v["start"], v["end"], tuple(v["said_by"])) for v in versions]
        if wording["origins"] != (count := origins.of(rooted)):
            yield f"says {wording['origins']} origins; its versions have {count}"
