"""Input as bad as it comes: from bytes to claims and through the command line, no crash, no endless time,
and a result that makes sense."""

import json
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from click.testing import CliRunner

from crosswire import annotate, claims, read
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.present.cli import crosswire
from crosswire.records import Article, Capture
from crosswire.settings import Settings

pytestmark = pytest.mark.models


Read = Callable[[str], Any]  # the fixture of tests/conftest.py

QUOTED = [
    ('“The wall gave way," Ruth Okoro said.', "mismatched marks"),
    ('"The wall gave way,” Ruth Okoro said.', "mismatched the other way"),
    ("«The wall gave way», Ruth Okoro said.", "guillemets"),
    ("„The wall gave way“, Ruth Okoro said.", "low and high marks"),
    ("「The wall gave way」, Ruth Okoro said.", "corner brackets"),
    ("『The wall gave way』, Ruth Okoro said.", "double corner brackets"),
    ("»The wall gave way«, Ruth Okoro said.", "guillemets turned inward"),
    ("``The wall gave way,'' Ruth Okoro said.", "marks of typewriters"),
    ("‘The wall gave way,’ Ruth Okoro said.", "single marks"),
    ("Ruth Okoro said: “The wall gave way.", "a mark that nothing closes"),
]


@pytest.mark.parametrize(("text", "shape"), QUOTED, ids=[shape for _, shape in QUOTED])
def test_marks_of_every_script_lead_to_the_speaker(text: str, shape: str, reading: Read) -> None:
    found = reading(f"{text}\n\nThe town of Orsk was flooded on Monday and the road is closed.")
    assert found.by("The wall gave way") == ["Ruth Okoro"], shape
    assert found.by("The town of Orsk was flooded") == []


TRANSCRIPT = """SMITH: Thank you for coming to the quay today.

REPORTER: How many people were on the ferry?

SMITH: There were 214 people on the ferry when it sank.

Q: Was the captain warned?

A: The captain was warned twice by radio.

MAYOR STONE: The harbour will stay closed until Friday."""


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("There were 214 people on the ferry", ["SMITH"]),
        ("The harbour will stay closed", ["STONE"]),
        ("The captain was warned twice", []),  # who answers is not said
    ],
)
def test_a_turn_of_a_transcript_is_its_speakers(words: str, by: list[str], reading: Read) -> None:
    assert [name.upper().split()[-1] for name in reading(TRANSCRIPT).by(words)] == by


CAPS = (
    "ORSK, MARCH 3 - A FERRY SANK OFF ORSK ON MONDAY, KILLING NINE PEOPLE, POLICE SAID.\n\n"
    "MAYOR ELLA STONE SAID THE HARBOUR WOULD STAY CLOSED UNTIL FRIDAY."
)


def test_wire_copy_in_capitals_has_sane_names(reading: Read) -> None:
    found = reading(CAPS)
    assert found.claims
    names = [entity.canonical for entity in found.annotations.entities if entity.kind == "person"]
    assert all(len(name.split()) <= 4 for name in names)
    assert any(claim.said_by and "STONE" in claim.said_by[0].name.upper() for claim in found.claims)


def test_a_list_gives_a_claim_a_line(reading: Read) -> None:
    found = reading(
        "What we know so far:\n\n- Nine people died in the fire.\n- The fire started in the kitchen.\n"
        "* Police said two men were arrested.\n• The hotel had no alarm.\n"
    )
    for words in ("Nine people died", "The fire started", "two men were arrested", "The hotel had no alarm"):
        assert sum(words in claim.text for claim in found.claims) == 1
        assert not any("\n" in claim.text for claim in found.claims)


@pytest.mark.parametrize("text", ["Nine people died in a fire in Orsk on Monday.", "Nine dead in Orsk, police say"])
def test_one_line_is_an_article(text: str, reading: Read) -> None:
    assert any("ine " in claim.text for claim in reading(text).claims)


SENTENCE = "the river rose and the ferry turned back and the mayor left the town and "
SHAPES = {
    "5,000 words without a full stop": SENTENCE * 333,
    "300 opening marks": "“The water came at night. " * 300,
    "300 opening single marks": "‘the water came at night " * 300,
    "quotations six deep": "“A ‘said “B ‘said “C ‘said it rained’ today” here’ now” then’ again,” Ruth Okoro said.",
    "nothing but marks between words": 'Rain " fell " on " the " town " and " the " road " is " closed.',
    "a line of 20,000 letters": "The town flooded. " + "a" * 20_000 + " and then the road was closed by police.",
    "brackets that never close": "The mayor (" * 400 + "left the town on Monday.",
    "a thousand commas": "Rain" + "," * 1000 + " fell on the town of Orsk on Monday.",
    "said said said": "Police said " * 300 + "the road was closed.",
    "control characters": "The road was\x07 closed\u2028 on Monday\ufeff by the police of Orsk.",
    "emoji and joined letters": "The road 🚧 was closed 👩‍🚒 on Monday, Ruth Okoro 🙂 said. The town was flooded.",
}


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_nothing_crashes(shape: str, reading: Read) -> None:
    found = reading(f"The ferry sank off Orsk on Monday.\n\n{SHAPES[shape]}\n\nPolice closed the harbour on Tuesday.")
    assert any("ferry sank" in claim.text for claim in found.claims)
    assert found.by("Police closed the harbour") == []


def test_marks_left_open_swallow_no_later_paragraph(reading: Read) -> None:
    """Quotations that nothing closes stay in their own paragraphs."""
    text = "\n\n".join(["“The water came at night, Ruth Okoro said."] * 60 + ["The road was closed on Monday."])
    assert reading(text).by("The road was closed") == []


def test_the_command_line_compares_bad_input(tmp_path: Path) -> None:
    texts = {**SHAPES, "capitals": CAPS, "transcript": TRANSCRIPT, "empty": "", "blank": " \n\n "}
    for number, shape in enumerate(
        ("quotations six deep", "control characters", "capitals", "transcript", "empty", "blank")
    ):
        (tmp_path / f"{number}.txt").write_text(texts[shape], encoding="utf-8")
    (tmp_path / "bytes.txt").write_bytes(bytes(range(256)) * 4)
    target = tmp_path / "dossier.json"
    result = CliRunner().invoke(crosswire, ["compare", str(tmp_path), "-o", str(target)])
    assert result.exit_code == 0, result.output
    document = json.loads(target.read_text("utf-8"))
    assert len(document["articles"]) + len(document["unreadable"]) == 7
    assert CliRunner().invoke(crosswire, ["verify", str(target)]).exit_code == 0


PARAGRAPHS = (
    "“The water took 40 houses in one night,” Ruth Okoro said. “Nobody had looked at the dam for years.”",
    "Police said 12 people were missing, but Karl Brandt told Reuters that the number was about 20. He left on Friday.",
    "Kyodo reported, citing two officials, that the dam had been sold for $3 million in March 2019.",
    "The river rose by 90 centimetres on Tuesday and the company closed its plant in Maren.",
)


def test_marking_grows_close_to_linear() -> None:
    """Four times the words may take eight times as long, where sixteen would be quadratic; measured
    on 5,000, 10,000 and 20,000 words: 1.2, 2.1 and 4.3 seconds beside the parser's 2, 4 and 7."""
    parser = SpacyParser()

    def seconds(times: int) -> float:
        text = "\n\n".join(PARAGRAPHS * times)
        article = read.read(Capture("report.txt", text.encode(), "text/plain"), Settings())
        assert isinstance(article, Article)
        parse = parser.parse(article)
        start = process_time()
        claims.extract(article, annotate.annotate(article, parse))
        return process_time() - start

    seconds(5)  # tables are read once
    assert seconds(80) < 8 * max(0.1, seconds(20))
