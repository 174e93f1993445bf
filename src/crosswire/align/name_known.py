"""Plain names, and the second names that known_names.toml lists."""

import re
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from crosswire.records import Entity
from crosswire.text.names import normalise
from crosswire.text.numerals import table


@cache
def known() -> dict[str, Any]:
    """The tables of known_names.toml."""
    return loads(files("crosswire.align").joinpath("known_names.toml").read_text("utf-8"))


@cache
def rows() -> dict[str, int]:
    """Each known form with the number of its row."""
    return {form: number for number, row in enumerate(known()["rows"]) for form in row}


@cache
def plain(name: str) -> str:
    """The plain form that groups names: as normalise() gives it, with "&" as "and", initials in one
    ("U. S. Geological Survey") and abbreviations inside a longer name spelt out ("U.N. Command"), as is "Mt" before
    one; "MT" is a ship's."""
    name = re.sub(r"\bMt\.?(?= )", "Mount", name)
    words = re.sub(r"(?<=\b\w) (?=\w\b)", "", normalise(name).replace("&", " and ")).split()
    if len(words) > 1:
        words = [known()["inside"].get(w, w) if w != "st" or i == 0 else w for i, w in enumerate(words)]
    return re.sub(r"^da s (?=office$)", "district attorney s ", " ".join(words))


def is_of_party(entity: Entity) -> bool:
    """Whether a name is what a known party's members are called, as the list has it beside the party's own."""
    return entity.kind == "nationality" and plain(entity.canonical) in known()["members"]


@cache
def countries() -> frozenset[str]:
    """The plain names of the countries whose capitals are listed."""
    return frozenset(normalise(country) for country in table("names.toml")["capitals"].values())
