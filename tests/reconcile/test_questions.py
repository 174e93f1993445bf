"""Questions as a newsroom asks them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from crosswire.reconcile.asking import where
from crosswire.reconcile.inflection import gerund, participle, past, plural, third, verb
from crosswire.reconcile.phrases import Phrases, tidy
from crosswire.reconcile.questions import Asker
from crosswire.reconcile.readable import broken, described, misleads
from crosswire.records import Annotations, Argument, Article, Claim, Filler, Point, PointKind, Slot

ASKED = [line.split("\t") for line in (Path(__file__).parent / "asked.tsv").read_text("utf-8").splitlines()]
"""Kind, the role of what is asked for, a sentence, its question."""


@pytest.mark.models
@pytest.mark.parametrize(("kind", "role", "sentence", "question"), ASKED)
def test_the_question_fits_the_sentence(
    judged: Callable[..., Point], kind: PointKind, role: str, sentence: str, question: str
) -> None:
    assert judged(kind, sentence, role=role).question == question


ASKED_OF = (
    ("boo", "Holm booed by students over fees", "Was Holm booed by students over fees?"),
    ("resign", "Dorn called for the governor to resign.", "Should the governor resign?"),
    ("sell", "The charter allows the council to sell the mill.", "Can the council sell the mill?"),
    ("lift", "They will wait until the court lifts the ban.", "Will the court lift the ban?"),
    ("lift", "They left when the court lifted the ban.", "Did the court lift the ban?"),
    ("reopen", "The union spoke of Holm's plan to reopen the mill next week.", "Did Holm plan to reopen the mill?"),
    ("storm", "Protesters overtook the guards and stormed the hall.", "Did protesters storm the hall?"),
    ("ban", "A bill to ban the sale of fireworks failed.", "Is a bill meant to ban the sale of fireworks?"),
    ("rely", "A plan for the farmers that relies on luck failed.", "Does a plan for the farmers rely on luck?"),
    ("block", "Trucks that block the road were towed.", "Do trucks block the road?"),
    (
        "cause",
        "Holm’s decision to visit Ordell to deliver the speech two weeks before the local elections has caused a rift.",
        "Did Holm’s decision to visit Ordell cause a rift?",
    ),
    ("repeal", "The union demanded that Parliament repeal the tax.", "Should Parliament repeal the tax?"),
    ("wear", "Doctors recommend that nurses wear gloves.", "Should nurses wear gloves?"),
    ("wear", "Doctors know that nurses wear gloves.", "Do nurses wear gloves?"),
    ("quit", "The mayor spoke after two aides quit.", "Did two aides quit?"),
    (
        "find",
        "The auditors found nothing improper in the books.",
        "Did the auditors find anything improper in the books?",
    ),
    (
        "sign",
        "The latest letter signed by Harbour nurses was read aloud.",
        "Was the latest letter signed by Harbour nurses?",
    ),
    ("anger", "It is unclear what angered the crew.", "What angered the crew?"),
    ("open", "Holm opened the door to leaving the council.", "Did Holm open the door to leaving the council?"),
    (
        "kill",
        "Mayor Ines Dorn called for calm on Monday after a guard in Ordell shot and killed a miner.",
        "Was a miner killed?",
    ),
    ("see", "Ines Dorn was there. She's seen the shortage of nurses.", "Did Ines Dorn see the shortage of nurses?"),
    (
        "train",
        "The inspector said the guards were insufficiently trained for the climb.",
        "Were the guards insufficiently trained for the climb?",
    ),
    ("claim", "Holm falsely claimed a pension.", "Did Holm falsely claim a pension?"),
    (
        "fall",
        "Prices of grain fell to the lowest level since 2014.",
        "Did prices of grain fall to the lowest level since 2014?",
    ),
    ("be", "The number of strikes is a burden.", "Is the number of strikes a burden?"),
    ("obstruct", "Holm sought to obstruct the inquiry.", "Did Holm seek to obstruct the inquiry?"),
    # A condition asks what there is beyond it; a condition told by its order is no duty.
    ("close", "The guards will leave if the mill closes.", "What if the mill closes?"),
    ("win", "Orr would resign if the union won the vote.", "What if the union won the vote?"),
    ("win", "They spoke of what would follow should Holm win the vote.", "What if Holm wins the vote?"),
    ("sign", "Reporters asked if Holm signed the letter.", "Did Holm sign the letter?"),
    # "Would" is a "will" only where somebody foretells it.
    ("sell", "Holm said that she would sell the mill.", "Will Holm sell the mill?"),
    ("trust", "“I would not trust the board,” Holm said.", "Would Holm trust the board?"),
    ("quit", "Aides met to see if Holm would quit the race.", "Would Holm quit the race?"),
    # What one went on to do is done; what was meant, or what one was planning, may not be.
    ("win", "Holm said no and went on to win the vote against Orr.", "Did Holm go on to win the vote against Orr?"),
    ("disrupt", "The guards stopped work intended to disrupt the vote.", "Was work intended to disrupt the vote?"),
    ("marry", "Holm was planning to marry a miner in May.", "Was Holm planning to marry a miner in May?"),
    # A verb shares the next one's object; a word of place belongs to it.
    ("arrest", "Police arrested and charged two miners.", "Did police arrest two miners?"),
    ("close", "Holm fled as the guards closed in.", "Did the guards close in?"),
    # A bare verb asks when, where that is told.
    ("begin", "The strike began weeks after the vote.", "When did the strike begin?"),
    # An embedded question is asked outright.
    ("unfold", "Holm asked how the vote would unfold.", "How would the vote unfold?"),
    # What somebody is blamed for is asked with who blames him.
    (
        "criticize",
        "Miners have criticized Holm for purportedly enabling the strike.",
        "Did miners criticize Holm for purportedly enabling the strike?",
    ),
    ("sell", "Holm said the crew left the pier and sold the mill.", "Did the crew sell the mill?"),
    # A participle tells of the noun before it, be it in quotation marks.
    (
        "plan",
        "Miners are also signing up to join in a “Harbor Rest Day” planned for Friday at the mill.",
        "Was a Harbor Rest Day planned at the mill?",
    ),
    ("be", "There is likely no reason for a strike.", "Is there any reason for a strike?"),
    ("show", "Crowds came in the rain to show support for the mill.", "Was the aim to show support for the mill?"),
)
"""The predicate of a sentence's claim, the sentence, the question of a point that has this claim alone."""


@pytest.mark.models
@pytest.mark.parametrize(("predicate", "sentence", "question"), ASKED_OF)
def test_the_question_fits_one_claim_of_a_sentence(
    read_text: Callable[[str], tuple[Article, Annotations, tuple[Claim, ...]]],
    predicate: str,
    sentence: str,
    question: str,
) -> None:
    article, annotations, claims = read_text(sentence)
    claim = next(claim for claim in claims if claim.predicate == predicate)
    slot = Slot("occ-1", "event", "", (Filler(claim, None),), ())
    assert Asker({article.id: annotations}, ()).question(slot) == question


@pytest.mark.models
def test_speech_is_asked_of_its_topic(judged: Callable[..., Point]) -> None:
    point = judged("event", '"The report is a fine piece of work," Ines Dorn said.')
    assert point.question == "What did Ines Dorn say about the report?"


@pytest.mark.models
def test_what_no_clause_asks_is_asked_of_its_topic(judged: Callable[..., Point]) -> None:
    assert judged("event", "It was the mill.").question == "What is reported of the mill?"
    assert judged("event", "Because they left early.").question == "What is reported of “Because they left early”?"


@pytest.mark.models
def test_a_speaker_is_asked_whether_he_said_the_words(judged: Callable[..., Point]) -> None:
    point = judged("event", '"We are hopeful," Ines Dorn said.', '"We are hopeful," said Ines Dorn.')
    assert point.question == "Did Ines Dorn say “We are hopeful”?"


GAPPED = (
    ("quantity", "The victory took Ardel's record to 12-3.", "What score or record is given in “"),
    ("count", "Nine defeats in a row for Ordell.", "What number is given in “"),
)
"""A kind, a sentence of which no clause asks for its figure or place, how the question of its words with a gap
begins."""


@pytest.mark.models
@pytest.mark.parametrize(("kind", "sentence", "begins"), GAPPED)
def test_what_no_clause_asks_for_is_a_gap_in_the_words(
    judged: Callable[..., Point], kind: PointKind, sentence: str, begins: str
) -> None:
    question = judged(kind, sentence).question
    assert question.startswith(begins)
    assert "[?]" in question


WHERE = (
    ("Ordell", "The guard shot a man from an Ordell rooftop.", "Where is the rooftop"),
    ("Ordell", "A young congressman from Ordell spoke.", "Where was the young congressman from"),
    ("Ordell", "The speech at a hall in Ordell was long.", None),
    ("Ordell", "A miner was charged in the killing of two guards at a hotel in Ordell.", "Where is the hotel"),
    ("Ordell", "Holm spoke on the anniversary of the raids on Ordell.", None),
    ("Ordell", "Holm was shot in a raid on a club in Ordell.", "Where was Holm shot"),
)
"""A place, a sentence that has it, the best question of it."""


@pytest.mark.models
@pytest.mark.parametrize(("place", "sentence", "question"), WHERE)
def test_a_place_is_asked_of_what_stands_or_happened_there(
    read_text: Callable[[str], tuple[Article, Annotations, tuple[Claim, ...]]],
    place: str,
    sentence: str,
    question: str | None,
) -> None:
    _, annotations, claims = read_text(sentence)
    claim = next(c for c in claims if place in c.text)
    start = sentence.index(place)
    argument = Argument("place", start, start + len(place), place, place, None, None)
    asked = [(cost, text) for text, cost in where(claim, argument, Phrases(annotations, {}))]
    assert (min(asked)[1] if asked else None) == question


MISLEADING = (
    ("The bill allows families of the drowned to sue the port.", "Does the bill allow families of the drowned", True),
    ("The bill allows families of the drowned to sue.", "Does the bill allow families of the drowned to sue", False),
    ("The law prevents banks with ties to the mill from lending.", "Does the law prevent banks", True),
    ("The law allows abortion.", "Does the law allow abortion", False),
    ("Quist died a day after the fire.", "Did Quist die a day", True),
    ("The talks last a day.", "Do the talks last a day", False),
    ("Quist became the latest mayor to resign.", "Did Quist become the latest mayor", True),
    ("Quist was hired to direct the second film.", "Was Quist hired to direct the second film", False),
    ("Prices fell in a fresh sign of calm.", "Did prices fall in a fresh sign", True),
    ("The council made thrift a virtue.", "Did the council make thrift", False),
    ("The council made strict thrift a virtue.", "Did the council make strict thrift", True),
)
"""A sentence, a question of it, whether it lost what its words need."""


@pytest.mark.parametrize(("sentence", "question", "lost"), MISLEADING)
def test_a_question_that_lost_what_it_needs_misleads(sentence: str, question: str, lost: bool) -> None:
    assert misleads(question, sentence) is lost


@pytest.mark.models
def test_a_gap_stands_in_a_whole_phrase(judged: Callable[..., Point]) -> None:
    sentence = (
        "The mill that the two sisters from the old harbour town of Ordell sold last year to a bank was, with a debt of"
        " which nobody knew, the largest in the valley."
    )
    asked = judged("count", sentence).question
    assert asked == "What number is given in “the [?] sisters from the old harbour town of Ordell”?"


@pytest.mark.models
def test_a_question_never_counts_what_nobody_owns(judged: Callable[..., Point]) -> None:
    for sentence in ("Holm averaged 15 points and nine rebounds.", "Nine defeats in a row for Ordell."):
        assert not judged("count", sentence).question.endswith("are reported?")


QUOTED = (
    ("“We are hopeful,” Ines Dorn said.", "Who said “We are hopeful”?"),
    (
        "“We should look for ways to save the mill,” Ines Dorn said.",
        "Who said “We should look for ways to save the mill”?",
    ),
    (
        "“I do not even want to contemplate what comes next,” Ines Dorn said.",
        "Who said “I do not even want to contemplate what comes next”?",
    ),
    ("Ines Dorn called the plan “a gift to the owners.”", "Whose words are “a gift to the owners”?"),
    ("Ines Dorn called for Pavel Holm to withdraw from the race.", "Who wanted Pavel Holm to withdraw from the race?"),
)
"""A quotation, and the question of whose it is: who said a whole clause, whose words a part of one are."""


@pytest.mark.models
@pytest.mark.parametrize(("sentence", "question"), QUOTED)
def test_only_a_whole_clause_is_said(
    read_text: Callable[[str], tuple[Article, Annotations, tuple[Claim, ...]]], sentence: str, question: str
) -> None:
    article, annotations, claims = read_text(sentence)
    asker = Asker({article.id: annotations}, ())
    asked = {
        asker.question(Slot("occ-1", "speaker", "", (Filler(c, c.arguments[0]),), ())) for c in claims if c.said_by
    }
    assert question in asked


TOLD_ALIKE = (
    (
        "move",
        ("Moving him into tenth place at last.", "Moving him into tenth place on Monday."),
        "Is it reported: “Moving",
    ),
    ("say", ("Ines Dorn, the mayor of Ordell, said.", "Mayor Ines Dorn said."), "How is Ines Dorn introduced?"),
    ("tell", ("Ines Dorn told Quist.", "Ines Dorn told Quist on the pier."), "What did Ines Dorn tell Quist?"),
)
"""A predicate, two reports' sentences with it, how the question of both begins."""


@pytest.mark.models
@pytest.mark.parametrize(("predicate", "sentences", "begins"), TOLD_ALIKE)
def test_what_two_reports_tell_in_the_same_words_is_quoted(
    read_text: Callable[[str], tuple[Article, Annotations, tuple[Claim, ...]]],
    predicate: str,
    sentences: tuple[str, ...],
    begins: str,
) -> None:
    read = [read_text(sentence) for sentence in sentences]
    fillers = tuple(Filler(next(c for c in claims if c.predicate == predicate), None) for *_, claims in read)
    asker = Asker({article.id: annotations for article, annotations, _ in read}, ())
    assert asker.question(Slot("occ-1", "event", "", fillers, ())).startswith(begins)


@pytest.mark.models
def test_what_most_reports_tell_as_done_is_asked_as_done(judged: Callable[..., Point]) -> None:
    rows = (
        "The council will close the mill on Monday.",
        "The council closed the mill.",
        "The council closed the mill.",
    )
    assert judged("event", *rows).question == "Did the council close the mill?"


GARBLED = (
    "Did Dorn fire Dorn",
    "Did either Dorn nor Holm speak to the press",
    "Was a three and-out and Ordell driving",
    "How old was American",
    "Was coach Holm looked frustrated",
    "Did 00 minutes remain",
    "When was the week ended",
    "Did 051 yards pass",
    "How long was the line but a pass to Dorn",
)


@pytest.mark.parametrize("question", GARBLED)
def test_garbled_questions_are_not_asked(question: str) -> None:
    assert broken(question)


@pytest.mark.parametrize(
    "question", ["Did Dorn fire Holm", "Did 1,051 jobs go", "Was Holm looked after by Dorn", "How old was Ann Dorn"]
)
def test_whole_questions_are_asked(question: str) -> None:
    assert not broken(question)


@pytest.mark.models
def test_the_best_of_several_claims_asks(judged: Callable[..., Point]) -> None:
    rows = ("It sank.", "Early on Monday, in heavy seas, it sank.", "A storm sank the trawler.")
    assert judged("event", *rows).question == "Did a storm sink the trawler?"


@pytest.mark.models
def test_words_are_put_into_a_mouth_only_where_they_are_whole_and_own(judged: Callable[..., Point]) -> None:
    rows = (
        '"We do not have the money we need to go on," Ines Dorn said.',
        '"We must make sure it does not happen again," Ines Dorn said.',
    )
    for row in rows:
        question = judged("event", row).question
        assert "say “the money" not in question
        assert "say “it does not" not in question


@pytest.mark.models
def test_a_headline_is_asked_as_the_reports_sentences_write_it(
    read_text: Callable[[str], tuple[Article, Annotations, tuple[Claim, ...]]],
) -> None:
    article, annotations, claims = read_text(
        "Ines Dorn spoke of an exploratory committee on Monday. Ines Dorn launches exploratory committee"
    )
    claim = next(claim for claim in claims if claim.predicate == "launch")
    slot = Slot("occ-1", "event", "", (Filler(claim, None),), ())
    assert Asker({article.id: annotations}, ()).question(slot) == "Did Ines Dorn launch an exploratory committee?"


SHARED = (
    (
        "event",
        (
            "The union met Holm for talks in a hotel near Ordell.",
            "Holm and the union held talks.",
            "The union met Holm.",
        ),
        "Did Holm and the union hold talks?",
    ),
    (
        "event",
        ("Dorn bakes bread for his son.", "Dorn has a son and a daughter.", "Dorn has a daughter."),
        "Does Dorn have a son and a daughter?",
    ),
    (
        "event",
        ("The guards left before the vote began.", "The guards left the hall early.", "Guards left."),
        "Did the guards leave?",
    ),
)
"""A kind, what several reports tell, and the question: of what they share, not of what one alone has."""


@pytest.mark.models
@pytest.mark.parametrize(("kind", "rows", "question"), SHARED)
def test_what_several_reports_share_is_asked(
    judged: Callable[..., Point], kind: PointKind, rows: tuple[str, ...], question: str
) -> None:
    assert judged(kind, *rows).question == question


@pytest.mark.models
@pytest.mark.parametrize("sentence", ["Quite so.", "And then, of course, some.", "He did.", "“Never again!”"])
def test_every_question_is_whole_whatever_the_sentence(judged: Callable[..., Point], sentence: str) -> None:
    try:
        question = judged("event", sentence).question
    except AssertionError:
        pytest.skip("no claim in it")
    assert re.fullmatch(r"[A-Z].*[^…]\?", question)


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
    ("lemma", "present", "lasting"),
    [
        ("carry", "carries", "carrying"),
        ("lie", "lies", "lying"),
        ("rob", "robs", "robbing"),
        ("fix", "fixes", "fixing"),
    ],
)
def test_verbs_are_inflected_for_the_present(lemma: str, present: str, lasting: str) -> None:
    assert (third(lemma), gerund(lemma)) == (present, lasting)


@pytest.mark.parametrize(
    ("form", "taken_for", "lemma"),
    [
        ("robbed", "rob", "rob"),
        ("rode", "rid", "ride"),
        ("riding", "rid", "ride"),
        ("fined", "fin", "fine"),
        ("travelled", "travel", "travel"),
        ("'m", "’m", "be"),
        ("hostage", "hostage", None),
        ("xylophones", "xylo", None),
        ("overtook", "overtook", "overtake"),
        ("found", "found", "found"),
        ("deadlocked", "deadlocke", "deadlock"),
        ("Reaches", "reaches", "reach"),
    ],
)
def test_a_verb_that_was_taken_for_another_is_looked_up(form: str, taken_for: str, lemma: str | None) -> None:
    assert verb(form, taken_for) == lemma


@pytest.mark.parametrize(
    ("noun", "many"),
    [("person", "people"), ("bus", "buses"), ("city", "cities"), ("day", "days"), ("life sentence", "life sentences")]
    + [("congressman", "congressmen"), ("human", "humans"), ("democrats", "democrats"), ("lens", "lenses")]
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
        ("Port Arden official", "a Port Arden official"),
        ("Port Arden officials", "Port Arden officials"),
        ("two officials", "two officials"),
        ("residents", "residents"),
        ("Ines Dorn", "Ines Dorn"),
        ("officers involved in the shooting", "officers involved in the shooting"),
        ("witness to the fire", "a witness to the fire"),
        ("those on board", "those on board"),
        ("A.J. Quist", "A.J. Quist"),
        ("Police", "police"),
        ("number of the mills", "a number of the mills"),
    ],
)
def test_sources_stand_in_mid_sentence(name: str, shown: str) -> None:
    assert described(name) == shown
