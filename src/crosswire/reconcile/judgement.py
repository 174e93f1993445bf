"""What every typed comparison returns."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from crosswire.records import Annotations, Argument, Article, Claim, Filler, PointKind, Signal, Slot, Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """``accounts`` are groups of fillers that give one answer, each with the answer as shown;
    ``reason`` is one line for an editor; ``signals`` what the verdict rests on."""

    verdict: Verdict
    reason: str
    accounts: tuple[tuple[str, tuple[Filler, ...]], ...]
    signals: tuple[Signal, ...] = ()
    clash: tuple[int, int] | None = None
    """The indices of two accounts that cannot both hold, on a conflict."""


def group_fillers(
    fillers: Sequence[Filler],
    same: Callable[[Filler, Filler], bool],
    key: Callable[[Filler], Hashable] = id,
) -> tuple[tuple[Filler, ...], ...]:
    """Group fillers that give one answer: each joins the first group whose every member it is
    the same as. Keeps the order of first members. ``key`` is what of a filler ``same`` looks at: a group is asked for
    each value once, however many reports give it."""
    groups: list[tuple[list[Filler], dict[Hashable, Filler]]] = []
    home: dict[Hashable, int] = {}
    for filler in fillers:
        own = key(filler)
        number = home.get(own)
        if number is None or not same(filler, groups[number][1][own]):
            ways = (n for n, (_, told) in enumerate(groups) if all(same(filler, other) for other in told.values()))
            number = next(ways, len(groups))
        if number == len(groups):
            groups.append(([], {}))
        members, told = groups[number]
        members.append(filler)
        told.setdefault(own, filler)
        home.setdefault(own, number)
    return tuple(tuple(members) for members, _ in groups)


def first_of_each(fillers: Sequence[Filler], key: Callable[[Filler], Hashable]) -> Iterable[Filler]:
    """The first filler of each value, in order."""
    found: dict[Hashable, Filler] = {}
    for filler in fillers:
        found.setdefault(key(filler), filler)
    return found.values()


def argument_in(filler: Filler) -> Argument:
    """The argument that a filler puts into its slot."""
    assert isinstance(filler.filling, Argument)
    return filler.filling


def told_by_article(slots: Iterable[Slot]) -> dict[str, list[tuple[Claim, str]]]:
    """The claims of a story by article, each article's in the order of their places, with their occurrences, as its
    event slots hold them."""
    told: dict[str, list[tuple[Claim, str]]] = {}
    for slot in (slot for slot in slots if slot.kind == "event"):
        for filler in slot.fillers:
            told.setdefault(filler.claim.article, []).append((filler.claim, slot.occurrence))
    for claims in told.values():
        claims.sort(key=lambda item: (item[0].start, item[0].end))
    return told


def shortest_first(told: Iterable[tuple[Claim, str]]) -> list[Claim]:
    """The claims of ``told_by_article``, the shortest first."""
    return sorted((claim for claim, _ in told), key=lambda claim: (claim.end - claim.start, claim.start))


def cut_to(article: Article, notes: Annotations, start: int, end: int, claims: Iterable[Claim]) -> Claim | None:
    """The first of some claims that meets a stretch of an article, else one of its sentence ("…," said Ann Lee, the
    mayor), cut to it; None where none does. What stands beside a name is the report's own in reported speech, too,
    unless it is quoted."""
    told = tuple(claims)
    around = next((c for c in told if c.start < end and start < c.end), None)
    if around is not None and around.quoted:
        own = around
    else:
        number = next((n for n, s in enumerate(notes.parse.sentences) if s.start <= start < s.end), None)
        around = around or next((c for c in told if c.sentence == number), None)
        if around is None:
            return None
        own = replace(around, said_by=(), cue=None, stance=None, mode=None, quoted=False)
    return replace(own, start=start, end=end, text=article.text[start:end])


def part_of(slot: Slot, kind: PointKind, about: str, fillers: Iterable[Filler]) -> Slot:
    """The slot of some claims of an occurrence, with the links between them."""
    kept = tuple(fillers)
    ids = {f.claim.id for f in kept}
    links = tuple(link for link in slot.links if link.left in ids and link.right in ids)
    return Slot(slot.occurrence, kind, about, kept, links)


def linked(slot: Slot, groups: Sequence[Sequence[Filler]]) -> frozenset[tuple[int, int]]:
    """The pairs of groups (by number, the lower first) of which some claim of one was itself joined with one of the
    other. What meets only through a third ("around 20", "20", "10,000") may answer another question, and is no
    conflict."""
    homes: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for filler in group:
            homes.setdefault(filler.claim.id, set()).add(number)
    return frozenset(
        (min(i, j), max(i, j))
        for link in slot.links
        for i in homes.get(link.left, ())
        for j in homes.get(link.right, ())
    )
