"""The whole way from text to claims, once for each text."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest

from crosswire import annotate, claims, read
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Annotations, Article, Capture, Claim
from crosswire.settings import Settings


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its marks and claims."""

    article: Article
    annotations: Annotations
    claims: tuple[Claim, ...]


@pytest.fixture(scope="session")
def reading() -> Callable[[str], Reading]:
    """A function from a text to its reading, as ``crosswire compare`` reads it."""
    parser = SpacyParser()

    @cache
    def run(text: str) -> Reading:
        article = read.read(Capture("report.txt", text.encode(), "text/plain"), Settings())
        assert isinstance(article, Article), article
        annotations = annotate.annotate(article, parser.parse(article))
        return Reading(article, annotations, claims.extract(article, annotations))

    return run
