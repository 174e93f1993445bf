"""An article of one text and its marks, as the real parser reads it."""

from collections.abc import Callable

import pytest

from crosswire.annotate import annotate
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Annotations, Article, Line

Marked = tuple[Article, Annotations]


@pytest.fixture(scope="session")
def whole() -> Callable[..., Article]:
    """A function from a text, and perhaps an id, to an article of one line of body."""

    def make(text: str, name: str = "a") -> Article:
        line = Line(0, len(text), "body")
        return Article(name, f"{name}.txt", text, None, None, None, None, None, "en", None, (line,), "0")

    return make


@pytest.fixture(scope="session")
def marked(whole: Callable[..., Article]) -> Callable[..., Marked]:
    """A function from a text, and perhaps an id, to the article and its annotations."""

    def mark(text: str, name: str = "a") -> Marked:
        article = whole(text, name)
        return article, annotate(article, SpacyParser().parse(article))

    return mark
