"""How far a copy may be edited and still be seen: the examples' articles, changed by program."""

import random
import re

import build
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.present.examples import FOLDER
from crosswire.records import Copy
from crosswire.stories.copies import copies

SENTENCE = re.compile(r"(?<=[.!?][”\"’]) (?=[A-Z“\"])|(?<=[.!?]) (?=[A-Z“\"])")
SPELLINGS = [
    ("harbour", "harbor"),
    ("colour", "color"),
    ("centre", "center"),
    ("defence", "defense"),
    ("organis", "organiz"),
    ("kilometre", "kilometer"),
    ("programme", "program"),
    ("ise ", "ize "),
    ("lled", "led"),
]


def prose(text: str) -> str:
    """The text's paragraphs of running words, without its header lines."""
    return "\n".join(line for line in text.split("\n") if len(line.split()) > 12)


ARTICLES = [prose(path.read_text("utf-8")) for path in sorted(FOLDER.parent.glob("examples/*/*.txt"))]


def found(original: str, edited: str) -> Copy | None:
    pair = [build.article(original, "a.txt"), build.article(edited, "b.txt")]
    return next(iter(copies(pair, {})), None)


def substituted(text: str, percent: int, seed: int) -> str:
    """The text with so many of a hundred words replaced by words that stand nowhere else."""
    die, words = random.Random(seed), text.split(" ")
    for place in die.sample(range(len(words)), round(percent * len(words) / 100)):
        words[place] = f"zorv{die.randrange(1000)}"
    return " ".join(words)


@settings(max_examples=40)
@given(st.sampled_from(ARTICLES), st.integers(0, 15), st.integers(0, 10_000))
def test_up_to_fifteen_of_a_hundred_words_changed_is_a_near_copy(text: str, percent: int, seed: int) -> None:
    copy = found(text, substituted(text, percent, seed))
    assert copy is not None
    assert copy.kind == "near-copy"


@pytest.mark.parametrize(
    ("percent", "near", "seen"),
    [(10, (1.0, 1.0), (1.0, 1.0)), (20, (0.6, 0.95), (1.0, 1.0)), (30, (0.0, 0.1), (0.9, 1.0)), (60, (0, 0), (0, 0.2))],
)
def test_where_seeing_ends(percent: int, near: tuple[float, float], seen: tuple[float, float]) -> None:
    """Of a hundred words changed at random: at 20 most are still near copies, at 30 nearly all still share
    passages, at 60 hardly a run of equal words is left."""
    answers = [found(text, substituted(text, percent, seed)) for text in ARTICLES for seed in range(3)]
    kinds = [copy.kind if copy else None for copy in answers]
    assert near[0] <= kinds.count("near-copy") / len(kinds) <= near[1]
    assert seen[0] <= 1 - kinds.count(None) / len(kinds) <= seen[1]


@settings(max_examples=40)
@given(st.sampled_from(ARTICLES), st.randoms(use_true_random=False))
def test_sentences_in_another_order(text: str, die: random.Random) -> None:
    sentences = [sentence for line in text.split("\n") for sentence in SENTENCE.split(line)]
    die.shuffle(sentences)
    copy = found(text, " ".join(sentences))
    assert copy is not None
    assert copy.kind == "near-copy"


@settings(max_examples=40)
@given(st.sampled_from(ARTICLES), st.data())
def test_paragraphs_cut(text: str, data: st.DataObject) -> None:
    paragraphs = text.split("\n")
    kept = data.draw(st.sets(st.integers(0, len(paragraphs) - 1), min_size=(len(paragraphs) + 1) // 2))
    copy = found(text, "\n".join(paragraphs[i] for i in sorted(kept)))
    assert copy is not None
    assert copy.kind == "near-copy"


@pytest.mark.parametrize("text", ARTICLES)
def test_other_names_of_place_and_person(text: str) -> None:
    """Every capitalised word inside a sentence changed, the same way throughout."""
    edited = re.sub(r"(?<=[a-z,] )[A-Z]\w+", lambda match: "Q" + match[0][::-1].lower(), text)
    assert edited != text
    copy = found(text, edited)
    assert copy is not None
    assert copy.share > 0.3


@pytest.mark.parametrize("text", ARTICLES)
def test_american_and_british_spelling(text: str) -> None:
    edited = text
    for british, american in SPELLINGS:
        edited = edited.replace(british, american)
    copy = found(text, edited)
    assert copy is not None
    assert copy.share > 0.85


@pytest.mark.parametrize("text", ARTICLES)
def test_marks_and_case_do_not_hide_a_copy(text: str) -> None:
    """As wire copy in capitals, with straight marks, and as tokenised by a corpus."""
    straight = text.translate(str.maketrans("“”’–", '""\'-'))
    tokenised = re.sub(r"([.,;:!?])", r" \1", straight)
    for edited in (text.upper(), straight, tokenised):
        copy = found(text, edited)
        assert copy is not None
        assert copy.kind == "near-copy"


def test_reports_of_one_story_written_apart_are_no_copies_through_their_quotations() -> None:
    said = "“We shall not open the strait before the last diver has come up and told us what he has seen down there,”"
    more = (
        "“Nobody will be asked to pay for the crossing, and nobody will be asked why they did not want to wait for it,”"
    )
    one = f"Ida Holm spoke at noon. {said} she said. {more} she added.\nShips lay waiting off the point."
    two = f"{said} Ms Holm told reporters on the quay. Asked about fares, {more} was her answer.\nIt rained."
    assert found(one, two) is None
