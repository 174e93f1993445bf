"""Who asked for a talk: a slot for each pair of parties of whom two reports tell which one rang, or sought to meet.

Reports tell it in words that share little ("initiated the call", "put through a telephone call to Lee", "phoned Lee"),
and name a party by its head or by its state ("the Ostland side"), so that no likeness of clauses brings them together.
What does is the pair: who talked with whom."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from crosswire.reconcile.judgement import Judgement, argument_in, group_fillers, told_by_article
from crosswire.reconcile.roles import Namebook, state_words
from crosswire.records import Annotations, Argument, Article, Claim, Filler, Mention, Name, Signal, Slot
from crosswire.text.syntax import Tree

NEAR = 2  # sentences back in which the parties of "the call" may have been named
BETWEEN = " between "
Pair = tuple[str, str]


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("crosswire.reconcile").joinpath("callers.toml").read_text("utf-8"))


@cache
def _nouns() -> Mapping[str, str]:
    """The nouns of talks, each with the one that stands for it."""
    return {noun: shown for shown, nouns in _table()["talks"].items() for noun in nouns}


def asks_caller(slot: Slot) -> bool:
    """Whether a slot asks who sought a talk."""
    return slot.kind == "actor" and slot.about.split(BETWEEN)[0] in _table()["talks"] and BETWEEN in slot.about


@dataclass(frozen=True, slots=True)
class _Telling:
    """A claim that tells who sought a talk: which kind of talk, the argument that names who did, and the other party
    where the claim names it (a canonical name) or describes it ("the Ostland president")."""

    claim: Claim
    talk: str
    caller: Argument
    other: str | None
    described: str = ""


def caller_slots(
    slots: Sequence[Slot], names: Sequence[Name], articles: Sequence[Article], annotations: Mapping[str, Annotations]
) -> Iterator[Slot]:
    """Yield an "actor" slot for each pair of persons and kind of talk of which two reports or more tell who sought it.
    Every filling is named for the one of the two whom the report means: by name, by a state that the story's reports
    give that person ("the Vastian side", "Vastian President Halvik"). Tellings that fit neither, or two pairs, are
    left out. ``slots`` are the story's, whose event slots hold every claim; ``names`` its joined names."""
    trees = {article: Tree(notes.parse) for article, notes in annotations.items()}
    told, people = told_by_article(slots), People(names, annotations, trees)
    home = {claim.id: occurrence for claims in told.values() for claim, occurrence in claims}
    found: dict[tuple[str, Pair], list[Filler]] = {}
    for article in articles:
        notes = annotations.get(article.id)
        if notes is None:
            continue
        for claim, _ in told.get(article.id, ()):
            for telling in _tellings(claim, trees[article.id], people):
                pair = people.pair(telling, notes)
                who = pair and people.meant(telling, pair)
                if pair and who:
                    filling = replace(telling.caller, role="agent", name=who)
                    found.setdefault((telling.talk, pair), []).append(Filler(claim, filling))
    for (talk, pair), fillers in sorted(found.items(), key=lambda item: item[0]):
        if len({f.claim.article for f in fillers}) > 1:
            about = f"{talk}{BETWEEN}{' and '.join(pair)}"
            yield Slot(home[fillers[0].claim.id], "actor", about, tuple(fillers), ())


def judge_callers(slot: Slot) -> Judgement:
    """Judge who sought a talk: the one of the two whom all name, else they clash."""
    groups = group_fillers(slot.fillers, lambda a, b: argument_in(a).name == argument_in(b).name)
    accounts = tuple((_shown(g), g) for g in groups)
    if len(groups) == 1:
        return Judgement("agree", f"All give {accounts[0][0]}.", accounts)
    left, right = accounts[0][0], accounts[1][0]
    signal = Signal("either of two parties sought the talk", 1.0, 0.0, f"{left} / {right}")
    return Judgement("conflict", f"{left} against {right}.", accounts, (signal,), (0, 1))


def _shown(group: Sequence[Filler]) -> str:
    texts = [argument_in(filler).text.strip(" ,;-–—") for filler in group]
    return max(texts, key=texts.count)


def _tellings(claim: Claim, tree: Tree, people: "People") -> Iterator[_Telling]:
    """What a claim tells of who sought a talk; nothing where it is denied, planned or only asked."""
    if claim.polarity == "denied" or claim.status != "actual":
        return
    verbs, lemma = _table()["verbs"], claim.predicate
    by_role = {argument.role: argument for argument in reversed(claim.arguments)}
    agent, patient = by_role.get("agent"), by_role.get("patient")
    talks = list(_talks(tree, claim.token))
    if wished := _wisher(claim, tree):
        told = talks or [k for k in _inside(claim, tree) if tree.tokens[k].lemma.lower() in _nouns()]
        yield _Telling(claim, _talk(tree, told), wished, None)
    elif agent and (lemma in verbs["rang"] or (lemma in verbs["called"] and _is_ring(claim, tree))):
        if patient:
            yield _Telling(claim, "call", agent, people.named(claim.article, patient), patient.text)
    elif talks and lemma in verbs["received"]:
        source = [
            k for p in tree.children(talks[0], "prep") if tree.tokens[p].lemma == "from" for k in tree.children(p)
        ]
        if source and agent:
            yield _Telling(claim, _talk(tree, talks), _argument(tree, source[0]), people.named(claim.article, agent))
    elif talks and agent and (lemma in verbs["asked"] or _with_particle(claim, tree)):
        yield _Telling(claim, _talk(tree, talks), agent, people.toward(claim, tree, talks[0]))


def _talk(tree: Tree, nouns: Sequence[int]) -> str:
    """The kind of talk that the first of some nouns tells; a call where none does ("spoke at Lee's request")."""
    return _nouns()[tree.tokens[nouns[0]].lemma.lower()] if nouns else "call"


def _inside(claim: Claim, tree: Tree) -> Iterator[int]:
    """The tokens of a claim, by their number."""
    sentence = tree.parse.sentences[claim.sentence]
    for k in range(sentence.first, sentence.last):
        if claim.start <= tree.tokens[k].start and tree.tokens[k].end <= claim.end:
            yield k


def _wisher(claim: Claim, tree: Tree) -> Argument | None:
    """At whose wish a claim's talk was held: "at Lee's request", "at the initiative of the Ostland side"."""
    tokens, verbs = tree.tokens, _table()["verbs"]
    inside = list(_inside(claim, tree))
    if not any(tokens[k].lemma.lower() in (*_nouns(), *verbs["spoken"]) for k in inside):
        return None
    for k in inside:
        if tokens[k].lemma in verbs["wish"] and tokens[tokens[k].head].lemma in ("at", "on"):
            of = [i for p in tree.children(k, "prep") if tokens[p].lemma == "of" for i in tree.children(p, "pobj")]
            for who in (*tree.children(k, "poss"), *of):
                return _argument(tree, who)
    return None


def _argument(tree: Tree, token: int) -> Argument:
    """What a token heads, as whoever did it."""
    start, end = tree.span(token)
    words = " ".join(t.text for t in tree.within(start, end) if t.text not in ("'s", "’s"))
    return Argument("agent", start, end, words, tree.tokens[token].lemma, None, None)


def _is_ring(claim: Claim, tree: Tree) -> bool:
    """Whether "X called Y" tells of a call: nobody is called anything, and the report tells of a telephone."""
    telling = tree.children(claim.token, "oprd", "ccomp", "attr", "acomp", "prt")
    return not telling and any(
        t.lemma.lower() in _table()["words"]["telephone"] and t.pos in ("NOUN", "PROPN") for t in tree.tokens
    )


def _with_particle(claim: Claim, tree: Tree) -> bool:
    """Whether a verb seeks a talk by the word behind it: "put through a call", "asked for a meeting"."""
    particle = _table()["verbs"]["with"].get(claim.predicate)
    return any(tree.tokens[k].lemma == particle for k in tree.children(claim.token))


def _talks(tree: Tree, verb: int) -> Iterator[int]:
    """The nouns of talks that a verb acts on: its object, its passive's subject, or behind "for" or "through"."""
    objects = tree.children(verb, "dobj", "nsubjpass")
    for preposition in tree.children(verb, "prep"):
        if tree.tokens[preposition].lemma in _table()["verbs"]["with"].values():
            objects += tree.children(preposition, "pobj")
    yield from (k for k in objects if tree.tokens[k].lemma.lower() in _nouns())


class People:
    """The persons of a story: by which joined name each place names one, and for which states each acts."""

    def __init__(
        self, names: Sequence[Name], annotations: Mapping[str, Annotations], trees: Mapping[str, Tree]
    ) -> None:
        book = Namebook(names)
        self._trees = trees
        self._mentions: dict[str, list[tuple[Mention, str]]] = {}
        self._states: dict[str, frozenset[str]] = {}
        for article, notes in annotations.items():
            persons = {e.id: e.canonical for e in notes.entities if e.kind == "person"}
            rows = [
                (m, book.joined(article, persons[m.entity]) or persons[m.entity])
                for m in notes.mentions
                if m.entity in persons
            ]
            self._mentions[article] = sorted(rows, key=lambda row: row[0].start)

    def states(self, name: str) -> frozenset[str]:
        """The states that the reports tell beside a person's name."""
        if name not in self._states:
            self._states[name] = frozenset(
                state
                for article, rows in self._mentions.items()
                for mention, own in rows
                if own == name and mention.form in ("name", "part")
                for state in _beside(self._trees[article], mention)
            )
        return self._states[name]

    def _within(self, article: str, *spans: tuple[int, int]) -> Iterator[tuple[Mention, str]]:
        """The mentions of persons that stand in some stretches of a report, in the order of their places."""
        for mention, name in self._mentions.get(article, ()):
            if any(start <= mention.start and mention.end <= end for start, end in spans):
                yield mention, name

    def named(self, article: str, argument: Argument) -> str | None:
        """The person whom an argument names, by the joined name."""
        return next((name for _, name in self._within(article, (argument.start, argument.end))), None)

    def toward(self, claim: Claim, tree: Tree, noun: int) -> str | None:
        """The person with whom, or to whom, a talk is ("a call to Lee")."""
        behind = tree.children(tree.tokens[noun].head, "prep", "dative")
        spans = [tree.span(noun), *(tree.span(k) for k in behind if tree.tokens[k].lemma in ("to", "with"))]
        return next((name for m, name in self._within(claim.article, *spans) if m.form != "pronoun"), None)

    def pair(self, telling: _Telling, notes: Annotations) -> Pair | None:
        """The two persons of a talk: who sought it and the other where both are named; else the last two who are
        named in one sentence, not far before it, that tells of a talk; else the only two of whom the report tells
        such a thing. None where nobody fits."""
        own = self.named(telling.claim.article, telling.caller)
        if own and telling.other and own != telling.other:
            return _ordered(own, telling.other)
        sentence = telling.claim.sentence
        for n in range(sentence, max(-1, sentence - 1 - NEAR), -1):
            found = self._pair_in(notes, n)
            if found and self._fits(telling, found):
                return found
        told = {pair for n in range(len(notes.parse.sentences)) if (pair := self._pair_in(notes, n))}
        fitting = [pair for pair in told if self._fits(telling, pair)]
        return fitting[0] if len(fitting) == 1 else None

    def _fits(self, telling: _Telling, pair: Pair) -> bool:
        """Whether a talk may be that of two persons: who sought it is one of them, and the other party the other."""
        who = self.meant(telling, pair)
        if who is None or telling.other not in (None, *pair):
            return False
        said = _states_in(telling.described) if telling.other is None else frozenset[str]()
        return not said or _one_state(said, self.states(pair[1 - pair.index(who)]))

    def _pair_in(self, notes: Annotations, number: int) -> Pair | None:
        """The two persons that a sentence of a talk names, if it names two."""
        sentence = notes.parse.sentences[number]
        words = {t.lemma.lower() for t in notes.parse.tokens[sentence.first : sentence.last]}
        if words.isdisjoint(_nouns()) and words.isdisjoint(_table()["words"]["telephone"]):
            return None
        match list(dict.fromkeys(name for _, name in self._within(notes.article, (sentence.start, sentence.end)))):
            case [one, other]:
                return _ordered(one, other)
        return None

    def meant(self, telling: _Telling, pair: Pair) -> str | None:
        """Which of two persons sought the talk: the one named, or the one whose state is; None where it is neither."""
        own = self.named(telling.claim.article, telling.caller)
        if own:
            return own if own in pair else None
        if telling.other is not None and telling.other in pair:
            return pair[1 - pair.index(telling.other)]
        said = _states_in(telling.caller.text)
        fitting = [name for name in pair if _one_state(said, self.states(name))]
        return fitting[0] if len(fitting) == 1 else None


def _ordered(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)


def _beside(tree: Tree, mention: Mention) -> Iterable[str]:
    """The states told beside a name: "Vastian President Dorn Halvik", "Prime Minister Tanoka of Kelland"."""
    sentence = next((t.sentence for t in tree.within(mention.start, mention.end)), None)
    if sentence is None:
        return set()
    whole = tree.parse.sentences[sentence]
    around = [t for t in tree.tokens[whole.first : whole.last] if t.start < mention.start][-6:]
    behind = [t for t in tree.tokens[whole.first : whole.last] if t.start >= mention.end][:2]
    before: list[str] = []
    for token in reversed(around):
        if token.pos in ("VERB", "AUX", "CCONJ") or token.text in ";:.":
            break
        before.append(token.text)
    after = [behind[1].text] if len(behind) == 2 and behind[0].text == "of" else []
    return _states_in(" ".join([*before, *after]))


def _states_in(words: str) -> frozenset[str]:
    """The states that words name: by the table of states, and any capital word that may be one's adjective."""
    capital = {w.lower() for w in re.findall(r"\b[A-Z][a-z]{3,}", words)}
    return state_words(words) | frozenset(capital)


def _one_state(said: Iterable[str], known: Iterable[str]) -> bool:
    """Whether words name one state: one word, or a land and its adjective ("Vastia", "Vastian")."""
    return any(
        a == b or (min(len(a), len(b)) > 3 and (a.startswith(b) or b.startswith(a))) for a in said for b in known
    )
