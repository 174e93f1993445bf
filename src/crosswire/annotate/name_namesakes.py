"""People of one surname in one article: fathers and sons ("Lee Jr."), and a surname whose bearer is none of those
named in full."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from crosswire.annotate.name_groups import Group
from crosswire.annotate.name_span import NameSpan
from crosswire.annotate.person_words import people_words
from crosswire.records import Article
from crosswire.text.names import normalise, surname, word_set

JUNIOR = re.compile(r"(?P<name>(?:[A-Z][\w’'-]+ |[A-Z]\. ){0,3}[A-Z][\w’'-]+),? Jr\b\.?")
KIN = "wife|husband|son|daughter|daughters|sons|children|brother|sister|father|mother|widow|first lady|niece|nephew"
BEFORE = re.compile(rf"\b(?:{KIN})s?,? (?:(?:Dr|Mrs|Mr|Ms)\b\.? )?$", re.IGNORECASE)
GIVEN = re.compile(
    rf"\b(?:his|her|their|[’']s) (?:\w+ )?(?:{KIN})s? ?,? ([A-Z][a-z]+)(?= ?[,.]| and\b)"
)  # "his wife, Ida, and"
BEHIND = re.compile(rf"^ ?, (?:(?:the|his|her|their|an?) )?(?:[\w’' -]{{0,25}} )?(?:{KIN})\b", re.IGNORECASE)
COURTESY = frozenset({"mr", "mrs", "ms", "miss"})
SLIP = 7  # letters of a surname in which one may be wrong; shorter ones are other people's
HEADS = frozenset({"president", "prime minister", "premier", "chancellor", "king", "queen"})
NEAR = 40  # characters beside a name that may tell whose relative he is


def with_juniors(article: Article, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans, with "Jr." kept in the names of sons whose namesake the article speaks of too: it calls the son
    by surname and "Jr." alone, or the other by office and surname before the son is named."""
    if " Jr" not in article.text:
        return list(spans)
    apart = {surname(m["name"]) for m in JUNIOR.finditer(article.text) if _tells_apart(article.text, m)}
    if not apart:
        return list(spans)
    found: list[NameSpan] = []
    for span in spans:
        tail = article.text[span.start : span.end + 5]
        junior = re.search(rf"{re.escape(surname(span.name))},? Jr\b", tail) is not None
        alone = " " not in span.name and normalise(span.title or "") in COURTESY
        own = (junior and surname(span.name) in apart) or (
            alone and span.name in apart and _as_son(article.text, span.name)
        )
        found.append(replace(span, name=f"{span.name} Jr.") if own else span)
    return found


def _as_son(text: str, last: str) -> bool:
    """Whether an article calls the son by courtesy and surname alone: "Mr. Lee, the president's oldest son"."""
    titles = "|".join(HEADS)
    return re.search(rf"\bMr\.? {re.escape(last)}, the (?:{titles})[’']s (?:\w+ )?son\b", text) is not None


def _tells_apart(text: str, junior: re.Match[str]) -> bool:
    name = junior["name"]
    if " " not in name:
        return True  # "Lee Jr."
    if re.search(rf"\b(?:{'|'.join(HEADS)}) $", text[: junior.start()], re.IGNORECASE):
        return False  # "President Ann Lee Jr."
    titles = "|".join(HEADS)
    if _as_son(text, surname(name)):
        return True
    other = re.compile(rf"\b(?:{titles}) {re.escape(surname(name))}\b(?!,? Jr)", re.IGNORECASE)
    return other.search(text, 0, junior.start()) is not None


def is_junior(name: str) -> bool:
    """Whether a name keeps its "Jr."."""
    return name.endswith(" Jr.")


def own_bearers(
    article: Article, lone: Sequence[tuple[str, NameSpan]], surnames: Mapping[str, Sequence[Group]]
) -> frozenset[str]:
    """The surnames that somebody bears who is never named in full: "Mr. Lee" beside none but an "Anna Lee", or
    "President Lee" beside his wife. ``lone`` are the spans of one word with their keys."""
    return frozenset(
        key
        for key, span in lone
        if span.title and surnames.get(key) and all(clashes(article, span, g) for g in surnames[key])
    )


def relatives(article: Article, groups: Collection[Group]) -> frozenset[str]:
    """The keys of those whom the article calls somebody's relative where it names them: a bare surname is another's."""
    kin = {m[1].lower() for m in GIVEN.finditer(article.text)}
    return frozenset(
        g.key
        for g in groups
        if (len(g.tokens) > 1 and g.tokens[0] in kin) or any(_is_kin(article.text, s) for s, _ in g.spans)
    )


def clashes(article: Article, span: NameSpan, group: Group) -> bool:
    """Whether a form of address cannot be that of somebody named in full: of the other sex, or a head of state's
    where the one named is called a relative and has no office."""
    title = (span.title or "").lower()
    if other_sex(title, group):
        return True
    return title in HEADS and title not in group.titles and any(_is_kin(article.text, s) for s, _ in group.spans)


def other_sex(title: str, group: Group) -> bool:
    """Whether a form of address is one for the other sex than a given name tells."""
    given = group.key.split()[0]
    man, woman = given in word_set("given_male"), given in word_set("given_female")
    return (_called("male", title) and woman and not man) or (_called("female", title) and man and not woman)


def misspelt(span: NameSpan, key: str, surnames: Mapping[str, Sequence[Group]]) -> list[Group]:
    """The one person whose surname a form of address and a lone word misspell ("Mr. Velmandi", where the article
    introduces a "Heidar Velmandis"): nobody is called so who has not been named in full before."""
    if len(key) < SLIP or normalise(span.title or "") not in COURTESY:
        return []
    near = [g for last, bearers in surnames.items() for g in bearers if key[0] == last[0] and _slips(key, last)]
    fits = [g for g in near if min(s.start for s, _ in g.spans) < span.start and not other_sex(span.title or "", g)]
    return fits if len(fits) == 1 else []


def _slips(one: str, other: str) -> bool:
    return one != other and OSA.distance(one, other) == 1


def is_sexed(title: str | None) -> bool:
    """Whether a form of address tells a man or a woman."""
    return title is not None and (_called("male", title.lower()) or _called("female", title.lower()))


def is_she(span: NameSpan) -> bool:
    """Whether a form of address tells a woman."""
    return span.title is not None and _called("female", span.title.lower())


def _called(sex: str, title: str) -> bool:
    listed: Collection[str] = people_words()[f"called_{sex}"]
    return title in listed or normalise(title) in listed


def _is_kin(text: str, span: NameSpan) -> bool:
    before, behind = text[max(0, span.start - NEAR) : span.start], text[span.end : span.end + NEAR]
    return bool(BEFORE.search(before) or BEHIND.match(behind) or _is_one_of(text, before, span.name.split()[0]))


def _is_one_of(text: str, before: str, given: str) -> bool:
    """Whether a given name joined to a full name shares its surname: "Ida and Eve Lee"; a rare one where the article
    has nobody of that surname and gives it to somebody ("to Ida and Eve Lee"), or joins the two given names alone as
    well ("Eve and Ida")."""
    joined = re.search(r"(?:^|[^\w’'-] ?|\b[a-z]+ )([A-Z][a-z]+) and $", before)
    if joined is None:
        return False
    common = joined[1].lower() in word_set("given_female") | word_set("given_male")
    to_both = re.search(r"\b(?:to|of|for|with|about) [A-Z][a-z]+ and $", before)
    if common:
        return True
    alone = re.search(rf"\b(?:{joined[1]} and {given}|{given} and {joined[1]})\b(?! [A-Z])", text)
    return bool(to_both or alone) and not re.search(rf"(?:[A-Z][\w’'-]+|[A-Z][a-z]{{0,3}}\.) {joined[1]}\b", text)
