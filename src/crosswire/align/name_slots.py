"""Where a name stands in the reports: the office before it, and its place in sentences.

If four reports say that the president rang Prime Minister X and the fifth that he rang Prime Minister Y, who is nowhere
else, then Y is X in the fifth: the same slot tells what no likeness of letters does."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from tomllib import loads

from crosswire.align.name_blocks import Group
from crosswire.records import Annotations, Article, Mention, Parse
from crosswire.text.numerals import alternatives, table

_LESS = re.compile(r"\b(?:former|ex|then|deputy|vice|acting|late|onetime)[ -]$", re.IGNORECASE)  # who holds it no more
BEFORE = 60  # characters before a name in which its office stands


@dataclass(frozen=True, slots=True)
class Standing:
    """The offices that stand before a name, each with the land that is named with it or "", and its slots: what it is
    to a verb, the verb, and another name of the sentence."""

    offices: frozenset[tuple[str, str]] = frozenset()
    slots: frozenset[tuple[str, str, str]] = frozenset()

    def shares_office(self, other: "Standing") -> bool:
        """Whether one office stands before both, of one land as far as lands are named."""
        pairs = product(sorted(self.offices), sorted(other.offices))
        return any(a == b and (land == its or not land or not its) for (a, land), (b, its) in pairs)

    def shared_slots(self, other: "Standing") -> list[tuple[str, str, str]]:
        """The slots that both fill."""
        return sorted(self.slots & other.slots)


@cache
def _tables() -> tuple[re.Pattern[str], frozenset[str]]:
    """Offices that one person holds at a time, as they stand before a name; and verbs that tell nothing."""
    known = loads(files("crosswire.align").joinpath("known_names.toml").read_text("utf-8"))
    named = rf"(?i:{alternatives(known['offices'])}|[a-z]+ minister)"
    offices = rf"(?:(?P<land>[A-Z][a-z]+)(?:['’]s)?\s+)?(?P<office>{named}),?\s+$"
    return re.compile(offices), frozenset(known["light_verbs"])


@cache
def _lands() -> Mapping[str, str]:
    """Countries by the adjectives that stand for them."""
    return {form: row[0] for row in table("nations.toml")["nations"] for form in row}


def _land(word: str) -> str:
    """The country that a word before an office names; "" for "The"."""
    word = word.lower()
    return "" if word == "the" else _lands().get(word, word)


def standings(
    groups: Sequence[Group], articles: Sequence[Article], annotations: Mapping[str, Annotations]
) -> dict[str, Standing]:
    """Where each name stands, by its key."""
    key_of = {(article, entity.id): group.key for group in groups for article, entity in group.entities}
    offices: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    slots: defaultdict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for article in articles:
        notes = annotations[article.id]
        named = [(m, key_of[article.id, m.entity]) for m in notes.mentions if (article.id, m.entity) in key_of]
        sentences = _by_sentence(notes.parse, named)
        for mention, key in named:
            before = article.text[max(0, mention.start - BEFORE) : mention.start]
            match = _tables()[0].search(before)
            if match and not _LESS.search(before, 0, match.start()):
                office = match["office"].lower().replace("defence", "defense")
                offices[key].add((office, _land(match["land"] or "")))
        for inside in sentences.values():
            for mention, key in inside:
                role, verb = _role(notes.parse, mention)
                slots[key] |= {(role, verb, other) for _, other in inside if verb and other != key}
    return {g.key: Standing(frozenset(offices[g.key]), frozenset(slots[g.key])) for g in groups}


def _by_sentence(parse: Parse, named: list[tuple[Mention, str]]) -> dict[int, list[tuple[Mention, str]]]:
    starts = [sentence.start for sentence in parse.sentences]
    found: defaultdict[int, list[tuple[Mention, str]]] = defaultdict(list)
    for mention, key in named if starts else ():
        found[bisect_left(starts, mention.start + 1) - 1].append((mention, key))
    return dict(found)


def _role(parse: Parse, mention: Mention) -> tuple[str, str]:
    """What a mention is to its verb and the verb's lemma; "" where it hangs on none that tells something."""
    first = bisect_left(parse.tokens, mention.start, key=lambda token: token.start)
    inside = range(first, bisect_left(parse.tokens, mention.end, key=lambda token: token.start))
    heads = [i for i in inside if parse.tokens[i].head not in inside]
    if not heads:
        return "", ""
    token = parse.tokens[heads[0]]
    role, governor = token.dep, parse.tokens[token.head]
    if role == "pobj":
        role, governor = governor.lemma, parse.tokens[governor.head]
    role = {"nsubjpass": "dobj"}.get(role, role)
    tells = governor.pos == "VERB" and governor.lemma not in _tables()[1]
    return (role, governor.lemma) if tells else ("", "")
