"""The word lists of sources.toml: by which verbs and nouns an article names its sources."""

import tomllib
from functools import cache
from importlib.resources import files

from crosswire.annotate.attribution_words import words


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("crosswire.annotate").joinpath("sources.toml").read_text("utf-8"))
    return {name: frozenset(lemmas) for name, lemmas in data.items()}


def source_words(name: str) -> frozenset[str]:
    """Return a list of sources.toml by its name. Raises KeyError for a name that it has not."""
    return _lists()[name]


def tells(lemma: str) -> bool:
    """Whether a verb tells something: one of speech, or one behind which a document stands that does ("boast")."""
    return lemma in words().stance or lemma in source_words("telling")
