"""Everything that was given, in order of its name, each source once."""

import hashlib
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from crosswire.acquire.files import from_path, from_stream
from crosswire.records import Capture, Unreadable
from crosswire.settings import Settings

if TYPE_CHECKING:
    from crosswire.acquire.fetch import Fetcher


def captures(inputs: Sequence[str], settings: Settings, stdin: bytes | None = None) -> Iterator[Capture | Unreadable]:
    """Take in paths, folders, http(s) addresses and ``-`` (the bytes of ``stdin``).

    Gives captures in order of the inputs' names, whatever order they were given in, so that the
    order of the input never changes what follows. A source that can't be had, one that was given
    twice, and one with the same bytes as an earlier one give an Unreadable with the reason."""
    first_with: dict[str, str] = {}
    seen: set[str] = set()
    for item in _all(sorted(inputs), settings, stdin):
        if isinstance(item, Unreadable):
            yield item
            continue
        if item.source in seen:
            yield Unreadable(item.source, "given twice, read once")
            continue
        seen.add(item.source)
        earlier = (
            first_with.setdefault(hashlib.sha256(item.data).hexdigest(), item.source) if item.data else item.source
        )
        yield item if earlier == item.source else Unreadable(item.source, f"the same bytes as {earlier}")


def _all(inputs: Sequence[str], settings: Settings, stdin: bytes | None) -> Iterator[Capture | Unreadable]:
    fetcher: Fetcher | None = None
    for name in inputs:
        if name == "-":
            yield from from_stream("-", io.BytesIO(stdin or b""), settings)
        elif name.lower().startswith(("http://", "https://")):
            fetcher = fetcher or _fetcher(settings)
            yield from fetcher.fetch(name)
        else:
            yield from from_path(name, settings)


def _fetcher(settings: Settings) -> "Fetcher":
    """The HTTP client takes half a second to import, which files alone need not wait for."""
    from crosswire.acquire.fetch import Fetcher

    return Fetcher(settings)
