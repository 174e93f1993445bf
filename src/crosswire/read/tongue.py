"""Whether an article is in English, and what to say where it is not."""

from dataclasses import dataclass

from crosswire.read.draft import Draft
from crosswire.text.language import language_of

SAMPLE = 6_000  # characters; enough for certainty, and bounded for a long text


@dataclass(frozen=True, slots=True)
class Tongue:
    """``reason`` says in one line why an article that is not ``english`` is not read."""

    english: bool
    reason: str = ""
    notes: tuple[str, ...] = ()


def english_or_reason(draft: Draft) -> Tongue:
    """Tell the language of an article from its prose."""
    code, _ = language_of(prose(draft)[:SAMPLE])
    if code == "en":
        return Tongue(True)
    return Tongue(False, f"in {code}, not in English")


def prose(draft: Draft) -> str:
    """The title and body lines of a draft, as one text."""
    return "\n".join(draft.text[line.start : line.end] for line in draft.lines if line.kind in ("title", "body"))
