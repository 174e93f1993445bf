"""Names: the people, organisations and places of one article, and every word that stands for them."""

import re
from collections import Counter as Tally
from collections.abc import Iterable, Sequence
from functools import cache

from crosswire.annotate.attribution_bearers import SHORT
from crosswire.annotate.attribution_words import words
from crosswire.annotate.citation_media import media
from crosswire.annotate.name_groups import Form, Group
from crosswire.annotate.name_namesakes import (
    is_junior,
    is_sexed,
    is_she,
    misspelt,
    other_sex,
    own_bearers,
    relatives,
    with_juniors,
)
from crosswire.annotate.name_shorts import attach_short_forms
from crosswire.annotate.name_span import NameSpan
from crosswire.annotate.name_unseen import with_unseen
from crosswire.annotate.person_words import is_person
from crosswire.annotate.pronouns import resolve_pronouns
from crosswire.annotate.spans import name_spans
from crosswire.records import Article, Entity, Mention, NameKind, Parse, content_id
from crosswire.text.gazetteer import readings
from crosswire.text.name_words import is_given, is_surname
from crosswire.text.names import is_acronym_of, normalise, surname, word_set
from crosswire.text.syntax import Tree


def find_names(article: Article, parse: Parse, tree: Tree) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The entities of an article and their mentions, both in text order.

    A full name gathers its parts (surname, given name, title and surname), its acronym, the role
    that the text ties to it, and pronouns where one person alone can be meant. People of one
    surname stay apart: a bare surname goes to the one named last before it. Rules, no guessing
    beyond the article; the recogniser's labels vote on the kind."""
    spans = with_juniors(article, with_unseen(article, name_spans(article, parse, tree)))
    groups = _group(article, spans)
    _attach_roles(article, parse, tree, groups)
    attach_short_forms(article, parse, tree, groups, _kind)
    return _records(article, parse, tree, [group for group in groups if group.spans])


# ---------------------------------------------------------------- grouping


def _group(article: Article, spans: Sequence[NameSpan]) -> list[Group]:
    """Full names first, then what can only be a part or an acronym of one of them."""
    groups: dict[str, Group] = {}
    for span in spans:
        if _is_full(span):
            _add(
                groups.setdefault(_key(span), Group(_key(span))),
                span,
                "nationality" if span.kind == "nationality" else "name",
            )
    _vote_by_surname(spans, groups)
    _merge_longer(groups)
    _without_epithets(groups)
    index = _Index(article, groups, spans)
    index.relatives = relatives(article, list(groups.values()))
    own = own_bearers(article, [(_key(s), s) for s in spans if not _is_full(s)], index.surnames)
    for span in spans:
        if not _is_full(span):
            group, form = _home(span, index, own)
            _add(group, span, form)
    return list(groups.values())


IN = re.compile(r"\b(?:in|at|near|outside|from|to|of|around|across|through) $", re.IGNORECASE)
NEAR = 10  # characters before a name that tell a place
SHORT_PLURAL = 4  # letters of words that end in "s" by chance
THINGS = frozenset("award awards prize festival project clinic agreement amendment constitution".split())  # no surname
PARTICLES = frozenset("al ben bin da de del della di du el la le mac mc st van von zu".split())


def _key(span: NameSpan) -> str:
    """What groups a span: its plain name; a capital that acts is a government, not the city."""
    return normalise(span.name) + (" government" if span.government else "") + (" jr" if is_junior(span.name) else "")


def _is_full(span: NameSpan) -> bool:
    return len(span.name.removesuffix(" Jr.").split()) > 1 or span.kind == "nationality"


def _add(group: Group, span: NameSpan, form: Form) -> None:
    if form != "part":
        group.kinds[span.kind] += 2 if span.title else 1
    if form != "acronym":
        group.forms[span.name] += 1
    if span.title:
        group.titles.add(span.title.lower())
    group.spans.append((span, form))


def _vote_by_surname(spans: Sequence[NameSpan], groups: dict[str, Group]) -> None:
    """A full name is a person's where its last word alone is taken for one, or its first is a
    given name: the recogniser errs on the longer form more often."""
    alone = {_key(s) for s in spans if " " not in s.name and s.kind == "person"}
    people_like = {_key(s) for s in spans if not s.name[-1:].isdigit() and not s.name.islower()}
    for group in groups.values():
        words = group.tokens
        if not 2 <= len(words) <= 4 or "nationality" in group.kinds or group.key not in people_like:
            continue
        if words[-1] in word_set("organization_words") or words[-1] in word_set("place_words"):
            continue
        given = words[0] in word_set("given_male") or words[0] in word_set("given_female")
        group.kinds["person"] += 2 * (words[-1] in alone) + 4 * given


def _merge_longer(groups: dict[str, Group]) -> None:
    """Join "Michael Lee" with "Michael J. Lee", "Lee Motors" with "Lee Motors Inc": the same first
    and last word (people), or the longer only adds words at the end (organisations, places)."""
    for key in sorted(groups, key=lambda k: (len(k.split()), k)):
        short = groups[key]
        if "nationality" in short.kinds:
            continue
        matches = [
            g for k, g in groups.items() if k != key and len(k.split()) > len(key.split()) and _extends(short, g)
        ]
        if len(matches) == 1:
            home = matches[0]
            for span, form in short.spans:
                _add(home, span, "part" if form == "name" else form)
            del groups[key]


def _without_epithets(groups: dict[str, Group]) -> None:
    """Join "Notorious Ann Lee", as a title calls her, with "Ann Lee", under her own name."""
    for key in sorted(groups):
        first, _, rest = key.partition(" ")
        home = groups.get(rest)
        given = first in word_set("given_male") or first in word_set("given_female")
        if home is None and first.endswith("ing") and " " not in rest:  # "Chasing Orr", a heading
            bearers = [g for g in groups.values() if g.tokens[-1:] == [rest] and len(g.tokens) > 1 and g.key != key]
            home = bearers[0] if len(bearers) == 1 else None
        elif " " not in rest:
            home = None
        if home is None or given or len(first) < 5 or groups[key].titles:
            continue
        called = rest and (rest.split()[0] in word_set("given_male") or rest.split()[0] in word_set("given_female"))
        if _kind(groups[key]) == "person" and (_kind(home) == "person" or called):
            home.spans.extend((span, "part") for span, _ in groups[key].spans)
            home.kinds["person"] += len(groups[key].spans)
            del groups[key]


def _extends(short: Group, long: Group) -> bool:
    a, b = short.tokens, long.tokens
    if _kind(long) == "person" and a[0] in PARTICLES and b[-len(a) :] == a:
        return True  # "Del Rey" for "Vincent Del Rey"
    if _kind(short) == "person" or _kind(long) == "person":
        return len(a) >= 2 and a[0] == b[0] and a[-1] == b[-1] and set(a) <= set(b)
    added = b[len(a) :]
    return (
        b[: len(a)] == a
        and len(added) == 1
        and added[0] in word_set("organization_words")
        and _kind(short) == _kind(long)
    )


class _Index:
    """The full names of an article by what can stand for them: surname, first and last word."""

    def __init__(self, article: Article, groups: dict[str, Group], spans: Sequence[NameSpan]) -> None:
        self.groups = groups
        lone = [s for s in spans if not _is_full(s)]
        bearing = Tally(_key(s) for s in lone if s.kind != "place" or s.title)
        placed = Tally(_key(s) for s in lone if s.kind == "place")
        stood_in = {_key(s) for s in lone if IN.search(article.text, max(0, s.start - NEAR), s.start)}
        self.places = {k for k, n in placed.items() if n > 2 * bearing[k] and (k in stood_in or readings(k))}
        self.surnames: dict[str, list[Group]] = {}
        self.words: dict[str, list[Group]] = {}
        self.bodies: list[Group] = []
        self.relatives: frozenset[str] = frozenset()
        for group in groups.values():
            if len(group.tokens) < 2:
                continue
            if _kind(group) != "person":
                self.bodies.append(group)
                continue
            self.surnames.setdefault(normalise(surname(_best_form(group))), []).append(group)
            first = [] if _opens_with_letters(_best_form(group)) else group.tokens[:1]
            for word in dict.fromkeys((*first, group.tokens[-1])):
                self.words.setdefault(word, []).append(group)

    def people(self, span: NameSpan, key: str) -> list[Group]:
        """The people whom a lone word can mean: by surname, else by given name."""
        if key in self.places and not span.title:
            return []  # "London" beside a "Jack London" whom nobody calls so
        son = key.endswith(" jr")
        fits = [g for g in self.surnames.get(key.removesuffix(" jr"), []) if g.key.endswith(" jr") == son]
        if len(fits) > 1 and not is_sexed(span.title):
            fits = [g for g in fits if g.key not in self.relatives] or fits
        if not fits and (span.kind != "place" or span.title):
            fits = self.words.get(key, [])
        if span.title and len(fits) > 1:
            fits = [g for g in fits if span.title.lower() in g.titles] or fits
        return fits

    def acronyms(self, span: NameSpan) -> list[Group]:
        """The bodies and places that a lone word abbreviates."""
        return [g for g in self.bodies if is_acronym_of(span.name, _best_form(g))]

    def companies(self, key: str) -> list[Group]:
        """The organisations of up to three words that open with a lone word ("Lee" for "Lee Motors")."""
        return [
            g
            for g in self.bodies
            if g.tokens[0] == key
            and len(g.tokens) <= 3
            and g.tokens[-1] in word_set("organization_words") - word_set("public_words")
            and _kind(g) == "organization"
        ]

    def teams(self, key: str) -> list[Group]:
        """The teams whose last word a lone word is ("Gulls" for "Delta Gulls")."""
        return [g for g in self.bodies if g.tokens[-1] == key and _kind(g) == "organization" and _is_team(g.tokens)]

    def outlets(self, key: str) -> list[Group]:
        """The outlets whose last word a lone word is ("the Journal" for "Delta Street Journal")."""
        if key not in words().sources["outlet_words"]:
            return []
        return [g for g in self.bodies if g.tokens[-1] == key and _is_outlet(g) and _kind(g) == "organization"]


def _home(span: NameSpan, index: _Index, own: frozenset[str]) -> tuple[Group, Form]:
    """Where a one-word name belongs: with the full name that it is a part or the acronym of, the
    one mentioned last before it where several fit; else on its own, as do the surnames of ``own``."""
    key = _key(span)
    fits = index.people(span, key)
    if key in own:
        fits = [
            g for g in fits if not other_sex(span.title or "", g) and (g.key not in index.relatives or is_she(span))
        ]
    if key in own and not (fits and is_sexed(span.title)):
        return index.groups.setdefault(key, Group(key)), "name"
    if fits and (span.kind in ("person", "other", "organization") or span.title or key not in index.groups):
        return _nearest(span, fits), "part"
    if not fits and span.title and key not in index.groups and (slips := misspelt(span, key, index.surnames)):
        return slips[0], "part"
    if not fits and not span.title and len(teams := index.teams(key)) == 1:
        return teams[0], "part"
    acronyms = index.acronyms(span)
    if acronyms:
        return _nearest(span, acronyms), "acronym"
    if span.kind in ("organization", "other") and key not in word_set("seats"):
        companies = index.companies(key) or index.outlets(key)
        if len(companies) == 1:
            return companies[0], "part"
    return index.groups.setdefault(key, Group(key)), "name"


def _nearest(span: NameSpan, groups: list[Group]) -> Group:
    """The group mentioned last before a span; else the first one mentioned after it."""

    def distance(group: Group) -> tuple[int, int]:
        before = [s.start for s, _ in group.spans if s.start < span.start]
        return (0, span.start - max(before)) if before else (1, min(s.start for s, _ in group.spans))

    return min(groups, key=distance)


def _opens_with_letters(name: str) -> bool:
    """Whether a name's first word is a body's letters, which are no given name ("QRSA Watch")."""
    first, _, rest = name.partition(" ")
    return len(first) > 2 and first.isupper() and first.isalpha() and not rest.isupper()


def _best_form(group: Group) -> str:
    """The fullest form: most words, then most often, then first by letters."""
    return min(group.forms or {group.key: 1}, key=lambda f: (-len(f.split()), -group.forms[f], f))


def _kind(group: Group) -> NameKind:
    """By majority of the mentions' labels; a title makes a person, known seats organisations."""
    if len(group.tokens) > 1 and group.tokens[-1] in word_set("document_words"):
        return "other"
    if group.titles:
        return "person"
    best = _best_form(group)
    if group.key in word_set("seats") or any(map(media().platforms.fullmatch, (best, best.split()[0]))):
        return "organization"  # "Twitter", "Twitter Rules"
    counts = {k: n for k, n in group.kinds.items() if k != "other"}
    if not any(counts.values()) and _names_a_thing(group.tokens):
        return _kind_by_words(group.tokens)
    if not counts:
        return _kind_by_words(group.tokens)
    order = ("person", "organization", "place", "nationality")
    kind = max(counts, key=lambda k: (counts[k], -order.index(k)))
    last = group.tokens[-1] if group.tokens else ""
    if kind in ("person", "place") and len(group.tokens) > 1 and last in word_set("organization_words"):
        return "organization"
    if kind in ("person", "place") and _is_outlet(group):
        return "organization"
    if kind == "person" and len(group.tokens) > 1 and last in word_set("place_words"):
        return "place"
    if kind == "person" and (_names_a_thing(group.tokens) or _is_team(group.tokens)):
        return "organization"
    return kind  # type: ignore[return-value]


def _names_a_thing(tokens: list[str]) -> bool:
    """Whether words that nobody bears as a name make up one ("Border Protection", "U.S. Border", "the … Act")."""
    given = bool(tokens) and (tokens[0] in word_set("given_male") or tokens[0] in word_set("given_female"))
    if len(tokens) < 2 or (given and tokens[-1] not in THINGS):
        return False
    return tokens[-1] in word_set("thing_words") or tokens[0] in word_set("thing_starts") or "of" in tokens[:-1]


def _is_team(tokens: list[str]) -> bool:
    """Whether a name is a team's: its town, and a plural that nobody bears ("Delta Gulls")."""
    last = tokens[-1] if len(tokens) > 1 else ""
    plural = last.endswith("s") and not last.endswith(("ss", "is", "us")) and len(last) > SHORT_PLURAL
    given = is_given(tokens[0]) or tokens[0] in word_set("given_male") | word_set("given_female") if tokens else False
    crowd = is_person(last.removesuffix("s"))  # "Delta Pastors"
    return plural and not given and not crowd and not is_surname(last) and bool(readings(" ".join(tokens[:-1])))


def _is_outlet(group: Group) -> bool:
    """Whether a name has the shape of an outlet's ("Delta Herald") and no given name before it ("Emily Post")."""
    first = group.tokens[0]
    given = first in word_set("given_male") or first in word_set("given_female")
    return len(group.tokens) > 1 and not given and media().shaped.fullmatch(_best_form(group)) is not None


def _kind_by_words(tokens: list[str]) -> NameKind:
    """The kind that a name's last word tells where the recogniser is silent."""
    if len(tokens) > 1 and tokens[-1] in word_set("organization_words"):
        return "organization"
    return "place" if len(tokens) > 1 and tokens[-1] in word_set("place_words") else "other"


# ---------------------------------------------------------------- roles


def _attach_roles(article: Article, parse: Parse, tree: Tree, groups: list[Group]) -> None:
    """Tie "the prime minister" to the one person of the article who bears that title."""
    holders: dict[str, list[Group]] = {}
    for group in groups:
        if _kind(group) == "person":
            written = {SHORT.get(title.rstrip("."), title) for title in group.titles}  # "Gov." is the governor
            under = {"deputy"} & {title.partition(" ")[0] for title in group.titles if title.endswith(" sheriff")}
            for title in sorted(group.titles | written | under | _apposed(group, parse, tree)):
                holders.setdefault(title, []).append(group)
    for i, token in enumerate(parse.tokens):
        if token.pos not in ("NOUN", "PROPN") or token.tag == "NNS" or token.lemma.lower() not in _role_heads():
            continue
        determiners = tree.children(i, "det", "poss")
        if not determiners or parse.tokens[determiners[0]].text.lower() not in ("the", "mr.", "mr"):
            continue
        if tree.children(i, "prep", "appos", "relcl", "poss") or token.dep in ("appos", "compound", "attr"):
            continue
        first = determiners[0]
        phrase = " ".join(t.text.lower() for t in parse.tokens[first + 1 : i + 1])
        second = any(not tree.children(k, "det", "poss") for k in tree.children(i, "conj"))  # "the clerk and activist"
        apart = second or phrase.startswith(("vice ", "former vice ", "deputy ", "acting ", "assistant "))
        fits = holders.get(phrase) or ([] if apart else holders.get(phrase.split()[-1], []))
        if len(fits) == 1 and not _covered(groups, token.start):
            start, end = parse.tokens[first].start, token.end
            span = NameSpan(start, end, article.text[start:end], "", "person", None)
            fits[0].spans.append((span, "role"))


@cache
def _role_heads() -> frozenset[str]:
    return frozenset(t.split()[-1] for t in word_set("titles"))


def _apposed(group: Group, parse: Parse, tree: Tree) -> set[str]:
    """Roles that stand beside the name: "Ann Lee, the prime minister"."""
    starts = {s.end: s for s, _ in group.spans}
    found: set[str] = set()
    for i, token in enumerate(parse.tokens):
        if token.end in starts:
            for k in tree.children(i, "appos"):
                head = parse.tokens[k]
                if head.lemma in _role_heads() and head.tag != "NNS":
                    compounds = [parse.tokens[c].text.lower() for c in tree.children(k, "compound", "amod")]
                    found |= {head.lemma, " ".join([*compounds, head.text.lower()])}
    return found


def _covered(groups: Iterable[Group], offset: int) -> bool:
    return any(s.start <= offset < s.end for g in groups for s, _ in g.spans)


# ---------------------------------------------------------------- records


def _records(
    article: Article, parse: Parse, tree: Tree, groups: list[Group]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    entities: list[Entity] = []
    mentions: list[Mention] = []
    first_seen: dict[str, int] = {}
    for group in groups:
        kind = _kind(group)
        canonical = _best_form(group)
        entity = Entity(content_id("entity", article.id, kind, canonical), canonical, kind)
        entities.append(entity)
        first_seen[entity.id] = min(s.start for s, _ in group.spans)
        for span, form in group.spans:
            mentions.append(Mention(span.start, span.end, article.text[span.start : span.end], entity.id, form))
    mentions.sort(key=lambda m: (m.start, m.end, m.entity))
    mentions = _without_nested(mentions)
    kept = {m.entity for m in mentions}
    ordered = tuple(sorted((e for e in entities if e.id in kept), key=lambda e: (first_seen[e.id], e.id)))
    pronouns = resolve_pronouns(article, parse, tree, ordered, tuple(mentions))
    return ordered, tuple(sorted([*mentions, *pronouns], key=lambda m: (m.start, m.end, m.entity)))


def _without_nested(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in mentions:
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept
