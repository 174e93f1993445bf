"""Makes ``tests/examples/facts.py`` importable here, and compares each example story once."""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import facts

EXAMPLES = Path(__file__).resolve().parents[2] / "src" / "crosswire" / "examples"


@pytest.fixture(scope="session")
def reports_of() -> Callable[[str], facts.Reports]:
    """Compare the reports of one example story; each story is compared once."""
    from crosswire.pipeline import compare

    @cache
    def compared(story: str) -> facts.Reports:
        return facts.Reports(compare([str(EXAMPLES / story)]))

    return compared
