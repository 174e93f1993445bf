"""Comparing who did it and where: names, descriptions, places and directions."""

import re
import tomllib
from collections.abc import Hashable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from crosswire.reconcile.deeds import listed
from crosswire.reconcile.judgement import Judgement, argument_in, group_fillers, linked
from crosswire.reconcile.reasons import brief
from crosswire.records import Argument, Filler, Name, Signal, Slot
from crosswire.text.gazetteer import compare_places
from crosswire.text.names import is_acronym_of
from crosswire.text.parties import parties, party_in, same_party

Stand = Literal["same", "compatible", "apart"]
PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("crosswire.reconcile").joinpath("roles.toml").read_text("utf-8"))


class Namebook:
    """The canonical name behind a form in an article, from the story's joined names."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._canonical = {(v.article, v.text.lower()): n.canonical for n in names for v in n.variants}
        self._kind = {n.canonical: n.kind for n in names}

    def name(self, filler: Filler) -> str | None:
        """The name that a filler's argument gives, joined across articles; None for a description."""
        return self.of(filler.claim.article, argument_in(filler))

    def of(self, article: str, argument: Argument) -> str | None:
        """The name that an argument of an article's claim gives, joined across articles; None for a description."""
        return self.joined(article, argument.text) or self.joined(article, argument.name or "") or argument.name

    def kind(self, name: str) -> str | None:
        """What a joined name names: a person, an organization or a place."""
        return self._kind.get(name)

    def joined(self, article: str, form: str) -> str | None:
        """The name, joined across articles, that a form has in an article; None where no name has it."""
        return self._canonical.get((article, form.lower()))


def judge_roles(slot: Slot, book: Namebook) -> Judgement:
    """Judge a slot of actors, places or speakers: the same name or description agrees, a description
    beside a name is compatible, two names that are not one person's clash."""
    stand = {"place": stand_places, "speaker": stand_speakers}.get(slot.kind, stand_actors)
    groups = group_fillers(slot.fillers, lambda a, b: stand(a, b, book) == "same", lambda f: _known(f, book))
    accounts = tuple((_shown(g), g) for g in groups)
    if len(groups) == 1:
        return Judgement("agree", f"All give {accounts[0][0]}.", accounts)
    for i, j in sorted(linked(slot, groups)):
        if i < j and all(stand(a, b, book) == "apart" for a in groups[i] for b in groups[j]):
            left, right = accounts[i][0], accounts[j][0]
            signal = Signal(f"{slot.kind}s that are not the same", 1.0, 0.0, f"{left} / {right}")
            return Judgement("conflict", f"{left} against {right}.", accounts, (signal,), (i, j))
    if slot.kind == "place":
        return Judgement("compatible", _where(groups[0], groups[1]), accounts)
    shown = " and ".join(f"“{brief(answer)}”" for answer, _ in accounts[:2])
    return Judgement("compatible", f"{shown}: described differently; both may hold", accounts)


def _where(one: Sequence[Filler], other: Sequence[Filler]) -> str:
    """How two unlike places lie, for a reader."""
    left, right = (f"“{brief(_place(fillers[0]))}”" for fillers in (one, other))
    lie = compare_places(_place(one[0]), _place(other[0]))
    if lie in ("within", "holds"):
        small, large = (left, right) if lie == "within" else (right, left)
        return f"{small} lies within {large}"
    how = {"near": "near each other", "apart": "two places; both may be told of"}.get(lie or "")
    return f"{left} and {right}: {how or 'one may lie within the other'}"


def _known(filler: Filler, book: Namebook) -> Hashable:
    """What tells whether two fillers are the same."""
    argument = argument_in(filler)
    said_by = tuple(source.name for source in filler.claim.said_by)
    return argument.text, argument.name, argument.head, book.name(filler), said_by


def stand_actors(a: Filler, b: Filler, book: Namebook) -> Stand:
    """How two actors stand: one name, or a name and a part of it, are the same; two persons'
    names are apart; whatever else is described may be one and the same."""
    p, q = argument_in(a), argument_in(b)
    if _words(p.text) == _words(q.text) or is_open(p) or is_open(q):
        return "same"
    left, right = book.name(a), book.name(b)
    if left and right:
        one, two = _words(left), _words(right)
        if one <= two or two <= one:
            return "same"
        told = _one_deed(a, b) and not one & two and not _may_be_one(p, q)
        return "apart" if told and book.kind(left) == book.kind(right) else "compatible"
    if not (left or right) and _exclusive(p.head, q.head) and _one_deed(a, b):
        return "apart"
    return "same" if p.head == q.head and not (left or right) else "compatible"


def _may_be_one(p: Argument, q: Argument) -> bool:
    """Whether two actors with two names may still be one: a word that both have ("moderate Gulls", "Pell and moderate
    Gulls"), a party's member told by it ("the Ostland Democrat"), a state and whoever may act for it."""
    if _words(p.text) & _words(q.text) or any(x.head.lower() in _table()["members"] for x in (p, q)):
        return True
    states = [state_words(x.text) for x in (p, q)]
    return any(states) and not (all(states) and not states[0] & states[1])


def state_words(text: str) -> frozenset[str]:
    """The states for which words stand, each by its first name: the state itself, its people's adjective, its seat."""
    said = " ".join(["", *_tokens(text), ""])
    return frozenset(row[0] for row in _table()["states"] for word in row if f" {word} " in said)


def is_open(argument: Argument) -> bool:
    """Whether an argument is a pronoun that nothing resolves: it may mean whom any other report means."""
    return argument.name is None and argument.text.lower() in _table()["pronouns"]


def _exclusive(one: str, other: str) -> bool:
    """Whether two words for people cannot be said of one person: "the police", "the son"."""
    if one == other:
        return False
    if {one, other} <= set(_table()["kin"]):
        return True
    lists = [next((n for n, words in enumerate(_table()["exclusive"]) if w in words), None) for w in (one, other)]
    return None not in lists and lists[0] != lists[1]


def stand_speakers(a: Filler, b: Filler, book: Namebook) -> Stand:
    """How the speakers of one quotation stand: the same when their chains share a name or one
    passes on what the other said. Two persons, or two bodies, are apart; a person may speak for a
    body. Where a report says "she", or both say "the judge", whom they mean is less sure than that the same words
    have one speaker."""
    left, right = _chain(a, book), _chain(b, book)
    if any(x <= y or y <= x or len(x & y) > 1 for x in left for y in right) or _acronyms(a, b):
        return "same"
    kinds = {f.claim.said_by[0].kind for f in (a, b) if f.claim.said_by}
    told = [argument_in(f).text.lower() for f in (a, b)]
    described = _words(told[0]) == _words(told[1]) or not PRONOUNS.isdisjoint(told)
    if described or kinds == {"person", "organization"} or _is_office(told[0]) != _is_office(told[1]):
        return "compatible"
    if _is_police(a) and _is_police(b):
        return "compatible"
    return "apart"


def _is_office(told: str) -> bool:
    """Whether it is somebody's office that speaks, for which a person may: "Mr. Orr's office", "the Brik campaign"."""
    return told.rsplit(None, 1)[-1] in _table()["offices"]


def _is_police(filler: Filler) -> bool:
    """Whether a force speaks, whichever it is called: "police", "the Ostport Police", "the OPD"."""
    return re.search(r"(?i:\bpolice\b|\bsheriff's office\b)|\b[A-Z]{1,4}PD\b", argument_in(filler).text) is not None


def _acronyms(a: Filler, b: Filler) -> bool:
    left, right = ([s.name for s in f.claim.said_by] for f in (a, b))
    return any(is_acronym_of(x, y) or is_acronym_of(y, x) for x in left for y in right)


def _chain(filler: Filler, book: Namebook) -> list[frozenset[str]]:
    names = [source.name for source in filler.claim.said_by]
    words = [_words(name) for name in (*names, book.name(filler) or "")]
    return [w for w in words if w]


def stand_places(a: Filler, b: Filler, book: Namebook) -> Stand:
    """How two places stand. The same by their words, or by one name ("the US", "United States"). Apart only where the
    words say so: opposite directions from one place, two names of one kind of thing ("X Street", "Y Street"), or two
    places that lie apart, of what befalls a party at one place only ("was born in X", "was born in Y")."""
    left, right = _words(argument_in(a).text), _words(argument_in(b).text)
    if left == right:
        return "same"
    opposite = _table()["opposite"]
    for here, there in opposite:
        if (here in left and there in right and left - {here} == right - {there}) or (
            there in left and here in right and left - {there} == right - {here}
        ):
            return "apart"
    kinds, sides = set(_table()["thoroughfares"]), set(_table()["sides"])
    named = left & kinds and right & kinds
    if (
        named
        and left - kinds - sides != right - kinds - sides
        and (_one_verb(a, b) or argument_in(a).head == "address")
    ):
        return "apart"
    names = [book.joined(f.claim.article, _place(f)) for f in (a, b)]
    if (names[0] is not None and names[0] == names[1]) or left < right or right < left:
        return "same"
    lie = compare_places(_place(a), _place(b))
    return "same" if lie == "same" else "apart" if lie == "apart" and _only_there(a, b) else "compatible"


def _only_there(a: Filler, b: Filler) -> bool:
    """Whether two claims tell, each with a place of its own, what befalls one party at one place only: "was born in",
    "crashed near"."""
    told = all(_within(f) and " and " not in argument_in(f).text for f in (a, b))
    once = _one_verb(a, b) and a.claim.predicate in listed("once") and _counts(a) == _counts(b)
    parts = (a.claim, b.claim)
    return told and once and (same_party(*parties(*parts)) or same_party(*(party_in(c, "patient") for c in parts)))


def _place(filler: Filler) -> str:
    """A place's words without "in the" before them."""
    return re.sub(r"^(?:(?:in|at|to|from|of|on|near|into|the)\s+)+", "", argument_in(filler).text, flags=re.IGNORECASE)


def _one_deed(a: Filler, b: Filler) -> bool:
    """One verb that tells a deed, and done to the same, as often: only then do two names clash."""
    told = [{x.head for x in f.claim.arguments if x.role == "patient"} for f in (a, b)]
    heads = [found - set(_table()["utterances"]) for found in told]
    if a.claim.predicate in listed("light") or _counts(a) != _counts(b):
        return False
    return _one_verb(a, b) and bool(heads[0] & heads[1]) and _within(a) and _within(b)


def _counts(filler: Filler) -> set[float | None]:
    """The figures of a deed: "three catches" is not "five catches"."""
    return {q.value for q in filler.claim.quantities if q.kind == "count"}


def _within(filler: Filler) -> bool:
    """Whether an argument stands in its claim's own words: one restored from elsewhere may be misread."""
    return filler.claim.start <= argument_in(filler).start and argument_in(filler).end <= filler.claim.end


def _one_verb(a: Filler, b: Filler) -> bool:
    return a.claim.predicate == b.claim.predicate


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


@lru_cache(1 << 14)
def _words(text: str) -> frozenset[str]:
    return frozenset(_tokens(text)).difference(_table()["empty"])


def _shown(group: Sequence[Filler]) -> str:
    texts = [_named(argument_in(f)) for f in group]
    return min(texts, key=lambda t: (-texts.count(t), len(t), t))


def _named(argument: Argument) -> str:
    """An argument's words, or the name behind a pronoun."""
    pronoun = argument.text.lower() in _table()["pronouns"]
    return argument.name if pronoun and argument.name else argument.text
