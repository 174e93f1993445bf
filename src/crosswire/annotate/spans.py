"""Where names stand: the recogniser's spans mended, and proper nouns that it missed."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from crosswire.records import Article, NameKind, Parse
from crosswire.text.names import split_title, strip_honorifics, tidy, word_set
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
_NOT_NAMES = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "today", "yesterday", "tomorrow", "tonight", "easter", "christmas", "mr", "mrs", "ms", "dr", "sir", "i", "am", "pm", "a.m", "p.m", "gmt", "utc", "bst", "est", "edt", "god", "internet", "twitter", "facebook", "instagram", "youtube", "read", "more", "also", "photo", "image", "video", "breaking", "update", "updated", "published", "related", "share", "advertisement", "source", "ap", "afp"]
) - {"twitter", "facebook", "instagram", "youtube", "ap", "afp"}


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A span that names something: ``name`` is tidy and without ``title``, which stood before it."""

    start: int
    end: int
    text: str
    name: str
    kind: NameKind
    title: str | None


def name_spans(article: Article, parse: Parse, tree: Tree) -> list[NameSpan]:
    """Every name of the article in text order, none within another."""
    starts = [t.start for t in parse.tokens]
    found: list[NameSpan] = []
    taken: list[tuple[int, int]] = []
    for entity in parse.entities:
        kind = _KINDS.get(entity.label)
        if kind is None or kind == "other":
            continue
        first, last = bisect_left(starts, entity.start), bisect_left(starts, entity.end)
        span = _mended(article, parse, first, last, kind)
        if span is not None:
            found.append(span)
            taken.append((span.start, span.end))
    taken.sort()
    found.extend(_missed(article, parse, taken))
    return sorted(found, key=lambda s: (s.start, s.end))


def _mended(article: Article, parse: Parse, first: int, last: int, kind: NameKind) -> NameSpan | None:
    """A recogniser's span cut to its name: no article, possessive, trailing verb or title; widened
    by a title just before it."""
    tokens = parse.tokens
    while first < last and (
        tokens[first].pos in ("DET", "PUNCT", "ADP", "CCONJ", "PART", "NUM")
        or not any(c.isupper() for c in tokens[first].text)
    ):
        first += 1
    while first < last and (
        (tokens[last - 1].pos in ("PUNCT", "PART", "ADP", "CCONJ", "VERB", "AUX", "DET")
        and tokens[last - 1].text not in (".", ")"))
        or tokens[last - 1].text in (".", "'s", "’s")
        or (
            tokens[last - 1].text[:1].islower()
            and tokens[last - 1].text[0] not in "'’"
            and "-" not in tokens[last - 2].text
        )
    ):
        last -= 1
    if first >= last:
        return None
    start, end = tokens[first].start, tokens[last - 1].end
    raw = article.text[start:end]
    title, name = split_title(raw)
    if title and kind != "nationality":
        kind = "person"
        start += (
            raw.index(name.split()[0], len(title) - 1 if len(title) < len(raw) else 0) if name.split()[0] in raw else 0
        )
    before = _title_before(parse, first) if not title and kind in ("person", "organization", "place") else None
    name = strip_honorifics(name)
    if not _is_name(name):
        return None
    if before:
        title, kind = before, "person"
    return NameSpan(start, end, article.text[start:end], name, kind, title or None)


def _title_before(parse: Parse, first: int) -> str | None:
    """The title whose words stand right before a token ("Prime Minister", "Mr.")."""
    for width in (3, 2, 1):
        if first - width < 0 or parse.tokens[first - width].sentence != parse.tokens[first].sentence:
            continue
        before = parse.tokens[first - width : first]
        phrase = " ".join(t.text.strip(".").lower() for t in before if t.text != ".")
        capital = before[0].text[:1].isupper()
        if (
            (phrase in word_set("titles")
            and (capital or len(before) > 0))
            or (phrase in word_set("honorifics") and phrase != "the" and capital)
        ):
            return phrase
    return None


def _is_name(name: str) -> bool:
    bare = tidy(name)
    if len(bare) < 2 or not any(c.isupper() for c in bare) or re.search(r"https?:|www\.|@|\\n", bare):
        return False
    if len(bare.split()) > 8:
        return False
    return not all(w.strip(".,").lower() in _NOT_NAMES or w.isdigit() for w in bare.split())


def _missed(article: Article, parse: Parse, taken: list[tuple[int, int]]) -> list[NameSpan]:
    """Runs of proper nouns that the recogniser left out. A run that opens a sentence and is no
    name elsewhere is kept only where it has two words or a title."""
    found: list[NameSpan] = []
    tokens = parse.tokens
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
        ):
            j += 1
        span = _mended(article, parse, i, j, "other")
        if span is not None and span.name.lower() not in word_set("titles"):
            title = _title_before(parse, i)
            found.append(
                NameSpan(
                    span.start,
                    span.end,
                    span.text,
                    span.name,
                    "person" if title or span.title else "other",
                    span.title or title,
                )
            )
        i = j
    return found


def _inside(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    k = bisect_right(taken, (start, end))
    return any(a < end and start < b for a, b in taken[max(0, k - 2) : k + 1])
