"""One fact changed at a time: what the whole comparison makes of it, on an invented story and on a sample of news."""

import pytest

import corpora
import meantime
import perturb
from crosswire import pipeline
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.ports import Reader
from crosswire.settings import Settings
from perturb_edits import Edit, number_edits, time_edits, unit_edits

pytestmark = pytest.mark.models

SENTENCES = (
    "Karle Motors to close Vellin plant",
    "Karle Motors said on Monday that it would close its plant in Vellin and cut 1,240 jobs.",
    "The plant, which opened on March 3, 1998, made 61,500 vans last year.",
    "Karle Motors paid $7.4 billion for the maker of the vans, Ostrand Works.",
    "The plant stands 12 miles from the port of Sall.",
    "Ines Dorn, the chief executive of Karle Motors, said the company had no other choice.",
    "The union did not accept the plan and called its members to the gates.",
)


def marked(words: str, kind: str, value: str = "") -> tuple[int, meantime.Span]:
    for n, text in enumerate(SENTENCES[1:], start=1):
        if words in text:
            return n, meantime.Span(text.index(words), text.index(words) + len(words), kind, value)
    raise AssertionError(words)


MARKS = (
    marked("Monday", "DATE", "2025-06-09"),
    marked("1,240", "QUANTITY"),
    marked("March 3, 1998", "DATE", "1998-03-03"),
    marked("61,500", "QUANTITY"),
    marked("$7.4 billion", "MONEY"),
)
STORY = meantime.Story(
    "karle", "2025-06-11", SENTENCES, tuple(tuple(s for m, s in MARKS if m == n) for n in range(len(SENTENCES)))
)


@pytest.fixture(scope="module")
def engines() -> tuple[SpacyParser, Reader]:
    return SpacyParser(), pipeline.default_reader(Settings())


def edits(n: int, kind: str) -> list[str]:
    text, spans = STORY.sentences[n], STORY.spans[n]
    found: list[Edit] = list(unit_edits(n, text))
    for span in spans:
        found += number_edits(n, text, span)
        found += time_edits(n, text, span, STORY.day)
    return [text[: e.start] + e.new + text[e.end :] for e in found if e.kind == kind]


@pytest.mark.parametrize(
    ("n", "kind", "words"),
    [
        (1, "another number", "cut 1,740 jobs"),
        (1, "digits swapped", "cut 2,140 jobs"),
        (1, "rounded", "cut about 1,200 jobs"),
        (1, "another weekday", "on Saturday that"),
        (1, "weekday or date", "on June 9 that"),
        (2, "another date", "on March 7, 1998"),
        (2, "date otherwise", "on 3 March 1998"),
        (3, "another scale", "paid $7.4 million"),
        (3, "another currency", "paid €7.4 billion"),
        (3, "unit converted", "paid $7,400 million"),
        (4, "unit converted", "stands 19 kilometers from"),
        (4, "another unit", "stands 12 kilometers from"),
    ],
)
def test_changes(n: int, kind: str, words: str) -> None:
    assert any(words in text for text in edits(n, kind)), edits(n, kind)


def test_the_places_of_a_change_are_its_words(engines: tuple[SpacyParser, Reader]) -> None:
    chosen = [e for e in perturb.candidates(STORY, engines[0]) if e.kind in ("another number", "weekday or date")]
    for edit in chosen:
        (trial,) = (pair := perturb.make_pair(STORY, [edit])).trials
        (left,), (right,) = trial.places
        assert pair.left.text[slice(*left)] == STORY.sentences[edit.sentence][edit.start : edit.end]
        assert pair.right.text[slice(*right)] == edit.new
    assert len(chosen) >= 3


def test_an_invented_story(engines: tuple[SpacyParser, Reader]) -> None:
    found = perturb.run([STORY], *engines, 4).outcomes
    assert {o.trial.edit.clash for o in found} == {True, False}
    # Known to be missed: reported words that go to another company, and the day on which something was said.
    assert {o.trial.edit.kind for o in found if not o.right} <= {"another speaker (reported)", "another weekday"}


@pytest.mark.corpora
def test_a_sample_of_news(engines: tuple[SpacyParser, Reader]) -> None:
    """The floor of the mean of both shares; the whole measure stands in docs/quality.md."""
    stories = perturb.halves()["even"][:10]
    if not stories:
        pytest.skip(f"no MEANTIME at {corpora.folder()}: set CROSSWIRE_CORPORA")
    assert perturb.balanced(perturb.run(stories, *engines, 1).outcomes) >= 0.88
