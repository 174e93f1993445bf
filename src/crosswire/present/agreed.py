"""How every report words an account that several share, and who said it there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswire.present.view import WHOLE, Item, Part, clean, doubtful, parts, voice

TRIFLES = frozenset(("a", "an", "the", "that"))
ONE_ANSWER = ("speaker", "count", "quantity", "money", "duration")
"""Kinds of which an account has one answer, however it is written: a name, a figure."""
PRONOUNS = frozenset("he she it they we you i who which him her them us this these those".split())
WORD = re.compile(r"[^\W_]+")
Told = tuple[str, tuple[str, ...]]
"""Who says it in words ("" for the reports' own voice), and the labels of the reports."""


@dataclass(frozen=True, slots=True)
class Worded:
    """One wording of an answer, cut where the claims' own words begin and end in it, and by whom and where it is
    told."""

    parts: tuple[Part, ...]
    told: tuple[Told, ...]


def worded(account: Item, kind: str, names: Mapping[str, str]) -> list[Worded]:
    """Return the wordings of an account of a point of a kind, the one shown as its answer first: one where the reports
    differ in trifles only (capitals, marks, articles), else each report's own words with whoever says them there. A
    pronoun is no wording of its own, and of who said something the name is all that is told. A report that lets
    somebody say a whole claim does not tell it once more in its own voice."""
    answer = clean(account["answer"])
    shown: dict[tuple[str, ...], str] = {_plain(answer): answer}
    voices: dict[tuple[str, ...], dict[str, tuple[str, list[str]]]] = {}
    own: dict[tuple[str, ...], list[str]] = {}
    for claim in account["claims"]:
        words = clean(claim.get("value") or claim["text"])
        key = _plain(words)
        if kind in ONE_ANSWER or PRONOUNS.issuperset(key):
            key = _plain(answer)
        shown.setdefault(key, words)
        own.setdefault(key, []).append(clean(claim["text"]))
        _tell(voices.setdefault(key, {}), voice(claim), names[claim["article"]])
    return [
        Worded(parts(words, own[key]), _once(tuple(voices[key].values()), kind))
        for key, words in shown.items()
        if key in voices
    ]


def worded_doubtful(point: Item, names: Mapping[str, str]) -> list[Worded]:
    """Return the wordings that only perhaps belong to a point, beside others that surely do."""
    return [one for account in doubtful(point)["accounts"] for one in worded(account, point["kind"], names)]


def _once(voices: Sequence[tuple[str, Sequence[str]]], kind: str) -> tuple[Told, ...]:
    """Who says it and where; of whole claims without the reports' own voice where they let somebody say it."""
    named = {name for by, where in voices if by for name in where} if kind in WHOLE else set[str]()
    told = ((by, tuple(name for name in where if by or name not in named)) for by, where in voices)
    return tuple((by, where) for by, where in told if where)


def _tell(voices: dict[str, tuple[str, list[str]]], said_by: str, name: str) -> None:
    """Add a report to those that let somebody say it: the fullest form of the speaker's name is shown."""
    key = said_by.casefold().split(" ")[-1]
    known, where = voices.setdefault(key, (said_by, []))
    if name not in where:
        where.append(name)
    voices[key] = max(known, said_by, key=len), where


def _plain(words: str) -> tuple[str, ...]:
    plain = tuple(WORD.findall(words.casefold()))
    return tuple(word for word in plain if word not in TRIFLES) or plain
