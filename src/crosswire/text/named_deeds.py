"""The deed that a claim tells, whether a verb tells it or a noun under a light verb."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from crosswire.records import Claim


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("crosswire.text").joinpath("named_deeds.toml").read_text("utf-8"))


def deed(claim: Claim) -> str:
    """The verb for what a claim tells: its predicate, the verb of the noun that carries it ("initiated the call", "put
    through a call", "paid a visit"), or the commoner one of two for one deed ("telephoned")."""
    table = _table()
    if claim.predicate in table["light"]:
        done = [x.head.lower() for x in claim.arguments if x.role == "patient"]
        if claim.predicate == "put":  # "put through a call"
            done += re.findall(r"\bthrough\s+an?\s+(?:\w+\s+)?(\w+)", claim.text)
        for noun in done:
            if noun in table["nouns"]:
                return str(table["nouns"][noun])
    return str(table["alike"].get(claim.predicate, claim.predicate))
