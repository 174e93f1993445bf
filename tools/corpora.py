"""Where the public research corpora are: none of them is part of this repository."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def folder() -> Path:
    """The folder of research corpora: $CROSSWIRE_CORPORA, else ../shared/corpora beside the checkout."""
    stated = os.environ.get("CROSSWIRE_CORPORA")
    return Path(stated) if stated else ROOT.parent / "shared" / "corpora"
