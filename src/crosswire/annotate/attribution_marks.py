"""What the names stage marked in one article, looked up by token, and the noun phrase round a token."""

from bisect import bisect_right
from collections.abc import Sequence

from crosswire.records import Article, Entity, Mention, Parse
from crosswire.text.syntax import Tree

LEFT_OUT = ("relcl", "appos", "acl", "cc", "conj", "punct", "det", "predet", "advcl", "parataxis")


class Marks:
    """The tokens and names of one article by their place."""

    def __init__(
        self, article: Article, parse: Parse, tree: Tree, mentions: Sequence[Mention], entities: Sequence[Entity]
    ) -> None:
        self.text, self.parse, self.tree, self.tokens = article.text, parse, tree, parse.tokens
        self._entities = {e.id: e for e in entities}
        self._mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._mentions]

    def tokens_between(self, start: int, end: int) -> list[str]:
        """The words of the tokens in a character span, without a possessive ending."""
        first = bisect_right(self.tokens, start - 1, key=lambda t: t.start)
        found: list[str] = []
        for t in self.tokens[first:]:
            if t.start >= end:
                break
            if t.tag != "POS" and t.text.strip() and t.text not in ("'", "’"):
                found.append(t.text)
        return found

    def mention(self, i: int) -> Mention | None:
        """The mention that ends at a token, or else the longest that holds it."""
        at = self.tokens[i]
        found = None
        for k in range(bisect_right(self._starts, at.start) - 1, -1, -1):
            m = self._mentions[k]
            if m.end >= at.end:
                found = m
                if m.end == at.end:
                    break
            if at.start - m.start > 120:
                break
        return found

    def phrase(self, i: int, without: frozenset[int] = frozenset()) -> tuple[int, int]:
        """Token range of the noun phrase at i: the unbroken stretch round it, without relative
        clauses, appositions and what hangs on the tokens of ``without``."""
        keep = {i}
        for child in self.tree.children(i):
            kept = self.tokens[child].dep in ("det", "predet") or self._joins(child)
            if kept or self.tokens[child].dep not in LEFT_OUT:
                keep.update(self.tree.subtree(child))
        keep -= without
        first = last = i
        while first - 1 in keep:
            first -= 1
        while last + 1 in keep:
            last += 1
        if first and self.tokens[first].text == "." and self.tokens[first - 1].text == "No":
            first = self.phrase(first - 1)[0]  # "Juror No. 8", which the parser takes apart
        return first, last + 1

    def _joins(self, k: int) -> bool:
        """Whether a token is a hyphen or stroke within a word ("29-year-old", "co - worker", "Post/Orsk")."""
        token = self.tokens[k]
        if token.text == "-" and k and self.tokens[k - 1].pos == "X" and self.tokens[k - 1].head == token.head == k + 1:
            return True
        beside = self.text[max(0, token.start - 1) : token.start] + self.text[token.end : token.end + 1]
        return token.text in ("-", "/") and len(beside) == 2 and not any(sign.isspace() for sign in beside)

    def _names_head(self, mention: Mention, i: int) -> bool:
        """A mention names the phrase only when it ends at its head ("Delta Post", not "Delta" in
        "the Delta spokesman")."""
        end = self.tokens[i].end
        if mention.end <= self.tokens[i].start or mention.start > self.tokens[i].start:
            return False
        return mention.end >= end or self.text[mention.end : end] in ("'s", "’s")
