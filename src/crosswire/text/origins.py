"""Independent roots: which outlet a name means, and how many origins stand behind some claims."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from crosswire.records import Lineage


@cache
def _table() -> tuple[Mapping[str, str], frozenset[str], frozenset[str]]:
    """Short forms to keys, keys of agencies, and words that tell no outlet from another."""
    data = tomllib.loads(files("crosswire.text").joinpath("outlets.toml").read_text("utf-8"))
    agencies = {form: key for key, forms in data["agencies"].items() for form in (key, *forms)}
    papers = {form: key for key, forms in data["papers"].items() for form in (key, *forms)}
    return agencies | papers, frozenset(data["agencies"]), frozenset(data["empty_words"])


def outlet_key(name: str) -> str:
    """A form under which the names of one outlet meet: "the AFP news agency", "Agence
    France-Presse" and "AFP" are one; "The Harbor Post" and "harborpost.com" are one."""
    forms, _, empty = _table()
    plain = re.sub(r"(?:^(?:https?://)?(?:www\.)?|\.(?:com|org|net|co|uk)\b)", "", name.casefold().strip())
    plain = re.sub(r"['’]s\b", "", plain)
    words = re.findall(r"[^\W_]+", plain.replace(".", ""))
    telling = [word for word in words if word not in empty] or words
    joined = "".join(telling)
    return forms.get(joined, joined)


def same_outlet(a: str, b: str) -> bool:
    """Whether two names mean one outlet, by their keys or one being the other's initials."""
    left, right = outlet_key(a), outlet_key(b)
    return bool(left) and (left == right or _initials(a) == right or _initials(b) == left)


def is_agency(name: str) -> bool:
    """Whether the name is a news agency's that others print word for word."""
    return outlet_key(name) in _table()[1]


def _initials(name: str) -> str:
    capitals = [word[0] for word in re.findall(r"[^\W_]+", name) if word[0].isupper() and word != "The"]
    return "".join(capitals).casefold() if len(capitals) > 2 else "?"


def origins_of(
    claims: Sequence[tuple[str, int, int, tuple[str, ...]]],
    lineage: Lineage,
    outlets: Mapping[str, str] | None = None,
) -> int:
    """How many independent roots stand behind these claims.

    Each claim is its article's id, its span there, and who said it (innermost first). A claim
    inside a passage that its article took from another counts for the giver's origin. A claim
    attributed to an outlet counts for that outlet, and for the origin of the article that is
    from it where the story has one. Every outlet of one chain is one root. ``outlets`` maps
    articles to their outlets. Claims of articles outside the lineage are roots of their own.
    """
    home = {article: origin.id for origin in lineage.origins for article in origin.articles}
    homes: dict[str, str] = {}
    for article, outlet in sorted((outlets or {}).items()):
        homes.setdefault(outlet_key(outlet), home.get(article, article))
    media = {outlet_key(name) for reliance in lineage.reliance for name in reliance.on} & _table()[1] | set(homes)
    root: dict[str, str] = {}

    def find(item: str) -> str:
        while root.setdefault(item, item) != item:
            item = root[item]
        return item

    starts = []
    for article, start, end, said_by in claims:
        named = [key for name in said_by if (key := outlet_key(name)) in media or is_agency(name)]
        if named:
            roots = [homes.get(key, key) for key in named]
        else:
            giver = _giver(article, start, end, lineage)
            roots = [home.get(giver, giver)]
        for other in roots[1:]:
            root[find(other)] = find(roots[0])
        starts.append(roots[0])
    return len({find(start) for start in starts})


def _giver(article: str, start: int, end: int, lineage: Lineage) -> str:
    """The article that a span was first written in, as far as the copies tell: followed from
    taker to giver while at least half of the span lies in a shared passage."""
    seen = {article}
    while True:
        for copy in lineage.copies:
            if copy.taker != article or copy.giver in seen:
                continue
            passage = next((p for p in copy.passages if _half_inside(start, end, p.taker)), None)
            if passage:
                shift = passage.giver[0] - passage.taker[0]
                article, start, end = copy.giver, start + shift, end + shift
                seen.add(article)
                break
        else:
            return article


def _half_inside(start: int, end: int, passage: tuple[int, int]) -> bool:
    return 2 * (min(end, passage[1]) - max(start, passage[0])) >= end - start > 0
