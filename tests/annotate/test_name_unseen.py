"""Names that the recogniser cuts short or leaves out: invented reports."""

from collections.abc import Callable

import pytest

from crosswire.annotate.names import find_names
from crosswire.records import Article, Parse
from crosswire.text.syntax import Tree

Parsed = Callable[[str], tuple[Article, Parse]]


def forms(parsed: Parsed, text: str) -> dict[str, set[str]]:
    """The words of every name's mentions, pronouns aside, by its canonical form."""
    article, parse = parsed(text)
    entities, mentions = find_names(article, parse, Tree(parse))
    assert all(article.text[m.start : m.end] == m.text for m in mentions)
    return {e.canonical: {m.text for m in mentions if m.entity == e.id and m.form != "pronoun"} for e in entities}


SEEN = [
    (
        "The Maren County District Attorney's Office dropped the charge on Monday.",
        "Maren County District Attorney's Office",
        "Maren County District Attorney's Office",
    ),
    ("The D.A.'s office says that the clerk was alone.", "D.A.'s office", "D.A.'s office"),
    ("The fire began at dawn, though WKLD - TV claims that it was later.", "WKLD-TV", "WKLD - TV"),
    ("The mayor named RSNA Acting Director Paul Voss on Friday.", "RSNA", "RSNA"),
    (
        "The Tide Patrol closed the pier. “@TidePatrol has seen the film,” it wrote on Monday.",
        "Tide Patrol",
        "@TidePatrol",
    ),
    ("Robert Voss spoke on Monday. “I asked Robert [Voss] to leave,” she said.", "Robert Voss", "Robert [Voss]"),
    (
        "Asher Velmandis led the panel. It met on Monday, and Mr. Velmandi took no questions.",
        "Asher Velmandis",
        "Velmandi",
    ),
    ("The storm cut the Harbor Link East 4 cable on Monday.", "Harbor Link East 4", "Harbor Link East 4"),
    (
        'The mayor spoke on Monday. "It looks like (the envoy Robert) Voss is going to win," she said.',
        "Robert Voss",
        "Robert) Voss",
    ),
    ("A Delta Herald/Kelland News poll put Paul Voss ahead on Monday.", "Kelland News", "Kelland News"),
    ("The union met on Monday, as Tides GM Robert Quist said.", "Robert Quist", "Robert Quist"),
    ("The lawyer Robert Voss left on Monday. It was late, as AG Voss said.", "Robert Voss", "Voss"),
    (
        "Prime Minister Robert Voss met President Paul Quist of Norway in Oslo on Monday. Mr. Quist left early.",
        "Paul Quist",
        "Paul Quist",
    ),
    ("The party is known as the G.O.P. in the north.", "G.O.P.", "G.O.P."),
    ("The Tide Relief Authority met. Later that day the TRA said no.", "Tide Relief Authority", "TRA"),
    (
        "The Maren Chamber of Commerce met on Monday. It was the Chamber that closed the pier.",
        "Maren Chamber of Commerce",
        "the Chamber",
    ),
    ("The Seattle Herons won on Monday. Nobody beat the Herons in May.", "Seattle Herons", "Herons"),
    ("The ship had no tide warning system (TWS) on Monday. A TWS costs little.", "tide warning system", "TWS"),
]


@pytest.mark.parametrize(("text", "canonical", "words"), SEEN)
def test_a_name_is_told_by_its_shape(parsed: Parsed, text: str, canonical: str, words: str) -> None:
    assert words in forms(parsed, text).get(canonical, set()), forms(parsed, text)


UNSEEN = [
    ("The Maren Bank and the Delta Bank met on Monday. It was the Bank that closed the pier.", "the Bank"),
    ("The White House met the press on Monday. It was the House that closed the pier.", "the House"),
    ("Two sailors (one of them Robert) left. Voss stayed on board on Monday.", "Robert) left"),
    ("The district attorney's office dropped the charge on Monday.", "attorney"),
    ("The clerk wrote to @maren_4821 on Monday.", "@maren_4821"),
    ("Asher Velmandis led the panel. Velmandi took no questions, and neither did Ida Velmandi.", "Velmandis"),
    ("The council (CNL) met on Monday.", "council"),
    ("The yard paid for tide warning systems (TWS) on Monday.", "for tide warning systems"),
]


@pytest.mark.parametrize(("text", "words"), UNSEEN)
def test_what_only_has_the_shape_is_no_form(parsed: Parsed, text: str, words: str) -> None:
    assert all(words not in texts or len(texts) == 1 for texts in forms(parsed, text).values()), forms(parsed, text)


def test_papers_called_by_whose_they_are_are_not_the_person(parsed: Parsed) -> None:
    found = forms(parsed, "The Voss Memos came out on Monday. Voss had kept them at home, and Voss said so.")
    assert all("Voss" not in texts for name, texts in found.items() if "Memos" in name), found
