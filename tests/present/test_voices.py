"""Who gives an account, in words."""

from typing import Any

import pytest

from crosswire.present import view


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ({"said_by": ["Ann Lee", "the Courier"], "stance": "said", "cue": "said"}, "Ann Lee, via the Courier"),
        ({"said_by": ["Ann Lee"], "stance": "denied", "cue": "denied"}, "denied by Ann Lee"),
        ({"said_by": ["Ann Lee"], "stance": "believed", "cue": "doubted"}, "doubted by Ann Lee"),
        (
            {"said_by": ["Ann Lee", "a clerk"], "stance": "declined", "cue": "did not state"},
            "not said by Ann Lee, via a clerk",
        ),
        ({"said_by": ["Ann Lee"]}, "Ann Lee"),
        ({"said_by": [], "stance": None}, ""),
    ],
)
def test_what_a_speaker_denies_is_not_shown_as_said(claim: dict[str, Any], expected: str) -> None:
    assert view.voice(claim) == expected
