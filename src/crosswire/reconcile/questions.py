"""The question of a point, as a reader would ask it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from crosswire.records import Argument, Claim, Quantity, Slot


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("crosswire.reconcile").joinpath("questions.toml").read_text("utf-8"))


def question(slot: Slot) -> str:
    """Ask what a slot answers: by its kind, its noun, and the first claim's participants."""
    claim = slot.fillers[0].claim
    filling = slot.fillers[0].filling
    if slot.kind in ("count", "quantity", "money", "duration") and isinstance(filling, Quantity):
        return _how_many(slot, claim, filling)
    if slot.kind in ("date", "time"):
        return _when(claim)
    if slot.kind == "place":
        return f"Where: {_brief(claim)}?"
    if slot.kind == "actor":
        return _who(claim)
    return _what(claim)


def _who(claim: Claim) -> str:
    patient = _argument(claim, "patient")
    return f"Who: {claim.predicate} {_noun(patient)}?" if patient else f"Who or what: {claim.predicate}?"


def _how_many(slot: Slot, claim: Claim, quantity: Quantity) -> str:
    fate = next((words for words, verbs in _table()["fates"].items() if claim.predicate in verbs), None)
    noun = slot.about
    if quantity.kind == "count":
        things = plural(noun) if noun else "people" if fate else ""
        if not things:
            return f"How many: {_brief(claim)}?"
        return f"How many {things} {fate}?" if fate else f"How many {things} ({_brief(claim, 7)})?"
    lead = _table()["measures"].get(quantity.kind, "How much")
    if quantity.kind == "duration" and (agent := _argument(claim, "agent", "patient")):
        return f"{lead}: {agent.text}, {claim.predicate}?"
    return f"{lead}: {noun or _brief(claim, 7)}?"


def _when(claim: Claim) -> str:
    agent, patient = _argument(claim, "agent"), _argument(claim, "patient")
    if agent:
        return f"When did {_noun(agent)} {claim.predicate}{' ' + _noun(patient) if patient else ''}?"
    return f"When: {_brief(claim)}?"


def _what(claim: Claim) -> str:
    agent, patient = _argument(claim, "agent"), _argument(claim, "patient")
    speaker = claim.said_by[0].name if claim.said_by else None
    if speaker:
        return f"What did {speaker} say: {_brief(claim, 8)}?"
    if claim.predicate == "be" or not (agent or patient):
        return f"What is reported: {_brief(claim, 9)}?"
    if agent and patient:
        return f"What did {_noun(agent)} {claim.predicate}: {_noun(patient)}?"
    if agent:
        return f"Did {_noun(agent)} {claim.predicate}?"
    assert patient is not None
    return f"What happened to {_noun(patient)}: {_brief(claim, 8)}?"


def _argument(claim: Claim, *roles: str) -> Argument | None:
    return next((a for role in roles for a in claim.arguments if a.role == role), None)


def _noun(argument: Argument) -> str:
    words = (argument.name or argument.text).split()
    return " ".join(words[:8])


def _brief(claim: Claim, words: int = 10) -> str:
    parts = claim.text.split()
    return " ".join(parts[:words]).rstrip(",;:.\u2014-") + ("…" if len(parts) > words else "")


def plural(noun: str) -> str:
    """The plural of an English noun's lemma."""
    irregular: str | None = _table()["plurals"].get(noun)
    if irregular:
        return irregular
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
