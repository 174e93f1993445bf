"""What each line of a text is: prose that may hold claims, or one of the other things on a page."""

import re
from collections.abc import Sequence

from crosswire.read.header import Field, header_fields, title_label
from crosswire.read.layout import Row, ends_sentence, paragraphs, trim
from crosswire.read.tables import tables
from crosswire.records import Line, LineKind

WORD = re.compile(r"[^\W_][\w’'.-]*")
EMPHASIS = re.compile(r"([*_]{1,3})(?![\s*_])([^*_]+)(?<!\s)\1")  # a whole line in Markdown's emphasis
HEAD_ROWS = 14  # a page's own header is over by then; gold articles need 3, WordPress pages up to 10
FOOT_ROWS = 4  # "Published: …" also stands at the foot
TAIL_PROSE = 40  # words of prose before "Leave a Reply" opens a foot; less and it is a link at the top
SURE_TAIL_PROSE = 8  # a comment form's own heading ends even a news flash of one sentence
LONGEST = 600  # characters; no rule is for a longer line
HEADING_WORDS = 12
TITLE_WORDS = 25  # the longest of 62 gold headlines has 17


def mark(text: str, given: Sequence[tuple[int, int, LineKind]] = ()) -> tuple[Line, ...]:
    """Divide a text into lines and say what each is.

    ``given``: spans whose kind is known from elsewhere (a page's markup). Every non-blank
    stretch of the text is in a line, list marks and literal "\\n" aside."""
    known = {(start, end): kind for start, end, kind in given}
    parts = paragraphs(text, stands_alone)
    kinds = [known.get((row.start, row.end)) or _by_rule(text[row.start : row.end]) for row in parts]
    _foot(text, parts, kinds)
    _title(text, parts, kinds)
    if all(kind not in (None, "body") for kind in kinds):  # one paragraph signed "(AFP)" is no caption
        kinds = ["body" if kind == "caption" else kind for kind in kinds]
    last = max((i for i, kind in enumerate(kinds) if kind in (None, "body")), default=0)
    for i, row in enumerate(parts):
        if kinds[i] is None:
            leads = i < last
            is_heading = row.mark.startswith("#") or (leads and _is_heading(text[row.start : row.end]))
            kinds[i] = "heading" if is_heading else "body"
        if kinds[i] == "body" and row.bullet and (cut := _label_end(text, row)):
            parts[i : i + 1] = _cut(text, row, cut)
            kinds[i : i + 1] = ["heading", "body"]
        elif kinds[i] == "title" and (cut := title_label(text[row.start : row.end])):
            parts[i : i + 1] = _cut(text, row, row.start + cut)
            kinds[i : i + 1] = ["furniture", "title"]
    return tuple(Line(row.start, row.end, kind or "body") for row, kind in zip(parts, kinds, strict=True))


def stands_alone(line: str) -> bool:
    """Whether a line is a header, a byline, a credit or the like, whatever stands around it."""
    return _by_rule(line) is not None


def _by_rule(line: str) -> LineKind | None:
    """The kind that a line has by its words alone, or None."""
    if len(line) > LONGEST:
        return None
    if set_apart := EMPHASIS.fullmatch(line):
        line = set_apart[2]
    names = [field.name for field in header_fields(line)]
    if names:
        return _KIND_OF_FIELD["author" if "author" in names else names[0]]
    count = len(line.split())
    for rule in tables().rules:
        if count <= rule.words and rule.pattern.match(line):
            return rule.kind
    return None


_KIND_OF_FIELD: dict[str, LineKind] = {
    "title": "title",
    "published": "dateline",
    "modified": "dateline",
    "author": "byline",
    "outlet": "credit",
    "place": "dateline",
    "address": "furniture",
}


def _foot(text: str, parts: list[Row], kinds: list[LineKind | None]) -> None:
    """Mark what follows "Leave a Reply" and the short lines that follow "Related articles"."""
    prose, in_list, open_tail = 0, False, False
    for i, row in enumerate(parts):
        line = text[row.start : row.end]
        words = len(line.split())
        if open_tail:
            kinds[i] = kinds[i] if kinds[i] in ("credit", "caption") else "furniture"
        elif words <= HEADING_WORDS and tables().tails.match(line):
            kinds[i] = "furniture"
            open_tail = prose >= (SURE_TAIL_PROSE if tables().sure_tails.match(line) else TAIL_PROSE)
        elif words <= HEADING_WORDS and tables().lists.match(line):
            kinds[i], in_list = "furniture", prose >= TAIL_PROSE
        elif kinds[i] is None and _is_prose(line):
            prose, in_list = prose + words, False
        elif kinds[i] is None and in_list:
            kinds[i] = "furniture"


def _is_prose(line: str) -> bool:
    count = len(line.split())
    return count > TITLE_WORDS or (count >= 6 and ends_sentence(line))


def _title(text: str, parts: list[Row], kinds: list[LineKind | None]) -> None:
    """Find the article's own headline among the rows before its first prose."""
    if "title" in kinds:
        return
    first_prose = next(
        (i for i, row in enumerate(parts) if kinds[i] is None and _is_prose(text[row.start : row.end])), len(parts)
    )
    rest = [i for i in range(min(first_prose, HEAD_ROWS)) if kinds[i] is None]
    likely = [i for i in rest if _could_be_title(text[parts[i].start : parts[i].end])]
    if not likely or first_prose == len(parts):
        return
    chosen = next((i for i in likely if len(text[parts[i].start : parts[i].end].split()) >= 4), likely[-1])
    kinds[chosen] = "title"
    for i in rest:
        if i < chosen and len(text[parts[i].start : parts[i].end].split()) <= 3:
            kinds[i] = "furniture"


def _could_be_title(line: str) -> bool:
    words = line.split()
    return len(words) <= TITLE_WORDS and not line.rstrip("\"'”’").endswith((".", ",", ":")) and line[:1] not in "([{"


def _is_heading(line: str) -> bool:
    """Whether a line that has prose after it is a heading: short, without a full stop, and making
    no statement."""
    words = WORD.findall(line)
    if not words:
        return True
    bare = line.strip("*_ ")
    if bare.endswith(":"):
        short = len(words) <= 3 or (len(words) <= 5 and _headline_case(words, 1.0))
        return short and not _has_speech(words) and not any(word.endswith("ed") for word in words)
    if bare.endswith("?"):
        return (
            len(words) <= 9
            and bare[:1].isupper()
            and re.split("[’']", words[0].lower())[0] in QUESTION_WORDS
            and '"' not in bare
        )
    if ends_sentence(bare) or bare.endswith((",", ";", "—", "-")) or bare[:1].islower() or len(words) > HEADING_WORDS:
        return False
    if _has_speech(words) or bare.count('"') % 2 or re.search(r"[,.!?][\"”’']\s+\w", bare):
        return False
    if _headline_case(words) or QUOTED.fullmatch(bare):
        return True
    states = words[0].lower() not in QUESTION_WORDS and any(word.lower() in tables().finite for word in words)
    return len(words) <= 8 and not states


QUOTED = re.compile(r"[\"“'‘].*[\"”'’]")
QUESTION_WORDS = frozenset(
    ("what", "who", "whom", "whose", "when", "where", "why", "how", "which", "is", "are", "was", "were", "will", "can",
     "could", "did", "does", "do", "has", "have", "should", "would")
)  # fmt: skip


def _has_speech(words: list[str]) -> bool:
    return any(word.lower() in tables().speech for word in words)


def _headline_case(words: list[str], share: float = 0.75) -> bool:
    """Whether at least that share of a line's longer words is capitalised."""
    large = [word for word in words if word.lower() not in tables().small]
    return sum(not word[0].islower() for word in large) >= share * len(large)


def _label_end(text: str, row: Row) -> int | None:
    """Where the label of a list item ends: "• Duration of the call: it lasted …"."""
    found = re.compile(r"(\*\*)?([^\s:*][^:*.,;!?]{1,50}?)\s?(:\*\*|\*\*:|:)(?=\s+\S)").match(text, row.start, row.end)
    if not found:
        return None
    words = WORD.findall(found.group(2))
    return found.end() if 0 < len(words) <= 6 and not _has_speech(words) else None


def _cut(text: str, row: Row, place: int) -> list[Row]:
    """A row as two, without the blanks around the cut."""
    return [Row(*trim(text, row.start, place), row.gap), Row(*trim(text, place, row.end), False)]


def fields(text: str, lines: Sequence[Line]) -> tuple[Field, ...]:
    """What the header and footer lines of a text state: its title, outlet, author and times."""
    stated: list[Field] = []
    for i, line in enumerate(lines):
        if (i < HEAD_ROWS or i >= len(lines) - FOOT_ROWS) and line.kind not in ("body", "heading", "caption"):
            found = header_fields(text[line.start : line.end])
            stated.extend(field for field in found if field.name != "outlet" or i < HEAD_ROWS)
    return tuple(stated)
