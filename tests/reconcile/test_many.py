"""What many reports tell alike, where of each claim's links only the strongest are kept."""

import pytest

from crosswire.reconcile.cores import Things, cores
from crosswire.reconcile.roles import Namebook
from crosswire.records import KEPT_LINKS, Argument, Claim, Filler, Link, Slot

THINGS = Things({}, Namebook(()))


def claim(number: int) -> Claim:
    text = "The bridge collapsed"
    bridge = Argument("patient", 0, 10, "The bridge", "bridge", None, None)
    return Claim(
        f"claim {number:03}", f"article {number:03}", 0, 0, len(text), text, 0, "collapse", "affirmed", "actual", None,
        None, None, (bridge,), (), (), (), None, None, None, False,
    )  # fmt: skip


def ring(count: int, each: int) -> Slot:
    """An occurrence of claims in a ring, each linked with its next on either side, so many links in all."""
    claims = [claim(n) for n in range(count)]
    pairs = sorted(
        {(min(p), max(p)) for n in range(count) for k in range(each // 2) for p in [(n, (n + k + 1) % count)]}
    )
    links = tuple(Link(claims[i].id, claims[j].id, 0.9, ()) for i, j in pairs)
    return Slot("occ", "event", "collapse", tuple(Filler(c, None) for c in claims), links)


@pytest.mark.parametrize("count", [20, 40, 67])
def test_claims_with_all_the_links_that_are_kept_are_one_core(count: int) -> None:
    (core,) = cores(ring(count, KEPT_LINKS), THINGS)
    assert len(core) == count


def test_claims_whose_links_are_all_known_are_alike_only_where_linked() -> None:
    found = cores(ring(40, KEPT_LINKS - 2), THINGS)
    assert len(found) > 1
    assert max(len(core) for core in found) == KEPT_LINKS - 1
