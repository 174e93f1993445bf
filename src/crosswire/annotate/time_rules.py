"""The rules of time expressions: what each kind looks like, and which reader reads it."""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from crosswire.annotate import calendar_readers, relative_readers
from crosswire.annotate.time_readings import Context, Reading, words
from crosswire.text.numerals import alternatives

Match = re.Match[str]
Reader = Callable[[Match, Context], Reading | None]
_TABLES = ("months", "weekdays", "parts", "zones", "units", "seasons", "holidays", "easter", "sets", "references")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("crosswire.annotate").joinpath("time_rules.toml").read_text(encoding="utf-8"))


@cache
def _rules() -> tuple[re.Pattern[str], dict[str, Reader]]:
    """One pattern of named alternatives in the order of the table, and the reader of each."""
    table = _table()
    known = {name: alternatives(words()[name]) for name in _TABLES}
    for name, fragment in table["fragments"].items():
        known[name] = _filled(fragment, known)
    readers: dict[str, Reader] = {}
    bodies: list[str] = []
    for rule in table["rule"]:
        name = rule["reader"]
        home = calendar_readers if hasattr(calendar_readers, f"read_{name}") else relative_readers
        readers[name] = getattr(home, f"read_{name}")
        bodies.append(f"(?P<{name}>{_filled('|'.join(rule['patterns']), known)})")
    return re.compile("|".join(bodies), re.IGNORECASE), readers


def _filled(pattern: str, known: dict[str, str]) -> str:
    return re.sub(r"(?<!\(\?)<([a-z]+)>", lambda m: known[m[1]], pattern)


@cache
def _openers() -> frozenset[str]:
    """The words that can open an expression: everything else is passed over without a look."""
    found = set(_table()["openers"])
    for name in _TABLES:
        found |= {re.split(r"[\s.'-]", word)[0] for word in words()[name]}
    found |= {f"{unit}s" for unit in words()["units"]} | {f"{day}s" for day in words()["weekdays"]}
    return frozenset(found)


_WORD = re.compile(r"[A-Za-z]+|\d+(?:st|nd|rd|th)?\b|\d|['’](?=\d0s)")


def candidates(text: str) -> Iterator[tuple[int, int, Match, Reader]]:
    """Candidate expressions from left to right: where they start and end, the match, its reader.

    Where a rule's reader refuses, no other gets a second chance, so that words are read one way."""
    pattern, readers = _rules()
    openers = _openers()
    end = 0
    for word in _WORD.finditer(text):
        start = word.start()
        opener = word.group()
        if start < end or not (opener[0].isdigit() or opener.lower() in openers):
            continue
        if start > 0 and (text[start - 1].isalnum() or (opener[0].isdigit() and text[start - 1] in "$£€¥")):
            continue
        m = pattern.match(text, start)
        if m is None or m.lastgroup is None or m.end() == start:
            continue
        end = start + len(m.group().rstrip(" ,"))
        yield start, end, m, readers[m.lastgroup]
