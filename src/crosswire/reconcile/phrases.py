"""Phrases of a report's sentence, cut and set so that they can stand in a question."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from crosswire.records import Annotations, Token
from crosswire.text.syntax import Tree

LONGEST = 9
"""Words of a noun phrase: one that can't be cut to this is not shown in a question."""


@cache
def table() -> Mapping[str, Any]:
    """The words of questions.toml."""
    return tomllib.loads(files("crosswire.reconcile").joinpath("questions.toml").read_text("utf-8"))


NUMERIC = frozenset(("CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT", "DATE", "TIME"))


class Phrases:
    """Reads phrases off one article's parse; pronouns become the names they stand for."""

    def __init__(self, annotations: Annotations, canonical: Mapping[str, str]) -> None:
        self.tree = Tree(annotations.parse)
        self.tokens = self.tree.tokens
        self._nouns: dict[tuple[int, frozenset[int], str], str | None] = {}
        self._starts = [t.start for t in self.tokens]
        names = {e.id: canonical.get(e.canonical, e.canonical) for e in annotations.entities if e.kind != "nationality"}
        self._stands_for = {
            m.start: names[m.entity] for m in annotations.mentions if m.form == "pronoun" and m.entity in names
        }
        named = [(m.start, m.end) for m in annotations.mentions if m.form not in ("role", "pronoun")]
        entities = annotations.parse.entities
        self._named = named + [(e.start, e.end) for e in entities if e.label not in NUMERIC]
        self._numeric = [(e.start, e.end) for e in entities if e.label in NUMERIC]

    def at(self, start: int, end: int) -> list[int]:
        """The indices of the tokens in a character span."""
        first = bisect_left(self._starts, start)
        return [i for i in range(first, bisect_left(self._starts, end)) if self.tokens[i].end <= end]

    def is_number(self, i: int) -> bool:
        """Whether a token is a numeral or part of a stated number or date."""
        token = self.tokens[i]
        return token.pos == "NUM" or any(start <= token.start < end for start, end in self._numeric)

    def noun(self, head: int, without: Collection[int] = (), own: str = "") -> str | None:
        """The noun phrase that a token heads, cut to what names the thing: no relative clause, no
        apposition, no more than LONGEST words. ``own`` is the question's subject: a "his" that
        means it stays. None for a pronoun that stands for no name, and for what can't be cut."""
        # Remembered: a clause is asked several ways.
        key = (head, frozenset(without), own)
        if key not in self._nouns:
            self._nouns[key] = self._noun(head, without, own)
        return self._nouns[key]

    def _noun(self, head: int, without: Collection[int], own: str) -> str | None:
        token = self.tokens[head]
        if token.text.lower().endswith(("self", "selves")):
            return token.text.lower()
        if token.pos == "PRON" or token.tag in ("WP", "WDT", "EX"):
            return self._stands_for.get(token.start)
        if token.tag in ("DT", "CD") and not self.tree.children(head):
            return None
        for level in range(len(CUTS)):
            kept = [i for i in self._kept(head, CUTS[level]) if i not in without]
            while kept and kept[-1] != head and self.tokens[kept[-1]].tag in ("VBG", "IN", "TO", "CC", "DT"):
                kept.pop()
            if any(self.tokens[i].tag in ("WP", "WRB") for i in kept):
                return None
            text = re.sub(r"\s(?:and|or|but)$", "", self.text(kept, own))
            if text and len(text.split()) <= LONGEST:
                return text
        return None

    def _kept(self, head: int, cut: frozenset[str]) -> list[int]:
        kept: list[int] = []
        stack = [head]
        while stack:
            i = stack.pop()
            kept.append(i)
            stack.extend(k for k in self.tree.children(i) if not self._drops(k, i, cut))
        return sorted(kept)

    def _drops(self, k: int, parent: int, cut: frozenset[str]) -> bool:
        token = self.tokens[k]
        after = k > parent
        if token.dep == "punct":
            return token.text not in ("-", "'", "’") or after
        if token.dep == "prep" and token.text.lower() == "of":
            return "of" in cut and after
        return token.dep in cut and after

    def text(self, indices: Iterable[int], own: str = "") -> str:
        """The tokens as one string: capitals of a sentence's start and a tokenised corpus' blanks
        put right, "his" and "its" turned into the name's, "our" into "the"."""
        words: list[str] = []
        last: Token | None = None
        for i in indices:
            token = self.tokens[i]
            word = self._word(i, own)
            if word is None:
                continue
            if last is not None and (token.start > last.end or words[-1] == ""):
                words.append(" ")
            words.append(word)
            last = token
        return tidy("".join(words))

    def _word(self, i: int, own: str) -> str | None:
        token = self.tokens[i]
        lower = token.text.lower()
        if token.tag in ("``", "''") or token.text in ('"', "“", "”"):
            return None
        if token.tag == "WP$":
            return "the"
        if token.tag == "PRP$":
            name = self._stands_for.get(token.start)
            if name and name.split()[-1] in own.split():
                return lower
            if name and len(name.split()) <= 4:
                return possessive(name)
            return "the" if lower in ("my", "our", "your", "its") else token.text.lower()
        if token.pos == "PRON" and (name := self._stands_for.get(token.start)):
            return name
        starts = i == self.tree.parse.sentences[token.sentence].first or self.tokens[i - 1].tag in ("``", ":")
        if starts and token.pos != "PROPN" and token.text[1:] == token.text[1:].lower() and not self._is_name(token):
            return lower
        return token.text

    def _is_name(self, token: Token) -> bool:
        return token.pos != "DET" and any(start <= token.start < end for start, end in self._named)

    def is_plural(self, head: int) -> bool:
        """Whether a noun phrase takes a plural verb: by its head, or because another is joined."""
        token = self.tokens[head]
        if self.tree.children(head, "conj") and self.tree.children(head, "cc"):
            return True
        if token.pos == "PRON":
            return token.text.lower() in ("they", "we", "these", "those", "who") and token.start not in self._stands_for
        return token.tag in ("NNS", "NNPS") or token.lemma in ("police", "people") or token.tag == "CD"


# What is left out behind a noun, more and more until the phrase is short enough.
_AFTER = frozenset(("relcl", "appos", "advcl", "parataxis"))
CUTS = (
    _AFTER,
    _AFTER | {"acl", "npadvmod"},
    _AFTER | {"acl", "npadvmod", "prep", "amod"},
    _AFTER | {"acl", "npadvmod", "prep", "amod", "of", "conj", "cc"},
)


def possessive(name: str) -> str:
    """ "Khan" gives "Khan's", "the Coast Guards" gives "the Coast Guards'"."""
    return name + ("’" if name.endswith("s") else "’s")


# What no well-set text holds; most phrases have none of it.
ODD = re.compile(r"\\n|[^\S ]|  |\d[,.] \d| ['’,.;:!?%)-]|[($£€] |[A-Z]\. [A-Z]\.|(?<=s) ['’]")


def tidy(text: str) -> str:
    """Mend the blanks that hard wrapping and tokenised corpora leave: "20, 000", "6. 1",
    "Gomes ' s", "Ram - raiders"."""
    if not ODD.search(text):
        return text.strip(" ,;:-—–")
    text = re.sub(r"\\n|\s+", " ", text).strip(" ,;:-—–")
    text = re.sub(r"(?<=\d), (?=\d{3}\b)", ",", text)
    text = re.sub(r"(?<=\d)\. (?=\d)", ".", text)
    text = re.sub(r"\s+(['’])\s?s\b", r"\1s", text)
    text = re.sub(r"(?<=s) (['’])(?=\s|$)", r"\1", text)
    text = re.sub(r"\b([A-Z])\. (?=[A-Z]\.)", r"\1.", text)
    text = re.sub(r"(?<=[a-z]) - (?=[a-z]{1,3}\b)|(?<=\b[a-z]{4}) - (?=[a-z])|(?<=\d) - (?=[a-z])", "-", text)
    return re.sub(r"\s+([,.;:!?%)])", r"\1", re.sub(r"([($£€])\s+", r"\1", text))
