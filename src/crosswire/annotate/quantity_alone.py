"""Quantities that no number states: "for a month", "yearlong", "in his 50s", "a pair of guards", "no one"."""

import re
from collections.abc import Iterator

from crosswire.annotate.counted import Counter, words
from crosswire.annotate.quantity_joins import Draft, MaskedLine
from crosswire.annotate.quantity_units import YEAR
from crosswire.text.hedges import hedge_before
from crosswire.text.numerals import Number
from crosswire.text.units import Unit, unit_named

_THEIR_DECADE = re.compile(r"\b(?:his|her|their|my|your)\s+(early|mid|late)?[\s-]*(\d0)s\b", re.IGNORECASE)
_ONE_UNIT = re.compile(
    r"\b(?:for|within|in|after|over|than|about|nearly|almost|least|around|under|lasted|took|takes|last|just|up\s+to|half|once)\s+"
    r"(?P<one>an?\s+(?P<unit>minute|hour|day|week|month|year|decade|century|mile|kilomet(?:er|re)|fortnight))\b(?!\s*-)"
    r"|(?P<one2>\ban?\s+(?P<unit2>minute|hour|day|week|month|year|decade|century|mile|kilomet(?:er|re)))\b(?=\s+(?:ago|later|earlier|after|before|long|and\s+a\s+half|away|from)\b)"
    r"|(?P<one3>\b(?P<unit3>hour|day|week|month|year|decade|century)\s?-?\s?long)\b",
    re.IGNORECASE,
)
_AND_HALF = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)
_SET = re.compile(r"\ba\s+(pair|duo|trio|quartet|quintet)\b(?=\s+of\b)", re.IGNORECASE)
_NO_ONE = re.compile(r"\b(?:no\s?-?\s?one|nobody)\b", re.IGNORECASE)


def amounts_without_number(line: MaskedLine) -> Iterator[Draft]:
    """Amounts without a number: "for a month", "an hour and a half", "yearlong", "in his 50s"."""
    for m in _ONE_UNIT.finditer(line.text):
        group = next(g for g in ("one", "one2", "one3") if m[g])
        unit = unit_named((m["unit"] or m["unit2"] or m["unit3"]).lower())
        if unit is None:
            continue
        start, end = m.span(group)
        half = _AND_HALF.match(line.text, end)
        value, end = (1.5, half.end()) if half else (1.0, end)
        number = Number(start, end, line.text[start:end], "words", value, value, value, 0.5 if half else 1.0)
        hedge = hedge_before(line.text, start)
        first = hedge.start if hedge else start
        yield Draft(
            line.offset + first,
            line.offset + end,
            number,
            unit,
            hedge.kind if hedge else None,
            None,
            hedge_text=hedge.text if hedge else None,
        )
    for m in _THEIR_DECADE.finditer(line.text):
        decade = float(m[2])
        part = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get((m[1] or "").lower(), (0, 9))
        number = Number(m.start(), m.end(), m.group(), "vague", None, decade + part[0], decade + part[1], 10.0)
        yield Draft(
            line.offset + (m.start(1) if m[1] else m.start(2)),
            line.offset + m.end(),
            number,
            YEAR,
            None,
            None,
            hedge_text=m.group().lower(),
        )


def pairs(line: MaskedLine, counter: Counter) -> Iterator[Draft]:
    """Counts by a word for a set: "a pair of officers" (but a pair of shoes is one thing)."""
    for m in _SET.finditer(line.text):
        i = counter.at(line.offset + m.start(1))
        noun = counter.noun(line.offset + m.start(1), line.offset + m.end(1)) if i is not None else None
        if noun is None or noun.tag != "NNS" or noun.lemma in words()["paired"]:
            continue
        value = float(words()["sets"][m[1].lower()])
        name = "person" if noun.lemma in words()["people"] else noun.lemma
        number = Number(m.start(), m.end(1), line.text[m.start() : m.end(1)], "words", value, value, value, 1.0)
        start, end = line.offset + m.start(), line.offset + m.end(1)
        yield Draft(start, end, number, Unit(name, "count", name, 1.0), None, noun.lemma)


def absences(line: MaskedLine, counter: Counter) -> Iterator[Draft]:
    """Counts of nothing: "no one was hurt", "no injuries"."""
    for m in _NO_ONE.finditer(line.text):
        number = Number(m.start(), m.end(), m.group(), "words", 0.0, 0.0, 0.0, 1.0)
        yield Draft(
            line.offset + m.start(),
            line.offset + m.end(),
            number,
            Unit("person", "count", "person", 1.0),
            None,
            "person",
        )
    for m in re.finditer(r"\b(?:no|zero)\b(?!\s?-?\s?one\b)", line.text, re.IGNORECASE):
        i = counter.at(line.offset + m.start())
        if i is None or counter.tokens[i].dep not in ("det", "nummod"):
            continue
        noun = counter.tokens[counter.tokens[i].head]
        if noun.pos == "NOUN" and noun.lemma in (*words()["absence_nouns"], *words()["people"]):
            lemma = "person" if noun.lemma in words()["people"] else noun.lemma
            number = Number(m.start(), m.end(), m.group(), "words", 0.0, 0.0, 0.0, 1.0)
            yield Draft(
                line.offset + m.start(), line.offset + m.end(), number, Unit(lemma, "count", lemma, 1.0), None, lemma
            )
