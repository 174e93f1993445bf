"""What a tagger marks, joined with the rules: invented sentences."""

import pytest

from crosswire.annotate import annotate
from crosswire.records import Attribution, Utterance

pytestmark = pytest.mark.models


def utterance(text: str, source: str, cue: str, *contents: str) -> Utterance:
    def span(part: str) -> tuple[int, int]:
        return text.index(part), text.index(part) + len(part)

    return Utterance(span(cue), (span(source),) if source else (), tuple(span(c) for c in contents))


def told(text: str, found: tuple[Attribution, ...]) -> list[tuple[list[str], list[str]]]:
    return [([s.name for s in a.chain], [text[a:b] for a, b in a.contents]) for a in found]


MEETING = "that the two crews would meet one-on-one"
CASES = [
    pytest.param(
        "As Delta Wire reported on Monday, various captains have met the news, noting that such sales are old.",
        ("Delta Wire", "noting", "that such sales are old"),
        [(["various captains"], ["that such sales are old"])],
        id="who does what a medium is said to report says what goes with it",
    ),
    pytest.param(
        "Nora Quist (D-Orsk) tweeted tersely to Orr to “cancel the trip and get back to the quay.”",
        ("Nora Quist (D-Orsk)", "tweeted tersely to Orr", "to “cancel the trip and get back to the quay.”"),
        [(["Nora Quist"], ["to “cancel the trip and get back to the quay.”"])],
        id="an infinitive in marks is quoted",
    ),
    pytest.param(
        "Third Quay, a small party in Orsk that has asked for cuts, called the plan “a dear one” in the debate.",
        ("Third Quay", "called", "the plan “a dear one”"),
        [(["Third Quay"], ["“a dear one”"])],
        id="what a verb of naming calls a thing in marks",
    ),
    pytest.param(
        "Nora Quist signed an order on Monday with clerks to report within a month.",
        ("Nora Quist", "signed an order", "clerks to report within a month"),
        [],
        id="an order that is signed urges nobody",
    ),
    pytest.param(
        "The captain insisted that no rule was broken on the way, that the matter hardly rose to a quarrel.",
        ("The captain", "insisted", "that no rule was broken on the way"),
        [
            (
                ["captain"],
                ["that no rule was broken on the way", "that the matter hardly rose to a quarrel"],
            )
        ],
        id="a second that-clause without a link goes on with the first",
    ),
    pytest.param(
        "Delta Daily reported:\n“It is unclear. The ferry was old, and “Harbor Notes” said so. It sank.”",
        ("Delta Daily", "reported:", "“It is unclear."),
        [(["Delta Daily"], ["“It is unclear. The ferry was old, and “Harbor Notes” said so. It sank.”"])],
        id="a quotation behind a colon is told to its closing mark",
    ),
    pytest.param(
        "Police said she was on the quay at noon when a van knocked her to the stones.",
        ("Police", "said", "she was on the quay at noon", "the stones"),
        [(["Police"], ["she was on the quay at noon when a van knocked her to the stones"])],
        id="two stretches with nothing set apart between them are one",
    ),
    pytest.param(
        "Delta Wire reports Nora Quist on Friday first told her views, saying it should be left to the port.",
        ("Delta Wire", "saying", "it should be left to the port"),
        [
            (["Delta Wire"], ["on Friday first told her views, saying it should be left to the port"]),
            (["Nora Quist", "Delta Wire"], ["it should be left to the port"]),
        ],
        id="the medium that reports of somebody is not who says it",
    ),
    pytest.param(
        "The letter told of a figure believed to have helped the crew.",
        ("a figure", "believed", "to have helped the crew"),
        [],
        id="who believes it stays open",
    ),
    pytest.param(
        "Nora Quist was in talks to direct “The Slow Ferry” at the time.",
        ("Nora Quist", "in", "to direct “The Slow Ferry”"),
        [],
        id="a preposition tells nothing",
    ),
    pytest.param(
        "Nora Quist said the ferry hit the pier as the fog came down.",
        ("Nora Quist", "said", "the ferry hit the pier"),
        [(["Nora Quist"], ["the ferry hit the pier"])],
        id="the tagger's stretch corrects the rule's",
    ),
    pytest.param(
        "Nora Quist was adamant to reporters the pier was closed.",
        ("Nora Quist", "was adamant to reporters", "the pier was closed"),
        [],
        id="words that are none of saying make no attribution of their own",
    ),
    pytest.param(
        "The ferry, Nora Quist has said many times, is old.",
        ("Nora Quist", "has said", "is old"),
        [(["Nora Quist"], ["is old"])],
        id="what stands beside a cue of which the rules know no content",
    ),
    pytest.param(
        "The mayor's office confirmed that the two crews would meet one-on-one, but did not elaborate on their "
        "expected agenda, saying only that more would follow in due course.",
        ("The mayor's office", "saying", "only that more would follow in due course"),
        [
            (["mayor's office"], [MEETING]),
            (["mayor's office"], ["only that more would follow in due course"]),
        ],
        id="the tagger's source where the rules climb to another subject",
    ),
    pytest.param(
        "The fair’s board, which hands out the honors, said Orr, 40, star of the epic “Delta,” will host the show.",
        ("The fair’s board", "said", "” will host the show"),
        [(["fair’s board"], ["Orr, 40, star of the epic “Delta,” will host the show"])],
        id="the one before a verb whose subject is whom it tells of",
    ),
    pytest.param(
        "Delta Wire said, citing two captains, that the ferry was old.",
        ("Delta Wire", "citing", "two captains, that the ferry was old"),
        [(["two captains", "Delta Wire"], ["that the ferry was old"])],
        id="citing is a link of a chain and no cue",
    ),
    pytest.param(
        "Nora Quist wants a new ferry.",
        ("Nora Quist", "wants", "a new ferry"),
        [],
        id="an attitude to a thing is nothing said",
    ),
    pytest.param(
        "The queue threatens to last. Nora Quist said the ferry was old.",
        ("Nora Quist", "said", "the ferry was old"),
        [(["Nora Quist"], ["the ferry was old"])],
        id="a thing that the tagger does not know for a speaker says nothing",
    ),
    pytest.param(
        "Nora Quist apologized for a letter that she sent to the crew.",
        ("Nora Quist", "apologized for", "a letter that she sent to the crew"),
        [],
        id="what somebody is sorry for is none of his words",
    ),
    pytest.param(
        "Nora Quist said she met the crew and praised it.",
        ("Nora Quist", "said", "she met the crew"),
        [(["Nora Quist"], ["she met the crew and praised it"])],
        id="a verb that goes on with what was said stays in it",
    ),
    pytest.param(
        "Those wondering whether the ferry would sail found out on Monday.",
        ("Those", "wondering", "whether the ferry would sail"),
        [],
        id="those who wonder are nobody that speaks",
    ),
    pytest.param(
        "Warnings from Delta Shipping that the ferry leaks came late.",
        ("Delta Shipping", "Warnings from", "that the ferry leaks"),
        [(["Delta Shipping"], ["that the ferry leaks"])],
        id="a noun of telling with whose it is",
    ),
    pytest.param(
        "The yard will close its old docks because of the high cost of repairs, a port clerk ruled Monday.",
        ("a port clerk", "ruled Monday"),
        [(["port clerk"], ["The yard will close its old docks because of the high cost of repairs"])],
        id="a cue that the tagger knows needs no marks where the rules have its clause",
    ),
    pytest.param(
        "The yard is shutting all docks over claims that they are built with rotten wood from old ships, Orsk Customs "
        "and Harbor Guard said on Monday.",
        ("Orsk Customs and Harbor Guard", "said"),
        [
            (
                ["Orsk Customs and Harbor Guard"],
                ["The yard is shutting all docks over claims that they are built with rotten wood from old ships"],
            )
        ],
        id="a tag that the parser joined to the sentence before it",
    ),
    pytest.param(
        "The board plans to name Tom Orr, the head of the quay, to be its clerk, a pilot familiar with it told Delta "
        "News.",
        ("a pilot familiar with it", "told"),
        [
            (
                ["pilot familiar with it", "Delta News"],
                ["The board plans to name Tom Orr, the head of the quay, to be its clerk"],
            )
        ],
        id="a tag with the medium that was told",
    ),
    pytest.param(
        "Yard Crossings on Pace for Record Year, Report Says\nThe clerk left the yard early.",
        ("Report", "Says", "Yard Crossings on Pace for Record Year", "The clerk left the yard early"),
        [(["Report"], ["Yard Crossings on Pace for Record Year"])],
        id="a headline's tag has the headline and not the line below",
    ),
    pytest.param(
        "Captain Nora Quist told Tom Orr in a call that she expects a calm week on the quay, the Harbor House said.",
        ("the Harbor House", "said", "that she expects a calm week on the quay"),
        [
            (["Nora Quist", "Harbor House"], ["that she expects a calm week on the quay"]),
            (
                ["Harbor House"],
                ["Captain Nora Quist told Tom Orr in a call that she expects a calm week on the quay"],
            ),
        ],
        id="who tells that somebody told it keeps both",
    ),
    pytest.param(
        "The trouble has led to higher prices and now threatens to slow the yard, and Nora Quist left.",
        ("Nora Quist", "left"),
        [],
        id="what looms, which the tagger does not know, threatens nobody in words",
    ),
]


@pytest.mark.parametrize(("text", "marked", "wanted"), CASES)
def test_marks_join_the_rules(parsed, text, marked, wanted):
    article, parse = parsed(text)
    assert told(text, annotate(article, parse, (utterance(text, *marked),)).attributions) == wanted


def test_without_marks_the_rules_stand_alone(parsed):
    text = "Nora Quist said the ferry hit the pier."
    article, parse = parsed(text)
    assert annotate(article, parse) == annotate(article, parse, ())
    assert told(text, annotate(article, parse).attributions) == [(["Nora Quist"], ["the ferry hit the pier"])]
