"""Short forms that an article makes of a full name: "the North", "the rifle association", "the envoy to Delta"."""

import re
from collections.abc import Callable, Mapping, Sequence

from crosswire.annotate.attribution_things import DOERS
from crosswire.annotate.name_groups import Form, Group
from crosswire.annotate.name_span import NameSpan
from crosswire.annotate.person_words import is_person
from crosswire.records import Article, NameKind, Parse, Token
from crosswire.text.names import word_set
from crosswire.text.syntax import Tree

SIDES = frozenset({"North", "South", "East", "West"})
TAIL = 2  # words of a body's name that stand for it behind "the"
# Words for a body that "the" and a capital make one that was named before; not "House", "State", which are others.
_HEADS = frozenset(
    "academy agency alliance association authority bank board bureau center centre chamber church club coalition"
    " commission committee conference corporation council department federation foundation institute league ministry"
    " museum office organisation organization society trust union university".split()
)
LONGEST = 9  # tokens of a role beside a name; longer ones tell more than who he is


def attach_short_forms(
    article: Article, parse: Parse, tree: Tree, groups: Sequence[Group], kind_of: Callable[[Group], NameKind]
) -> None:
    """Add to the groups the spans of their short forms, where one name alone can be meant."""
    people = [g for g in groups if kind_of(g) == "person"]
    bodies = [g for g in groups if kind_of(g) == "organization"]
    places = [g for g in groups if kind_of(g) == "place"]
    sides = _sides(parse, places)
    heads = _heads(article, groups, bodies)
    for _, start, end, _ in (*sides, *heads):  # "North" alone is no place of its own there
        for group in groups:
            group.spans = [(s, form) for s, form in group.spans if s.end <= start or end <= s.start]
    taken = sorted((s.start, s.end) for g in groups for s, _ in g.spans)
    found = [(short, False) for short in (*sides, *heads, *_tails(article, bodies))]
    found += [(short, True) for short in _beside(parse, tree, people)]
    for (group, start, end, form), covers in found:
        if covers or not any(a < end and start < b for a, b in taken):
            span = NameSpan(start, end, article.text[start:end], "", kind_of(group), None)
            group.spans.append((span, form))


def _sides(parse: Parse, places: Sequence[Group]) -> list[tuple[Group, int, int, Form]]:
    """ "the North" where one place alone is called "North …"."""
    found: list[tuple[Group, int, int, Form]] = []
    for i, token in enumerate(parse.tokens[:-1]):
        if token.text not in SIDES or token.tag != "NNP" or i == 0 or parse.tokens[i - 1].text.lower() != "the":
            continue
        follows = parse.tokens[i + 1]
        if follows.pos in ("PROPN", "NOUN", "ADJ") or follows.text in ("-", "of"):
            continue
        fits = [g for g in places if len(g.key.split()) == 2 and g.key.startswith(token.text.lower() + " ")]
        if len(fits) == 1:
            found.append((fits[0], parse.tokens[i - 1].start, token.end, "part"))
    return found


def _heads(article: Article, groups: Sequence[Group], bodies: Sequence[Group]) -> list[tuple[Group, int, int, Form]]:
    """ "the Chamber" where one body alone is a chamber, by the word before its "of" or its last one, and the word
    with a capital names nothing else."""
    heads: dict[str, list[Group]] = {}
    for group in bodies:
        words = group.key.split()
        cut = next((i for i, word in enumerate(words) if word in ("of", "for", "on")), len(words))
        if len(words) > 1 and cut and words[cut - 1] in _HEADS:
            heads.setdefault(words[cut - 1], []).append(group)
    clear = {head.title(): fits[0] for head, fits in heads.items() if len(fits) == 1}
    if not clear:
        return []
    pattern = re.compile(rf"\b[Tt]he ({'|'.join(sorted(clear))})\b(?![’']?[\w-]| (?:[A-Z(]|of\b|for\b|on\b|and\b))")
    longer = sorted((s.start, s.end) for g in groups for s, _ in g.spans if " " in s.text)
    return [
        (clear[m[1]], m.start(), m.end(), "role")
        for m in pattern.finditer(article.text)
        if not any(a < m.end() and m.start() < b for a, b in longer)
    ]


def _tails(article: Article, bodies: Sequence[Group]) -> list[tuple[Group, int, int, Form]]:
    """ "the rifle association" where one body alone ends so, the last word being a body's."""
    tails: dict[str, list[Group]] = {}
    for group in bodies:
        words = group.key.split()
        if len(words) > TAIL and words[-1] in word_set("organization_words"):
            tails.setdefault(" ".join(words[-TAIL:]), []).append(group)
    clear = {tail: fits[0] for tail, fits in tails.items() if len(fits) == 1}
    if not clear:
        return []
    pattern = re.compile(rf"\b[Tt]he ({'|'.join(re.escape(t) for t in sorted(clear))})\b")
    return [(clear[m[1]], m.start(), m.end(), "role") for m in pattern.finditer(article.text)]


def _beside(parse: Parse, tree: Tree, people: Sequence[Group]) -> list[tuple[Group, int, int, Form]]:
    """A role in apposition to a name ("Ann Lee, the envoy to Delta, said")."""
    ends = {s.end: g for g in people for s, form in g.spans if form in ("name", "part")}
    found: list[tuple[Group, int, int, Form]] = []
    for i, token in enumerate(parse.tokens):
        group = ends.get(token.end)
        if group is None:
            continue
        for k in tree.children(i, "appos"):
            first, last = tree.token_range(k)
            definite = parse.tokens[first].text.lower() in ("the", "its", "his", "her", "their")
            if definite and first > i and last - first <= LONGEST and _is_one_person(parse.tokens[k]):
                whose = _nearer(tree, i, first, ends) or group
                found.append((whose, parse.tokens[first].start, parse.tokens[last - 1].end, "role"))
    return found


def _is_one_person(token: Token) -> bool:
    """Whether a word beside a name is a noun for one person: not so in "Ann Lee, the boat behind her, waved"."""
    noun = token.lemma.lower()
    known = is_person(noun) or noun.endswith(DOERS) or any(title.endswith(noun) for title in word_set("titles"))
    return token.pos == "NOUN" and token.tag != "NNS" and (known or noun == "counsel")


def _nearer(tree: Tree, i: int, first: int, ends: Mapping[int, Group]) -> Group | None:
    """The last of the people named together before a role for one ("Ann Lee and Bo Orr, the new mayor")."""
    last = i
    while both := [k for k in tree.children(last, "conj") if last < k < first]:
        last = both[-1]
    return ends.get(tree.tokens[last].end) if last != i else None
