"""Where a span begins and ends: never within a word, never with half of a pair of marks or brackets."""

import re

_CLOSED = re.compile(r"\s?[.,;:!?]?\s?([\"”)])")
_PAIRS = (("“", "”"), ('"', '"'), ("(", ")"))


def rounded(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """A span of a text with the rest of a word that it cuts at a hyphen ("re-|energized") and with the other mark
    of a quotation or pair of brackets of which it holds one, where that stands right beside it. It stays within
    [first, last)."""
    while start > first and text[start - 1] == "-" and start - 1 > first and text[start - 2].isalnum():
        start -= 2
        while start > first and text[start - 1].isalnum():
            start -= 1
    while end < last - 1 and text[end] == "-" and text[end + 1].isalnum() and text[end - 1].isalnum():
        end += 2
        while end < last and text[end].isalnum():
            end += 1
    for opening, closing in _PAIRS:
        inside = text[start:end]
        lacks_closing = (
            inside.count(opening) % 2 if opening == closing else inside.count(opening) > inside.count(closing)
        )
        lacks_opening = (
            inside.count(opening) % 2 if opening == closing else inside.count(opening) < inside.count(closing)
        )
        if lacks_opening and start > first and text[start - 1] == opening:
            start -= 1
        elif lacks_closing and (mark := _CLOSED.match(text, end, last)) and mark[1] == closing:
            end = mark.end()
    return start, end
