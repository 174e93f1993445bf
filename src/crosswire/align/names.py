"""Names joined across the articles of a story, each with its reason."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from crosswire.records import Annotations, Article, Entity, Name, NameVariant
from crosswire.text.names import is_acronym_of, normalise, similarity

JOINED = ("person", "organization", "place")
# Spelling variants of one name score above, two people of one surname below (text/names.py has
# the table of both that this was read off).
ALIKE = 0.86
HOW = {
    "name": "written so",
    "part": "a part of the full name, in the same article",
    "role": "a role that the article gives this name",
    "acronym": "an acronym that the article gives this name",
    "nationality": "a form of the same name",
}


@dataclass(frozen=True, slots=True)
class _Group:
    """Entities of all articles under one normalised name, and the articles that have them."""

    key: str
    kind: Literal["person", "organization", "place"]
    forms: tuple[str, ...]
    entities: tuple[tuple[str, Entity], ...]


def join_names(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> tuple[Name, ...]:
    """Join the entities of a story's articles that are the same person, organisation or place.

    Joined are equal names, an acronym with the one name that it abbreviates, a part with the one
    name that holds it, and names spelt alike that never stand in one article together. Returns
    the names that more than one article or more than one form has, by canonical form."""
    groups = _groups(articles, annotations)
    parent = {g.key: g.key for g in groups}
    reasons: dict[str, str] = {}

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    for shorter, longer, reason in _joins(groups):
        a, b = root(shorter), root(longer)
        if a != b:
            parent[a] = b
            reasons[shorter] = reason
    joined: defaultdict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        joined[root(group.key)].append(group)
    names = [_name(members, reasons, annotations) for members in joined.values()]
    return tuple(sorted((n for n in names if n), key=lambda n: (n.canonical.lower(), n.kind)))


def _groups(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> list[_Group]:
    found: defaultdict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for article in articles:
        for entity in annotations[article.id].entities:
            if entity.kind in JOINED and (name := normalise(entity.canonical)):
                found[name].append((article.id, entity))
    groups = []
    for key in sorted(found):
        kinds = Counter(entity.kind for _, entity in found[key])
        kind = min(kinds, key=lambda k: (-kinds[k], k))
        forms = tuple(sorted({entity.canonical for _, entity in found[key]}))
        groups.append(_Group(key, kind, forms, tuple(found[key])))  # type: ignore[arg-type]
    return groups


def _joins(groups: Sequence[_Group]) -> Iterator[tuple[str, str, str]]:
    """Yield (joining name, joined name, reason); a name that could join two is left alone."""
    for group in groups:
        acronym = [o for o in groups if o.key != group.key and is_acronym_of(group.forms[0], o.forms[0])]
        if len(acronym) == 1:
            yield group.key, acronym[0].key, f"acronym of {acronym[0].forms[0]}"
            continue
        words = set(group.key.split())
        whole = [o for o in groups if o.kind == group.kind and words < set(o.key.split())]
        if len(whole) == 1 and group.kind != "place":
            yield group.key, whole[0].key, f"part of {whole[0].forms[0]}"
            continue
        alike = [o for o in groups if o.kind == group.kind and o.key > group.key and _spelt_alike(group, o)]
        for other in alike:
            yield group.key, other.key, f"spelt like {other.forms[0]}, never in one report with it"


def _spelt_alike(a: _Group, b: _Group) -> bool:
    if {article for article, _ in a.entities} & {article for article, _ in b.entities}:
        return False
    return similarity(a.forms[0], b.forms[0]) >= ALIKE


def _name(members: Sequence[_Group], reasons: Mapping[str, str], annotations: Mapping[str, Annotations]) -> Name | None:
    forms = Counter(e.canonical for g in members for _, e in g.entities)
    canonical = min(forms, key=lambda f: (-len(f.split()), -forms[f], f))
    variants: dict[tuple[str, str], str] = {}
    for group in members:
        for article, entity in group.entities:
            for mention in annotations[article].mentions:
                if mention.entity == entity.id and mention.form != "pronoun":
                    how = HOW.get(mention.form, "written so")
                    across = reasons.get(group.key)
                    reason = across if across and mention.form == "name" else how
                    variants.setdefault((mention.text, article), reason)
    listed = tuple(NameVariant(text, article, reason) for (text, article), reason in sorted(variants.items()))
    several = len({v.article for v in listed}) > 1 or len({v.text for v in listed}) > 1
    return Name(canonical, members[0].kind, listed) if several else None
