"""Files and folders to captures."""

import gzip
import io
import os
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from crosswire.acquire.containers import json_document, json_lines, web_archive
from crosswire.acquire.media import SNIFFED, media_type
from crosswire.records import Capture, Unreadable
from crosswire.settings import Settings


def from_path(path: str, settings: Settings) -> Iterator[Capture | Unreadable]:
    """The captures of a file, or of all files of a folder and the folders in it, by name."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        yield Unreadable(path, "no such file or folder")
        return
    except (OSError, ValueError) as error:
        yield Unreadable(path, _why(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, settings)
    else:
        yield from _file(path, settings)


def _folder(path: str, settings: Settings) -> Iterator[Capture | Unreadable]:
    """Hidden files and folders are left out, as a shell's ``*`` does; links to folders too."""
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError as error:
        yield Unreadable(path, _why(error))
        return
    visible = [entry for entry in entries if not entry.name.startswith(".")]
    if not visible:
        yield Unreadable(path, "a folder with no files in it")
    for entry in visible:
        name = str(Path(path) / entry.name)
        if entry.is_dir(follow_symlinks=False):
            yield from _folder(name, settings)
        elif entry.is_file():
            yield from _file(name, settings)
        else:
            yield Unreadable(name, "not a regular file")


def _file(path: str, settings: Settings) -> Iterator[Capture | Unreadable]:
    try:
        with open(path, "rb") as stream:
            yield from from_stream(path, stream, settings)
    except OSError as error:
        yield Unreadable(path, _why(error))


def from_stream(source: str, stream: BinaryIO, settings: Settings) -> Iterator[Capture | Unreadable]:
    """The captures of an open stream of bytes, read no further than the bound allows."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    head, name = buffered.peek(SNIFFED)[:SNIFFED], source
    kind = media_type(name, head)
    if head.startswith(b"\x1f\x8b") and kind != "application/warc":
        buffered = io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=buffered)))
        name = source.removesuffix(".gz")
        try:
            head = buffered.peek(SNIFFED)[:SNIFFED]
        except (OSError, EOFError, zlib.error):
            yield Unreadable(source, "a broken gzip archive")
            return
        kind = media_type(name, head)
    if kind == "application/jsonl":
        yield from json_lines(source, buffered, settings)
    elif kind == "application/warc":
        yield from web_archive(source, buffered, settings)
    else:
        yield from _single(source, buffered, kind, settings)


def _single(source: str, stream: BinaryIO, kind: str, settings: Settings) -> Iterator[Capture | Unreadable]:
    try:
        data = stream.read(settings.max_bytes + 1)
    except (EOFError, zlib.error):
        yield Unreadable(source, "a broken gzip archive")
        return
    if len(data) > settings.max_bytes:
        yield Unreadable(source, f"larger than {settings.max_bytes:,} bytes")
    elif kind == "application/json":
        yield from json_document(source, data)
    else:
        yield Capture(source, data, kind)


def _why(error: OSError | ValueError) -> str:
    """An operating system's error in one plain line."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).splitlines()[0].lower()
