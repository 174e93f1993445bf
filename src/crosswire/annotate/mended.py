"""Sentences that were cut inside a figure ("22. 4bn", "at 4. 30am"), put together again."""

import re
from dataclasses import replace

from crosswire.records import Article, Parse, Sentence, Token
from crosswire.text.numerals import find_numbers

_OPEN = re.compile(r"\d\s?\.\s*$")
_CLOCK = re.compile(r"[0-5]\d\s?(?:[ap]\.?m\b)", re.IGNORECASE)
REACH = 20  # characters on both sides that show whether a figure goes on


def mended(article: Article, parse: Parse) -> Parse:
    """The parse with every sentence joined to the next where the cut between them falls inside one
    figure; the later part hangs on the last word before the cut. The same parse where none does."""
    cut = [k for k in range(len(parse.sentences) - 1) if _within_figure(article.text, parse, k)]
    if not cut:
        return parse
    sentences: list[Sentence] = []
    number_of: list[int] = []
    for k, sentence in enumerate(parse.sentences):
        if k - 1 in cut:
            sentences[-1] = replace(sentences[-1], end=sentence.end, last=sentence.last)
        else:
            sentences.append(sentence)
        number_of.append(len(sentences) - 1)
    tokens: list[Token] = []
    for i, token in enumerate(parse.tokens):
        head = token.head
        if head == i and token.sentence - 1 in cut:
            head = max(0, parse.sentences[token.sentence].first - 2)
            token = replace(token, head=head, dep="dep")
        tokens.append(replace(token, sentence=number_of[token.sentence]))
    return Parse(tuple(tokens), tuple(sentences), parse.entities)


def _within_figure(text: str, parse: Parse, k: int) -> bool:
    left, right = parse.sentences[k], parse.sentences[k + 1]
    before = text[max(left.start, left.end - REACH) : right.start]
    if not _OPEN.search(before) or "\n" in before or not text[right.start : right.start + 1].isdigit():
        return False
    after = text[right.start : right.start + REACH]
    at = len(before)
    return _CLOCK.match(after) is not None or any(n.start < at < n.end for n in find_numbers(before + after))
