"""Quantities in sentences: hedge, unit, noun, interval, and what is none."""

from collections.abc import Callable

import pytest

from crosswire.annotate.mended import mended
from crosswire.annotate.quantities import find_quantities
from crosswire.annotate.times import find_times
from crosswire.records import Article, Parse, Quantity
from crosswire.text.syntax import Tree

Parsed = Callable[[str], tuple[Article, Parse]]
INF = float("inf")


def quantities(parsed: Parsed, text: str) -> list[Quantity]:
    article, parse = parsed(text)
    tree = Tree(parse)
    found = list(find_quantities(article, parse, tree, find_times(article, parse, tree)))
    for q in found:
        assert article.text[q.start : q.end] == q.text
        assert q.low <= q.high
    return found


ROWS = [
    ("The ferry carried 120 passengers.", "120", "count", 120, 120, 120, "passenger"),
    ("The fire killed twelve people.", "twelve", "count", 12, 12, 12, "person"),
    ("A pair of guards saw it.", "A pair", "count", 2, 2, 2, "guard"),
    ("A trio of ships turned back.", "A trio", "count", 3, 3, 3, "ship"),
    ("Last week's claims were revised up to 728,000.", "728,000", "count", 728_000, 728_000, 728_000, "item"),
    ("Brik ran for 183 rushing yards.", "183 rushing yards", "length", 183, 183, 183, "yard"),
    ("Up to 30 ships turned back.", "Up to 30", "count", 30, 0, 30, "ship"),
    ("Two dozen sailors were saved.", "Two dozen", "count", 24, 24, 24, "sailor"),
    ("The blast injured about 20 workers.", "about 20", "count", 20, 18, 22, "worker"),
    ("At least 17 people died.", "At least 17", "count", 17, 17, INF, "person"),
    ("As many as 2, 000 people marched.", "As many as 2, 000", "count", 2000, 0, 2000, "person"),
    ("Nearly 300 houses burned.", "Nearly 300", "count", 300, 270, 300, "house"),
    ("More than 50 firefighters came.", "More than 50", "count", 50, 50, 60, "firefighter"),
    ("Dozens of boats sank.", "Dozens", "count", None, 20, 199, "boat"),
    ("Tens of thousands of fans came.", "Tens of thousands", "count", None, 15_000, 199_999, "fan"),
    ("A bomb went off, killing five.", "five", "count", 5, 5, 5, "person"),
    ("Three other ships turned back.", "Three", "count", 3, 3, 3, "ship"),
    ("They turned over thousands of pages.", "thousands", "count", None, 1500, 19_999, "page"),
    ("The club pays him $20MM.", "$20MM", "money", 2e7, 2e7, 2e7, "USD"),
    ("The harbour lost $1.4bn.", "$1.4bn", "money", 1.4e9, 1.4e9, 1.4e9, "USD"),
    ("Thieves took £910, 000 in cash.", "£910, 000", "money", 910_000, 910_000, 910_000, "GBP"),
    ("The firm paid €60,000.", "€60,000", "money", 60_000, 60_000, 60_000, "EUR"),
    ("The firm paid 3 million yen.", "3 million yen", "money", 3e6, 3e6, 3e6, "JPY"),
    ("Sixty-five per cent of homes lost power.", "Sixty-five per cent", "percent", 65, 65, 65, "percent"),
    ("Between 40 and 80 percent of roads flooded.", "Between 40 and 80 percent", "percent", None, 40, 80, "percent"),
    ("It fell 40 to 80 percent.", "40 to 80 percent", "percent", None, 40, 80, "percent"),
    ("The town lost 5-10 million dollars.", "5-10 million dollars", "money", None, 5e6, 10e6, "USD"),
    ("Two-thirds of the houses fell.", "Two-thirds", "ratio", 2 / 3, 2 / 3, 2 / 3, "ratio"),
    ("About half of the crew swam.", "About half", "ratio", 0.5, 0.45, 0.55, "ratio"),
    ("The call lasted 20 minutes.", "20 minutes", "duration", 20, 20, 20, "minute"),
    ("He served 2 1/2 years.", "2 1/2 years", "duration", 2.5, 2.5, 2.5, "year"),
    ("The talks took two and a half hours.", "two and a half hours", "duration", 2.5, 2.5, 2.5, "hour"),
    ("It lasted half an hour.", "half an hour", "duration", 0.5, 0.5, 0.5, "hour"),
    ("It lasted for a month.", "a month", "duration", 1, 1, 1, "month"),
    ("The island is 110 km long.", "110 km", "length", 110, 110, 110, "km"),
    ("He is 6 feet 2 inches tall.", "6 feet 2 inches", "length", 74 / 12, 74 / 12, 74 / 12, "foot"),
    ("The 6-foot-9, 260-pound sailor rowed.", "260-pound", "mass", 260, 260, 260, "pound"),
    ("The box weighed 200 pounds.", "200 pounds", "mass", 200, 200, 200, "pound"),
    ("It was 28 degrees Celsius.", "28 degrees Celsius", "temperature", 28, 28, 28, "celsius"),
    ("Winds reached 90 mph.", "90 mph", "speed", 90, 90, 90, "mph"),
    ("The fire burned 300 hectares.", "300 hectares", "area", 300, 300, 300, "hectare"),
    ("A magnitude 5.9 quake struck.", "magnitude 5.9", "magnitude", 5.9, 5.9, 5.9, "magnitude"),
    ("A 5.9-magnitude quake struck.", "5.9-magnitude", "magnitude", 5.9, 5.9, 5.9, "magnitude"),
    ("A 6. 1 - magnitude quake struck.", "6. 1 - magnitude", "magnitude", 6.1, 6.1, 6.1, "magnitude"),
    ("It was 5.9 on the Richter scale.", "5.9 on the Richter scale", "magnitude", 5.9, 5.9, 5.9, "magnitude"),
    ("A 61-year-old man was held.", "61-year-old", "age", 61, 61, 61, "year"),
    ("Ilse Bergman, 61, was held.", "61", "age", 61, 61, 61, "year"),
    ("The boy, aged 12, swam.", "aged 12", "age", 12, 12, 12, "year"),
    ("She is in her late 50s.", "late 50s", "age", None, 57, 59, "year"),
    ("It was the third storm of the year.", "third", "ordinal", 3, 3, 3, "ordinal"),
    ("The senate voted 53-47 to end it.", "53-47", "score", None, 47, 53, "score"),
    ("Bowe lifted his record to 52-3.", "52-3", "score", None, 3, 52, "score"),
    ("The champion (16-0) fights on.", "16-0", "score", None, 0, 16, "score"),
    ("The Gulls (5-10) lost at home.", "5-10", "score", None, 5, 10, "score"),
    ("The Gulls fell to 2-6 at home this season.", "2-6", "score", None, 2, 6, "score"),
    ("The Gulls are 2 - 13 this year.", "2 - 13", "score", None, 2, 13, "score"),
    ("The Gulls signed 5-10 players.", "5-10", "count", None, 5, 10, "player"),
    ("Hale is now 45-7-2 in the ring.", "45-7-2", "score", None, 2, 45, "score"),
    ("They worked 40- to 60-hour shifts.", "40- to 60-hour", "duration", None, 40, 60, "hour"),
    ("They face a five- to six-year term.", "five- to six-year", "duration", None, 5, 6, "year"),
    ("The loans were paid over three years.", "three years", "duration", 3, 3, 3, "year"),
    ("The talks lasted over three years.", "over three years", "duration", 3, 3, 4, "year"),
    ("The mayor wants more than the $5.7 billion on offer.", "$5.7 billion", "money", 5.7e9, 5.7e9, 5.7e9, "USD"),
    ("No one was hurt.", "No one", "count", 0, 0, 0, "person"),
    ("There were no injuries.", "no", "count", 0, 0, 0, "injury"),
    ("Oil cost $90 a barrel.", "$90 a barrel", "money", 90, 90, 90, "USD/barrel"),
]


@pytest.mark.parametrize(("text", "words", "kind", "value", "low", "high", "unit"), ROWS)
def test_one_quantity(
    parsed: Parsed, text: str, words: str, kind: str, value: float | None, low: float, high: float, unit: str
) -> None:
    found = [q for q in quantities(parsed, text) if q.text == words]
    assert len(found) == 1, quantities(parsed, text)
    (q,) = found
    assert (q.kind, q.unit) == (kind, unit)
    assert q.value == (None if value is None else pytest.approx(value))
    assert (q.low, q.high) == (pytest.approx(low), pytest.approx(high))


POUNDS = [
    ("It cost 2 million pounds.", "money"),
    ("The ship carried 2 million pounds of rice.", "mass"),
    ("Thieves stole 40,000 pounds in cash.", "money"),
    ("A ring worth 2 million pounds ($2.6 million) was left.", "money"),
    ("He was fined 500 pounds.", "money"),
    ("The bomb weighed 500 pounds.", "mass"),
    ("A 500-pound bomb exploded.", "mass"),
    ("She lost 20 pounds in a year.", "mass"),
    ("They left 300,000 pounds of debt.", "money"),
    ("The budget is 12 billion pounds.", "money"),
]


@pytest.mark.parametrize(("text", "kind"), POUNDS)
def test_pounds_are_money_or_weight(parsed: Parsed, text: str, kind: str) -> None:
    assert quantities(parsed, text)[0].kind == kind


TWO_UNITS = [
    ("The port is just over 100 kilometers (60 miles) away.", 100_000, 110_000, "m", "60 miles"),
    ("It lies 940 miles (1,500 km) south.", 940 * 1609.344, 940 * 1609.344, "m", "1,500 km"),
    ("It was 28 degrees Celsius (82 degrees Fahrenheit).", 301.15, 301.15, "kelvin", "82 degrees Fahrenheit"),
    ("They took 2 million euros ($2.6 million) in gems.", 2e6, 2e6, "EUR", "$2.6 million"),
    ("They took $US2 million ($3.1 million) in gems.", 2e6, 2e6, "USD", "$3.1 million"),
]


@pytest.mark.parametrize(("text", "low", "high", "base", "also"), TWO_UNITS)
def test_two_units_are_one_quantity(parsed: Parsed, text: str, low: float, high: float, base: str, also: str) -> None:
    (q,) = quantities(parsed, text)
    assert (q.base_low, q.base_high) == (pytest.approx(low), pytest.approx(high))
    assert (q.base_unit, q.also) == (base, (also,))


NOUNS = [
    ("The fire killed twelve people.", "people"),
    ("Five of the victims were children.", "victim"),
    ("He owned three other rifles.", "rifle"),
    ("About 800,000 federal workers went home.", "worker"),
    ("A bomb went off, killing five.", None),
    ("Sixty percent of traffic was lost.", "traffic"),
    ("Claims fell to 364,000 last week.", None),
    ("Claims fell for 11 weeks.", None),
]


@pytest.mark.parametrize(("text", "noun"), NOUNS)
def test_the_counted_noun(parsed: Parsed, text: str, noun: str | None) -> None:
    assert quantities(parsed, text)[0].noun == noun


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 2006.",
        "Read it at www. karrowpost. co. uk / 2013 / 06 / 10 / man - charged - with - arson - 3834866.",
        "He posted a record in 2004 - 05.",
        "He served 41 / 2 months in jail.",
        "He served 4\ufffd months in jail.",
        "It opened on March 3, 2019.",
        "It began at 9:30 a.m. on Monday.",
        "It began at around 4. 30am on Monday.",
        "Flight 370 was lost.",
        "Anyone with news should call 0845 125 2222.",
        "Police went to 24 Harbour Street.",
        "One of them fled.",
        "One should not ask.",
        "The first lady spoke.",
        "They invoked Article 50.",
        "The car was a 4x4.",
        "The two-time champion lost.",
        "It is a 24-7 service.",
        "The council backs a chapel near Ground Zero.",
    ],
)
def test_what_is_no_quantity(parsed: Parsed, text: str) -> None:
    assert quantities(parsed, text) == []


def test_from_and_to_are_two_amounts_of_a_change(parsed: Parsed) -> None:
    assert [q.value for q in quantities(parsed, "Arrests rose from 5 to 10 people.")][-1] == 10


DESIGNATIONS = [
    "Gunmen with AK-47s stormed the pier.",
    "They carried the AK - 47 rifles ashore.",
    "An F-16 circled over the harbour.",
    "Cases of COVID-19 rose in the harbour.",
    "The Covid-19 vaccine is safe, the ministry said.",
    "The Gulls began a drive from their own 27, Brik said.",
    "She bought a pair of shoes in the harbour.",
    "The Boeing 737 and flight MH370 were named by the G7.",
    "There should be no one-on-one meeting, Orr said.",
    "She is juror No. 8, the court said.",
    "The captain sang with a band, the Seven Gulls, in town every night.",
    "Brik scored with 7:42 to go in the half.",
]


@pytest.mark.parametrize("text", DESIGNATIONS)
def test_a_things_designation_is_no_count(parsed: Parsed, text: str) -> None:
    assert quantities(parsed, text) == []


def test_a_figure_cut_by_the_sentence_splitter_is_whole_in_its_sentence(parsed: Parsed) -> None:
    article, parse = parsed("Thieves broke into the store at around 4. 30am and took the gems.")
    whole = mended(article, parse)
    assert len(whole.sentences) == 1
    assert [t.sentence for t in whole.tokens] == [0] * len(whole.tokens)
    assert whole.sentences[0].last == len(whole.tokens)


def test_a_sentence_that_opens_with_a_number_stays_apart(parsed: Parsed) -> None:
    article, parse = parsed("The ferry left on July 3. Twelve people were on board. 20 stayed.")
    assert mended(article, parse) is parse


def test_a_decimal_that_a_tokeniser_broke_is_one(parsed: Parsed) -> None:
    assert [q.value for q in quantities(parsed, "The quake of around 4. 0 shook the pier.")] == [4.0]
