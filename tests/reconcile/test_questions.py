"""Questions as a newsroom asks them."""

import re
from collections.abc import Callable

import pytest

from crosswire.reconcile.inflection import participle, past, plural
from crosswire.reconcile.phrases import tidy
from crosswire.reconcile.questions import described
from crosswire.records import Point, PointKind

ASKED: tuple[tuple[PointKind, str, str], ...] = (
    ("count", "Fourteen people were injured in the fire at the mill.", "How many people were injured?"),
    ("count", "The blaze killed 12 miners.", "How many miners did the blaze kill?"),
    ("count", "Divers recovered seven anchors from the wreck.", "How many anchors did divers recover from the wreck?"),
    ("count", "Some 300 farmers marched through Ordell.", "How many farmers marched through Ordell?"),
    ("duration", "The meeting lasted 40 minutes.", "How long did the meeting last?"),
    ("duration", "Repairs will take two weeks.", "How long will repairs take?"),
    ("money", "The council paid $3 million for the bridge.", "How much money did the council pay for the bridge?"),
    ("quantity", "Marta Quill, 48, drove the bus.", "How old was Marta Quill?"),
    ("date", "The frigate Osprey replaced the Kestrel on Monday.", "When did the frigate Osprey replace the Kestrel?"),
    ("date", "The bodies were found on Tuesday.", "When were the bodies found?"),
    ("date", "The minister will visit Port Arden on Friday.", "When will the minister visit Port Arden?"),
    ("place", "The attack happened in Lower Vellin.", "Where did the attack happen?"),
    ("actor", "A neighbour found the bodies.", "Who found the bodies?"),
    ("actor", "The bodies were found by a neighbour.", "Who found the bodies?"),
    ("actor", "A storm broke the windows.", "What broke the windows?"),
    ("event", "Kelda did not sign the treaty.", "Did Kelda sign the treaty?"),
    ("event", "The mill was destroyed by fire.", "Was the mill destroyed by fire?"),
    ("event", "The court has banned the company.", "Did the court ban the company?"),
    ("event", "There was a shortage of bandages.", "Was there a shortage of bandages?"),
)


@pytest.mark.models
@pytest.mark.parametrize(("kind", "sentence", "question"), ASKED)
def test_the_question_fits_the_sentence(
    judged: Callable[..., Point], kind: PointKind, sentence: str, question: str
) -> None:
    assert judged(kind, sentence).question == question


DONE_TO = (
    ("A ferry struck the freighter.", "What did a ferry strike?"),
    ("Ines Dorn met Pavel Quist.", "Who did Ines Dorn meet?"),
    ("Police arrested a baker in Vellin.", "Who did police arrest in Vellin?"),
    ("A baker was arrested in Vellin.", "Who was arrested in Vellin?"),
)


@pytest.mark.models
@pytest.mark.parametrize(("sentence", "question"), DONE_TO)
def test_what_it_was_done_to_is_asked(judged: Callable[..., Point], sentence: str, question: str) -> None:
    assert judged("actor", sentence, role="patient").question == question


@pytest.mark.models
def test_speech_is_asked_of_its_topic(judged: Callable[..., Point]) -> None:
    point = judged("event", '"The report is a fine piece of work," Ines Dorn said.')
    assert point.question == "What did Ines Dorn say about the report?"


@pytest.mark.models
def test_the_best_of_several_claims_asks(judged: Callable[..., Point]) -> None:
    rows = ("It sank.", "Early on Monday, in heavy seas, it sank.", "A storm sank the trawler.")
    assert judged("event", *rows).question == "Did a storm sink the trawler?"


@pytest.mark.models
@pytest.mark.parametrize("sentence", ["Quite so.", "And then, of course, some.", "He did.", "“Never again!”"])
def test_every_question_is_whole_whatever_the_sentence(judged: Callable[..., Point], sentence: str) -> None:
    try:
        question = judged("event", sentence).question
    except AssertionError:
        pytest.skip("no claim in it")
    assert re.fullmatch(r"[A-Z“].*[^…]\?", question)


FORMS = (
    ("find", "found", "found"),
    ("take", "took", "taken"),
    ("rob", "robbed", "robbed"),
    ("carry", "carried", "carried"),
    ("stay", "stayed", "stayed"),
    ("panic", "panicked", "panicked"),
    ("admit", "admitted", "admitted"),
    ("open", "opened", "opened"),
    ("agree", "agreed", "agreed"),
    ("help", "helped", "helped"),
)


@pytest.mark.parametrize(("lemma", "simple", "perfect"), FORMS)
def test_verbs_are_inflected(lemma: str, simple: str, perfect: str) -> None:
    assert (past(lemma), participle(lemma)) == (simple, perfect)


@pytest.mark.parametrize(
    ("noun", "many"),
    [("person", "people"), ("bus", "buses"), ("city", "cities"), ("day", "days"), ("life sentence", "life sentences")]
    + [("fisherman", "fishermen"), ("branch", "branches"), ("aircraft", "aircraft")],
)
def test_nouns_are_inflected(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a crowd of 20, 000", "a crowd of 20,000"),
        ("a 6. 1 - magnitude quake", "a 6.1-magnitude quake"),
        ("Dorn ' s office", "Dorn's office"),
        ("Ri Son - ho", "Ri Son-ho"),
        ("the\n  harbour,", "the harbour"),
        (r"the\nharbour", "the harbour"),
    ],
)
def test_tokenised_text_is_tidied(raw: str, clean: str) -> None:
    assert tidy(raw) == clean


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("A spokesman for the port", "a spokesman for the port"),
        ("senior official", "a senior official"),
        ("aide", "an aide"),
        ("two officials", "two officials"),
        ("residents", "residents"),
        ("Ines Dorn", "Ines Dorn"),
    ],
)
def test_sources_stand_in_mid_sentence(name: str, shown: str) -> None:
    assert described(name) == shown
