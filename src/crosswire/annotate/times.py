"""Times: the expressions of when and how long, read against the article's own date."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from crosswire.annotate.calendar_readers import read_holiday
from crosswire.annotate.counted import Counter
from crosswire.annotate.time_readings import Context, Grain, Reading, day_value, words
from crosswire.annotate.time_rules import Match, Reader, candidates
from crosswire.annotate.time_words import is_span_of_time
from crosswire.records import Article, Parse, TimeExpression
from crosswire.text.addresses import addresses
from crosswire.text.dates import interval, iso
from crosswire.text.syntax import Tree

# Verbs whose infinitive speaks of what is to come.
FUTURE_VERBS = (
    "plan",
    "suppose",
    "expect",
    "schedule",
    "intend",
    "hope",
    "set",
    "due",
    "go",
    "aim",
    "slate",
    "prepare",
    "want",
    "promise",
    "vow",
    "pledge",
)
_POINTS_AHEAD = re.compile(
    r"\b(?:as\s+(?:soon|early|late)\s+as|until|postponed\s+(?:to|for)|scheduled\s+for|set\s+for|due|deadline(?:\s+of)?|planned\s+for|"
    r"no\s+later\s+than|slated\s+for|upcoming)\s+(?:on\s+|in\s+|by\s+|the\s+|at\s+least\s+)?$",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b((?:shortly|just|soon|right|immediately|well|long|sometime)\s+(?:before|after)|no\s+later\s+than|about|around|roughly|approximately|nearly|almost|"
    r"before|after|since|until|till|by|starting|from|at\s+least|more\s+than|less\s+than|over|circa|up\s+to|as\s+many\s+as|as\s+early\s+as|as\s+late\s+as)\s+(?:the\s+|about\s+|around\s+)?$",
    re.IGNORECASE,
)


_YEAR = re.compile(r"\b\d{4}\b")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
SEASON, RECENT = 92, 31  # days


def find_times(article: Article, parse: Parse, tree: Tree) -> tuple[TimeExpression, ...]:
    """Every time expression of an article's title and body, in text order.

    Relative words are read against ``article.published`` (basis "assumed"); with no date stated
    they keep what the words fix by themselves ("XXXX-WXX-5" for a Friday), and basis "absent"."""
    counter = Counter(parse, tree)
    anchor = _anchor(article.published)
    reference: datetime | None = None
    found: list[TimeExpression] = []
    for line in article.lines:
        if line.kind not in ("title", "body"):
            continue
        text = article.text[line.start : line.end]
        nowhere = addresses(text)
        for start, end, m, read in candidates(text):
            if any(first <= start and end <= last for first, last in nowhere):
                continue
            ahead = _POINTS_AHEAD.search(text[max(0, start - 24) : start]) is not None
            context = Context(anchor, reference, ahead or _looks_ahead(counter, line.start + start))
            reading = _in_calendar(read, m, context)
            if reading is None or (read is read_holiday and _tells_what_kind(counter, line.start + end)):
                continue
            if reading.grain in ("month", "year") and reading.part is None:
                start, end, part = _end_of(text, start, end)
                reading = replace(reading, part=part)
            time = _record(article.text, line.start + start, line.start + end, reading, text[:start])
            found.append(time)
            day = interval(reading.value) if reading.grain in ("day", "part", "minute", "hour") else None
            reference = day[0].replace(hour=0, minute=0) if day else reference
    return _in_stated_years(found, parse, anchor)


def _in_stated_years(
    times: Sequence[TimeExpression], parse: Parse, anchor: datetime | None
) -> tuple[TimeExpression, ...]:
    """Times, those days without a year that the article itself dates in the year that it states: of the same day
    elsewhere ("the June 20, 2005 attack", "a June 20 attack"), or of a day within a season before it in the sentence
    ("killed on June 24, 2005 while he looked into a June 20 attack"). What is dated within RECENT of the article is
    news of its own: an anniversary has the day of what it recalls."""
    stated = [t for t in times if t.grain == "day" and t.basis == "stated" and _YEAR.search(t.text)]
    years: dict[str, set[str]] = {}
    for t in stated:
        years.setdefault(t.value[4:], set()).add(t.value[:4])
    starts = [s.start for s in parse.sentences]

    def dated(t: TimeExpression) -> TimeExpression:
        if t.grain != "day" or t.basis != "assumed" or t.hedge or not _MONTH.search(t.text) or _YEAR.search(t.text):
            return t
        if anchor is None or _apart(t.value, day_value(anchor)) <= RECENT:
            return t
        own = years.get(t.value[4:], set())
        if not own:
            sentence = bisect_right(starts, t.start)
            near = [x for x in stated if x.start < t.start and bisect_right(starts, x.start) == sentence]
            own = {x.value[:4] for x in near[-1:] if _apart(x.value, x.value[:4] + t.value[4:]) <= SEASON}
        bounds = interval(min(own) + t.value[4:]) if len(own) == 1 else None
        return replace(t, value=min(own) + t.value[4:], first=iso(bounds[0]), last=iso(bounds[1])) if bounds else t

    return tuple(map(dated, times))


def _apart(a: str, b: str) -> int:
    """How many days lie between two days; more than any number where one is none."""
    one, other = interval(a), interval(b)
    return abs((one[0] - other[0]).days) if one and other else SEASON + 1


def _end_of(text: str, start: int, end: int) -> tuple[int, int, str | None]:
    """The span of "November-end" or "end-November" round a month or year, and the part that it names."""
    after = re.match(r"\s?[-–]\s?end\b", text[end : end + 8])
    before = re.search(r"\bend\s?[-–]\s?$", text[max(0, start - 8) : start])
    first = start - len(before.group()) if before else start
    return first, end + (after.end() if after else 0), "end" if after or before else None


def _tells_what_kind(counter: Counter, end: int) -> bool:
    """Whether a feast only tells what kind a thing is ("a Christmas party"), not when something happens."""
    i = counter.at(end - 1)
    if i is None:
        return False
    token = counter.tokens[i]
    noun = counter.tokens[token.head]
    return (
        token.dep in ("compound", "nmod", "amod", "poss")
        and token.head > i
        and noun.tag in ("NN", "NNS")
        and noun.lemma not in words()["feast_times"]
    )


def _anchor(published: str | None) -> datetime | None:
    """The article's own day, None where nothing (or nothing readable) states it."""
    try:
        return datetime.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _in_calendar(read: Reader, match: Match, context: Context) -> Reading | None:
    """What a reader makes of a match; None where it names a day that no calendar has."""
    try:
        return read(match, context)
    except (ValueError, OverflowError):
        return None


def _looks_ahead(counter: Counter, start: int) -> bool:
    """Whether the clause that holds a time speaks of what is to come."""
    i = counter.at(start)
    if i is None:
        return False
    for j in [i, *counter.tree.ancestors(i)]:
        token = counter.tokens[j]
        if token.pos not in ("VERB", "AUX"):
            continue
        for kid in counter.tree.children(j, "aux"):
            if counter.tokens[kid].text.lower() in ("will", "shall", "'ll", "’ll", "wo"):
                return True
            if counter.tokens[kid].text.lower() in ("could", "may", "might") and _is_open(counter, j):
                return True
            if counter.tokens[kid].text.lower() == "to" and counter.tokens[token.head].lemma in FUTURE_VERBS:
                return True
        return token.lemma in ("plan", "schedule", "expect", "slate") and token.tag == "VBN"
    return False


def _is_open(counter: Counter, j: int) -> bool:
    """Whether "could", "may" or "might" speak of what is not yet known: not "could not", "may have sunk"."""
    kids = counter.tree.children(j, "aux", "neg")
    return not any(counter.tokens[k].lemma == "have" or counter.tokens[k].dep == "neg" for k in kids)


def _record(text: str, start: int, end: int, reading: Reading, before: str) -> TimeExpression:
    hedge = _HEDGE.search(before[-30:])
    if hedge and hedge[1].lower() == "over" and reading.kind == "duration":
        at = len(before) - len(before[-30:]) + hedge.start()
        hedge = None if is_span_of_time(before, at, text[end : end + 12]) else hedge
    words_of_hedge = re.sub(r"\s+", " ", hedge[1].lower()) if hedge else reading.hedge
    bounds = interval(reading.value)
    if bounds and reading.part:
        bounds = _edge_of(bounds, reading.part)
    if bounds:
        bounds = _hedged(bounds, words_of_hedge, reading.grain)
    basis: Literal["stated", "assumed", "absent"]
    if reading.kind in ("duration", "set"):
        basis = "stated"
    elif bounds is None:
        basis = "absent"
    else:
        basis = "assumed" if reading.anchored else "stated"
    return TimeExpression(
        start,
        end,
        text[start:end],
        reading.kind,
        reading.grain,
        reading.value,
        iso(bounds[0]) if bounds else None,
        iso(bounds[1]) if bounds else None,
        basis,
        words_of_hedge,
    )


def _edge_of(bounds: tuple[datetime, datetime], part: str) -> tuple[datetime, datetime]:
    """The first, middle or last part of an interval: "early", "mid", "late". Halves, with a
    sixth on either side of the middle, since "late 2008" is said of September and of December."""
    first, last = bounds
    length = last - first
    if part == "start":
        return first, first + length / 2
    if part == "end":
        return first + length / 2, last
    return first + length / 4, last - length / 4


# "About nine o'clock" allows half an hour either way; "shortly after" the hour that follows.
_CLOCK_SLACK = timedelta(minutes=30)


def _hedged(bounds: tuple[datetime, datetime], hedge: str | None, grain: Grain) -> tuple[datetime, datetime]:
    first, last = bounds
    if hedge is None or grain not in ("minute", "hour"):
        return bounds
    if hedge in ("about", "around", "roughly", "approximately", "circa"):
        return first - _CLOCK_SLACK, last + _CLOCK_SLACK
    if (hedge.endswith("before") and " " in hedge) or hedge in ("nearly", "almost"):
        return first - 2 * _CLOCK_SLACK, first
    if hedge.endswith("after") and " " in hedge:
        return first, last + 2 * _CLOCK_SLACK
    return bounds
