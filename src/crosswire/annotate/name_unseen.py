"""Names that the recogniser cuts short or leaves out, told by their shape: a holder's office ("Kelland County District
Attorney's Office"), a call sign, letters before an officer's rank, a handle, a surname in brackets, an estate."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from crosswire.annotate.name_cuts import with_whole_names
from crosswire.annotate.name_span import NameSpan
from crosswire.records import Article
from crosswire.text.names import is_acronym_of, normalise, run_together, tidy, word_set

_HOLDER = (
    r"(?:(?:U\.S\.|United States|State[’']s) [Aa]ttorney|[Dd]istrict [Aa]ttorney|[Aa]ttorney [Gg]eneral"
    r"|[Mm]edical [Ee]xaminer|[Pp]ublic [Dd]efender|[Ss]heriff|[Cc]oroner|[Pp]rosecutor|[Cc]omptroller)"
)
# "Kelland County Sheriff's Office"; "the D.A.'s office", by itself.
_OFFICE = re.compile(
    rf"\b(?:[A-Z][\w.’'-]+ ){{1,4}}{_HOLDER} ?[’']s? (?:[Oo]ffice|Department)\b"
    r"|\b(?:U\.S\.|United States) [Aa]ttorney ?[’']s [Oo]ffice\b"
    r"(?: (?:in|for) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*(?: of [A-Z]\w+)?)?"
    r"|\b(?:D\. ?A\.|DA) ?[’']s [Oo]ffice\b"
)
# "U.S. Chamber of Commerce", of which the recogniser sees a word.
_CHAMBER = re.compile(r"(?<![\w.])(?:(?:U\.S\.|[A-Z][a-z]+) ){1,3}(?:Chamber of Commerce|Board of Education)\b")
_LEADS = re.compile(r"(?:(?:The|A|An|In|At|But|And|When|While|Former|Then|Meanwhile|Also|Said) )+")
_CALL_SIGN = re.compile(r"\b[KW][A-Z]{2,3} ?- ?(?:TV|FM|AM|DT|LD)\b")
# "RSNA Acting Director Ilse Osk": letters, then a rank and who holds it.
_LETTERS = re.compile(
    r"\b(?P<name>[A-Z]{3,5}) (?=(?:(?:Acting|Deputy|Assistant|Special|Interim|Associate) )?"
    r"(?:Director|Commissioner|Administrator|Agent|Chief|Secretary|Chair(?:wo)?man|President|Spokes(?:wo)?man)"
    r" [A-Z][a-z])"
)
# "Harbor Link East 4": three words or more with a number, as cables, routes and missions have it.
_NUMBERED = re.compile(r"(?<!\w)(?P<name>(?P<first>[A-Z][a-z]+)(?:[ -][A-Z][a-z]+){2,3} \d)(?![\w,.:% –-]*\d)")
_IN_BRACKETS = re.compile(r"\b(?P<words>(?:[a-z][a-z-]+ ){2,6})\( ?(?P<letters>[A-Z]{2,6}) ?\)")
# "F.B.I.", not the initials of somebody; letters of a body that the report names.
_INITIALS = re.compile(r"(?<![\w.@#-])(?:(?:[A-Z]\.){3,5}(?! ?[A-Z][a-z])|[A-Z]{3,6})(?![\w@-])")
_HANDLE = re.compile(r"(?<!\w)@(\w{4,})")
_BRACKET = re.compile(r" \[([A-Z][\w’'-]+)\]")
_ESTATE = re.compile(r" (?:estate|resort|club|ranch|compound|villa|mansion|palace|retreat|golf)\b")


def with_unseen(article: Article, spans: list[NameSpan]) -> list[NameSpan]:
    """The spans, with those that a name's shape shows added, and those that lie in one of them dropped."""
    rest = [_call_sign(_whole_bracket(article, s)) for s in with_whole_names(article, spans)]
    rest = [replace(s, kind="place") if _is_estate(article, s) else s for s in rest]
    for found in (*_letters(article, rest), *_shapes(article, rest)):
        inside = [s for s in rest if found.start <= s.start and s.end <= found.end]
        crossing = [s for s in rest if s not in inside and s.start < found.end and found.start < s.end]
        told = found.kind == "other" and any(s.kind in ("person", "place") for s in inside)  # "Ilse Osk Wins 4"
        if not crossing and not told and not any(s.text == found.text for s in inside):
            rest = [s for s in rest if s not in inside] + [found]
    return sorted(rest, key=lambda s: (s.start, s.end))


def _letters(article: Article, spans: list[NameSpan]) -> Iterator[NameSpan]:
    """Letters of a body or place that the report names ("DRL"), in its title too; dotted letters; the party's."""
    bodies = {s.name: s.kind for s in spans if " " in s.name and s.kind in ("organization", "place", "other")}
    for line in article.lines:
        shouted = article.text[line.start : line.end].isupper()
        for match in _INITIALS.finditer(article.text, line.start, line.end) if not shouted else ():
            letters = match.group()
            kind = next((bodies[body] for body in sorted(bodies) if is_acronym_of(letters, body)), None)
            if kind or letters == "GOP" or letters.endswith("."):
                yield replace(_body(article.text, *match.span()), kind=kind or "organization")


def _shapes(article: Article, spans: list[NameSpan]) -> Iterator[NameSpan]:
    """What the patterns find in the running text."""
    handles = {run_together(form): s for s in spans if s.kind != "nationality" for form in (s.name, _landless(s.name))}
    text = article.text
    for line in (line for line in article.lines if line.kind == "body"):
        for match in chain(_OFFICE.finditer(text, line.start, line.end), _CHAMBER.finditer(text, line.start, line.end)):
            lead = _LEADS.match(match.group())
            yield _body(text, match.start() + (lead.end() if lead else 0), match.end())
        for match in _CALL_SIGN.finditer(text, line.start, line.end):
            yield _body(text, *match.span())
        for match in _NUMBERED.finditer(text, line.start, line.end):
            if normalise(match["first"]) not in word_set("not_names") and "." not in match.group():
                yield replace(_body(text, *match.span("name")), kind="other")
        for match in _IN_BRACKETS.finditer(text, line.start, line.end):
            if (words := _spelt_out(match["words"].split(), match["letters"])) is not None:
                start, end = match.start("words") + match["words"].index(words), match.end("words") - 1
                yield replace(_body(text, start, end), kind="other")
                yield replace(_body(text, *match.span("letters")), kind="other")
        for match in _LETTERS.finditer(text, line.start, line.end):
            if not text[line.start : line.end].isupper():
                yield _body(text, *match.span("name"))
        for match in _HANDLE.finditer(text, line.start, line.end) if "@" in text else ():
            known = handles.get(match[1].casefold())
            if known:
                yield replace(known, start=match.start(), end=match.end(), text=match.group(), title=None)


def _spelt_out(words: list[str], letters: str) -> str | None:
    """The last of the words in small letters whose initials the letters behind them are ("tide warning system")."""
    gaps = word_set("acronym_gaps")
    tails = (" ".join(words[n:]) for n in range(len(words) - 1) if words[n] not in gaps)
    return next((tail for tail in tails if is_acronym_of(letters, tail)), None)


def _body(text: str, start: int, end: int) -> NameSpan:
    return NameSpan(start, end, text[start:end], tidy(text[start:end]), "organization", None)


def _landless(name: str) -> str:
    """A body's name without the land before it ("U.S. Harbor Patrol")."""
    return re.sub(r"^(?:U\. ?S\.|US|U\. ?K\.|UK) ", "", name)


def _whole_bracket(article: Article, span: NameSpan) -> NameSpan:
    """A given name with the surname that an editor put behind it in brackets ("Ilse [Osk]")."""
    match = _BRACKET.match(article.text, span.end)
    given = normalise(span.name) in word_set("given_male") | word_set("given_female")
    if match is None or not given:
        return span
    whole = article.text[span.start : match.end()]
    return replace(span, end=match.end(), text=whole, name=f"{span.name} {match[1]}", kind="person")


def _call_sign(span: NameSpan) -> NameSpan:
    """A station without the town that stands before its call sign ("Kelland WKLD")."""
    letters = span.text.rpartition(" ")[2]
    if " " not in span.text or not re.fullmatch(r"[KW][A-Z]{3}", letters) or span.text.isupper():
        return span
    return replace(span, start=span.end - len(letters), text=letters, name=letters, kind="organization", title=None)


def _is_estate(article: Article, span: NameSpan) -> bool:
    return span.kind == "other" and _ESTATE.match(article.text, span.end) is not None
