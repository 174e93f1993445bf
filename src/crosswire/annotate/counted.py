"""What a number counts: the noun that it modifies, found in the syntax."""

import tomllib
from bisect import bisect_left
from functools import cache
from importlib.resources import files
from typing import Any

from crosswire.records import Parse, Token
from crosswire.text.syntax import Tree

_MODIFIES = ("nummod", "compound", "amod", "quantmod", "nmod", "npadvmod", "advmod", "det", "poss")


@cache
def words() -> dict[str, Any]:
    """The word lists of quantities.toml, read once."""
    return tomllib.loads(files("crosswire.annotate").joinpath("quantities.toml").read_text(encoding="utf-8"))


class Counter:
    """Finds tokens by offset, and the noun that a number in the text counts."""

    def __init__(self, parse: Parse, tree: Tree) -> None:
        self.tokens = parse.tokens
        self.tree = tree
        self._starts = [t.start for t in parse.tokens]

    def at(self, offset: int) -> int | None:
        """The index of the token that holds a character, or None between tokens."""
        i = bisect_left(self._starts, offset + 1) - 1
        return i if i >= 0 and self.tokens[i].start <= offset < self.tokens[i].end else None

    def after(self, offset: int) -> int | None:
        """The index of the first token that starts at or after an offset."""
        i = bisect_left(self._starts, offset)
        return i if i < len(self.tokens) else None

    def before(self, offset: int) -> int | None:
        """The index of the last token that starts before an offset."""
        i = bisect_left(self._starts, offset) - 1
        return i if i >= 0 else None

    def noun(self, start: int, end: int) -> Token | None:
        """The noun that the number at [start, end) counts or measures: the head that it modifies,
        the object of its "of" ("five of the victims"), else the noun phrase right after it."""
        last = self.at(end - 1)
        if last is None:
            return None
        top = last
        while self.tokens[top].head != top and (
            start <= self.tokens[self.tokens[top].head].start < end or self.tokens[top].dep == "quantmod"
        ):
            top = self.tokens[top].head
        token = self.tokens[top]
        head = self.tokens[token.head]
        counted: Token | None
        if token.head > top and token.dep in _MODIFIES and head.pos in ("NOUN", "PROPN") and head.start >= end:
            counted = self._whole(token.head)
        else:
            counted = self._of(top, end) or self._next_noun(last)
        if counted is not None and counted.lemma == "worth":
            i = self.at(counted.start)
            return self._of(i, end) if i is not None else None
        return counted

    def _of(self, i: int, end: int) -> Token | None:
        """The noun that an "of" after a token leads to ("five of the victims")."""
        for prep in self.tree.children(i, "prep"):
            if self.tokens[prep].lemma == "of" and self.tokens[prep].start >= end - 1:
                for obj in self.tree.children(prep, "pobj"):
                    if self.tokens[obj].pos in ("NOUN", "PROPN"):
                        return self.tokens[obj]
        return None

    def _whole(self, i: int) -> Token:
        """The head noun of a compound that the parser split ("800 police | officers")."""
        while (
            self.tokens[i].dep == "compound"
            and self.tokens[i].head > i
            and self.tokens[self.tokens[i].head].pos == "NOUN"
        ):
            i = self.tokens[i].head
        return self.tokens[i]

    def _next_noun(self, last: int) -> Token | None:
        sentence = self.tokens[last].sentence
        found: Token | None = None
        for i in range(last + 1, min(last + 6, len(self.tokens))):
            token = self.tokens[i]
            if token.sentence != sentence or token.text in (",", ".", "(", ")", ";", ":", "”", '"'):
                break
            if token.pos == "NOUN" or (token.pos == "PROPN" and found is None and self._joins(i)):
                found = token
            elif found is not None or (
                token.pos not in ("ADJ", "PUNCT", "PROPN") and token.text not in ("other", "more", "additional")
            ):
                break
        return found

    def _joins(self, i: int) -> bool:
        """Whether a proper noun only modifies a noun that follows ("12 NATO soldiers")."""
        return self.tokens[i].dep == "compound" and self.tokens[i].head > i

    def counts_people(self, end: int) -> bool:
        """Whether a number without a noun hangs on a verb or adjective that is only said of people."""
        last = self.at(end - 1)
        if last is None:
            return False
        around = [self.tokens[last].head, *self.tree.children(last), last + 1]
        sentence = self.tokens[last].sentence
        lemmas = (self.tokens[i].lemma for i in around if i < len(self.tokens) and self.tokens[i].sentence == sentence)
        if any(lemma in words()["person_predicates"] for lemma in lemmas):
            return True
        for i in [last, *self.tree.ancestors(last)]:
            if self.tokens[i].pos == "VERB":
                subjects = (k for kid in self.tree.children(i, "nsubj", "nsubjpass") for k in self.tree.subtree(kid))
                return any(self.tokens[k].lemma in words()["toll_nouns"] for k in subjects)
        return False
