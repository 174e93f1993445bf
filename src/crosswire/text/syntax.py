"""Walking a dependency parse: children, subtrees, spans."""

from bisect import bisect_left
from collections.abc import Iterator

from crosswire.records import Parse, Token


class Tree:
    """An index over a Parse: what hangs under each token, and which span it covers."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self._starts = [token.start for token in parse.tokens]
        self._children: list[list[int]] = [[] for _ in parse.tokens]
        for i, token in enumerate(parse.tokens):
            if token.head != i:
                self._children[token.head].append(i)

    def children(self, i: int, *deps: str) -> list[int]:
        """Indices of the token's dependents in text order, only those of the given labels if any."""
        kids = self._children[i]
        return [k for k in kids if self.tokens[k].dep in deps] if deps and kids else list(kids)

    def subtree(self, i: int) -> Iterator[int]:
        """Indices of the token and all below it, in no order."""
        stack = [i]
        while stack:
            j = stack.pop()
            yield j
            stack.extend(self._children[j])

    def ancestors(self, i: int) -> Iterator[int]:
        """Indices from the token's head up to the root."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def token_range(self, i: int) -> tuple[int, int]:
        """The half-open range of token indices that the token's subtree spans."""
        below = list(self.subtree(i))
        return min(below), max(below) + 1

    def span(self, i: int) -> tuple[int, int]:
        """Character offsets that the token's subtree spans."""
        first, last = self.token_range(i)
        return self.tokens[first].start, self.tokens[last - 1].end

    def at(self, start: int, end: int) -> list[int]:
        """The indices of the tokens that lie in a character span."""
        inside = range(bisect_left(self._starts, start), bisect_left(self._starts, end))
        return [i for i in inside if self.tokens[i].end <= end]

    def within(self, start: int, end: int) -> list[Token]:
        """The tokens that lie in a character span."""
        return [self.tokens[i] for i in self.at(start, end)]
