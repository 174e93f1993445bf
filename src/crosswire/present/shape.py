"""The shape of ``crosswire.dossier/1`` that every reader of a dossier leans on, and its check."""

from collections.abc import Mapping
from typing import Any

from crosswire.errors import BadDossier

TEXT, NUMBER = (str, None), (float, None)
"""Text or null; a number or null."""
SPAN = [int, int]
"""A list of two of a shape is a pair; of one, any number of it."""
SIGNALS = [{"name": str, "value": NUMBER, "weight": NUMBER, "detail": str}]
CLAIM = {
    "article": str, "start": int, "end": int, "text": str, "said_by": [str], "hedge?": TEXT,
    "id?": TEXT, "cue?": TEXT, "stance?": TEXT, "value?": TEXT, "perhaps?": bool,
}  # fmt: skip
POINT = {
    "id": str, "occurrence": str, "question": str, "kind": str, "verdict": str, "between?": TEXT, "reason": str,
    "origins?": int,
    "accounts": [{"answer": str, "origins": int, "claims": [CLAIM]}],
    "silent": [{"article": str, "could_have_known?": (bool, None)}],
    "signals?": SIGNALS,
    "links?": [{"left": str, "right": str, "score": NUMBER, "signals": SIGNALS}],
}  # fmt: skip
LINEAGE = {
    "origins": int,
    "origin_groups?": [{"id": str, "articles": [str], "reason": str}],
    "copies": [{"from": str, "to": str, "share": float, "passages": [{"from": SPAN, "to": SPAN}], "own?": [SPAN]}],
    "reliance": [{"article": str, "on": [str], "start": int, "end": int}],
    "families?": [{"names": [str], "agency": bool}],
    "outlets?": [str],
}
WORDING = {
    "id": str, "speaker": str, "origins": int,
    "versions": [
        {"article": str, "start": int, "end": int, "said_by": [str], "quoted": bool, "differs": [SPAN]},
    ],
}  # fmt: skip
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
            "wordings?": [WORDING],
        }
    ],
}  # fmt: skip
"""The keys that readers of a dossier lean on, and their types; a key with ``?`` may be absent, and
more keys may stand beside them."""
WORDS = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


class Shape:
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
            if len(shape) > 1 and len(value) != len(shape):
                raise self._fault(where, f"expected {len(shape)} values")
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
