"""Plain text: verbatim, with the facts that its own header lines state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.read import read
from crosswire.records import Article, Capture, Unreadable
from crosswire.settings import Settings

BODY = (
    "A ferry and a gravel barge collided on Sunday morning off Lund Point, the coast guard said.\n"
    "Two people were hurt.\n"
)
FRENCH = "Le ministre a déclaré mardi que les négociations reprendraient la semaine prochaine."
GERMAN = "Die Fähre stieß am Sonntagmorgen vor der Küste mit einem Frachtschiff zusammen."
JAPANESE = "台風の影響で列車が運休し、多くの乗客が駅で夜を明かした。"


def article(data: bytes, name: str = "a.txt") -> Article:
    found = read(Capture(name, data, "text/plain"), Settings())
    assert isinstance(found, Article), found
    return found


def reason(data: bytes, settings: Settings | None = None) -> str:
    found = read(Capture("a.txt", data, "text/plain"), settings or Settings())
    assert isinstance(found, Unreadable), found
    assert "\n" not in found.error
    assert found.source == "a.txt"
    return found.error


def test_header_lines_fill_the_facts() -> None:
    read_ = article(
        b"Ferry and barge collide\nBy Ann Lee\nOutlet: The Harbour Post\nPublished: 3 March 2025 10:00 GMT\n"
        b"Updated: 2025-03-04\nURL: https://post.example/a\n\n" + BODY.encode()
    )
    assert read_.title == "Ferry and barge collide"
    assert read_.author == "Ann Lee"
    assert read_.outlet == "The Harbour Post"
    assert read_.published == "2025-03-03T10:00:00+00:00"
    assert read_.modified == "2025-03-04"
    assert read_.address == "https://post.example/a"
    assert read_.language == "en"


def test_several_facts_in_one_header_line() -> None:
    read_ = article(
        b"Ferry and barge collide\nSource: Agency N | 2025-03-02 10:15 GMT | Editor: Bo Ray\n" + BODY.encode()
    )
    assert (read_.outlet, read_.published, read_.author) == ("Agency N", "2025-03-02T10:15:00+00:00", None)


def test_nothing_is_assumed() -> None:
    bare = article(BODY.encode())
    facts = (bare.title, bare.outlet, bare.author, bare.published, bare.modified, bare.address, bare.notes)
    assert facts == (None, None, None, None, None, None, ())


def test_source_at_the_foot_is_a_credit_and_not_the_outlet() -> None:
    assert article((BODY * 8 + "Source: Agency N\n").encode()).outlet is None


def test_date_that_can_be_read_in_two_ways_is_left_open_with_a_note() -> None:
    read_ = article(b"03/04/2025\n" + BODY.encode())
    assert read_.published is None
    assert read_.notes == ("the date in '03/04/2025' can be read in two ways, so it is left open",)


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r", "\u2028"])
def test_line_breaks_stay_as_they_are(breaks: str) -> None:
    text = BODY.replace("\n", breaks)
    read_ = article(text.encode())
    assert read_.text == text
    assert [text[line.start : line.end] for line in read_.lines] == BODY.splitlines()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "utf-32"])
def test_unicode_encodings(encoding: str) -> None:
    read_ = article(BODY.encode(encoding))
    assert read_.text.lstrip("\ufeff") == BODY
    assert read_.text[read_.lines[0].start] == "A"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_legacy_encoding_is_read_with_a_note(encoding: str) -> None:
    text = BODY + "The café owner José Muñoz said the façade was damaged: « It was très bad. »\n"
    read_ = article(text.encode(encoding))
    assert read_.text == text
    assert "not UTF-8" in read_.notes[0]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=80))
def test_the_text_is_the_file_character_for_character(tail: str) -> None:
    text = BODY * 4 + tail + "\n"
    assert article(text.encode()).text.encode() == text.encode()


def test_one_line_of_english_is_enough() -> None:
    for line in ("Ferry sinks off Lund.", "Two people were hurt.", "Premier rings president."):
        assert article(line.encode()).language == "en"


def test_the_same_bytes_make_the_same_article() -> None:
    assert article(BODY.encode()) == article(BODY.encode())
    assert article(BODY.encode()).id == article(BODY.encode(), "b.txt").id
    assert article(BODY.encode()).id != article((BODY + " ").encode()).id


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\r\n\t", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4, "a PNG image, not text"),
        (b"%PDF-1.7\n1 0 obj\n", "a PDF, not text"),
        (b"PK\x03\x04\x14\0\6\0", "a ZIP archive or office document, not text"),
        (bytes(range(256)) * 20, "binary data, not text"),
        (FRENCH.encode(), "in French, and only English is read"),
        (GERMAN.encode(), "in German, and only English is read"),
        (JAPANESE.encode("utf-16"), "in Japanese, and only English is read"),
        (b"http://post.example/a\n2025-03-02\n", "no article in it: not one line of prose"),
    ],
)  # fmt: skip
def test_bad_input_is_named_in_one_line(data: bytes, said: str) -> None:
    assert reason(data) == said


def test_too_large_is_refused() -> None:
    assert reason(b"a" * 1001, Settings(max_bytes=1000)) == "larger than 1,000 bytes"


def test_a_book_is_no_article() -> None:
    assert reason(b"The ferry was late.\n" * 60_000) == "too long for an article: 1,200,000 characters"


def test_foreign_words_in_english_prose_are_no_matter() -> None:
    assert article((BODY + "« Nous avons vu la collision », a dit un passager.\n").encode()).language == "en"


def test_a_long_article_is_read() -> None:
    read_ = article((BODY * 900).encode())
    assert len(read_.text.split()) > 18_000
    assert {line.kind for line in read_.lines} == {"body"}


def test_one_endless_word_is_no_trouble() -> None:
    article((BODY * 3 + "by " + "A" * 300_000 + " " + "-" * 100_000 + "\n").encode())
