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


def third(lemma: str) -> str:
    """The third person of the present: "carry" gives "carries"."""
    irregular = {"be": "is", "have": "has", "do": "does", "go": "goes"}
    if lemma in irregular:
        return irregular[lemma]
    if lemma.endswith(("s", "x", "ch", "sh", "z")) or (lemma.endswith("o") and lemma[-2:-1] not in VOWELS):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2:-1] not in VOWELS else lemma + "s"


def verb(text: str, lemma: str) -> str | None:
    """The lemma of a verb form. ``lemma`` is what a tagger takes it for: right where the form is one
    of its own; else it is looked up ("rode" that was taken for a form of "rid"), and None is no verb."""
    word = text.lower()
    if word in ("is", "are", "was", "were", "be", "been", "being", "am", "'m", "’m", "'s", "’s", "'re", "’re"):
        return "be"
    if word == "born":
        return "bear"
    if re.search(r"(?:ck|ct|pt|lt|ft|nd|rk|lk)e$", lemma):
        lemma = lemma[:-1]  # "deadlocked", cut wrongly
    if word == lemma and word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        lemma = lemma[:-2]  # a headline's "Reaches", taken for a name
    if lemma.endswith("ie") and len(lemma) > 4 and word.endswith("ied"):
        lemma = lemma[:-2] + "y"  # "recertified", cut wrongly
    if lemma in _table()["not_verbs"]["nouns"]:
        return None
    if word == lemma and word not in _table()["verbs"] and word not in _table()["also_verbs"]["verbs"]:
        lemma = _looked_up().get(word, lemma)  # "overtook" that was taken for a verb of its own
    if word in (lemma, third(lemma), past(lemma), participle(lemma)):
        return lemma
    if word == gerund(lemma) or (not _short(lemma) and word in (lemma + "ing", lemma + "ed")):
        return lemma
    if not _short(lemma) and word in (lemma + lemma[-1] + "ing", lemma + lemma[-1] + "ed"):
        return lemma
    whole = lemma + "e"  # "fined" that was taken for a form of "fin"
    if word in (gerund(whole), past(whole)):
        return whole
    return _looked_up().get(word)


def gerund(lemma: str) -> str:
    """The form in -ing: "lie" gives "lying", "rob" gives "robbing"."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    if lemma.endswith("ic"):
        return lemma + "king"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + "ing"


@cache
def _looked_up() -> Mapping[str, str]:
    known = _table()["verbs"]
    return {form: lemma for lemma, forms in known.items() for form in (*forms, gerund(lemma), third(lemma))}


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
    return _short(lemma)


def _short(lemma: str) -> bool:
    return re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]", lemma) is not None


def plural(noun: str) -> str:
    """The plural of an English noun's lemma; a compound's last word is inflected."""
    before, space, last = noun.rpartition(" ")
    irregular: str | None = _table()["plurals"].get(last)
    if irregular:
        return before + space + irregular
    if re.search(r"[^aeiousx]s$", last) and len(last) > 4:
        return noun  # "democrats", which a tagger takes for a name
    if last.endswith(("s", "x", "ch", "sh", "z")):
        return noun + "es"
    if last.endswith("man") and len(last) > 5 and last not in _table()["not_men"]["nouns"]:
        return noun[:-2] + "en"
    if last.endswith("y") and last[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"
