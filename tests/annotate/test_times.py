"""Time expressions: words to TimeML values, with an article's date and without one."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import timebank
from crosswire.annotate.times import find_times
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Article, Line, Parse, TimeExpression
from crosswire.text.syntax import Tree

WEDNESDAY = "2025-03-12"
NOTHING = Parse((), (), ())


def times(text: str, published: str | None = WEDNESDAY) -> tuple[TimeExpression, ...]:
    line = (Line(0, len(text), "body"),)
    article = Article("a", "memory", text, None, None, None, published, None, "en", None, line, "")
    return find_times(article, NOTHING, Tree(NOTHING))


ANCHORED = [
    ("The ferry sank on Monday.", "Monday", "2025-03-10"),
    ("The ferry sank on Wednesday.", "Wednesday", "2025-03-12"),
    ("He spoke Monday night in Oslo.", "Monday night", "2025-03-10TNI"),
    ("It happened last Friday.", "last Friday", "2025-03-07"),
    ("They meet next Tuesday.", "next Tuesday", "2025-03-18"),
    ("It opened on March 3.", "March 3", "2025-03-03"),
    ("It opened on March 3, 2019.", "March 3, 2019", "2019-03-03"),
    ("It opened on 3 March 2019.", "3 March 2019", "2019-03-03"),
    ("It opened on the 3rd of March.", "the 3rd of March", "2025-03-03"),
    ("On Thursday, Feb. 6: the talks", "Thursday, Feb. 6", "2025-02-06"),
    ("It opened last December.", "last December", "2024-12"),
    ("It opened in December 2008.", "December 2008", "2008-12"),
    ("It opened in January.", "January", "2025-01"),
    ("The talks are set for May.", "May", "2025-05"),
    ("The talks may be in April or later.", "April", "2025-04"),
    ("It has run since 2006.", "2006", "2006"),
    ("It ended yesterday.", "yesterday", "2025-03-11"),
    ("It ended yesterday afternoon.", "yesterday afternoon", "2025-03-11TAF"),
    ("He spoke last night.", "last night", "2025-03-11TNI"),
    ("It sank the day before.", "the day before", "2025-03-11"),
    ("It sank the day before the storm.", "the day before", "XXXX-XX-XX"),
    ("She will speak tomorrow.", "tomorrow", "2025-03-13"),
    ("It closed two days ago.", "two days ago", "2025-03-10"),
    ("It closed three weeks ago.", "three weeks ago", "2025-W08"),
    ("It closed two years ago.", "two years ago", "2023"),
    ("It closed earlier this month.", "earlier this month", "2025-03"),
    ("It closed last week.", "last week", "2025-W10"),
    ("It closed last month.", "last month", "2025-02"),
    ("It closes later this year.", "later this year", "2025"),
    ("It closed last weekend.", "last weekend", "2025-W10-WE"),
    ("The trip took place over Easter weekend.", "Easter weekend", "2024-W13-WE"),
    ("Sales fell in the third quarter of 2024.", "the third quarter of 2024", "2024-Q3"),
    ("It burned last summer.", "last summer", "2024-SU"),
    ("The law dates from the 1970s.", "the 1970s", "197"),
    ("It began at 11:00 a.m. EDT Monday.", "11:00 a.m. EDT Monday", "2025-03-10T11:00-04:00"),
    ("It began at 9 pm.", "9 pm", "2025-03-12T21:00"),
    ("It began at 1230 hours.", "1230 hours", "2025-03-12T12:30"),
    ("It began at 4: 30 a. m. local time.", "4: 30 a. m. local time", "2025-03-12T04:30"),
    ("It began at 2045 GMT.", "2045 GMT", "2025-03-12T20:45Z"),
    ("The deadline is midnight.", "midnight", "2025-03-12T00:00"),
    ("It began at 6:41 on Tuesday.", "6:41 on Tuesday", "2025-03-11T06:41"),
    ("Posted 11/28/24 by the desk", "11/28/24", "2024-11-28"),
    ("Dated 2025-01-30.", "2025-01-30", "2025-01-30"),
    ("The patrol seized the boats on 10 Nov 11 off Maren.", "10 Nov 11", "2011-11-10"),
    ("It was signed on 3-Dec-09.", "3-Dec-09", "2009-12-03"),
    ("The talks lasted 20 minutes.", "20 minutes", "PT20M"),
    ("The talks took two weeks.", "two weeks", "P2W"),
    ("A two-year investigation ended.", "two-year", "P2Y"),
    ("It went on for several days.", "several days", "PXD"),
    ("Prices rose over the past decade.", "the past decade", "P1DE"),
    ("It has run for the past two weeks.", "the past two weeks", "P2W"),
    ("They meet every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
    ("The town has grown in recent years.", "recent years", "PXY"),
]


@pytest.mark.parametrize(("text", "words", "value"), ANCHORED)
def test_read_against_the_articles_date(text: str, words: str, value: str) -> None:
    found = times(text)
    assert [(t.text, t.value) for t in found] == [(words, value)]


UNPLACED = [
    ("The ferry sank on Monday.", "XXXX-WXX-1"),
    ("He spoke Monday night.", "XXXX-WXX-1TNI"),
    ("It opened on March 3.", "XXXX-03-03"),
    ("It opened in April.", "XXXX-04"),
    ("It ended yesterday.", "XXXX-XX-XX"),
    ("It closed last week.", "PAST_REF"),
    ("It began at 9 pm.", "XXXX-XX-XXT21:00"),
]


@pytest.mark.parametrize(("text", "value"), UNPLACED)
def test_without_a_date_only_what_the_words_fix(text: str, value: str) -> None:
    (found,) = times(text, None)
    assert (found.value, found.basis, found.first, found.last) == (value, "absent", None, None)


def test_said_assumed_and_absent_are_told_apart() -> None:
    assert times("It opened on March 3, 2019.")[0].basis == "stated"
    assert times("It opened on March 3.")[0].basis == "assumed"
    assert times("It opened on March 3.", None)[0].basis == "absent"


HEDGES = [
    ("It began at around 9 pm.", "around", "2025-03-12T20:30", "2025-03-12T21:31"),
    ("It began shortly before 9 pm.", "shortly before", "2025-03-12T20:00", "2025-03-12T21:00"),
    ("It began just after 9 am.", "just after", "2025-03-12T09:00", "2025-03-12T10:01"),
    ("It has run since 2006.", "since", "2006-01-01T00:00", "2007-01-01T00:00"),
]


@pytest.mark.parametrize(("text", "hedge", "first", "last"), HEDGES)
def test_hedges_widen_clock_times(text: str, hedge: str, first: str, last: str) -> None:
    (found,) = times(text)
    assert (found.hedge, found.first, found.last) == (hedge, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "They march on the town.",
        "He sat down in the sun.",
        "The quake killed 2,010 people.",
        "It cost $2000.",
        "A 61-year-old man was held.",
        "He won 3-2.",
        "Brik scored with 7:42 to go.",
        "It was 3-2 with 10: 03 remaining in the half.",
        "They met at the Winter Games.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert times(text) == ()


@pytest.mark.parametrize("published", ["9999-12-30", "0001-01-01", "2024-02-29", "soon", ""])
@pytest.mark.parametrize("text", ["May 31 was 99 a.m. on February 30.", "It broke 9999999 decades ago, or next year."])
def test_days_that_no_calendar_has_are_left_out(text: str, published: str) -> None:
    for found in times(text, published):
        assert found.first is None or found.first < (found.last or "")


def test_a_clock_without_its_half_of_the_day_takes_it_from_what_follows() -> None:
    assert times("She died at 6:41 last night.")[0].value == "2025-03-12T18:41"
    assert times("She died at 06:41 last night.")[0].value == "2025-03-12T06:41"


def test_the_day_before_is_read_from_the_day_last_named() -> None:
    found = times("The ship left on March 3. The day before, it had been checked.")
    assert [t.value for t in found] == ["2025-03-03", "2025-03-02"]


def test_an_address_dates_nothing() -> None:
    assert times("Read it at karrowpost. co. uk / 2013 - 04 - 24 / fire - in - the - mill.") == ()
    assert times("It is on www.karrowpost.example/2013-04-24/fire.") == ()


_CORPORA = Path(os.environ.get("CROSSWIRE_CORPORA", Path(__file__).parents[3] / "shared" / "corpora"))
_TIMEBANK = _CORPORA / "tempeval3" / "TBAQ-cleaned" / "TimeBank"


def test_values_on_timebank() -> None:
    """Floor of the F1 of values on TimeBank, without syntax (the rules were tuned on AQUAINT only)."""
    if not _TIMEBANK.is_dir():
        pytest.skip(f"TimeBank is not at {_TIMEBANK}: set CROSSWIRE_CORPORA")
    right = found = wanted = 0
    for path in sorted(_TIMEBANK.glob("*.tml")):
        article, gold = timebank.document(path)
        mine = find_times(article, NOTHING, Tree(NOTHING))
        found, wanted = found + len(mine), wanted + len(gold)
        right += sum(any(t.start < e and s < t.end and t.value == v for t in mine) for s, e, v in gold)
    assert 2 * right / (found + wanted) >= 0.70


AHEAD = [
    ("The talks could fail on Monday.", "2025-03-17"),
    ("The storm may come on Tuesday.", "2025-03-18"),
    ("The crew could not land on Monday.", "2025-03-10"),
    ("The ferry may have sunk on Monday.", "2025-03-10"),
]


@pytest.mark.models
@pytest.mark.parametrize(("text", "value"), AHEAD)
def test_what_could_be_is_still_to_come(text: str, value: str) -> None:
    article = Article("a", "m", text, None, None, None, WEDNESDAY, None, "en", None, (Line(0, len(text), "body"),), "")
    parse = SpacyParser().parse(article)
    assert [t.value for t in find_times(article, parse, Tree(parse))] == [value]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Victims of the Sept. 11 attacks sued the bank.", "2001-09-11T00:00"),
        ("The families of Sept. 11 met in Oslo.", "2001-09-11T00:00"),
        ("The ferry sank on Sept. 11.", "2024-09-11T00:00"),
    ],
)
def test_a_day_that_names_a_deed_has_its_year(text: str, first: str) -> None:
    assert [t.first for t in times(text)] == [first]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A gunman opened fire at a Christmas party in the harbor.", []),
        ("Two men sold Halloween costumes in the square.", []),
        ("A gunman opened fire in the harbor at Christmas.", ["Christmas"]),
        ("The Christmas season begins in the harbor.", ["Christmas"]),
    ],
)
def test_a_feast_that_tells_what_kind_is_no_date(
    parsed: Callable[[str], tuple[Article, Parse]], text: str, words: list[str]
) -> None:
    article, parse = parsed(text)
    assert [t.text for t in find_times(article, parse, Tree(parse))] == words


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The bank gave $3 million in loans over three years.", None),
        ("The talks lasted over three years.", "over"),
        ("It closed over three years ago.", "over"),
    ],
)
def test_over_says_more_only_where_something_lasts(text: str, hedge: str | None) -> None:
    assert [t.hedge for t in times(text)] == [hedge]


def test_the_end_of_a_month_is_its_second_half() -> None:
    for text in ("It opens by November-end.", "It opens by end-November.", "It opens by November - end."):
        (time,) = times(text)
        assert "end" in time.text
        assert time.first is not None
        assert time.first.endswith("-11-16T00:00")


YEARLESS = (
    ("Lee was killed on June 24, 2019 while he looked into a June 20 attack.", "June 20", "2019-06-20"),
    ("Lee was shot in the June 20, 2019 attack. The June 20 attack was the first.", "The June 20", "2019-06-20"),
    # Another season, two years that are stated, and news of the article's own.
    ("Lee was killed on January 24, 2019 and buried on June 20.", "June 20", "2025-06-20"),
    ("The May 1, 2019 and May 1, 2021 marches were calm, not the May 1 one.", "the May 1", "2025-05-01"),
    ("Crowds met on March 3 to recall the March 3, 2011 flood.", "March 3", "2025-03-03"),
)
"""A text, words in it that name a day without a year, the day."""


@pytest.mark.parametrize(("text", "words", "value"), YEARLESS)
def test_a_day_has_the_year_that_the_article_states_for_it(text: str, words: str, value: str) -> None:
    assert [t.value for t in times(text) if t.text == words] == [value]
