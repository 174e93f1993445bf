"""Independent roots: which outlet a name means, and how many origins stand behind some claims."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from crosswire.records import Copy, Lineage, OutletFamily, Passage

Families = tuple[OutletFamily, ...]
Rooted = tuple[str, int, int, tuple[str, ...]]
STRETCH = 256  # characters of an article whose shared passages are kept together
REMEMBERED = 1 << 14  # names whose keys are kept; a story names a few hundred


@dataclass(frozen=True, slots=True)
class _Table:
    """Short forms to keys, and keys of agencies."""

    forms: Mapping[str, str]
    agencies: frozenset[str]


@cache
def _shipped() -> tuple[_Table, frozenset[str]]:
    """The table of outlets.toml, and words that tell no outlet from another."""
    data = tomllib.loads(files("crosswire.text").joinpath("outlets.toml").read_text("utf-8"))
    families = {**data["agencies"], **data["papers"]}
    forms = {form: key for key, known in families.items() for form in (key, *known)}
    return _Table(forms, frozenset(data["agencies"])), frozenset(data["empty_words"])


@lru_cache(REMEMBERED)
def _table(families: Families) -> _Table:
    """The shipped table with further families; a family that holds a known outlet joins it."""
    table, _ = _shipped()
    forms, agencies = dict(table.forms), set(table.agencies)
    for family in families:
        plain = [form for name in family.names if (form := _plain(name))]
        if not plain:
            continue
        key = next((forms[form] for form in plain if form in forms), plain[0])
        joined = {forms.get(form, form) for form in plain}
        forms |= {form: key for form, known in forms.items() if known in joined} | dict.fromkeys(plain, key)
        if family.agency or joined & agencies:
            agencies.add(key)
    return _Table(forms, frozenset(agencies))


@lru_cache(REMEMBERED)
def _plain(name: str) -> str:
    """A name in lower case and run together, without what many outlets are called."""
    _, empty = _shipped()
    plain = re.sub(r"(?:^(?:https?://)?(?:www\.)?|\.\s?(?:com|org|net|co|uk)\b)", "", name.casefold().strip())
    plain = re.sub(r"['’]s\b", "", plain)
    words = re.findall(r"[^\W_]+", plain.replace(".", ""))
    return "".join([word for word in words if word not in empty] or words)


def outlet_key(name: str, families: Families = ()) -> str:
    """A form under which the names of one outlet meet: "the AFP news agency", "Agence
    France-Presse" and "AFP" are one; "The Harbor Post" and "harborpost.com" are one.
    ``families`` are outlets that the caller tells of beside those of outlets.toml."""
    plain = _plain(name)
    return _table(families).forms.get(plain, plain)


@lru_cache(REMEMBERED)
def same_outlet(a: str, b: str, families: Families = ()) -> bool:
    """Whether two names mean one outlet, by their keys or one being the other's initials."""
    left, right = outlet_key(a, families), outlet_key(b, families)
    return bool(left) and (left == right or _initials(a) == right or _initials(b) == left)


def is_agency(name: str, families: Families = ()) -> bool:
    """Whether the name is a news agency's that others print word for word."""
    return outlet_key(name, families) in _table(families).agencies


def read_families(table: Mapping[str, Any]) -> Families:
    """Families from a table in the shape of a user's file: ``agencies`` and ``families``, each with
    rows of a name and a list of its other names, or of the outlets that are one with it.

    Raises ValueError, with the place, where the table is of another shape."""
    found = []
    for part, rows in table.items():
        if part not in ("agencies", "families") or not isinstance(rows, Mapping):
            raise ValueError(f"{part}: only the tables [agencies] and [families] are known")
        for name, others in rows.items():
            if not isinstance(others, list) or not all(isinstance(other, str) and _plain(other) for other in others):
                raise ValueError(f"{part}.{name}: a list of names was expected")
            if not _plain(name):
                raise ValueError(f"{part}: {name!r} is no name")
            found.append(OutletFamily((name, *others), part == "agencies"))
    return tuple(found)


def _initials(name: str) -> str:
    capitals = [word[0] for word in re.findall(r"[^\W_]+", name) if word[0].isupper() and word != "The"]
    return "".join(capitals).casefold() if len(capitals) > 2 else "?"


class Origins:
    """Counts the independent roots behind claims of one story; ``outlets`` maps articles to their outlets. What is
    known of an outlet, and which passages stand at a place, is looked up and not searched for."""

    def __init__(self, lineage: Lineage, outlets: Mapping[str, str] | None = None) -> None:
        self._families = lineage.families
        self._home = {article: origin.id for origin in lineage.origins for article in origin.articles}
        self._outlet_homes: dict[str, str] = {}
        for article, outlet in sorted((outlets or {}).items()):
            self._outlet_homes.setdefault(outlet_key(outlet, self._families), self._home.get(article, article))
        self._media = {outlet_key(name, self._families) for name in lineage.outlets}
        self._near: dict[str, list[Copy]] = {}
        self._taken: dict[tuple[str, int], list[tuple[tuple[int, int], str, Passage]]] = {}
        for number, copy in enumerate(lineage.copies):
            if copy.kind == "near-copy":
                self._near.setdefault(copy.taker, []).append(copy)
            for at, passage in enumerate(copy.passages):
                for stretch in _stretches(*passage.taker):
                    self._taken.setdefault((copy.taker, stretch), []).append(((number, at), copy.giver, passage))

    def of(self, claims: Sequence[Rooted]) -> int:
        """How many independent roots stand behind these claims: never more than there are articles among
        them, unless one names several outlets that each told it so.

        Each claim is its article's id, its span there, and who said it (innermost first). A claim attributed
        to an outlet counts for that outlet, and for the origin of the article that is from it where the story
        has one; every outlet of one chain is one root, and what the article says beside it in its own voice
        rests on the same. Else a claim inside a passage that its article took from another counts for the
        giver's origin, and one in a stretch that a near copy reports itself for that article alone; an article
        that has it both from its giver and from itself counts once. Claims of articles outside the lineage are
        roots of their own.
        """
        named: dict[str, list[list[str]]] = {}
        taken: dict[str, list[str]] = {}
        own: dict[str, list[str]] = {}
        for article, start, end, said_by in claims:
            if chain := self._chain(said_by):
                named.setdefault(article, []).append(chain)
                continue
            giver, first, last = self._giver(article, start, end)
            root = giver if self._reports_itself(giver, first, last) else self._home.get(giver, giver)
            (taken if giver != article else own).setdefault(article, []).append(root)
        return _roots(named, taken, own)

    def _chain(self, said_by: Sequence[str]) -> list[str]:
        """The outlets among those that said it, each as the origin of its own article where it has one."""
        keys = [(outlet_key(name, self._families), name) for name in said_by]
        return [
            self._outlet_homes.get(key, key)
            for key, name in keys
            if key in self._outlet_homes or key in self._media or is_agency(name, self._families)
        ]

    def _giver(self, article: str, start: int, end: int) -> tuple[str, int, int]:
        """The article that a span was first written in, as far as the copies tell, and where: followed
        from taker to giver while at least half of the span lies in a shared passage."""
        seen = {article}
        while True:
            held = (found for stretch in _stretches(start, end) for found in self._taken.get((article, stretch), ()))
            first = min(
                (found for found in held if found[1] not in seen and _half_inside(start, end, found[2].taker)),
                key=lambda found: found[0],
                default=None,
            )
            if first is None:
                return article, start, end
            _, article, passage = first
            shift = passage.giver[0] - passage.taker[0]
            start, end = start + shift, end + shift
            seen.add(article)

    def _reports_itself(self, article: str, start: int, end: int) -> bool:
        """Whether the span lies in a stretch of a near copy that holds nothing of any of its givers."""
        near = self._near.get(article, ())
        return bool(near) and all(any(_half_inside(start, end, own) for own in copy.own) for copy in near)


def _stretches(start: int, end: int) -> range:
    """The numbers of the STRETCH characters each that a span touches."""
    return range(start // STRETCH, max(start, end - 1) // STRETCH + 1)


def _roots(
    named: Mapping[str, Sequence[Sequence[str]]], taken: Mapping[str, Sequence[str]], own: Mapping[str, Sequence[str]]
) -> int:
    """Count the roots of articles: of the outlets that one names, else of what it took, else its own."""
    root: dict[str, str] = {}

    def find(item: str) -> str:
        while root.setdefault(item, item) != item:
            item = root[item]
        return item

    starts: list[str] = []
    for article, chains in named.items():
        for chain in chains:
            for other in chain[1:]:
                root[find(other)] = find(chain[0])
        for itself in own.get(article, ()):
            root[find(itself)] = find(chains[0][0])
        starts += [chain[0] for chain in chains]
    starts += [givers[0] for article, givers in taken.items() if article not in named]
    # Of what an article says in its own voice the part that a near copy shares with its giver comes first.
    starts += [
        next((item for item in items if item != article), items[0])
        for article, items in own.items()
        if article not in named and article not in taken
    ]
    return len({find(start) for start in starts})


def _half_inside(start: int, end: int, passage: tuple[int, int]) -> bool:
    return 2 * (min(end, passage[1]) - max(start, passage[0])) >= end - start > 0
