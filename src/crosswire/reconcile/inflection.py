"""Forms of English verbs and nouns, enough to ask a question in."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

VOWELS = "aeiou"


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("crosswire.reconcile").joinpath("inflection.toml").read_text("utf-8"))


def past(lemma: str) -> str:
    """The simple past: "find" gives "found", "rob" gives "robbed"."""
    irregular = _table()["verbs"].get(lemma)
    return str(irregular[0]) if irregular else _regular(lemma)


def participle(lemma: str) -> str:
    """The past participle: "take" gives "taken"."""
    irregular = _table()["verbs"].get(lemma)
    return str(irregular[1]) if irregular else _regular(lemma)


def _regular(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    if lemma.endswith("ic"):
        return lemma + "ked"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + "ed"


def _doubles(lemma: str) -> bool:
    """One syllable of one vowel and one last consonant ("stop", not "stay", "seem", "help")."""
    if lemma in _table()["doubling"]["yes"]:
        return True
    return re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]", lemma) is not None


def plural(noun: str) -> str:
    """The plural of an English noun's lemma; a compound's last word is inflected."""
    before, space, last = noun.rpartition(" ")
    irregular: str | None = _table()["plurals"].get(last)
    if irregular:
        return before + space + irregular
    if last.endswith(("s", "x", "ch", "sh", "z")):
        return noun + "es"
    if last.endswith("y") and last[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"
