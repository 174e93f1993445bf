"""What comparing articles finds: stories, lineage, occurrences, points, verdicts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from crosswire.records.annotation import Quantity, TimeExpression
from crosswire.records.claim import Argument, Claim

PointKind = Literal[
    "count",
    "quantity",
    "money",
    "duration",
    "date",
    "time",
    "place",
    "actor",
    "speaker",
    "status",
    "polarity",
    "wording",
    "event",
]
Verdict = Literal["single", "agree", "compatible", "update", "conflict"]


@dataclass(frozen=True, slots=True)
class Signal:
    """One named reason with a score. ``value`` is what was measured, ``weight`` what it added to
    the decision (log-odds where the decision is a learned one, else 0), ``detail`` the words."""

    name: str
    value: float
    weight: float
    detail: str


@dataclass(frozen=True, slots=True)
class Story:
    """The articles (ids, in order of publication, then of source) that tell of one event."""

    id: str
    title: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that two articles share: offsets into the giving and the taking article."""

    giver: tuple[int, int]
    taker: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Copy:
    """``taker`` shares ``passages`` with ``giver``. ``share`` is the part of the taker's body
    words that stand in the giver (0 to 1). ``kind``: near-copy or shared passages. ``direction``
    says by what the giver was told from the taker; "unknown" when it can't be told. ``own`` are
    the stretches of a near copy (offsets into the taker) that hold nothing of the giver: what the
    taker reports itself."""

    giver: str
    taker: str
    share: float
    kind: Literal["near-copy", "shared-passages"]
    direction: Literal["time", "credit", "containment", "unknown"]
    passages: tuple[Passage, ...]
    own: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reliance:
    """An article names where it has something from; the span holds the naming words."""

    article: str
    on: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent root. ``articles`` are those that rest on it, ``reason`` why they are one."""

    id: str
    articles: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class OutletFamily:
    """Names of outlets that count as one origin: one outlet's several names, or outlets of one
    newsroom. ``agency`` says that others print its text word for word."""

    names: tuple[str, ...]
    agency: bool = False


@dataclass(frozen=True, slots=True)
class Lineage:
    """Which articles of a story copy or rely on which. ``families`` are the outlets that the
    caller told of, beside those that are known; ``outlets`` the names of media that the articles
    say that somebody told, or that told them themselves."""

    copies: tuple[Copy, ...]
    reliance: tuple[Reliance, ...]
    origins: tuple[Origin, ...]
    families: tuple[OutletFamily, ...] = ()
    outlets: tuple[str, ...] = ()


# Of the links between the claims of one occurrence at least so many are kept of each claim, its strongest: what a
# hundred reports tell needs no more to stand together. In the gold clusters, of three to seven reports, no claim has
# more than 14.
KEPT_LINKS = 16


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims held to tell of the same, with the probability and the signals behind it."""

    left: str
    right: str
    score: float
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Claims of a story (ids) that tell of the same happening or state, and the links between."""

    id: str
    claims: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one claim says to a point. The span is the claim's own or a narrower one.
    ``value`` is the answer as shown ("about 20 minutes"). ``perhaps`` says that no claim of another report in the
    point is sure to tell of the same: the claim may belong elsewhere, and adds no support beside others that do."""

    claim: str
    article: str
    start: int
    end: int
    text: str
    value: str
    said_by: tuple[str, ...]
    hedge: str | None
    cue: str | None = None
    stance: str | None = None
    perhaps: bool = False


def supporting(answers: Sequence[Answer]) -> Sequence[Answer]:
    """The claims that stand behind an answer: those that surely belong to its point, or all where none does."""
    return [a for a in answers if not a.perhaps] or answers


@dataclass(frozen=True, slots=True)
class Account:
    """One answer to a point, with the claims that give it. ``origins`` counts the independent
    roots behind those claims, never the articles."""

    answer: str
    origins: int
    claims: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """An article of the story with no claim for a point; ``could_have_known`` is None when the
    times do not tell."""

    article: str
    could_have_known: bool | None


@dataclass(frozen=True, slots=True)
class Point:
    """One question about an occurrence, its accounts and the verdict with its reason.
    ``between`` is set on a conflict only."""

    id: str
    occurrence: str
    question: str
    kind: PointKind
    verdict: Verdict
    between: Literal["reports", "speakers"] | None
    reason: str
    accounts: tuple[Account, ...]
    silent: tuple[Silence, ...]
    signals: tuple[Signal, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class NameVariant:
    """A form of a name in an article, and why it was joined with the canonical one."""

    text: str
    article: str
    reason: str


@dataclass(frozen=True, slots=True)
class Name:
    """One person, organisation, place or other thing across the story's articles, under its forms."""

    canonical: str
    kind: Literal["person", "organization", "place", "other"]
    variants: tuple[NameVariant, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A dated happening: the interval (ISO 8601, None where it can't be placed), the words that
    state it, the claim's text and the point's id."""

    start: str | None
    end: str | None
    stated: str
    text: str
    point: str


@dataclass(frozen=True, slots=True)
class Version:
    """One article's form of an utterance: where it stands, who said it (innermost first), whether it
    stands in quotation marks, and the stretches (offsets of the article) that not every version has."""

    article: str
    start: int
    end: int
    said_by: tuple[str, ...]
    quoted: bool
    differs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One utterance as several articles give it. ``origins`` counts the independent roots behind the
    versions, never the articles."""

    id: str
    speaker: str
    origins: int
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class StoryFindings:
    """Everything found about one story."""

    story: Story
    points: tuple[Point, ...]
    lineage: Lineage
    names: tuple[Name, ...]
    timeline: tuple[TimelineEntry, ...]
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Filler:
    """What one claim puts into a slot: a quantity, a time, an argument; None for the claim as a
    whole."""

    claim: Claim
    filling: Quantity | TimeExpression | Argument | None


@dataclass(frozen=True, slots=True)
class Slot:
    """A question about an occurrence before it is judged: its kind, what it asks about (a noun
    or predicate lemma), and the fillers that answer it."""

    occurrence: str
    kind: PointKind
    about: str
    fillers: tuple[Filler, ...]
    links: tuple[Link, ...]
