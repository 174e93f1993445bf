"""Everything that Crosswire raises.

CrosswireError
├── UnreadableSource   a source gives no article; carries the source and the reason
├── NothingReadable    not one of the sources gave an article
├── BadDossier         a dossier file is not one, or is of another format version
├── UnknownPoint       a dossier has no such point
└── MissingModel       a language model that the work needs is not installed
"""


class CrosswireError(Exception):
    """The root: catch this to catch all of them."""


class UnreadableSource(CrosswireError):
    """A source gives no article. ``str`` is one line: the source, then the reason."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class NothingReadable(CrosswireError):
    """Not one of the given sources gave an article."""


class BadDossier(CrosswireError):
    """A file is not a dossier of a format that this version reads."""


class UnknownPoint(CrosswireError):
    """A dossier has no point of that id or question."""


class MissingModel(CrosswireError):
    """A model package is absent; the message names what to install."""
