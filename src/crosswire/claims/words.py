"""The lists of words.toml."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words() -> dict[str, dict[str, frozenset[str]]]:
    """The lists of words.toml."""
    data = tomllib.loads(files("crosswire.claims").joinpath("words.toml").read_text("utf-8"))
    return {part: {name: frozenset(w) for name, w in lists.items()} for part, lists in data.items()}
