"""What aligning looks at in each claim, prepared once."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswire.ports import Meaning
from crosswire.records import Annotations, Article, Claim, Quantity, Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
# Lemmas that head or pad any sentence of news and so tell nothing of what it is about.
EMPTY = frozenset(
    ("say", "be", "have", "do", "tell", "report", "accord", "make", "take", "go", "get", "mr.", "mrs.", "ms.")
    + ("also", "would", "could", "will", "may", "it", "that", "this")
)


@dataclass(frozen=True, slots=True)
class View:
    """A claim with what is compared: content lemmas of the claim, of its sentence, and
    of the rest of that, proper
    nouns, verbs, quantities, its article's place in the story and its own place in the article
    (0 at the top, 1 at the end)."""

    claim: Claim
    row: int
    article: int
    place: float
    lead: bool
    lemmas: frozenset[str]
    sentence_lemmas: frozenset[str]
    rest: frozenset[str]
    names: frozenset[str]
    verbs: frozenset[str]
    quantities: tuple[Quantity, ...]
    length: int


def _content(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(t.lemma for t in tokens if t.pos in CONTENT and t.lemma not in EMPTY and len(t.lemma) > 1)


def view_claims(
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    claims: Sequence[Claim],
    vectors: Mapping[str, Meaning],
) -> tuple[View, ...]:
    """Prepare the claims that have vectors, in the order given; ``row`` counts them."""
    order = {article.id: number for number, article in enumerate(articles)}
    views: list[View] = []
    for claim in claims:
        if claim.id not in vectors:
            continue
        parse = annotations[claim.article].parse
        sentence = parse.sentences[claim.sentence]
        tokens = parse.tokens[sentence.first : sentence.last]
        inside = [t for t in tokens if t.start >= claim.start and t.end <= claim.end]
        own, whole = _content(inside), _content(tokens)
        views.append(
            View(
                claim,
                len(views),
                order[claim.article],
                claim.sentence / max(1, len(parse.sentences) - 1),
                claim.sentence == 0,
                own,
                whole,
                whole - own,
                frozenset(t.lemma for t in inside if t.pos == "PROPN"),
                frozenset(t.lemma for t in inside if t.pos == "VERB" and t.lemma not in EMPTY),
                claim.quantities,
                len(inside),
            )
        )
    return tuple(views)


def rarity(views: Sequence[View]) -> dict[str, float]:
    """How much a lemma tells within this story: log((sentences + 1) / (sentences with it + 0.5)),
    the inverse document frequency of Robertson and Sparck Jones (1976) over its sentences."""
    sentences = {(v.article, v.claim.sentence): v.sentence_lemmas for v in views}
    seen = Counter(lemma for lemmas in sentences.values() for lemma in lemmas)
    return {lemma: math.log((len(sentences) + 1) / (count + 0.5)) for lemma, count in seen.items()}
