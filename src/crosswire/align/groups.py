"""Joining what claims hold into groups that answer one question each."""

from collections import defaultdict
from collections.abc import Sequence

from crosswire.align.bearing import fates_clash
from crosswire.align.held import Held, clash, differ, new_toll


class Groups:
    """Groups of items by number, at first each its own. Groups only grow, so that two which may not be joined never
    may: that is remembered, and only what can be in the way is looked at, so that a question that a hundred reports
    answer costs little more than a hundred times that of one."""

    def __init__(self, items: Sequence[Held]) -> None:
        self._items = items
        self.home = list(range(len(items)))
        """The group of each item, by the number of one of its items."""
        self._members = {n: [n] for n in self.home}
        self._claims = {n: {h.claim.id} for n, h in enumerate(items)}
        self._fates = {n: {h.bearing.fates: h.bearing} for n, h in enumerate(items)}
        self._by_article = {n: {h.claim.article: [n]} for n, h in enumerate(items)}
        self._apart: defaultdict[int, set[tuple[int, bool]]] = defaultdict(set)

    def join(self, i: int, j: int, harmless: bool) -> bool:
        """Join the groups of two items. False, and nothing is joined, where that would put two things of one claim,
        two fates, or two clashing things of one article (where it must be ``harmless``: of any two) under one
        question."""
        a, b = self.home[i], self.home[j]
        if a == b:
            return True
        if not self._apart[a].isdisjoint({(b, False), (b, harmless)}):
            return False
        barred = self._barred(a, b)
        if barred or (harmless and self._clash_anywhere(a, b)):
            self._apart[a].add((b, not barred))
            self._apart[b].add((a, not barred))
            return False
        self._merge(*((a, b) if len(self._members[a]) >= len(self._members[b]) else (b, a)))
        return True

    def all(self) -> list[list[int]]:
        """The groups, each in order, by first item."""
        return sorted(sorted(members) for members in self._members.values())

    def _barred(self, a: int, b: int) -> bool:
        if not self._claims[a].isdisjoint(self._claims[b]):
            return True
        if any(fates_clash(p, q) for p in self._fates[a].values() for q in self._fates[b].values()):
            return True
        left, right = self._by_article[a], self._by_article[b]
        few, many = (left, right) if len(left) <= len(right) else (right, left)
        pairs = ((m, n) for article in few if article in many for m in left[article] for n in right[article])
        return any(_two_answers(self._items[m], self._items[n]) for m, n in pairs)

    def _clash_anywhere(self, a: int, b: int) -> bool:
        return any(clash(self._items[m], self._items[n]) for m in self._members[a] for n in self._members[b])

    def _merge(self, a: int, b: int) -> None:
        """Take the group ``b`` into ``a``."""
        for n in self._members[b]:
            self.home[n] = a
        self._members[a] += self._members.pop(b)
        self._claims[a] |= self._claims.pop(b)
        self._fates[a] |= self._fates.pop(b)
        for article, own in self._by_article.pop(b).items():
            self._by_article[a].setdefault(article, []).extend(own)
        for other, strict in self._apart.pop(b, set()):
            self._apart[other].discard((b, strict))
            self._apart[other].add((a, strict))
            self._apart[a].add((other, strict))


def _two_answers(a: Held, b: Held) -> bool:
    """Whether what one article holds twice answers two questions."""
    return (clash(a, b) or differ(a, b)) and not new_toll(a, b)
