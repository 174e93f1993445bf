"""Points that tell one matter, as views show it: one of them with the others inside of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosswire.present.view import FITTING, PERHAPS, WHOLE, Item, claims, ordered, standing, sure, told, wording

OFFICE = re.compile(r"Who is [^\W\d_a-z]")
"""What somebody is asks of the person, whatever is told beside the name."""
Line = tuple[str, str]
"""A report, and a wording of it."""
PARTIES = ("actor", "speaker", "place")
"""Kinds that only tell more of a happening."""
MOST = 0.5
"""The part of a happening's claims that an agreed figure has, to be told with it."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A point, and what else is asked of its claims: the points within it that tell more than its accounts do."""

    head: Item
    parts: tuple[Item, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its points."""
        return frozenset(point["kind"] for point in (self.head, *self.parts))


def matters(points: Sequence[Item]) -> list[Matter]:
    """Return the matters that points tell, in an editor's order. A point whose claims another point of its occurrence
    holds as well stands within that one: what is told alike, who and where in the happening; a figure or a time that
    most of the happening's claims tell alike, or all in whatever words (else one looks for it by itself); the happening
    itself in a figure that clashes and has all of its claims; one of somebody's offices among all of them. So does one
    of which another shows every word, report by report. Nothing is lost: the other point has all its claims or words.
    """
    heads = within(points)
    parts: dict[str, list[Item]] = {}
    listed = ordered(points)
    by_id = {point["id"]: point for point in points}
    for point in listed:
        head = heads[point["id"]]
        if head != point["id"] and standing(point) != PERHAPS and _tells_more(sure(point), sure(by_id[head])):
            parts.setdefault(head, []).append(point)
    return [Matter(p, tuple(parts.get(p["id"], ()))) for p in listed if heads[p["id"]] == p["id"]]


def within(points: Sequence[Item]) -> dict[str, str]:
    """Return for each point, by id, the id of the point that it is shown in: its own where it stands for itself."""
    held = {point["id"]: frozenset(_claim(claim) for _, claim in claims([point])) for point in points}
    shared = sorted((p for p in points if p["verdict"] != "single"), key=lambda p: _rank(p, len(held[p["id"]])))
    holding: dict[str, list[Item]] = {}
    heads = {point["id"]: point["id"] for point in points}
    for point in shared:
        own = held[point["id"]]
        rivals = holding.get(min(own), ())
        head = next(
            (h for h in rivals if own <= held[h["id"]] and _holds(h, point, len(own) / len(held[h["id"]]))), None
        )
        if head is not None:
            heads[point["id"]] = head["id"]
            continue
        for claim in own:
            holding.setdefault(claim, []).append(point)
    into = _retold([point for point in points if heads[point["id"]] == point["id"]])
    return {point: into.get(head, head) for point, head in heads.items()}


def _retold(points: Sequence[Item]) -> dict[str, str]:
    """Of happenings whose every wording stands in what the same report tells in another, by id, that other."""
    fitting = [p for p in ordered(points) if p["kind"] in WHOLE and p["verdict"] in FITTING]
    lines = {p["id"]: [(c["article"], wording(c)) for _, c in claims([told(p)])] for p in fitting}
    kept = sorted(fitting, key=lambda p: (sum(len(words) for _, words in lines[p["id"]]), _said(p)), reverse=True)
    into: dict[str, str] = {}
    for point in reversed(kept.copy()):
        rivals = (p for p in kept if p is not point and (standing(p) != PERHAPS or standing(point) == PERHAPS))
        head = next((p["id"] for p in rivals if _shows(lines[p["id"]], lines[point["id"]])), None)
        if head is not None:
            kept.remove(point)
            into = {key: head if other == point["id"] else other for key, other in into.items()} | {point["id"]: head}
    return into


def _said(point: Item) -> int:
    """How much of what a point shows are the claims' own words: less, where it asks of what hangs on another matter."""
    return sum(len(claim["text"]) for _, claim in claims([point]))


def _shows(lines: Sequence[Line], others: Sequence[Line]) -> bool:
    """Whether each of some wordings stands in one of the same report among others."""
    return all(any(own == report and words in told for own, told in lines) for report, words in others)


def _claim(claim: Item) -> str:
    """A claim's id; of a dossier without ids its place."""
    return claim.get("id") or f"{claim['article']}:{claim['start']}:{claim['end']}"


def _rank(point: Item, size: int) -> tuple[bool, int, bool, int, str]:
    """Which of two points the other may stand in: the lower."""
    order = ("event", "status", "polarity").index(point["kind"]) if point["kind"] in WHOLE else len(WHOLE)
    return point["verdict"] in FITTING, -size, point["verdict"] == "agree", order, point["id"]


def _holds(head: Item, point: Item, part: float) -> bool:
    """Whether a point that has all of another's claims is its matter; ``part`` is how much of its claims they are."""
    if point["verdict"] not in FITTING or "wording" in (head["kind"], point["kind"]):
        return False
    if standing(head) == PERHAPS != standing(point):
        return False
    if head["question"] == point["question"] and head["kind"] == point["kind"]:
        return True
    if head["occurrence"] != point["occurrence"] or OFFICE.match(point["question"]):
        return False
    if head["kind"] in WHOLE:
        agreed = point["verdict"] == "agree"
        asked = agreed and _words(point["accounts"][0]["answer"]) <= _words(head["question"])
        return point["kind"] in (*WHOLE, *PARTIES) or asked or part >= (MOST if agreed else 1)
    return part == 1 and point["kind"] in WHOLE


def _tells_more(point: Item, head: Item) -> bool:
    """Whether a point within another tells what the other's accounts do not show. Their words show what is told alike,
    and who, where, when and how many in it, unless a figure or a time that all agree on is told in different ones
    ("ten", "eight students and two teachers") by claims that no single account holds."""
    if point["kind"] in WHOLE:
        return False
    if point["verdict"] != "agree":
        return True
    own = frozenset(_claim(claim) for _, claim in claims([point]))
    if point["kind"] in PARTIES or any(own <= _of(account["claims"]) for account in head["accounts"]):
        return False
    told = [_words(claim.get("value") or claim["text"]) for _, claim in claims([point])]
    return any(not (one <= other or other <= one) for one in told for other in told)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", text.casefold())) - {"the", "a", "an", "to"}


def _of(told: Iterable[Item]) -> frozenset[str]:
    return frozenset(_claim(claim) for claim in told)
