"""Re-reads one point: its claims' characters and chains, its origins, its verdict, its silences."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from crosswire.text.origins import Origins, Rooted

Document = Mapping[str, Any]
VERDICTS = ("single", "agree", "compatible", "update", "conflict")
HOLDS_CLAIMS = ("body", "title")


def point_faults(
    point: Document, articles: Mapping[str, Document], origins: Origins | None, claims: set[str | None]
) -> Iterator[str]:
    """Yield what does not hold in a point. ``articles`` are the story's, by id; ``origins`` counts
    its roots (None when the document does not list the origins); ``claims`` the ids of all its claims."""
    for account in point["accounts"]:
        for claim in account["claims"]:
            yield from _claim(claim, articles)
        if origins is not None:
            yield from _origins(account, origins)
    if origins is not None and "origins" in point:
        told = [claim for account in point["accounts"] for claim in account["claims"]]
        if point["origins"] != (count := origins.of(_rooted(told))):
            yield f"says {point['origins']} origins; its claims have {count}"
    yield from _verdict(point)
    yield from _silences(point, articles)
    for link in point.get("links", ()):
        for end in (link["left"], link["right"]):
            if end not in claims:
                yield f"a link leads to the claim {end!r}, which the story does not have"


def words(text: str) -> list[str]:
    """Return the words of a text, case folded."""
    return re.findall(r"[^\W_]+", text.casefold())


def _claim(claim: Document, articles: Mapping[str, Document]) -> Iterator[str]:
    article = articles.get(claim["article"])
    if article is None:
        yield f"a claim is of the article {claim['article']!r}, which is not of the story"
        return
    text, start, end = article["text"], claim["start"], claim["end"]
    where = f"{article['source']} {start}:{end}"
    if not 0 <= start < end <= len(text):
        yield f"{where} lies outside of the text of {len(text)} characters"
        return
    if text[start:end] != claim["text"]:
        yield f"{where} is {text[start:end]!r}, and not {claim['text']!r}"
    lines = article.get("lines")
    if lines and not any(
        line["kind"] in HOLDS_CLAIMS and line["start"] < end and start < line["end"] for line in lines
    ):
        yield f"{where} is no line that may hold a claim"
    yield from chain_faults(claim, article, where)


def chain_faults(claim: Document, article: Document, where: str) -> Iterator[str]:
    """Yield what does not hold in a chain of speakers: each must be somebody of whom the article
    speaks, and its cue must stand there."""
    said = " ".join(str(article.get(key) or "") for key in ("text", "outlet", "author", "title"))
    known = set(words(said))
    for name in claim["said_by"]:
        if not name.strip():
            yield f"{where} is said by nobody: an empty name in the chain"
        elif words(name) and not known.intersection(words(name)):
            yield f"{where} is said by {name!r}, of whom {article['source']} does not speak"
    cue = claim.get("cue")
    if cue and not set(words(cue)) <= known:
        yield f"{where} has the cue {cue!r}, which does not stand in {article['source']}"


def _origins(account: Document, origins: Origins) -> Iterator[str]:
    """A copy adds no support: count the independent roots behind the account's claims again."""
    count = origins.of(_rooted(account["claims"]))
    if account["origins"] != count:
        yield f"the account {account['answer']!r} says {account['origins']} origins; its claims have {count}"


def _rooted(claims: Sequence[Document]) -> list[Rooted]:
    """What supports an answer: the claims that surely belong, or all where none does."""
    sure = [claim for claim in claims if not claim.get("perhaps")] or claims
    return [(c["article"], c["start"], c["end"], tuple(c["said_by"])) for c in sure]


def _verdict(point: Document) -> Iterator[str]:
    verdict, between, accounts = point["verdict"], point.get("between"), point["accounts"]
    told = {claim["article"] for account in accounts for claim in account["claims"]}
    if verdict not in VERDICTS:
        yield f"the verdict {verdict!r} is none"
    if not accounts or not all(account["claims"] for account in accounts):
        yield "an account without a claim"
    alone = len(accounts) == 1 and len(told) == 1
    if (verdict == "single") != alone:
        yield f"the verdict is {verdict}, but there are {len(accounts)} accounts in {len(told)} articles"
    if verdict == "agree" and len(told) < 2:
        yield "agreement takes two articles"
    if verdict in ("compatible", "update", "conflict") and len(accounts) < 2:
        yield f"a verdict of {verdict} takes two accounts"
    if (verdict == "conflict") != (between is not None):
        yield f"the verdict is {verdict}, but it stands between {between or 'nobody'}"
    if between not in (None, "reports", "speakers"):
        yield f"{between!r} is nothing that a conflict stands between"
    if between == "speakers" and not any(claim["said_by"] for account in accounts for claim in account["claims"]):
        yield "a conflict between speakers, and nobody speaks"
    if not point["reason"].strip():
        yield "a verdict without a reason"


def _silences(point: Document, articles: Mapping[str, Document]) -> Iterator[str]:
    told = {claim["article"] for account in point["accounts"] for claim in account["claims"]}
    silent = [silence["article"] for silence in point["silent"]]
    for key in silent:
        if key in told:
            yield f"{_name(articles, key)} is called silent, but it tells"
        if key not in articles:
            yield f"{key!r} is called silent, but is not of the story"
    if len(silent) != len(set(silent)):
        yield "an article is called silent twice"


def _name(articles: Mapping[str, Document], key: str) -> str:
    return str(articles[key]["source"]) if key in articles else key
