"""Who takes part in what a claim tells, and whether two claims can tell of the same party."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from crosswire.records import Argument, Claim


@dataclass(frozen=True, slots=True)
class Party:
    """A participant as far as the words fix it: by the ``words`` of its name, by the noun that
    describes it, as somebody or other ("someone"), or as a speaker who is not named ("I")."""

    kind: Literal["name", "noun", "indefinite", "speaker"]
    words: frozenset[str]
    sure: bool = True
    """Not so where a pronoun was resolved: what may be misread tells nobody apart."""


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    table = tomllib.loads(files("crosswire.text").joinpath("people.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


def is_people(noun: str | None) -> bool:
    """Whether a noun counts people: one of people.toml, or a "-man" or "-woman" ("fishermen")."""
    return noun is not None and (noun in _lists()["nouns"] or noun.endswith(("man", "woman")))


@cache
def _things() -> Mapping[str, str]:
    """Nouns of things.toml with the one that stands for their row."""
    table = tomllib.loads(files("crosswire.text").joinpath("things.toml").read_text("utf-8"))
    return {noun: row[0] for row in table["rows"] for noun in row}


def one_thing(a: str, b: str) -> bool:
    """Whether two nouns count one thing ("shots", "bullets"); people are told by ``is_people``."""
    return a == b or _things().get(a, a) == _things().get(b, b)


def party(claim: Claim, argument: Argument | None) -> Party | None:
    """Whom an argument means; None where the words leave it open (a pronoun that nothing resolves,
    or nobody). "I" is the claim's speaker."""
    if argument is None:
        return None
    text = argument.text.lower()
    if text in _lists()["indefinite"]:
        return Party("indefinite", frozenset())
    if text in _lists()["speaker"]:
        name = claim.said_by[0].name if claim.said_by else None
        if not name:
            return Party("speaker", frozenset())
    else:
        name = argument.name or (argument.text if _capital(argument) else None)
    if name:
        words = frozenset(w.lower() for w in re.findall(r"[^\W\d_][\w’'-]*", name) if w[0].isupper())
        return Party("name", words, text not in _lists()["pronouns"]) if words else None
    return None if text in _lists()["pronouns"] else Party("noun", frozenset((argument.head,)))


def _capital(argument: Argument) -> bool:
    """Whether an argument's words read as a name: "Brik", "the Osk Trader", not "The ferry"."""
    rest = (word for word in argument.text.split()[1:] if word.lower().startswith(argument.head[:4].lower()))
    return argument.head[:1].isupper() or any(word[0].isupper() for word in rest)


def apart(a: Party | None, b: Party | None) -> bool:
    """Whether two parties are surely not one: two names without a word in common (nor one the
    initials of the other), two nouns that differ and are not both of people, somebody or other and
    a name, a speaker without a name and anything told of. A name and a noun may mean one, and what is
    open may mean anything."""
    if "speaker" in {x.kind for x in (a, b) if x} and (a is None or b is None or a.kind != b.kind):
        return True
    if a is None or b is None:
        return False
    if {a.kind, b.kind} == {"indefinite", "name"}:
        return True
    if not (a.sure and b.sure):
        return False
    if a.kind != b.kind or a.kind in ("indefinite", "speaker") or a.words & b.words:
        return False
    if a.kind == "noun":
        return not all(is_people(word) for word in a.words | b.words)
    return not (_initials(a, b) or _initials(b, a))


def same_party(a: Party | None, b: Party | None) -> bool:
    """Whether two parties are known and share a word of their names, or the noun."""
    return a is not None and b is not None and a.kind == b.kind and bool(a.words & b.words)


def _initials(short: Party, long: Party) -> bool:
    letters = "".join(sorted(word[0] for word in long.words))
    return any("".join(sorted(word)) == letters for word in short.words if len(word) > 1)


def argument_of(claim: Claim, role: str) -> Argument | None:
    """The first argument of a claim in a role."""
    return next((x for x in claim.arguments if x.role == role), None)


def party_in(claim: Claim, role: str) -> Party | None:
    """Whom a claim tells of in a role; None where it tells of nobody in it, or leaves them open."""
    return party(claim, argument_of(claim, role))


def parties(a: Claim, b: Claim) -> tuple[Party | None, Party | None]:
    """The parties of two claims that stand in one role: the doers where both have one, else those whom it befell."""
    for role in ("agent", "patient"):
        if argument_of(a, role) and argument_of(b, role):
            return party_in(a, role), party_in(b, role)
    return None, None


def other_deed(a: Claim, b: Claim) -> bool:
    """Whether two claims tell of different parties in one role."""
    return apart(*parties(a, b))


def two_doers(a: Claim, b: Claim) -> bool:
    """Whether two claims name two different parties in one role."""
    one, other = parties(a, b)
    return one is not None and one.kind == "name" and apart(one, other)
