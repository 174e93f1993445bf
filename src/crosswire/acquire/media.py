"""What a source seems to be, by its name or its first bytes."""

import json
import re
import tomllib
from functools import cache
from importlib.resources import files

SNIFFED = 4_096  # bytes; a page's markup and a record's brace stand at the very start
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)


@cache
def _types() -> dict[str, str]:
    raw = tomllib.loads(files(__package__).joinpath("media.toml").read_text(encoding="utf-8"))
    return {str(end): str(kind) for end, kind in raw["types"].items()}


def media_type(name: str, head: bytes) -> str:
    """Guess a media type from a file's name, else from its first bytes (text/plain in doubt)."""
    low = name.lower()
    for end, kind in _types().items():
        if low.endswith(end):
            return kind
    return sniff(head)


def sniff(head: bytes) -> str:
    """Guess a media type from the first bytes alone."""
    start = head[:SNIFFED].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"WARC/"):
        return "application/warc"
    if HTML.match(start):
        return "text/html"
    if start.startswith(b"{") and _is_json(start.split(b"\n", 1)[0]) and b"\n{" in start.replace(b"\r", b""):
        return "application/jsonl"
    if re.match(rb'\{\s*"|\[\s*\{|\{\s*\}', start):
        return "application/json"
    return "text/plain"


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True
