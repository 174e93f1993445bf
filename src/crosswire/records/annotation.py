"""What is marked in one article: syntax, names, quantities, times, and who said what."""

from dataclasses import dataclass
from typing import Literal

NameKind = Literal["person", "organization", "place", "nationality", "role", "other"]


@dataclass(frozen=True, slots=True)
class Token:
    """One token: offsets into the article's text, and its syntax (spaCy's English labels:
    Universal part of speech, Penn tag, ClearNLP dependency). ``head`` is the index of the
    governing token (its own index at a root); ``sentence`` the index of its sentence."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: offsets into the text, and its tokens as the half-open range [first, last)."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class EntitySpan:
    """A span that the parser's entity recogniser found, with OntoNotes' label (PERSON, GPE, ...)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """What a parser gives for one article. Only body (and title) lines are parsed; offsets are
    those of the article's text all the same."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[EntitySpan, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names something; ``entity`` is the id of what it names in this
    article. ``form`` says how: a name, a part of one, a title or role, an acronym, a pronoun."""

    start: int
    end: int
    text: str
    entity: str
    form: Literal["name", "part", "role", "acronym", "pronoun", "nationality"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place of one article, under the fullest name that it gives."""

    id: str
    canonical: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated quantity as the interval [low, high] of what the words allow, in ``unit``.

    Said and read stand side by side: ``text`` is the words, ``value`` the number they name
    (None for "dozens"), low/high the interval after the hedge ("about 20" allows 18 to 22,
    "at least 17" allows 17 to infinity). ``unit`` is canonical and singular: "person" for a bare
    count of people, the counted noun's lemma otherwise, "USD", "km", "minute", "percent",
    "magnitude", "year" (an age has kind "age"). ``base_value``/``base_unit`` convert measured
    units to SI or seconds, so that 60 miles meets 100 km. ``noun`` is the counted or measured
    thing's head lemma where there is one ("island" for "110 km long island"). A second
    expression of the same quantity ("100 km (60 miles)") is in ``also``. ``worth`` is what a sum
    is worth in a currency common to its story, from the lowest to the highest, at the rates that
    the story's reports give; set when a story is aligned."""

    start: int
    end: int
    text: str
    kind: Literal[
        "count",
        "money",
        "duration",
        "length",
        "area",
        "mass",
        "volume",
        "speed",
        "temperature",
        "percent",
        "ratio",
        "magnitude",
        "age",
        "ordinal",
        "score",
        "other",
    ]
    value: float | None
    low: float
    high: float
    unit: str
    hedge: str | None
    noun: str | None
    base_low: float
    base_high: float
    base_unit: str
    also: tuple[str, ...] = ()
    worth: tuple[str, float, float] | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stated time. ``first``/``last`` bound it as a half-open interval of ISO 8601 local
    date-times ("2025-03-02" day grain is ["2025-03-02T00:00", "2025-03-03T00:00")); None where
    the text gives no year or no anchor. ``basis``: ``stated`` when the words alone fix it,
    ``assumed`` when it was read against the article's own date, ``absent`` when it can't be
    placed. ``value`` is a TimeML value where one can be written ("2025-03-02", "XXXX-11-19",
    "XXXX-WXX-1", "PRESENT_REF"): the part that comparison can use even without an anchor."""

    start: int
    end: int
    text: str
    kind: Literal["date", "time", "duration", "set"]
    grain: Literal["year", "quarter", "month", "week", "day", "part", "hour", "minute", "second", "none"]
    value: str
    first: str | None
    last: str | None
    basis: Literal["stated", "assumed", "absent"]
    hedge: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something that is said to have said it. ``name`` is the resolved name
    ("Sanae Takaichi" for "she"), or the description for one that stays unnamed
    ("two officials who asked not to be named"); the span is where the text has it."""

    start: int
    end: int
    text: str
    name: str
    kind: Literal["person", "organization", "anonymous", "media", "document", "unknown"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content that the article puts in somebody's mouth. ``chain`` runs from the innermost
    speaker to the outermost source. ``contents`` are the content's spans (a quotation broken by
    its cue has two). ``stance`` is what the cue makes of it."""

    cue_start: int
    cue_end: int
    cue: str
    contents: tuple[tuple[int, int], ...]
    chain: tuple[Source, ...]
    mode: Literal["direct", "indirect", "mixed"]
    stance: Literal[
        "said", "denied", "warned", "urged", "declined", "asked", "believed", "reported", "reportedly", "other"
    ]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Who says what as a learned tagger marks it, in spans of the text: the cue, the source's parts
    (none where nobody is named), the content's parts."""

    cue: tuple[int, int]
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A place where the article names an outlet, agency, document, post, broadcast or office as
    where its information came from; ``on`` runs from the nearest source to the farthest."""

    start: int
    end: int
    text: str
    on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Annotations:
    """All marks of one article."""

    article: str
    parse: Parse
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    attributions: tuple[Attribution, ...]
    citations: tuple[Citation, ...]
