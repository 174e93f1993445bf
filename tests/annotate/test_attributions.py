"""Who says what: invented sentences in the shapes that reports have."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.annotate.attribution_quotes import find_quotes, line_quotes, quote_at
from crosswire.annotate.attributions import find_attributions
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Article, Attribution, Line
from crosswire.text.syntax import Tree


def article_of(text: str) -> Article:
    lines, at = [], 0
    for part in text.split("\n"):
        if part.strip():
            lines.append(Line(at, at + len(part), "body"))
        at += len(part) + 1
    return Article("a", "a.txt", text, None, None, None, None, None, "en", None, tuple(lines), "0")


@cache
def attributed(text: str) -> tuple[Attribution, ...]:
    article = article_of(text)
    parse = SpacyParser().parse(article)
    return find_attributions(article, parse, Tree(parse), (), ())


def said(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The chains of names with their contents, as text."""
    return [(tuple(s.name for s in a.chain), tuple(text[x:y] for x, y in a.contents)) for a in attributed(text)]


pytestmark = pytest.mark.models

HARBOUR = "the ferry hit the pier"

ONE_SPEAKER = [
    ("Lawmakers who have warned that the ferry is old met on Monday.", "Lawmakers", "that the ferry is old"),
    ("Nora Quist - head of the harbour - said the ferry hit the pier.", "Nora Quist", HARBOUR),
    ("The 29-year-old said the ferry hit the pier.", "29-year-old", HARBOUR),
    ("``The ferry hit the pier,'' Nora Quist said.", "Nora Quist", "``The ferry hit the pier,''"),
    ("''The ferry hit the pier,'' said Nora Quist.", "Nora Quist", "''The ferry hit the pier,''"),
    (
        "Nora Quist had words for the crew: “Keep the ferry off the pier.”",
        "Nora Quist",
        "“Keep the ferry off the pier.”",
    ),
    ("Nora Quist rejected the claim that the ferry was old.", "Nora Quist", "that the ferry was old"),
    ("Nora Quist puts the cost at 40 million crowns.", "Nora Quist", "the cost at 40 million crowns"),
    ("Police said the ferry hit the pier.", "Police", HARBOUR),
    ("The ferry hit the pier, police said.", "police", "The ferry hit the pier"),
    ("The ferry hit the pier, said Nora Quist, who runs the harbour.", "Nora Quist", "The ferry hit the pier"),
    ("According to Delta Shipping, the ferry hit the pier.", "Delta Shipping", HARBOUR),
    ("The ferry hit the pier, according to the coast guard.", "coast guard", "The ferry hit the pier"),
    ("Nora Quist told reporters that the ferry hit the pier.", "Nora Quist", "that the ferry hit the pier"),
    ("Harbour chief Nora Quist confirmed that the ferry hit the pier.", "Nora Quist", "that the ferry hit the pier"),
    ('"The ferry hit the pier," Nora Quist said.', "Nora Quist", '"The ferry hit the pier,"'),
    ("“The ferry hit the pier,” said Nora Quist.", "Nora Quist", "“The ferry hit the pier,”"),
    ('Nora Quist said: "The ferry hit the pier."', "Nora Quist", '"The ferry hit the pier."'),
    ("Nora Quist announced on the quay that the ferry would sail.", "Nora Quist", "that the ferry would sail"),
    (
        "Two officials who asked not to be named said the ferry hit the pier.",
        "Two officials who asked not to be named",
        HARBOUR,
    ),
    ("Nora Quist called the plan a hoax.", "Nora Quist", "the plan a hoax"),
    ("Nora Quist denied any wrongdoing.", "Nora Quist", "any wrongdoing"),
    ("Nora Quist was confident that the ferry would sail again.", "Nora Quist", "that the ferry would sail again"),
    ("The minister rejected Nora Quist's claim that the ferry was safe.", "Nora Quist", "that the ferry was safe"),
]


@pytest.mark.parametrize(("text", "who", "content"), ONE_SPEAKER)
def test_a_speaker_and_the_exact_content(text: str, who: str, content: str) -> None:
    assert ((who,), (content,)) in said(text)


CHAINS = [
    (
        "A statement from Delta Shipping said the ferry hit the pier.",
        ("Delta Shipping", "statement of Delta Shipping"),
    ),
    ("Nora Quist told AFP that the ferry hit the pier.", ("Nora Quist", "AFP")),
    ("Nora Quist was quoted by the Delta Herald as saying the ferry hit the pier.", ("Nora Quist", "Delta Herald")),
    ("The Delta Herald quoted Nora Quist as saying the ferry hit the pier.", ("Nora Quist", "The Delta Herald")),
    ("Kyodo reported that officials believed the ferry hit the pier.", ("officials", "Kyodo")),
]


@pytest.mark.parametrize(("text", "chain"), CHAINS)
def test_a_chain_runs_from_the_innermost_speaker_outwards(text: str, chain: tuple[str, ...]) -> None:
    chains = [names for names, contents in said(text) if any("ferry hit the pier" in c for c in contents)]
    assert max(chains, key=len) == chain


def test_two_speakers_in_one_sentence_keep_their_own_numbers() -> None:
    found = said("Police said 12 people had died, while the mayor, Ida Brandt, said 15 people had died.")
    own = {names[0]: " ".join(contents) for names, contents in found}
    assert "12" in own["Police"]
    assert "15" in own["Ida Brandt"]
    assert "12" not in own["Ida Brandt"]


def test_a_broken_quotation_is_one_attribution_with_two_contents() -> None:
    found = said('"The engine is dead," said Nora Quist, "and the anchor is gone."')
    assert found == [(("Nora Quist",), ('"The engine is dead,"', '"and the anchor is gone."'))]


def test_a_quotation_goes_on_after_its_cue() -> None:
    ((names, contents),) = said('"The engine is dead," Nora Quist said. "We will row home."')
    assert names == ("Nora Quist",)
    assert contents[-1] == '"We will row home."'


def test_a_quotation_runs_over_paragraphs() -> None:
    text = "“The engine is dead,” Nora Quist said.\n“We will row home tonight.”"
    assert [names for names, _ in said(text)] == [("Nora Quist",), ("Nora Quist",)]


def test_a_quotation_left_open_takes_the_lines_until_it_closes() -> None:
    text = 'Nora Quist said: "The engine is dead.\nThe anchor is gone.\nWe will row home."'
    contents = [c for _, parts in said(text) for c in parts]
    assert any("anchor" in c for c in contents)
    assert {names for names, _ in said(text)} == {("Nora Quist",)}


PRONOUNS = [
    (
        "Jack Lee confirmed it. “We thank you,” he said. It surprised Jim Quist, who hired her. “Good,” he said.",
        "Jim Quist",
    ),
    ("Jack Lee met Jim Quist, who hired the crew last year. “It was kind,” he said.", "Jack Lee"),
    ("A big reason was Jim Quist, who led the crew. “This was on me,” he said.", "Jim Quist"),
    ('Nora Quist ran the harbour for years. "The pier is safe," she said.', "Nora Quist"),
    ('Mr. Orban spoke first. "The pier is safe," he said.', "Orban"),
    ('Ida Brandt greeted Tom Reed at the pier. "He is late," she added.', "Ida Brandt"),
]


@pytest.mark.parametrize(("text", "who"), PRONOUNS)
def test_a_pronoun_takes_the_name_before_it(text: str, who: str) -> None:
    assert said(text)[-1][0] == (who,)


def test_a_pronoun_with_nobody_before_it_stays_open() -> None:
    assert said('The pier burned. "It was loud," he said.')[-1][0] == ("he",)


STANCES = [
    ("Nora Quist denied that the ferry was late.", "denied"),
    ("Nora Quist warned that the ferry would sink.", "warned"),
    ("Nora Quist urged the crew to stay on board.", "urged"),
    ("Nora Quist believed that the ferry was safe.", "believed"),
    ("The ferry reportedly sank near the pier.", "reportedly"),
    ("The Delta Herald reported that the ferry sank.", "reported"),
    ("Nora Quist did not say whether the ferry would sail.", "declined"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_the_stance_is_the_cues(text: str, stance: str) -> None:
    assert stance in [a.stance for a in attributed(text)]


def test_a_source_cited_in_passing_is_the_inner_one() -> None:
    found = said("Kyodo, citing a local newspaper, said officials believed the call lasted 20 minutes.")
    assert (("officials", "local newspaper", "Kyodo"), ("the call lasted 20 minutes",)) in found


def test_a_cue_in_the_middle_leaves_two_contents() -> None:
    found = said("The ferry, Ida Brandt said, had sunk before dawn, and Tom Reed added that nobody was on board.")
    assert (("Ida Brandt",), ("The ferry", "had sunk before dawn")) in found
    assert (("Tom Reed",), ("that nobody was on board",)) in found


def test_the_denial_of_a_report_is_a_denial_of_its_content() -> None:
    found = attributed("The ministry denied a Delta Herald report that the ferry had sunk.")
    inner = next(a for a in found if len(a.chain) == 2)
    assert [s.name for s in inner.chain] == ["Delta Herald", "ministry"]
    assert inner.stance == "denied"


def test_a_translated_dispatch_is_the_source() -> None:
    found = said("The call lasted 20 minutes, according to a translated dispatch.")
    assert found == [(("translated dispatch",), ("The call lasted 20 minutes",))]


def test_a_quotation_in_a_quotation_has_both_speakers() -> None:
    found = said("\"The captain told me, 'We are lost,'\" Nora Quist said.")
    assert (("captain", "Nora Quist"), ("We are lost",)) in found


def test_he_after_two_men_stays_open() -> None:
    assert said('Ivan Orr and Tom Lee met at the pier. "It is late," he said.')[-1][0] == ("he",)


def test_asking_not_to_be_named_is_no_content() -> None:
    assert said("Nora Quist, who asked not to be named, said the ferry sank.") == [
        (("Nora Quist",), ("the ferry sank",))
    ]


def test_hearsay_names_nobody() -> None:
    (only,) = attributed("The ferry reportedly sank near the pier.")
    assert only.chain == ()


def test_a_transcripts_label_speaks() -> None:
    assert said("QUIST: The pier is safe. We close it tomorrow.")[0][0][0].lower() == "quist"


TALK = "QUIST: The pier is safe.\n\nThe ferry is not.\n\nLEE: Who says so?\n\nQUIST: The crew says so."


def test_a_turn_runs_on_to_the_next_label() -> None:
    assert said(TALK)[0][1] == ("The pier is safe.", "The ferry is not.")


def test_a_quotation_without_a_cue_is_of_whom_the_sentence_before_tells() -> None:
    (only,) = said("Nora Quist shook her head. “We have lost the ferry.”")
    assert only == (("Nora Quist",), ("“We have lost the ferry.”",))
    assert said("Nora Quist shook her head. “She has lost the ferry.”") == []


BAD_INPUT = [
    "-",
    "A-",
    "Q: \nA: ",
    "``''",
    "THE FERRY SANK, POLICE SAID.",
    '"Unclosed and then nothing',
    "Quote” that closes before it opens, he said “",
    "Q: Where is it? A: In the harbour.",
    "* The ferry\n* The pier\n* said",
    "said",
    '" " " "',
]


@pytest.mark.parametrize("text", BAD_INPUT)
def test_odd_input_gives_a_sane_result(text: str) -> None:
    for a in attributed(text):
        assert text[a.cue_start : a.cue_end] == a.cue
        assert all(0 <= s < e <= len(text) for s, e in a.contents)
        assert all(text[s.start : s.end] == s.text and s.name for s in a.chain)


NO_SPEECH = [
    "Deputy Harbor Minister Ann Holm announced the charges against the two captains on Friday.",
    "The yard shut its gates after Ann Holm announced a sale.",
    "Last week Nora Quist dismissed the clerks' critique of the plan.",
    "In the hall she later praised her defeated opponent, Ann Holm.",
    "He began on Friday by ordering agencies to ease the burden of the harbor law.",
    "Palace Used Ann Holm to Ask Pal Derring to Drop Out of Race",
    "The palace asked former Governor Ann Holm to talk to Pal Derring.",
    "Those wondering if the reading would be dull found out on Thursday that it was.",
    "The old harbor teaching calls for thrift.",
    "The clerks did not speak of towers, referred to in Article 1 as “three old things.”",
    "The police delayed announcing the name of the clerk.",
    "Dockers fume at ‘the weakest mayor’ of Karrow.",
    "Nora Quist criticized Ann Holm on Tuesday over her plans to address the council.",
    "He had only one thing to say about the pier.",
    "The judge rejected the motion on Monday.",
    "The new pier would be dear. It would encourage crews to sail at night.",
    "The harbour has seen three fires since May.",
    "Nora Quist put the kettle on the stove at noon.",
    "The ferry hit the pier on Monday.",
    "Nora Quist declined to comment.",
    'The film "Harbour Lights" opens on Friday.',
]


BOUNDED = [
    (
        'When asked how long the strike would last, Nora Quist told reporters, "As long as it takes."',
        [(("Nora Quist",), ('"As long as it takes."',))],
    ),
    (
        "Nora Quist said the visit was “harmful” — one more round of a long quarrel over the pier.",
        [(("Nora Quist",), ("the visit was “harmful”",))],
    ),
    (
        "Reviews from dealers, Nora Quist said, show that the ferry was the right one.",
        [
            (("Nora Quist",), ("Reviews from dealers", "show that the ferry was the right one")),
            (("dealers", "review of dealers", "Nora Quist"), ("that the ferry was the right one",)),
        ],
    ),
    (
        "Asked whether he was suggesting that Ann Holm lacked courage, Pal Derring did not back down.",
        [],
    ),
    (
        "“I believe the pier is sound -- Nora Quist says it is sound,” Pal Derring said.",
        [
            (("Nora Quist", "Pal Derring"), ("it is sound",)),
            (("Pal Derring",), ("“I believe the pier is sound -- Nora Quist says it is sound,”",)),
        ],
    ),
    (
        "Nora Quist claimed that her plan, which slashes wages, was inspired by the sea.",
        [(("Nora Quist",), ("that her plan", "was inspired by the sea"))],
    ),
    (
        "Nora Quist said the ferry, which had been late, was old.",
        [(("Nora Quist",), ("the ferry, which had been late, was old",))],
    ),
    (
        "Nora Quist urged the mayor to be firm when they meet on Monday in Karrow.",
        [(("Nora Quist",), ("the mayor to be firm",))],
    ),
    (
        "Nora Quist urged the mayor to be firm when crews are late.",
        [(("Nora Quist",), ("the mayor to be firm when crews are late",))],
    ),
    (
        "Nora Quist said she had been offered a job but provided no details.",
        [(("Nora Quist",), ("she had been offered a job",))],
    ),
    (
        "Nora Quist said the pier was dear, because that repair costs more, as well as contending that it was old.",
        [
            (
                ("Nora Quist",),
                ("the pier was dear, because that repair costs more, as well as contending that it was old",),
            ),
            (("Nora Quist",), ("that it was old",)),
        ],
    ),
]


@pytest.mark.parametrize(("text", "want"), BOUNDED)
def test_what_another_adds_or_asks_is_not_put_in_the_speakers_mouth(
    text: str, want: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    assert said(text) == want


LED_IN = [
    ('Nora Quist was asked on Monday. Her response: "Well, we have people at the pier."', "Nora Quist"),
    ('The talk went on. The reply from Nora Quist: "We will not go to the pier."', "Nora Quist"),
    ('Ann Holm was angry. Added Nora Quist: "I think nobody would go to the pier."', "Nora Quist"),
    ('As Nora Quist put it, "The pier has been the oldest one on the coast."', "Nora Quist"),
    ('Nora Quist was nervous.\n"I walked to the pier.\nI wanted to leave, "Nora Quist testified.', "Nora Quist"),
]


@pytest.mark.parametrize(("text", "who"), LED_IN)
def test_a_few_words_beside_a_quotation_tell_whose_it_is(text: str, who: str) -> None:
    assert [names for names, contents in said(text) if any("pier" in c for c in contents)] == [(who,)]


ROLES = [
    (
        "President Ann Holm met the crews. Former President Pal Derring was away. The president said the pier was old.",
        "Ann Holm",
    ),
    (
        "“We learned,” said Judge Ann Holm. The killer of Judge Pal Derring sat by. The judge said the pier was old.",
        "Ann Holm",
    ),
    ("The singer died on Thursday, said Ann Holm, her agent. Her agent said the pier was old.", "Ann Holm"),
    ("TMZ reported that the yard will shut. The gossip site said the pier was old.", "TMZ"),
]


@pytest.mark.parametrize(("text", "who"), ROLES)
def test_a_role_means_who_holds_it_now_and_speaks(text: str, who: str) -> None:
    assert [names for names, contents in said(text) if "the pier was old" in contents] == [(who,)]


def test_a_question_of_sex_is_asked_of_the_last_speaker_too() -> None:
    found = said("Mr. Pal Derring said the ferry was old. A clerk left early, she said.")
    assert [names for names, contents in found if contents == ("A clerk left early",)] != [("Pal Derring",)]


@pytest.mark.parametrize("text", NO_SPEECH)
def test_where_nobody_is_given_words_there_is_no_content(text: str) -> None:
    assert [contents for _, contents in said(text) if contents] == []


def test_i_think_within_a_quotation_is_no_attribution_of_its_own() -> None:
    found = said('"I think the pier is safe," Nora Quist said.')
    assert [names for names, _ in found] == [("Nora Quist",)]


def test_the_same_marks_every_time() -> None:
    text = "Police said the ferry hit the pier, and Nora Quist added that it sank."
    article = article_of(text)
    parse = SpacyParser().parse(article)
    again = find_attributions(article, parse, Tree(parse), (), ())
    assert again == attributed(text)


@given(st.text(alphabet="ab \"“”'‘’«».,\n", max_size=60))
def test_quotations_lie_in_order_and_in_the_text(text: str) -> None:
    end = 0
    for quote in find_quotes(article_of(text)):
        assert quote.start >= end
        assert quote.start <= quote.inner_start < quote.inner_end <= quote.end <= len(text)
        assert quote_at((quote,), quote.inner_start) == quote
        end = quote.end


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "go" and "stay".', ["go", "stay"]),
        ("He said “go” and left.", ["go"]),
        ('Lee said: " The pier is safe ."', ["The pier is safe ."]),
        ("The crew's boss said 'we are going home,' and went.", ["we are going home,"]),
        ("“Unclosed to the end", ["Unclosed to the end"]),
        ("The boys' boats and the girls' boats sank.", []),
    ],
)
def test_marks_pair(text: str, inner: list[str]) -> None:
    assert [text[q.inner_start : q.inner_end] for q in line_quotes(text, 0, len(text))] == inner


JOINT = (
    "“Former Captain Boris Hale never wrote that he felt rushed,” read a joint statement from Port Chairman Bob Tadler,"
    " Dock Chairman Trey Gundy, R-S.C., and Yard Chairman Devin Munes.\n"
    "“While former Captain Hale went to great lengths to describe the tide, he never once mentioned the fog.”"
)
BRACKETS = (
    "Boris Hale wrote that Mayor Ann Quist called him.\n"
    "“[Quist] said it would be late,” Hale wrote.\n"
    "Nora Lind and Ida Salt disagreed, and they added that it was early."
)
CHAIRMEN = (
    "The letter came from Port Chairman Bob Tadler, Dock Chairman Trey Gundy and Yard Chairman Devin Munes.\n"
    "“The notes prove nothing,” the chairmen said."
)
TRAILS = [
    # a document behind a verb that tells what it says, and its owners go on in the next paragraph
    (JOINT, "Bob Tadler and Trey Gundy and Devin Munes", "“While former Captain Hale went"),
    ("“We never heard the bell,” read a petition signed by Nora Quist.", "Nora Quist", "“We never heard the bell,”"),
    ("“We never heard the bell,” reads the letter.", "letter", "“We never heard the bell,”"),
    # a name in brackets, a role in the plural
    (BRACKETS, "Ann Quist", "it would be late"),
    (CHAIRMEN, "Bob Tadler and Trey Gundy and Devin Munes", "“The notes prove nothing,”"),
    # what one calls for, with a day between
    ("Nora Quist called Friday for Mayor Ann Holm to cancel her trip.", "Nora Quist", "Mayor Ann Holm to cancel her"),
    ("Nora Quist called on Friday for a boycott of the port.", "Nora Quist", "a boycott of the port"),
    # what is announced and rejected that is no known deed
    ("Nora Quist announced a plan to sell the port.", "Nora Quist", "a plan to sell the port"),
    ("Nora Quist rejected the idea of a sale.", "Nora Quist", "the idea of a sale"),
    ("Nora Quist dismissed the charges as “nonsense.”", "Nora Quist", "nonsense"),
    # what claims include, and a second "that" behind it
    (
        "Boris Hale repeated his claims, including that Delta paid, as he said, and that much of it had been built.",
        "Boris Hale",
        "that much of it had been built",
    ),
    # a paper that another quotes, and who decides in what another says
    ("The board quotes from the clerks' letters to the town saying budgets cannot rely on cuts.", "clerks", "budgets"),
    (
        "Nora Quist said it was bold given that many clerks have decided that the charter is a tool.",
        "many clerks",
        "that the charter is a tool",
    ),
    # phrases quoted from somebody's speech, and a promise behind phrases that are quoted
    (
        "Boris Hale’s speech was grim, of a coast where “lamps go out” and “gulls have fled the towns.”",
        "Boris Hale",
        "gulls have fled",
    ),
    (
        "Telling them it was “your hour,” Boris Hale closed his speech with a promise: “We will build the pier again.”",
        "Boris Hale",
        "We will build",
    ),
    # what is denied without "that"
    ("Dale Corrigan denied the meeting took place.", "Dale Corrigan", "the meeting took place"),
    # what a medium has learned
    ("The Delta Herald has learned that the port will close.", "The Delta Herald", "that the port will close"),
    # whom a noun for one person means
    ("Coroner Gary Lund said she drowned. The coroner said it was late.", "Gary Lund", "it was late"),
    ("It sank, her publicist confirmed. “We are sorry,” he said.", "her publicist", "“We are sorry,”"),
    # a participle that goes on with another
    (
        "Boris Hale favored a theory, mocked by many clerks and rejected as “far too dear” by Nora Quist.",
        "Nora Quist",
        "far too dear",
    ),
]

HARBOUR_MASTER = "Nora Quist, a Democrat from Maren, opened the port on Monday. "
TRAILS += [
    # whom a description names again
    (HARBOUR_MASTER + "The Maren Democrat said the quay was safe.", "Nora Quist", "the quay was safe"),
    (HARBOUR_MASTER + "“It is late,” the 43-year-old said.", "Nora Quist", "It is late"),
    # whose words are to come, whose view it is
    ("“The quay is safe and will stay open,” Nora Quist is expected to say.", "Nora Quist", "The quay is safe"),
    ("Mr. Hale, whose view is that the quay was sound, left the yard.", "Hale", "the quay was sound"),
    # an answer behind the question, a charge, data, a state that speaks of itself
    ("The clerk charged that the yard was shut.", "clerk", "the yard was shut"),
    (
        "Trade rose by nine percent in May, Labor Department data showed Thursday.",
        "Labor Department data",
        "Trade rose",
    ),
    ("Denmark will close its ports to all ferries, it said on Thursday.", "Denmark", "Denmark will close"),
    ("Monday’s report from the Labor Department showed that trade rose.", "Labor Department", "trade rose"),
    # those joined whom the parse takes apart
    (
        "Nora Quist, the top clerk of the port, and other sailors said the quay was safe.",
        "Nora Quist and other sailors",
        "the quay was safe",
    ),
    # words given out in the line before, and what goes on in the next line without a verb
    ("Nora Quist released a statement on Tuesday.\n“I was stopped by a guard.”", "Nora Quist", "I was stopped"),
    ("Maren Ferries has posted an update on its page.\n“Some boats will sail.”", "Maren Ferries", "Some boats will"),
    ("Below is a letter by Nora Quist, head of the yard:\n“The quay is rotten.”", "Nora Quist", "The quay is rotten"),
    (
        "“He was calm,” Boris Hale said.\n“Business as usual.”\nThe ferry left at noon.",
        "Boris Hale",
        "Business as usual",
    ),
    ("“He took off,” said Nora Quist.\n“He ran.\nPeople were screaming.”", "Nora Quist", "People were screaming"),
    (
        "Captain Nora Quist commented at a briefing:\nWe are glad that the crew apparently got home.\nIt is old.",
        "Nora Quist",
        "We are glad",
    ),
    # who is named beside what describes her, or named again
    (
        "Nora Quist spoke at the quay. The daughter of sailors, Quist has fought the toll, saying that it harms trade.",
        "Nora Quist",
        "it harms trade",
    ),
    (
        "Nora Quist is a Maren Democrat. She spoke on Monday. The Maren Democrat, who runs it, said the quay was old.",
        "Nora Quist",
        "the quay was old",
    ),
    (
        "The son of the late mayor Boris Hale said the quay was old.",
        "son of the late mayor Boris Hale",
        "the quay was old",
    ),
    ("The husband of Senator Ida Salt said the quay was old.", "husband of Senator Ida Salt", "the quay was old"),
    # an outlet behind "per"
    ("The court has ruled on the quay, which was shut in May, per Delta News.", "Delta News", "The court has ruled"),
    # an outlet's tag in the present
    ("Nora Quist has gone to court over the quay, Delta Wire is reporting.", "Delta Wire", "has gone to court"),
    (
        "“The quay is safe,” Senator Nora Quist (D) and Senator Boris Hale (R) said on Tuesday.",
        "Nora Quist and Boris Hale",
        "The quay is safe",
    ),
]


@pytest.mark.parametrize(("text", "who", "begins"), TRAILS)
def test_who_has_what_is_told(text: str, who: str, begins: str) -> None:
    assert any(chain[:1] == (who,) and any(begins in c for c in contents) for chain, contents in said(text))


NOT_THEIRS = [
    ("Boris Hale is a clerk. A clerk for Mr. Hale said he was out.", "Boris Hale", "he was out"),
    ("Boris Hale’s ferry was late, and a sign told of “slow tides today.”", "Boris Hale", "slow tides"),
    (JOINT, "Boris Hale", "went to great lengths"),  # whom a quotation speaks of
    (BRACKETS, "]", ""),
    ("Nora Quist wrote a letter. The chairmen said it was late.", "Nora Quist", "it was late"),
    ("The panel chairmen met. Chairman Bob Tadler waved. The chairmen said it was late.", "Bob Tadler", "it was late"),
    ("Ida Salt has learned that the port will close.", "Ida Salt", ""),
    ("PUBLISHED: Thursday, May 2, the harbor was shut.", "PUBLISHED", ""),
    ("Boris Hale showed that he can be patient.", "Boris Hale", ""),
    ("Boris Hale showed his best side by saving a kick that would have won the game.", "Boris Hale", ""),
    ('Boris Hale said the move was "not enough" because it did not state whether the ferry sails.', "it", ""),
    (
        "“A clerk who lives near by saw them,” Ida Salt said. “They said close it,” Nora Quist said.",
        "clerk",
        "close it",
    ),
]

LOST_MARK = "“We will rebuild the pier,” Nora Quist said. “We will sail again!\n"
NOT_THEIRS += [
    # a mark that was lost: the next paragraphs are nobody's words
    (
        LOST_MARK + "The pier burned in May. It had stood for years.\nHale called it “a loss” in June.",
        "Nora Quist",
        "The pier burned",
    ),
    # what the report adds behind a dash, or behind what it quotes
    ("Nora Quist said she would keep the yard — a step that the sailors regret.", "Nora Quist", "a step"),
    ("Nora Quist said she would keep the yard – something the sailors deny.", "Nora Quist", "something"),
    ("Nora Quist said that they would stay — effectively closing the yard to sailors.", "Nora Quist", "effectively"),
    # descriptions that bring in another, or may
    (HARBOUR_MASTER + "A Maren Democrat said the quay was unsafe.", "Nora Quist", "the quay was unsafe"),
    (HARBOUR_MASTER + "The harbor minister said the quay was unsafe.", "Nora Quist", "the quay was unsafe"),
    # things and occasions that say nothing
    ("Police cleared a protest calling for fair wages.", "Police", "fair wages"),
    ("Sailors were told to leave after a hole in the dam threatened to flood the yard.", "Sailors", "flood"),
    ("Sailors urged all to stay away, citing the storm and the recent attack on the quay.", "attack", "stay away"),
    ("Yards added 200 jobs in May, a sign that trade is growing.", "Yards", "trade is growing"),
    ("The yard was shut, Delta Wire reported, citing records from the meeting.", "meeting", "shut"),
    ("“I met Hale and he agreed,” Nora Quist said, citing officials at the port.", "officials at the port", "I met"),
    ("Anyone who thinks that the quay is safe should go.", "Anyone", "the quay is safe"),
    ("The tanker sank as Boris Hale felt the deck give way.", "Boris Hale", "the deck"),
    ("They are not trying to find good clerks to run the quay.", "They", "good clerks"),
    ("Choosing Nora Quist signals that the yard will change.", "Choosing Nora Quist", "the yard will change"),
    ("The benefits that the yard promises older clerks are high.", "yard", ""),
    ("Police responded to a fire that burned the quay on Monday.", "Police", "a fire"),
    ("The judge ordered the yard to announce that it reopens.", "yard", "it reopens"),
    ("Nora Quist was ahead when Delta News called the race in her favor.", "Delta News", ""),
    ("The quay was shut, +5.2% announced on Monday.", "+5.2%", "The quay"),
    ("The yard pays 300 crowns, per sailor.", "sailor", "300 crowns"),
    # what another told before, or tells in the next sentence
    ("Nora Quist called it “a gentle lot,” and Boris Hale said they “led with grace.”", "Boris Hale", "gentle lot"),
    ("Her sister did not hold back. “It is not a game,” Nora Quist wrote on her page.", "sister", "not a game"),
    (
        "Most sailors think the quay is safe, according to a Delta News poll released Friday.",
        "Most sailors",
        "according to",
    ),
    # another's statement is no answer
    ("Nora Quist left the yard on Tuesday.\n“I was stopped by a guard.”", "Nora Quist", "I was stopped"),
    ("Nora Quist did not release a statement.\n“I was stopped by a guard.”", "Nora Quist", "I was stopped"),
]


@pytest.mark.parametrize(("text", "who", "words"), NOT_THEIRS)
def test_nobody_gets_the_words_of_others(text: str, who: str, words: str) -> None:
    assert not any(who in chain and any(words in c for c in contents) for chain, contents in said(text))
