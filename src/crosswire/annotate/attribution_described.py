"""How a source without a name is described: the words that tell who it is, without when and where it spoke."""

import re

from crosswire.annotate.attribution_words import words
from crosswire.records import Parse, Token
from crosswire.text.syntax import Tree

DANGLING = frozenset(
    {"punct", "cc", "prep", "mark", "acl", "relcl", "advmod", "det", "aux"}
)  # tell nothing where they end a description
BREAKS = frozenset({"–", "—", "--", "“", "”", '"', "``", "''", "("})
GROUP = re.compile(r"\d{1,3},\d{3}")
NOMINATIVE = frozenset({"i", "we", "he", "she", "they"})
GIVEN = frozenset({"publish", "release", "obtain", "carry"})  # what is done with words, not with who wrote them
MAX_NAME = 12  # tokens of a description: gold descriptions of unnamed sources stay below


class Describer:
    """Describes the sources of one article that have no name."""

    def __init__(self, text: str, parse: Parse, tree: Tree) -> None:
        self.text, self.tokens, self.tree = text, parse.tokens, tree
        spans = [(e.start, e.end) for e in parse.entities if e.label in ("DATE", "TIME")]
        self._days = [(a, b) for a, b in spans if not text[a:b].endswith("old")]  # "a 10-year-old"

    def words(self, i: int, phrase: tuple[int, int], without: frozenset[int]) -> str:
        """The words of the phrase at token i with what tells an unnamed source apart ("two officials who asked
        not to be named"), without its article and what hangs on the tokens of ``without``."""
        keep = {i} | {
            j
            for c in self.tree.children(i)
            if self.tokens[c].dep not in ("appos", "cc", "conj") and not self._is_cut(i, c, without)
            for j in self.tree.subtree(c)
        }
        keep -= without
        first, last = phrase
        while last in keep and last - first < MAX_NAME and self.tokens[last].text not in (",", "—", "--", ";", ":"):
            last += 1
        if first > 1 and GROUP.fullmatch("".join(t.text for t in self.tokens[first - 2 : first + 1])):
            first -= 2  # "1 , 300 scientists" of a tokeniser
        parts = self.tokens[first : self._break(i, last)]
        while len(parts) > 1 and parts[0].dep in ("det", "advmod", "punct", "mark") and parts[0].tag != "PRP$":
            parts = parts[1:]
        cut = last in keep and last - first == MAX_NAME
        while len(parts) > 1 and self._dangles(parts[-1], cut):
            parts = parts[:-1]
        return " ".join(self.text[parts[0].start : parts[-1].end].split())

    def _dangles(self, token: Token, cut: bool) -> bool:
        """Whether a description cannot end with a token: "the ward where he", and where it was ``cut`` for its length
        "two clerks who were there but declined"."""
        small = token.dep in DANGLING or token.tag in ("WP", "WRB", "POS") or token.text.lower() in NOMINATIVE
        return small or (cut and token.pos == "VERB")

    def _break(self, i: int, last: int) -> int:
        """Where in the words behind token i a description ends: before a day or an hour ("a clerk on Monday"), a
        dash, an example, a quotation."""
        for k in range(i + 1, last):
            token = self.tokens[k]
            if token.text in BREAKS or token.lemma == "include" or self._is_when(k) or self._is_occasion(i, k):
                return k
        return last

    def _is_when(self, k: int) -> bool:
        """Whether a token opens the words for a day or an hour: "on Monday", "Monday night"."""
        at = k + 1 if self.tokens[k].dep == "prep" and k + 1 < len(self.tokens) else k
        over = self.tokens[self.tokens[at].head]
        if at == k and self.tokens[at].pos == "NUM" and over.pos == "PROPN" and over.start > self.tokens[at].start:
            return False  # "members of the 1912 Board"
        return any(start <= self.tokens[at].start < end for start, end in self._days)

    def _is_occasion(self, i: int, k: int) -> bool:
        """Whether the preposition at k tells when and where the one at i spoke: "staff in a briefing"."""
        if self.tokens[k].dep != "prep" or self.tokens[k].head != i:
            return False
        if " ".join(t.text.lower() for t in self.tokens[k : k + 3]) == "at the time":
            return True
        lists = words().lists
        nouns = [c for c in self.tree.children(k, "pobj", "pcomp") if c > k]
        return any(self.tokens[c].lemma in lists["spoken_in"] or self.tokens[c].dep == "pcomp" for c in nouns)

    def _is_reduced(self, i: int, clause: int) -> bool:
        """Whether a past form behind a subject is but a participle: "people |briefed| on it said"."""
        told = self.tokens[i].dep == "nsubj" and clause < self.tokens[i].head
        return told and clause == i + 1 and bool(self.tree.children(clause, "prep"))

    def _is_cut(self, i: int, clause: int, without: frozenset[int]) -> bool:
        """Whether a clause that describes a source is the cue's own ("lawmakers who have warned that") or
        runs on beyond what a name may hold."""
        if self.tokens[clause].dep not in ("relcl", "acl"):
            return False
        if self.tokens[clause].dep == "acl" and self.tokens[clause].tag == "VBD" and not self._is_reduced(i, clause):
            return True  # "a clerk e-mailed": its own verb
        people = words().sources["persons"] | words().sources["anonymous"]
        if self.tokens[clause].tag == "VBN" and self.tokens[clause].lemma in GIVEN and self.tokens[i].lemma in people:
            return True  # "a notice from officials published by the Herald"
        below = set(self.tree.subtree(clause))
        return bool(below & without) or max(below) - i > MAX_NAME
