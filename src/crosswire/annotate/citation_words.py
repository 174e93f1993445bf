"""The word lists of sources.toml: by which verbs and nouns an article names its sources."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("crosswire.annotate").joinpath("sources.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


def source_words(name: str) -> frozenset[str]:
    """Return a list of sources.toml by its name. Raises KeyError for a name that it has not."""
    return _lists()[name]
