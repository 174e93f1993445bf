"""Quantities: numbers joined with their hedge, unit and counted noun, as intervals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.annotate.counted import Counter, words
from crosswire.annotate.quantity_alone import absences, amounts_without_number, pairs
from crosswire.annotate.quantity_counts import is_count, ordinal
from crosswire.annotate.quantity_joins import (
    HIDDEN,
    Draft,
    MaskedLine,
    compound,
    conversion,
    finished,
    ranges,
    share,
    third_part,
)
from crosswire.annotate.quantity_units import age_or_magnitude, rate_after, unit_of
from crosswire.annotate.time_words import is_span_of_time
from crosswire.records import Article, Parse, Quantity, TimeExpression, Token
from crosswire.text.addresses import addresses
from crosswire.text.hedges import Hedge, hedge_after, hedge_before
from crosswire.text.numerals import Number, find_numbers
from crosswire.text.syntax import Tree
from crosswire.text.units import Unit, currency_before, unit_after, unit_named

RATIO = Unit("ratio", "ratio", "ratio", 1.0)
SCORE = Unit("score", "score", "score", 1.0)
_NOT_QUANTITY = re.compile(
    r"\+?\(?\b0?\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}\b|\b0\d{3,}\b|\b\d{1,3}[x×]\d{1,3}\b"
    r"|\b(?!(?:US|UK|UN|EU|PM|AM|TV)\b)[A-Z]{1,5}(?:-|\s-\s)\d{1,4}(?!\s+(?:people|persons)\b)[A-Za-z]{0,2}\b"
    r"|\b9/11\b|\b(?:four|two|\d)\s?-\s?by\s?-\s?(?:four|two|\d)\b|\b24\s?[-/]\s?7\b|\b50\s?-\s?50\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)(?:\s?-\s?|\s)(?:time|way|sided|fold|part|star)\b"
    # A name that ends in a figure ("Covid-19").
    r"|\b[A-Z][a-z]{2,}[-‑]\d{1,4}\b(?!\s?[-–‑]\s?\w)"
    # "one-on-one", "No. 8", the time that is left of a game ("7:42 to go").
    r"|\b\d{1,2}\s?:\s?[0-5]\d\b|\b(?:one|two|three|\d)\s?-\s?(?:on|to)\s?-\s?(?:one|two|three|\d)\b|\b[Nn]os?\.\s?\d+\b"
    # A season ("2004 - 05"), and a fraction that was broken on its way ("41 / 2 months", "4\ufffd months").
    r"|\b(?:19|20)\d\d\s?[-–/]\s?\d\d\b(?!\d)|\b\d+ / \d+\b|\b\d+\ufffd(?!\d)"
)


def find_quantities(
    article: Article, parse: Parse, tree: Tree, times: Sequence[TimeExpression] = ()
) -> tuple[Quantity, ...]:
    """Every quantity of an article's title and body, in text order.

    Dates and clock times are not quantities: what ``times`` marks as one is passed over, unless it
    holds an amount of time ("two days ago" states two days). An amount in two units ("100 km
    (60 miles)") is one quantity, the second expression in ``also``."""
    counter = Counter(parse, tree)
    found: list[Quantity] = []
    for line in _masked_lines(article, times):
        drafts = sorted(
            [*_drafts(line, counter), *amounts_without_number(line), *absences(line, counter), *pairs(line, counter)],
            key=lambda d: d.start,
        )
        found.extend(
            finished(d, article.text)
            for d in conversion(compound(_without_overlaps(drafts), line.text, line.offset), line.text, line.offset)
        )
    return tuple(found)


_OF_A_UNIT = re.compile(r"\s+(?:of\s+)?an?(?=\s)")
_MINUS = re.compile(r"(?:(?<!\w)minus\s+|(?<![\w\s])\s?[-−]|(?<=\s)[-−])$", re.IGNORECASE)
_BEFORE_UNIT = re.compile(r"\s+(?:of\s+)?(?:[a-z]+\s+){0,2}")
_MOVED = re.compile(
    r"\b(?:revis\w+|went|goes|gone|going|mov\w+|push\w+|brings?|brought|bringing|tick\w+|edg\w+)\s+$", re.IGNORECASE
)
_AMOUNT_OF_TIME = re.compile(r"\b(?:second|minute|hour|day|night|week|month|year|decade)s?\b", re.IGNORECASE)


def _masked_lines(article: Article, times: Sequence[TimeExpression]) -> Iterator[MaskedLine]:
    hidden = [
        (t.start, t.end)
        for t in times
        if t.grain in ("minute", "hour", "part") or (t.kind != "duration" and not _AMOUNT_OF_TIME.search(t.text))
    ]
    for line in article.lines:
        if line.kind not in ("title", "body"):
            continue
        text = article.text[line.start : line.end]
        spans = [(s - line.start, e - line.start) for s, e in hidden if s >= line.start and e <= line.end]
        spans += [*addresses(text), *(m.span() for m in _NOT_QUANTITY.finditer(text))]
        for start, end in spans:
            text = text[:start] + HIDDEN * (end - start) + text[end:]
        yield MaskedLine(text, line.start)


def _without_overlaps(drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        if kept and draft.start < kept[-1].end:
            if draft.end - draft.start > kept[-1].end - kept[-1].start:
                kept[-1] = draft
            continue
        kept.append(draft)
    return kept


def _drafts(line: MaskedLine, counter: Counter) -> Iterator[Draft]:
    numbers = list(find_numbers(line.text))
    i = 0
    while i < len(numbers):
        joined = ranges(line.text, numbers[i], numbers[i + 1]) if i + 1 < len(numbers) else None
        part = share(line.text, numbers[i], numbers[i + 1]) if i + 1 < len(numbers) and joined is None else None
        draft = None
        if part is not None:
            draft = _draft(line, part, counter)
            i += 1
        elif joined is not None:
            draft = _draft(line, joined.number, counter, joined.start, joined.is_range)
            i += joined.is_score or draft is not None
            if joined.is_score:
                whole = third_part(line.text, joined.number, numbers[i + 1]) if i + 1 < len(numbers) else None
                i += whole is not None
                draft = _score(line, whole or joined.number, counter)
            elif draft is None:
                draft = _draft(line, numbers[i], counter)
        else:
            draft = _draft(line, numbers[i], counter)
        if draft is not None:
            yield draft
        i += 1


def _is_hedge(text: str, hedge: Hedge, start: int, end: int, unit: Unit | None, is_figure: bool) -> bool:
    """Whether words before a number hedge it: not "more than the $5.7 billion", which is compared with, nor
    "over" before the time in which something happens ("$3 million over three years"), or before no figure ("turned
    over thousands"), nor "up to" behind what moved ("revised up to 728,000")."""
    if hedge.kind in ("over", "under") and re.match(r"\s*the\b", text[hedge.end : start], re.IGNORECASE):
        return False
    if hedge.text == "over" and not is_figure:
        return False
    if hedge.text == "up to" and _MOVED.search(text[: hedge.start]):
        return False
    spans = hedge.text == "over" and unit is not None and unit.kind == "duration"
    return not (spans and is_span_of_time(text, hedge.start, text[end : end + 12]))


def _below_zero(text: str, number: Number, start: int) -> tuple[Number, int]:
    """A number of degrees and where it starts, with the sign before it."""
    sign = _MINUS.search(text[:start])
    if sign is None:
        return number, start
    value = -number.value if number.value is not None else None
    return replace(number, value=value, low=-number.high, high=-number.low), sign.start()


def _measure(line: MaskedLine, number: Number, noun: Token | None) -> tuple[Unit, int] | None:
    """The unit that a plural noun near a number is, and where it ends ("183 passing yards", but not the days of "3
    million two days ago"); None where it is none."""
    if not number.value or noun is None or noun.tag != "NNS":
        return None
    between = line.text[number.end : noun.start - line.offset]
    near = _BEFORE_UNIT.fullmatch(between) is not None and next(iter(find_numbers(between)), None) is None
    unit = unit_named(noun.lemma) if near else None
    return (unit, noun.end - line.offset) if unit else None


def _is_counted(noun: Token, number: Number) -> bool:
    """Whether a number counts or measures the noun found near it: no name, and no one stretch of time, which tells when
    ("claims fell to 364,000 last week")."""
    several = number.form in ("digits", "words", "vague") and number.value != 1
    when = several and noun.tag == "NN" and noun.lemma in words()["stretches"]
    return (noun.pos == "NOUN" or noun.tag == "NNPS") and not when


def _score(line: MaskedLine, number: Number, counter: Counter) -> Draft:
    start, end = line.offset + number.start, line.offset + number.end
    noun = counter.noun(start, end)
    return Draft(start, end, number, SCORE, None, noun.lemma if noun else None)


def _draft(
    line: MaskedLine, number: Number, counter: Counter, start: int | None = None, is_range: bool = False
) -> Draft | None:
    """The quantity that a number states, or None where it states none."""
    text, offset = line.text, line.offset
    start = number.start if start is None else start
    if number.form == "ordinal":
        return ordinal(line, number, counter)
    sign = currency_before(text, number.start)
    unit: Unit | None
    if sign:
        unit, start, end = sign[0], min(start, sign[1]), number.end
        named = unit_after(text, end)
        if named and named[0].kind == "money":
            end = named[1]
    else:
        unit, end = unit_of(text, number)
    if unit is None and number.form == "fraction" and (piece := _OF_A_UNIT.match(text, number.end)):
        named = unit_after(text, piece.end())
        unit, end = named or (None, end)
    if unit is not None and unit.kind == "temperature":
        number, start = _below_zero(text, number, start)
    before = hedge_before(text, start)
    if before and not _is_hedge(text, before, start, end, unit, number.form != "vague"):
        before = None
    after = None if before else hedge_after(text, end)
    if unit is None:
        special = age_or_magnitude(line, number, counter, before.start if before else start)
        if special:
            unit, end, start = special
            before = hedge_before(text, start) or before
    if unit is None and number.form == "fraction":
        unit = RATIO
    noun = counter.noun(offset + start, offset + end)
    unit, end = (_measure(line, number, noun) if unit is None else None) or (unit, end)
    if unit is None and not is_range and not is_count(line, number, counter, noun is not None, before is not None):
        return None
    if unit is not None and (rate := rate_after(text, end)):
        unit, end = replace(unit, name=f"{unit.name}/{rate[0]}", base=f"{unit.base}/{rate[0]}"), rate[1]
    hedge = before or after
    lemma = noun.lemma if noun and _is_counted(noun, number) else None
    if unit is None:
        person = lemma in words()["people"] or (lemma is None and counter.counts_people(offset + end))
        name = "person" if person else lemma or "item"
        per = rate_after(text, noun.end - offset) if noun and lemma else None
        unit = Unit(f"{name}/{per[0]}" if per else name, "count", f"{name}/{per[0]}" if per else name, 1.0)
    elif lemma is not None and unit_named(lemma) is not None and unit_named(lemma).kind == unit.kind:  # type: ignore[union-attr]
        lemma = None
    first = min(start, before.start) if before else start
    last = max(end, after.end) if after else end
    words_of_range = "range" if is_range else None
    return Draft(
        offset + first,
        offset + last,
        number,
        unit,
        hedge.kind if hedge else None,
        lemma,
        hedge_text=hedge.text if hedge else words_of_range,
    )
