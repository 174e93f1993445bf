"""The one format that leaves the house: ``crosswire.dossier/1``, out and in."""

import json
import math
from collections.abc import Mapping
from typing import Any

from crosswire.errors import BadDossier
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
)

FORMAT = "crosswire.dossier/1"
Document = dict[str, Any]
"""A dossier as JSON values. Everything that is shown is a view of one."""


def to_document(dossier: Dossier, version: str | None = None) -> Document:
    """Return the dossier as JSON values in the format ``crosswire.dossier/1``.

    ``version`` is that of the program which made the dossier (this one by default). Scores are
    rounded to four places, so that the last bits of an encoder's arithmetic never show."""
    return {
        "format": FORMAT,
        "generator": {"name": "crosswire", "version": version or _version()},
        "articles": [_article(article) for article in dossier.articles],
        "unreadable": [{"source": item.source, "error": item.error} for item in dossier.unreadable],
        "stories": [_story(findings) for findings in dossier.stories],
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
    _Shape(source).check(value, SHAPE, "")
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


def _story(findings: StoryFindings) -> Document:
    return {
        "id": findings.story.id,
        "title": findings.story.title,
        "articles": list(findings.story.articles),
        "points": [_point(point) for point in findings.points],
        "lineage": _lineage(findings.lineage),
        "names": [_name(name) for name in findings.names],
        "timeline": [_entry(entry) for entry in findings.timeline],
    }


def _point(point: Point) -> Document:
    return {
        "id": point.id,
        "occurrence": point.occurrence,
        "question": point.question,
        "kind": point.kind,
        "verdict": point.verdict,
        "between": point.between,
        "reason": point.reason,
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
    }


def _copy(copy: Copy) -> Document:
    return {
        "from": copy.giver,
        "to": copy.taker,
        "share": _number(copy.share),
        "kind": copy.kind,
        "direction": copy.direction,
        "passages": [{"from": list(passage.giver), "to": list(passage.taker)} for passage in copy.passages],
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


TEXT, NUMBER = (str, None), (float, None)
"""Text or null; a number or null."""
SIGNALS = [{"name": str, "value": NUMBER, "weight": NUMBER, "detail": str}]
CLAIM = {
    "article": str, "start": int, "end": int, "text": str, "said_by": [str], "hedge?": TEXT,
    "id?": TEXT, "cue?": TEXT, "stance?": TEXT, "value?": TEXT,
}  # fmt: skip
POINT = {
    "id": str, "occurrence": str, "question": str, "kind": str, "verdict": str, "between?": TEXT, "reason": str,
    "accounts": [{"answer": str, "origins": int, "claims": [CLAIM]}],
    "silent": [{"article": str, "could_have_known?": (bool, None)}],
    "signals?": SIGNALS,
    "links?": [{"left": str, "right": str, "score": NUMBER, "signals": SIGNALS}],
}  # fmt: skip
LINEAGE = {
    "origins": int,
    "origin_groups?": [{"id": str, "articles": [str], "reason": str}],
    "copies": [{"from": str, "to": str, "share": float, "passages": [{"from": [int], "to": [int]}]}],
    "reliance": [{"article": str, "on": [str], "start": int, "end": int}],
}
SHAPE: Mapping[str, Any] = {
    "generator?": {"name": str, "version": str},
    "articles": [
        {
            "id": str, "source": str, "text": str, "outlet?": TEXT, "title?": TEXT, "published?": TEXT,
            "author?": TEXT, "digest?": TEXT, "notes?": [str],
            "lines?": [{"start": int, "end": int, "kind": str}],
        }
    ],
    "unreadable": [{"source": str, "error": str}],
    "stories": [
        {
            "id": str, "title": str, "articles": [str], "points": [POINT], "lineage": LINEAGE,
            "names": [{"canonical": str, "kind": str, "variants": [{"text": str, "article": str, "reason": str}]}],
            "timeline": [{"start?": TEXT, "end?": TEXT, "stated": str, "text": str, "point": str}],
        }
    ],
}  # fmt: skip
"""The keys that readers of a dossier lean on, and their types; a key with ``?`` may be absent, and
more keys may stand beside them."""
WORDS = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


class _Shape:
    """Walks values and the expected shape side by side and stops at the first that differs."""

    def __init__(self, source: str) -> None:
        self._source = source

    def check(self, value: object, shape: Any, where: str) -> None:
        """Raise BadDossier unless ``value`` has ``shape``; ``where`` is the path walked so far."""
        if isinstance(shape, Mapping):
            self._object(value, shape, where)
        elif isinstance(shape, list):
            if not isinstance(value, list):
                raise self._fault(where, "expected a list")
            for index, item in enumerate(value):
                self.check(item, shape[0], f"{where}[{index}]")
        elif isinstance(shape, tuple):
            if value is not None:
                self.check(value, shape[0], where)
        elif isinstance(value, bool) != (shape is bool) or not isinstance(
            value, (int, float) if shape is float else shape
        ):
            raise self._fault(where, f"expected {WORDS[shape]}")

    def _object(self, value: object, shape: Mapping[str, Any], where: str) -> None:
        if not isinstance(value, dict):
            raise self._fault(where, "expected an object")
        for key, inner in shape.items():
            name = key.removesuffix("?")
            path = f"{where}.{name}" if where else name
            if name in value:
                self.check(value[name], inner, path)
            elif name == key:
                raise self._fault(path, "is missing")

    def _fault(self, where: str, why: str) -> BadDossier:
        return BadDossier(f"{self._source}: not a dossier: {where}: {why}")
