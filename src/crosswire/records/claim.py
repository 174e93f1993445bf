"""The claim: one proposition in one article."""

from dataclasses import dataclass
from typing import Literal

from crosswire.records.annotation import Quantity, Source, TimeExpression


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant of a claim. ``role`` is by meaning, not by syntax: a passive's subject is
    the patient, its by-phrase the agent. The span may lie outside the claim's own span when it
    was restored (the subject of a conjoined or participial clause). ``head`` is the head's
    lemma, ``entity`` the id of the entity it names in this article, ``name`` that entity's
    canonical name."""

    role: Literal["agent", "patient", "recipient", "attribute", "place", "time", "source", "other"]
    start: int
    end: int
    text: str
    head: str
    entity: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition in one article. ``start``/``end`` are exact and lie within one sentence.
    ``predicate`` is the lemma that heads it (a verb; a noun for a verbless clause or an
    apposition), ``token`` that head's index in the parse, ``sentence`` the sentence's index.

    ``polarity`` is "denied" when the claim is negated, or its speaker is said to deny or doubt it.
    ``modality`` keeps a modal or an attitude in the words ("could", "plans to", "was expected to"),
    ``condition`` an if-clause, ``hedge`` "reportedly", "about", "apparently", or "whether" when the
    claim is only asked. ``status`` sums up how real the article says it is. ``said_by`` runs from the
    innermost speaker to the outermost source, empty in the article's own voice; ``stance`` and
    ``mode`` are its cue's. ``quoted`` says that the claim's words stand in quotation marks."""

    id: str
    article: str
    sentence: int
    start: int
    end: int
    text: str
    token: int
    predicate: str
    polarity: Literal["affirmed", "denied"]
    modality: str | None
    condition: str | None
    hedge: str | None
    status: Literal["actual", "planned", "possible", "asked", "hypothetical"]
    arguments: tuple[Argument, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    said_by: tuple[Source, ...]
    cue: str | None
    stance: str | None
    mode: str | None
    quoted: bool
