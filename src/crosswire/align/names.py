"""Names joined across the articles of a story, each with its reason."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, cast

from crosswire.align.name_blocks import Group
from crosswire.align.name_called import called_links, nickname
from crosswire.align.name_known import is_of_party, plain
from crosswire.align.name_links import WATERS, Link, cut_short, links, slot_links
from crosswire.align.name_slots import standings
from crosswire.records import Annotations, Article, Entity, Mention, Name, NameKind, NameVariant, Parse, Token
from crosswire.text.name_words import is_given
from crosswire.text.names import is_acronym_of, normalise, surname, word_set
from crosswire.text.numerals import table

JOINED = ("person", "organization", "place", "other")
HOW = {
    "name": "written so",
    "part": "a part of the full name, in the same article",
    "role": "a role that the article gives this name",
    "acronym": "an acronym that the article gives this name",
    "nationality": "a form of the same name",
}
# Ranks, and the article of Arabic, that stay with a name ("Queen Elizabeth II", "Sir Kim Darroch", "al-Assad").
_STYLE = re.compile(
    r"\b[AaEe]l-$|(?:Sir|Dame|Lord|Lady|Queen|King|Prince|Princess|Pope|Sheikh|Sheik|Ayatollah)\s+(?:$|(?=[A-Z]))"
)
PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})
_WORD_BEFORE = re.compile(r"(?<![\w-])[A-Za-z][A-Za-z-]*\.?(?= )")
_COURTESY = frozenset({"mr", "mrs", "ms"})
SHORT_FORM = 3  # letters below which a place's name without a dot is a short form
ROUNDS = 3  # of joining by the place in the reports: each tells more of where a name stands
LEAD = 3  # times as many reports that have a name without a word before it, which is then no part of it
_LESS = frozenset("acting assistant deputy associate vice former ex interim then onetime".split())
LONGEST_OFFICE = 40  # characters before a name
PHRASE, LONGEST_PHRASE = 2, 5  # words before a name that say who it is
DESCRIBED = "as the report describes the name"
WITH_OFFICE = "with the office that the report gives"
NICKNAME = "the nickname that the report gives with the name"
_CLOSED = re.compile(r"[^()\[\]]*[)\]]\s*(?=\w)")
_ARTICLE = re.compile(r"(?<=[\w,;]) The $")
# Papers that "The" alone makes a name ("The Times").
_PAPER = frozenset(
    "Times Post Journal Guardian Independent Economist Sun Globe Herald Telegraph Mirror Observer".split()
)
_WORDS = frozenset({"Us", "Who", "Ice", "Sec", "Pla", "Eu", "Dea"})  # with small letters these are no land's or body's
_WATERS = frozenset(word.title() for word in WATERS)


def join_names(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> tuple[Name, ...]:
    """Join the entities of a story's articles that are the same person, organisation or place.

    Joined are equal names, known second names, an acronym with the one name that it abbreviates, a
    capital that acts with its country, a part with the one name that holds it, and names spelt alike
    that never stand in one article together. Returns the names that more than one article or more
    than one form has, by canonical form; every variant says why it stands there."""
    groups = _groups(articles, annotations)
    parent = {g.key: g.key for g in groups}
    reasons: dict[str, str] = {}

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    def join(found: Iterable[Link]) -> list[Group]:
        for link in found:
            a, b = root(link.key), root(link.to)
            if a != b:
                parent[a] = b
                reasons[link.key] = link.reason
        together: defaultdict[str, list[Group]] = defaultdict(list)
        for group in groups:
            together[root(group.key)].append(group)
        return [_together(key, members) for key, members in together.items()]

    join(called_links(groups, articles, annotations))
    join(links(groups))
    wholes = join(links(groups, root))
    garbled: set[str] = set()
    for _ in range(ROUNDS):
        found = list(slot_links(wholes, standings(wholes, articles, annotations)))
        stray = {link.key for link in found}
        garbled |= {form for group in wholes if group.key in stray for form in group.forms}
        before, wholes = len(wholes), join(found)
        if len(wholes) == before:
            break
    joined: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        joined[root(group.key)].append(group)
    texts = {article.id: article.text for article in articles}
    names = [_name(members, reasons, garbled, annotations, texts) for members in joined.values()]
    return tuple(sorted((n for n in names if n), key=lambda n: (n.canonical.lower(), n.kind)))


def _groups(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> list[Group]:
    found: defaultdict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for article in articles:
        for entity in annotations[article.id].entities:
            if (entity.kind in JOINED or is_of_party(entity)) and (key := _key(entity)):
                found[key].append((article.id, entity))
    groups = []
    for key in sorted(found):
        kinds = Counter[str]()
        for where, entity in found[key]:
            if entity.kind != "other":
                sure = entity.kind == "person" and _is_he_or_she(entity, annotations[where])
                kinds["organization" if entity.kind == "nationality" else entity.kind] += 1 + 2 * sure
        kind = min(kinds, key=lambda k: (-kinds[k], k)) if kinds else "other"
        forms = tuple(sorted({entity.canonical for _, entity in found[key]}))
        groups.append(Group(key, cast("NameKind", kind), forms, tuple(found[key])))
    return groups


def _together(key: str, members: Sequence[Group]) -> Group:
    """Names that are one as one group."""
    kinds = Counter(g.kind for g in members for _ in g.articles)
    own = {g.kind for g in members if g.key == key}
    kind = min(kinds, key=lambda k: (-kinds[k], k not in own, k))
    forms = tuple(sorted({form for g in members for form in g.forms}))
    return Group(key, kind, forms, tuple(entity for g in members for entity in g.entities))


def _is_he_or_she(entity: Entity, notes: Annotations) -> bool:
    """Whether an article has a pronoun of one person for a name, which tells a person surely."""
    return any(m.entity == entity.id and m.form == "pronoun" and m.text.lower() in PERSONAL for m in notes.mentions)


def _key(entity: Entity) -> str:
    """The plain name; a capital that acts is a government, not the city; "Jr." stays where the article keeps it."""
    if entity.kind == "person" and entity.canonical.endswith(" Jr."):
        return plain(entity.canonical) + " jr"
    if entity.canonical in _WORDS:
        return plain(entity.canonical) + " word"
    acts = entity.kind == "organization" and not entity.canonical.isupper()  # "ROME" stands before a report
    capital = acts and normalise(entity.canonical) in table("names.toml")["capitals"]
    return plain(entity.canonical) + (" government" if capital else "")


def _name(
    members: Sequence[Group],
    reasons: Mapping[str, str],
    garbled: Collection[str],
    annotations: Mapping[str, Annotations],
    texts: Mapping[str, str],
) -> Name | None:
    kinds = Counter[str](g.kind for g in members for _ in g.entities if g.kind != "other")
    if all(e.kind == "nationality" for g in members for _, e in g.entities):
        return None
    forms = Counter(e.canonical for g in members if not g.key.endswith(" government") for _, e in g.entities)
    forms = forms or Counter(e.canonical for g in members for _, e in g.entities)
    often = _written(members, annotations)
    members_only = {e.canonical for g in members for _, e in g.entities if e.kind == "nationality"}
    aside = members_only | {f for f in forms if f in garbled}
    aside |= {f for f in forms if kinds["person"] and (_is_epithet(f, forms) or _is_rare(f, forms))}
    canonical = min(
        forms,
        key=lambda f: (
            _is_short(f, forms) or (kinds["place"] > 0 and _is_cut(f, forms)),
            f in aside or _has_lead(f, forms),
            -len(f.split()),
            -forms[f],
            -often[f],
            f,
        ),
    )
    variants: dict[tuple[str, str], str] = {}
    titled: dict[tuple[str, str], str] = {}
    for group in members:
        across = reasons.get(group.key)
        for article, entity in group.entities:
            for mention in annotations[article].mentions:
                if mention.entity == entity.id and mention.form != "pronoun":
                    reason = across if across and mention.form == "name" else HOW.get(mention.form, "written so")
                    variants.setdefault((_surface(mention, texts[article], group.kind), article), reason)
                    if group.kind == "person" and (office := _with_office(mention, texts[article], canonical)):
                        titled.setdefault((office, article), WITH_OFFICE)
                    if group.kind == "person" and (inside := nickname(mention.text)):
                        titled.setdefault((mention.text[slice(*inside)], article), NICKNAME)
                    if group.kind == "person" and (called := _described(mention, annotations[article].parse)):
                        titled.setdefault((texts[article][called : mention.end], article), DESCRIBED)
    several = len({article for _, article in variants}) > 1 or len({text for text, _ in variants}) > 1
    variants = titled | variants if several else variants
    variants = {(form, where): why for (text, where), why in variants.items() if (form := _whole(text))}
    listed = tuple(NameVariant(text, article, reason) for (text, article), reason in sorted(variants.items()))
    styled = sorted({v.text for v in listed if v.text.endswith(canonical) or f"{canonical} I" in v.text})
    if " " not in canonical and kinds["person"] and any(_STYLE.match(f"{v.split()[0]} ") for v in styled):
        canonical = styled[0]  # "Queen Maud II" rather than "Maud"
    several = several or bool(kinds["person"] and any(v.text != canonical and _STYLE.match(v.text) for v in listed))
    own = {g.kind for g in members if canonical in g.forms}
    kind = min(kinds, key=lambda k: (-kinds[k], k not in own, k), default="other")
    several = several and (kind != "other" or len({plain(form).replace(" ", "") for form in forms}) > 1)
    return (
        Name(canonical, cast("Literal['person', 'organization', 'place', 'other']", kind), listed) if several else None
    )


def _is_short(form: str, forms: Mapping[str, int]) -> bool:
    """Whether a form abbreviates another one of the same name."""
    return any(is_acronym_of(form, other) for other in forms if other != form)


def _is_cut(form: str, forms: Mapping[str, int]) -> bool:
    """Whether a form is a place's short form in letters ("Kel." for "Kelland")."""
    short = form.endswith(".") or len(form) < SHORT_FORM
    return short and any(cut_short(*(plain(f).replace(" ", "") for f in (form, other))) for other in forms)


def _written(members: Sequence[Group], annotations: Mapping[str, Annotations]) -> Counter[str]:
    """How often each form is written in full."""
    own = {e.id: e.canonical for g in members for _, e in g.entities}
    articles = sorted({article for g in members for article in g.articles})
    marks = (m for article in articles for m in annotations[article].mentions if m.form == "name")
    return Counter(own[m.entity] for m in marks if m.entity in own)


def _is_epithet(form: str, forms: Mapping[str, int]) -> bool:
    """Whether a word stands before a person's name that most reports have without it ("Notorious Ilse Osk")."""
    return any(" " in o and form.endswith(f" {o}") and forms[o] >= LEAD * forms[form] for o in forms)


def _is_rare(form: str, forms: Mapping[str, int]) -> bool:
    """Whether a person's name has more words than another full form that more reports have, and not the surname of
    that: it is garbled sooner than fuller."""
    words = set(plain(form).split())
    return any(
        forms[o] > forms[form] and 1 < len(o.split()) < len(words) and plain(surname(o)) not in words for o in forms
    )


def _has_lead(form: str, forms: Mapping[str, int]) -> bool:
    """Whether an office or a trade stands before a name that is there without it ("Undersheriff Ilse Bergman")."""
    tails = [form.removesuffix(f" {other}") for other in forms if " " in other and form.endswith(f" {other}")]
    known = word_set("given_male") | word_set("given_female")
    return any(normalise(o.split()[0]) in known for o in forms if form.endswith(f" {o}") and " " in o) and not any(
        is_given(word) or word in known or len(word) < 2 for tail in tails for word in normalise(tail).split()
    )


def _with_office(mention: Mention, text: str, canonical: str) -> str | None:
    """The words with the office that the report prints before the name ("President Ilse Osk"), or with a form of
    address where the surname is spelt otherwise than in the canonical form ("Mr. Osc")."""
    if mention.form not in ("name", "part"):
        return None
    before = list(_WORD_BEFORE.finditer(text, max(0, mention.start - LONGEST_OFFICE), mention.start))
    for first in before[-3:]:
        office = text[first.start() : mention.start].strip()
        plain = office.replace(".", "").casefold()
        if text[first.start() : mention.start] == f"{office} " and first[0][0].isupper():
            lead = before[before.index(first) - 1][0].casefold() if before.index(first) else ""
            if lead in _LESS:
                return None  # "Acting Attorney General" is no attorney general
            spelt = set(normalise(mention.text).split()) <= set(normalise(canonical).split())
            if plain in word_set("titles") or (plain in _COURTESY and not spelt):
                return text[first.start() : mention.end]
    return None


def _described(mention: Mention, parse: Parse) -> int | None:
    """Where the words begin that say beside a full name who somebody is ("former Ostland spy Ilse Osk"): they are nouns
    and adjectives, of which the last is an office or a common noun that goes with the name."""
    tokens = parse.tokens
    first = last = bisect_left(tokens, mention.start, key=lambda token: token.start)
    if mention.form != "name" or " " not in mention.text or not 0 < first < len(tokens):
        return None
    while first and tokens[first - 1].sentence == tokens[last].sentence and _describes(tokens[first - 1]):
        first -= 1
    while first < last and (tokens[first].text == "-" or _is_apart(tokens[first], tokens[first + 1])):
        first += 1
    noun = tokens[last - 1]
    goes_with_it = noun.tag == "NN" and mention.start <= tokens[noun.head].start < mention.end
    told = goes_with_it or normalise(noun.text) in word_set("titles")
    several = PHRASE <= last - first <= LONGEST_PHRASE
    return tokens[first].start if told and several else None


def _describes(token: Token) -> bool:
    return token.pos in ("ADJ", "NOUN", "PROPN") or token.text == "-" or token.text.lower() == "ex"


def _is_apart(token: Token, following: Token) -> bool:
    """Whether a plural before an office with a capital is no part of what it says: "witnesses |Mayor Ilse Osk"."""
    return token.tag == "NNS" and token.text.islower() and following.text[:1].isupper()


def _whole(text: str) -> str:
    """A form without what a bracket that is closed in it and opened before it holds: "[Ilse] Osk" may begin amid the
    bracket; none for one that ends amid a bracket."""
    if text.count("(") + text.count("[") > text.count(")") + text.count("]"):
        return ""
    behind = _CLOSED.match(text)
    return text[behind.end() :] if behind else text


def _surface(mention: Mention, text: str, kind: str) -> str:
    """The words as they stand: with the rank that is part of a person's name, with a paper's "The"."""
    if mention.form not in ("name", "part", "acronym"):
        return mention.text
    before = text[max(0, mention.start - 14) : mention.start]
    pattern = _STYLE if kind == "person" else _ARTICLE if kind == "organization" else None
    goes_with_the = mention.text in (_PAPER if kind == "organization" else _WATERS if kind == "place" else ())
    if goes_with_the and before.casefold().endswith("the "):
        pattern = re.compile(r"\b[Tt]he $")  # "The Times", "the Times": without "the" it is no name
    match = pattern.search(before) if pattern else None
    return text[mention.start - len(before) + match.start() : mention.end].lstrip() if match else mention.text
