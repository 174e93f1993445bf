"""Words of an article with their places, in the form in which they are compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.records import Article, LineKind

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as compared, and where it stands in the article's text."""

    form: str
    start: int
    end: int


def words(article: Article, *kinds: LineKind) -> list[Word]:
    """The words of the article's lines of these kinds, in text order. Case and punctuation are
    dropped, so that "20, 000" of a tokenised text is "20,000", and curly quotes are straight."""
    return [
        Word(match[0].casefold(), match.start(), match.end())
        for line in article.lines
        if line.kind in kinds
        for match in WORD.finditer(article.text, line.start, line.end)
    ]


def forms(article: Article, *kinds: LineKind) -> list[str]:
    """The words of the article's lines of these kinds as they are compared, in text order."""
    return [
        form.casefold()
        for line in article.lines
        if line.kind in kinds
        for form in WORD.findall(article.text, line.start, line.end)
    ]


def covered(spans: Sequence[tuple[int, int]], places: Sequence[Word]) -> list[bool]:
    """For each word, in text order, whether one of the spans, in order and apart, holds it whole."""
    answers, number = [], 0
    for word in places:
        while number < len(spans) and spans[number][1] < word.end:
            number += 1
        answers.append(number < len(spans) and spans[number][0] <= word.start)
    return answers


def stem(form: str) -> str:
    """A plural's singular by its ending, enough to let "ferries" meet "ferry" without a parser."""
    if len(form) > 4 and form.endswith("ies"):
        return form[:-3] + "y"
    if len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is")):
        return form[:-1]
    return form
