"""Figures and times as sentences give them, compared: a table of real-shaped pairs, read by the real parser."""

from functools import cache

import pytest

from crosswire.annotate import annotate
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Annotations, Article, Line
from crosswire.text.answers import compare_answers, compare_times

pytestmark = pytest.mark.models

WEDNESDAY = "2025-06-11"


@cache
def read(text: str) -> Annotations:
    """The marks of a sentence that was published on a Wednesday in June."""
    article = Article(
        text, "memory", text, None, None, None, WEDNESDAY, None, "en", None, (Line(0, len(text), "body"),), ""
    )
    return annotate(article, SpacyParser().parse(article))


# The first quantities of two sentences, and how they stand to each other.
QUANTITIES = [
    ("Two of the five suspects were held.", "Two suspects were held.", "same"),
    ("The car hit 60 miles an hour.", "The car hit 97 km/h.", "compatible"),
    ("The car hit 60 miles an hour.", "The car hit 60 km/h.", "disjoint"),
    ("The plant makes 15 jets a year.", "The plant makes 15 jets a month.", "disjoint"),
    ("The plant makes 15 jets a year.", "The plant makes 15 jets per year.", "same"),
    ("The plant makes 12 jets a year.", "The plant makes one jet a month.", "compatible"),
    ("She is 5 feet 10 inches tall.", "She is 178 cm tall.", "compatible"),
    ("The siege lasted a year.", "The siege lasted 12 months.", "same"),
    ("The siege lasted 18 months.", "The siege lasted a year and a half.", "same"),
    ("The siege lasted a week.", "The siege lasted eight days.", "compatible"),
    ("The siege lasted three months.", "The siege lasted 90 days.", "compatible"),
    ("60 percent of voters agreed.", "Three in five voters agreed.", "same"),
    ("Six out of 10 voters agreed.", "60% of voters agreed.", "same"),
    ("One in five voters agreed.", "20 percent of voters agreed.", "same"),
    ("A third of voters agreed.", "33 percent of voters agreed.", "compatible"),
    ("Half of the voters agreed.", "50 percent of the voters agreed.", "same"),
    ("Ardel won 3-2.", "Ardel won 3-1.", "disjoint"),
    ("It will take between 60 and 90 days.", "It will take 75 days.", "compatible"),
    ("It will take 60 to 90 days.", "It will take two to three months.", "compatible"),
    ("It will take 60 to 90 days.", "It will take 120 days.", "disjoint"),
    ("Fuel use falls by 15-20%.", "Fuel use falls by 18 percent.", "compatible"),
    ("Fuel use falls by 15-20%.", "Fuel use falls by 25 percent.", "disjoint"),
    ("The beam weighs 2 tons.", "The beam weighs 4,000 pounds.", "compatible"),
    ("More than 100 people were hurt.", "Fewer than 100 people were hurt.", "disjoint"),
    ("1,203 people were hurt.", "About 1,200 people were hurt.", "compatible"),
    ("1,203 people were hurt.", "1,230 people were hurt.", "disjoint"),
    ("1,203 people were hurt.", "1,200 people were hurt.", "compatible"),
    ("Rates rose by 0.5 percent.", "Rates rose by half a percent.", "same"),
    ("250,000 people marched.", "A quarter of a million people marched.", "same"),
    ("Rates rose by 50 basis points.", "Rates rose by 0.5 percentage points.", "same"),
    ("Bo Karle, 48, was held.", "The 48-year-old was held.", "same"),
    ("Bo Karle, 48, was held.", "Bo Karle, 84, was held.", "disjoint"),
    ("Bo Karle, in his 40s, was held.", "Bo Karle, 48, was held.", "compatible"),
    ("The firm paid $5 million.", "The firm paid 5 million dollars.", "same"),
    ("The firm paid $5 million.", "The firm paid €5 million.", "disjoint"),
    ("The firm paid $5 million.", "The firm paid 5 million Canadian dollars.", "compatible"),
    ("The firm paid $7.4 billion.", "The firm paid about $7 billion.", "compatible"),
    ("The firm paid $7.4 billion.", "The firm paid $7,400 million.", "same"),
    ("The firm paid $7.4 billion (£3.7 billion).", "The firm paid £3.7 billion.", "same"),
    ("The firm paid $7.4 billion (£3.7 billion).", "The firm paid £4.9 billion.", "disjoint"),
    ("The firm paid $1.2m.", "The firm paid $1.2 billion.", "disjoint"),
    ("The firm paid $3B.", "The firm paid $3.2 billion.", "compatible"),
    ("The firm paid $3B.", "The firm paid $3.4 billion.", "disjoint"),
    ("The firm paid $3 million.", "The firm paid $3.2 million.", "disjoint"),
    ("The stake is 19.9%.", "The stake is about 20 percent.", "compatible"),
    ("The stake is 80.1%.", "The stake is 81.0%.", "disjoint"),
    ("The stake is 80.1%.", "The stake is 80 percent.", "compatible"),
    ("It was the third attack.", "It was the fourth attack.", "disjoint"),
    ("It was the third attack.", "It was the 3rd attack.", "same"),
    ("Prices fell 340 points.", "Prices fell 430 points.", "disjoint"),
    ("The index closed at 7,162.90.", "The index closed at 7,163.", "compatible"),
    ("The index closed at 7,162.90.", "The index closed at 7,612.90.", "disjoint"),
    ("Dozens of people were hurt.", "Scores of people were hurt.", "compatible"),
    ("Hundreds of people were hurt.", "340 people were hurt.", "compatible"),
    ("No one was hurt.", "Nobody was hurt.", "same"),
    ("No one was hurt.", "Three people were hurt.", "disjoint"),
    ("A couple were hurt.", "Two people were hurt.", "compatible"),
    ("Several people were hurt.", "At least 24 people were hurt.", "compatible"),
    ("More than a dozen people were hurt.", "33 people were hurt.", "compatible"),
    ("More than a dozen people were hurt.", "330 people were hurt.", "disjoint"),
    ("It was 30 degrees Celsius.", "It was 86 degrees Fahrenheit.", "same"),
    ("It was minus 5 degrees Celsius.", "It was 5 degrees Celsius.", "disjoint"),
    ("The fire burned 100 acres.", "The fire burned 40 hectares.", "compatible"),
    ("The fire burned 100 acres.", "The fire burned 100 hectares.", "disjoint"),
    ("The quake had a magnitude of 6.1.", "The 6.1-magnitude quake struck.", "same"),
    ("The quake had a magnitude of 6.1.", "The quake measured 6.4.", "disjoint"),
    ("Fifteen of the 19 Sept. 11 hijackers were named.", "Fifteen of the 19 hijackers were named.", "same"),
    ("The sale cost $2 a share.", "The sale cost $2 in all.", "incomparable"),
    ("It is half a mile away.", "It is 0.5 miles away.", "same"),
    ("It is a quarter of a mile away.", "It is 0.25 miles away.", "same"),
    ("It took half an hour.", "It took 30 minutes.", "same"),
    ("Three-quarters of a million people marched.", "750,000 people marched.", "same"),
    ("It was -5 degrees Celsius.", "It was minus 5 degrees Celsius.", "same"),
    ("It is 3-5 degrees Celsius.", "It is 4 degrees Celsius.", "compatible"),
    ("Oil fell to $50 a barrel.", "Oil fell to $50 per barrel.", "same"),
    ("Oil fell to $50 a barrel.", "Oil fell to €50 a barrel.", "disjoint"),
    ("Two out of seven suspects fled.", "Two suspects fled.", "same"),
    ("Nine in 10 homes lost power.", "90 percent of homes lost power.", "same"),
    ("Profit was $0.67 per share.", "Profit was 67 cents per share.", "same"),
    ("Profit was $0.67 per share.", "Profit was $0.76 a share.", "disjoint"),
    ("The vote was 52-35.", "The vote was 52 to 35.", "same"),
    ("The vote was 97-1.", "The vote was 97 to 2.", "disjoint"),
]


@pytest.mark.parametrize(("left", "right", "outcome"), QUANTITIES)
def test_quantities(left: str, right: str, outcome: str) -> None:
    a, b = read(left).quantities[0], read(right).quantities[0]
    assert compare_answers(a, b).outcome == outcome, (a, b)
    assert compare_answers(b, a).outcome == outcome, (a, b)


# The first times of two sentences; "meet" stands for any relation in which both can hold.
TIMES = [
    ("It sank on Monday.", "It sank on June 9.", "same"),
    ("It sank on Monday.", "It sank on 9 June 2025.", "same"),
    ("It sank on Monday.", "It sank on June 10.", "disjoint"),
    ("It sank on Monday.", "It sank two days ago.", "same"),
    ("It sank yesterday.", "It sank on Tuesday.", "same"),
    ("It sank yesterday.", "It sank on Monday.", "disjoint"),
    ("It sank today.", "It sank on Wednesday.", "same"),
    ("It sank last night.", "It sank on Tuesday night.", "same"),
    ("It sank last night.", "It sank on Tuesday.", "meet"),
    ("It sank last week.", "It sank on June 3.", "contains"),
    ("It sank last week.", "It sank on Thursday.", "contains"),
    ("It sank last week.", "It sank on June 9.", "disjoint"),
    ("It sank last month.", "It sank in May.", "same"),
    ("It sank last month.", "It sank in April.", "disjoint"),
    ("It sank last year.", "It sank in 2024.", "same"),
    ("It sank last year.", "It sank in December 2024.", "contains"),
    ("It sank last summer.", "It sank in July 2024.", "contains"),
    ("It sank at 9 a.m. on Monday.", "It sank at 9:00 on Monday.", "meet"),
    ("It sank at 9 p.m. on Monday.", "It sank at 21:00 on Monday.", "meet"),
    ("It sank at 9 a.m. GMT on Monday.", "It sank at 5 a.m. EDT on Monday.", "meet"),
    ("It sank at 9 a.m. GMT on Monday.", "It sank at 9 a.m. EDT on Monday.", "disjoint"),
    ("It sank at 9 a.m. on Monday.", "It sank at 9:45 a.m. on Monday.", "disjoint"),
    ("It sank at 9 a.m. on Monday.", "It sank at 11 a.m. on Monday.", "disjoint"),
    ("It sank about 9 a.m. on Monday.", "It sank at 9:20 a.m. on Monday.", "meet"),
    ("It sank about 9 a.m. on Monday.", "It sank at 11 a.m. on Monday.", "disjoint"),
    ("It sank on Monday morning.", "It sank on Monday evening.", "disjoint"),
    ("It sank on Monday morning.", "It sank at 9 a.m. on Monday.", "contains"),
    ("It has run since July 24, 2003.", "It has run since July 20, 2003.", "disjoint"),
    ("It has run since 2003.", "It has run since July 20, 2003.", "contains"),
    ("It will close by 2027.", "It will close by 2029.", "disjoint"),
    ("The fire was out by 6:40 a.m.", "The fire was out by 7 a.m.", "contains"),
    ("It will close before Friday.", "It will close before Sunday.", "meet"),
    ("Profit rose in the third quarter of 2024.", "Profit rose in the third quarter of 2024.", "same"),
    ("Profit rose in the third quarter of 2024.", "Profit rose in the second quarter of 2024.", "disjoint"),
    ("Profit rose in the third quarter of 2024.", "Profit rose in August 2024.", "contains"),
    ("Profit rose in fiscal 2024.", "Profit rose in 2024.", "meet"),
    ("Profit rose in fiscal 2024.", "Profit rose in October 2023.", "meet"),
    ("Profit rose in the fiscal third quarter of 2024.", "Profit rose in the quarter ended June 2024.", "meet"),
    ("Profit rose in fiscal year 2024.", "Profit rose in fiscal 2024.", "same"),
    ("Profit rose in fiscal 2024.", "Profit rose in fiscal 2023.", "disjoint"),
    ("It was built in the 1970s.", "It was built in 1974.", "contains"),
    ("It was built in the 1970s.", "It was built in 1981.", "disjoint"),
    ("It was built in early 1974.", "It was built in March 1974.", "meet"),
    ("It was built in late 1974.", "It was built in March 1974.", "disjoint"),
    ("It opens in early June.", "It opens on June 3.", "meet"),
    ("It opens at the end of June.", "It opens on June 3.", "disjoint"),
    ("It sank on June 9.", "It sank on July 9.", "disjoint"),
    ("It sank on the night of June 9.", "It sank in the early hours of June 10.", "meet"),
    ("It sank at midnight on Monday.", "It sank late on Monday.", "meet"),
    ("It sank on Christmas Day 2024.", "It sank on December 25, 2024.", "same"),
    ("It sank over the weekend.", "It sank on Saturday.", "meet"),
    ("It sank over the weekend.", "It sank on Wednesday.", "disjoint"),
    ("It sank a week ago.", "It sank on June 4.", "meet"),
    ("It sank nearly two weeks ago.", "It sank on May 29.", "meet"),
    ("It sank 10 years ago.", "It sank in 2015.", "meet"),
    ("It sank 10 years ago.", "It sank in 2012.", "disjoint"),
    ("It sank earlier this week.", "It sank on Monday.", "meet"),
    ("It sank earlier this week.", "It sank on June 3.", "disjoint"),
    ("It sank on 09/06/2025.", "It sank on June 9, 2025.", "meet"),
]


@pytest.mark.parametrize(("left", "right", "relation"), TIMES)
def test_times(left: str, right: str, relation: str) -> None:
    a, b = (next(t for t in read(text).times if t.kind in ("date", "time")) for text in (left, right))
    for found in (compare_times(a, b), compare_times(b, a)):
        assert found == relation or (relation == "meet" and found != "disjoint"), (a, b)
