"""Containers of several articles: JSON lines, JSON arrays and web archives."""

import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from crosswire.records import Capture, Unreadable
from crosswire.settings import Settings

PAGES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/json")


def json_lines(source: str, stream: BinaryIO, settings: Settings) -> Iterator[Capture | Unreadable]:
    """One capture a line, named ``source:N`` by its line number. A line over the bound is passed
    over, and said to be."""
    number = 0
    while line := stream.readline(settings.max_bytes + 1):
        number += 1
        if len(line) > settings.max_bytes and not line.endswith(b"\n"):
            yield Unreadable(f"{source}:{number}", f"line {number} is larger than {settings.max_bytes:,} bytes")
            while line and not line.endswith(b"\n"):
                line = stream.readline(settings.max_bytes)
        elif line.strip():
            yield Capture(f"{source}:{number}", line.strip(), "application/json")
    if not number:
        yield Unreadable(source, "empty")


def json_document(source: str, data: bytes) -> Iterator[Capture | Unreadable]:
    """One capture for a JSON object; for an array one for each member, ``source:N``; for JSON
    lines under a .json name one a line. Broken JSON is passed on whole: reading says what is wrong."""
    text = data.decode("utf-8-sig", errors="replace")
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] == "[" and (members := _members(text, start + 1)) is not None:
        for number, member in enumerate(members, 1):
            yield Capture(f"{source}:{number}", member.encode(), "application/json")
        if not members:
            yield Unreadable(source, "a JSON list with nothing in it")
    elif text[start : start + 1] == "{" and _first_ends(text, start):
        yield from json_lines(source, io.BytesIO(data), Settings(max_bytes=len(data) + 1))
    else:
        yield Capture(source, data, "application/json")


def _members(text: str, place: int) -> list[str] | None:
    """The members of a JSON array as they are written, or None where the array is broken."""
    decoder = json.JSONDecoder()
    found: list[str] = []
    try:
        while True:
            while text[place : place + 1].isspace():
                place += 1
            if text[place : place + 1] == "]":
                return found
            _, end = decoder.raw_decode(text, place)
            found.append(text[place:end])
            while text[end : end + 1].isspace():
                end += 1
            if text[end : end + 1] not in (",", "]"):
                return None
            place = end + (text[end] == ",")
    except (ValueError, RecursionError):
        return None


def _first_ends(text: str, start: int) -> bool:
    """Whether a first JSON object ends on its own line and another begins on a later one."""
    first, _, rest = text[start:].partition("\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return rest.lstrip().startswith("{")


def web_archive(source: str, stream: BinaryIO, settings: Settings) -> Iterator[Capture | Unreadable]:
    """One capture for each page in a WARC file, ``source:N`` by the record's number in it. What is
    no page (images, scripts, errors) is counted in one line at the end."""
    from warcio.archiveiterator import ArchiveIterator  # slow to import, and seldom needed
    from warcio.exceptions import ArchiveLoadFailed

    passed: dict[str, int] = {}
    pages = number = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream), 1):
            if record.rec_type not in ("response", "resource", "conversion"):
                continue
            headers = record.http_headers
            status = headers.get_statuscode() if headers else "200"
            stated = (headers.get_header("Content-Type") if headers else record.content_type) or "text/html"
            kind = stated.partition(";")[0].strip().lower()
            if status != "200" or kind not in PAGES:
                reason = kind if status == "200" else f"status {status}"
                passed[reason] = passed.get(reason, 0) + 1
                continue
            pages += 1
            data = record.content_stream().read(settings.max_bytes + 1)
            yield Capture(
                f"{source}:{number}", data, "text/html" if "html" in kind else kind,
                address=record.rec_headers.get_header("WARC-Target-URI"),
                fetched_at=record.rec_headers.get_header("WARC-Date"),
                charset=charset_of(stated),
            )  # fmt: skip
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        yield Unreadable(f"{source}:{number + 1}", f"a broken web archive from here on: {str(error).splitlines()[0]}")
        return
    if passed:
        counts = ", ".join(f"{count} {reason}" for reason, count in sorted(passed.items()))
        yield Unreadable(source, f"records that are no pages, passed over: {counts}")
    elif not pages:
        yield Unreadable(source, "a web archive with no pages in it")


def charset_of(content_type: str) -> str | None:
    """The charset that a Content-Type header states, or None."""
    for part in content_type.split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset" and value.strip():
            return value.strip().strip("\"'").lower()
    return None
