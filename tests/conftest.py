"""What holds for every test: examples drawn the same way each time, and no network beyond this machine. And the
whole way from text to claims, once for each text."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from crosswire import pipeline, read
from crosswire.records import Annotations, Article, Capture, Claim
from crosswire.settings import Settings

settings.register_profile("crosswire", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("crosswire")


def _is_local(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a socket in the file system
    try:
        return ip_address(address[0]).is_loopback
    except ValueError:
        return address[0] == "localhost"


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """A test that would reach another machine fails at once, with the address in its message."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if not _is_local(address):
            raise AssertionError(f"a test tries to reach {address!r}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its marks and claims."""

    article: Article
    annotations: Annotations
    claims: tuple[Claim, ...]

    def by(self, words: str) -> list[str]:
        """Who said the claim that holds the words: the chain of the shortest such claim."""
        start = self.article.text.index(words)
        holding = [c for c in self.claims if c.start < start + len(words) and start < c.end]
        best = max(holding, key=lambda c: (min(c.end, start + len(words)) - max(c.start, start), c.start - c.end))
        return [source.name for source in best.said_by]


@pytest.fixture(scope="session")
def reading() -> Callable[[str], Reading]:
    """A function from a text to its reading, as ``crosswire compare`` reads it; every span holds."""
    from crosswire.engines.spacy_parser import SpacyParser

    parser, reader = SpacyParser(), pipeline.default_reader(Settings())

    @cache
    def run(text: str) -> Reading:
        article = read.read(Capture("report.txt", text.encode(), "text/plain"), Settings())
        assert isinstance(article, Article), article
        parse = parser.parse(article)
        marked = pipeline.marked_with(article, parse, reader.read(article, parse).utterances)
        for claim in marked.claims:
            assert article.text[claim.start : claim.end] == claim.text
        for said in marked.annotations.attributions:
            assert all(0 <= s < e <= len(text) for s, e in said.contents)
        return Reading(article, marked.annotations, marked.claims)

    return run
