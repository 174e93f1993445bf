"""Claims clause by clause: invented sentences in the shapes that reports have."""

from collections.abc import Callable

import pytest

from crosswire.records import Claim

pytestmark = pytest.mark.models

Claims = Callable[[str], tuple[Claim, ...]]

CLAUSES = [
    ("The ferry hit the pier and burned for hours.", ["The ferry hit the pier", "burned for hours"]),
    ("Police said the ferry hit the pier.", ["the ferry hit the pier"]),
    ("The ferry hit the pier, police said.", ["The ferry hit the pier"]),
    ("According to Delta Shipping, the ferry hit the pier.", ["the ferry hit the pier"]),
    ("The mayor wants to close the harbour.", ["The mayor wants to close the harbour"]),
    (
        "The ferry, which left Delta Point on Monday, hit the pier.",
        ["The ferry, which left Delta Point on Monday", "The ferry, which left Delta Point on Monday, hit the pier"],
    ),
    ("The ferry hit the pier, injuring twelve people on board.", ["injuring twelve people on board"]),
    ("Police urged the crew to stay on board.", ["Police urged the crew to stay on board"]),
    ("A fire at the old mill.", ["A fire at the old mill"]),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_clauses_are_claims(claims: Claims, text: str, expected: list[str]) -> None:
    texts = [c.text for c in claims(text)]
    for wanted in expected:
        assert wanted in texts


DATELINES = [
    ("TARN, March 2 (Delta Wire) - The ferry hit the pier.", "The ferry hit the pier"),
    ("PORT TARN (Delta Wire) -- The ferry hit the pier.", "The ferry hit the pier"),
    ("TARN — A ferry hit the pier.", "A ferry hit the pier"),
]


@pytest.mark.parametrize(("text", "told"), DATELINES)
def test_a_dateline_is_no_claim(claims: Claims, text: str, told: str) -> None:
    found = [c.text for c in claims(text)]
    assert any(told in words for words in found)
    assert all("ferry" in words for words in found)


def test_a_place_in_capitals_is_told_where_no_dash_follows(claims: Claims) -> None:
    assert [c.text for c in claims("TARN (Delta Wire)")] == ["TARN (Delta Wire)"]


def test_the_cue_is_in_no_claim_of_its_content(claims: Claims) -> None:
    for claim in claims("Police said the ferry hit the pier, and the mayor added that it sank."):
        assert "Police said" not in claim.text
        assert "mayor added" not in claim.text


def only(found: tuple[Claim, ...], lemma: str) -> Claim:
    matching = [c for c in found if c.predicate == lemma]
    assert len(matching) == 1, [c.text for c in found]
    return matching[0]


def roles(claim: Claim) -> set[tuple[str, str]]:
    return {(a.role, a.text) for a in claim.arguments}


def test_a_passives_subject_is_the_patient(claims: Claims) -> None:
    claim = only(claims("The ferry was sold by Delta Shipping."), "sell")
    assert {("patient", "The ferry"), ("agent", "Delta Shipping")} <= roles(claim)


def test_a_conjoined_verb_gets_its_subject_back(claims: Claims) -> None:
    claim = only(claims("The captain left the bridge and rang the harbour office."), "ring")
    assert ("agent", "The captain") in roles(claim)


def test_a_relative_clause_gets_its_noun_back(claims: Claims) -> None:
    claim = only(claims("The tug that rescued the crew of the ferry arrived late."), "rescue")
    assert any(role == "agent" and "tug" in text for role, text in roles(claim))


def test_who_gives_what_to_whom(claims: Claims) -> None:
    claim = only(claims("Delta Shipping gave the families money."), "give")
    assert {("recipient", "the families"), ("patient", "money")} <= roles(claim)


COLOURS = [
    ("The ferry did not sink in the harbour.", "sink", "denied", "actual"),
    ("No ferry sank in the harbour.", "sink", "denied", "actual"),
    ('The lone "no" vote in the council was the mayor.', "be", "affirmed", "actual"),
    ("No-one has been injured in the harbour.", "injure", "denied", "actual"),
    ("No one was injured in the harbour.", "injure", "denied", "actual"),
    ("No fewer than 20 sailors fled the harbour.", "flee", "affirmed", "actual"),
    ("The council has yet to close the harbour.", "close", "denied", "actual"),
    ("The ferry didn’ t sink in the harbour.", "sink", "denied", "actual"),
    ("The captain refused to leave the bridge.", "leave", "denied", "actual"),
    ("The ferry could sink in the harbour.", "sink", "affirmed", "possible"),
    ("The harbour will reopen in the morning.", "reopen", "affirmed", "planned"),
    ("The mayor plans to close the harbour.", "close", "affirmed", "planned"),
    ("The ferry would sink in such a storm.", "sink", "affirmed", "hypothetical"),
    ("Police asked whether the ferry sank in the storm.", "sink", "affirmed", "asked"),
    ("The ferry reportedly sank in the storm.", "sink", "affirmed", "possible"),
    ("The ferry sank in the storm.", "sink", "affirmed", "actual"),
    ("The tug not only reached the ferry but towed it home.", "reach", "affirmed", "actual"),
    ("The mayor is unlikely to close the harbour.", "close", "denied", "possible"),
    ("It would be foolish to believe that the mayor closed the harbour.", "close", "denied", "actual"),
    ("It is not wrong to say that the mayor closed the harbour.", "close", "affirmed", "actual"),
    ("She pretended that the mayor closed the harbour.", "close", "denied", "actual"),
    ("She did not pretend that the mayor closed the harbour.", "close", "affirmed", "actual"),
    ("She rejected the idea that the mayor closed the harbour.", "close", "denied", "possible"),
    ("Nora Quist denied a report that the mayor closed the harbour.", "close", "denied", "actual"),
    ("Nora Quist dismissed media reports that the mayor had closed the harbour.", "close", "denied", "actual"),
    ("Nora Quist denied that the mayor had urged her to close the harbour.", "urge", "denied", "actual"),
    ("Nora Quist disputed the report.", "dispute", "affirmed", "actual"),
    ("She mocked the idea that the mayor closed the harbour.", "close", "denied", "possible"),
    ("She likes the idea that the mayor closed the harbour.", "close", "affirmed", "possible"),
    ("She welcomed the news that the mayor closed the harbour.", "close", "affirmed", "actual"),
]


@pytest.mark.parametrize(("text", "lemma", "polarity", "status"), COLOURS)
def test_polarity_and_status(claims: Claims, text: str, lemma: str, polarity: str, status: str) -> None:
    claim = only(claims(text), lemma)
    assert (claim.polarity, claim.status) == (polarity, status)


GOVERNED = [
    ("There is no evidence that the ferry hit the pier.", "hit", "denied", "possible"),
    ("There is no doubt that the ferry hit the pier.", "hit", "affirmed", "actual"),
    ("There is no plan under which I will sell the ferry.", "sell", "denied", "planned"),
    ("There were 12 people who were hurt on the pier.", "hurt", "affirmed", "actual"),
    ("It is not true that the ferry hit the pier.", "hit", "denied", "actual"),
    ("It is false that the ferry hit the pier.", "hit", "denied", "actual"),
    ("It is true that the ferry hit the pier.", "hit", "affirmed", "actual"),
    ("The mayor avoided any appearance that he was selling the ferry.", "sell", "denied", "possible"),
    ("Nora Quist hopes the strike ends on Monday.", "end", "affirmed", "possible"),
    ("Nora Quist hopes the strike doesn't last more than a week.", "last", "denied", "possible"),
    ("We are hopeful that we will reach a deal.", "reach", "affirmed", "possible"),
    ("The union urged the harbour office to reopen the pier.", "reopen", "affirmed", "possible"),
    ("The union called on the harbour office to reopen the pier.", "reopen", "affirmed", "possible"),
    ("Nora Quist knows that the ferry hit the pier.", "hit", "affirmed", "actual"),
    ("The wait hasn't caused the price to drop.", "drop", "denied", "actual"),
    ("The wait has caused the price to drop.", "drop", "affirmed", "actual"),
    ("She refused to let her picture be taken on the pier.", "take", "denied", "actual"),
    ("She did not refuse to let the crew sail to Delta.", "sail", "affirmed", "actual"),
    ("There is no reason to have sailors pay a price for the strike.", "pay", "denied", "actual"),
    ("The mayor sold the ferry without him first asking the council.", "ask", "denied", "actual"),
    ("The mayor sold the ferry after first asking the whole council.", "ask", "affirmed", "actual"),
    ("When asked how long the strike would last, Nora Quist shrugged.", "last", "affirmed", "asked"),
    ("They cannot settle the strike until the harbour office opens.", "open", "affirmed", "possible"),
    ("They did not settle the strike until the harbour office opened.", "open", "affirmed", "actual"),
    ("I will not sell the ferry, nor will I close the pier.", "close", "denied", "planned"),
    ("Nora Quist does not deny that the ferry hit the pier.", "hit", "affirmed", "possible"),
    ('"No, not twelve boats. We want ten," Nora Quist said.', "boat", "denied", "actual"),
    ("Neither the mayor nor the council sold the ferry.", "sell", "denied", "actual"),
    ("Neither crew repaired the ferry.", "repair", "denied", "actual"),
    ("Either the mayor or the council sold the ferry.", "sell", "affirmed", "actual"),
    ("Nora Quist did not know when the ferry might leave.", "leave", "affirmed", "asked"),
    ("Nora Quist knew when the ferry left the pier.", "leave", "affirmed", "actual"),
    ("The mayor's next task will be to get the ferry repaired.", "be", "affirmed", "planned"),
    ("The mayor could settle the strike by selling the old ferry to Delta.", "sell", "affirmed", "possible"),
    ("The mayor settled the strike by selling the old ferry to Delta.", "sell", "affirmed", "actual"),
    ("The captain called for the crew to leave the ferry.", "leave", "affirmed", "possible"),
    ("The mayor sold the ferry without Delta Shipping first inspecting the engine.", "inspect", "denied", "actual"),
    ("It's not a guarantee that the ferry will be back on Monday.", "be", "denied", "actual"),
    ("It is not expected that the ferry will sail on Monday.", "sail", "denied", "planned"),
    ("It is not believed that anybody drowned in the storm.", "drown", "denied", "actual"),
    ("It is expected that the ferry will sail on Monday.", "sail", "affirmed", "planned"),
    ("The ferry sails to Delta, not to Ostrand.", "sail", "affirmed", "actual"),
    ("The council bought a tug, not a ferry.", "buy", "affirmed", "actual"),
    ("The mayor was, however, not a captain of the line.", "be", "denied", "actual"),
    ("The pilot will steer No. 5 barge home.", "steer", "affirmed", "planned"),
    ('"Not a bridge built by the town," Nora Quist said.', "build", "denied", "actual"),
    ("There is a pier that the council has yet to paint.", "paint", "denied", "actual"),
    ("She doubts the ferry will be sold and plans a longer line.", "plan", "affirmed", "actual"),
    ("She denied that the ferry hit the pier and drifted to Delta.", "drift", "denied", "actual"),
    # What is unlikely, or neither proved nor promised, is denied, though not outright.
    ("It is unlikely that the strike will end on Monday.", "end", "denied", "possible"),
    ("It is likely that the strike will end on Monday.", "end", "affirmed", "planned"),
    ("The harbour office failed to prove that Delta Shipping broke the rules.", "break", "denied", "possible"),
    ("The harbour office was unable to prove that Delta Shipping broke the rules.", "break", "denied", "possible"),
    ("The harbour office proved that Delta Shipping broke the rules.", "break", "affirmed", "actual"),
    ("I cannot promise that the trip will be safe.", "be", "denied", "possible"),
    ("The mayor cannot promise that the trip will be safe.", "be", "affirmed", "asked"),
    ("The mayor is not convinced that Orr sold the ferry.", "sell", "denied", "possible"),
    ("The mayor promised that the trip will be safe.", "be", "affirmed", "planned"),
    ("I am not confident that the strike will end on Monday.", "end", "denied", "possible"),
    ("The delay doesn't mean that the ferry sank in the storm.", "sink", "denied", "possible"),
    ("The talks did little to calm the crew of the ferry.", "calm", "denied", "actual"),
    ("The talks did much to calm the crew of the ferry.", "calm", "affirmed", "actual"),
    ("It is not Delta that pays the pilots of the ferry.", "pay", "denied", "actual"),
    ("It was not until May that the pilots of the ferry were paid.", "pay", "affirmed", "actual"),
    # What is vowed or demanded is not done.
    ("Nora Quist vowed to sell the old ferry by the end of May.", "sell", "affirmed", "planned"),
    ("Nora Quist pledged not to sell the old ferry in May.", "sell", "denied", "planned"),
    ("The union demanded that the council sell the old ferry.", "sell", "affirmed", "possible"),
    ("The union says the council and its partners sell old ferries.", "sell", "affirmed", "actual"),
]


@pytest.mark.parametrize(("text", "lemma", "polarity", "status"), GOVERNED)
def test_what_governs_a_clause_colours_it(claims: Claims, text: str, lemma: str, polarity: str, status: str) -> None:
    claim = only(claims(text), lemma)
    assert (claim.polarity, claim.status) == (polarity, status)


TO_COME = [
    # What somebody is to do, or is to be done.
    ("Nora Quist is to open the pier on Monday.", "open", "planned"),
    ("The pier is to be closed on Monday.", "close", "planned"),
    ("The aim is to close the pier.", "be", "actual"),
    ("The old ferry is to blame for the smoke.", "be", "actual"),
    ("Nora Quist was the first to leave the pier.", "be", "actual"),
    # What is in the present tense, but tomorrow.
    ("Nora Quist returns to Delta tomorrow.", "return", "planned"),
    ("The captain retires next month.", "retire", "planned"),
    ("The captain returns to Delta every month.", "return", "actual"),
]


@pytest.mark.parametrize(("text", "lemma", "status"), TO_COME)
def test_what_is_still_to_come(claims: Claims, text: str, lemma: str, status: str) -> None:
    assert only(claims(text), lemma).status == status


UNKNOWING = [
    ("The law bars the sale before many sailors know they are affected.", "before many sailors know they are affected"),
    (
        "The captain did not know that the pier had been closed.",
        "The captain did not know that the pier had been closed",
    ),
    ("Many sailors are not aware they are affected.", "Many sailors are not aware they are affected"),
    ("Nora Quist knows that the pier had been closed.", "the pier had been closed"),
]


@pytest.mark.parametrize(("text", "told"), UNKNOWING)
def test_what_somebody_does_not_know_is_told_with_that(claims: Claims, text: str, told: str) -> None:
    assert told in [c.text for c in claims(text)]


def test_a_wish_is_kept_in_the_words(claims: Claims) -> None:
    assert only(claims("Nora Quist hopes the strike ends on Monday."), "end").modality == "hopes"
    assert only(claims("The union urged the harbour office to reopen the pier."), "reopen").modality == "urged"
    assert only(claims("Nora Quist is to close the pier."), "close").modality == "is to"


LONG_SUBJECT = (
    "Nora B. Quist, who was known for more than thirty years as the one person in Delta who had sailed round the "
    "island in a storm in winter, and who later taught three generations of captains on both sides of the bay how to "
    "read the sky, has died."
)

LONG_NEITHER = (
    "Neither the mayor nor the harbour office, a body that looks after the piers of the whole island in summer and in "
    "winter, is building a ferry"
)

JOINED = [
    ("The mayor sold the ferry without him first asking the council.", "without him first asking the council"),
    ("The mayor sold the ferry without him first asking the council.", "The mayor sold the ferry"),
    ("There is no evidence that the ferry hit the pier.", "There is no evidence that the ferry hit the pier"),
    ("The wait hasn't caused the price to drop.", "The wait hasn't caused the price to drop"),
    (
        "This is not the first time that the mayor has been in the news.",
        "This is not the first time that the mayor has been in the news",
    ),
    ("There is a plan, which the council made on Monday, to sell the ferry.", "There is a plan"),
    ("I will not sell the ferry, nor will I close the pier.", "nor will I close the pier"),
    (
        "The mayor left on Monday without a deal, which means the ferry will stay in Delta.",
        "which means the ferry will stay in Delta",
    ),
    ("Mayor Ivo Quist announced a plan to sell the ferry.", "Mayor Ivo Quist announced a plan to sell the ferry"),
    (
        'Mayor Ivo Quist on Monday declared a state of "flood emergency" over floods that hit Delta last week.',
        'Mayor Ivo Quist on Monday declared a state of "flood emergency"',
    ),
    (LONG_SUBJECT, "has died"),
    ("Neither the mayor nor the council sold the ferry.", "Neither the mayor nor the council sold the ferry"),
    (LONG_NEITHER + ".", LONG_NEITHER),
    ("Nora Quist said she hopes the strike ends on Monday.", "she hopes the strike ends on Monday"),
    ('"I\'m afraid the ferry will be late," Nora Quist said.', "I'm afraid the ferry will be late"),
    ("Nora Quist is concerned that the ferry will sink.", "Nora Quist is concerned that the ferry will sink"),
    ("Nora Quist said she did not know when the ferry might leave.", "she did not know when the ferry might leave"),
    ("It is unclear when the ferry will leave.", "It is unclear when the ferry will leave"),
    (
        "The mayor's next task will be to get the ferry repaired.",
        "The mayor's next task will be to get the ferry repaired",
    ),
    ("Some of the sailors also called for the mayor to sell the ferry.", "the mayor to sell the ferry"),
    ("The old ferry could soon be taken care of.", "The old ferry could soon be taken care of"),
    # What a verb is about, and what somebody wants, stays with it.
    ("The big question is who will pay for the old ferry.", "The big question is who will pay for the old ferry"),
    (
        "Delta conducts what it calls its largest drill in years.",
        "Delta conducts what it calls its largest drill in years",
    ),
    ("Delta Shipping expects the old ferry to sail in May.", "Delta Shipping expects the old ferry to sail in May"),
    ("The council is still working on that.", "The council is still working on that"),
    ("That plan will not save the old ferry line.", "That plan will not save the old ferry line"),
    ("She heads a line that carries coal to Delta.", "a line that carries coal to Delta"),
]


@pytest.mark.parametrize(("text", "whole"), JOINED)
def test_a_clause_keeps_what_leads_to_it(claims: Claims, text: str, whole: str) -> None:
    assert whole in [c.text for c in claims(text)]


WIDENED = [
    ("The mayor called the sale an attempt to win votes.", "attempt to win votes"),
    ("The sale was an attempt to save the line.", "The sale was an attempt to save the line"),
    ("The crew mended everything that broke in the storm.", "The crew mended everything that broke in the storm"),
    ("She was the captain who had sold the ferry.", "She was the captain who had sold the ferry"),
    (
        "The storm was larger than anyone in Delta had imagined.",
        "The storm was larger than anyone in Delta had imagined",
    ),
    ("The rule allows ferries to sail at night.", "The rule allows ferries to sail at night"),
    ("Her brother watched it happen.", "Her brother watched it happen"),
    (
        "The crew was poorly trained and equipped for the storm.",
        "The crew was poorly trained and equipped for the storm",
    ),
    (
        "The ferry was not damaged in the storm or sold to the council.",
        "The ferry was not damaged in the storm or sold to the council",
    ),
    (
        "The union rebuffed calls for the captain to step aside.",
        "The union rebuffed calls for the captain to step aside",
    ),
    (
        "A chorus of captains calling for Rep. Ivo Lund (R-Mo.) to drop out of the race grew on Monday.",
        "calling for Rep. Ivo Lund (R-Mo.) to drop out of the race",
    ),
    (
        "I never thought in my heart that it would come to this.",
        "I never thought in my heart that it would come to this",
    ),
    ("The union had mulled the offer for a while.", "had mulled the offer for a while"),
    ("The crew gave the name of a 66-year-old woman who had left the pier.", "the name of a 66-year-old woman"),
    ("He is a West Delta-born man, who lived in Ostrand.", "West Delta-born man, who lived in Ostrand"),
]


@pytest.mark.parametrize(("text", "whole"), WIDENED)
def test_a_clause_is_not_cut_from_what_completes_it(claims: Claims, text: str, whole: str) -> None:
    texts = [c.text for c in claims(text)]
    assert any(whole in t for t in texts), texts


NEEDED = [
    # What a verb needs stays with it, and so does the speaker.
    ("Nora Quist accused Delta Shipping of breaking the rules of the harbour.", True),
    ("The mayor's office asked the captain to take down the old signs of the line.", True),
    ("The captain of the ferry vowed to stay on board until Monday.", True),
    ("Nora Quist called on Delta Shipping to mend the old pier.", True),
    ("Nora Quist defended a plan that the council had made.", True),
    # What has its own subject is told without who tells it.
    ("Nora Quist said that Delta Shipping broke the rules of the harbour.", False),
    ("Nora Quist demanded that Delta Shipping mend the old pier.", False),
    ('Nora Quist told Delta Shipping: "Mend the old pier."', False),
]


@pytest.mark.parametrize(("text", "whole"), NEEDED)
def test_a_verb_keeps_what_it_needs(claims: Claims, text: str, whole: bool) -> None:
    found = [c for c in claims(text) if c.said_by]
    assert [c.text.startswith(text[:9]) for c in found[:1]] == [whole], [c.text for c in claims(text)]


def test_a_clause_whose_subject_is_taken_out_of_it_is_told_with_it(claims: Claims) -> None:
    texts = [c.text for c in claims("The council signed a lease that the mayor says will save the old ferry line.")]
    assert not any(t.startswith(("will", "save")) for t in texts), texts


BOUND = [
    ("The storm followed reports that the ferry had sunk on Monday.", "The storm followed reports"),
    ("The inquiry was spurred by Nora Quist's claims that the ferry had sunk.", "spurred by Nora Quist's claims"),
    ("The mayor will resign amid reports that the ferry had sunk.", "The mayor will resign amid reports"),
]


@pytest.mark.parametrize(("text", "told"), BOUND)
def test_a_clause_keeps_the_report_that_it_tells_of(claims: Claims, text: str, told: str) -> None:
    texts = [c.text for c in claims(text)]
    assert any(told in t for t in texts), texts
    assert any(t.startswith("the ferry had sunk") for t in texts), texts


TAGS = [
    # That somebody spoke is no claim, whatever his title; what tells who he is is one.
    ("Delta Harbour Council Vice Chairwoman Nora Quist said on Monday that the ferry was safe.", None),
    ("The harbour office announced on Monday that the ferry was safe.", None),
    (
        "Nora Quist, the deputy head of the harbour office in Tarn, said that the ferry was safe.",
        "Nora Quist, the deputy head of the harbour office in Tarn",
    ),
    (
        "Nora Quist, who led the talks on the new pier, said on Monday that the ferry was safe.",
        "Nora Quist, who led the talks on the new pier",
    ),
    # So is that he spoke to somebody, or in something that has its own clause.
    ("Nora Quist told the council in Tarn that the ferry was safe.", "Nora Quist told the council in Tarn"),
]


@pytest.mark.parametrize(("text", "beside"), TAGS)
def test_that_somebody_spoke_is_no_claim(claims: Claims, text: str, beside: str | None) -> None:
    texts = [c.text for c in claims(text)]
    assert texts == [*([beside] if beside else []), "the ferry was safe"]


LEFT_OUT = [
    ("Her long career in Delta showed that the ferry was safe in a storm.", "Her long career in Delta showed"),
    ("At this time I felt that the ferry was safe.", "At this time I felt"),
    ("Mayor Nora Quist said Monday that the ferry was safe.", "Mayor Nora Quist said Monday"),
    ("In a statement on Monday, Nora Quist said that the ferry was safe.", "In a statement on Monday"),
    ("The harbour office will make rules on the sale, a process that could take months.", "sale, a process"),
    ('"As I said yesterday, his words were wrong," Nora Quist said.', "As I said"),
    ("The council ensured that the line would be sold.", "The council ensured"),
    ("This comes after the ferry sank in the harbour on Monday.", "This comes"),
    ("The announcement came as the council discussed the old pier.", "The announcement came"),
    ("The union joined the mayor on Monday in saying that the ferry was safe.", "on Monday in"),
    ("She saw it at http: / / www. deltapost. co. uk / news / 1031 / Ferry - sinks. html on Monday.", "co. uk"),
]


@pytest.mark.parametrize(("text", "left"), LEFT_OUT)
def test_what_only_opens_or_trails_is_no_claim(claims: Claims, text: str, left: str) -> None:
    texts = [c.text for c in claims(text)]
    assert all(left not in t or "that the ferry was safe" in t for t in texts), texts
    assert texts


KEPT = [
    ("The ferry was badly damaged and was sold to the council.", "was sold to the council"),
    ("The ferry was damaged in the storm or sold to the council.", "sold to the council"),
    ("Nora Quist told the harbour council in Ostrand that the ferry was safe.", "Nora Quist told the harbour council"),
    ("On Monday the union announced that the strike would end.", "the strike would end"),
    ("This comes amid a long strike of the pilots.", "This comes amid a long strike"),
    ("The captain came to Delta after the ferry sank in the harbour.", "The captain came to Delta"),
]


@pytest.mark.parametrize(("text", "kept"), KEPT)
def test_what_tells_something_alone_stays_a_claim(claims: Claims, text: str, kept: str) -> None:
    texts = [c.text for c in claims(text)]
    assert any(t.startswith(kept) for t in texts), texts


def test_a_bare_name_beside_its_own_clause_is_no_claim(claims: Claims) -> None:
    assert "Nora B. Quist" not in [c.text for c in claims(LONG_SUBJECT)]


SAID_OTHERWISE = [
    ("Police denied that Quist carried a knife.", "carry", "denied"),
    ("Police denied that Quist did not carry a knife.", "carry", "affirmed"),
    ("His sister doubted that Quist carried a knife.", "carry", "denied"),
    ("Police said that Quist carried a knife.", "carry", "affirmed"),
]


@pytest.mark.parametrize(("text", "lemma", "polarity"), SAID_OTHERWISE)
def test_what_a_speaker_denies_or_doubts_is_denied(claims: Claims, text: str, lemma: str, polarity: str) -> None:
    claim = only(claims(text), lemma)
    assert claim.said_by
    assert claim.polarity == polarity


def test_a_condition_is_kept(claims: Claims) -> None:
    claim = only(claims("The harbour will close if the storm arrives tonight."), "close")
    assert claim.condition == "if the storm arrives tonight"
    assert claim.status == "hypothetical"


def test_modality_is_kept_in_the_words(claims: Claims) -> None:
    assert only(claims("The mayor plans to close the harbour."), "close").modality == "plans"
    assert only(claims("The ferry could sink in the harbour."), "sink").modality == "could"


def test_who_said_it_is_on_the_claim(claims: Claims) -> None:
    claim = only(claims("Nora Quist told AFP that the ferry hit the pier."), "hit")
    assert [s.name for s in claim.said_by] == ["Nora Quist", "AFP"]
    assert (claim.cue, claim.stance, claim.mode) == ("told", "said", "indirect")


ASKED = [
    ('When asked how long the strike would last, Nora Quist said: "It could last until Monday."', "last", []),
    ("Nora Quist asked how long the strike would last.", "last", ["Nora Quist"]),
]


@pytest.mark.parametrize(("text", "lemma", "speakers"), ASKED)
def test_what_somebody_is_asked_is_not_their_word(claims: Claims, text: str, lemma: str, speakers: list[str]) -> None:
    first = next(c for c in claims(text) if c.predicate == lemma)
    assert ([s.name for s in first.said_by], first.status) == (speakers, "asked")


def test_the_articles_own_voice_has_no_speaker(claims: Claims) -> None:
    claim = only(claims("The ferry hit the pier on Monday."), "hit")
    assert (claim.said_by, claim.cue, claim.quoted) == ((), None, False)


def test_two_speakers_keep_their_own_numbers(claims: Claims) -> None:
    found = claims("Police said 12 people had died, while the mayor, Ida Brandt, said 15 people had died.")
    counts = {c.said_by[0].name: [q.text for q in c.quantities] for c in found if c.said_by}
    assert counts == {"Police": ["12"], "Ida Brandt": ["15"]}


def test_quoted_words_are_marked(claims: Claims) -> None:
    assert only(claims('"The ferry hit the pier," Nora Quist said.'), "hit").quoted


def test_quantities_and_times_go_to_the_clause_that_holds_them(claims: Claims) -> None:
    found = claims("The ferry, which carried 90 people, sank on Monday.")
    assert [q.text for q in only(found, "carry").quantities] == ["90"]
    assert only(found, "carry").times == ()
    assert [t.text for t in only(found, "sink").times] == ["Monday"]


def test_an_utterance_without_content_is_a_claim_itself(claims: Claims) -> None:
    texts = [c.text for c in claims("Delta Shipping declined to comment.")]
    assert texts == ["Delta Shipping declined to comment"]


def test_a_heading_gives_no_claim(claims: Claims) -> None:
    assert all("Weather" not in c.text for c in claims("# Weather tonight in Delta\nThe ferry sank."))


LONG = " ".join(["The ferry carried coal, timber, wheat, salt, wool, glass, paper, and iron,"] * 9) + " to Delta."

LAWS = [
    "Police said the ferry, which left on Monday, hit the pier, sank and, according to Delta Shipping, burned.",
    '"The engine is dead," said Nora Quist, "and the anchor is gone." She declined to say who was on board.',
    "Twelve dead. Forty hurt! Why?",
    '… — ; " “',
    LONG,
]


@pytest.mark.parametrize("text", LAWS)
def test_spans_are_exact_short_and_in_one_sentence(claims: Claims, text: str) -> None:
    for claim in claims(text):
        assert text[claim.start : claim.end] == claim.text
        assert 0 < claim.end - claim.start <= 300
        for argument in claim.arguments:
            assert text[argument.start : argument.end] == argument.text
    ids = [c.id for c in claims(text)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("text", LAWS[:3] + LAWS[4:])
def test_no_number_or_name_is_dropped(claims: Claims, text: str) -> None:
    covered = " ".join(c.text for c in claims(text))
    for word in ("ferry", "engine", "anchor", "Forty", "coal", "iron"):
        assert (word in covered) == (word in text)


def test_the_same_text_gives_the_same_claims(claims: Claims) -> None:
    text = "Police said the ferry hit the pier."
    assert claims(text) == claims(text)


EMPTY = [
    ("It is thought that the ferry hit the pier.", "It is thought"),
    ("It was not immediately clear whether the ferry hit the pier.", "It was not immediately clear"),
    ("Her lawyer said in a statement that the ferry hit the pier.", "in a statement"),
    ("I think the ferry hit the pier in the storm.", "I think"),
    ("Sen. Clare Mast (D-Or.) said that the ferry hit the pier.", "Sen. Clare Mast (D-Or.) said"),
    ("Sen. Clare Mast , R - Maine , said that the ferry hit the pier.", "Sen. Clare Mast , R - Maine , said"),
]


@pytest.mark.parametrize(("text", "frame"), EMPTY)
def test_a_frame_without_content_is_no_claim(claims: Claims, text: str, frame: str) -> None:
    texts = [c.text for c in claims(text)]
    assert frame not in texts
    assert any("the ferry hit the pier" in t for t in texts)


WHOLE = [
    ("So far only two bills have passed.", "So far only two bills have passed"),
    ("So the mayor left the hall.", "the mayor left the hall"),
    ("The tug sank 40 miles (64 km) off the coast.", "40 miles (64 km)"),
    ("The tug sank 40 miles (64 km).", "40 miles (64 km)"),
    ("Bills to re-open the harbor failed in the council on Thursday.", "Bills to re-open the harbor"),
    ("Bills to re-open the harbor failed in the council on Thursday.", "failed in the council on Thursday"),
    ("After she left the plant, she re-entered with a knife.", "she re-entered with a knife"),
    ('Nora Quist said the plan was "a big, big problem in this town."', '"a big, big problem in this town."'),
    ("Nora Quist said she “loves this town” and its harbor.", "“loves this town”"),
]


@pytest.mark.parametrize(("text", "whole"), WHOLE)
def test_words_and_quotations_are_not_cut(claims: Claims, text: str, whole: str) -> None:
    assert any(whole in c.text for c in claims(text)), [c.text for c in claims(text)]


FRAMES = [
    ("I do n't think the ferry will sail.", "think"),
    ("Our assumption is that the ferry hit the pier.", "Our assumption is"),
    ("When they hear that the ferry hit the pier, they weep.", "When they hear"),
]


@pytest.mark.parametrize(("text", "frame"), FRAMES)
def test_a_few_words_that_only_lead_on_are_no_claim(claims: Claims, text: str, frame: str) -> None:
    assert all(frame not in c.text or "ferry" in c.text for c in claims(text)), [c.text for c in claims(text)]


def test_a_short_sentence_keeps_its_claim(claims: Claims) -> None:
    assert [c.text for c in claims("I think so.")] == ["I think so"]


def test_a_cue_whose_clause_is_all_names_of_sources_is_no_claim_and_stops_nothing(claims: Claims) -> None:
    text = (
        "Two of the pilots spoke in the harbour hall on Friday to explain their delay\n"
        "`` I hope the crews can see we tried each rope we had, `` said the tall woman, who was introduced as "
        "Pilot No. 7.\nOwners of the three barges left the hall."
    )
    assert any("we tried each rope" in c.text for c in claims(text))


JUDGED = [
    # that somebody judged or announced something is the report's own word
    ("Nora Quist sharply criticized her brother's stand on the ferry.", "Nora Quist", []),
    ("Nora Quist finally admitted the theft at a hearing in May.", "Nora Quist", []),
    ("Nora Quist announced her resignation on Wednesday.", "Nora Quist", []),
    ("Nora Quist announced plans to mend the quay on Wednesday.", "Nora Quist", []),
    ("Nora Quist demanded a full account from the yard.", "Nora Quist", []),
    # what he judges it for, what he calls it, what he denies and what is quoted are his words
    ("Nora Quist praised the crew for its calm.", "Nora Quist", ["Nora Quist"]),
    ("Nora Quist blamed the crew for the fire.", "Nora Quist", ["Nora Quist"]),
    ("Nora Quist called the plan “a disgrace to Maren.”", "Nora Quist", ["Nora Quist"]),
    ("Nora Quist denied the theft.", "Nora Quist", ["Nora Quist"]),
]


@pytest.mark.parametrize(("text", "begins", "speakers"), JUDGED)
def test_what_tells_only_that_one_judged_is_the_reports_word(
    claims: Claims, text: str, begins: str, speakers: list[str]
) -> None:
    found = next(c for c in claims(text) if c.text.startswith(begins))
    assert [s.name for s in found.said_by] == speakers


def test_the_tag_of_words_in_another_line_is_none_of_them(claims: Claims) -> None:
    tagged = '"Would we have won without him? "Nora Quist asked.\n"No, we would have lost the race."'
    assert not any(c.said_by for c in claims(tagged) if "asked" in c.text)
