"""What every typed comparison returns."""

from collections.abc import Callable
from dataclasses import dataclass

from crosswire.records import Filler, Signal, Slot, Verdict


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
    fillers: tuple[Filler, ...], same: Callable[[Filler, Filler], bool]
) -> tuple[tuple[Filler, ...], ...]:
    """Group fillers that give one answer: each joins the first group whose every member it is
    the same as. Keeps the order of first members."""
    groups: list[list[Filler]] = []
    for filler in fillers:
        home = next((g for g in groups if all(same(filler, other) for other in g)), None)
        if home is None:
            groups.append([filler])
        else:
            home.append(filler)
    return tuple(tuple(g) for g in groups)


def linked(slot: Slot, left: tuple[Filler, ...], right: tuple[Filler, ...]) -> bool:
    """Whether some claim of one account was itself joined with one of the other. What meets only through a
    third ("around 20", "20", "10,000") may answer another question, and is no conflict."""
    pairs = {(link.left, link.right) for link in slot.links}
    return any((a.claim.id, b.claim.id) in pairs or (b.claim.id, a.claim.id) in pairs for a in left for b in right)
