"""Crosswire reads many reports of the same events and reconciles them, claim by claim.

The public face is ``compare``; what it returns are the records of ``crosswire.records``, and
``crosswire.present.to_document`` writes them in the format ``crosswire.dossier/1``."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike, fspath
from typing import TYPE_CHECKING

from crosswire.errors import CrosswireError
from crosswire.records import Dossier
from crosswire.settings import Settings

if TYPE_CHECKING:
    from crosswire.ports import Progress

__all__ = ["CrosswireError", "Dossier", "Settings", "compare"]


def compare(
    inputs: Sequence[str | PathLike[str]],
    settings: Settings | None = None,
    *,
    stdin: bytes | None = None,
    progress: Progress | None = None,
) -> Dossier:
    """Read reports and return what they agree on, where they differ and why.

    ``inputs`` are files, folders, http(s) addresses, or ``"-"`` for the bytes in ``stdin``.
    ``progress`` is called with a stage's name and how many of its items are done, of how many.
    A source that gives no article stands in the dossier's ``unreadable``. Raises NothingReadable
    when none gave one, and MissingModel when a language model is not installed; both are
    CrosswireErrors."""
    from crosswire.pipeline import compare as run

    return run([fspath(item) for item in inputs], settings, stdin, progress)
