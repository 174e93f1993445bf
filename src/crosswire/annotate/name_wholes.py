"""Names that an article gives in full elsewhere, where the recogniser saw only a piece of them or nothing."""

import re
from dataclasses import replace

from crosswire.annotate.name_span import NameSpan
from crosswire.records import Article
from crosswire.text.names import word_set

KINDS = frozenset({"person", "organization"})
SHORTEST = 7  # letters of a name of two words; shorter ones may be other words
INITIALS = re.compile(r"\b((?:[A-Z][a-z]+|[A-Z] \.) [A-Z] \. )([A-Z][a-z][A-Za-z’'-]*)")  # as a tokeniser writes it

NICKNAMED = re.compile(
    r"\b([A-Z][a-z]+) (?:`` |[\"“‘']) ?([A-Z][a-z]+(?: [A-Za-z][a-z]+){0,2}) ?(?:''|[\"”’']) "
    r"([A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b"
)

OFFICE = re.compile(r"(?:Office|Bureau|Department|Board) of the (?:[A-Z][a-z]+ ){0,3}[A-Z][a-z]+(?! ?[-’'])")


def with_offices(article: Article, spans: list[NameSpan]) -> list[NameSpan]:
    """The spans, with that of an office widened by whose it is ("Delta Office |of the Chief Harbor Master")."""
    if " of the " not in article.text:
        return spans
    rest = list(spans)
    for match in OFFICE.finditer(article.text):
        head = match.start() + match.group().index(" ")
        body = next((s for s in rest if s.end == head and s.kind != "person"), None)
        inside = [s for s in rest if s.start < match.end() and head < s.end]
        if body is None or any(s.end > match.end() or s.kind == "place" for s in inside):
            continue
        text = article.text[body.start : match.end()]
        name = f"{body.name}{article.text[head : match.end()]}"
        rest = [s for s in rest if s is not body and s not in inside] + [
            replace(body, end=match.end(), text=text, name=name, kind="organization")
        ]
    return sorted(rest, key=lambda s: (s.start, s.end))


def with_nicknames(article: Article, spans: list[NameSpan]) -> list[NameSpan]:
    """The spans, with those of one name joined that a nickname in marks cut ("Ida 'The Cat' Lee")."""
    rest = list(spans)
    for match in NICKNAMED.finditer(article.text):
        meets = [s for s in rest if s.start < match.end() and match.start() < s.end]
        given = match[1].lower() in word_set("given_male") or match[1].lower() in word_set("given_female")
        whole = (
            meets and meets[-1].end == match.end() and meets[-1].kind == "person" and meets[0].start >= match.start()
        )
        if not given or not whole or ("``" not in match.group() and meets[0].text == match.group()):
            continue
        name = f"{match[1]} {match[3]}"
        joined = replace(meets[-1], start=match.start(), end=match.end(), text=match.group(), name=name)
        rest = [s for s in rest if s not in meets] + [joined]
    return sorted(rest, key=lambda s: (s.start, s.end))


def with_initials(article: Article, spans: list[NameSpan]) -> list[NameSpan]:
    """The spans, with those of one name joined that a tokeniser cut behind an initial ("Ida T . Lee")."""
    if " . " not in article.text:
        return spans
    rest = list(spans)
    for match in INITIALS.finditer(article.text):
        inside = [s for s in rest if match.start() <= s.start and s.end <= match.end()]
        crossing = [s for s in rest if s not in inside and s.start < match.end() and match.start() < s.end]
        cut = [s for s in crossing if s.end == match.start() + 1]  # "Manager A" before ". J . Lee"
        if (
            not inside
            or crossing != cut
            or inside[-1].end != match.end()
            or all(s.kind != "person" for s in inside + cut)
        ):
            continue
        name = match[1].replace(" .", ".") + match[2]
        whole = replace(inside[0], start=match.start(), end=match.end(), text=match.group(), name=name, kind="person")
        rest = [s for s in rest if s not in inside + cut] + [whole]
    return sorted(rest, key=lambda s: (s.start, s.end))


def in_full(article: Article, spans: list[NameSpan]) -> list[NameSpan]:
    """The spans, with a piece of a name ("Court") widened where the words round it are a name of two words or more that
    stands in the article elsewhere ("Mend the Court"), and such a name added where no span was found."""
    known: dict[str, NameSpan] = {}
    for span in spans:
        if " " in span.name and span.text == span.name and span.kind in KINDS and len(span.name) >= SHORTEST:
            known.setdefault(span.text, span)
    if not known:
        return spans
    longest = sorted(known, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-]|[’'](?!s\b))")
    found: list[NameSpan] = []
    rest = list(spans)
    for line in article.lines:
        for match in pattern.finditer(article.text, line.start, line.end) if line.kind == "body" else ():
            meets = [s for s in rest if s.start < match.end() and match.start() < s.end]
            whose = " of " in match.group() and any(s.kind == "person" for s in meets)  # "Ivo Salt of Maren"
            if not whose and all(
                match.start() <= s.start and s.end <= match.end() and s.text != match.group() for s in meets
            ):
                rest = [s for s in rest if s not in meets]
                title = next((s.title for s in meets if s.title), None)
                found.append(replace(known[match.group()], start=match.start(), end=match.end(), title=title))
    return sorted([*rest, *found], key=lambda s: (s.start, s.end))
