"""Words by what they tell of a deed (``deeds.toml``)."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def listed(*lists: str) -> frozenset[str]:
    """The words of one list of the table or more."""
    table = tomllib.loads(files("crosswire.reconcile").joinpath("deeds.toml").read_text("utf-8"))
    return frozenset(word for name in lists for word in table[name])
