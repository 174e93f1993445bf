"""The one format that leaves the house: ``crosswire.dossier/1``, out and in."""

import json
import math
from collections.abc import Mapping
from typing import Any

from crosswire.errors import BadDossier
from crosswire.present.shape import SHAPE, Shape
from crosswire.records import (
    Account,
    Answer,
    Article,
    Copy,
    Dossier,
    Lineage,
    Link,
    Name,
    Point,
    Signal,
    StoryFindings,
    TimelineEntry,
    Wording,
    supporting,
)
from crosswire.text.origins import Origins

FORMAT = "crosswire.dossier/1"
Document = dict[str, Any]
"""A dossier as JSON values. Everything that is shown is a view of one."""


def to_document(dossier: Dossier, version: str | None = None) -> Document:
    """Return the dossier as JSON values in the format ``crosswire.dossier/1``.

    ``version`` is that of the program which made the dossier (this one by default). Scores are
    rounded to four places, so that the last bits of an encoder's arithmetic never show."""
    outlets = {article.id: article.outlet for article in dossier.articles if article.outlet}
    return {
        "format": FORMAT,
        "generator": {"name": "crosswire", "version": version or _version()},
        "articles": [_article(article) for article in dossier.articles],
        "unreadable": [{"source": item.source, "error": item.error} for item in dossier.unreadable],
        "stories": [_story(findings, outlets) for findings in dossier.stories],
    }


def dump(document: Document) -> str:
    """Return the document as JSON text: the same document always gives the same characters."""
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def load(data: bytes | str, source: str = "dossier") -> Document:
    """Read a document from JSON. Raises BadDossier with one line that names ``source``."""
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
        value = json.loads(text)
    except UnicodeDecodeError as error:
        raise BadDossier(f"{source}: not a dossier: not UTF-8 text (byte {error.start})") from error
    except (ValueError, RecursionError) as error:
        raise BadDossier(f"{source}: not a dossier: not JSON ({error})") from error
    return from_document(value, source)


def from_document(value: object, source: str = "dossier") -> Document:
    """Check that JSON values are a dossier of this format and return them.

    Looks at the shape alone (``provenance.verify`` re-reads what it says). Raises BadDossier
    with one line: the source, where it fails, and why."""
    if not isinstance(value, dict):
        raise BadDossier(f"{source}: not a dossier: expected a JSON object")
    stated = value.get("format")
    if stated != FORMAT:
        what = "has no format" if stated is None else f"is of format {stated!r}"
        raise BadDossier(f"{source}: not a dossier that this version reads: it {what}, not {FORMAT!r}")
    Shape(source).check(value, SHAPE, "")
    return value


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("crosswire")
    except PackageNotFoundError:
        return "0"


def _article(article: Article) -> Document:
    return {
        "id": article.id,
        "source": article.source,
        "outlet": article.outlet,
        "title": article.title,
        "author": article.author,
        "published": article.published,
        "modified": article.modified,
        "language": article.language,
        "address": article.address,
        "digest": article.digest,
        "notes": list(article.notes),
        "lines": [{"start": line.start, "end": line.end, "kind": line.kind} for line in article.lines],
        "text": article.text,
    }


def _story(findings: StoryFindings, outlets: Mapping[str, str]) -> Document:
    origins = Origins(findings.lineage, {key: outlets[key] for key in findings.story.articles if key in outlets})
    return {
        "id": findings.story.id,
        "title": findings.story.title,
        "articles": list(findings.story.articles),
        "points": [_point(point, origins) for point in findings.points],
        "lineage": _lineage(findings.lineage),
        "names": [_name(name) for name in findings.names],
        "timeline": [_entry(entry) for entry in findings.timeline],
        "wordings": [_wording(wording) for wording in findings.wordings],
    }


def _point(point: Point, origins: Origins) -> Document:
    told = [claim for account in point.accounts for claim in account.claims]
    rooted = [(c.article, c.start, c.end, c.said_by) for c in supporting(told)]
    return {
        "id": point.id,
        "occurrence": point.occurrence,
        "question": point.question,
        "kind": point.kind,
        "verdict": point.verdict,
        "between": point.between,
        "reason": point.reason,
        "origins": origins.of(rooted),
        "accounts": [_account(account) for account in point.accounts],
        "silent": [
            {"article": silence.article, "could_have_known": silence.could_have_known} for silence in point.silent
        ],
        "signals": [_signal(signal) for signal in point.signals],
        "links": [_link(link) for link in point.links],
    }


def _account(account: Account) -> Document:
    return {
        "answer": account.answer,
        "origins": account.origins,
        "claims": [_claim(answer) for answer in account.claims],
    }


def _claim(answer: Answer) -> Document:
    return {
        "id": answer.claim,
        "article": answer.article,
        "start": answer.start,
        "end": answer.end,
        "text": answer.text,
        "value": answer.value,
        "said_by": list(answer.said_by),
        "hedge": answer.hedge,
        "cue": answer.cue,
        "stance": answer.stance,
        "perhaps": answer.perhaps,
    }


def _signal(signal: Signal) -> Document:
    return {
        "name": signal.name,
        "value": _number(signal.value),
        "weight": _number(signal.weight),
        "detail": signal.detail,
    }


def _link(link: Link) -> Document:
    return {
        "left": link.left,
        "right": link.right,
        "score": _number(link.score),
        "signals": [_signal(signal) for signal in link.signals],
    }


def _number(value: float) -> float | None:
    """JSON has no infinity: an unbounded value is null."""
    return round(float(value), 4) + 0.0 if math.isfinite(value) else None


def _lineage(lineage: Lineage) -> Document:
    return {
        "origins": len(lineage.origins),
        "origin_groups": [
            {"id": origin.id, "articles": list(origin.articles), "reason": origin.reason} for origin in lineage.origins
        ],
        "copies": [_copy(copy) for copy in lineage.copies],
        "reliance": [
            {"article": item.article, "on": list(item.on), "start": item.start, "end": item.end}
            for item in lineage.reliance
        ],
        "families": [{"names": list(family.names), "agency": family.agency} for family in lineage.families],
        "outlets": list(lineage.outlets),
    }


def _copy(copy: Copy) -> Document:
    return {
        "from": copy.giver,
        "to": copy.taker,
        "share": _number(copy.share),
        "kind": copy.kind,
        "direction": copy.direction,
        "passages": [{"from": list(passage.giver), "to": list(passage.taker)} for passage in copy.passages],
        "own": [list(stretch) for stretch in copy.own],
    }


def _name(name: Name) -> Document:
    return {
        "canonical": name.canonical,
        "kind": name.kind,
        "variants": [
            {"text": variant.text, "article": variant.article, "reason": variant.reason} for variant in name.variants
        ],
    }


def _entry(entry: TimelineEntry) -> Document:
    return {
        "start": entry.start,
        "end": entry.end,
        "stated": entry.stated,
        "text": entry.text,
        "point": entry.point,
    }


def _wording(wording: Wording) -> Document:
    return {
        "id": wording.id,
        "speaker": wording.speaker,
        "origins": wording.origins,
        "versions": [
            {
                "article": version.article,
                "start": version.start,
                "end": version.end,
                "said_by": list(version.said_by),
                "quoted": version.quoted,
                "differs": [list(stretch) for stretch in version.differs],
            }
            for version in wording.versions
        ],
    }
