"""Whether a speaker is reported to deny or doubt what they are told to speak of."""

import re
from typing import Literal

# Held to be improbable: denied, and no more than possible ("is unlikely to meet the king").
UNLIKELY = frozenset(("unlikely", "doubtful", "improbable"))
# Words that tell a denial themselves: a refusal, a failure, something left undone or held to be improbable.
_TELLING = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|hardly|scarcely|barely|unable|unwilling|yet to|"
    r"instead of|(?:un|im)(?:likely|probable)|doubtful|(?:refus|declin|neglect|ceas|den[iy])(?:e[sd]?|y|ing|s|ed)?|"
    r"fail(?:s|ed|ing|ure)?|stop(?:s|ped|ping)?|(?:ca|do|does|did|wo)nt)\b|n['’] ?t\b",
    re.IGNORECASE,
)


def tells_denial(text: str) -> bool:
    """Whether words that deny tell so themselves ("did not sail", "refused to sail", "was unable to sail"), so that
    nothing need be said beside them."""
    return _TELLING.search(text) is not None


def denial(stance: str | None, cue: str | None) -> Literal["denied", "doubted"] | None:
    """How a speaker denies a content, by the stance and the cue that lead it: "police denied that he was armed", "his
    sister doubted it"; None where they do not ("had no doubt")."""
    if stance == "denied":
        return "denied"
    return "doubted" if re.search(r"(?<!\bno )\bdoubt", cue or "", re.IGNORECASE) else None
