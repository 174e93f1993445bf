"""Joining into groups: what is in the way keeps apart, whatever was joined before, as looking at every pair does."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crosswire.align.bearing import Bearing, fates_clash
from crosswire.align.groups import Groups
from crosswire.align.held import Held, clash, differ
from crosswire.records import Claim, Quantity

CLAIM = Claim(
    "", "", 0, 0, 1, "", 0, "be", "affirmed", None, None, None, "actual", (), (), (), (), None, None, None, False
)


def held(number: int, article: int, value: float, fate: str) -> Held:
    figure = Quantity(0, 1, f"{value:g}", "count", value, value, value, "person", None, None, value, value, "person")
    fates = frozenset({fate} - {""})
    return Held(replace(CLAIM, id=f"c{number // 2}", article=f"a{article}"), figure, Bearing(None, fates, frozenset()))


ITEMS = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from((12.0, 14.0, 80.0)), st.sampled_from(("", "dead", "hurt"))), max_size=9
)


@given(ITEMS, st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8), st.booleans()), max_size=30))
def test_joining_is_looking_at_every_pair(rows, edges):
    items = [held(n, *row) for n, row in enumerate(rows)]
    groups, plain = Groups(items), [[n] for n in range(len(items))]

    def barred(p: Held, q: Held, harmless: bool) -> bool:
        one = p.claim.article == q.claim.article
        apart = p.claim.id == q.claim.id or fates_clash(p.bearing, q.bearing)
        return apart or ((one or harmless) and clash(p, q)) or (one and differ(p, q))

    for i, j, harmless in edges:
        if max(i, j) >= len(items):
            continue
        free = plain[i] is plain[j] or not any(barred(items[m], items[n], harmless) for m in plain[i] for n in plain[j])
        assert groups.join(i, j, harmless) == free
        if free and plain[i] is not plain[j]:
            merged = sorted(plain[i] + plain[j])
            for n in merged:
                plain[n] = merged
    assert groups.all() == [members for n, members in enumerate(plain) if members[0] == n]
    assert all(len({groups.home[n] for n in members}) == 1 for members in plain)


def test_one_report_gives_two_people_two_figures_though_they_are_equal():
    quist, again, brik = (held(2 * n, 0, 14.0, "") for n in range(3))
    quist, brik = replace(quist, people=frozenset({"quist"})), replace(brik, people=frozenset({"brik"}))
    assert not Groups([quist, brik]).join(0, 1, harmless=True)
    assert Groups([quist, again]).join(0, 1, harmless=True)
    assert Groups([quist, replace(brik, claim=replace(CLAIM, id="c9", article="a1"))]).join(0, 1, harmless=True)
