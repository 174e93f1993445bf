"""What stands in quotation marks, of whatever shape."""

import build
import pytest

from crosswire.stories.quotes import quoted_spans


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “the strait is shut” at noon.", ["“the strait is shut”"]),
        ('He said "the strait is shut" at noon.', ['"the strait is shut"']),
        ("He said `` the strait is shut '' at noon .", ["`` the strait is shut ''"]),
        ("Er sagte „die Meerenge ist zu“ am Mittag.", ["„die Meerenge ist zu“"]),
        ("Il a dit « le détroit est fermé » à midi.", ["« le détroit est fermé »"]),
        ("He said 「the strait is shut」 at noon.", ["「the strait is shut」"]),
        ("“It was not “a war of ours.” It was theirs,” she said.", ["“It was not “a war of ours.” It was theirs,”"]),
        ("“It was “shut, she said. “It is open,” he said.", ["“It was “shut, she said. “It is open,”"]),
        ("She is 6'2\" tall and he said nothing.", []),
        ("She wrote on her page:\nThe strait is shut.\nShips waited.", ["The strait is shut."]),
        (
            "“The strait is shut.\n“It will open on Monday,” he said.",
            ["“The strait is shut.\n“It will open on Monday,”"],
        ),
        ("'The captain's strait is shut,' she said at noon.", ["'The captain's strait is shut,'"]),
        ("She called it ‘a strait of ours.’", ["‘a strait of ours.’"]),
        ("The owners' ships waited, he said, for the captains' word.", []),
        ("Nothing here is said by anybody.", []),
    ],
)
def test_quoted(text: str, quoted: list[str]) -> None:
    article = build.article(text)
    assert [text[start:end] for start, end in quoted_spans(article, None)] == quoted
