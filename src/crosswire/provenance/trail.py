"""The trail of a point: from its verdict through accounts and claims to the characters of a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.errors import BadDossier, UnknownPoint

Document = Mapping[str, Any]
"""A dossier in the format ``crosswire.dossier/1``, as JSON values."""


@dataclass(frozen=True, slots=True)
class ClaimTrail:
    """One claim and where it stands. ``line`` counts from 1, ``column`` too; ``start``/``end``
    are code points of the article's text. ``before`` and ``after`` are the rest of the line that
    holds the words. ``digest`` is the SHA-256 of the bytes that the article was read from."""

    claim: str | None
    article: str
    source: str
    outlet: str | None
    published: str | None
    digest: str | None
    start: int
    end: int
    line: int
    column: int
    before: str
    text: str
    after: str
    value: str | None
    said_by: tuple[str, ...]
    cue: str | None
    stance: str | None
    hedge: str | None
    perhaps: bool


@dataclass(frozen=True, slots=True)
class AccountTrail:
    """One answer, the independent origins behind it, and its claims."""

    answer: str
    origins: int
    claims: tuple[ClaimTrail, ...]


@dataclass(frozen=True, slots=True)
class Trail:
    """Everything that a point's verdict rests on. ``signals`` and the signals of ``links`` are
    (name, value, weight, detail); a link is (left claim, right claim, score, signals);
    ``silent`` is (source, whether it could have known); ``origins`` is (reason, sources)."""

    story: str
    point: str
    question: str
    kind: str
    verdict: str
    between: str | None
    reason: str
    accounts: tuple[AccountTrail, ...]
    silent: tuple[tuple[str, bool | None], ...]
    signals: tuple[tuple[str, float | None, float | None, str], ...]
    links: tuple[tuple[str, str, float | None, tuple[tuple[str, float | None, float | None, str], ...]], ...]
    origins: tuple[tuple[str, tuple[str, ...]], ...]


def trail(document: Document, wanted: str) -> Trail:
    """Return the trail of one point. ``wanted`` is its id, the start of it, or a part of its question.

    Raises UnknownPoint when no point or more than one fits, and BadDossier when the point leads
    to an article or to characters that the document does not hold."""
    found = find_points(document, wanted)
    if not found:
        raise UnknownPoint(f"no point has the id or question {wanted!r}")
    if len(found) > 1:
        listed = "; ".join(f"{point['id']} {point['question']}" for _, point in found[:5])
        more = f"; and {len(found) - 5} more" if len(found) > 5 else ""
        raise UnknownPoint(f"{len(found)} points fit {wanted!r}: {listed}{more}")
    story, point = found[0]
    articles = {article["id"]: article for article in document["articles"]}
    return Trail(
        story=story["title"],
        point=point["id"],
        question=point["question"],
        kind=point["kind"],
        verdict=point["verdict"],
        between=point.get("between"),
        reason=point["reason"],
        accounts=tuple(
            AccountTrail(
                account["answer"], account["origins"], tuple(_claim(claim, articles) for claim in account["claims"])
            )
            for account in point["accounts"]
        ),
        silent=tuple(
            (_article(articles, silence["article"])["source"], silence.get("could_have_known"))
            for silence in point["silent"]
        ),
        signals=_signals(point),
        links=tuple((link["left"], link["right"], link["score"], _signals(link)) for link in point.get("links", ())),
        origins=tuple(
            (group["reason"], tuple(_article(articles, key)["source"] for key in group["articles"]))
            for group in story["lineage"].get("origin_groups", ())
        ),
    )


def find_points(document: Document, wanted: str) -> list[tuple[Document, Document]]:
    """Return the (story, point) pairs that ``wanted`` names: the point of that very id, else those
    whose id starts with it (with or without its ``point-``), else those whose question holds it."""
    wanted = wanted.strip()
    if not wanted:
        return []
    pairs = list(_pairs(document))
    exact = [pair for pair in pairs if pair[1]["id"] == wanted]
    prefix = [
        pair for pair in pairs if pair[1]["id"].startswith(wanted) or pair[1]["id"].partition("-")[2].startswith(wanted)
    ]
    folded = wanted.casefold()
    asked = [pair for pair in pairs if folded in pair[1]["question"].casefold()]
    whole = [pair for pair in asked if pair[1]["question"].casefold() == folded]
    return exact or prefix or whole or asked


def _pairs(document: Document) -> Iterator[tuple[Document, Document]]:
    for story in document["stories"]:
        for point in story["points"]:
            yield story, point


def _article(articles: Mapping[str, Document], key: str) -> Document:
    if key not in articles:
        raise BadDossier(f"the dossier has no article {key!r}: run crosswire verify")
    return articles[key]


def _claim(claim: Document, articles: Mapping[str, Document]) -> ClaimTrail:
    article = _article(articles, claim["article"])
    text, start, end = article["text"], claim["start"], claim["end"]
    if not 0 <= start < end <= len(text) or text[start:end] != claim["text"]:
        raise BadDossier(f"{article['source']}: characters {start} to {end} are not the claim: run crosswire verify")
    head = text.rfind("\n", 0, start) + 1
    tail = text.find("\n", end)
    return ClaimTrail(
        claim=claim.get("id"),
        article=article["id"],
        source=article["source"],
        outlet=article.get("outlet"),
        published=article.get("published"),
        digest=article.get("digest"),
        start=start,
        end=end,
        line=text.count("\n", 0, start) + 1,
        column=start - head + 1,
        before=text[head:start],
        text=claim["text"],
        after=text[end : tail if tail >= 0 else len(text)],
        value=claim.get("value"),
        said_by=tuple(claim["said_by"]),
        cue=claim.get("cue"),
        stance=claim.get("stance"),
        hedge=claim.get("hedge"),
        perhaps=bool(claim.get("perhaps")),
    )


def _signals(holder: Document) -> tuple[tuple[str, float | None, float | None, str], ...]:
    return tuple(
        (signal["name"], signal["value"], signal["weight"], signal["detail"]) for signal in holder.get("signals", ())
    )
