"""Articles made of a sentence or two, and one parser for all tests of the stage."""

from collections.abc import Callable

import pytest

from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Article, Line, Parse, content_id


def article_of(text: str, published: str | None = None) -> Article:
    """An article whose every line is body text."""
    lines: list[Line] = []
    start = 0
    for part in text.split("\n"):
        if part.strip():
            lines.append(Line(start, start + len(part), "body"))
        start += len(part) + 1
    return Article(
        content_id("article", text), "memory", text, None, None, None, published, None, "en", None, tuple(lines), ""
    )


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], tuple[Article, Parse]]:
    """Text to an article and its parse."""
    parser = SpacyParser()

    def parse(text: str) -> tuple[Article, Parse]:
        article = article_of(text)
        return article, parser.parse(article)

    return parse
