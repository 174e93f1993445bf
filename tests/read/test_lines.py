"""What the lines of a page are taken for: invented pages in the shapes that outlets really have."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.read.lines import mark

PROSE = (
    "A ferry and a gravel barge collided on Sunday morning off Lund Point, hurting two people, the coast guard said."
)
MORE = (
    "The ferry was carrying 112 passengers when the barge crossed its bow, according to the harbour master, Ola Berg."
)
BOTH = f"{PROSE}\n{MORE}\nThe barge stayed afloat and was towed to Orrin on Sunday night with four people aboard.\n"


def kinds(text: str) -> list[tuple[str, str]]:
    return [(line.kind, text[line.start : line.end]) for line in mark(text)]


def kind_of(line: str, text: str) -> str:
    return next(kind for kind, words in kinds(text) if words == line)


HEAD = [
    ("date 2025-03-02", "dateline"),
    ("Published: 3 March 2025", "dateline"),
    ("Last Updated: Sunday, 2 March 2025, 02: 24 GMT", "dateline"),
    ("9 September 2013 Last updated at 14: 39 GMT", "dateline"),
    ("Updated 9 : 06 AM", "dateline"),
    ("11 / 30 / 24 05: 40 PM ET", "dateline"),
    ("LUND, Norrland —", "dateline"),
    ("LUND, Norrland, March 2, 2025", "dateline"),
    ("URL: https://harbourpost.example/a", "furniture"),
    ("http: / / www. harbourpost. example / news / 2025 / fire - in - the - mill. html", "furniture"),
    ("By Ann Lee", "byline"),
    ("By ANN LEE and BO RAY, Associated Herald", "byline"),
    ("By Ann Lee, The Harbour Post | March 2, 2025", "byline"),
    ("By Ann Lee | post.example | Updated: 2025-03-02 10:15", "byline"),
    ("By Ann Lee, March 2, 2025", "byline"),
    ("Ann Lee | March 2, 2025 | 3 min read", "dateline"),
    ("Agency N | 2025-03-02 10:15:33 | Editor: Bo Ray", "dateline"),
    ("2025-03-02 10:15 Source: Agency N Editor: Bo Ray", "dateline"),
    ("Ann Lee, Chief Political Correspondent", "byline"),
    ("Outlet: The Harbour Post", "credit"),
    ("Source: Agency N", "credit"),
    ("Skip to content", "furniture"),
    ("Home » News » Norrland", "furniture"),
    ("FILE - The ferry Astrid in port, Feb. 4, 2025. (AP Photo/Bo Ray)", "caption"),
    ("Photo: The ferry Astrid", "caption"),
    ("The ferry Astrid leaves Lund on Friday [Bo Ray/Agency N] (Photo by Bo Ray/Getty Images)", "caption"),
    ("Image caption", "caption"),
]
FOOT = [
    ("Source: Agency N", "credit"),
    ("(Reporting by Ann Lee; Editing by Bo Ray)", "credit"),
    ("With reporting by Bo Ray in Orrin", "credit"),
    ("Bo Ray contributed to this report.", "credit"),
    ("Leave a Reply", "furniture"),
    ("You must be logged in to post a comment.", "furniture"),
    ("Your email address will not be published. Required fields are marked *", "furniture"),
    ("Share this:", "furniture"),
    ("Like Loading...", "furniture"),
    ("Related articles", "furniture"),
    ("Read more: New ferry line opens", "furniture"),
    ("Also read | New ferry line opens", "furniture"),
    ("*Read also: New ferry line opens*", "furniture"),
    ("**By Ines Dorn**", "byline"),
    ("We use cookies to improve your experience. Accept all cookies", "furniture"),
    ("© 2025 The Harbour Post. All rights reserved.", "furniture"),
    ("Follow Ann Lee on Twitter @annlee", "furniture"),
    ("Sign up for our newsletter", "furniture"),
    ("12 comments", "furniture"),
    ("* * *", "furniture"),
]
PROSE_LINES = [
    "By Friday the river had risen by two metres.",
    "By contrast, the barge was hardly scratched",
    "Share prices fell by four percent after the collision.",
    "Home owners near the port were told to leave.",
    "Sources close to the owner said the ferry had been due for repairs in May.",
    '"I heard a bang," he said',
    "He said: “We saw it too late.”",
    "Agency N reports:",
    "Among their demands are these:",
    "Berg continued:",
    "“It was too late.” — Ola Berg",
    "Trade unions say their members pay for a crisis that politicians caused",
    "Nobody was killed.",
    "Related companies own both the ferry and the barge, according to the register.",
    "Print workers joined the strike on Monday.",
    "More than 40 people were treated for cold.",
    "Comments by the minister angered the owners.",
    "By then, two | three people had been found.",
    "It was the worst accident since March 2, 2015",
    "Berg was killed on March 2, 2015.",
]
HEADINGS = ["What happened on the bridge", "'We panicked'", "What is known so far?", "Key points:", "THE OWNERS"]


@pytest.mark.parametrize(("line", "kind"), HEAD)
def test_header_lines_are_told(line: str, kind: str) -> None:
    assert kind_of(line, f"Ferry and barge collide off Lund Point\n{line}\n{BOTH}") == kind


@pytest.mark.parametrize(("line", "kind"), FOOT)
def test_footer_lines_are_told(line: str, kind: str) -> None:
    assert kind_of(line, f"{BOTH}{line}\n") == kind


@pytest.mark.parametrize("line", PROSE_LINES)
def test_prose_stays_body(line: str) -> None:
    assert kind_of(line, f"{PROSE}\n\n{line}\n\n{MORE}") == "body"


@pytest.mark.parametrize("line", HEADINGS)
def test_headings_in_mid_text(line: str) -> None:
    assert kind_of(line, f"{PROSE}\n\n{line}\n\n{MORE}") == "heading"


def test_title_is_the_headline_and_not_the_menu() -> None:
    text = f"Home\nNews\nFerry and barge collide off Lund Point\nBy Ann Lee\n{BOTH}"
    assert kinds(text)[:4] == [
        ("furniture", "Home"),
        ("furniture", "News"),
        ("title", "Ferry and barge collide off Lund Point"),
        ("byline", "By Ann Lee"),
    ]


def test_article_without_headline_has_no_title() -> None:
    assert {kind for kind, _ in kinds(BOTH)} == {"body"}


def test_labelled_title_is_cut_from_its_label() -> None:
    found = kinds(f"Title: Ferry and barge collide\n{BOTH}")
    assert found[:2] == [("furniture", "Title:"), ("title", "Ferry and barge collide")]


def test_comments_after_the_reply_heading_are_furniture() -> None:
    text = f"{BOTH}Leave a Reply\nThe captain of that ferry should be dismissed at once, I have always said so.\n"
    assert kinds(text)[-1][0] == "furniture"


def test_comment_link_above_the_text_does_not_hide_it() -> None:
    assert kind_of(MORE, f"Ferry and barge collide\nLeave a comment\n{BOTH}") == "body"


def test_other_stories_are_furniture_until_prose_comes_back() -> None:
    text = (
        f"{BOTH}Related stories\nHarbour dredging delayed again\nNew ferry line opens\n{PROSE.replace('two', 'three')}"
    )
    assert [kind for kind, _ in kinds(text)][-4:] == ["furniture", "furniture", "furniture", "body"]


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        ("• Aboard: 112 people and a crew.", [("heading", "Aboard:"), ("body", "112 people and a crew.")]),
        ("- **The call**: It lasted an hour.", [("heading", "**The call**:"), ("body", "It lasted an hour.")]),
        ("* The ferry left at 08:10 from Orrin.", [("body", "The ferry left at 08:10 from Orrin.")]),
        ("- Berg said: “It was too late.”", [("body", "Berg said: “It was too late.”")]),
        ("5. 9 quakes shook the island in May.", [("body", "5. 9 quakes shook the island in May.")]),
    ],
)  # fmt: skip
def test_list_items_lose_their_mark_and_label(item: str, parts: list[tuple[str, str]]) -> None:
    found = kinds(f"{PROSE}\n\n{item}\n\n{MORE}")
    assert found[1:-1] == parts


def test_hard_wrapped_paragraphs_are_one_line_each() -> None:
    text = (
        "The premier and the president spoke by telephone on Saturday for about\n"
        "20 minutes, her office said. The call took place at the request of the\n"
        "president, Agency N reported.\n"
        "\n"
        "The opposition said it had not been told of the call in advance, and\n"
        "asked for a debate in parliament on Monday.\n"
    )
    assert [words.count("\n") for _, words in kinds(text)] == [2, 1]


def test_one_sentence_a_line_stays_apart() -> None:
    assert len(kinds(BOTH)) == 3


def test_line_that_goes_on_in_lower_case_is_joined() -> None:
    text = f'"Denying it would be foolish!"\nhe wrote on Monday.\n{PROSE}'
    assert kinds(text)[0][1].endswith("he wrote on Monday.")


def test_literal_breaks_end_a_line_and_belong_to_none() -> None:
    text = f"Ferry and barge collide off Lund Point \\n {PROSE} \\n\n{MORE}"
    assert kinds(text) == [("title", "Ferry and barge collide off Lund Point"), ("body", PROSE), ("body", MORE)]


def test_windows_paths_are_no_breaks() -> None:
    assert len(kinds(f"{PROSE[:-1]} from C:\\new\\names.")) == 1


@given(st.text(alphabet=st.sampled_from("Aab 1.,:'\"\n\r\t\\n—-•#*|?!\u2028\ufeff"), max_size=200))
def test_lines_are_ordered_and_leave_no_word_out(text: str) -> None:
    lines = mark(text)
    assert all(a.end <= b.start for a, b in pairwise(lines))
    assert all(line.start < line.end and text[line.start : line.end].strip() for line in lines)
    covered = {place for line in lines for place in range(line.start, line.end)}
    letters = {i for i, c in enumerate(text) if c in "Aab" or (c == "n" and text[max(0, i - 1) : i] != "\\")}
    assert letters <= covered
