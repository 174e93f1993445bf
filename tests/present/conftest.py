"""The hand-made dossier of ``tests/present/port_maren.py`` as a fixture."""

import sys
from pathlib import Path
from typing import Any

import pytest

from crosswire.present import to_document

sys.path.insert(0, str(Path(__file__).parents[1] / "present"))


@pytest.fixture
def document() -> dict[str, Any]:
    """A fresh document, to be broken at will."""
    import port_maren

    return to_document(port_maren.dossier(), version="0")
