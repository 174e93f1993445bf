"""Re-reads a story's lineage: copies that share words, reliance that stands in the text, origins that add up."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from crosswire.provenance.points import words
from crosswire.records import Copy, Lineage, Origin, OutletFamily, Passage, Reliance

Document = Mapping[str, Any]
SHARED = 0.5
"""The least part of the shorter passage's words that the other must hold too. Passages are found
verbatim or lightly edited; two unrelated news sentences of a story share about a fifth to a third
of their words (articles, prepositions, the names), so that half tells them apart with room."""


def read_lineage(lineage: Document) -> Lineage | None:
    """Return a document's lineage as a record again, as far as it is sound; None when it does not
    list its origins."""
    groups = lineage.get("origin_groups")
    if groups is None:
        return None
    return Lineage(
        copies=tuple(
            Copy(
                copy["from"], copy["to"], copy["share"], copy.get("kind", "shared-passages"),
                copy.get("direction", "unknown"),
                tuple(
                    Passage((p["from"][0], p["from"][1]), (p["to"][0], p["to"][1]))
                    for p in copy["passages"] if len(p["from"]) == len(p["to"]) == 2
                ),
                tuple((own[0], own[1]) for own in copy.get("own", ()) if len(own) == 2),
            )
            for copy in lineage["copies"]
        ),
        reliance=tuple(
            Reliance(item["article"], tuple(item["on"]), item["start"], item["end"]) for item in lineage["reliance"]
        ),
        origins=tuple(Origin(group["id"], tuple(group["articles"]), group["reason"]) for group in groups),
        families=tuple(
            OutletFamily(tuple(family["names"]), family["agency"]) for family in lineage.get("families", ())
        ),
        outlets=tuple(lineage.get("outlets", ())),
    )  # fmt: skip


def lineage_faults(lineage: Document, articles: Mapping[str, Document]) -> Iterator[str]:
    """Yield what does not hold in the lineage of a story with these articles (by id)."""
    for copy in lineage["copies"]:
        yield from _copy(copy, articles)
    for item in lineage["reliance"]:
        article = articles.get(item["article"])
        if article is None:
            yield f"reliance of {item['article']!r}, which is not of the story"
        elif not 0 <= item["start"] < item["end"] <= len(article["text"]):
            yield f"{article['source']} {item['start']}:{item['end']} lies outside of the text"
        elif not item["on"] or not all(name.strip() for name in item["on"]):
            yield f"{article['source']} {item['start']}:{item['end']} relies on nobody"
    groups = lineage.get("origin_groups")
    if groups is not None:
        yield from _groups(lineage["origins"], groups, articles)


def _copy(copy: Document, articles: Mapping[str, Document]) -> Iterator[str]:
    giver, taker = articles.get(copy["from"]), articles.get(copy["to"])
    if giver is None or taker is None or giver is taker:
        yield f"a copy from {copy['from']!r} to {copy['to']!r}: not two articles of the story"
        return
    where = f"copy from {giver['source']} to {taker['source']}"
    if not 0 <= copy["share"] <= 1:
        yield f"{where}: a share of {copy['share']}"
    for own in copy.get("own", ()):
        if len(own) != 2 or not 0 <= own[0] < own[1] <= len(taker["text"]):
            yield f"{where}: {own} lies outside of {taker['source']}"
    for passage in copy["passages"]:
        ends = []
        for article, span in ((giver, passage["from"]), (taker, passage["to"])):
            if len(span) != 2 or not 0 <= span[0] < span[1] <= len(article["text"]):
                yield f"{where}: {span} lies outside of {article['source']}"
            else:
                ends.append(Counter(words(article["text"][span[0] : span[1]])))
        if len(ends) == 2:
            shorter = min(ends[0].total(), ends[1].total())
            if (ends[0] & ends[1]).total() < max(1, SHARED * shorter):
                yield f"{where}: {passage['from']} and {passage['to']} do not share their words"


def _groups(stated: int, groups: list[Document], articles: Mapping[str, Document]) -> Iterator[str]:
    if stated != len(groups):
        yield f"says {stated} origins and lists {len(groups)}"
    ids = Counter(group.get("id") for group in groups)
    yield from (f"the origin {key!r} stands twice" for key, count in ids.items() if count > 1)
    placed = {key for group in groups for key in group["articles"]}
    yield from (f"{articles[key]['source']} has no origin" for key in articles if key not in placed)
    yield from (f"an origin of {key!r}, which is not of the story" for key in sorted(placed) if key not in articles)
    yield from (f"the origin {group.get('id')!r} has no article" for group in groups if not group["articles"])
