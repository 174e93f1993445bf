"""Who says what in headlines, and what they tell: invented headlines in the shapes that reports have."""

import pytest

from crosswire.annotate import annotate
from crosswire.claims import extract
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Article, Claim, Line
from crosswire.text.headline_case import plain_case

pytestmark = pytest.mark.models

BODY = (
    "The mayor spoke in May. The bridge is safe, and the dam was closed by the governor. A study of the police found "
    "that the suspect was held for the death of a boy."
)


def told(headline: str) -> list[Claim]:
    """The claims of a headline over an article's text."""
    text, at = f"{headline}\n{BODY}", len(headline)
    lines = (Line(0, at, "title"), Line(at + 1, len(text), "body"))
    article = Article("a", "a.txt", text, None, headline, None, None, None, "en", None, lines, "0")
    return [c for c in extract(article, annotate(article, SpacyParser().parse(article))) if c.start < at]


SAID = [
    ("Mayor Says Bridge Is Safe", "Bridge Is Safe", "Mayor"),
    ("Dam Is Closed, Governor Says", "Dam Is Closed", "Governor"),
    ("Dam Closed, Says Governor", "Dam Closed", "Governor"),
    ("Quake hits island, five hurt: media", "Quake hits island, five hurt", "media"),
    ("Orvane suspends tests: state media", "Orvane suspends tests", "state media"),
    ("Police: Suspect Held in Death of Boy", "Suspect Held in Death of Boy", "Police"),
    ("Suspect held in death of boy: police", "Suspect held in death of boy", "police"),
    ("Suspect held in death of boy, police say", "Suspect held in death of boy", "police"),
    ("Fire was arson - officials", "Fire was arson", "officials"),
    ("Nora Quist: Dam was never safe", "Dam was never safe", "Nora Quist"),
    ("Officials Say Fire Was Arson", "Fire Was Arson", "Officials"),
    ("Study Finds Fish Are Smaller", "Fish Are Smaller", "Study"),
    ("Witness: 'I Saw Him Fall'", "I Saw Him Fall", "Witness"),
]


@pytest.mark.parametrize(("headline", "text", "speaker"), SAID)
def test_a_headline_tells_who_says_it(headline: str, text: str, speaker: str) -> None:
    assert (text, [speaker]) in [(c.text, [s.name for s in c.said_by]) for c in told(headline)]


UNSAID = [
    "Ferry sinks off the coast of Orvane",
    "Exclusive: Dam to close in May",
    "Orvane: Two killed as dam bursts",
    "Dam closes - Delta Herald",
]


@pytest.mark.parametrize("headline", UNSAID)
def test_a_headline_in_its_own_voice_has_no_speaker(headline: str) -> None:
    assert [c.said_by for c in told(headline) if c.said_by] == []


def test_a_headline_without_a_verb_tells_nothing() -> None:
    assert told("Dam of Orvane") == []
    assert [c.text for c in told("Ferry sinks off the coast")] == ["Ferry sinks off the coast"]


CASES = [
    ("Mayor Says Bridge Is Safe", "mayor says bridge is safe"),
    ("Orvane Governor Says Dam Is Closed in May", "Orvane governor says dam is closed in May"),
    ("Mayor of Orvane says bridge is safe", "Mayor of Orvane says bridge is safe"),
    ("Dam", "Dam"),
]


@pytest.mark.parametrize(("headline", "plain"), CASES)
def test_title_case_is_read_as_the_text_writes_it(headline: str, plain: str) -> None:
    assert plain_case(headline, [BODY]) == plain
