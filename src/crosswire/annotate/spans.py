"""Where names stand: the recogniser's spans mended, and proper nouns that it missed."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import chain

from crosswire.annotate.name_span import NameSpan
from crosswire.annotate.name_wholes import in_full, with_initials, with_nicknames, with_offices
from crosswire.annotate.span_edges import (
    before_open_bracket,
    behind_office,
    follows_office,
    given_before,
    goes_on,
    is_role,
    joins_by_hyphen,
    letters_before_office,
    names_a_body,
    opens_with_nationality,
    orders,
    runs_into_person,
    small_behind,
    surname_behind,
    without_office,
    without_role,
)
from crosswire.annotate.span_kinds import by_syntax, no_nationality, two_places
from crosswire.records import Article, NameKind, Parse
from crosswire.text.names import KOREAN_SURNAMES, normalise, split_title, strip_honorifics, tidy, word_set
from crosswire.text.syntax import Tree

_KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "nationality",
    "PRODUCT": "other",
    "EVENT": "other",
    "LAW": "other",
    "WORK_OF_ART": "other",
}
_UNDER = frozenset({"acting", "assistant", "associate", "deputy", "vice"})  # before a title: not he who bears that
_DEGREE = re.compile(r"M\. ?D\.?|Ph\. ?D\.?")  # behind a name
_LIEUTENANTS = frozenset({"lt", "lieutenant"})
_CALENDAR = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def name_spans(article: Article, parse: Parse, tree: Tree) -> list[NameSpan]:
    """Every name of the article in text order, none within another."""
    starts = [t.start for t in parse.tokens]
    common = frozenset(t.text for t in parse.tokens if t.pos == "NOUN" and t.text.islower())
    bearers = frozenset(article.text[e.start : e.end].split()[-1] for e in parse.entities if e.label == "PERSON")
    found: list[NameSpan] = []
    taken: list[tuple[int, int]] = []
    inside = ((bisect_left(starts, e.start), bisect_left(starts, e.end)) for e in parse.entities)
    claimed = frozenset(starts[i] for a, b in inside for i in range(a, b))
    for entity in parse.entities:
        kind = _KINDS.get(entity.label)
        if kind is None or kind == "other":
            continue
        first, last = bisect_left(starts, entity.start), bisect_left(starts, entity.end)
        kind = no_nationality(parse, first, last, bearers) if kind == "nationality" else kind
        if both := two_places(parse, first, last):
            for i in both:
                token = parse.tokens[i]
                found.append(NameSpan(token.start, token.end, token.text, token.text, "place", None))
                taken.append((token.start, token.end))
            continue
        last = before_open_bracket(parse, first, last)
        first, kind = behind_office(parse, first, last, kind)
        last = letters_before_office(parse, first, last, kind)
        if runs_into_person(parse, first, last, kind, bearers):
            last -= 1
            claimed -= {starts[last]}
        if follows_office(parse, first, last):
            first, kind = first + 1 + (parse.tokens[first].text.lower() == "the"), "person"
        if opens_with_nationality(parse, first, last, kind, bearers):
            people = parse.tokens[first]
            found.append(NameSpan(people.start, people.end, people.text, people.text, "nationality", None))
            taken.append((people.start, people.end))
            first += 1
        if kind == "person" and given_before(parse, first, last, claimed):
            first -= 1
        if kind == "person" and surname_behind(parse, first, last, claimed):
            last += 1
        if last - first == 1 and small_behind(parse, last):
            last, kind = last + 3, "person"
        span = _mended(article, parse, first, last, kind, common)
        if span is not None and not (found and span.start < found[-1].end):
            found.append(by_syntax(span, parse, tree, bisect_left(starts, span.start)))
            taken.append((span.start, span.end))
    taken.sort()
    found.extend(_missed(article, parse, taken, common))
    found.extend(_bare_surnames(parse, tree, found))
    seats = _by_pattern(article)
    found = [s for s in found if not any(n.start <= s.start < n.end for n in seats)] + seats
    found.sort(key=lambda s: (s.start, s.end))
    whole = with_nicknames(article, with_initials(article, _with_branches(article, with_offices(article, found))))
    return _without_headline_noise(in_full(article, whole), parse)


_SEATS = re.compile(r"\b(?:Number|No\.?)\s(?:10|11)\b(?![\d,.]*\d|\s+[a-z]+s\b)")
_SITES = re.compile(r"(?<![\w@/.-])[a-z][a-z-]{2,}\.(?:com|org|net)\b(?![/.@]\w)")
_BRANCH = frozenset({"UK", "U.K.", "USA", "U.S.", "US", "U.S.A."})


def _by_pattern(article: Article) -> list[NameSpan]:
    """ "Number 10": a house whose number is its name; "deltaherald.com": an address that stands for an outlet."""
    return [
        NameSpan(*match.span(), match.group(), tidy(match.group()), "organization", None)
        for line in article.lines
        if line.kind == "body"
        for match in chain.from_iterable(p.finditer(article.text, line.start, line.end) for p in (_SEATS, _SITES))
    ]


def _with_branches(article: Article, spans: list[NameSpan]) -> list[NameSpan]:
    """A body with its country's letters right behind it is one name ("Relief Delta UK")."""
    joined: list[NameSpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind == "organization"
            and span.text in _BRANCH
            and article.text[last.end : span.start] == " "
        ):
            text = article.text[last.start : span.end]
            joined[-1] = replace(last, end=span.end, text=text, name=tidy(text))
        else:
            joined.append(span)
    return joined


def _without_headline_noise(spans: list[NameSpan], parse: Parse) -> list[NameSpan]:
    """Headlines in capitals fool the recogniser: in them a name counts only where the running text
    has one of its words in a name too."""
    starts = [s.start for s in parse.sentences]
    headline = [_is_headline(parse, s.first, s.last) for s in parse.sentences]

    def in_headline(span: NameSpan) -> bool:
        return bool(starts) and headline[max(0, bisect_right(starts, span.start) - 1)]

    if all(headline):
        return spans
    known = {word for s in spans if not in_headline(s) for word in normalise(s.name).split()}
    return [s for s in spans if not in_headline(s) or set(normalise(s.name).split()) <= known]


def _is_headline(parse: Parse, first: int, last: int) -> bool:
    """Whether nearly all words of substance of a sentence are capitalised, and no full stop ends it."""
    if parse.tokens[last - 1].text == "." and any(
        t.text.islower() and t.pos in ("VERB", "AUX") for t in parse.tokens[first:last]
    ):
        return False  # "Prime Minister Ilse Osk met President Ivo Salt in Delta on Monday."
    content = [t for t in parse.tokens[first:last] if t.text.isalpha() and len(t.text) > 3]
    return len(content) >= 4 and sum(t.text[0].isupper() for t in content) >= 0.8 * len(content)


# "Moon Jae-in": the parser ends the name before its hyphen.
_GIVEN_NAME_TAIL = re.compile(r"\s?-\s?([A-Z]?[a-z]{1,5})\b(?!-)")
_NOT_TAILS = frozenset(
    "era led like style based born run owned held ally aide made type free wide only who whom whose which and but the"
    " his her then now".split()
)


def _mended(
    article: Article, parse: Parse, first: int, last: int, kind: NameKind, common: frozenset[str]
) -> NameSpan | None:
    """A recogniser's span cut to its name: no article, possessive, trailing verb or title; widened
    by a title just before it."""
    tokens = parse.tokens
    while first < last and (
        tokens[first].pos in ("DET", "PUNCT", "ADP", "CCONJ", "PART", "NUM")
        or not any(c.isupper() for c in tokens[first].text)
    ):
        first += 1
    while first < last and (
        (
            tokens[last - 1].pos in ("PUNCT", "PART", "ADP", "CCONJ", "VERB", "AUX", "DET")
            and tokens[last - 1].text not in (".", ")")
        )
        or tokens[last - 1].text in (".", "'s", "’s")
        or (last - first > 1 and tokens[last - 1].text.lower() in _CALENDAR)
        or (
            tokens[last - 1].text[:1].islower()
            and tokens[last - 1].text[0] not in "'’"
            and not _is_inner_capital(tokens[last - 1].text)
            and ("-" not in tokens[last - 2].text or len(tokens[last - 1].text) > 5)
        )
    ):
        last -= 1
    first = _behind_participle(parse, first, last, kind)
    last = _before_break(parse, first, last, kind)
    first = _after_break(parse, first, last, kind, common)
    last, kind = without_office(parse, first, last, kind)
    if first >= last:
        return None
    start, end = tokens[first].start, tokens[last - 1].end
    raw = article.text[start:end]
    if last - first > 1 and raw.lower() in word_set("titles"):
        return None  # "Chief Executive"
    title, name = split_title(raw)
    whole = bool(title) and names_a_body(title, name, kind)
    if whole:
        title, name = "", tidy(raw)  # "Justice against Sponsors of Terrorism Act"
    if title and kind != "nationality":
        kind = "person"
        start += (
            raw.index(name.split()[0], len(title) - 1 if len(title) < len(raw) else 0) if name.split()[0] in raw else 0
        )
    before = _title_before(parse, first) if not title and kind in ("person", "organization", "place") else None
    if kind == "person" and last < len(tokens) and goes_on(parse, last, name):
        end = tokens[last].end
        name = f"{name} {tokens[last].text}"
    tail = _GIVEN_NAME_TAIL.match(article.text, end) if kind == "person" and " " in name else None
    if tail and tail[1] not in _NOT_TAILS and (tail[1].islower() or name.split()[0] in KOREAN_SURNAMES):
        end = tail.end()
        name += "-" + tail[1]
    name = name if whole else strip_honorifics(name)
    if kind == "person" and (bare := without_role(name)) != name and bare.split()[0] in raw:
        start, name = tokens[first].start + article.text[tokens[first].start : end].index(bare.split()[0]), bare
    if (
        kind == "place"
        and re.fullmatch(r"(?:[A-Z]\.\s?){3,}", raw.strip())
        and raw.replace(" ", "") not in ("U.A.E.", "U.S.A.", "U.S.S.R.")
    ):
        kind = "organization"
    if not _is_name(name):
        return None
    if kind == "person" and name.split()[0].lower() in word_set("ships") and name.split()[0].isupper():
        return NameSpan(start, end, article.text[start:end], name, "other", None)
    if before and normalise(name) not in word_set("seats"):
        title, kind = before, "person"
    return NameSpan(start, end, article.text[start:end], name, kind, title or None)


def _behind_participle(parse: Parse, first: int, last: int, kind: NameKind) -> int:
    """Where a person's name begins behind what is done to him ("Losing |Lee hurt")."""
    opens = kind == "person" and last - first > 1 and parse.tokens[first].tag == "VBG"
    return first + 1 if opens and parse.tokens[first].text.endswith("ing") else first


def _is_inner_capital(word: str) -> bool:
    """Whether a word begins small and goes on with a capital, as some surnames do ("diMarco", "d'Orsi")."""
    return re.fullmatch(r"(?:[a-z]{1,3}|[dl]['’])[A-Z][a-z]+", word) is not None


_CROWDS = frozenset(
    "women men children people veterans workers farmers nurses teachers writers players students".split()
)


def _after_break(parse: Parse, first: int, last: int, kind: NameKind, common: frozenset[str]) -> int:
    """Where the name in a span that began too early begins: behind a noun that only opens the sentence
    ("Grocer Delta"), behind a "the" within, and for a body behind somebody's possessive."""
    tokens = parse.tokens
    opens = first == parse.sentences[tokens[first].sentence].first if first < last else False
    if opens and last - first == 2 and kind in ("person", "other"):
        word = tokens[first].text.lower()
        given = word in word_set("given_male") or word in word_set("given_female")
        if not given and (tokens[first].tag in ("NN", "NNS") or word in common):
            return first + 1
    for i in range(first + 1, last - 1):
        if (
            tokens[i].text == "the"
            and tokens[i - 1].pos != "ADP"
            and not (i == first + 1 and orders(parse, first, last))
        ):
            return i + 1
        if kind == "organization" and tokens[i].tag == "POS" and tokens[i - 1].text.lower() not in _CROWDS:
            body = tokens[last - 1].text.lower() in word_set("organization_words")
            return i + 1 if last - i > 2 and body and tokens[i - 1].pos == "PROPN" else first
    return first


def _before_break(parse: Parse, first: int, last: int, kind: NameKind) -> int:
    """Where a span that ran on ends: before a verb in it, and for a person before a possessive."""
    for i in range(first + 1, last):
        token = parse.tokens[i]
        if token.tag in ("VBD", "VBZ", "VBP", "MD") and token.text.islower():
            return i
        if kind == "person" and token.tag == "POS":
            return i
    return last


def _title_before(parse: Parse, first: int) -> str | None:
    """The title whose words stand right before a token ("Prime Minister", "Mr.")."""
    for width in (3, 2, 1):
        if first - width < 0 or parse.tokens[first - width].sentence != parse.tokens[first].sentence:
            continue
        before = parse.tokens[first - width : first]
        phrase = " ".join(t.text.strip(".").lower() for t in before if t.text != ".")
        capital = before[0].text[:1].isupper()
        if (phrase in word_set("titles") and (capital or len(before) > 0)) or (
            phrase in word_set("honorifics") and phrase != "the" and capital
        ):
            return _rank(parse, first - width, phrase)
    return None


def _rank(parse: Parse, first: int, title: str) -> str:
    """The title that begins at a token with the word before it that makes it another's ("assistant sheriff")."""
    lead = parse.tokens[first - 1] if first else None
    if lead is None or lead.sentence != parse.tokens[first].sentence:
        return title
    word = lead.text.strip(".").lower()
    under = word in _UNDER or (word in _LIEUTENANTS and title in ("gov", "governor"))
    return f"{word} {title}" if under else title


def _is_name(name: str) -> bool:
    bare = tidy(name)
    if len(bare) < 2 or not any(c.isupper() for c in bare) or re.search(r"https?:|www\.|@|\\n", bare):
        return False
    if len(bare.split()) > 8 or _DEGREE.fullmatch(bare):
        return False
    if normalise(bare) in word_set("titles") or normalise(bare) in word_set("honorifics") or is_role(bare):
        return False
    return bare == "WHO" or not all(w.strip(".,").lower() in word_set("not_names") or w.isdigit() for w in bare.split())


def _missed(article: Article, parse: Parse, taken: list[tuple[int, int]], nouns: frozenset[str]) -> list[NameSpan]:
    """Runs of proper nouns that the recogniser left out. A run that opens a sentence and is no
    name elsewhere is kept only where it has two words or a title."""
    found: list[NameSpan] = []
    tokens = parse.tokens
    common = {t.text for t in tokens if t.text.islower()}
    i = 0
    while i < len(tokens):
        if (
            tokens[i].pos != "PROPN"
            or not tokens[i].text[:1].isupper()
            or _inside(taken, tokens[i].start, tokens[i].end)
        ):
            i += 1
            continue
        j = i + 1
        while (
            j < len(tokens)
            and tokens[j].sentence == tokens[i].sentence
            and tokens[j].pos == "PROPN"
            and tokens[j].text[:1].isupper()
            and not _inside(taken, tokens[j].start, tokens[j].end)
        ) or joins_by_hyphen(parse, j):
            j += 1
        first, kind = behind_office(parse, i, j, "other")
        span = _mended(article, parse, first, j, kind, nouns)
        if span is not None and (" " in span.name or span.name.lower() not in common or span.title):
            title = _title_before(parse, first)
            found.append(
                NameSpan(
                    span.start,
                    span.end,
                    span.text,
                    span.name,
                    "person" if title or span.title else kind,
                    span.title or title,
                )
            )
        i = j
    return found


def _bare_surnames(parse: Parse, tree: Tree, spans: list[NameSpan]) -> list[NameSpan]:
    """Surnames that the tagger takes for common nouns where they open a sentence as its subject ("Stone said" in
    an article that names a Roger Stone)."""
    people = {s.name.split()[-1] for s in spans if s.kind == "person" and " " in s.name}
    taken = {s.start for s in spans}
    found: list[NameSpan] = []
    for sentence in parse.sentences:
        for i in range(sentence.first, min(sentence.first + 2, sentence.last)):
            token = parse.tokens[i]
            if (
                token.pos not in ("NOUN", "INTJ", "VERB")
                or token.text not in people
                or token.dep not in ("nsubj", "nsubjpass", "poss")
            ):
                continue
            if token.start not in taken and not tree.children(i, "det", "amod", "compound", "nummod"):
                found.append(NameSpan(token.start, token.end, token.text, token.text, "person", None))
    return found


def _inside(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    k = bisect_right(taken, (start, end))
    return any(a < end and start < b for a, b in taken[max(0, k - 2) : k + 1])
