"""Who somebody is: a slot for each person whose office or trade two reports tell beside the name."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from crosswire.reconcile.judgement import (
    Judgement,
    argument_in,
    cut_to,
    group_fillers,
    shortest_first,
    told_by_article,
)
from crosswire.reconcile.phrases import personal_noun, table
from crosswire.reconcile.roles import Namebook
from crosswire.records import Annotations, Argument, Article, Claim, Filler, Mention, Name, Signal, Slot
from crosswire.text.names import word_set
from crosswire.text.syntax import Tree

HYPHENS = frozenset({"-", "–", ".", "/", "’", "'"})
LONGEST = 12  # tokens of a description
# What hangs on a noun with these tells more than who somebody is.
STOPS = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj", "advcl"})
APART = frozenset({",", "(", "-", "--", "–", "—"})  # between a name and what is set off behind it
BEFORE = frozenset("compound amod nmod poss case det punct nummod advmod pobj prep npadvmod".split())


@dataclass(frozen=True, slots=True)
class Office:
    """What stands beside a name: the words (offsets of the article), and the office by the word that stands for it."""

    start: int
    end: int
    head: str


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("crosswire.reconcile").joinpath("offices.toml").read_text("utf-8"))


@cache
def _one_word() -> Mapping[str, str]:
    return {word: row[0] for row in _table()["same"] for word in row}


@cache
def _no_office() -> frozenset[str]:
    """Words beside a name that tell no office: forms of address, "man"."""
    return (word_set("honorifics") - word_set("titles")) | {"", *_table()["empty"]}


def is_office(slot: Slot) -> bool:
    """Whether a slot asks who somebody is."""
    filling = slot.fillers[0].filling
    return (
        slot.kind == "actor"
        and isinstance(filling, Argument)
        and filling.role == "attribute"
        and filling.name == slot.about
    )


def office_slots(
    slots: Sequence[Slot], names: Sequence[Name], articles: Sequence[Article], annotations: Mapping[str, Annotations]
) -> Iterator[Slot]:
    """Yield an "actor" slot for each person of whom two reports tell an office or a trade beside the name, answered by
    the first such words of each report for each office; and, where reports tell different ones, a slot of its own for
    an office that several tell. ``slots`` are the story's, whose event slots hold every claim; ``names`` its joined
    names."""
    book, claims = Namebook(names), told_by_article(slots)
    people = {name.canonical for name in names if name.kind == "person"}
    home = {claim.id: occurrence for told in claims.values() for claim, occurrence in told}
    found: dict[str, list[Filler]] = {}
    for article in articles:
        if notes := annotations.get(article.id):
            shortest = shortest_first(claims.get(article.id, ()))
            for name, filler in _told(article, notes, shortest, book):
                found.setdefault(name, []).append(filler)
    for name in sorted(people.intersection(found)):
        every = found[name]
        groups = [g for g in _groups(every) if _reports(g) > 1]
        asked = [every] if _reports(every) > 1 and (not groups or len(groups[0]) < len(every)) else []
        for fillers in (*asked, *groups):
            yield Slot(home[fillers[0].claim.id], "actor", name, tuple(fillers), ())


def judge_office(slot: Slot) -> Judgement:
    """Judge a slot of offices: one is agreed; of two that nobody holds at a time, told by two reports of which neither
    tells the other, one is wrong; others may both be somebody's."""
    groups = _groups(slot.fillers)
    accounts = tuple((_shown(g), tuple(g)) for g in groups)
    if len(groups) == 1:
        return Judgement("agree", f"All give {accounts[0][0]}.", accounts)
    for i, one in enumerate(groups):
        for j, other in enumerate(groups[i + 1 :], i + 1):
            if _exclude(one, other):
                left, right = accounts[i][0], accounts[j][0]
                signal = Signal("offices that nobody holds at a time", 1.0, 0.0, f"{left} / {right}")
                return Judgement("conflict", f"{left} against {right}.", accounts, (signal,), (i, j))
    shown = " and ".join(f"“{answer}”" for answer, _ in accounts[:2])
    return Judgement("compatible", f"{shown}: described differently; both may hold", accounts)


def _told(
    article: Article, notes: Annotations, claims: Sequence[Claim], book: Namebook
) -> Iterator[tuple[str, Filler]]:
    """The people of an article with the claim that first tells each of their offices, cut to name and office: what
    stands beside a name is the report's own in reported speech, too."""
    tree = Tree(notes.parse)
    starts = [token.start for token in tree.tokens]
    person = {e.id: book.joined(article.id, e.canonical) or e.canonical for e in notes.entities}
    mentions = [m for m in notes.mentions if m.form in ("name", "part") and m.entity in person]
    people = {e.id: person[e.id] for e in notes.entities if e.kind == "person"}
    named = [m for m in mentions if m.entity in people]
    seen: set[tuple[str, str]] = set()
    for mention in mentions:
        name = person[mention.entity]
        for office in _beside(tree, starts, mention):
            start, end = min(office.start, mention.start), max(office.end, mention.end)
            own = cut_to(article, notes, start, end, claims)
            if own is None or "\n" in own.text or (name, office.head) in seen:
                continue
            if _anothers(office, mention, people, named, article.text) or _junior(mention, name, article.text):
                continue
            seen.add((name, office.head))
            words = article.text[office.start : office.end]
            filling = Argument("attribute", office.start, office.end, words, office.head, None, name)
            yield name, Filler(own, filling)


def _anothers(
    office: Office, mention: Mention, person: Mapping[str, str], mentions: Sequence[Mention], text: str
) -> bool:
    """Whether what stands beside a name belongs to another: one who is named between the two ("Ann Lee and Jon Park,
    the mayor"), or right behind it ("Ann Lee, Mayor Jon Park and others")."""
    between = sorted((office.start, office.end, mention.start, mention.end))[1:3]
    for other in mentions:
        if person[other.entity] == person.get(mention.entity):
            continue
        if between[0] <= other.start and other.end <= between[1]:
            return True
        if office.end <= other.start and not text[office.end : other.start].strip(" "):
            return True
    return False


def _junior(mention: Mention, name: str, text: str) -> bool:
    """Whether a name is a son's ("Ann Lee Jr.") who was taken for his father."""
    told = text[mention.start : mention.end + 5]
    return re.search(r"\bJr\b", told) is not None and "Jr" not in name


def _beside(tree: Tree, starts: Sequence[int], mention: Mention) -> Iterator[Office]:
    """The offices that stand before a name ("Mayor Ann Lee", "the mayor, Ann Lee") and behind it ("Ann Lee, the
    mayor")."""
    first, last = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
    if first == last:
        return
    inside = range(first, last)
    top = next((i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i), first)
    below = set(tree.subtree(top))
    begin = first - _is_title(tree, first - 1)
    while begin - 1 in below and tree.tokens[begin - 1].dep in BEFORE and tree.tokens[begin - 1].text != ",":
        begin -= 1
    if begin < first and not _is_relative(tree, begin, last) and (office := _office(tree, begin, first - 1, first)):
        yield office
    above = tree.tokens[top].head
    while tree.tokens[above].dep == "pobj" and tree.tokens[above].pos == "PROPN":  # "the mayor of Sall, Ann Lee"
        above = tree.tokens[tree.tokens[above].head].head
    set_before = tree.tokens[top].dep == "appos" and above < first and tree.tokens[above].tag == "NN"
    if set_before and (office := _office(tree, min(tree.subtree(above)), above, first)):
        yield office
    for child in tree.children(top, "appos"):
        more = (k for k in tree.children(child) if tree.tokens[k].dep not in STOPS)
        kept = [child, *(i for k in more for i in tree.subtree(k))]
        verbs = any(token.pos in ("VERB", "AUX") for token in tree.tokens[last : min(kept)])
        closed = _is_closed(tree, max(kept) + 1)  # a headline's comma may stand for "and": "Lee, Ostland king meet"
        set_off = min(kept) > last and tree.tokens[min(kept) - 1].text in APART and not verbs and closed
        office = _office(tree, min(kept), child, max(kept) + 1) if set_off else None
        if office and tree.tokens[child].tag in ("NN", "NNP"):
            yield office


def _is_closed(tree: Tree, after: int) -> bool:
    """Whether what is set off behind a name ends there: no verb of the clause follows at once."""
    return after >= len(tree.tokens) or tree.tokens[after].pos not in ("VERB", "AUX")


def _is_title(tree: Tree, place: int) -> bool:
    """Whether a token is a title before a name, wherever the parser hangs it ("President Lee and local leaders")."""
    return place >= 0 and tree.tokens[place].pos == "PROPN" and _plain(tree.tokens[place].text) in word_set("titles")


def _is_relative(tree: Tree, begin: int, last: int) -> bool:
    """Whether a name behind a noun is the doer of what befell somebody else: "the wife of a guard Lee shot"."""
    before = begin - (tree.tokens[begin].pos != "DET")
    if before < 1 or last >= len(tree.tokens) or tree.tokens[before].pos != "DET":
        return False
    return tree.tokens[before - 1].pos in ("ADP", "VERB") and tree.tokens[last].pos == "VERB"


def _office(tree: Tree, first: int, head: int, last: int) -> Office | None:
    """The office that a token heads, with the words of [first, last) that belong to it; None where it is none."""
    tokens = tree.tokens
    marks = [i for i in range(first, head) if tokens[i].pos in ("PUNCT", "SPACE") and tokens[i].text not in HYPHENS]
    first = marks[-1] + 1 if marks else first
    while first < head and tokens[first].pos in ("DET", "ADV", "PRON", "PUNCT"):
        first += 1
    while last > head + 1 and not any(c.isalnum() for c in tokens[last - 1].text):
        last -= 1
    marks = [i for i in range(head + 1, last) if tokens[i].text in ("(", ")")]
    if marks and tokens[marks[-1]].text == "(":  # a party and a state: "aide to Rep. Lee (R-Ohio"
        last = marks[-1]
    words = [_plain(t.text) for t in tokens[first : head + 1]]
    noun = words[-1]
    if last - first > LONGEST or noun in _no_office():
        return None
    titled = noun in word_set("titles") or noun in _one_word()
    if not titled and (tokens[head].tag != "NN" or not personal_noun(noun) or noun in table()["people"]["bodies"]):
        return None
    behind = [_plain(t.text) for t in tokens[head + 1 : last]]
    return Office(tokens[first].start, tokens[last - 1].end, _named(words, behind))


def _named(words: Sequence[str], behind: Sequence[str]) -> str:
    """The office that words end with, by the word that stands for it: with its rank ("deputy mayor"), and, where it
    says little by itself, with the word before it or behind "of"."""
    rank = [word for word in words if word in _table()["rank"]]
    for said in ([words[-1], *behind[:2]], words[-3:], words[-2:], words[-1:]):
        if found := _one_word().get(" ".join(said)):
            return " ".join([*rank, found])
    if words[-1] in _table()["open"] and behind[:1] == ["of"]:
        return " ".join([*rank, words[-1], *behind[:2]])
    return " ".join([*rank, *words[-2 if words[-1] in _table()["open"] else -1 :]])


def _plain(word: str) -> str:
    return re.sub(r"^ex-|\W", "", word.lower())


def _groups(fillers: Sequence[Filler]) -> list[tuple[Filler, ...]]:
    """Fillers by office, those that most reports tell first."""
    groups = group_fillers(fillers, _one_office)
    return sorted(groups, key=lambda g: -_reports(g))


def _one_office(a: Filler, b: Filler) -> bool:
    """Whether two give one office, by what stands for it or in the same words: "the Post's editor in chief" and "Post
    Editor-in-Chief"."""
    one, other = (re.sub(r"['’]s\b|^(?:the|an?)\b", "", argument_in(f).text.lower()) for f in (a, b))
    return argument_in(a).head == argument_in(b).head or re.findall(r"\w+", one) == re.findall(r"\w+", other)


def _exclude(one: Sequence[Filler], other: Sequence[Filler]) -> bool:
    """Whether two offices are not held at a time, and no report gives both."""
    heads = {argument_in(one[0]).head, argument_in(other[0]).head}
    said = {word for f in (*one, *other) for word in re.findall(r"\w+", _text(f).lower())}
    if not said.isdisjoint(_table()["other_time"]) or {f.claim.article for f in one} & {f.claim.article for f in other}:
        return False
    return any(heads <= set(row) for row in _table()["exclusive"])


def _reports(fillers: Sequence[Filler]) -> int:
    """How many reports fillers come from."""
    return len({f.claim.article for f in fillers})


def _shown(group: Sequence[Filler]) -> str:
    """The words that most reports use for an office, ties by the first."""
    texts = [_text(filler) for filler in group]
    return max(texts, key=texts.count)


def _text(filler: Filler) -> str:
    return argument_in(filler).text
