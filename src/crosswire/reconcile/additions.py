"""What some reports of a point tell beyond the others, in their own words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from crosswire.reconcile.printed import is_tag
from crosswire.records import Argument, Claim, Quantity, Slot, TimeExpression
from crosswire.text.answers import compare_times
from crosswire.text.names import word_set
from crosswire.text.syntax import Tree

MOST_OF_A_NAME = 7
"""Words of a name with what describes it; what is longer is a clause."""
STEM = 4
"""Letters of a noun's lemma by which its plural is known."""
TELLING = 2
"""Longer words that a detail has, to be shown as what one report adds."""
MOST = 10
"""Words of a detail that is shown."""
OF_DEEDS = frozenset(("prep", "advcl", "npadvmod", "xcomp", "agent"))
OF_THINGS = frozenset(("prep", "acl", "relcl"))
"""How a detail hangs on a claim's verb, or on what it is told of."""
THINGS = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "pobj"))
CONDITIONS = frozenset(("if", "unless", "whether", "as", "than", "according", "despite", "because"))
"""With these words begins what is no detail: a condition, a comparison, a source."""
DEICTIC = frozenset(("last", "this", "next", "earlier", "later", "previous", "past", "late", "early"))
"""Of two times that begin with one of these, neither tells more than the other."""
IDLE = frozenset(("now", "today", "recently", "currently", "then", "soon", "yesterday", "tomorrow"))
NO_NEWS = re.compile(
    r"\b(?:said|says|told|tells|according to|tweeted|wrote|added|asked|warned|announced|testified|replied|insisted"
    r"|requests? for comment|further comment)\b|www|https?|\w/\w|\.\s?com\b",
    re.IGNORECASE,
)
"""In a stretch of words: who spoke, and addresses; no report adds these."""
CODE = re.compile(r"\d[A-Z]+\d?|\W*")
"""A figure that is none: "3B", a lone sign."""
VAGUE = re.compile(r"(?:all|every|each|both)\b|(?:an?|one) (?:day|week|month|year)$", re.IGNORECASE)
"""What counts or measures little."""
LOOSE_END = re.compile(r"(?:\W*[+×*]|\b(?:per(?: \w+)?|in|of|on|to|for|a|an|the|and|or))$")


Found = tuple[tuple[str, ...], list[str]]
"""Articles, and what they add."""


def added(slot: Slot, asked: str, texts: Mapping[str, str], trees: Mapping[str, Tree]) -> Found | None:
    """What some reports tell that the others lack: figures, times and names, else the longest detail of which no other
    claim and not the question (``asked``) has a longer word. ``texts`` and ``trees`` are those of the story's articles,
    by id."""
    claims = [f.claim for f in slot.fillers if not is_tag(f.claim)]
    told: dict[tuple[str, ...], list[str]] = {}
    nothing_else = True
    for claim in claims:
        others = [other for other in claims if other.article != claim.article]
        figures = _figures(claim, others) if others else []
        nothing_else = nothing_else and not figures
        for text in _nowhere(figures, others, texts) + (_names(claim, others, texts) if others else []):
            who = tuple(dict.fromkeys(c.article for c in claims if text.lower() in c.text.lower()))
            if who and not _stems(text) <= _stems(asked):
                told.setdefault(who, []).append(text)
    if not told and nothing_else:
        details = [(text, c.article) for c in claims for text in _details(c, claims, asked, texts, trees)]
        text, article = max(details, key=lambda pair: len(pair[0]), default=("", ""))
        told = {(article,): [text]} if text else {}
    if not told:
        return None
    who, found = max(told.items(), key=lambda item: len(_apart(item[1])))
    return who, _apart(found)


def _stems(text: str) -> set[str]:
    """The first letters of a text's longer words, and its figures."""
    return {word[:STEM] for word in re.findall(r"[^\W_]+", text.lower()) if len(word) >= STEM or word[0].isdigit()}


def _details(
    claim: Claim, claims: Sequence[Claim], asked: str, texts: Mapping[str, str], trees: Mapping[str, Tree]
) -> Iterator[str]:
    """The whole phrases of a claim that tell of its deed, or of its party or thing, what the others tell nowhere."""
    tree, others = trees.get(claim.article), [c for c in claims if c.article != claim.article]
    if tree is None or not others:
        return
    known = set().union(_stems(asked), *(_stems(c.text) for c in others))
    elsewhere = _stems(_texts(others, texts))
    for k in tree.at(claim.start, claim.end):
        token, above = tree.tokens[k], tree.tokens[k].head
        of_deed = above == claim.token and token.dep in OF_DEEDS
        of_thing = tree.tokens[above].head == claim.token and tree.tokens[above].dep in THINGS
        start, end = tree.span(k)
        if not (of_deed or (of_thing and token.dep in OF_THINGS)) or not claim.start <= start < end <= claim.end:
            continue
        text = claim.text[start - claim.start : end - claim.start].strip(" ,;:—–-")
        words, stems = text.split(), _stems(text)
        whole = len(list(tree.subtree(k))) == len(tree.at(start, end)) and _balanced(text)
        marked = [(q.start, q.end) for q in claim.quantities] + [(t.start, t.end) for t in claim.times]
        measured = any(first < end and start < last for first, last in marked)  # weighed as such
        if not whole or measured or len(words) > MOST or words[0].lower() in CONDITIONS or NO_NEWS.search(text):
            continue
        if len(stems) >= TELLING and not stems & known and not stems <= elsewhere:
            yield text


def _balanced(text: str) -> bool:
    """Whether every mark that opens something is closed."""
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")


@cache
def titles() -> frozenset[str]:
    """Words before a name that tell no new name."""
    return word_set("titles") | word_set("honorifics")


def _apart(texts: Iterable[str]) -> list[str]:
    """Texts without those that another one holds."""
    kept = list(dict.fromkeys(texts))
    return [t for t in kept if not any(t != other and t.lower() in other.lower() for other in kept)]


def _figures(claim: Claim, others: Sequence[Claim]) -> list[str]:
    """The figures and times of a claim that none of the others has, in whatever words; no length of time where another
    gives one of its own, which is no less."""
    values = {q.value for other in others for q in other.quantities}
    kinds = {q.kind for other in others for q in other.quantities}
    found = [
        counted
        for q in claim.quantities
        if q.kind != "ordinal" and q.value not in values and (counted := _counted(claim, q))
        if not (q.kind in ("duration", "age") and q.kind in kinds)
    ]
    dated = [t for other in others for t in other.times]
    return found + [t.text for t in claim.times if t.kind in ("date", "time") and not any(_meets(t, d) for d in dated)]


def _meets(time: TimeExpression, other: TimeExpression) -> bool:
    """Whether another time tells as much as a time, in whatever words."""
    if time.value == other.value or compare_times(time, other) == "same":
        return True
    if time.first and time.last and other.first and other.last:
        return time.first <= other.first and other.last <= time.last
    one, two = (t.text.split()[0].lower() for t in (time, other))
    return one == two and one in DEICTIC


def _nowhere(figures: Sequence[str], others: Sequence[Claim], texts: Mapping[str, str]) -> list[str]:
    """Those of a claim's figures and times that the reports of the others have nowhere; "now" tells nothing."""
    elsewhere = _texts(others, texts)
    told = (text for text in dict.fromkeys(figures) if text.lower() not in IDLE)
    return [text for text in told if not re.search(rf"(?<!\w){_however_set(text)}(?!\w)", elsewhere)]


def _however_set(text: str) -> str:
    """A pattern for a figure or time: a month may be cut short or have its day's ending, "the" may be absent."""
    text = re.sub(r"^(?:the|on|in) ", "", text.lower())
    dated = re.fullmatch(r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? (\d{1,2})(?:st|nd|rd|th)?", text)
    return rf"{dated[1]}\w*\.? {dated[2]}(?:st|nd|rd|th)?" if dated else re.escape(text)


def _names(claim: Claim, others: Sequence[Claim], texts: Mapping[str, str]) -> list[str]:
    """The names of a claim that the reports of the others have nowhere: whom one names another may only call "he". Who
    did it is no addition where another claim has somebody else."""
    known = " ".join(other.text.lower() for other in others)
    names = {a.name for other in others for a in other.arguments if a.name}
    doers = any(a.role == "agent" and a.name for other in others for a in other.arguments)
    elsewhere = _texts(others, texts)
    found = []
    for argument in claim.arguments:
        words = re.findall(r"[^\W\d_]{3,}", argument.text)
        capitals = [w for w in words if w[0].isupper() and w.lower() not in titles()]
        opening = argument.name is None and capitals == words[:1]  # a capital that only begins the sentence
        if not capitals or opening or argument.name in names or len(words) > MOST_OF_A_NAME:
            continue
        if argument.role == "agent" and doers:
            continue
        if not _is_dateline(claim, argument) and not any(w.lower() in elsewhere for w in capitals):
            found.append(argument.text)
    return [t for t in dict.fromkeys(found) if t.lower() not in known and not NO_NEWS.search(t) and _is_whole(t)]


def _is_whole(name: str) -> bool:
    """Whether a name isn't torn at the stop of a title, nor two with a comma between."""
    return ", " not in name and name.split()[-1].lower().rstrip(".") not in titles() and _balanced(name)


def _texts(claims: Sequence[Claim], texts: Mapping[str, str]) -> str:
    """The texts of the claims' reports, in small letters."""
    return " ".join(texts.get(key, "").lower() for key in sorted({claim.article for claim in claims}))


def _counted(claim: Claim, quantity: Quantity) -> str | None:
    """A figure with what it counts, as far as it stands close behind, and with what it is joined to ("40-page"); None
    where nothing tells what a bare small number counts."""
    text, last = quantity.text, quantity.end - claim.start
    joined = re.match(r" ?- ?[^\W\d_]+", claim.text[last:])
    torn = re.search(r"\d[.,] ?$", claim.text[: quantity.start - claim.start])
    if torn or CODE.fullmatch(text) or LOOSE_END.search(text) or VAGUE.match(text):
        return None
    if joined:
        behind = re.match(r" [^\W\d_]+", claim.text[last + joined.end() :])
        return f"{text}{joined.group()}{behind.group() if behind else ''}"
    if any(c.isdigit() for c in text) or " " in text:
        return text
    noun = re.escape((quantity.noun or "")[:STEM])
    found = re.search(rf"\b{re.escape(text)}\s+(?:[\w-]+\s+){{0,2}}{noun}\w*", claim.text) if noun else None
    return found.group() if found else None


def _is_dateline(claim: Claim, argument: Argument) -> bool:
    """Whether a name only says where a report was written: "TARN - The bridge ..."."""
    behind = claim.text[argument.end - claim.start :]
    return argument.start == claim.start and re.match(r"[^a-z]{0,24}(?:—|–|--| - )", behind) is not None
