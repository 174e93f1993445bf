"""The whole pipeline with the real models, each article read once a session."""

from collections.abc import Callable, Iterable

import pytest

from crosswire import pipeline
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.ports import Reading
from crosswire.present.examples import FOLDER
from crosswire.records import Article, Dossier, Parse
from crosswire.settings import Settings

Compare = Callable[[Iterable[Article]], Dossier]


class RememberingParser:
    """Parses a text once: a parse depends on the text and its lines alone."""

    def __init__(self) -> None:
        self._parser = SpacyParser()
        self._known: dict[object, Parse] = {}

    def parse(self, article: Article) -> Parse:
        key = (article.text, article.lines)
        if key not in self._known:
            self._known[key] = self._parser.parse(article)
        return self._known[key]


class RememberingReader:
    """Reads a text once, by default settings: a reading depends on the text and its parse alone."""

    def __init__(self) -> None:
        self._reader = pipeline.default_reader(Settings())
        self._known: dict[object, Reading] = {}

    def read(self, article: Article, parse: Parse) -> Reading:
        key = (article.text, article.lines)
        if key not in self._known:
            self._known[key] = self._reader.read(article, parse)
        return self._known[key]


@pytest.fixture(scope="session")
def compare() -> Compare:
    """Articles to their dossier."""
    parser, reader = RememberingParser(), RememberingReader()
    return lambda articles: pipeline.compare_articles(articles, (), parser, reader, Settings())


@pytest.fixture(scope="session")
def ferry() -> tuple[Article, ...]:
    """The reports of the ferry collision, as they are read."""
    return pipeline.gather([str(FOLDER / "ferry-collision")], Settings())[0]


@pytest.fixture(scope="session")
def breach() -> tuple[Article, ...]:
    """The reports of the data breach, as they are read."""
    return pipeline.gather([str(FOLDER / "data-breach")], Settings())[0]


@pytest.fixture(scope="session")
def dossier(compare: Compare, ferry: tuple[Article, ...]) -> Dossier:
    """The ferry collision's dossier."""
    return compare(ferry)
