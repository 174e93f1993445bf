"""Claims of an invented article, through the real parser and annotations."""

from collections.abc import Callable
from functools import cache

import pytest

from crosswire.annotate.attributions import find_attributions
from crosswire.annotate.mended import mended
from crosswire.claims import extract
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Annotations, Article, Claim, Line, Quantity, TimeExpression
from crosswire.text.syntax import Tree

Claims = Callable[[str], tuple[Claim, ...]]


def article_of(text: str) -> Article:
    """An article whose every line is body, but for those that begin with "# " (headings)."""
    lines, at = [], 0
    for part in text.split("\n"):
        if part.strip():
            lines.append(Line(at, at + len(part), "heading" if part.startswith("# ") else "body"))
        at += len(part) + 1
    return Article("a", "a.txt", text, None, None, None, None, None, "en", None, tuple(lines), "0")


@cache
def annotated(text: str) -> tuple[Article, Annotations]:
    article = article_of(text)
    parse = mended(article, SpacyParser().parse(article))
    tree = Tree(parse)
    quantities = tuple(
        Quantity(t.start, t.end, t.text, "count", None, 0.0, 1.0, "person", None, None, 0.0, 1.0, "person")
        for t in parse.tokens
        if t.pos == "NUM"
    )
    times = tuple(
        TimeExpression(t.start, t.end, t.text, "date", "day", "XXXX-WXX-1", None, None, "absent", None)
        for t in parse.tokens
        if t.text == "Monday"
    )
    attributions = find_attributions(article, parse, tree, (), ())
    return article, Annotations("a", parse, (), (), quantities, times, attributions, ())


@pytest.fixture(scope="session")
def claims() -> Claims:
    """A function from a text to its claims."""

    def run(text: str) -> tuple[Claim, ...]:
        return extract(*annotated(text))

    return run
