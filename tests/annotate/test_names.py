"""Names joined within one article."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from crosswire.annotate import annotate
from crosswire.annotate.names import find_names
from crosswire.records import Article, EntitySpan, Parse
from crosswire.text.syntax import Tree

Parsed = Callable[[str], tuple[Article, Parse]]


def named(parsed: Parsed, text: str) -> dict[str, list[tuple[str, str]]]:
    """Mentions (words and form) by canonical name; every mention lies where its words stand."""
    article, parse = parsed(text)
    entities, mentions = find_names(article, parse, Tree(parse))
    canonical = {e.id: e.canonical for e in entities}
    found: dict[str, list[tuple[str, str]]] = {name: [] for name in canonical.values()}
    for m in mentions:
        assert article.text[m.start : m.end] == m.text
        found[canonical[m.entity]].append((m.text, m.form))
    return found


JOINED = [
    ("Michael Bergman spoke. Bergman was calm.", "Michael Bergman", "Bergman", "part"),
    ("Michael Bergman spoke. Mr. Bergman was calm.", "Michael Bergman", "Bergman", "part"),
    ("President Michael Bergman spoke. The president was calm.", "Michael Bergman", "The president", "role"),
    ("Michael Bergman spoke. He was calm.", "Michael Bergman", "He", "pronoun"),
    ("Mary Bergman said that she was calm.", "Mary Bergman", "she", "pronoun"),
    ("The National Ferry Association (NFA) met. The NFA voted.", "National Ferry Association", "NFA", "acronym"),
    ("The National Ferry Association met. The N.F.A. voted.", "National Ferry Association", "N.F.A.", "acronym"),
    ("The Japanese government replied.", "Japanese", "Japanese", "nationality"),
    ("Michael J. Bergman spoke. Michael Bergman was calm.", "Michael J. Bergman", "Michael Bergman", "part"),
    ("Moon Jae - in spoke in Seoul on Monday.", "Moon Jae-in", "Moon Jae - in", "name"),
    ("Envoys of North Korea spoke. Then the North agreed to talks.", "North Korea", "the North", "part"),
    (
        "The National Ferry Association met. On Monday the ferry association voted.",
        "National Ferry Association",
        "the ferry association",
        "role",
    ),
    (
        "Ann Bergman, the Danish envoy to Oslo, spoke on Monday.",
        "Ann Bergman",
        "the Danish envoy to Oslo",
        "role",
    ),
    ("Officials at Number 10 said nothing on Monday.", "Number 10", "Number 10", "name"),
    (
        "She was pressed by Mayor Ann Bergman and Senator Michael Dahl of Ostland, the new majority leader.",
        "Michael Dahl",
        "the new majority leader",
        "role",
    ),
    (
        "Assistant Sheriff Michael Dahl spoke. Sheriff Ann Bergman came. The sheriff was calm.",
        "Ann Bergman",
        "The sheriff",
        "role",
    ),
    ("Deputy Sheriff Michael Dahl spoke. The deputy was calm.", "Michael Dahl", "The deputy", "role"),
    (
        "Two shots were fired, according to the Orsk City Office of the Chief Medical Examiner.",
        "Orsk City Office of the Chief Medical Examiner",
        "Orsk City Office of the Chief Medical Examiner",
        "name",
    ),
    ("The Ostland Harbor Patrol Officer Michael Dahl spoke. Dahl left.", "Michael Dahl", "Dahl", "part"),
    ("Losing Dahl hurt the club. Michael Dahl is its captain.", "Michael Dahl", "Dahl", "part"),
]


@pytest.mark.parametrize(("text", "canonical", "words", "form"), JOINED)
def test_forms_of_one_name_are_joined(parsed: Parsed, text: str, canonical: str, words: str, form: str) -> None:
    assert (words, form) in named(parsed, text).get(canonical, []), named(parsed, text)


APART = [
    ("Assistant Sheriff Michael Dahl spoke. The sheriff was calm.", "Michael Dahl", "The sheriff"),
    ("Deputy Attorney General Michael Dahl spoke. The attorney general left.", "Michael Dahl", "The attorney general"),
    ("Lt. Gov. Ann Bergman spoke. The governor was calm.", "Ann Bergman", "The governor"),
    ("Ann Bergman, the harbor light behind her, waved.", "Ann Bergman", "the harbor light behind her"),
    ("Ann Bergman, the Ostland crime family, and Michael Dahl met.", "Ann Bergman", "the Ostland crime family"),
]


@pytest.mark.parametrize(("text", "canonical", "words"), APART)
def test_a_role_is_not_that_of_whom_it_does_not_mean(parsed: Parsed, text: str, canonical: str, words: str) -> None:
    assert words not in [found for found, _ in named(parsed, text)[canonical]]


@pytest.mark.parametrize("text", ["Tidewave Chief Executive Michael Dahl spoke.", "The Chief Executive left."])
def test_an_office_of_two_words_is_no_name(parsed: Parsed, text: str) -> None:
    assert "Executive" not in named(parsed, text)


def test_a_degree_is_no_name(parsed: Parsed) -> None:
    assert not {"M.D.", "M. D."} & set(named(parsed, "Ann Bergman, M.D., spoke. Michael Dahl, M. D., left."))


NOT_PEOPLE = [
    ("He wrote it on Twitter, and Twitter removed the post on Monday.", "Twitter"),
    ("The Borough Wire reported the loss. Borough Wire said so on Monday.", "Borough Wire"),
]


@pytest.mark.parametrize(("text", "canonical"), NOT_PEOPLE)
def test_platforms_and_outlets_are_no_people(parsed: Parsed, text: str, canonical: str) -> None:
    article, parse = parsed(text)
    entities, _ = find_names(article, parse, Tree(parse))
    assert [e.kind for e in entities if e.canonical == canonical] == ["organization"]


THINGS = [
    ("The agents told U.S Border officials of the crossing on Monday night.", "U.S Border"),
    ("The bill, called the Terrorism Sponsors Act by its friends, passed on Friday.", "Terrorism Sponsors Act"),
    ("Critics say that Border Protection closed the crossing on Sunday.", "Border Protection"),
]


@pytest.mark.parametrize(("text", "name"), THINGS)
def test_things_are_no_people(parsed: Parsed, text: str, name: str) -> None:
    article, parse = parsed(text)
    entities, _ = find_names(article, parse, Tree(parse))
    assert all(e.kind != "person" for e in entities if name in e.canonical)


def test_a_nationality_is_no_part_of_a_name(parsed: Parsed) -> None:
    found = named(parsed, "Orr beat American Hasim Rolle on Saturday, and Rolle fell in the last round.")
    assert "Hasim Rolle" in found


@pytest.mark.parametrize("office", ["Patrol Agent", "City Attorney", "Maren Governor"])
def test_an_office_before_a_name_is_no_name(parsed: Parsed, office: str) -> None:
    found = named(parsed, f"The court heard on Monday that {office} Carla Voss had fired twice at the van.")
    assert "Carla Voss" in found
    assert office not in found


def test_a_city_is_no_part_of_a_name_that_ends_with_it(parsed: Parsed) -> None:
    found = named(parsed, "Emma London, a nurse, said on Monday that she was calm. Rain fell in London.")
    assert "Emma London" in found
    assert ("London", "part") not in found["Emma London"]


def test_two_people_of_one_surname_stay_apart(parsed: Parsed) -> None:
    found = named(parsed, "John Bergman met Mary Bergman in Oslo. Mary Bergman then left. John Bergman stayed.")
    assert {"John Bergman", "Mary Bergman"} <= set(found)


@pytest.mark.parametrize(
    ("text", "stays_apart"),
    [
        ("A clerk mocked Velia and Tansy Marlo. Velia and Tansy laughed. President Marlo did not.", True),
        ("A clerk mocked Grell and Tansy Marlo. Mr. Grell and Tansy Marlo laughed. President Marlo did not.", False),
        ("A clerk mocked the mayor and Tansy Marlo on Monday. President Marlo laughed.", False),
    ],
)
def test_a_child_is_not_the_head_of_state_of_her_surname(parsed: Parsed, text: str, stays_apart: bool) -> None:
    forms = [words for words, form in named(parsed, text).get("Tansy Marlo", []) if form == "part"]
    assert ("Marlo" not in forms) == stays_apart


def test_a_pronoun_between_two_people_is_left_alone(parsed: Parsed) -> None:
    found = named(parsed, "The letter from John Marsh to Peter Grant was long. Yesterday he wept.")
    assert not any(form == "pronoun" for forms in found.values() for _, form in forms)


def test_she_is_never_a_man(parsed: Parsed) -> None:
    found = named(parsed, "John Marsh spoke. She was calm.")
    assert found["John Marsh"] == [("John Marsh", "name")]


KINDS = [
    ("The White House declined to comment.", "White House", "organization"),
    ("The Kremlin rejected the offer.", "Kremlin", "organization"),
    ("Tokyo rejected the offer on Monday.", "Tokyo", "organization"),
    ("The storm reached Tokyo on Monday.", "Tokyo", "place"),
    ("President Michael Bergman spoke.", "Michael Bergman", "person"),
    ("Officials at the Justice Department met.", "Justice Department", "organization"),
]


@pytest.mark.parametrize(("text", "canonical", "kind"), KINDS)
def test_kinds(parsed: Parsed, text: str, canonical: str, kind: str) -> None:
    article, parse = parsed(text)
    entities, _ = find_names(article, parse, Tree(parse))
    assert (canonical, kind) in {(e.canonical, e.kind) for e in entities}


@pytest.mark.parametrize("text", ["It rained on Monday in March.", "Mr. Speaker, it is late.", "Easter is near."])
def test_what_is_no_name(parsed: Parsed, text: str) -> None:
    assert "Monday" not in named(parsed, text)
    assert "March" not in named(parsed, text)
    assert "Easter" not in named(parsed, text)


def test_the_same_article_gives_the_same_marks(parsed: Parsed) -> None:
    article, parse = parsed("Michael Bergman met 12 sailors in Oslo on Monday. He thanked them.")
    assert annotate(article, parse) == annotate(article, parse)


# What a recogniser can make of a sentence, as (words, label), and the names that are to come of it.
MENDED: list[tuple[str, list[tuple[str, str]], dict[str, str]]] = [
    (
        "Walls fell in the villages of Zanoveh and Kurmand on Monday.",
        [("Zanoveh and Kurmand", "ORG")],
        {"Zanoveh": "place", "Kurmand": "place"},
    ),
    (
        "Homes in the villages Kurmand and Zanoveh were hit on Monday.",
        [("Kurmand", "PERSON"), ("Zanoveh", "PERSON")],
        {"Kurmand": "place", "Zanoveh": "place"},
    ),
    (
        "Tents are ready, Vastia Governor Ines Quist told reporters.",
        [("Vastia Governor Ines Quist", "GPE")],
        {"Ines Quist": "person"},
    ),
    (
        "As the DRL Harbor Director has said, the plan is dead.",
        [("DRL Harbor", "ORG")],
        {"DRL": "organization"},
    ),
    (
        "The governor of Vastia, Ilse berg-Mann, told reporters.",
        [("Vastia", "GPE"), ("Ilse", "ORG")],
        {"Vastia": "place", "Ilse berg-Mann": "person"},
    ),
    (
        "The Delta Rescue League (DRL) met on Monday.",
        [("The Delta Rescue League (DRL", "ORG")],
        {"Delta Rescue League": "organization"},
    ),
    ("Officers of the KPD met on Monday.", [("KPD", "NORP")], {"KPD": "organization"}),
    (
        "Wladimir Klutschko won on Monday. Klutschko was calm.",
        [("Wladimir Klutschko", "PERSON"), ("Klutschko", "NORP")],
        {"Wladimir Klutschko": "person"},
    ),
    ("Of that deltaherald.com wrote on Monday.", [], {"deltaherald.com": "organization"}),
    ("Write to osk@deltaherald.com or see deltaherald.com/news soon.", [], {}),
    ("The WHO thinks so.", [("WHO", "ORG")], {"WHO": "organization"}),
    (
        "The QRSA Watch site said so. The QRSA was silent.",
        [("QRSA Watch", "PERSON"), ("QRSA", "ORG")],
        {"QRSA Watch": "person", "QRSA": "organization"},
    ),
]


@pytest.mark.parametrize(("text", "recognised", "kinds"), MENDED)
def test_what_the_recogniser_made_of_a_name_is_mended(
    parsed: Parsed, text: str, recognised: list[tuple[str, str]], kinds: dict[str, str]
) -> None:
    article, parse = parsed(text)
    spans, at = [], 0
    for words, label in recognised:
        at = article.text.index(words, at)
        spans.append(EntitySpan(at, at + len(words), label))
        at += len(words)
    parse = replace(parse, entities=tuple(spans))
    entities, _ = find_names(article, parse, Tree(parse))
    assert {e.canonical: e.kind for e in entities} == kinds
