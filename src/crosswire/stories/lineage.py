"""Which articles of a story copy or rely on which, and how many independent roots they have."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosswire.records import Annotations, Article, Copy, Lineage, Origin, Reliance, content_id
from crosswire.stories.copies import copies
from crosswire.stories.credit import names_outlet, whole_source
from crosswire.text.origins import Families, outlet_key, same_outlet
from crosswire.text.publication import order

Holders = dict[str, list[tuple[str, str]]]


def trace(articles: Sequence[Article], annotations: Mapping[str, Annotations], families: Families = ()) -> Lineage:
    """Trace the lineage of one story's articles.

    Near copies and articles that rest wholly on one named outlet share an origin with their
    source, as do several reports of one outlet; each origin says why its articles are one.
    ``families`` are agencies and outlets of one newsroom beside those that are known.
    """
    ordered = sorted(articles, key=order)
    found = copies(ordered, annotations, families)
    sources = _sources(ordered, annotations, families)
    holders = _holders(ordered, sources, families)
    dependent = {key for held in holders.values() if len(held) > 1 for key, _ in held} | set(sources)
    return Lineage(
        tuple(replace(copy, own=()) if copy.taker in dependent else copy for copy in found),
        _reliance(ordered, annotations, families),
        _origins(ordered, holders, found, sources),
        families,
        _cited(ordered, annotations),
    )


def _cited(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> tuple[str, ...]:
    """The names of the media in the articles' chains of who said it, without what names none ("reports")."""
    notes = [annotations[article.id] for article in articles if article.id in annotations]
    names = {source.name for n in notes for said in n.attributions for source in said.chain if source.kind == "media"}
    return tuple(sorted(name for name in names if names_outlet(name)))


def _reliance(
    articles: Sequence[Article], annotations: Mapping[str, Annotations], families: Families
) -> tuple[Reliance, ...]:
    """Every place where an article names a source other than its own outlet."""
    return tuple(
        Reliance(article.id, on, citation.start, citation.end)
        for article in articles
        if article.id in annotations
        for citation in annotations[article.id].citations
        if (on := tuple(name for name in citation.on if not _is_from(article, name, families)))
    )


def _is_from(article: Article, name: str, families: Families) -> bool:
    return bool(article.outlet) and same_outlet(name, article.outlet or "", families)


def _sources(
    articles: Sequence[Article], annotations: Mapping[str, Annotations], families: Families
) -> dict[str, tuple[str, str]]:
    """By article the one outlet that all of it is from, with the reason, where there is one."""
    found = {}
    for article in articles:
        others = [other.outlet for other in articles if other.outlet and other.id != article.id]
        if source := whole_source(article, annotations.get(article.id), others, families):
            found[article.id] = source
    return found


def _holders(articles: Sequence[Article], sources: Mapping[str, tuple[str, str]], families: Families) -> Holders:
    """For each outlet the articles that are from it or say that they are, with the words of the reason."""
    holders: Holders = {}
    for article in articles:
        if article.outlet:
            key = outlet_key(article.outlet, families)
            holders.setdefault(key, []).append((article.id, f"is from {article.outlet}"))
        if source := sources.get(article.id):
            holders.setdefault(outlet_key(source[0], families), []).append((article.id, source[1]))
    return holders


def _origins(
    articles: Sequence[Article], holders: Holders, found: Sequence[Copy], sources: Mapping[str, tuple[str, str]]
) -> tuple[Origin, ...]:
    """Union-find over articles and the outlets that they are from or rest on; every union keeps
    its reason, near copies first."""
    label = {article.id: article.outlet or article.source.rsplit("/", 1)[-1] for article in articles}
    unions = [
        (copy.taker, copy.giver, f"{label[copy.taker]} shares {copy.share:.0%} of its words with {label[copy.giver]}")
        for copy in found
        if copy.kind == "near-copy"
    ]
    for held in holders.values():
        first, why_first = held[0]
        unions += [(first, other, f"{label[first]} {why_first}, {label[other]} {why}") for other, why in held[1:]]
    root = {article.id: article.id for article in articles}
    reasons: dict[str, list[str]] = {article.id: [] for article in articles}
    for a, b, why in unions:
        keep, drop = sorted((_find(root, a), _find(root, b)), key=list(root).index)
        if keep != drop:
            root[drop] = keep
            reasons[keep] += [*reasons.pop(drop), why]
    members: dict[str, list[str]] = {}
    for article in articles:
        members.setdefault(_find(root, article.id), []).append(article.id)
    alone = {key: f"{label[key]} {why}" for key, (_, why) in sources.items()}
    return tuple(
        Origin(
            content_id("origin", *sorted(ids)),
            tuple(ids),
            "; ".join(reasons[head]) or alone.get(ids[0], "stands alone"),
        )
        for head, ids in members.items()
    )


def _find(root: dict[str, str], item: str) -> str:
    while root[item] != item:
        item = root[item]
    return item
