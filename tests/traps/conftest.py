"""Two ways from a text to its claims: as ``crosswire compare`` reads it, and by rules alone."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from crosswire import pipeline, read
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Article, Capture
from crosswire.settings import Settings


@pytest.fixture(scope="session")
def ways(reading: Callable[[str], Any]) -> dict[str, Callable[[str], Any]]:
    """By its name, a function from a text to its article, annotations and claims."""
    parser = SpacyParser()

    @cache
    def rules(text: str) -> pipeline.Marked:
        article = read.read(Capture("report.txt", text.encode(), "text/plain"), Settings())
        assert isinstance(article, Article), article
        return pipeline.mark(article, parser)

    return {"rules": rules, "tagger": reading}
