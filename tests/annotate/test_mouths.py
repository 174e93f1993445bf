"""Whose words a claim is shown as: appeals, papers and laws that speak, subjects that the parser lost, parts of a
party, what the report holds against; and beside each the like sentence that must not change. Invented sentences."""

from collections.abc import Callable

import pytest

from crosswire.annotate import annotate
from crosswire.records import Article, Parse

pytestmark = pytest.mark.models
Parsed = Callable[[str], tuple[Article, Parse]]

HIT = "the ferry hit the pier"
SAID = [
    (
        (
            "But Mr. Quist, of California, called Friday for Mr. Orr to “use today’s notes to challenge” Mr. Salt at "
            "Monday’s meeting, adding, “We can’t wait.”"
        ),
        "Quist",
        "for Mr. Orr to “use today’s notes to challenge” Mr. Salt at Monday’s meeting",
    ),
    ("Nora Quist called on the clerks in a speech to mend the pier.", "Nora Quist", "to mend the pier"),
    (
        "Nora Quist issued a plea to Mr. Orr to block the sale and “come out before the vote.”",
        "Nora Quist",
        "Mr. Orr to block the sale and “come out before the vote.”",
    ),
    ("Nora Quist repeated her promise to mend the pier.", "Nora Quist", "to mend the pier"),
    ("Nora Quist has vowed to open the yard, even though it is shut by law.", "Nora Quist", "to open the yard"),
    (
        "Nora Quist vowed to open the yard before the storm comes.",
        "Nora Quist",
        "to open the yard before the storm comes",
    ),
    (
        "The note was short, though Orr did leave a clue: A clerk “was told” to sail, according to the court papers.",
        "court papers",
        "A clerk “was told” to sail",
    ),
    (
        "Critics say the sale broke the part of the harbour code that says: “Whoever sells a pier shall be fined.”",
        "harbour code < Critics",
        "“Whoever sells a pier shall be fined.”",
    ),
    (
        "Tom Orr said Nora Quist had conveyed Ida Salt's suggestion that he join the board.",
        "Ida Salt < Nora Quist < Tom Orr",
        "that he join the board",
    ),
    (
        "In July, the Herald said Orr met with clerks in June who said they had the papers.",
        "clerks < Herald",
        "they had the papers",
    ),
    ("Orsk, Texas Mayor Nora Quist said the ferry hit the pier.", "Nora Quist", HIT),
    ("People briefed on the matter said the ferry hit the pier.", "People briefed on the matter", HIT),
    ("Some Republicans said the ferry hit the pier.", "some Republicans", HIT),
    ("Republicans said the ferry hit the pier.", "Republicans", HIT),
    (
        "Harbor clerk Nora Quist and all seven Republicans on the panel said the ferry hit the pier.",
        "Nora Quist and all seven Republicans on the panel",
        HIT,
    ),
    (
        (
            "Sen. Nora Quist (R-Del.), Harbor Leader Tom Orr (D-N.Y.) and 18 members of the panel said the ferry hit "
            "the pier."
        ),
        "Nora Quist and Tom Orr and 18 members of the panel",
        HIT,
    ),
    (
        "In a note to The Herald, Quist’s clerk, Tom Orr, said, “The ferry hit the pier.”",
        "Tom Orr",
        "“The ferry hit the pier.”",
    ),
    (
        "According to papers from Orsk Court, the yard and Tom Orr were told to stop.",
        "Orsk Court < paper of Orsk Court",
        "the yard and Tom Orr were told to stop",
    ),
    (
        "Members of President Quist’s 1912 Commission said the ferry hit the pier.",
        "Members of President Quist’s 1912 Commission",
        HIT,
    ),
    (
        "The Coast Guard is sending more men, the agency said.",
        "Coast Guard",
        "The Coast Guard is sending more men",
    ),
    ("Nora Quist is sending more men, the agency said.", "agency", "Nora Quist is sending more men"),
    ("The yard sank in May, papers released Tuesday show.", "papers", "The yard sank in May"),
    ("The ferry was old, prosecutors charge.", "prosecutors", "The ferry was old"),
    ("Counselor to the President Nora Quist said the ferry hit the pier.", "Nora Quist", HIT),
    (
        "Former Congressman and 2020 Presidential Candidate Tom Orr said the ferry hit the pier.",
        "Tom Orr",
        HIT,
    ),
    (
        "Nora Quist penned a piece for The Herald saying, “it is time to sell the pier.”",
        "Nora Quist",
        "“it is time to sell the pier.”",
    ),
    ("White House officials discovered that the ferry was old.", "White House officials", "that the ferry was old"),
    (
        "Nora Quist, Top Democrats Call On Orr To Cancel Meeting",
        "Nora Quist and Top Democrats",
        "To Cancel Meeting",
    ),
]
UNSAID = [
    "Nora Quist made no promise to mend the pier.",
    "The yard ordered a review on Monday to find out why it sank.",
    "If the clerks believe that the ferry sank, they will sail.",
    "Nora Quist cannot claim to love the harbour.",
    "Jury shown film of the wreck.",
    "Nora Quist denied calls to sell the pier.",
    "He cast himself as a friend of the crew.",
    "But even as they cheered, Nora Quist hinted at the quarrel.",
    "She discovered that the ferry was old.",
    "The council backed the pier. “The council will pay for all of it.”",
]


@pytest.mark.parametrize(("text", "chain", "content"), SAID)
def test_the_words_are_whose_the_text_says(parsed: Parsed, text: str, chain: str, content: str) -> None:
    found = annotate(*parsed(text)).attributions
    told = [(" < ".join(s.name for s in a.chain), text[x:y]) for a in found for x, y in a.contents]
    assert (chain, content) in told


@pytest.mark.parametrize("text", UNSAID)
def test_what_nobody_says_is_put_in_no_mouth(parsed: Parsed, text: str) -> None:
    assert not [a for a in annotate(*parsed(text)).attributions if a.chain and a.contents]


def test_hearsay_of_the_reports_own_is_not_the_speakers(parsed: Parsed) -> None:
    text = "Orr told jurors of the fire, which was allegedly set for money."
    assert all(not a.chain for a in annotate(*parsed(text)).attributions)


def test_a_son_called_by_courtesy_and_surname_is_the_son(parsed: Parsed) -> None:
    text = "Tom Orr Jr. left in May.\nMr. Orr, the president’s oldest son, met clerks. “It was late,” Mr. Orr said."
    names = [s.name for a in annotate(*parsed(text)).attributions for s in a.chain]
    assert names == ["Tom Orr Jr."]


def test_a_namesake_of_his_father_is_just_himself(parsed: Parsed) -> None:
    text = "Tom Orr Jr. left in May.\n“It was late,” Mr. Orr said."
    names = [s.name for a in annotate(*parsed(text)).attributions for s in a.chain]
    assert names == ["Tom Orr"]


AGAIN = [
    (
        "One senior harbour official said the ferry was old. The official said the pier was sound.",
        ["One senior harbour official", "One senior harbour official"],
    ),
    (
        "A source close to the yard said the ferry was old. Another source nodded. The source said it was sound.",
        ["source close to the yard", "source"],
    ),
    (
        "Several officials said the ferry was old. The official said the pier was sound.",
        ["Several officials", "official"],
    ),
    (
        "Three senior harbour officials said the ferry was old. One of them told clerks that the pier was sound.",
        ["Three senior harbour officials", "one of three senior harbour officials"],
    ),
]


@pytest.mark.parametrize(("text", "names"), AGAIN)
def test_one_without_a_name_is_told_apart_as_before(parsed: Parsed, text: str, names: list[str]) -> None:
    assert [s.name for a in annotate(*parsed(text)).attributions if a.contents for s in a.chain] == names


def test_a_film_is_told_by_nobody_who_gave_it_out(parsed: Parsed) -> None:
    text = "Prosecutors released a video on Monday. The video shows that the ferry hit the pier."
    found = [[s.name for s in a.chain] for a in annotate(*parsed(text)).attributions if a.contents]
    assert found == [["video"]]
