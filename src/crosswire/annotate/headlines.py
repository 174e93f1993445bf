"""Who says what in a headline's own shapes: "Bridge falls: police", "Quist: Bridge was safe", "It fell, says mayor"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from crosswire.annotate.attribution_sources import Namer
from crosswire.annotate.attribution_words import words
from crosswire.annotate.citation_media import outlet_in
from crosswire.records import Article, Attribution, Entity, Line, Mention, Parse, Source
from crosswire.text.syntax import Tree

_VERBS = r"says?|claims?|warns?|finds?|reports?|admits?|alleges?|insists?|confirms?|shows?|suggests?|reveals?|adds?"
_WHO = r"(?P<who>[^\s,:;'\"‘’“”][^,:;'\"‘“”]{1,48}?)"
_SHAPES = (
    re.compile(rf"^(?P<what>.{{10,}}?),\s+{_WHO}\s+(?P<cue>{_VERBS})\W*$", re.IGNORECASE),
    re.compile(rf"^(?P<what>.{{10,}}?)(?:,|['\"’”])\s+(?P<cue>{_VERBS})\s+{_WHO}\W*$", re.IGNORECASE),
    re.compile(rf"^(?P<what>[^:]{{10,}}?)\s*(?P<cue>:|(?<=\s)[-–—])\s+{_WHO}\W*$"),
    re.compile(rf"^{_WHO}(?P<cue>:)\s+(?P<what>.{{8,}})$"),
)
_SECTION = re.compile(r"(?:OPINION|ANALYSIS|EXCLUSIVE|EDITORIAL|COMMENTARY|Opinion|Analysis): ")
_APART = re.compile(r"[a-z] - [a-z]|\d - [a-z]")  # a hyphen that a converter set apart
_TO = re.compile(r" to (?=[A-Z])", re.IGNORECASE)
_QUOTED = re.compile(r"^['\"‘“].*['\"’”]\W*$")
LABELS = frozenset({"opinion", "analysis", "exclusive", "editorial", "commentary", "column", "review"})  # of sections
WHENCE = frozenset({"from", "by"})  # "A lesson from Lee: …": his words
LONGEST = 6  # words of who speaks in a headline
SHORT = 140  # characters of a first line that may be a headline


def headline_speech(
    article: Article,
    parse: Parse,
    tree: Tree,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    found: Sequence[Attribution],
) -> tuple[Attribution, ...]:
    """What was ``found`` of who says what, with what the article's headline says in its own shape, where nothing was
    found in it."""
    line = _headline(article)
    if line is None or any(line.start <= a.cue_start < line.end and a.contents for a in found):
        return tuple(found)
    label = _SECTION.match(article.text, line.start, line.end)
    line = replace(line, start=label.end()) if label else line
    text = article.text[line.start : line.end]
    matches = [match for shape in _SHAPES if (match := shape.match(text)) and len(match["who"].split()) <= LONGEST]
    if len(_APART.findall(article.text, line.end)) > 1:
        matches = [match for match in matches if match["cue"] != "-"]  # "all - time leader": the text's own way
    if not matches:
        return tuple(found)
    namer = Namer(article, parse, tree, mentions, entities, lambda _: False)
    for match in matches:
        source = _speaker(match, line, namer, tree)
        if source and _tells(match["what"], line.start + match.start("what"), tree):
            return tuple(sorted([*found, _said(match, line, source)], key=lambda a: (a.cue_start, a.contents)))
    return tuple(found)


def _headline(article: Article) -> Line | None:
    """The article's title; where it has none, its first line, if that is short."""
    title = next((line for line in article.lines if line.kind == "title"), None)
    first = next((line for line in article.lines if line.kind == "body"), None)
    return title or (first if first is not None and first.end - first.start <= SHORT else None)


def _tokens(tree: Tree, start: int, end: int) -> range:
    low = bisect_left(tree.tokens, start, key=lambda t: t.start)
    return range(low, bisect_right(tree.tokens, end - 1, key=lambda t: t.start))


def _tells(what: str, start: int, tree: Tree) -> bool:
    """Whether words tell something: they are a quotation, or there is a verb among them."""
    found = _tokens(tree, start, start + len(what))
    return bool(_QUOTED.match(what)) or any(tree.tokens[k].pos in ("VERB", "AUX") for k in found)


def _speaker(match: re.Match[str], line: Line, namer: Namer, tree: Tree) -> Source | None:
    """Who speaks, where the words in a speaker's place are such as name one: a person, a medium, a body behind its
    words, those who have an office or saw it; no heading's "Exclusive", no place before a colon."""
    start, end = line.start + match.start("who"), line.start + match.end("who")
    spoken = _TO.search(match["who"]) if match["cue"] == ":" and match.start("who") < match.start("what") else None
    end = end if spoken is None else start + spoken.start()  # "Lee to Orr: Step down"
    inside = [k for k in _tokens(tree, start, end) if tree.tokens[k].pos not in ("PUNCT", "PART")]
    if not inside:
        return None
    if match["who"].lower() in LABELS:
        return None
    last = _top(tree, inside)
    source = replace(namer.source(last), start=start, end=end, text=match["who"][: end - start])
    if spoken is not None and source.kind == "anonymous":
        source = replace(source, name=source.text)
    dashed = match["cue"] in ("-", "–", "—")
    if outlet_in(match["who"]) or match["who"].lower().split()[-1] == "media":
        if dashed and source.name[:1].isupper():
            return None  # "Dam closes - Delta Herald": whose page it is
        beside = outlet_in(source.name) is None and source.name.split()[-1] not in match["who"]  # words it quotes
        named = source.name if source.kind == "media" and not beside else match["who"]
        return replace(source, name=named, kind="media")
    known = words().sources
    noun = tree.tokens[last].lemma.lower()
    common = any(noun in known[part] for part in ("persons", "anonymous", "bodies", "documents"))
    behind = match.start("who") > match.start("what")
    short = match["who"].isupper() and match["who"].lower() not in words().lists["notices"]  # "FBI: Thefts rose"
    body = (behind or short) and source.kind == "organization" and not dashed
    acts = any(tree.tokens[k].pos in ("VERB", "AUX") for k in inside)
    return source if (common or source.kind == "person" or body) and not acts else None


def _top(tree: Tree, inside: Sequence[int]) -> int:
    """The noun that words in a speaker's place are about: their last, or the one that it hangs on behind a preposition
    ("Rules for Clerks:")."""
    last = inside[-1]
    while tree.tokens[last].dep == "pobj" and tree.tokens[tree.tokens[last].head].text.lower() not in WHENCE:
        over = tree.tokens[tree.tokens[last].head].head
        if over not in inside or tree.tokens[over].pos not in ("NOUN", "PROPN"):
            break
        last = over
    return last


def _said(match: re.Match[str], line: Line, source: Source) -> Attribution:
    cue = (line.start + match.start("cue"), line.start + match.end("cue"))
    what = (line.start + match.start("what"), line.start + match.end("what"))
    mode: Literal["direct", "indirect"] = "direct" if _QUOTED.match(match["what"]) else "indirect"
    stance: Literal["reported", "said"] = "reported" if source.kind == "media" else "said"
    return Attribution(*cue, match["cue"], (what,), (source,), mode, stance)
