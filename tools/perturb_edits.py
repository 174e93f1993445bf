"""Changes to one sentence of a report: such as give another fact, and such as tell the same otherwise.

Every change is a rule that anyone can check: a figure becomes another figure or is only rounded, a date becomes
another or is only written otherwise, and so on. Values and times come from the corpus's own marks, syntax from the
parser.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from crosswire.reconcile.inflection import participle, past
from crosswire.records import Parse
from crosswire.text.syntax import Tree
from meantime import Span

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
# Hedges under which two different figures may both hold, so that no answer of ours would be the right one.
OPEN = re.compile(
    r"\b(?:up to|at least|as (?:much|many|few|little|low|high) as|at most|no (?:more|less|fewer)|minimum|maximum"
    r"|more than|less than|over|under|fewer than|nearly|almost|between|from)\b[^.]{0,12}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace [start, end) of a sentence by ``new``. ``clash`` says whether both versions cannot hold;
    ``again`` is what must be replaced wherever else it stands (a figure told twice), or None."""

    sentence: int
    start: int
    end: int
    new: str
    kind: str
    clash: bool
    again: str | None = None


@cache
def words() -> dict[str, Any]:
    """The tables of perturb_edits.toml."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def number_edits(n: int, text: str, span: Span) -> Iterator[Edit]:
    """Another figure, two digits swapped; rounded, written otherwise."""
    found = FIGURE.search(text, span.start, span.end)
    if found is None:
        yield from _word_edits(n, text, span)
        return
    figure, start, end = found.group(), found.start(), found.end()
    hedged = OPEN.search(text[max(0, start - 24) : start])
    if hedged or re.match(r"[-–xA-Za-z]|\s?to \d", text[end:]) or re.search(r"\d\s*(?:-|–|to)\s*\$?$", text[:start]):
        return
    value, places = float(figure.replace(",", "")), len(figure.partition(".")[2])
    again = figure if len(figure) > 2 else None
    yield Edit(n, start, end, _written(_another(value, n), figure, places), "another number", True, again)
    swapped = _swapped(figure)
    if swapped and not re.search(r"\b(?:about|around|some|approximately|roughly)\b", text[max(0, start - 16) : start]):
        yield Edit(n, start, end, swapped, "digits swapped", True, again)
    rounded = _rounded(value)
    if rounded and not re.search(r"[A-Za-z]\s*$", text[max(0, start - 1) : start]):
        sign = re.search(r"(?:US|A|C)?[$€£]\s?$", text[:start])
        first = sign.start() if sign else start
        lead = "about" if abs(rounded / value - 1) < 0.002 or n % 2 else "nearly" if rounded > value else "more than"
        new = f"{lead} {text[first:start]}{_written(rounded, figure, 0 if rounded >= 10 else 1)}"
        yield Edit(n, first, end, new, "rounded", False, None)
    if not places and value < len(SMALL) and value >= 1:
        yield Edit(n, start, end, SMALL[int(value)], "figure or word", False, None)


def _word_edits(n: int, text: str, span: Span) -> Iterator[Edit]:
    found = re.search(rf"\b(?:{'|'.join(SMALL[2:])})\b", text[span.start : span.end], re.IGNORECASE)
    if found and not OPEN.search(text[: span.start + found.start()][-24:]):
        start, end = span.start + found.start(), span.start + found.end()
        value = SMALL.index(found.group().lower())
        if start > 0:
            yield Edit(n, start, end, str(value), "figure or word", False, None)
        other = SMALL[value + 3] if value < 10 else "five"
        yield Edit(n, start, end, other if start else other.capitalize(), "another number", True, None)


def _another(value: float, n: int) -> float:
    if value <= 20 and value == int(value):
        return value + 3 if n % 2 or value < 6 else value - 3
    return value * (1.4 if n % 2 else 0.7)


def _written(value: float, like: str, places: int) -> str:
    """A value in the manner of a figure: as many significant digits, commas where it had them."""
    digits = len(re.sub(r"\D", "", like).rstrip("0")) or 1
    if not places:
        value = float(f"{value:.{max(1, digits) - 1}e}") if value >= 100 else round(value)
    return f"{value:,.{places}f}" if "," in like or (value >= 10_000 and len(like) < 4) else f"{value:.{places}f}"


def _swapped(figure: str) -> str | None:
    spots = [k for k, c in enumerate(figure) if c.isdigit()]
    for a, b in pairwise(spots):
        if figure[a] != figure[b] and figure[b] != "0":
            return figure[:a] + figure[b] + figure[a + 1 : b] + figure[a] + figure[b + 1 :]
    return None


def _rounded(value: float) -> float | None:
    """A value with two digits kept where it has three or more, else none."""
    two = float(f"{value:.1e}")
    return two if two != value and value >= 1 else None


def unit_edits(n: int, text: str) -> Iterator[Edit]:
    """The unit converted rightly, or put in place of another; another scale or currency of money."""
    if re.search(r"\d\s?(?:and|to|or|-+|–)\s?(?:US)?[$€£]?\d", text):
        return  # a range: its first figure has no unit of its own
    for unit, factor, other in words()["conversions"]:
        for m in re.finditer(rf"\b(\d[\d,]*(?:\.\d+)?)([ -]){unit}\b", text):
            value = float(m[1].replace(",", "")) * factor
            figure = f"{value:,.0f}" if value >= 10 else f"{value:.1f}"
            yield Edit(n, m.start(), m.end(), f"{figure} {other}", "unit converted", False, None)
    for unit, other in words()["mistaken"]:
        for m in re.finditer(rf"\b((?:\d[\d,]*(?:\.\d+)?|{'|'.join(SMALL[2:])})[ -]){unit}\b(?! old)", text):
            yield Edit(n, m.start(), m.end(), m[1] + other, "another unit", True, m.group())
    for m in re.finditer(r"\b(\d[\d,]*(?:\.\d+)?) (million|billion|trillion)\b", text):
        scale = {"million": "billion", "billion": "million", "trillion": "billion"}[m[2]]
        yield Edit(n, m.start(), m.end(), f"{m[1]} {scale}", "another scale", True, m.group())
        if m[2] == "billion" and float(m[1].replace(",", "")) < 100:
            value = f"{float(m[1].replace(',', '')) * 1000:,.0f}"
            yield Edit(n, m.start(), m.end(), f"{value} million", "unit converted", False, None)
    for m in re.finditer(r"(?<![\w$])(?:US\$|\$)(\d[\d,]*(?:\.\d+)?)(?! (?:US|USD|Canadian|CAD|dollars))", text):
        yield Edit(n, m.start(), m.end(), f"€{m[1]}", "another currency", True, m.group())
    for m in re.finditer(r"\b(\d[\d,]*(?:\.\d+)?)(%| percent\b)", text):
        other = " percent" if m[2] == "%" else "%"
        yield Edit(n, m.start(), m.end(), m[1] + other, "figure or word", False, None)


def time_edits(n: int, text: str, span: Span, day: str) -> Iterator[Edit]:
    """Another day, month or year; the same written otherwise. ``day`` is the report's own."""
    said, value = text[span.start : span.end], span.value
    if span.kind != "DATE":
        return
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        yield from _day_edits(n, text, span, date.fromisoformat(value), date.fromisoformat(day))
    elif re.fullmatch(r"\d{4}", value) and said == value:
        other = str(int(value) + (2 if n % 2 else -2))
        yield Edit(n, span.start, span.end, other, "another date", True, said)
    elif re.fullmatch(r"\d{4}-\d\d", value) and said == MONTHS[int(value[5:]) - 1]:
        other = MONTHS[(int(value[5:]) + 2) % 12]
        yield Edit(n, span.start, span.end, other, "another date", True, said)
        yield Edit(n, span.start, span.end, f"{said} {value[:4]}", "date otherwise", False, None)


def _day_edits(n: int, text: str, span: Span, when: date, today: date) -> Iterator[Edit]:
    said = text[span.start : span.end]
    month, weekday = MONTHS[when.month - 1], DAYS[when.weekday()]
    recent = 0 <= (today - when).days <= 6
    on = (
        ""
        if re.search(r"\b(?:on|since|until|of|by|from|after|before|late|early)\s$", text[: span.start], re.IGNORECASE)
        else "on "
    )
    if said == weekday:
        other = DAYS[(when.weekday() - 2) % 7]
        yield Edit(n, span.start, span.end, other, "another weekday", True, said)
        yield Edit(n, span.start, span.end, f"{month} {when.day}", "weekday or date", False, None)
    elif m := re.fullmatch(rf"{month} 0?{when.day}(, {when.year})?", said):
        later = when + timedelta(days=4 if when.day < 20 else -4)
        new = f"{MONTHS[later.month - 1]} {later.day}{m[1] or ''}"
        yield Edit(n, span.start, span.end, new, "another date", True, said)
        if n % 2:
            new = f"{MONTHS[(when.month + 1) % 12]} {when.day}{m[1] or ''}"
            yield Edit(n, span.start, span.end, new, "another date", True, said)
        short = month[:3] + "." if len(month) > 4 else month
        forms = (f"{when.day} {month}{(m[1] or '').replace(',', '')}", f"{short} {when.day}{m[1] or ''}")
        yield Edit(n, span.start, span.end, forms[n % 2], "date otherwise", False, None)
        if recent and span.start > 0:
            yield Edit(n, span.start, span.end, weekday, "weekday or date", False, None)
    elif said.lower() in ("today", "yesterday") and recent and span.start > 0:
        other = DAYS[(when.weekday() - 3) % 7]
        yield Edit(n, span.start, span.end, on + other, "another weekday", True, said)
        yield Edit(n, span.start, span.end, on + weekday, "weekday or date", False, None)


def syntax_edits(n: int, offset: int, text: str, parse: Parse) -> Iterator[Edit]:
    """What needs the sentence's syntax (``offset`` is where it stands in the parsed text): denied or
    affirmed, another speaker, the passive."""
    tree = Tree(parse)
    inside = [i for i, t in enumerate(parse.tokens) if offset <= t.start and t.end <= offset + len(text)]
    roots = [i for i in inside if parse.tokens[i].dep == "ROOT"]
    if len(roots) != 1 or text.endswith("?"):
        return
    root = roots[0]
    speech = parse.tokens[root].lemma in words()["speech"]
    told = [k for k in tree.children(root, "ccomp") if parse.tokens[k].pos in ("VERB", "AUX")]
    quote = text.count("“") == 1 and text.count("”") == 1
    if not quote:
        yield from _polarity(n, offset, text, tree, told[0] if speech and told else root)
        if not speech:
            yield from _passive(n, offset, text, tree, root)
    if speech and (told or quote):
        yield from _speaker(n, offset, text, tree, root, quote)


def _polarity(n: int, offset: int, text: str, tree: Tree, verb: int) -> Iterator[Edit]:
    tokens = tree.tokens
    token = tokens[verb]
    helpers = [k for k in tree.children(verb, "aux", "auxpass") if k < verb and tokens[k].tag != "TO"]
    modal = any(tokens[k].tag == "MD" and tokens[k].text.lower() not in ("will", "can") for k in helpers)
    denied = tree.children(verb, "neg")
    if modal or (not denied and re.search(r"\b(?:not|no|never|none|nor|neither|only)\b|n't", text)):
        return
    if denied:
        no = tokens[denied[0]]
        before = tokens[denied[0] - 1]
        if no.text == "not" and before.text == "did":
            start, end = before.start - offset, token.end - offset
            between = text[no.end - offset : token.start - offset]
            yield Edit(n, start, end, between.lstrip() + past(token.lemma), "affirmed or denied", True, None)
            yield Edit(n, start, end, "didn't" + text[no.end - offset : end], "denied otherwise", False, None)
            yield Edit(n, start, end, f"failed to {token.lemma}", "denied otherwise", False, None)
        elif no.text == "not" and before.text in (
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "will",
            "does",
            "do",
        ):
            start, end = before.start - offset, no.end - offset
            yield Edit(n, start, end, before.text, "affirmed or denied", True, None)
            short = "won't" if before.text == "will" else before.text + "n't"
            yield Edit(n, start, end, short, "denied otherwise", False, None)
        return
    first = helpers[0] if helpers else verb if token.lemma == "be" and token.tag in ("VBD", "VBZ", "VBP") else None
    if first is not None:
        start, end = tokens[first].start - offset, tokens[first].end - offset
        if re.fullmatch(r"is|are|was|were|has|have|had|will|can", tokens[first].text):
            yield Edit(n, start, end, f"{tokens[first].text} not", "affirmed or denied", True, None)
    elif token.tag in ("VBD", "VBZ") and tree.children(verb, "nsubj") and token.lemma.isalpha():
        start, end = token.start - offset, token.end - offset
        helper = "did" if token.tag == "VBD" else "does"
        yield Edit(n, start, end, f"{helper} not {token.lemma}", "affirmed or denied", True, None)


def _speaker(n: int, offset: int, text: str, tree: Tree, root: int, quote: bool) -> Iterator[Edit]:
    subjects = tree.children(root, "nsubj")
    if len(subjects) != 1 or tree.tokens[subjects[0]].pos != "PROPN" or tree.tokens[root].lemma == "report":
        return  # somebody unnamed may be anybody, and two papers may report one thing
    inside = sorted(tree.subtree(subjects[0]))
    start, end = tree.tokens[inside[0]].start - offset, tree.tokens[inside[-1]].end - offset
    if (
        end - start > 60
        or "“" in text[start:end]
        or not text[start:end].strip()
        or inside[-1] - inside[0] + 1 != len(inside)
    ):
        return
    person = re.search(
        r"\b(?:CEO|president|chairman|spokes\w+|Mr|Dr|chief|director|analyst|officer|manager)\b",
        text[start:end],
        re.IGNORECASE,
    )
    named = any(
        tree.parse.entities and e.label == "PERSON" and offset + start <= e.start < offset + end
        for e in tree.parse.entities
    )
    pool = words()["people" if person or named else "bodies"]
    other = pool[n % len(pool)]
    other = other if start == 0 or not other.startswith("The ") else "the " + other[4:]
    kind = "another speaker (quoted)" if quote else "another speaker (reported)"
    yield Edit(n, start, end, other, kind, True, None)
    cue = tree.tokens[root]
    if cue.text == "said" and subjects[0] < root:
        first, last = cue.start - offset, cue.end - offset
        yield Edit(
            n, first, last, "told reporters" if quote else "said in a statement", "speaker told otherwise", False, None
        )


def _passive(n: int, offset: int, text: str, tree: Tree, verb: int) -> Iterator[Edit]:
    """ "A bought B in May." becomes "B was bought by A in May." """
    tokens = tree.tokens
    subjects, objects = tree.children(verb, "nsubj"), tree.children(verb, "dobj")
    if (
        tokens[verb].tag != "VBD"
        or len(subjects) != 1
        or len(objects) != 1
        or tree.children(verb, "aux", "neg", "conj", "prt", "dative")
    ):
        return
    who, what = sorted(tree.subtree(subjects[0])), sorted(tree.subtree(objects[0]))
    if who[-1] >= verb or what[0] <= verb or tokens[subjects[0]].pos == "PRON" or tokens[objects[0]].pos == "PRON":
        return
    if (
        what[0] != verb + 1
        or who[-1] != verb - 1
        or len(what) > 14
        or len(who) > 8
        or what[-1] - what[0] + 1 != len(what)
    ):
        return
    start, end = tokens[who[0]].start - offset, tokens[what[-1]].end - offset
    subject = text[start : tokens[who[-1]].end - offset]
    thing = text[tokens[what[0]].start - offset : end]
    if start > 0 and not re.search(r", $", text[:start]):
        return
    be = "were" if tokens[objects[0]].tag in ("NNS", "NNPS") else "was"
    low = subject if tokens[who[0]].pos == "PROPN" or start else subject[:1].lower() + subject[1:]
    new = f"{thing if start else thing[:1].upper() + thing[1:]} {be} {participle(tokens[verb].lemma)} by {low}"
    yield Edit(n, start, end, new, "passive", False, None)


def clause_edits(n: int, text: str) -> Iterator[Edit]:
    """The sentence's clauses in another order: what stands in front put last, who said it put elsewhere."""
    if "“" in text or not text.endswith("."):
        return
    body = text[:-1]
    if m := re.fullmatch(r"According to ([^,]{3,50}), (.+)", body):
        yield Edit(n, 0, len(text), f"{_capital(m[2])}, according to {m[1]}.", "clauses reordered", False, None)
    elif m := re.fullmatch(r"((?:[A-Z][\w'.-]*|the|of|and) ?(?:[\w'.-]+ ){0,5}?)said (?:that )?([a-z].{20,})", body):
        if not re.search(r", (?:and|but|which|who|adding)\b", m[2]):
            yield Edit(n, 0, len(text), f"{_capital(m[2])}, {m[1]}said.", "clauses reordered", False, None)
    elif m := re.fullmatch(
        r"((?:On|In|By|Last|Late|Earlier) [^,]{3,30}), ((?:the|a|an|it|they|[A-Z])[^,;:]{20,110})", body
    ):
        new = f"{_capital(m[2])} {m[1][:1].lower()}{m[1][1:]}."
        yield Edit(n, 0, len(text), new, "clauses reordered", False, None)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
