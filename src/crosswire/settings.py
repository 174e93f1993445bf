"""Every number and choice that a caller may change, in one frozen record."""

from dataclasses import dataclass

from crosswire.records import OutletFamily


@dataclass(frozen=True, slots=True)
class Settings:
    """Defaults serve every story alike; nothing here is read from the environment.

    ``max_bytes``: a larger source is unreadable. ``fetch_seconds``, ``max_redirects``: bounds on
    one address. ``allow_private``: also fetch from private and loopback addresses.
    ``threads``: for the encoder; the output does not depend on it. ``tagger``: use the learned
    tagger of who says what where its weights are installed, else rules alone. ``families``: agencies and
    outlets of one newsroom, beside those of text/outlets.toml."""

    max_bytes: int = 20_000_000
    fetch_seconds: float = 20.0
    max_redirects: int = 5
    allow_private: bool = False
    user_agent: str = "crosswire/0.1"
    threads: int = 2
    tagger: bool = True
    families: tuple[OutletFamily, ...] = ()
