"""The nouns of Crosswire: frozen records that the stages hand to each other.

Takes: nothing.  Gives: the words of DESIGN.md as types.
Keeps: raw text beside every reading of it.  Never: behaviour beyond small derived facts.
"""

from crosswire.records.annotation import (
    Annotations,
    Attribution,
    Citation,
    Entity,
    EntitySpan,
    Mention,
    NameKind,
    Parse,
    Quantity,
    Sentence,
    Source,
    TimeExpression,
    Token,
)
from crosswire.records.article import Article, Capture, Line, LineKind, Unreadable
from crosswire.records.claim import Argument, Claim
from crosswire.records.dossier import Dossier
from crosswire.records.finding import (
    Account,
    Answer,
    Copy,
    Filler,
    Lineage,
    Link,
    Name,
    NameVariant,
    Occurrence,
    Origin,
    Passage,
    Point,
    PointKind,
    Reliance,
    Signal,
    Silence,
    Slot,
    Story,
    StoryFindings,
    TimelineEntry,
    Verdict,
)
from crosswire.records.ids import content_id

__all__ = [
    "Account", "Annotations", "Answer", "Argument", "Article", "Attribution", "Capture", "Citation",
    "Claim", "Copy", "Dossier", "Entity", "EntitySpan", "Filler", "Line", "LineKind", "Lineage", "Link",
    "Mention", "Name", "NameKind", "NameVariant", "Occurrence", "Origin", "Parse", "Passage", "Point",
    "PointKind", "Quantity", "Reliance", "Sentence", "Signal", "Silence", "Slot", "Source", "Story",
    "StoryFindings", "TimeExpression", "TimelineEntry", "Token", "Unreadable", "Verdict", "content_id",
]
