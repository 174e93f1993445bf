"""Names that the recogniser runs together or cuts: two outlets joined by a stroke, a given name that an editor put in
brackets, a post in letters before a person, a body without the words before its "of"."""

import re
from dataclasses import replace

from crosswire.annotate.citation_media import media
from crosswire.annotate.name_span import NameSpan
from crosswire.records import Article
from crosswire.text.name_words import is_given
from crosswire.text.names import normalise, tidy, word_set

_POST = re.compile(r"[A-Z]{2,3}$")  # "GM", "QB"
_OFFICES = frozenset({"AG", "DA", "ADA", "VP", "PM", "GM", "CEO", "CFO", "COO"})
_BRACKET = re.compile(r"[)\]] (?:[Aa]l-|[Ee]l-)?$")
_OPEN = re.compile(r"[(\[][^()\[\]]{0,40}$")
_LETTERS = re.compile(r"[A-Z]{3,5}$")
_SURNAME = re.compile(r" ([A-Z][\w’'-]*[a-z])\b")
_POLL = re.compile(r" (?:poll|survey)s?\b")
_LEAD = re.compile(r"(?:(?:The|A|An|In|At|By|For|But|And|Local|New|Former) )+")
# "U.S. Chamber of" before "Commerce".
_BEFORE_OF = re.compile(
    r"(?<![\w.])((?:(?:U\.S\.|[A-Z][a-z]+) ){0,2}(?:Chamber|Department|Ministry|University|School|Museum|Bureau) of"
    r" (?:the )?)$"
)
BEFORE = 60  # characters before a name in which the beginning of a body's name stands


def with_whole_names(article: Article, spans: list[NameSpan]) -> list[NameSpan]:
    """The spans, with those that hold two names parted and those that hold a piece of one widened or cut."""
    text = article.text
    found: list[NameSpan] = []
    names = frozenset(s.name for s in spans if s.kind == "person")
    for span in (part for s in spans for part in _parted(text, s)):
        last = found[-1] if found else None
        if last is not None and span.end <= last.end:
            continue  # "Dossary", which "Khalid al" has taken
        span = _with_surname(text, span)
        if last is not None and _is_one_in_brackets(text, last, span):
            name = f"{last.name} {text[last.end + 2 : span.start]}{span.name}"
            found[-1] = replace(last, end=span.end, text=text[last.start : span.end], name=name, kind="person")
        else:
            found.append(_of(text, _without_post(text, span, names), last.end if last else 0))
    return found


def _parted(text: str, span: NameSpan) -> list[NameSpan]:
    """The two outlets of a poll that they took together ("Kelland News/Delta Herald"); else the span itself."""
    one, stroke, other = span.name.partition("/")
    names = (tidy(one), tidy(other))
    if not stroke or "/" in other or not all(_is_outlet(name) or _LETTERS.match(name) for name in names):
        return [span]
    polled = any(map(_is_outlet, names)) or _POLL.match(text, span.end)
    if not polled or any(name not in span.text for name in names):
        return [span]
    starts = (span.start + span.text.index(names[0]), span.start + span.text.rindex(names[1]))
    return [
        NameSpan(start, start + len(name), text[start : start + len(name)], name, "organization", None)
        for start, name in zip(starts, names, strict=True)
    ]


def _is_outlet(name: str) -> bool:
    """Whether a name is an outlet's by its shape."""
    return " " in name and media().shaped.fullmatch(name) is not None


def _is_one_in_brackets(text: str, given: NameSpan, last: NameSpan) -> bool:
    """Whether a given name ends a bracket and the surname stands right behind it ("(the envoy Ilse) Osk")."""
    between = text[given.end : last.start]
    lone = " " not in given.name and " " not in last.name and last.kind in ("person", "other")
    opened = _OPEN.search(text, max(0, given.start - BEFORE), given.start)
    return lone and given.kind == "person" and _BRACKET.match(between) is not None and opened is not None


def _with_surname(text: str, span: NameSpan) -> NameSpan:
    """A person whose name ends in a small word, with the surname behind it ("Khalid Al" before "Osk")."""
    small = span.kind == "person" and span.name.lower().endswith((" al", " el", " bin", " ibn", " van", " von", " de"))
    behind = _SURNAME.match(text, span.end) if small else None
    if behind is None:
        return span
    return replace(span, end=behind.end(), text=text[span.start : behind.end()], name=f"{span.name} {behind[1]}")


def _without_post(text: str, span: NameSpan, names: frozenset[str]) -> NameSpan:
    """A person without the post that stands before the name in letters ("Kelland GM Anna Osk", "AG Osk"); ``names`` are
    those of the article."""
    words = span.name.split()
    posts = [i for i, word in enumerate(words[:-1]) if _POST.match(word)]
    if not posts or normalise(words[0]) in word_set("ships") or span.kind not in ("person", "organization"):
        return span
    rest = words[posts[-1] + 1 :]
    name, given = " ".join(rest), rest[0].lower()
    called = is_given(given) or given in word_set("given_male") | word_set("given_female")
    full = len(rest) == len(("given", "surname")) and (called or name in names) and rest[0][1:].islower()
    borne = span.kind == "person" or any(n.endswith(f" {name}") for n in names)
    office = borne and len(words) == len(("post", "surname")) and words[0] in _OFFICES
    if not (full or office) or name not in span.text:
        return span
    start = span.start + span.text.rindex(name)
    return replace(span, start=start, text=text[start : span.end], name=name, kind="person")


def _of(text: str, span: NameSpan, least: int) -> NameSpan:
    """A body with the words before its "of" that the recogniser left out ("Chamber of" before "Trade")."""
    if span.kind == "person" or span.title:
        return span
    before = _BEFORE_OF.search(text, max(least, span.start - BEFORE), span.start)
    if before is None:
        return span
    start = before.start(1)
    lead = _LEAD.match(text, start, span.start)
    start = lead.end() if lead else start
    whole = text[start : span.end]
    return replace(span, start=start, text=whole, name=tidy(whole), kind="organization")
