"""Whether a speaker is reported to deny or doubt what they are told to speak of."""

import re
from typing import Literal

# Held to be improbable: denied, and no more than possible ("is unlikely to meet the king").
UNLIKELY = frozenset(("unlikely", "doubtful", "improbable"))


def denial(stance: str | None, cue: str | None) -> Literal["denied", "doubted"] | None:
    """How a speaker denies a content, by the stance and the cue that lead it: "police denied that he was armed", "his
    sister doubted it"; None where they do not ("had no doubt")."""
    if stance == "denied":
        return "denied"
    return "doubted" if re.search(r"(?<!\bno )\bdoubt", cue or "", re.IGNORECASE) else None
