"""What the rules of attribution share over one article: its tokens by place, its quotations, and the
drafts that they make."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from crosswire.annotate.attribution_cues import Cue
from crosswire.annotate.attribution_quotes import Quote, find_quotes
from crosswire.records import Article, Parse, Source
from crosswire.text.syntax import Tree

Span = tuple[int, int]
SMALL = 4  # letters of a word that a title has in small letters
GAP = frozenset(
    {",", '"', "“", "”", "''", "``", "`", ":", ".", "?", "!", "—", "–", "-", "--", "", "’", "‘", "'", "and", "but"}
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before its chain is drawn: spans are of characters, speakers are token heads."""

    cue: Cue
    contents: tuple[Span, ...]
    quoted: tuple[Quote, ...]


class Speech:
    """What the rules share over one article: its tokens by place and its quotations."""

    def __init__(self, article: Article, parse: Parse, tree: Tree) -> None:
        self.text, self.parse, self.tree, self.tokens = article.text, parse, tree, parse.tokens
        self.starts = [t.start for t in parse.tokens]
        self.quotes = find_quotes(article)
        self.lines = article.lines
        self._quotes = [q.start for q in self.quotes]
        self._lines = [line.start for line in article.lines]

    def token_range(self, start: int, end: int) -> Span:
        """The tokens that begin within a character span."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def chars(self, first: int, last: int) -> Span:
        return self.tokens[first].start, self.tokens[last - 1].end

    def line_of(self, position: int) -> int:
        return bisect_right(self._lines, position) - 1

    def sentence_of(self, position: int) -> int:
        return self.tokens[max(0, bisect_right(self.starts, position) - 1)].sentence

    def quoted_within(self, start: int, end: int) -> int:
        """How many characters of a span stand in quotations."""
        first = max(0, bisect_right(self._quotes, start) - 1)
        last = bisect_left(self._quotes, end)
        return sum(max(0, min(end, q.end) - max(start, q.start)) for q in self.quotes[first:last])

    def is_gap(self, first: int, last: int) -> bool:
        """Whether only marks and joining words stand in a token range."""
        return all(self.tokens[k].text.strip() in GAP for k in range(first, last))

    def is_full(self, quote: Quote) -> bool:
        """Whether a quotation holds more than a phrase: it begins a sentence or ends like one."""
        first, last = self.token_range(quote.inner_start, quote.inner_end)
        return last - first >= 2 and any(self.tokens[k].pos in ("VERB", "AUX") for k in range(first, last))

    def is_title(self, quote: Quote) -> bool:
        """Whether a quotation is the name of a programme or a paper behind its owner's ("Delta's “Morning Watch”")."""
        first, last = self.token_range(quote.inner_start, quote.inner_end)
        names = [t.text for t in self.tokens[first:last] if t.text[:1].isalpha()]
        before = self.token_range(quote.start, quote.start + 1)[0] - 1
        owned = before >= 0 and self.tokens[before].tag == "POS"
        return owned and all(n[0].isupper() or len(n) < SMALL for n in names)

    def is_sentence(self, quote: Quote) -> bool:
        """Whether a quotation of two words or more is a sentence of its own."""
        first, last = self.token_range(quote.inner_start, quote.inner_end)
        if last - first < 2 or self.text[quote.inner_end - 1] not in ".?!…":
            return False
        sentence = self.parse.sentences[self.tokens[first].sentence]
        return self.is_gap(sentence.first, first) and quote.end >= sentence.end - 1

    def stands_alone(self, quote: Quote) -> bool:
        """Whether a quotation is whole sentences: it begins one, and ends like one or is left open."""
        first, last = self.token_range(quote.inner_start, quote.end)  # its mark may end the sentence before
        if first >= last or not self.is_full(quote):
            return False
        sentence = self.parse.sentences[self.tokens[first].sentence]
        whole = self.is_gap(sentence.first, first) and self.text[quote.inner_end - 1] in ".?!…,—-"
        return whole or quote.open


Spoken = list[tuple[Draft, tuple[Source, ...]]]
"""Drafts with their own sources."""
