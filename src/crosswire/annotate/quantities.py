"""Quantities: numbers joined with their hedge, unit and counted noun, as intervals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.annotate.counted import Counter, words
from crosswire.annotate.quantity_joins import Draft, compound, conversion, finished, ranges
from crosswire.records import Article, Parse, Quantity, TimeExpression
from crosswire.text.hedges import INFINITY, hedge_after, hedge_before
from crosswire.text.numerals import Number, alternatives, find_numbers
from crosswire.text.syntax import Tree
from crosswire.text.units import Unit, currency_before, unit_after, unit_named

YEAR = Unit("year", "age", "year", 1.0)
MAGNITUDE = Unit("magnitude", "magnitude", "magnitude", 1.0)
RATIO = Unit("ratio", "ratio", "ratio", 1.0)
ORDINAL = Unit("ordinal", "ordinal", "ordinal", 1.0)
SCORE = Unit("score", "score", "score", 1.0)
HIDDEN = "\0"

_OLD = re.compile(r"\s?-?\s?(years?|months?|weeks?|days?)\s?-?\s?olds?\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|ages|age\s+of|the\s+age\s+of)\s*(?:between\s*)?$", re.IGNORECASE)
_THEIR_DECADE = re.compile(r"\b(?:his|her|their|my|your)\s+(early|mid|late)?[\s-]*(\d0)s\b", re.IGNORECASE)
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude[\s:-]*(?:of\s+)?$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(
    r"\s?[-–]?\s?magnitude\b|\s+(?:in|of)\s+magnitude\b|\s+on\s+the\s+(?:open-ended\s+)?(?:Richter|moment|magnitude|Mercalli)(?:[\s-]+magnitude)?(?:\s+scale)?",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"\b(?:measur(?:ed|ing)|registered|registering)\s*(?:at\s+)?$", re.IGNORECASE)
_QUAKE = re.compile(
    rf"\s*[-–]?\s*(?:[a-z]+\s+)?(?:{alternatives(['earthquake', 'quake', 'temblor', 'tremor', 'aftershock'])})s?\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s*(?:per|each|every|an?|/)\s+([a-z]+)\b|\s*-?\s*(?:a)\s*-?\s*(day|week|month|year)\b|/([a-z]+)\b", re.IGNORECASE
)
_NOT_QUANTITY = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|@\w+|\+?\(?\b0?\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}\b|\b0\d{3,}\b|\b\d{1,3}[x×]\d{1,3}\b|\b9/11\b|\b24/7\b"
)
_HALF_A = re.compile(r"\bhalf\s+an?\s+|\bhalf\s?-\s?|\bquarter\s+of\s+an?\s+", re.IGNORECASE)
_ONE_UNIT = re.compile(
    r"\b(?:for|within|in|after|over|than|about|nearly|almost|least|around|under|lasted|took|takes|last|just|up\s+to|half|once)\s+"
    r"(?P<one>an?\s+(?P<unit>minute|hour|day|week|month|year|decade|century|mile|kilomet(?:er|re)|fortnight))\b(?!\s*-)"
    r"|(?P<one2>\ban?\s+(?P<unit2>minute|hour|day|week|month|year|decade|century|mile|kilomet(?:er|re)))\b(?=\s+(?:ago|later|earlier|after|before|long|and\s+a\s+half|away|from)\b)"
    r"|(?P<one3>\b(?P<unit3>hour|day|week|month|year|decade|century)\s?-?\s?long)\b",
    re.IGNORECASE,
)
_AND_HALF = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)
_NO_ONE = re.compile(r"\b(?:no\s?-?\s?one|nobody)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with what is not a quantity (dates, telephone numbers) masked, offset by offset."""

    text: str
    offset: int


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
            [*_drafts(line, counter), *_unit_alone(line, counter), *_absences(line, counter)], key=lambda d: d.start
        )
        found.extend(
            finished(d, article.text)
            for d in conversion(compound(_without_overlaps(drafts), line.text, line.offset), line.text, line.offset)
        )
    return tuple(found)


_AMOUNT_OF_TIME = re.compile(r"\b(?:second|minute|hour|day|night|week|month|year|decade)s?\b", re.IGNORECASE)


def _masked_lines(article: Article, times: Sequence[TimeExpression]) -> Iterator[_Line]:
    hidden = [(t.start, t.end) for t in times if t.kind != "duration" and not _AMOUNT_OF_TIME.search(t.text)]
    for line in article.lines:
        if line.kind not in ("title", "body"):
            continue
        text = article.text[line.start : line.end]
        spans = [(s - line.start, e - line.start) for s, e in hidden if s >= line.start and e <= line.end]
        spans += [m.span() for m in _NOT_QUANTITY.finditer(text)]
        for start, end in spans:
            text = text[:start] + HIDDEN * (end - start) + text[end:]
        yield _Line(text, line.start)


def _without_overlaps(drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        if kept and draft.start < kept[-1].end:
            if draft.end - draft.start > kept[-1].end - kept[-1].start:
                kept[-1] = draft
            continue
        kept.append(draft)
    return kept


def _drafts(line: _Line, counter: Counter) -> Iterator[Draft]:
    numbers = list(find_numbers(line.text))
    i = 0
    while i < len(numbers):
        joined = ranges(line.text, numbers[i], numbers[i + 1]) if i + 1 < len(numbers) else None
        draft = None
        if joined is not None:
            draft = _draft(line, joined.number, counter, joined.start, joined.is_range)
            i += joined.is_score or draft is not None
            if joined.is_score:
                draft = _score(line, joined.number, counter)
            elif draft is None:
                draft = _draft(line, numbers[i], counter)
        else:
            draft = _draft(line, numbers[i], counter)
        if draft is not None:
            yield draft
        i += 1


def _score(line: _Line, number: Number, counter: Counter) -> Draft:
    start, end = line.offset + number.start, line.offset + number.end
    noun = counter.noun(start, end)
    return Draft(start, end, number, SCORE, None, noun.lemma if noun else None)


def _draft(
    line: _Line, number: Number, counter: Counter, start: int | None = None, is_range: bool = False
) -> Draft | None:
    """The quantity that a number states, or None where it states none."""
    text, offset = line.text, line.offset
    start = number.start if start is None else start
    if number.form == "ordinal":
        return _ordinal(line, number, counter)
    sign = currency_before(text, number.start)
    unit: Unit | None
    if sign:
        unit, start, end = sign[0], min(start, sign[1]), number.end
        named = unit_after(text, end)
        if named and named[0].kind == "money":
            end = named[1]
    else:
        unit, end = _unit(text, number, counter, offset)
    before = hedge_before(text, start)
    after = None if before else hedge_after(text, end)
    if unit is None:
        special = _age_or_magnitude(line, number, counter, before.start if before else start)
        if special:
            unit, end, start = special
    if unit is None and number.form == "fraction":
        unit = RATIO
    noun = (
        counter.noun(offset + start, offset + number.end)
        if unit is None
        else counter.noun(offset + start, offset + end)
    )
    if unit is None and not is_range and not _is_count(line, number, counter, noun is not None, before is not None):
        return None
    if unit is not None and (rate := _rate(text, end)):
        unit, end = replace(unit, name=f"{unit.name}/{rate[0]}", base=f"{unit.base}/{rate[0]}"), rate[1]
    hedge = before or after
    lemma = noun.lemma if noun else None
    if unit is None:
        person = lemma in words()["people"] or (lemma is None and counter.counts_people(offset + start, offset + end))
        unit = Unit("person" if person else lemma or "item", "count", "person" if person else lemma or "item", 1.0)
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


def _unit(text: str, number: Number, counter: Counter, offset: int) -> tuple[Unit | None, int]:
    old = _OLD.match(text, number.end)
    if old:
        word = old[1].lower().rstrip("s")
        measure = unit_named(word)
        years = measure.factor / 31_556_952 if measure else 1.0
        return Unit(word, "age", "year", years), old.end()
    magnitude = _MAGNITUDE_AFTER.match(text, number.end)
    if magnitude:
        return MAGNITUDE, magnitude.end()
    half = _HALF_A.match(text, number.start)
    if number.form == "fraction" and half:
        named = unit_after(text, half.end())
        if named and named[0].kind in ("duration", "length"):
            return named
    named = unit_after(text, number.end)
    if named is None:
        named = _unit_past_more(text, number.end)
    if named is None:
        return None, number.end
    unit, end = named
    if unit.kind == "money" and text[number.end : end].strip().lower() in ("won", "rand") and number.form == "words":
        return None, number.end
    if unit.name in ("gallon", "barrel") or unit.name != "day":
        return unit, end
    return unit, end


_MORE = re.compile(
    r"\s+(?:more|additional|extra|long|full|whole|consecutive|straight|short|further)(?=\s)", re.IGNORECASE
)


def _unit_past_more(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit after a word that may stand between ("five more minutes", "ten full days")."""
    m = _MORE.match(text, end)
    return unit_after(text, m.end()) if m else None


def _age_or_magnitude(line: _Line, number: Number, counter: Counter, start: int) -> tuple[Unit, int, int] | None:
    text = line.text
    left = text[:start]
    value = number.value if number.value is not None else number.low
    m = _MAGNITUDE_BEFORE.search(left[-30:])
    if m and 0 <= value < 11:
        return MAGNITUDE, number.end, start - (len(left[-30:]) - m.start())
    if (
        number.step < 1
        and value < 11
        and number.form == "digits"
        and (_QUAKE.match(text, number.end) or _MEASURED.search(left[-30:]))
    ):
        return MAGNITUDE, number.end, number.start
    m = _AGED.search(left[-30:])
    if m and value < 120:
        return YEAR, number.end, start - (len(left[-30:]) - m.start())
    if number.form == "digits" and number.step == 1 and 0 < value < 115 and _stands_after_name(line, number, counter):
        return YEAR, number.end, number.start
    return None


def _stands_after_name(line: _Line, number: Number, counter: Counter) -> bool:
    """Whether a bare figure is set off after a name or a person's noun ("Gomes, 61,"; "Gomes (61)")."""
    left, right = line.text[: number.start].rstrip(), line.text[number.end :].lstrip()
    opener = left[-1:]
    if opener not in (",", "(") or (
        right[:1] not in (",", ")", ";", "") and not re.match(r"\.(\s|$)|and\b|of\b", right)
    ):
        return False
    i = counter.before(line.offset + len(left) - 1)
    return i is not None and (counter.tokens[i].pos == "PROPN" or counter.tokens[i].text in ("Jr.", "Sr.", "II", "III"))


def _ordinal(line: _Line, number: Number, counter: Counter) -> Draft | None:
    start, end = line.offset + number.start, line.offset + number.end
    noun = counter.noun(start, end)
    i = counter.at(start)
    if noun is None or i is None or counter.tokens[i].pos in ("ADV", "PROPN") or noun.pos == "PROPN":
        return None
    if noun.lemma in words()["ordinal_idioms"]:
        return None
    return Draft(start, end, number, ORDINAL, None, noun.lemma)


def _is_count(line: _Line, number: Number, counter: Counter, has_noun: bool, hedged: bool) -> bool:
    """Whether a number without a unit counts something: not a year, a label's number, an address,
    a listing's figure, or "one" as a pronoun."""
    text, start, end = line.text, line.offset + number.start, line.offset + number.end
    following = text[number.end : number.end + 1]
    if following.isalpha() or (text[number.end : number.end + 2].strip(" ")[:1] == HIDDEN and not has_noun):
        return False
    i, j = counter.before(start), counter.after(end)
    token = counter.at(end - 1)
    same = token is not None and i is not None and counter.tokens[i].sentence == counter.tokens[token].sentence
    previous = counter.tokens[i] if i is not None and same else None
    follower = (
        counter.tokens[j]
        if j is not None and token is not None and counter.tokens[j].sentence == counter.tokens[token].sentence
        else None
    )
    spelled = number.form in ("words", "vague")
    if previous is not None and not hedged:
        if previous.lemma in words()["labels"] and number.form == "digits" and previous.pos in ("NOUN", "PROPN"):
            return False
        if (
            previous.pos == "PROPN"
            and previous.text[:1].isupper()
            and number.form == "digits"
            and line.text[: number.start].rstrip()[-1:].isalnum()
        ):
            return False
        if (
            previous.text in ("-", "–", "/", "#")
            and not spelled
            and line.text[: number.start][-1:] in ("-", "–", "/", "#")
        ):
            return False
    if number.text.lower() == "one":
        idiom = (
            follower is None
            or follower.lemma in words()["one_idioms"]
            or (
                previous is not None and previous.lemma in ("no", "the", "any", "every", "this", "that", "some", "each")
            )
        )
        return has_noun and not idiom
    if _is_year(number) and not (hedged or (has_noun and follower is not None and follower.lemma in words()["people"])):
        return False
    if follower is not None and number.form == "digits" and not has_noun and follower.pos == "PROPN":
        return False
    if number.form == "digits" and _is_address(text, number.end):
        return False
    if number.text.lower() in ("tens", "scores") or number.text.lower() == "few":
        return number.text.lower() == "scores" and has_noun
    return has_noun or hedged or _stands_as_noun(counter, token)


def _is_address(text: str, end: int) -> bool:
    m = re.match(r"(?:\s+[A-Z][\w'’]+){1,3}", text[end : end + 50])
    return m is not None and m.group().split()[-1].lower() in words()["street_words"]


def _is_year(number: Number) -> bool:
    return (
        number.form == "digits"
        and number.text.isdigit()
        and len(number.text) == 4
        and 1000 <= (number.value or 0) <= 2100
    )


def _stands_as_noun(counter: Counter, token: int | None) -> bool:
    """Whether a number without a noun is itself an argument ("killing five", "two were arrested")."""
    if token is None:
        return False
    return counter.tokens[token].dep in (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "attr",
        "conj",
        "appos",
        "nummod",
        "ROOT",
        "npadvmod",
        "dative",
        "ccomp",
    )


def _rate(text: str, end: int) -> tuple[str, int] | None:
    m = _RATE.match(text, end)
    if m is None:
        return None
    word = next(g for g in m.groups() if g).lower()
    unit = unit_named(word)
    explicit = m.group().strip().lower().startswith(("per", "/"))
    if explicit or (unit is not None and unit.kind == "duration") or word in words()["per_words"]:
        return (unit.name if unit else word), m.end()
    return None


def _unit_alone(line: _Line, counter: Counter) -> Iterator[Draft]:
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
            line.offset + m.start(2), line.offset + m.end(), number, YEAR, None, None, hedge_text=m.group().lower()
        )


def _absences(line: _Line, counter: Counter) -> Iterator[Draft]:
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
        if noun.pos == "NOUN" and (noun.tag == "NNS" or noun.lemma in words()["absence_nouns"]):
            lemma = "person" if noun.lemma in words()["people"] else noun.lemma
            number = Number(m.start(), m.end(), m.group(), "words", 0.0, 0.0, 0.0, 1.0)
            yield Draft(
                line.offset + m.start(), line.offset + m.end(), number, Unit(lemma, "count", lemma, 1.0), None, lemma
            )


__all__ = ["INFINITY", "find_quantities"]
